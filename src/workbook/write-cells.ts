// Putting values into cells: only those that change, neighbours together, text as text. Nothing here reads or decides.
import { fieldOf, isBlank } from '../domain/record';
import type { AnyRecord, RecordTabKey } from '../domain/schema';
import type { Range, Workbook } from './api';
import { cellFor, otherSpellings } from './cells';
import { type Columns, columnOf } from './columns';
import { formulaIn, formulasAmong } from './computed';
import { ensureRows } from './ledger';
import { metaTitle, readMeta, scratchCell } from './meta';
import { takenRows } from './rows';
import { writeByColumns } from './write-columns';

type Labels = { readonly [id: string]: string };

/**
 * Writes these fields of one row: one write for each run of neighbouring columns, and for each formula (in R1C1 notation) that
 * is put back (`restored`) instead of a value. Fields without a column are refused.
 */
export function writeFields(
  columns: Columns,
  tab: RecordTabKey,
  row: number,
  values: AnyRecord,
  labels: Labels,
  restored: { readonly [field: string]: string } = {},
): void {
  const { sheet } = columns;
  const formulas = { ...formulasAmong(values), ...restored };
  const cells = Object.keys(values)
    .filter((key) => formulas[key] === undefined)
    .map((key) => ({ column: columnOf(columns, key), content: contentOf(tab, key, values, labels) }))
    .sort((one, other) => one.column - other.column);
  for (const run of runs(cells)) {
    sheet.getRange(row, run[0]?.column ?? 1, 1, run.length).setValues([run.map(({ content }) => content)]);
  }
  for (const key of Object.keys(values)) {
    const formula = formulas[key];
    if (formula !== undefined) sheet.getRange(row, columnOf(columns, key)).setFormulaR1C1(formula);
  }
}

export interface RowValues {
  readonly row: number;
  readonly values: AnyRecord;
  readonly labels: Labels;
}

/** From so many rows on, cells are written by columns. */
const manyRows = 20;

/** The same for many rows: neighbouring rows that change the same fields share their writes. */
export function writeRows(columns: Columns, tab: RecordTabKey, items: readonly RowValues[]): void {
  const isFormula = ({ values }: RowValues) => Object.keys(formulasAmong(values)).length > 0;
  for (const { row, values, labels } of items.filter(isFormula)) writeFields(columns, tab, row, values, labels);
  writePlainRows(
    columns,
    tab,
    items.filter((item) => !isFormula(item)),
  );
}

function writePlainRows(columns: Columns, tab: RecordTabKey, items: readonly RowValues[]): void {
  if (items.length >= manyRows) {
    const content = ({ values, labels }: RowValues, key: string) => contentOf(tab, key, values, labels);
    writeByColumns(columns, items, content);
    return;
  }
  const blocks: RowValues[][] = [];
  const kind = (item: RowValues) => Object.keys(item.values).sort().join();
  for (const item of [...items].sort((one, other) => one.row - other.row)) {
    const block = blocks[blocks.length - 1];
    const last = block?.[block.length - 1];
    if (block && last && last.row + 1 === item.row && kind(last) === kind(item)) block.push(item);
    else blocks.push([item]);
  }
  for (const block of blocks) {
    const first = block[0];
    if (!first) continue;
    const cells = Object.keys(first.values)
      .map((key) => ({ key, column: columnOf(columns, key) }))
      .sort((one, other) => one.column - other.column);
    for (const run of runs(cells)) {
      columns.sheet
        .getRange(first.row, run[0]?.column ?? 1, block.length, run.length)
        .setValues(block.map(({ values, labels }) => run.map(({ key }) => contentOf(tab, key, values, labels))));
    }
  }
}

/**
 * Writes new records into blank rows next to each other: one write for each run of columns that are ours or filled, whatever
 * the number of records. A custom column that no record fills is left alone: it may hold people's formulas.
 */
export function writeNewRows(
  columns: Columns,
  tab: RecordTabKey,
  firstRow: number,
  records: readonly AnyRecord[],
  labels: Labels,
): void {
  const used = columns.keys.flatMap((key, index) => {
    const ours = key !== '' && (!key.startsWith('custom:') || records.some((record) => !isBlank(record[key])));
    return ours ? [{ column: index + 1, content: key }] : [];
  });
  for (const run of runs(used)) {
    columns.sheet
      .getRange(firstRow, run[0]?.column ?? 1, records.length, run.length)
      .setValues(records.map((record) => run.map(({ content: key }) => contentOf(tab, key, record, labels))));
  }
}

/**
 * Writes one text again in another way, after it came back different. `attempt` counts from 0; false: no way is left. The last
 * way is a formula elsewhere that yields the text, whose value is copied over: a copied value is never parsed.
 */
export function respell(
  workbook: Workbook,
  columns: Columns,
  row: number,
  key: string,
  text: string,
  attempt: number,
): boolean {
  return respellCell(workbook, columns.sheet.getRange(row, columnOf(columns, key)), text, attempt);
}

/** The same for any cell. */
export function respellCell(workbook: Workbook, cell: Range, text: string, attempt: number): boolean {
  const spellings = otherSpellings(text);
  const spelling = spellings[attempt];
  if (spelling !== undefined) cell.setNumberFormat('@').setValue(spelling);
  else if (attempt === spellings.length) copyLiteral(workbook, cell, text);
  return attempt <= spellings.length;
}

function copyLiteral(workbook: Workbook, cell: Range, text: string): void {
  const scratch = workbook.hidden(metaTitle).getRange(scratchCell);
  scratch.setFormula(`="${text.replace(/"/g, '""')}"`);
  SpreadsheetApp.flush();
  scratch.copyTo(cell, { contentsOnly: true });
  SpreadsheetApp.flush();
  scratch.clearContent();
}

/**
 * First row of a blank stretch for new records, below everything that people have there. The last row used before is
 * remembered; only where the tab goes on below it are rows read (checkboxes and formulas make tabs look longer than they are,
 * APPS_SCRIPT.md 7.24).
 */
export function placeForNew(workbook: Workbook, columns: Columns, count: number): number {
  const { sheet, tab } = columns;
  const last = Math.max(1, sheet.getLastRow());
  const tails = (readMeta(workbook, 'tails') ?? {}) as { [tab: string]: number };
  const tail = Math.min(last, Math.max(1, tails[tab] ?? 1));
  const first = last === tail ? last + 1 : belowContent(columns, tail, last);
  ensureRows(sheet, first + count - 1);
  return first;
}

function belowContent(columns: Columns, tail: number, last: number): number {
  const rows = columns.sheet.getRange(tail + 1, 1, last - tail, columns.keys.length).getValues();
  return tail + 1 + takenRows(columns, tail + 1, rows).lastIndexOf(true) + 1;
}

function contentOf(tab: RecordTabKey, key: string, record: AnyRecord, labels: Labels): string | number | boolean {
  const field = fieldOf(tab, key);
  // A formula is put back by itself.
  if (!field || formulaIn(key, record[key]) !== undefined) return '';
  return cellFor(field, record[key], { nameOf: (_, id) => labels[id] });
}

function runs<T extends { readonly column: number }>(cells: readonly T[]): T[][] {
  const all: T[][] = [];
  for (const cell of cells) {
    const run = all[all.length - 1];
    if (run && (run[run.length - 1]?.column ?? 0) + 1 === cell.column) run.push(cell);
    else all.push([cell]);
  }
  return all;
}
