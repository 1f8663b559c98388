// The keyboard's place when what had it leaves the page: not the top of the document, but what stands nearest to it.

/** The element that has, or had, the focus, and what it stood in, from the inside out. */
let path: readonly Element[] = [];

/** Id of the element that is to get the focus as soon as it stands there. */
let awaited = '';

/** Gives the focus back to an element that is still on its way, e.g. in a list; unless something else gets it first. */
export function focusSoon(id: string): void {
  awaited = id;
}

function remember({ target }: Event): void {
  awaited = '';
  path = [];
  for (let at = target instanceof Element ? target : null; at; at = at.parentElement) path = [...path, at];
}

/** A person who clicks beside everything has left it; the next change of the page must not pull them back. */
function forgetIfLeft({ target }: Event): void {
  setTimeout(() => {
    if (target === path[0] && path[0]?.isConnected && document.activeElement === document.body) path = [];
  });
}

function mend(changes: readonly MutationRecord[]): void {
  // The person is at the grid: taking the focus would take their keyboard away.
  if (!document.hasFocus()) return;
  if (awaited && document.activeElement === document.body) document.getElementById(awaited)?.focus();
  const [had] = path;
  if (!had || document.activeElement !== document.body) return;
  // On its way from one element to the next the focus is nowhere for a moment: only what was taken out of its place has lost it.
  const isTakenOut = changes.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(had)));
  if (had.isConnected && !isTakenOut) return;
  const places = path
    .slice(1)
    .map((around) => around.isConnected && around.querySelector<HTMLElement>('[tabindex="-1"]'));
  // What is only moved, as in a list put into another order, or drawn anew, loses the focus as well.
  const itself = had.isConnected ? had : document.getElementById(had.id);
  const place =
    (itself as HTMLElement | null) ?? (places.find(Boolean) || document.querySelector<HTMLElement>('main h1'));
  place?.focus({ preventScroll: true });
}

/**
 * From here on, the focus of a button that goes away moves to the first element with `tabindex="-1"` (a heading, what came of it)
 * in the nearest part of the page around it that has one.
 */
export function keepFocus(): void {
  const observer = new MutationObserver(mend);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', remember);
  document.addEventListener('focusout', forgetIfLeft);
}
