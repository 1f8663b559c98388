// After a commit that did not end: rolls its change set forward or back, from what it finds in the grid. It never guesses: a
// set of which anything has landed is completed, one of which nothing has is dropped; what people typed since is kept.
import { deltaOf } from '../domain/change-set';
import { formatId, parseId } from '../domain/ids';
import { isBlank, sameValue } from '../domain/record';
import type { AnyRecord } from '../domain/schema';
import { ledgerTitle } from '../domain/schema';
import type { Workbook } from './api';
import { columnOf, columnsIfMoved, readColumns } from './columns';
import { finishCommit } from './finish';
import { isHistoryRowFree, nextHistoryRow } from './history';
import { endJournal, type Pending, type PendingBlock, type PendingRecord, readJournal } from './journal';
import { ensureRows, type LedgerEntry, readLedgerEntry } from './ledger';
import { deltaOfPlanned, type Planned } from './plan';
import { type Done, readBack } from './read-back';
import { blankFields, isEmptyRow, locate, type Row, readRow, seenFields } from './rows';
import { columnsOf, newWork, type Work, withoutId } from './work';
import { writeFields } from './write-cells';

export type Recovery = 'nothing' | 'forward' | 'back';

/** Settles what an earlier commit left pending. Under the lock, before anything else is read. Costs nothing when nothing is. */
export function recover(workbook: Workbook): Recovery {
  const pending = readJournal(workbook);
  if (pending === null) return 'nothing';
  const result = pending === 'unfinished' ? 'back' : settle(workbook, pending);
  if (result === 'back') {
    endJournal(workbook);
    SpreadsheetApp.flush();
  }
  return result;
}

const attempts = 4;

function settle(workbook: Workbook, pending: Pending, attempt = 1): Recovery {
  if (pending.block) {
    rollBackBlock(workbook, pending.block, pending);
    return 'back';
  }
  const work = newWork(workbook, pending.author, pending.how, pending.changeSet, true);
  const found = pending.records.map((record) => look(work, record));
  // What was read by columns that have moved since says nothing.
  const isMoved = [...work.columns.values()].some((columns) => columnsIfMoved(workbook, columns));
  if (isMoved && attempt < attempts) return settle(workbook, pending, attempt + 1);
  if (!found.some(({ landed }) => landed)) return 'back';
  complete(work, pending, found);
  return 'forward';
}

interface Found {
  readonly record: PendingRecord;
  readonly row: Row | null;
  readonly entry: LedgerEntry | null;
  /** Something of this record's part stands in the workbook. */
  readonly landed: boolean;
}

function look(work: Work, record: PendingRecord): Found {
  const { workbook } = work;
  const columns = columnsOf(work, record.tab);
  const entry = readLedgerEntry(workbook, record.tab, record.id);
  const found = locate(workbook, record.tab, columns, record.id, record.row || null);
  if (entry?.changeSet === work.changeSet) return { record, row: found, entry, landed: true };
  switch (record.kind) {
    case 'delete':
      return { record, row: found, entry, landed: found === null };
    case 'update': {
      const seen = found ? seenFields(found) : {};
      const landed =
        found !== null && Object.entries(record.delta).some(([key, [, after]]) => sameValue(seen[key], after));
      return { record, row: found, entry, landed };
    }
    default: {
      // A row cut off before its id was written stands at its place, with some of its values and no others.
      const place = found ?? readRow(workbook, record.tab, columns, record.row);
      const row = place && (place.id === record.id || isPartOf(record, place)) ? place : null;
      return { record, row, entry, landed: row !== null };
    }
  }
}

function isPartOf(record: PendingRecord, row: Row): boolean {
  const seen = Object.entries(withoutId(seenFields(row))).filter(([, value]) => !isBlank(value) && value !== false);
  return row.id === '' && seen.length > 0 && seen.every(([key, value]) => sameValue(record.delta[key]?.[1], value));
}

/** Writes what is missing, then ledger and history as the commit would have: over what it may have begun to write of them. */
function complete(work: Work, pending: Pending, found: readonly Found[]): void {
  const { workbook } = work;
  // A typed row that has moved on is taken in by the next compare, as the person's that it is.
  const ours = found.filter(({ record, row }) => row !== null || !record.typed);
  const placed = ours.map((one) => ({ ...one, row: one.row ?? placeOf(work, one.record) }));
  for (const { record, row } of placed) {
    if (record.kind === 'delete') {
      if (row && row.id === record.id) columnsOf(work, record.tab).sheet.deleteRow(row.row);
    } else if (row) writeMissing(work, record, row);
  }
  SpreadsheetApp.flush();
  const planned = placed.map(({ record, row, entry }) => plannedAgain(record, row, entry));
  const places = new Map(placed.flatMap(({ record, row }) => (row ? [[record.id, row] as const] : [])));
  const done = readBack(work, planned, places).map(withLaterEdits);
  const isFree = isHistoryRowFree(workbook, pending.historyRow, pending.when);
  finishCommit({ ...work, when: pending.when }, done, isFree ? pending.historyRow : nextHistoryRow(workbook));
  SpreadsheetApp.flush();
}

