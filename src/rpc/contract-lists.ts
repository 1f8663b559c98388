// What crosses for the windows of lists and settings: rows of record tabs whole, and the rows of tabs that hold no records. Types only.
import type { Issue } from '../domain/issue';
import type { FieldValue, RecordTabKey } from '../domain/schema';

/** Where the next page begins: a row, and the id that stood above it. */
export interface RowsPlace {
  row: number;
  above: string;
}

/** `from`: left out for the first page, else `next` of the page before. */
export interface RecordRowsInput {
  tab: RecordTabKey;
  from?: RowsPlace;
}

export interface RecordRow {
  id: string;
  /** What is left out is blank; what cannot be read stands as it was typed. */
  fields: { [key: string]: FieldValue };
  /** Names of the records that `fields` refer to, by id. */
  labels: { [id: string]: string };
}

export interface RecordRowsPage {
  /** At most 1 MB of JSON. Of all pages together an id may come twice, and the later one counts. */
  rows: RecordRow[];
  /** Null after the last page. */
  next: RowsPlace | null;
  /** Rows were moved since the page before, and `next` is the beginning again. */
  moved: boolean;
  /** Rows of the tab in all, for progress. */
  total: number;
}

/** Tabs whose rows are no records, and that people change. */
export type AdminTab = 'team' | 'rules' | 'templates' | 'lists' | 'settings';

export interface AdminRow {
  /** 1-based, where it stood when it was read. */
  row: number;
  /** All fields of the tab; what cannot be read stands as it was typed. */
  fields: { [key: string]: FieldValue };
}

/** Left out `before`: a new row. `after` null: the row is taken out. Both hold all fields of the row. */
export interface AdminChange {
  row?: number;
  before?: { [key: string]: FieldValue };
  after: { [key: string]: FieldValue } | null;
}

export interface AdminRowsInput {
  tab: AdminTab;
  /** Left out: only reads. All are made or none; turning each around (`before` for `after`) takes them back. */
  changes?: AdminChange[];
}

export type AdminRowsResult =
  | { status: 'saved'; rows: AdminRow[] }
  /** `row` of an issue is the place of its change in the list. */
  | { status: 'invalid'; issues: Issue[] }
  /** A row holds something else by now; nothing was written. */
  | { status: 'conflict'; rows: AdminRow[] };

export interface ListCalls {
  recordRows: (input: RecordRowsInput) => RecordRowsPage;
  adminRows: (input: AdminRowsInput) => AdminRowsResult;
}
