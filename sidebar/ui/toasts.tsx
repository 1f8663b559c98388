// Short news at the bottom: what was saved, with the way back. Also the place whose text readers hear.
import { useEffect, useState } from 'preact/hooks';
import * as words from '../words';
import { Button, IconButton } from './button';

export interface Toast {
  id: number;
  text: string;
  action?: { label: string; run: () => void };
}

type Listener = (toasts: readonly Toast[]) => void;
let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<Listener>();
/** Long enough to read and reach by keyboard; pointing at it or focusing it holds it. */
const shownMs = 12_000;

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener(toasts);
}

/** Shows a toast; one with the same action replaces no other, at most two stand at a time. */
export function toast(text: string, action?: Toast['action']): void {
  set([...toasts.slice(-1), { id: nextId++, text, ...(action ? { action } : {}) }]);
}

function dismissToast(id: number): void {
  set(toasts.filter((one) => one.id !== id));
}

/** The newest toast's action, for the undo key; undefined when there is none. */
export function latestAction(): (() => void) | undefined {
  const latest = [...toasts].reverse().find((one) => one.action);
  if (!latest) return undefined;
  return () => {
    dismissToast(latest.id);
    latest.action?.run();
  };
}

export function Toasts() {
  const [shown, setShown] = useState(toasts);
  useEffect(() => {
    listeners.add(setShown);
    return () => {
      listeners.delete(setShown);
    };
  }, []);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.map((one) => (
        <ToastView key={one.id} toast={one} />
      ))}
    </div>
  );
}

function ToastView({ toast: one }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(one.id), shownMs);
    return () => clearTimeout(timer);
  }, [held, one.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it from fading
    <div
      class="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span class="words">{one.text}</span>
      {one.action && (
        <Button
          slim
          onClick={() => {
            dismissToast(one.id);
            one.action?.run();
          }}
        >
          {one.action.label}
        </Button>
      )}
      <IconButton icon="close" label={words.dismiss} onClick={() => dismissToast(one.id)} />
    </div>
  );
}
