// What can be wrong with a change: an issue with one value, or a conflict with somebody else's change. Types only.
import type { FieldValue } from './schema';

/** A problem with one value. `field` is blank when the whole record is meant. */
export interface Issue {
  tab: string;
  id: string;
  row?: number;
  field: string;
  /** required | invalid | choice | reference | duplicate | unique | date | number | role | tooLong … */
  code: string;
  expected: string;
  received: string;
  message: string;
}

/** A field that two people changed: the value both started from, and what each made of it. */
export interface Conflict {
  field: string;
  label: string;
  base: FieldValue;
  mine: FieldValue;
  theirs: FieldValue;
  /** Who changed it and when (UTC ISO), as far as known: "unknown (grid)". */
  who: string;
  at: string;
}
