// The shapes that cross between the workbook layer and its users (rpc, import, mail, triggers). Types only; the functions
// are exported by ./index.
import type { Author, ChangeKind, Delta, How } from '../domain/change-set';
import type { Conflict, Issue } from '../domain/issue';
import type { FormatInZone } from '../domain/ports';
import type { AnyRecord, FieldValue, Member, RecordTabKey, TabKey } from '../domain/schema';
import type { Settings } from '../domain/settings';

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;

/** The open workbook. Lives as long as one execution; what it remembers (tabs, columns) is good under the lock only. */
export interface Workbook {
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  readonly id: string;
  readonly timeZone: string;
  /** `de_DE`, as Sheets writes it. */
  readonly locale: string;
  /** Zone rules, for the domain. */
  readonly format: FormatInZone;
  /** UTC ISO to the millisecond. */
  now(): string;
  /** Today in the workbook's zone, `2026-11-23`. */
  today(): string;
  /** The wall clock in the workbook's zone, `2026-11-23T09:30`. */
  clock(): string;
  /** Serial number of a date cell's wall clock. */
  serialOf(date: Date): number;
  /** The tab, found by title, then by its metadata. Throws WorkbookError `no-tab`. */
  sheet(key: TabKey): Sheet;
  /** A hidden tab by its fixed title: `_Meta`, `_Ledger Deals`. */
  hidden(title: string): Sheet;
  findSheet(keyOrTitle: string): Sheet | null;
  /** The tab by its metadata first: for when a tab of the right title turned out to be another. */
  refindSheet(keyOrTitle: string): Sheet | null;
  /** Forgets the tabs found so far, after tabs were made or deleted. */
  forget(): void;
  /** A new random uuid. */
  uuid(): string;
}

/** A record as it stands in the grid, with what Rowbook knows about it. */
export interface StoredRecord {
  readonly tab: RecordTabKey;
  /** Blank for a row that has no id yet. */
  readonly id: string;
  /** 1-based row where it stood when read. */
  readonly row: number;
  /** Every field of the schema and every custom column (`custom:Header`); what could not be read is blank here. */
  readonly fields: AnyRecord;
  /** Contents of cells that could not be read, by field. */
  readonly raw: { readonly [field: string]: FieldValue };
  /** What is wrong with cells as they stand. */
  readonly issues: readonly Issue[];
  /** Names for people of the references, by id, as their cells say. */
  readonly labels: { readonly [id: string]: string };
}

/** A record together with its ledger entry: what a client may edit. */
export interface LoadedRecord extends StoredRecord {
  readonly version: number;
  /** Cells that hold a person's formula, by field. */
  readonly formulas: { readonly [field: string]: string };
}

/** All rows of a record tab. */
export interface Table {
  readonly tab: RecordTabKey;
  readonly records: readonly StoredRecord[];
  /** Custom columns, in column order. */
  readonly customFields: readonly { key: string; header: string }[];
  byId(id: string): StoredRecord | undefined;
}

/** One change that someone wants. Field values as a client sends them (see `SaveInput.changes`). */
export interface Change {
  readonly kind: 'create' | 'update' | 'delete';
  readonly tab: RecordTabKey;
  /** Update and delete. */
  readonly id?: string;
  readonly fields?: { readonly [field: string]: FieldValue };
  /** The version the change began from; left out: the version now. */
  readonly baseVersion?: number;
  /** The values it began from, at least of the changed fields. */
  readonly base?: { readonly [field: string]: FieldValue };
  /** Fields to write although someone else changed them, or although they hold a formula. */
  readonly overwrite?: readonly string[];
  /** Rowbook itself sets system and derived fields. */
  readonly by?: 'person' | 'system';
  /** Of two records that become one: the other. An update says which becomes a part of it, a delete of which it becomes one. */
  readonly merge?: string;
  /** A reference that follows the record it means to the one that this becomes a part of: whose the referring record is does not matter. */
  readonly follows?: boolean;
}

export interface CommittedRecord {
  readonly tab: RecordTabKey;
  readonly id: string;
  readonly kind: ChangeKind;
  readonly version: number;
  readonly row: number;
  readonly fields: AnyRecord;
  /** Names for people of the references in `fields`, by id. */
  readonly labels: { readonly [id: string]: string };
  readonly delta: Delta;
}

export type CommitOutcome =
  | {
      readonly status: 'saved';
      /** Blank when nothing was left to write. */
      readonly changeSet: string;
      /** In the order of the changes, followed by records whose derived fields changed. */
      readonly records: readonly CommittedRecord[];
      /** Fields others changed meanwhile, joined with these changes. */
      readonly merged: readonly string[];
      /** For people: an interleaved edit that was kept, a function that could not be asked. */
      readonly warnings: readonly string[];
    }
  | {
      readonly status: 'conflict';
      readonly tab: RecordTabKey;
      readonly id: string;
      readonly conflicts: readonly Conflict[];
    }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

export interface CommitOptions {
  /** Use this change set id (steps of one import or one long undo share it). */
  readonly changeSet?: string;
  /** Do not check rules (undo and recovery put back what was there). */
  readonly unchecked?: boolean;
  /** Unchecked, but with what follows from it in other records. */
  readonly derived?: boolean;
  /** Plan from what the ledger says of the records first, as for a single change: most have not been changed in the grid meanwhile. */
  readonly trusting?: boolean;
  /** A record that is about to go: nothing is derived for it any more. */
  readonly leaving?: string;
}

/** Records to create at once, in canonical form (ids, ISO dates, numbers); names of what references point to. */
export interface Block {
  readonly tab: RecordTabKey;
  readonly records: readonly AnyRecord[];
  /** Names for people by id, for reference cells. */
  readonly labels?: { readonly [id: string]: string };
}

export interface CreatedBlock {
  readonly changeSet: string;
  /** One for each record, in order. */
  readonly ids: readonly string[];
  readonly firstRow: number;
}

/** Who may write and who is who. */
export interface Team {
  readonly members: readonly Member[];
  /** Key (email, else name) of the member that a text means; undefined when none or several. */
  person(text: string): string | undefined;
  member(key: string): Member | undefined;
  /** What stands in the member's Email cell when it is no address. */
  unreadEmail(member: Member): string | undefined;
}

export type { AnyRecord, Author, Conflict, Delta, FieldValue, How, Issue, Member, RecordTabKey, Settings, TabKey };
