// Taking back what a commit began to write and cannot end: a cell refuses its value (a protection, a rule that rejects), and
// would refuse it again at every attempt.
import { sameValue } from '../domain/record';
import type { AnyRecord, FieldValue, RecordTabKey } from '../domain/schema';
import { byTab } from './find-again';
import { locateMany, readRowsAt } from './find-rows';
import { hasBegunToTell } from './history';
import { type Pending, type PendingRecord, stoodIn } from './journal';
import { type LedgerEntry, readLedgerEntries } from './ledger';
import { damageIn, mendDamage } from './mend';
import { restoreOverwritten } from './misplaced-row';
import { isPartOf, type Row, seenFields } from './rows';
import { columnsOf, labelsFor, type Work } from './work';
import { writeFields } from './write-cells';

/** Rows that are moved while they are put back are followed this often. */
const attempts = 4;

/**
 * Puts back what stood in the cells that hold what the pending change set wrote; what people typed since stays. False where only
 * going forward is left (a row was deleted already, or History or the ledger tells of the change; then nothing was written), or
 * where the rows do not rest. The caller ends the journal.
 */
export function rollBack(work: Work, pending: Pending): boolean {
  let rows = rowsOfPending(work, pending.records);
  const found = pending.records.map((record) => ({ record, row: rows.get(record) ?? null }));
  const isOnlyForward = found.some(({ record, row }) => record.kind === 'delete' && row === null);
  if (pending.block || isOnlyForward || hasBegunToTell(work.workbook, pending)) return false;
  if (pending.records.some(isInLedger(work, pending.records))) return false;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const written = [...rows]
      .filter(([{ kind }]) => kind !== 'delete')
      .map(([record, row]) => ({ record, place: row.row, back: putBack(work, record, row) }));
    SpreadsheetApp.flush();
    rows = rowsOfPending(work, pending.records);
    // A row that has gone elsewhere meanwhile may not have got it, and another row in its place may have.
    const moved = written.filter(({ record, place }) => (rows.get(record)?.row ?? place) !== place);
    if (moved.length === 0) return true;
    for (const { record, place, back } of moved) mendAt(work, record.tab, place, back);
  }
  return false;
}

/** Writes what a record's row held where it holds what the commit put there, and answers that. The caller flushes. */
export function putBack(work: Work, record: PendingRecord, row: Row): AnyRecord {
  const back = valuesBefore(record, row);
  const labels = labelsFor(work, record.tab, back);
  writeFields(columnsOf(work, record.tab), record.tab, row.row, back, labels, record.formulas);
  return back;
}

/** Takes values that were put back out of another record's row. Flushes when it writes. */
function mendAt(work: Work, tab: RecordTabKey, place: number, back: AnyRecord): void {
  const columns = columnsOf(work, tab);
  const row = readRowsAt(work.workbook, tab, columns, [place]).get(place);
  if (!row) return;
  if (row.id === '') {
    if ('id' in back) restoreOverwritten(work, row, back);
    return;
  }
  const damage = damageIn(work, row);
  if (!damage) return;
  const isOurs = (key: string) => key in back && sameValue(damage[key]?.[1], back[key]);
  mendDamage(work, row, damage, Object.keys(damage).filter(isOurs));
}

/** The rows of records' parts: by their ids, or at their places, where values landed before the id did. */
export function rowsOfPending(work: Work, records: readonly PendingRecord[]): Map<PendingRecord, Row> {
  const rows = new Map<PendingRecord, Row>();
  for (const [tab, group] of byTab(records)) {
    const columns = columnsOf(work, tab);
    const wanted = group.map(({ id, row }) => ({ id, hint: row || null }));
    const found = locateMany(work.workbook, tab, columns, wanted);
    const isAtPlace = ({ id, kind }: PendingRecord) => !found.has(id) && (kind === 'create' || kind === 'restore');
    const unfound = group.filter(isAtPlace).map(({ row }) => row);
    const places = readRowsAt(work.workbook, tab, columns, unfound);
    for (const record of group) {
      const place = isAtPlace(record) ? places.get(record.row) : undefined;
      const row = found.get(record.id) ?? (place && isPartOf(valuesAfter(record), place) ? place : undefined);
      if (row) rows.set(record, row);
    }
  }
  return rows;
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

/** Whether the ledger tells of the change already (1 read for each tab whose ids lie near each other). */
function isInLedger(work: Work, records: readonly PendingRecord[]): (record: PendingRecord) => boolean {
  const entries = new Map<string, LedgerEntry>();
  for (const [tab, group] of byTab(records)) {
    const ids = group.map(({ id }) => id);
    for (const [id, entry] of readLedgerEntries(work.workbook, tab, ids)) entries.set(id, entry);
  }
  return ({ id, version }) => {
    const entry = entries.get(id);
    return entry?.changeSet === work.changeSet && entry.version >= version;
  };
}
