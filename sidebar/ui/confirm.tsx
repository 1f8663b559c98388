// A question over the screen, for the few things that a toast with "Undo" cannot make good.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import * as words from '../words';
import { Button } from './button';
import { Dialog } from './dialog';

export function Confirm(props: {
  title: string;
  children: ComponentChildren;
  yes: string;
  no?: string;
  danger?: boolean;
  onYes: () => void;
  onNo: () => void;
}) {
  const title = useId();
  return (
    <Dialog title={title} onCancel={props.onNo}>
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
    </Dialog>
  );
}
