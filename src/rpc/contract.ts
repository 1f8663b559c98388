// What crosses between a client (sidebar, dialogs, `/local/run`) and the add-on: plain JSON, dates as text.
// Types only. The implementations stand in the files beside this one; src/index.ts makes them public.

import type { ColumnPlan, ImportMapping, ValueMap } from '../domain/import/mapping';
import type { ImportProgress } from '../domain/import/progress';
import type { Conflict, Issue } from '../domain/issue';
import type { PipelineReport, ReportFilters } from '../domain/reports/types';
import type { FieldValue, RecordTabKey } from '../domain/schema';
import type { AttentionCalls } from './contract-attention';
import type { BoardResult } from './contract-board';
import type { DuplicateCalls } from './contract-duplicates';
import type { FindCalls } from './contract-find';
import type {
  GridChangesAgainstRoles,
  HandOverInput,
  HandOverPreview,
  HandOverPreviewInput,
  HandOverStep,
} from './contract-hand-over';
import type { HistoryCalls } from './contract-history';
import type { ListCalls } from './contract-lists';
import type { RecordView } from './contract-record';
import type { SheetCalls } from './contract-sheet';

export type { Conflict, Issue } from '../domain/issue';
export type { RecordView } from './contract-record';

/**
 * Every answer of a public function that a client calls. `code` is stable; `message` is for people and says what to do. `now` is
 * when it was given, UTC ISO: clients take the time from it, never from their own clock.
 */
export type Reply<T> = { ok: true; value: T; now?: string } | { ok: false; code: string; message: string };

export interface FindInput {
  /** One tab, or contacts, companies and deals when left out. */
  tab?: RecordTabKey;
  /** Words that must all occur (case and accents ignored) in name, email, phone (however it is spelled) or company. Blank: newest first. */
  query?: string;
  /** Exact values a record must have, e.g. `{ stage: 'Won' }`. */
  where?: { [field: string]: FieldValue };
  /** Only records with these ids, e.g. those behind a figure of the report. */
  ids?: string[];
  /** At most this many (default 20, at most 500). */
  limit?: number;
  offset?: number;
}

export interface FoundRecord {
  tab: RecordTabKey;
  id: string;
  name: string;
  /** A second line: company and email, stage and amount. */
  detail: string;
  fields: { [key: string]: FieldValue };
}

export interface FindResult {
  records: FoundRecord[];
  total: number;
}

export interface GetInput {
  tab: RecordTabKey;
  id: string;
}

/** One entry of a record's timeline, newest first. `at` is ISO (date, wall-clock date-time or UTC instant). */
export interface TimelineEntry {
  at: string;
  kind: 'interaction' | 'task' | 'change';
  title: string;
  detail: string;
  who: string;
  tab?: RecordTabKey;
  id?: string;
}

export interface RecordPage {
  record: RecordView;
  related: FoundRecord[];
  timeline: TimelineEntry[];
}

export interface SaveInput {
  tab: RecordTabKey;
  /** Left out: a new record. */
  id?: string;
  /** The version the form was opened with; left out means "the version now", for callers that hold no form. */
  baseVersion?: number;
  /** Only the fields that changed. References by id or by exact name; dates `2026-11-23`. */
  changes: { [field: string]: FieldValue };
  /** Fields where the person chose their own value after a conflict, or agreed to write over a formula. */
  overwrite?: string[];
  /** Reads the values that the form was opened with, so that a three-way merge needs no history. */
  base?: { [field: string]: FieldValue };
}

export type SaveResult =
  | { status: 'saved'; record: RecordView; changeSet: string; merged: string[]; warnings: string[] }
  | { status: 'conflict'; record: RecordView; conflicts: Conflict[] }
  | { status: 'invalid'; issues: Issue[] };

