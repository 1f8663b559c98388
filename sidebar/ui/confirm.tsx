// A question over the screen, for the few things that a toast with "Undo" cannot make good.
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import * as words from '../words';
import { Button } from './button';

export function Confirm(props: {
  title: string;
  children: ComponentChildren;
  yes: string;
  no?: string;
  danger?: boolean;
  onYes: () => void;
  onNo: () => void;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const title = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    const dialog = box.current;
    dialog?.showModal();
    return () => {
      // While it is open, nothing behind it can take the focus.
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        props.onNo();
      }}
    >
      <div class="stack">
        <h2 id={title}>{props.title}</h2>
        <div class="stack tight">{props.children}</div>
        <div class="actions">
          <Button kind={props.danger ? 'danger' : 'main'} onClick={props.onYes}>
            {props.yes}
          </Button>
          <Button onClick={props.onNo}>{props.no ?? words.cancel}</Button>
        </div>
      </div>
    </dialog>
  );
}
