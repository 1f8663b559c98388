// Notices, empty states, waiting: what a screen says when it is not a list or a form.
import type { ComponentChildren } from 'preact';
import * as words from '../words';
import { Button } from './button';
import { Icon, type IconName } from './icons';

const noticeIcons = { info: 'info', warn: 'alert', danger: 'alert', good: 'check' } as const;

/** A sentence that stays on the screen. `danger` ones are read out at once. */
export function Notice({ kind = 'info', children }: { kind?: keyof typeof noticeIcons; children: ComponentChildren }) {
  return (
    <div class={`notice ${kind}`} {...(kind === 'danger' ? { role: 'alert', tabIndex: -1 } : {})}>
      <Icon name={noticeIcons[kind]} />
      <div class="words">{children}</div>
    </div>
  );
}

/** What failed, and the way to try it again. */
export function Failed({ error, onRetry }: { error: string; onRetry: () => void }) {
  return (
    <Notice kind="danger">
      <span>{error}</span>
      <span>
        <Button slim onClick={onRetry}>
          {words.tryAgain}
        </Button>
      </span>
    </Notice>
  );
}

export function Empty({ icon, children }: { icon: IconName; children: ComponentChildren }) {
  return (
    <div class="empty">
      <span class="mark">
        <Icon name={icon} size={20} />
      </span>
      {children}
    </div>
  );
}

export function Spinner({ label }: { label: string }) {
  return (
    <span class="row muted" role="status" tabIndex={-1}>
      <span class="spinner" />
      {label}
    </span>
  );
}

/** Grey lines in the place of what is still on its way. */
export function Ghosts({ lines = 3, label = words.loading }: { lines?: number; label?: string }) {
  return (
    <div class="stack" role="status">
      <span class="unseen">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} class="ghost" style={{ width: `${90 - ((line * 23) % 45)}%` }} />
      ))}
    </div>
  );
}
