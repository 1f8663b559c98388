// The journal: what the running commit is about to do, written and flushed before any record's cell is touched, cleared when
// all is done. It stands in `_Meta`'s journal row, beside the id marks: so one read at the start of a commit finds marks and
// pending set, and one write takes ids and announces the change. What does not fit a cell goes on in `_Journal`.
import type { Author, ChangeKind, Delta, How } from '../domain/change-set';
import { parseId } from '../domain/ids';
import { type AnyRecord, type FieldValue, type RecordTabKey, recordTabKeys, tabOf } from '../domain/schema';
import type { Workbook } from './api';
import { inCells, maxCellText } from './cells';
import { ensureRows } from './ledger';
import { type MetaKey, readMeta, writeMeta } from './meta';

export const journalTitle = '_Journal';
export const journalHeaders = ['Change set', 'Part', 'Content'] as const;

export interface PendingRecord {
  readonly tab: RecordTabKey;
  readonly id: string;
  readonly kind: ChangeKind;
  /** Where it stood, or where a new one is put. */
  readonly row: number;
  /** Its version once done. */
  readonly version: number;
  readonly delta: Delta;
  /** A row that a person typed, and that only lacks its id: it is never made anew. */
  readonly typed?: boolean;
  /** Grid edits that are told together with it. */
  readonly observed?: Delta;
  /** What a person's row held already where it differs from the delta's before; left out for a row that Rowbook makes. */
  readonly stood?: AnyRecord;
  /** Formulas that are written over, by field. */
  readonly formulas?: { readonly [field: string]: string };
  /** Formulas that a restored record gets back instead of values, by field. */
  readonly restore?: { readonly [field: string]: string };
  /** The other record, of two that become one. */
  readonly merge?: string;
  /** Names of references in `delta`, by id, and of that record. */
  readonly labels: { readonly [id: string]: string };
}

/** Many records of one tab with ids next to each other, made or taken out together. */
export type PendingBlock = {
  readonly tab: RecordTabKey;
  readonly firstNumber: number;
  readonly count: number;
} & (
  | {
      readonly kind: 'create';
      readonly firstRow: number;
      /** What each row gets, in order, without blanks: what else stands there is a person's. */
      readonly records: readonly AnyRecord[];
    }
  | { readonly kind: 'delete' }
);

export interface Pending {
  readonly changeSet: string;
  readonly when: string;
  readonly author: Author;
  readonly how: How;
  /** Row of History where its entries are put. */
  readonly historyRow: number;
  readonly records: readonly PendingRecord[];
  readonly block?: PendingBlock;
  /** How often recovery has failed to settle it. */
  readonly failures?: number;
}

interface Spilled {
  readonly changeSet: string;
  readonly parts: number;
  readonly failures?: number;
}

/** What a changed field's cell held before the commit. */
export function stoodIn({ delta, stood = {} }: PendingRecord, key: string): FieldValue {
  return (key in stood ? stood[key] : delta[key]?.[0]) ?? null;
}

/** Announces a change (1 write, 2 when it is long; 1 more for a tab that only admins change). The caller flushes before it touches anything else. */
export function beginJournal(
  workbook: Workbook,
  pending: Pending,
  also: { readonly [key in MetaKey]?: unknown },
): void {
  // Where people may not type, recovery must not write what somebody typed into the journal.
  if (isOfClosedTab(pending)) PropertiesService.getDocumentProperties().setProperty(sealKey, pending.changeSet);
  const text = JSON.stringify(pending);
  if (text.length <= maxCellText) {
    writeMeta(workbook, { ...also, journal: pending });
    return;
  }
  const rows = inCells(text).map((part, index) => [pending.changeSet, String(index + 1), part]);
  const sheet = workbook.hidden(journalTitle);
  ensureRows(sheet, rows.length + 1);
  sheet.getRange(2, 1, rows.length, journalHeaders.length).setValues(rows);
  writeMeta(workbook, { ...also, journal: { changeSet: pending.changeSet, parts: rows.length } satisfies Spilled });
}

/**
 * The announced change that has not ended; null when there is none. A long one whose parts are not all there was cut off while
 * it was being announced, before anything was touched, and counts as none as well: `unfinished` says which.
 */
export function readJournal(workbook: Workbook): Pending | 'unfinished' | null {
  const entry = readMeta(workbook, 'journal') as Pending | Spilled | null;
  if (!entry) return null;
  if (typeof entry !== 'object') return 'unfinished';
  if (!('parts' in entry)) return entry;
  const cells = workbook.hidden(journalTitle).getRange(2, 1, entry.parts, journalHeaders.length).getValues();
  try {
    const whole = JSON.parse(cells.map((row) => String(row[2] ?? '')).join('')) as Pending;
    if (whole.changeSet !== entry.changeSet) return 'unfinished';
    return entry.failures === undefined ? whole : { ...whole, failures: entry.failures };
  } catch {
    return 'unfinished';
  }
}

/**
 * Whether Rowbook announced it, as far as can be told: every part is of a record tab and its ids are of that tab, and for a tab
 * that only admins change, the document properties, which nobody can type into, name its change set (1 read, for those tabs only).
 */
export function isOurs(pending: Pending): boolean {
  const { records, block } = pending;
  const isRecord = (one: PendingRecord | null) =>
    parseId(String(one?.id))?.tab === one?.tab && typeof (one?.delta ?? '') === 'object';
  if (!Array.isArray(records) || !records.every(isRecord)) return false;
  if (block && !recordTabKeys.includes(block.tab)) return false;
  if (!isOfClosedTab(pending)) return true;
  return PropertiesService.getDocumentProperties().getProperty(sealKey) === pending.changeSet;
}

const sealKey = 'rowbook.announced';

function isOfClosedTab({ records, block }: Pending): boolean {
  return [...records, ...(block ? [block] : [])].some(({ tab }) => tabOf(tab).protected === true);
}

/** Remembers one more failure to settle what is pending (1 write). */
export function countFailure(workbook: Workbook, pending: Pending): void {
  const entry = readMeta(workbook, 'journal') as Pending | Spilled | null;
  if (entry) writeMeta(workbook, { journal: { ...entry, failures: (pending.failures ?? 0) + 1 } });
}

/** Clears the journal, together with other values of `_Meta` (1 write). */
export function endJournal(workbook: Workbook, also: { readonly [key in MetaKey]?: unknown } = {}): void {
  writeMeta(workbook, { ...also, journal: null });
}

/** Blanks the parts of long journals that have ended: without a mark in `_Meta` they mean nothing (1 write where there are any). */
export function tidyJournal(workbook: Workbook): void {
  const sheet = workbook.hidden(journalTitle);
  const last = sheet.getLastRow();
  if (last < 2 || readMeta(workbook, 'journal') !== null) return;
  sheet.getRange(2, 1, last - 1, journalHeaders.length).clearContent();
}
