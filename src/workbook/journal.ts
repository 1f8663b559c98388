// The journal: what the running commit is about to do, written and flushed before any record's cell is touched, cleared when
// all is done. It stands in `_Meta`'s journal row, beside the id marks: so one read at the start of a commit finds marks and
// pending set, and one write takes ids and announces the change. What does not fit a cell goes on in `_Journal`.
import type { Author, ChangeKind, Delta, How } from '../domain/change-set';
import type { RecordTabKey } from '../domain/schema';
import type { Workbook } from './api';
import { guardText } from './cells';
import { ensureRows } from './ledger';
import { type MetaKey, maxJson, readMeta, writeMeta } from './meta';

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
  /** Names of references in `delta`, by id. */
  readonly labels: { readonly [id: string]: string };
}

/** New records of one tab, in rows next to each other, ids next to each other: rolled back as a whole. */
export interface PendingBlock {
  readonly tab: RecordTabKey;
  readonly firstNumber: number;
  readonly count: number;
  readonly firstRow: number;
}

export interface Pending {
  readonly changeSet: string;
  readonly when: string;
  readonly author: Author;
  readonly how: How;
  /** Row of History where its entries are put. */
  readonly historyRow: number;
  readonly records: readonly PendingRecord[];
  readonly block?: PendingBlock;
}

interface Spilled {
  readonly changeSet: string;
  readonly parts: number;
}

/** Announces a change (1 write, 2 when it is long). The caller flushes before it touches anything else. */
export function beginJournal(
  workbook: Workbook,
  pending: Pending,
  also: { readonly [key in MetaKey]?: unknown },
): void {
  const text = JSON.stringify(pending);
  if (text.length <= maxJson) {
    writeMeta(workbook, { ...also, journal: pending });
    return;
  }
  const rows: string[][] = [];
  for (let at = 0; at < text.length; at += maxJson) {
    rows.push([pending.changeSet, String(rows.length + 1), guardText(text.slice(at, at + maxJson))]);
  }
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
  if (!('parts' in entry)) return entry;
  const cells = workbook.hidden(journalTitle).getRange(2, 1, entry.parts, journalHeaders.length).getValues();
  try {
    const whole = JSON.parse(cells.map((row) => String(row[2] ?? '')).join('')) as Pending;
    return whole.changeSet === entry.changeSet ? whole : 'unfinished';
  } catch {
    return 'unfinished';
  }
}

/** Clears the journal, together with other values of `_Meta` (1 write). */
export function endJournal(workbook: Workbook, also: { readonly [key in MetaKey]?: unknown } = {}): void {
  const entry = readMeta(workbook, 'journal') as Pending | Spilled | null;
  writeMeta(workbook, { ...also, journal: null });
  // After the mark: parts without a mark mean nothing, a mark without parts would hide what is pending.
  if (entry && 'parts' in entry) {
    workbook.hidden(journalTitle).getRange(2, 1, entry.parts, journalHeaders.length).clearContent();
  }
}
