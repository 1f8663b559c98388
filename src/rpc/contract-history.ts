// What crosses for History: change sets as people read them, undoing them, and how much room is left. Types only.
import type { Delta } from '../domain/change-set';
import type { Issue } from '../domain/issue';
import type { FieldValue, RecordTabKey } from '../domain/schema';

export interface HistoryInput {
  /** Only changes of this tab, or of one record of it. */
  tab?: RecordTabKey;
  id?: string;
  /** A person's address or name, or `unknown (grid)`. */
  who?: string;
  /** `sidebar`, `grid`, `import`, `undo` … */
  how?: string;
  /** First and last day, in the workbook's zone. */
  from?: string;
  to?: string;
  /** From the answer before; left out: the newest. */
  cursor?: string;
  /** Change sets wanted (default 20, at most 50). */
  limit?: number;
}

export interface RecordChange {
  tab: RecordTabKey;
  /** `D-7`, or `D-1…D-500` for a block. */
  id: string;
  name: string;
  /** As it stands in History. */
  summary: string;
  /** Each field before and after; blank for a block. */
  delta: Delta;
  /** The caller may change the record: `putBackField` may be called for fields that people write. */
  mayChange: boolean;
  /** Of a deal whose amount changed: its currency now. Blank is the workbook's. */
  currency: string;
}

export interface ChangeSetView {
  changeSet: string;
  /** UTC ISO. */
  when: string;
  /** `Ann Smith <ann@example.com>`, as in History. */
  who: string;
  how: string;
  /** Records it changed, as far as this page tells. */
  count: number;
  /** The first few of them. */
  records: RecordChange[];
  /** The caller may undo a part of it at least, and it is not wholly undone. What changed since stays in any case. */
  canUndo: boolean;
  /** By whom it was taken back; `inPart`: something of it stayed. */
  undone?: { when: string; who: string; inPart: boolean };
}

export interface HistoryPage {
  sets: ChangeSetView[];
  /** Names of the records that the values refer to. */
  labels: { [reference: string]: string };
  /** Where to go on; null when there is nothing older. A page may be empty and have one: the search goes on there. */
  cursor: string | null;
  /** Entries in the whole past, packed ones included. */
  total: number;
}

export interface PutBackInput {
  tab: RecordTabKey;
  id: string;
  changeSet: string;
  field: string;
  /** What the person was told that the field holds, and of which version: left out asks, writes nothing. */
  expected?: { value: FieldValue; version: number };
}

export type PutBackResult =
  | {
      status: 'ask';
      /** What the field holds, and what it held before the change. */
      now: FieldValue;
      then: FieldValue;
      /** Names of the records that they refer to; the currency of a deal. */
      labels: { [reference: string]: string };
      currency: FieldValue;
      expected: { value: FieldValue; version: number };
      /** The cell holds a formula, which would be written over. */
      formula?: string;
    }
  | { status: 'saved'; changeSet: string; warnings: string[] }
  | { status: 'invalid'; issues: Issue[] };

export interface DeletedInput {
  tab?: RecordTabKey;
  /** Words that must all occur in the name or the id. */
  query?: string;
}

export interface DeletedRecord {
  tab: RecordTabKey;
  id: string;
  name: string;
  when: string;
  /** As in `ChangeSetView`. */
  who: string;
}

export interface DeletedResult {
  records: DeletedRecord[];
  /** There are older ones that were not looked through. */
  more: boolean;
}

export interface RestoreInput {
  tab: RecordTabKey;
  id: string;
}

export interface RestoreResult {
  changeSet: string;
  /** References of it that lead to records that are deleted. */
  warnings: string[];
}

export interface UndoByInput {
  /** A person's address or name, or `unknown (grid)`. */
  who: string;
  /** A day (`2026-11-23`, from its beginning in the workbook's zone) or a UTC ISO instant. */
  since: string;
  /** From the preview and the answer before: all left out asks for the preview, which writes nothing. */
  until?: string;
  changeSet?: string;
  at?: number;
}

export type UndoByResult =
  | {
      status: 'preview';
      until: string;
      changeSets: number;
      records: number;
      tabs: { title: string; records: number }[];
    }
  | {
      status: 'step';
      until: string;
      /** Of all its steps; undoing it takes the undo back. */
      changeSet: string;
      at: number;
      more: boolean;
      undone: number;
      /** Of this step. */
      kept: { tab: string; id: string; field: string; reason: string }[];
    };

/** Cells in use, blank ones included: Google allows `most` in a workbook. */
export interface WorkbookSize {
  tabs: { title: string; cells: number; hidden: boolean }[];
  total: number;
  most: number;
  /** Share of `most` in use, 0 to 1. */
  share: number;
}

export interface HistoryCalls {
  history: (input: HistoryInput) => HistoryPage;
  putBackField: (input: PutBackInput) => PutBackResult;
  deletedRecords: (input: DeletedInput) => DeletedResult;
  restoreRecord: (input: RestoreInput) => RestoreResult;
  undoChangesBy: (input: UndoByInput) => UndoByResult;
  workbookSize: (input: { readonly [key: string]: never }) => WorkbookSize;
}
