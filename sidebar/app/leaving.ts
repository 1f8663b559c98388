// Leaving a form with unsaved changes: the form says so here, and whoever leads elsewhere asks first.

let discard: (() => void) | null = null;

/** Set by a form while it holds unsaved changes: what to call when they are given up. Null: nothing is unsaved. */
export function guardLeaving(give: (() => void) | null): void {
  discard = give;
}

export function hasUnsaved(): boolean {
  return discard !== null;
}

/** Gives the unsaved changes up. */
export function discardUnsaved(): void {
  discard?.();
  discard = null;
}

/** The browser's own question when the whole panel is closed. */
export function askBeforeUnload(event: BeforeUnloadEvent): void {
  if (discard) event.preventDefault();
}
