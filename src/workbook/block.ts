// Many new records at once, for imports: next to each other in rows and ids, in a number of calls that does not depend on how
// many there are. A block that is cut off is taken out again as a whole; its caller was never told of it.
import { type Author, authorText, type How } from '../domain/change-set';
import { formatId } from '../domain/ids';
import { fieldOf, newRecord, sameValue } from '../domain/record';
import { type AnyRecord, type FieldValue, tabs } from '../domain/schema';
import type { Block, CommitOptions, CreatedBlock, Workbook } from './api';
import { columnOf, withSignature } from './columns';
import { computedRows, readComputed } from './computed';
import { blockId, nextHistoryRow, writeHistory } from './history';
import { beginJournal, endJournal } from './journal';
import { writeLedger } from './ledger';
import { withLock } from './lock';
import { forgetNames } from './lookups';
import { readMeta } from './meta';
import { nextNumber } from './plan';
import { recover } from './recover';
import { assertMay } from './rights';
import { filled, hashOf, type Row, rowOf, seenFields } from './rows';
import { type FollowUpSummary, summaryAfter } from './summary';
import { columnsOf, newWork, type Work, withoutId } from './work';
import { placeForNew, respell, writeNewRows } from './write-cells';

/** At most this many records in one block: about five modelled seconds under the lock (DESIGN.md invariant 9). */
export const maxBlock = 1000;

/**
 * Creates these records (canonical values, already checked) with the next ids. Takes the lock itself.
 * Throws WorkbookError `busy`, `no-column`, `not-allowed`.
 */
export function createBlock(
  workbook: Workbook,
  author: Author,
  how: How,
  block: Block,
  options: CommitOptions = {},
): CreatedBlock {
  if (block.records.length > maxBlock) throw new RangeError(`At most ${maxBlock} records in one block.`);
  return withLock(workbook, () => {
    recover(workbook);
    const work = newWork(workbook, author, how, options.changeSet, true);
    assertMay(work, { kind: 'create', tab: block.tab }, {});
    if (block.records.length === 0) return { changeSet: work.changeSet, ids: [], firstRow: 0 };
    const created = writeBlock(work, block);
    forgetNames(workbook);
    return created;
  });
}

function writeBlock(work: Work, { tab, records, labels = {} }: Block): CreatedBlock {
  const { workbook, changeSet } = work;
  const columns = columnsOf(work, tab);
  const count = records.length;
  const firstNumber = nextNumber(work, tab);
  const firstRow = placeForNew(workbook, columns, count);
  const ids = records.map((_, index) => formatId(tab, firstNumber + index));
  const whole = records.map((record, index) => complete(work, tab, record, ids[index] ?? ''));

  const marks = (readMeta(workbook, 'highWater') ?? {}) as { [prefix: string]: number };
  const historyRow = nextHistoryRow(workbook);
  beginJournal(
    workbook,
    {
      changeSet,
      when: work.when,
      author: work.author,
      how: work.how,
      historyRow,
      records: [],
      block: { kind: 'create', tab, firstNumber, count, firstRow, records: whole.map(filled) },
    },
    { highWater: { ...marks, [tabs[tab].idPrefix]: firstNumber + count - 1 } },
  );
  SpreadsheetApp.flush();
  writeNewRows(columns, tab, firstRow, whole, labels);
  SpreadsheetApp.flush();
  const read = readBlock(work, tab, ids, firstRow, whole);
  // A column of the team's own may have its formula filled down to where the block was put.
  const computed = readComputed(columns, firstRow, Math.max(...read.map(({ row }) => row), firstRow));
  const rows = computedRows(read, computed);
  writeLedger(
    workbook,
    tab,
    rows.map((row) => ({
      id: row.id,
      version: 1,
      hash: hashOf(row),
      row: row.row,
      changeSet,
      state: { fields: withoutId({ ...row.fields, ...row.computed }), raw: row.raw, formulas: computed.of(row.row) },
    })),
  );
  writeHistory(workbook, historyRow, [
    {
      when: work.when,
      who: authorText(work.author),
      how: work.how,
      changeSet,
      tab,
      id: blockId(tab, firstNumber, count),
      name: `${count} ${count === 1 ? tabs[tab].singular : tabs[tab].title.toLowerCase()}`,
      summary: `Created ${count}`,
      delta: { count: [0, count] },
    },
  ]);
  const tails = (readMeta(workbook, 'tails') ?? {}) as { [tab: string]: number };
  const summary = readMeta(workbook, 'summary') as FollowUpSummary | null;
  endJournal(workbook, {
    tails: { ...tails, [tab]: firstRow + count - 1 },
    ...(tab === 'tasks'
      ? {
          summary: summaryAfter(
            summary,
            whole.map((after) => ({ before: {}, after })),
            work.today,
          ),
        }
      : {}),
    ...(columns.changed ? { signatures: withSignature(workbook, columns) } : {}),
  });
  return { changeSet, ids, firstRow };
}

function complete(work: Work, tab: Block['tab'], record: AnyRecord, id: string): { [field: string]: FieldValue } {
  const stamp: { [field: string]: FieldValue } = {};
  for (const key of ['created', 'updated']) if (fieldOf(tab, key)) stamp[key] = work.clock;
  return { ...newRecord(tab), ...record, ...stamp, id };
}

/** Reads the block back (1 read); texts that came back different are written again in another way, one by one. */
function readBlock(
  work: Work,
  tab: Block['tab'],
  ids: readonly string[],
  firstRow: number,
  wanted: readonly AnyRecord[],
): Row[] {
  const columns = columnsOf(work, tab);
  const read = () => {
    const cells = columns.sheet.getRange(firstRow, 1, ids.length, columns.keys.length).getValues();
    return cells.map((row, index) => rowOf(work.workbook, tab, columns, firstRow + index, row));
  };
  let rows = read();
  if (rows.some((row, index) => row.id !== ids[index])) rows = readMoved(work, tab, ids);
  for (let attempt = 0; attempt < 3; attempt++) {
    let isMended = false;
    rows.forEach((row, index) => {
      for (const [key, value] of Object.entries(wanted[index] ?? {})) {
        if (
          typeof value !== 'string' ||
          sameValue(seenFields(row)[key], value) ||
          fieldOf(tab, key)?.type === 'reference'
        )
          continue;
        isMended = respell(work.workbook, columns, row.row, key, value, attempt) || isMended;
      }
    });
    if (!isMended) break;
    SpreadsheetApp.flush();
    rows = rows.some((row, index) => row.row !== firstRow + index) ? readMoved(work, tab, ids) : read();
  }
  return rows;
}

/** A person sorted the tab in the same moment: the block's rows, wherever they stand now. */
function readMoved(work: Work, tab: Block['tab'], ids: readonly string[]): Row[] {
  const columns = columnsOf(work, tab);
  const { sheet } = columns;
  columnOf(columns, 'id');
  const cells = sheet.getRange(2, 1, Math.max(1, sheet.getLastRow() - 1), columns.keys.length).getValues();
  const rows = new Map(
    cells.map((row, index) => rowOf(work.workbook, tab, columns, index + 2, row)).map((row) => [row.id, row]),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}
