// Deleting records' rows. A person's sort may come between the search for a row and its deletion, so what is gone is looked at
// afterwards, and a record that stood in the way is put back as the ledger knows it.
import type { RecordTabKey } from '../domain/schema';
import { WorkbookError } from './errors';
import { readRowsAt, rowsById } from './find-rows';
import { isDeleted, type LedgerEntry } from './ledger';
import { isRather } from './lost-ids';
import { seenFields } from './rows';
import { columnsOf, entryOf, labelsFor, preloadEntries, type Work } from './work';
import { placeForNew, writeFields, writeNewRows } from './write-cells';

/** Attempts before giving up with `unsettled`; the journal then stays, and the next commit recovers. */
const attempts = 4;

/**
 * Deletes one row of each of these records, wherever it stands (2 reads for each attempt, 1 more for an id that stands twice: the
 * other is somebody's copy, or another record whose id was typed over). Flushes. Throws WorkbookError `unsettled`.
 */
export function deleteRecords(work: Work, tab: RecordTabKey, ids: readonly string[]): void {
  const columns = columnsOf(work, tab);
  const { sheet } = columns;
  let before = rowsById(columns);
  const countLeft = new Map(ids.map((id) => [id, Math.max(0, (before.get(id)?.length ?? 0) - 1)]));
  for (let attempt = 0; attempt < attempts; attempt++) {
    const rows = ids.flatMap((id) => {
      const places = before.get(id) ?? [];
      return places.length > (countLeft.get(id) ?? 0) ? [placeOf(work, tab, id, places)] : [];
    });
    if (rows.length === 0) return;
    // Google refuses to delete all rows that are not frozen.
    if (rows.length >= sheet.getMaxRows() - 1) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
    for (const [first, count] of spans(rows)) sheet.deleteRows(first, count);
    SpreadsheetApp.flush();
    const after = rowsById(columns);
    const inTheWay = [...before.keys()].filter((id) => !after.has(id) && !countLeft.has(id));
    if (ids.every((id) => (after.get(id)?.length ?? 0) <= (countLeft.get(id) ?? 0))) return;
    putBack(work, tab, inTheWay);
    before = after;
  }
  throw new WorkbookError('unsettled', `The rows of ${sheet.getName()} are being moved. Try again in a moment.`);
}

function placeOf(work: Work, tab: RecordTabKey, id: string, places: readonly number[]): number {
  const [first = 0] = places;
  if (places.length < 2) return first;
  const rows = [...readRowsAt(work.workbook, tab, columnsOf(work, tab), places).values()];
  const entry = entryOf(work, tab, id);
  return rows.reduce((owner, row) => (isRather(row, owner, entry) ? row : owner)).row;
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

function putBack(work: Work, tab: RecordTabKey, ids: readonly string[]): void {
  preloadEntries(work, tab, ids);
  const lost = ids.flatMap((id): LedgerEntry[] => {
    const entry = entryOf(work, tab, id);
    return entry && !isDeleted(entry) ? [entry] : [];
  });
  if (lost.length === 0) return;
  const columns = columnsOf(work, tab);
  const records = lost.map((entry) => ({ ...seenFields(entry.state), id: entry.id }));
  const labels = Object.assign({}, ...records.map((record) => labelsFor(work, tab, record))) as {
    [id: string]: string;
  };
  const firstRow = placeForNew(work.workbook, columns, lost.length);
  writeNewRows(columns, tab, firstRow, records, labels);
  lost.forEach(({ state }, index) => {
    const formulas = Object.fromEntries(Object.keys(state.formulas).map((key) => [key, null]));
    writeFields(columns, tab, firstRow + index, formulas, labels, state.formulas);
  });
  SpreadsheetApp.flush();
}
