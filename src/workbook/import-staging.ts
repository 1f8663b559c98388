// What an import still has to do, kept in the workbook so that it can be stopped and resumed: the planned records in
// `_Staging`, in the order they are written, and how far it is in `_Meta` (`imports`). The source tab is read only once.
import type { ImportMapping } from '../domain/import/mapping';
import type { ImportPlan, PlannedCreate, PlannedUpdate } from '../domain/import/plan-types';
import type { RememberedMap } from '../domain/import/remembered';
import type { Issue } from '../domain/issue';
import { type RecordTabKey, recordTabKeys } from '../domain/schema';
import type { Author, Workbook } from './api';
import type { MadeByImport } from './import-made';
import { ensureRows } from './ledger';
import { readMeta, writeMeta } from './meta';

const stagingTitle = '_Staging';

/** A planned record as it waits in `_Staging`; updates have an id. */
export type StagedRecord = PlannedCreate & Partial<Pick<PlannedUpdate, 'id'>>;

/** Consecutive records of one tab and kind in `_Staging`. */
export interface StagedRun {
  readonly tab: RecordTabKey;
  /** `follow`: derived fields of existing records. */
  readonly kind: 'create' | 'update' | 'follow';
  /** 0-based place of the first in `_Staging`. */
  readonly start: number;
  readonly count: number;
  /** How many are written. */
  done: number;
}

export interface ImportState {
  readonly importId: string;
  readonly changeSet: string;
  readonly source: string;
  readonly mapping: ImportMapping;
  /** Fingerprint of the source's headers. */
  readonly columns: string;
  readonly author: Author;
  /** UTC ISO of the last step. */
  touched: string;
  /** `staging` until every planned record stands in `_Staging`. */
  phase: 'staging' | 'preparing' | 'records';
  readonly main: RecordTabKey;
  readonly team: readonly string[];
  readonly customColumns: readonly { tab: RecordTabKey; header: string }[];
  /** What of columns and people was not there before it: told before it is made. Left out before that. */
  readonly made?: MadeByImport;
  readonly runs: StagedRun[];
  /** Ids given to new records, by tab: [position of the first, its id's number, how many], in order. */
  readonly ids: { [tab: string]: [number, number, number][] };
  /** Set before a block is created and taken back after: a step that finds it asks History whether the block is there. */
  pending: boolean;
  /** Source rows. */
  readonly rowsTotal: number;
  /** Source rows that need no writing: left out, or in the workbook already. */
  readonly rowsSettled: number;
  readonly skipped: number;
  /** At most 50. */
  readonly problems: Issue[];
}

/** A finished import, remembered so that it can be taken back later, and so that a repeated last step answers the same. */
export interface FinishedImport {
  readonly importId: string;
  readonly changeSet: string;
  readonly source: string;
  /** UTC ISO. */
  readonly when: string;
  readonly who: string;
  readonly created: { [tab: string]: number };
  readonly updated: { [tab: string]: number };
  readonly rowsTotal: number;
  readonly skipped: number;
  /** Left out: nothing. */
  readonly made?: MadeByImport;
  /** Set once it was taken back, as far as that went. */
  readonly undone?: { readonly when: string; readonly who: string };
}

interface ImportsMeta {
  current?: ImportState;
  /** The latest first. */
  finished?: readonly FinishedImport[];
}

/** They share a cell with the import that is under way; older ones can still be undone through History. */
export const finishedKept = 20;

/** The import under way and the last finished one, each undefined where there is none (no read where `_Meta` was read). */
export function readImports(workbook: Workbook): ImportsMeta {
  return (readMeta(workbook, 'imports') ?? {}) as ImportsMeta;
}

/** Remembers the import's state (1 write). Only under the lock. */
export function writeImports(workbook: Workbook, imports: ImportsMeta, importMaps?: readonly RememberedMap[]): void {
  writeMeta(workbook, importMaps ? { imports, importMaps } : { imports });
}