export interface SaveManyInput {
  tab: RecordTabKey;
  /** `base`: what the caller saw in the changed fields. */
  records: { id?: string; changes: { [field: string]: FieldValue }; base?: { [field: string]: FieldValue } }[];
  /** For existing records: those that cannot be saved are left alone and told in `kept`, `ids` are the others. */
  each?: boolean;
  /** With `each`, of the step before: one undo takes all steps back. */
  changeSet?: string;
  /** With `each`, of an admin: a deal's Stage is only called otherwise, so that it does not begin anew. */
  renamed?: boolean;
}

export interface KeptRecord {
  id: string;
  /** A sentence. */
  reason: string;
}

export interface SaveManyResult {
  changeSet: string;
  ids: string[];
  issues: Issue[];
  kept: KeptRecord[];
}

export interface DeleteInput {
  tab: RecordTabKey;
  id: string;
  baseVersion?: number;
}

export interface StageView {
  pipeline: string;
  name: string;
  probability: number;
  outcome: 'open' | 'won' | 'lost';
  stallDays: number | null;
}

/** What the sidebar needs for its first paint. */
export interface StartView {
  ready: boolean;
  user: { email: string; name: string; role: string };
  today: string;
  timeZone: string;
  /** The workbook's, as Sheets writes it (`de_DE`): clients write numbers as it does. */
  locale: string;
  currency: string;
  /** Where the web app is, for links to records; blank where it is not. */
  webApp: string;
  team: { key: string; name: string; email: string; active: boolean; role: string }[];
  pipelines: string[];
  stages: StageView[];
  currencies: string[];
  customFields: { [tab: string]: { key: string; header: string }[] };
  followUps: { overdue: number; today: number; next7: number };
  /** How much needs attention, as far as was counted. */
  attention: number;
  /** What a person should know: function unreachable, trigger missing, copied workbook. */
  notices: { code: string; message: string; action?: string }[];
}

export interface FollowUpsInput {
  /** Whose tasks: the caller's own (default), or everybody's. */
  scope?: 'mine' | 'all';
}

export interface FollowUp {
  id: string;
  /** Left out where it was not read: a save without a base version means "the version now". */
  version?: number;
  title: string;
  kind: string;
  /** The day it asks for attention: its due date, or the later day it is snoozed until. */
  due: string;
  dueTime: string | null;
  owner: string;
  ownerName: string;
  priority: string;
  /** The record it is about, most telling first. */
  about: { tab: RecordTabKey; id: string; name: string }[];
}

export interface FollowUpsResult {
  today: string;
  overdue: FollowUp[];
  dueToday: FollowUp[];
  next7: FollowUp[];
}

// ---- import -------------------------------------------------------------------------------------------------------

export type { ColumnPlan, ColumnTarget, ImportMapping, ValueMap } from '../domain/import/mapping';
export type { ImportProgress } from '../domain/import/progress';

export interface PreviewInput {
  tab: string;
  /** Left out: Rowbook suggests one. */
  mapping?: ImportMapping;
}

export interface ImportPreview {
  source: { tab: string; headerRow: number; rows: number };
  mapping: ImportMapping;
  columns: ColumnPlan[];
  values: ValueMap[];
  /** What a commit would do, over all rows. */
  counts: { tab: string; create: number; update: number; same: number }[];
  /** Rows that cannot be taken in as they are (at most 200 shown). */
  problems: Issue[];
  problemCount: number;
  /** Rows left out because of their problems. */
  skipped: number;
  /** What keeps the import from starting: an undecided value, a required field without a column. Empty: ready. */
  blockers: { code: string; message: string }[];
  /** What a person should know before they agree: new team members, deals lost without a reason, how dates are read. */
  notes?: { code: string; message: string }[];
}

export interface CommitInput {
  tab: string;
  mapping: ImportMapping;
  /** From the answer before; left out starts. */
  importId?: string;
}

export interface UndoResult {
  changeSet: string;
  /** Set when a long undo has more to do: call again. */
  more: boolean;
  undone: number;
  kept: { tab: string; id: string; field: string; reason: string }[];
}

// ---- reports ------------------------------------------------------------------------------------------------------

