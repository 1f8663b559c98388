// A panel that slides in from the right over the grid: inbox, executions.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { icons } from './icons';

interface DrawerProps {
  title: string;
  note?: string;
  testid: string;
  close: () => void;
  children: ComponentChildren;
}

export function Drawer({ title, note, testid, close, children }: DrawerProps) {
  const panel = useRef<HTMLElement>(null);
  // Before the next paint, so that Escape right after is this panel's.
  useLayoutEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <section
      class="drawer"
      aria-label={title}
      data-testid={testid}
      ref={panel}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header>
        <div>
          <h2>{title}</h2>
          {note && <p>{note}</p>}
        </div>
        <button type="button" class="icon-button" aria-label={`Close ${title.toLowerCase()}`} onClick={close}>
          {icons.close}
        </button>
      </header>
      {children}
    </section>
  );
}
