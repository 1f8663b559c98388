// A block that was cut off. One that was being made is taken out again as a whole: its caller was never told of it, and an
// import makes it anew. One that was being taken out is finished, unless nothing of it has gone yet.

import { formatId, parseId } from '../domain/ids';
import { isBlank, sameValue } from '../domain/record';
import type { AnyRecord } from '../domain/schema';
import { ledgerTitle } from '../domain/schema';
import { type Columns, columnOf } from './columns';
import { withComputed } from './computed';
import { deleteRecords } from './delete-rows';
import { locateMany } from './find-rows';
import { isHistoryRowFree, nextHistoryRow } from './history';
import { endJournal, type Pending, type PendingBlock } from './journal';
import { isDeleted, type LedgerEntry, readLedgerEntries } from './ledger';
import { hashOf, type Row, rowOf, seenFields } from './rows';
import { tellTakenOut } from './take-out';
import { columnsOf, type Work } from './work';
import { writeFields } from './write-cells';

type Creation = Extract<PendingBlock, { kind: 'create' }>;

/** Settles a pending block. After `forward` the journal is cleared already. */
export function settleBlock(work: Work, pending: Pending, block: PendingBlock): 'forward' | 'back' {
  if (block.kind === 'delete') return finishTakingOut(work, pending, block);
  clearRows(work, block);
  clearTraces(work, pending, block);
  SpreadsheetApp.flush();
  return 'back';
}

/** Blanks the cells that hold what the block put there. What a person typed into its rows stays, and becomes a row of theirs. */
function clearRows(work: Work, block: Creation): void {
  const columns = columnsOf(work, block.tab);
  const { sheet } = columns;
  const last = sheet.getLastRow();
  if (last < 2) return;
  const cells = sheet.getRange(2, 1, last - 1, columns.keys.length).getValues();
  cells.forEach((content, index) => {
    const row = rowOf(work.workbook, block.tab, columns, index + 2, content);
    const record = recordIn(block, row);
    if (record) clear(columns, row, record);
  });
}

/** The record that the block put into this row, wholly or in part; null for a row of anyone else. */
function recordIn(block: Creation, row: Row): AnyRecord | null {
  const number = parseId(row.id)?.number ?? 0;
  if (number > 0) return block.records[number - block.firstNumber] ?? null;
  return block.records[row.row - block.firstRow] ?? null;
}

function clear(columns: Columns, row: Row, record: AnyRecord): void {
  const seen = seenFields(row);
  const ours = Object.keys(record).filter(
    (key) => columns.at(key) !== undefined && !isBlank(seen[key]) && sameValue(seen[key], record[key]),
  );
  const blanks = Object.fromEntries([...ours, ...(row.id === '' ? [] : ['id'])].map((key) => [key, null]));
  writeFields(columns, row.tab, row.row, blanks, {});
}

/** Takes ledger entries and the line in History away, as far as they were written. */
function clearTraces({ workbook }: Work, pending: Pending, block: Creation): void {
  const ledger = workbook.hidden(ledgerTitle(block.tab));
  const known = Math.min(block.count, ledger.getMaxRows() - block.firstNumber);
  if (known > 0) ledger.getRange(block.firstNumber + 1, 1, known, ledger.getMaxColumns()).clearContent();
  const history = workbook.sheet('history');
  const isOurs = isHistoryRowFree(workbook, pending.historyRow, pending.when);
  if (isOurs && pending.historyRow <= history.getMaxRows()) {
    history.getRange(pending.historyRow, 1, 1, history.getMaxColumns()).clearContent();
  }
}

function finishTakingOut(work: Work, pending: Pending, block: PendingBlock): 'forward' | 'back' {
  const { workbook } = work;
  const { tab, firstNumber, count } = block;
  const columns = columnsOf(work, tab);
  columnOf(columns, 'id');
  const ids = Array.from({ length: count }, (_, index) => formatId(tab, firstNumber + index));
  const entries = [...readLedgerEntries(workbook, tab, ids).values()];
  const isTold = (entry: LedgerEntry) => isDeleted(entry) && entry.changeSet === pending.changeSet;
  const standing = locateMany(
    workbook,
    tab,
    columns,
    entries.map(({ id, row }) => ({ id, hint: row || null })),
  );
  if (standing.size === entries.length && !entries.some(isTold)) return 'back';
  // What somebody has changed since stays, as it would have before the block was announced.
  const isChanged = ({ id, hash, state }: LedgerEntry) => {
    const row = standing.get(id);
    return row !== undefined && hashOf(withComputed(row, state.formulas)) !== hash;
  };
  const gone = entries.filter((entry) => isTold(entry) || (!isDeleted(entry) && !isChanged(entry)));
  // The rows of those that the ledger tells of have gone: one with such an id is a person's copy.
  const left = gone.filter((entry) => !isTold(entry));
  deleteRecords(
    work,
    tab,
    left.map(({ id }) => id),
  );
  const isFree = isHistoryRowFree(workbook, pending.historyRow, pending.when);
  const historyRow = isFree ? pending.historyRow : nextHistoryRow(workbook);
  endJournal(workbook, tellTakenOut({ ...work, when: pending.when }, tab, gone, historyRow));
  SpreadsheetApp.flush();
  return 'forward';
}
