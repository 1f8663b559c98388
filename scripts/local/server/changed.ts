// Changing some of many settings: what is not named stays, null takes away.

/** `change` laid over `settings`. */
export function changed<T extends object>(
  settings: T,
  change: { readonly [name in keyof T]?: T[name] | null | undefined },
): T {
  const entries = Object.entries({ ...settings, ...named(change) });
  return Object.fromEntries(entries.filter(([, value]) => value !== null)) as T;
}

/** Without the names that say nothing. */
export function named<T extends object>(change: T): { [name in keyof T]?: Exclude<T[name], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof named<T>
  >;
}
