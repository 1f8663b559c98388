// A short menu: arrows move, Enter chooses, Escape and leaving close it. And a button that opens one.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icons';

export interface MenuItem {
  label: string;
  icon?: IconName;
  detail?: string;
  run: () => void;
}

/** The open menu. Pressing outside of what it stands in closes it as well. */
export function MenuItems(props: {
  label: string;
  items: readonly MenuItem[];
  /** `back`: the focus belongs where it was before. */
  onClose: (back: boolean) => void;
}) {
  const { onClose } = props;
  const list = useRef<HTMLDivElement>(null);

  // Before the next paint, so that no key pressed right after goes elsewhere.
  useLayoutEffect(() => {
    list.current?.querySelector('button')?.focus();
    list.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useLayoutEffect(() => {
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !list.current?.parentElement?.contains(event.target)) onClose(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [onClose]);

  const move = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to !== undefined) {
      buttons[(to + buttons.length) % buttons.length]?.focus();
      event.preventDefault();
    } else if (event.key === 'Escape') {
      onClose(true);
      event.stopPropagation();
    } else if (event.key === 'Tab') {
      onClose(false);
    }
  };

  return (
    <div ref={list} class="pop right" role="menu" aria-label={props.label} tabIndex={-1} onKeyDown={move}>
      {props.items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose(true);
            item.run();
          }}
        >
          {item.icon && <Icon name={item.icon} />}
          <span class="words">
            <span>{item.label}</span>
            {item.detail && <span class="detail">{item.detail}</span>}
          </span>
        </button>
      ))}
    </div>
  );
}

export function Menu({ icon, label, items }: { icon: IconName; label: string; items: readonly MenuItem[] }) {
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <div class="anchor">
      <button
        ref={trigger}
        type="button"
        class="button square"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
      </button>
      {open && (
        <MenuItems
          label={label}
          items={items}
          onClose={(back) => {
            setOpen(false);
            if (back) trigger.current?.focus();
          }}
        />
      )}
    </div>
  );
}
