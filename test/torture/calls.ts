// What people asked of the add-on and what it answered.

import type { Conflict } from '../../src/domain/issue';
import type { AnyRecord, FieldValue } from '../../src/domain/schema';
import type { TorturedTab } from './view';

/** A record as a person last saw it: what a form begins from. */
export interface Form {
  readonly tab: TorturedTab;
  readonly id: string;
  readonly version: number;
  readonly fields: AnyRecord;
}

export interface Call {
  readonly n: number;
  readonly what: 'save' | 'saveMany' | 'create' | 'delete' | 'undo';
  readonly tab: TorturedTab;
  /** What each record was to become: id (blank for a new one) and fields. */
  readonly wanted: readonly { readonly id: string; readonly fields: { readonly [key: string]: FieldValue } }[];
  /** The form it began from, where the add-on was told of one. */
  readonly form?: Form;
  /** Whether the values of the form were sent, not only its version. */
  readonly sentBase?: boolean;
  /** The change set to undo. */
  readonly undoes?: string;
  readonly answer: Answer;
}

export type Answer =
  | { readonly kind: 'done'; readonly changeSet: string; readonly ids: readonly string[] }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'refused'; readonly why: string }
  /** Killed, or failed: it may have happened or not. */
  | { readonly kind: 'unknown'; readonly why: string };