/** What people changed in other fields since the commit was cut off, told as theirs. */
function withLaterEdits(done: Done): Done {
  const { planned, row } = done;
  if (!row) return done;
  const state = planned.entry?.state ?? { fields: blankFields(planned.tab), raw: {} };
  const known = withoutId(seenFields(state));
  const told = { ...planned.observed, ...deltaOfPlanned(planned) };
  const later = Object.entries(deltaOf(known, withoutId(seenFields(row)))).filter(
    ([key, [, now]]) =>
      // A formula's value is nobody's edit.
      !(key in planned.formulas) &&
      (!(key in told) || (key in planned.observed && !sameValue(planned.observed[key]?.[1], now))),
  );
  return { ...done, crossed: { ...Object.fromEntries(later), ...done.crossed } };
}

/** A new record of which nothing landed, in a set of which other parts did: an empty row at its place. */
function placeOf(work: Work, record: PendingRecord): Row | null {
  if (record.kind !== 'create' && record.kind !== 'restore') return null;
  const columns = columnsOf(work, record.tab);
  const at = readRow(work.workbook, record.tab, columns, record.row);
  const isFree = at !== null && isEmptyRow(Object.values(at.fields).filter((value) => !isBlank(value)));
  const row = isFree ? record.row : columns.sheet.getLastRow() + 1;
  ensureRows(columns.sheet, row);
  return { tab: record.tab, id: '', row, fields: blankFields(record.tab), raw: {}, labels: {} };
}

/** Fields that still hold what they held before; what anyone typed since stays. */
function writeMissing(work: Work, record: PendingRecord, row: Row): void {
  const seen = seenFields(row);
  const missing: { [field: string]: AnyRecord[string] } = {};
  for (const [key, [before, after]] of Object.entries(record.delta)) {
    if (!sameValue(seen[key], after) && sameValue(seen[key], before)) missing[key] = after;
  }
  if (row.id === '') missing.id = record.id;
  writeFields(columnsOf(work, record.tab), record.tab, row.row, missing, record.labels);
}

/** The plan as it was, as far as the journal tells. The ledger may have been written already, in part: its version does not count. */
function plannedAgain(record: PendingRecord, row: Row | null, entry: LedgerEntry | null): Planned {
  const values = (index: 0 | 1) =>
    Object.fromEntries(Object.entries(record.delta).map(([key, pair]) => [key, pair[index]]));
  const rest: AnyRecord = row ? withoutId(seenFields(row)) : {};
  const before = record.version - (record.observed ? 2 : 1);
  return {
    tab: record.tab,
    id: record.id,
    kind: record.kind,
    entry: entry && before > 0 ? { ...entry, version: before } : null,
    trusted: false,
    row: row?.row ?? record.row,
    before: { ...rest, ...values(0) },
    stands: record.kind === 'delete' ? null : { ...rest, ...values(0) },
    needsId: false,
    after: record.kind === 'delete' ? {} : { ...rest, ...values(1) },
    observed: record.observed ?? {},
    formulas: entry?.state.formulas ?? {},
    labels: { ...record.labels },
    merged: [],
    derived: false,
  };
}

/** Takes out the rows, ledger entries and history of a block that was cut off: its caller was never told of it. */
function rollBackBlock(workbook: Workbook, block: PendingBlock, pending: Pending): void {
  const columns = readColumns(workbook, block.tab);
  const { sheet } = columns;
  const last = sheet.getLastRow();
  if (last >= 2) {
    const idColumn = columnOf(columns, 'id');
    const ids = sheet.getRange(2, idColumn, last - 1, 1).getValues();
    const inBlock = (row: number) => row >= block.firstRow && row < block.firstRow + block.count;
    const rows: number[] = [];
    ids.forEach((cells, index) => {
      const number = parseId(String(cells[0] ?? ''))?.number ?? 0;
      const ours = number >= block.firstNumber && number < block.firstNumber + block.count;
      if (ours || (number === 0 && inBlock(index + 2))) rows.push(index + 2);
    });
    for (const [first, count] of spans(rows)) sheet.getRange(first, 1, count, columns.keys.length).clearContent();
  }
  const ledger = workbook.hidden(ledgerTitle(block.tab));
  const known = Math.min(block.count, ledger.getMaxRows() - block.firstNumber);
  if (known > 0) ledger.getRange(block.firstNumber + 1, 1, known, 8).clearContent();
  const history = workbook.sheet('history');
  const isOurs = isHistoryRowFree(workbook, pending.historyRow, pending.when);
  if (isOurs && pending.historyRow <= history.getMaxRows()) {
    history.getRange(pending.historyRow, 1, 1, history.getMaxColumns()).clearContent();
  }
}

/** How History names a block: `D-1…D-500`. */
export function blockId(tab: PendingBlock['tab'], firstNumber: number, count: number): string {
  return `${formatId(tab, firstNumber)}…${formatId(tab, firstNumber + count - 1)}`;
}

/** Runs of neighbouring rows, as [first, count], from the bottom up. */
export function spans(rows: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const row of [...rows].sort((one, other) => one - other)) {
    const run = runs[runs.length - 1];
    if (run && run[0] + run[1] === row) run[1] += 1;
    else runs.push([row, 1]);
  }
  return runs.reverse();
}
