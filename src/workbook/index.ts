// The workbook layer's public face. Other folders of src import from here, never from the files beside it.
import type { Author, How } from '../domain/change-set';
import type {
  Block,
  Change,
  CommitOptions,
  CommitOutcome,
  CreatedBlock,
  LoadedRecord,
  RecordTabKey,
  Settings,
  Table,
  Team,
  Workbook,
} from './api';

export * from './api';

// Published ahead of their implementations, which replace these declarations one by one.
export declare function openWorkbook(): Workbook;
export declare function readTeam(workbook: Workbook): Team;
export declare function readSettings(workbook: Workbook): Settings;
/** Every row of a tab (1 read for headers, 1 for rows). */
export declare function readTable(workbook: Workbook, tab: RecordTabKey): Table;
/** Ledger hint, verification, then a search. Null when there is no such record. */
export declare function findById(workbook: Workbook, tab: RecordTabKey, id: string): LoadedRecord | null;
/** The one path for all writes of records. Takes and releases the lock itself. Throws WorkbookError `busy`. */
export declare function commit(
  workbook: Workbook,
  author: Author,
  how: How,
  changes: readonly Change[],
  options?: CommitOptions,
): CommitOutcome;
/** Creates up to 1,000 records of one tab in a constant number of calls. Rules are the caller's affair. */
export declare function createBlock(
  workbook: Workbook,
  author: Author,
  how: How,
  block: Block,
  options?: CommitOptions,
): CreatedBlock;
/** Adds Team members (rows at the end of Team). */
export declare function addMembers(
  workbook: Workbook,
  members: readonly { name: string; email?: string; role?: string }[],
): void;
/** Runs `work` under the document lock, with pending writes flushed before it is released. */
export declare function withLock<T>(workbook: Workbook, work: () => T): T;
/** A value of `_Meta` (JSON), null when absent. Keys other than the fixed ones may be any text; see meta.ts. */
export declare function readMeta(workbook: Workbook, key: string): unknown;
/** Sets values of `_Meta`; call it under the lock. */
export declare function writeMeta(workbook: Workbook, values: { readonly [key: string]: unknown }): void;
