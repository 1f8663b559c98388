// The rules of google.script.run for what may cross (APPS_SCRIPT.md 1.3).

/** Why these arguments may not be sent, in Google's words; null when they may. */
export function illegalArgument(args: readonly unknown[]): string | null {
  for (const [index, argument] of args.entries()) {
    const path = illegalAt(argument, String(index), new Set());
    if (path !== null) return `Failed due to illegal value in property: ${path}`;
  }
  return null;
}

function illegalAt(value: unknown, path: string, above: ReadonlySet<object>): string | null {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return path;
  if (typeof value !== 'object' || value === null) return null;
  if (above.has(value)) return path;
  if (!Array.isArray(value) && !isPlain(value)) return path;
  const seen = new Set(above).add(value);
  for (const [key, inner] of Object.entries(value)) {
    const found = illegalAt(inner, key, seen);
    if (found !== null) return found;
  }
  return null;
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
