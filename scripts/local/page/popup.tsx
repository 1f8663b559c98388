// A menu that pops up under a button or at a point: arrow keys, Escape and a click elsewhere work as people expect.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useEscape } from './escape';

export interface Choice {
  /** null: a separating line. */
  caption: string | null;
  act?: () => void;
  checked?: boolean;
  hint?: string;
  danger?: boolean;
}

export interface PopupProps {
  label: string;
  at: { x: number; y: number };
  choices: readonly Choice[];
  close: () => void;
}

export function Popup({ label, at, choices, close }: PopupProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEscape(close);
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    // Kept on the screen: moved left and up by what would stand outside.
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(8, Math.min(at.x, window.innerWidth - width - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(at.y, window.innerHeight - height - 8))}px`;
    element.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
  }, [at.x, at.y]);
  useEffect(() => {
    const before = document.activeElement;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) close();
    };
    document.addEventListener('mousedown', outside, true);
    window.addEventListener('blur', close);
    return () => {
      document.removeEventListener('mousedown', outside, true);
      window.removeEventListener('blur', close);
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, []);

  const onKey = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const place = items.indexOf(document.activeElement as HTMLElement);
    const steps: { [key: string]: number } = {
      ArrowDown: place + 1,
      ArrowUp: place - 1 + items.length,
      Home: 0,
      End: items.length - 1,
    };
    const next = steps[event.key];
    if (event.key === 'Tab') close();
    else if (next !== undefined) items[next % items.length]?.focus();
    else return;
    event.preventDefault();
  };

  return (
    <div class="popup" role="menu" aria-label={label} ref={menu} onKeyDown={onKey} data-testid="popup">
      {choices.map((choice, index) =>
        choice.caption === null ? (
          <hr key={`line ${index}`} />
        ) : (
          <button
            key={choice.caption}
            type="button"
            role={choice.checked === undefined ? 'menuitem' : 'menuitemradio'}
            {...(choice.checked === undefined ? {} : { 'aria-checked': choice.checked })}
            class={choice.danger ? 'danger' : ''}
            onClick={() => {
              close();
              choice.act?.();
            }}
          >
            <span>{choice.caption}</span>
            {choice.hint && <small>{choice.hint}</small>}
          </button>
        ),
      )}
    </div>
  );
}

/** Where a menu opens under its button. */
export function below(event: Event): { x: number; y: number } {
  const { left, bottom } = (event.currentTarget as HTMLElement).getBoundingClientRect();
  return { x: left, y: bottom + 4 };
}
