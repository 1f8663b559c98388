// Taking back what a commit began to write and cannot end: a cell refuses its value (a protection, a rule that rejects), and
// would refuse it again at every attempt.
import { sameValue } from '../domain/record';
import type { AnyRecord, FieldValue } from '../domain/schema';
import { type Pending, type PendingRecord, stoodIn } from './journal';
import { readLedgerEntry } from './ledger';
import { isPartOf, locate, type Row, readRow, seenFields } from './rows';
import { columnsOf, labelsFor, type Work } from './work';
import { writeFields } from './write-cells';

/**
 * Puts back what stood in the cells that hold what the pending change set wrote; what people typed since stays. False, with
 * nothing written, where only going forward is left: a row was deleted already, or the ledger tells of the change. The caller
 * ends the journal.
 */
export function rollBack(work: Work, pending: Pending): boolean {
  const found = pending.records.map((record) => ({ record, row: rowOfPending(work, record) }));
  const isOnlyForward = found.some(({ record, row }) => record.kind === 'delete' && row === null);
  if (pending.block || isOnlyForward || found.some(({ record }) => isInLedger(work, record))) return false;
  for (const { record, row } of found) {
    if (row === null || record.kind === 'delete') continue;
    const back = valuesBefore(record, row);
    const labels = labelsFor(work, record.tab, back);
    writeFields(columnsOf(work, record.tab), record.tab, row.row, back, labels, record.formulas);
  }
  SpreadsheetApp.flush();
  return true;
}

/** The row of a record's part: by its id, or at its place, where its values landed before its id did. */
export function rowOfPending(work: Work, record: PendingRecord): Row | null {
  const columns = columnsOf(work, record.tab);
  const found = locate(work.workbook, record.tab, columns, record.id, record.row || null);
  if (found || record.kind === 'update' || record.kind === 'delete') return found;
  const place = readRow(work.workbook, record.tab, columns, record.row);
  return place && isPartOf(valuesAfter(record), place) ? place : null;
}

/** What a record's part puts into its cells. */
function valuesAfter({ delta }: PendingRecord): AnyRecord {
  return Object.fromEntries(Object.entries(delta).map(([key, [, after]]) => [key, after]));
}

/** What stood in the cells that the commit was to change and did. */
function valuesBefore(record: PendingRecord, row: Row): AnyRecord {
  const seen = seenFields(row);
  const back: { [field: string]: FieldValue } = {};
  for (const [key, [, after]] of Object.entries(record.delta)) {
    const stood = stoodIn(record, key);
    if (!sameValue(stood, after) && sameValue(seen[key], after)) back[key] = stood;
  }
  // A row that the commit made goes with its id; a person's row keeps the one it was given.
  const isOurs = record.kind !== 'update' && record.stood === undefined;
  return isOurs && row.id === record.id ? { ...back, id: null } : back;
}

function isInLedger(work: Work, record: PendingRecord): boolean {
  const entry = readLedgerEntry(work.workbook, record.tab, record.id);
  return entry?.changeSet === work.changeSet && entry.version >= record.version;
}