export interface ReportInput {
  name: 'pipeline';
  filters?: ReportFilters;
  /** A figure's key or a line's `rows`: its deals' ids come with the answer. */
  rows?: string;
}

export type { PipelineReport, ReportFilters };

/** Ids of the deals behind one figure, in the Deals tab's order. */
export interface ReportRows {
  rows: string;
  total: number;
  /** At most 500. */
  ids: string[];
}

/** Answer of `report`; `rows` only when the input asked for the deals behind a figure. */
export interface ReportResult extends PipelineReport {
  rows?: ReportRows;
  /** As in `StartView`; left out where the report was not made by the workbook. */
  locale?: string;
}

/** Answer of `reportLink`: an address that opens the report page in a browser without a token, for some minutes. */
export interface ReportLink {
  url: string;
  /** UTC ISO text. */
  expires: string;
}

// ---- the calls themselves -----------------------------------------------------------------------------------------

export interface DeleteResult {
  changeSet: string;
  warnings: string[];
}

export interface UndoInput {
  changeSet: string;
}

/** A tab that rows can be imported from. */
export interface SourceTab {
  title: string;
  /** Rows below the first, down to the last that holds anything. How many of them are records, a preview tells. */
  rows: number;
  columns: number;
  /** True for Rowbook's own tabs, which the dialog lists last. */
  own?: boolean;
  /** An import of this tab that stopped midway: `commitImport({ tab, mapping, importId })` goes on with it. */
  unfinished?: { importId: string; mapping: ImportMapping; rowsDone: number; rowsTotal: number };
  /** Imports of this tab that are done, the latest first; only the last few of the workbook are remembered. */
  imports?: PastImport[];
  /** There is no such tab any more, only its imports. */
  gone?: boolean;
}

/** A finished import: `undoChangeSet` takes it back. */
export interface PastImport {
  changeSet: string;
  /** UTC ISO. */
  when: string;
  who: string;
  /** Records by tab. */
  created: { [tab: string]: number };
  updated: { [tab: string]: number };
  /** When and by whom it was taken back; what had changed since stayed. */
  undone?: { when: string; who: string };
}

/** `signature`: what reads pasted signatures; `told`: what puts the server's sentences into the person's language. */
export interface PartInput {
  name: 'signature' | 'told';
}

/** Calls without input take an empty object, so that every public function has exactly one argument. */
export type NoInput = { readonly [key: string]: never };

/** Every function that a client may call: input → value of the `Reply`. Client and server are both typed by it. */
export interface Calls<Report = ReportResult>
  extends HistoryCalls,
    AttentionCalls,
    DuplicateCalls,
    FindCalls,
    ListCalls,
    SheetCalls {
  start: (input: NoInput) => StartView;
  /** A part of the panels that is not in their pages, `<script>…</script>`. */
  part: (input: PartInput) => string;
  setUpWorkbook: (input: NoInput) => { created: string[]; notices: string[] };
  findRecords: (input: FindInput) => FindResult;
  getRecord: (input: GetInput) => RecordPage;
  saveRecord: (input: SaveInput) => SaveResult;
  saveRecords: (input: SaveManyInput) => SaveManyResult;
  deleteRecord: (input: DeleteInput) => DeleteResult;
  undoChangeSet: (input: UndoInput) => UndoResult;
  followUps: (input: FollowUpsInput) => FollowUpsResult;
  sourceTabs: (input: NoInput) => SourceTab[];
  previewImport: (input: PreviewInput) => ImportPreview;
  commitImport: (input: CommitInput) => ImportProgress;
  board: (input: NoInput) => BoardResult;
  report: (input: ReportInput) => Report;
  /** Fails with `function-not-set-up` where there is no cloud function, `function-unreachable` when it does not answer. */
  reportLink: (input: ReportInput) => ReportLink;
  handOverPreview: (input: HandOverPreviewInput) => HandOverPreview;
  handOver: (input: HandOverInput) => HandOverStep;
  gridChangesAgainstRoles: (input: NoInput) => GridChangesAgainstRoles;
}
