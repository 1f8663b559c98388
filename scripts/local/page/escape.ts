// Escape closes what lies on top, wherever the focus is: right after a dialog opened it may still be in the grid, which has a
// use of its own for the key.
import { useLayoutEffect, useRef } from 'preact/hooks';

const closers: (() => void)[] = [];

function onKeyDown(event: KeyboardEvent): void {
  const top = closers.at(-1);
  if (event.key !== 'Escape' || !top) return;
  event.preventDefault();
  event.stopPropagation();
  top();
}

/** Escape calls `close` while this component shows and nothing opened later does. Bound before the next paint. */
export function useEscape(close: () => void, bound = true): void {
  const latest = useRef(close);
  latest.current = close;
  useLayoutEffect(() => {
    if (!bound) return;
    const own = () => latest.current();
    if (closers.push(own) === 1) document.addEventListener('keydown', onKeyDown, true);
    return () => {
      closers.splice(closers.indexOf(own), 1);
      if (closers.length === 0) document.removeEventListener('keydown', onKeyDown, true);
    };
  }, [bound]);
}
