// Drafts: what was typed and not saved yet survives a closed sidebar where the browser lets us keep it, and a left form in any case.
import type { FieldValue } from '../../src/domain/schema';
import type { StartView } from '../../src/rpc/contract';
import type { Entry } from './entry';

/** What a form keeps: the entries that were touched, and the record they were typed against (null: a new one). */
export interface Draft {
  entries: { [key: string]: Entry };
  labels: { [reference: string]: string };
  opened: { version: number; fields: { [key: string]: FieldValue } } | null;
}

/** What the draft of a new record is called: as it is typed, and from its save until that is through. */
export type NewDraft = 'new' | 'sent';

/** What was typed into one form and goes on in another. */
export interface Carried extends Pick<Draft, 'entries' | 'labels'> {
  /** Gives up the draft it came from. */
  drop: () => void;
}

/** A place for one draft. */
export interface DraftKeeper<T> {
  read: () => T | null;
  keep: (draft: T) => void;
  drop: () => void;
}

/** As long as this window lives: the browser may forbid storage in a panel of another origin (APPS_SCRIPT.md 1.3). */
const held = new Map<string, string>();

function guarded<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

/** Where the draft of `what` is kept (`deals.D-3`, `contacts.new`; `contacts.sent` while it is saved). Each person has their own: computers are shared. */
export function draftOf<T>({ user }: StartView, what: string): DraftKeeper<T> {
  const key = `rowbook.draft.${user.email}.${what}`;
  return {
    read: () =>
      guarded(() => {
        const text = held.get(key) ?? localStorage.getItem(key);
        return text ? (JSON.parse(text) as T) : null;
      }),
    keep: (draft) => {
      const text = JSON.stringify(draft);
      held.set(key, text);
      guarded(() => localStorage.setItem(key, text));
    },
    drop: () => {
      held.delete(key);
      guarded(() => localStorage.removeItem(key));
    },
  };
}
