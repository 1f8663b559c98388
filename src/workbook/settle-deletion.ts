// A row is deleted by its position, and a person's sort between our look and our call puts another record there. So the record
// is looked for afterwards: where it still stands, the row that went instead is put back from the ledger, and the right one goes.
import type { RecordTabKey } from '../domain/schema';
import { columnOf } from './columns';
import { readIds } from './find-rows';
import { inRow } from './formulas';
import { isDeleted, readLedgerEntries } from './ledger';
import type { Planned } from './plan';
import { findInColumn, seenFields } from './rows';
import { columnsOf, type Work } from './work';
import { placeForNew, writeFields, writeNewRows } from './write-cells';

const attempts = 4;

/** Sees to it that the record's row is gone, and no other than those that were `meant` to (1 read when all is well). */
export function settleDeletion(work: Work, planned: Planned, meant: readonly string[]): void {
  const { tab, id } = planned;
  const columns = columnsOf(work, tab);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const row = findInColumn(columns.sheet, columnOf(columns, 'id'), id)[0];
    // Pasted in the same moment, and not the row that was meant to go.
    if (row === undefined || !putBackMissing(work, tab, meant)) return;
    columns.sheet.deleteRow(row);
    SpreadsheetApp.flush();
  }
}

/** Puts back what stood just before and does not stand any more. Answers whether there was anything. */
function putBackMissing(work: Work, tab: RecordTabKey, meant: readonly string[]): boolean {
  const columns = columnsOf(work, tab);
  const now = new Set(readIds(columns));
  const missing = (work.standing.get(tab) ?? []).filter((id) => id !== '' && !meant.includes(id) && !now.has(id));
  const entries = [...readLedgerEntries(work.workbook, tab, missing).values()].filter((entry) => !isDeleted(entry));
  for (const { id, state } of entries) {
    const row = placeForNew(work.workbook, columns, 1);
    const fields = { ...seenFields(state), id };
    writeNewRows(columns, tab, row, [fields], {});
    const formulas = inRow(state.formulas, row);
    writeFields(columns, tab, row, Object.fromEntries(Object.keys(formulas).map((key) => [key, ''])), {}, formulas);
    SpreadsheetApp.flush();
  }
  return entries.length > 0;
}
