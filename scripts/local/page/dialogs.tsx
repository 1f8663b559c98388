// What opens over the page: the add-on's dialogs and alerts, questions of the page's own, and toasts.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WireUi } from '../server/wire';
import { useEscape } from './escape';
import { icons } from './icons';
import { PanelFrame, type PanelProps } from './panel-frame';

export type DialogUi = Extract<WireUi, { kind: 'dialog' }>;
export type AlertUi = Extract<WireUi, { kind: 'alert' }>;

/** A dialog of the add-on, at the size it asked for (and may ask for again), never larger than the window. */
export function AddonDialog(props: Omit<PanelProps, 'frame' | 'title' | 'onSize'> & { dialog: DialogUi }) {
  const { dialog, ...panel } = props;
  const [size, setSize] = useState({ width: dialog.width, height: dialog.height });
  // A modeless one leaves the key to the grid beside it. What is pressed inside the frame is the frame's.
  useEscape(panel.onClose, dialog.modal);
  return (
    <div class={dialog.modal ? 'backdrop' : 'backdrop modeless'}>
      <div
        class="dialog"
        role="dialog"
        aria-modal={dialog.modal}
        aria-label={dialog.title}
        data-testid="addon-dialog"
        style={{ width: `${size.width}px` }}
      >
        <header>
          <h2>{dialog.title}</h2>
          <button type="button" class="icon-button" aria-label="Close dialog" onClick={panel.onClose}>
            {icons.close}
          </button>
        </header>
        <div class="dialog-frame" style={{ height: `${size.height}px` }}>
          <PanelFrame
            {...panel}
            frame={dialog.frame}
            title={dialog.title}
            onSize={({ width, height }) =>
              setSize((old) => ({ width: width ?? old.width, height: height ?? old.height }))
            }
          />
        </div>
      </div>
    </div>
  );
}

export function AlertBox({ alert, close }: { alert: AlertUi; close: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEscape(close);
  useEffect(() => button.current?.focus(), []);
  return (
    <div class="backdrop">
      <div
        class="dialog small"
        role="alertdialog"
        aria-modal="true"
        aria-label={alert.title || 'Message'}
        data-testid="alert"
      >
        {alert.title && <h2>{alert.title}</h2>}
        <p class="alert-text">{alert.message}</p>
        <div class="buttons">
          <button type="button" class="primary" ref={button} onClick={close}>
            OK
          </button>
        </div>
      </div>
    </div>
  );
}

export interface Question {
  title: string;
  value: string;
  then: (text: string) => void;
}

export function AskBox({ question, close }: { question: Question; close: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(question.value);
  useEscape(close);
  useEffect(() => input.current?.select(), []);
  return (
    <div class="backdrop">
      <form
        class="dialog small"
        role="dialog"
        aria-modal="true"
        aria-label={question.title}
        onSubmit={(event) => {
          event.preventDefault();
          close();
          question.then(text);
        }}
      >
        <label>
          {question.title}
          <input ref={input} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <div class="buttons">
          <button type="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" class="primary">
            OK
          </button>
        </div>
      </form>
    </div>
  );
}

export interface Toast {
  id: number;
  title: string;
  message: string;
  /** Milliseconds until it goes; null: stays until closed. */
  lastsMs: number | null;
  tone: 'plain' | 'bad';
}

export function Toasts({ toasts, close }: { toasts: readonly Toast[]; close: (id: number) => void }) {
  return (
    <div class="toasts" role="status" aria-live="polite" data-testid="toasts">
      {toasts.map((toast) => (
        <ToastBox key={toast.id} toast={toast} close={() => close(toast.id)} />
      ))}
    </div>
  );
}

function ToastBox({ toast, close }: { toast: Toast; close: () => void }) {
  useEffect(() => {
    if (toast.lastsMs === null) return;
    const timer = setTimeout(close, toast.lastsMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class={`toast ${toast.tone}`}>
      <div>
        {toast.title && <strong>{toast.title}</strong>}
        <p>{toast.message}</p>
      </div>
      <button type="button" class="icon-button" aria-label="Close message" onClick={close}>
        {icons.close}
      </button>
    </div>
  );
}