/** What the words of earlier imports became, the latest first. */
export function readImportMaps(workbook: Workbook): readonly RememberedMap[] {
  return (readMeta(workbook, 'importMaps') ?? []) as RememberedMap[];
}

const width = 4;
const chunk = 4_000;
/** Height of an empty `_Staging`. */
const keptRows = 10;
/** Characters of JSON in one cell; a record may take `width - 1` cells. */
const cellLength = 45_000;

/** Puts planned records into `_Staging` over whatever stood there (calls grow with chunks of 4,000). */
export function stageRecords(workbook: Workbook, records: readonly StagedRecord[]): void {
  const sheet = workbook.hidden(stagingTitle);
  ensureRows(sheet, records.length + 1);
  const columns = sheet.getMaxColumns();
  if (columns < width) sheet.insertColumnsAfter(columns, width - columns);
  sheet.getRange(2, 1, sheet.getMaxRows() - 1, width).clearContent();
  for (let from = 0; from < records.length; from += chunk) {
    const rows = records.slice(from, from + chunk).map((record, at) => stagedCells(record, from + at));
    sheet.getRange(from + 2, 1, rows.length, width).setValues(rows);
  }
}

/** Every part begins with a letter, so that it is text however the cell is formatted. */
function stagedCells(record: StagedRecord, place: number): (string | number)[] {
  // A character outside the basic plane is two units, which must not be parted between cells.
  const json = JSON.stringify(record).replace(/[\ud800-\udfff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
  const parts = Array.from({ length: width - 1 }, (_, at) => json.slice(at * cellLength, (at + 1) * cellLength));
  return [place, ...parts.map((part) => (part === '' ? '' : `j${part}`))];
}

/** Staged records from a place on (1 read). */
export function readStaged(workbook: Workbook, start: number, count: number): StagedRecord[] {
  if (count === 0) return [];
  const rows = workbook
    .hidden(stagingTitle)
    .getRange(start + 2, 1, count, width)
    .getValues();
  return rows.map((cells) => {
    const json = cells
      .slice(1)
      .map((cell) => String(cell ?? '').slice(1))
      .join('');
    return JSON.parse(json) as StagedRecord;
  });
}

/** Empties `_Staging` and gives its rows back to the workbook's cell budget. */
export function clearStaging(workbook: Workbook): void {
  const sheet = workbook.hidden(stagingTitle);
  // Rows that go need no clearing; a grid keeps a few, and Google refuses to delete all that are not frozen.
  const spare = sheet.getMaxRows() - keptRows;
  if (spare > 0) sheet.deleteRows(keptRows + 1, spare);
  sheet.getRange(2, 1, Math.max(1, sheet.getMaxRows() - 1), Math.min(width, sheet.getMaxColumns())).clearContent();
}

/**
 * The plan's records in the order they are written: as `order` names the tabs, new ones before changed ones; derived fields
 * of others last.
 */
export function stagedPlan(
  plan: Pick<ImportPlan, 'creates' | 'updates' | 'followers'>,
  order: readonly RecordTabKey[],
): { runs: StagedRun[]; records: StagedRecord[] } {
  const runs: StagedRun[] = [];
  const records: StagedRecord[] = [];
  const add = (tab: RecordTabKey, kind: StagedRun['kind'], planned: readonly StagedRecord[]) => {
    if (planned.length === 0) return;
    runs.push({ tab, kind, start: records.length, count: planned.length, done: 0 });
    records.push(...planned);
  };
  for (const tab of order) {
    add(tab, 'create', plan.creates[tab] ?? []);
    add(tab, 'update', plan.updates[tab] ?? []);
  }
  for (const tab of recordTabKeys) {
    const followers = plan.followers.filter((follower) => follower.tab === tab);
    add(
      tab,
      'follow',
      followers.map(({ id, fields }) => ({ id, fields: { ...fields }, row: 0, refs: {}, names: {} })),
    );
  }
  return { runs, records };
}
