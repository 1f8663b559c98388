// One row ↔ one record, without knowing more than the schema: what the ledger's hash is taken over. Choices, people and
// bare names are looked up later (resolve.ts), so that a changed setting never looks like a changed record.
import { hashFields } from '../domain/hash';
import { parseId } from '../domain/ids';
import { blankOf, customPrefix, fieldOf, isBlank, pickFields, sameValue } from '../domain/record';
import { parseReference } from '../domain/references';
import { type AnyRecord, type FieldValue, fieldsOf, type RecordTabKey } from '../domain/schema';
import { parseCell } from '../domain/values';
import { fillAbsent } from './absent-columns';
import type { Sheet, Workbook } from './api';
import { plainCell } from './cells';
import { type Columns, columnOf } from './columns';
import { WorkbookError } from './errors';

export interface Row {
  readonly tab: RecordTabKey;
  readonly id: string;
  /** 1-based row where it stood. */
  readonly row: number;
  readonly fields: AnyRecord;
  /** Cells that could not be read, by field. */
  readonly raw: { readonly [field: string]: FieldValue };
  /** Names in reference cells, by id. */
  readonly labels: { readonly [id: string]: string };
  /** What counts instead of values in cells that compute themselves: see computed.ts. Left out where nobody looked. */
  readonly computed?: AnyRecord;
}

/** Reads one row's cells, as getValues() gave them. */
export function rowOf(
  workbook: Workbook,
  tab: RecordTabKey,
  columns: Columns,
  row: number,
  cells: readonly unknown[],
): Row {
  const fields: { [key: string]: FieldValue } = blankFields(tab);
  const raw: { [key: string]: FieldValue } = {};
  const labels: { [id: string]: string } = {};
  columns.keys.forEach((key, index) => {
    const field = key === '' ? undefined : fieldOf(tab, key);
    if (!field) return;
    const cell = plainCell(workbook, field, cells[index]);
    const { value, problem } = parseCell(field, cell);
    fields[key] = value;
    if (problem) raw[key] = cell;
    if (field.type === 'reference' && typeof value === 'string') {
      labels[value] = parseReference(String(cell)).name;
    }
  });
  const text = String(fields.id ?? '').trim();
  const id = parseId(text)?.tab === tab ? text : '';
  if (columns.absent.length > 0) fillAbsent(workbook, id, columns.absent, { fields, raw });
  const spilled = columns.spilled.length > 0 ? { computed: pickFields({}, columns.spilled) } : {};
  return { tab, id, row, fields, raw, labels, ...spilled };
}

/** Every field of the tab, blank. */
export function blankFields(tab: RecordTabKey): { [key: string]: FieldValue } {
  return Object.fromEntries(fieldsOf(tab).map(([key, field]) => [key, blankOf(field)]));
}

/** The row's fingerprint, as the ledger keeps it. The id itself is no part of it. */
export function hashOf({ fields, raw, computed }: Pick<Row, 'fields' | 'raw' | 'computed'>): string {
  return `h${hashFields({ ...fields, ...computed, id: null }, raw)}`;
}

/** The row as a person sees it: what could not be read stands as it was typed. For deltas and comparisons. */
export function seenFields({ fields, raw, computed }: Pick<Row, 'fields' | 'raw' | 'computed'>): AnyRecord {
  return { ...fields, ...raw, ...computed };
}

/** Whether nothing stands in the row; an unticked checkbox counts as nothing (APPS_SCRIPT.md 2.1). */
export function isEmptyRow(cells: readonly unknown[]): boolean {
  return cells.every(isNothing);
}

function isNothing(cell: unknown): boolean {
  return cell === '' || cell === null || cell === undefined || cell === false;
}

/**
 * Whether a row is a record: one of the schema's fields holds something. A column of the team's own does not make one, since its
 * formula may be filled down, or spill, far below the last record.
 */
export function isRecordRow(columns: Columns, cells: readonly unknown[]): boolean {
  return cells.some((cell, index) => isSchemaKey(columns.keys[index]) && !isNothing(cell));
}

function isSchemaKey(key: string | undefined): boolean {
  return key !== undefined && key !== '' && !isOwn(key);
}

/**
 * Which of these rows a new record must not be put into: those of records, and those where a person typed something else. What
 * formulas of a column of the team's own give does not count (2 reads, only where a row holds nothing but such cells).
 */
