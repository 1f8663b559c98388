// Drafts: what was typed into a form and not saved yet survives a closed sidebar, where the browser lets us keep it.
import type { FieldValue, RecordTabKey } from '../../src/domain/schema';
import type { Entry } from './entry';

/** What a form keeps: the entries that were touched, and the record they were typed against (null: a new one). */
export interface Draft {
  entries: { [key: string]: Entry };
  labels: { [reference: string]: string };
  opened: { version: number; fields: { [key: string]: FieldValue } } | null;
}

function keyOf(tab: RecordTabKey, id: string | undefined): string {
  return `rowbook.draft.${tab}.${id ?? 'new'}`;
}

/** The browser may forbid storage in a panel of another origin (APPS_SCRIPT.md 1.3): then there simply are no drafts. */
function guarded<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

export function readDraft(tab: RecordTabKey, id: string | undefined): Draft | null {
  return guarded(() => {
    const text = sessionStorage.getItem(keyOf(tab, id));
    return text ? (JSON.parse(text) as Draft) : null;
  });
}

export function keepDraft(tab: RecordTabKey, id: string | undefined, draft: Draft): void {
  guarded(() => sessionStorage.setItem(keyOf(tab, id), JSON.stringify(draft)));
}

export function dropDraft(tab: RecordTabKey, id: string | undefined): void {
  guarded(() => sessionStorage.removeItem(keyOf(tab, id)));
}
