// Dragging a card with the pointer. While it moves, only the card's picture and two class names change: nothing is drawn anew.
import { useEffect, useRef } from 'preact/hooks';

/** A mouse drags after so many pixels; a finger after so many milliseconds, since moving at once scrolls. */
const startPixels = 6;
const holdMs = 350;
/** So near the edge, and so many pixels a frame, the board scrolls along. */
const edgePixels = 48;
const scrollPixels = 14;

export interface Dropped {
  deal: string;
  /** Key of the column. */
  column: string;
}

/**
 * Makes `[data-deal]` buttons inside the board draggable onto `[data-column]` elements. The board itself is what scrolls
 * sideways. `may` says whether a deal can be dragged; `onDrop` is told of a drop on any column.
 */
export function useDrag(
  board: { readonly current: HTMLElement | null },
  may: (deal: string) => boolean,
  onDrop: (dropped: Dropped) => void,
): void {
  const act = useRef({ may, onDrop });
  act.current = { may, onDrop };
  useEffect(() => {
    const root = board.current;
    if (!root) return;
    const onDown = (event: PointerEvent) => {
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-deal]') : null;
      const deal = card?.dataset.deal;
      if (!card || deal === undefined || event.button !== 0 || !act.current.may(deal)) return;
      press(root, card, event, (column) => act.current.onDrop({ deal, column }));
    };
    // A finger that holds a card must not scroll as well. A browser asks only who has been listening before it touched.
    const onTouchMove = (event: TouchEvent) =>
      root.classList.contains('dragging') && event.cancelable && event.preventDefault();
    root.addEventListener('pointerdown', onDown);
    root.addEventListener('touchmove', onTouchMove, { passive: false });
    return () => {
      root.removeEventListener('pointerdown', onDown);
      root.removeEventListener('touchmove', onTouchMove);
    };
  }, [board]);
}

/** From pressing a card to letting it go. */
function press(root: HTMLElement, card: HTMLElement, down: PointerEvent, drop: (column: string) => void): void {
  const end = new AbortController();
  const { signal } = end;
  let drag: ReturnType<typeof lift> | null = null;
  const begin = () => {
    drag = lift(root, card, down);
    return drag;
  };
  const hold = down.pointerType === 'mouse' ? 0 : window.setTimeout(begin, holdMs);
  signal.addEventListener('abort', () => {
    clearTimeout(hold);
    drag?.putDown();
  });
  const on = <K extends keyof WindowEventMap>(name: K, handle: (event: WindowEventMap[K]) => void, passive = true) =>
    window.addEventListener(name, handle, { signal, passive, capture: true });

  on('pointermove', (event) => {
    if (event.pointerId !== down.pointerId) return;
    if (drag) return drag.to(event.clientX, event.clientY);
    if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < startPixels) return;
    if (down.pointerType !== 'mouse') return end.abort();
    begin().to(event.clientX, event.clientY);
  });
  on('pointerup', (event) => {
    if (event.pointerId !== down.pointerId) return;
    const column = drag?.column();
    // The click that follows is the end of the drag, not a press of the card.
    if (drag) swallowClick();
    end.abort();
    if (column !== undefined) drop(column);
  });
  on('pointercancel', () => end.abort());
  // The window's own, not that of a field which loses the focus to the card.
  on('blur', (event) => event.target === window && end.abort());
  // A finger that holds a card opens the browser's own menu else.
  on('contextmenu', (event) => down.pointerType !== 'mouse' && event.preventDefault(), false);
  on('keydown', (event) => {
    if (event.key !== 'Escape' || !drag) return;
    event.stopPropagation();
    swallowClick();
    end.abort();
  });
}

function swallowClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}

/** The card's picture under the pointer, and the column it is over. Places are measured once; scrolling is added to them. */
function lift(root: HTMLElement, card: HTMLElement, { clientX, clientY }: PointerEvent) {
  // All is measured before anything changes, so that the page is laid out only once.
  const { left, top, width, height } = card.getBoundingClientRect();
  const frame = root.getBoundingClientRect();
  const began = root.scrollLeft;
  const columns = [...root.querySelectorAll<HTMLElement>('[data-column]')].map((element) => {
    const place = element.getBoundingClientRect();
    return { element, left: place.left, right: place.right };
  });
  const picture = card.cloneNode(true) as HTMLElement;
  picture.removeAttribute('id');
  picture.setAttribute('aria-hidden', 'true');
  picture.classList.add('lifted');
  Object.assign(picture.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  document.body.append(picture);
  card.classList.add('away');
  root.classList.add('dragging');
  let over: HTMLElement | undefined;
  let [x, y] = [clientX, clientY];

  const look = () => {
    const at = x + root.scrollLeft - began;
    const inside = y >= frame.top && y <= frame.bottom;
    const next = inside ? columns.find((column) => at >= column.left && at < column.right)?.element : undefined;
    if (next === over) return;
    over?.classList.remove('over');
    next?.classList.add('over');
    over = next;
  };
  const scroll = () => {
    const by = x > frame.right - edgePixels ? scrollPixels : x < frame.left + edgePixels ? -scrollPixels : 0;
    if (by !== 0) {
      root.scrollLeft += by;
      look();
    }
    turn = requestAnimationFrame(scroll);
  };
  let turn = requestAnimationFrame(scroll);

  return {
    to: (toX: number, toY: number) => {
      [x, y] = [toX, toY];
      picture.style.transform = `translate(${x - clientX}px, ${y - clientY}px) rotate(1.5deg)`;
      look();
    },
    column: () => over?.dataset.column,
    putDown: () => {
      cancelAnimationFrame(turn);
      picture.remove();
      card.classList.remove('away');
      over?.classList.remove('over');
      root.classList.remove('dragging');
    },
  };
}