export function takenRows(columns: Columns, firstRow: number, cells: readonly (readonly unknown[])[]): boolean[] {
  const taken = cells.map((row) => isRecordRow(columns, row));
  const open = cells.flatMap((row, index) => (taken[index] || isEmptyRow(row) ? [] : [index]));
  const [first, last] = [open[0], open[open.length - 1]];
  if (first === undefined || last === undefined) return taken;
  const { sheet } = columns;
  const width = Math.max(...cells.map((row) => row.length));
  // A formula that spills stands in one cell only, in the header or the first row below it.
  const head = sheet.getRange(1, 1, Math.min(2, sheet.getMaxRows()), width).getFormulas();
  const own = sheet.getRange(firstRow + first, 1, last - first + 1, width).getFormulas();
  for (const index of open) {
    const isTyped = (cell: unknown, column: number) =>
      !isNothing(cell) && !own[index - first]?.[column] && !head.some((formulas) => formulas[column]);
    taken[index] = (cells[index] ?? []).some(isTyped);
  }
  return taken;
}

/** Whether a row without an id holds some of these values and nothing else: one whose id was still to be written. */
export function isPartOf(values: AnyRecord, row: Row): boolean {
  const { id: _, ...seen } = seenFields(row);
  const held = Object.entries(seen).filter(([, value]) => !isBlank(value) && value !== false);
  return row.id === '' && held.length > 0 && held.every(([key, value]) => sameValue(value, values[key]));
}

/** Whether a field is a column of the team's own. */
export function isOwn(key: string): boolean {
  return key.startsWith(customPrefix);
}

/** Reads the row at this position (1 read). Null when it lies outside the grid. */
export function readRow(workbook: Workbook, tab: RecordTabKey, columns: Columns, row: number): Row | null {
  if (row < 2 || row > columns.sheet.getMaxRows()) return null;
  const cells = columns.sheet.getRange(row, 1, 1, columns.keys.length).getValues()[0] ?? [];
  return rowOf(workbook, tab, columns, row, cells);
}

/** A sort may come between the search for a row and its reading this often. */
const searches = 4;

/**
 * Finds the row of an id: at the hint, else by a search of the id column (1 read, 2 more when it has moved). Null only when
 * the column does not hold the id.
 */
export function locate(
  workbook: Workbook,
  tab: RecordTabKey,
  columns: Columns,
  id: string,
  hint: number | null,
): Row | null {
  const hinted = hint === null ? null : readRow(workbook, tab, columns, hint);
  if (hinted?.id === id) return hinted;
  for (let search = 0; search < searches; search++) {
    const found = findInColumn(columns.sheet, columnOf(columns, 'id'), id)[0];
    if (found === undefined) return null;
    const row = readRow(workbook, tab, columns, found);
    if (row?.id === id) return row;
  }
  throw new WorkbookError(
    'unsettled',
    `The rows of ${columns.sheet.getName()} are being moved. Try again in a moment.`,
  );
}

/** Rows whose cell in this column is this text, case ignored, in order (1 read). */
export function findInColumn(sheet: Sheet, column: number, text: string): number[] {
  const rows = sheet.getMaxRows() - 1;
  if (rows < 1) return [];
  return sheet
    .getRange(2, column, rows, 1)
    .createTextFinder(text)
    .matchEntireCell(true)
    .findAll()
    .map((range) => range.getRow());
}

/** Formulas in a row's fields as a person reads them, by field: `=G7*0.1` (1 read). */
export function readShownFormulas(columns: Columns, row: number): { [field: string]: string } {
  return byField(columns, columns.sheet.getRange(row, 1, 1, columns.keys.length).getFormulas())[0] ?? {};
}

/**
 * Formulas in a row's fields, by field, in R1C1 notation: `=RC[-1]*0.1` (1 read). So written they mean the same in whatever row
 * they are put back into.
 */
export function readFormulas(columns: Columns, row: number): { [field: string]: string } {
  return readFormulasFrom(columns, row, 1)[0] ?? {};
}

/** The same for neighbouring rows (1 read). */
export function readFormulasFrom(columns: Columns, firstRow: number, count: number): { [field: string]: string }[] {
  return byField(columns, columns.sheet.getRange(firstRow, 1, count, columns.keys.length).getFormulasR1C1());
}

function byField(columns: Columns, rows: readonly (readonly (string | null)[])[]): { [field: string]: string }[] {
  return rows.map((cells) => {
    const formulas: { [field: string]: string } = {};
    columns.keys.forEach((key, index) => {
      const formula = cells[index];
      if (key !== '' && formula) formulas[key] = formula;
    });
    return formulas;
  });
}

/** Fields that hold something. */
export function filled(fields: AnyRecord): { [key: string]: FieldValue } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isBlank(value)));
}
