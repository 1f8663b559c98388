// What stands over a window until it is settled: while it is open, nothing behind it can be reached.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** `title`: id of its heading. Closes when it is taken away, and gives the focus back to what had it. */
export function Dialog(props: {
  title: string;
  wide?: boolean;
  /** Escape was pressed. */
  onCancel: () => void;
  children: ComponentChildren;
}) {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const dialog = box.current;
    dialog?.showModal();
    return () => {
      // First, since what lies behind an open one takes no focus.
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      class={props.wide ? 'wide' : undefined}
      aria-labelledby={props.title}
      onCancel={(event) => {
        event.preventDefault();
        props.onCancel();
      }}
    >
      {props.children}
    </dialog>
  );
}
