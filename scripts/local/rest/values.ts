// The values collection: reading with render options, writing with input options, append and clear (APPS_SCRIPT.md 6.2).
import { z } from 'zod';
import { isDateFormat } from '../engine/format';
import type { CellPatch, CellValue, Rect, Session } from '../engine/types';
import { badRequest } from './errors';
import { checkGrid, rangeText } from './ranges';
import { findTable } from './table';

export const renderSchema = z.enum(['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA']);
export const dateRenderSchema = z.enum(['SERIAL_NUMBER', 'FORMATTED_STRING']);
export const dimensionSchema = z.enum(['ROWS', 'COLUMNS']);
export const inputSchema = z.enum(['RAW', 'USER_ENTERED'], {
  error: "'valueInputOption' is required but not specified",
});

export const valueRangeSchema = z.strictObject({
  range: z.string().optional(),
  majorDimension: dimensionSchema.optional(),
  values: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))).default([]),
});
export type ValueRange = z.infer<typeof valueRangeSchema>;

export interface RenderOptions {
  majorDimension?: 'ROWS' | 'COLUMNS' | undefined;
  valueRenderOption?: z.infer<typeof renderSchema> | undefined;
  dateTimeRenderOption?: z.infer<typeof dateRenderSchema> | undefined;
}

type Value = string | number | boolean;

/** A range as Google answers it: ragged, without trailing blanks; no `values` at all when everything is blank. */
export function readRange(session: Session, rect: Rect, options: RenderOptions): object {
  checkGrid(session, rect);
  const rows = render(session, rect, options);
  const majorDimension = options.majorDimension ?? 'ROWS';
  const values = ragged(majorDimension === 'ROWS' ? rows : transpose(rows));
  return { range: rangeText(session, rect), majorDimension, ...(values.length > 0 ? { values } : {}) };
}

function render(session: Session, rect: Rect, options: RenderOptions): Value[][] {
  const how = options.valueRenderOption ?? 'FORMATTED_VALUE';
  if (how === 'FORMATTED_VALUE') return session.displayValues(rect);
  const values = session.values(rect).map((row) => row.map((value): Value => value ?? ''));
  if (options.dateTimeRenderOption === 'FORMATTED_STRING') showDates(session, rect, values);
  if (how === 'FORMULA') {
    session.formulas(rect).forEach((row, index) => {
      row.forEach((formula, offset) => {
        const line = values[index];
        if (formula !== null && line) line[offset] = formula;
      });
    });
  }
  return values;
}

function showDates(session: Session, rect: Rect, values: Value[][]): void {
  const formats = session.numberFormats(rect);
  const shown = session.displayValues(rect);
  formats.forEach((row, index) => {
    row.forEach((format, offset) => {
      const line = values[index];
      if (line && typeof line[offset] === 'number' && isDateFormat(format)) line[offset] = shown[index]?.[offset] ?? '';
    });
  });
}

function ragged(rows: Value[][]): Value[][] {
  const trimmed = rows.map((row) => row.slice(0, lastIndex(row, (value) => value !== '') + 1));
  return trimmed.slice(0, lastIndex(trimmed, (row) => row.length > 0) + 1);
}

function lastIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let index = items.length - 1;
  while (index >= 0 && !holds(items[index] as T)) index -= 1;
  return index;
}

function transpose<T>(rows: readonly (readonly T[])[]): T[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] as T));
}

export interface WriteOptions {
  valueInputOption: z.infer<typeof inputSchema>;
}

/** Writes values from a range's top left; a range of one cell lets them spread. Answers what was written where. */
export function writeRange(
  session: Session,
  { rect, anchor }: { rect: Rect; anchor: boolean },
  given: ValueRange,
  options: WriteOptions,
): { rect: Rect; cells: number } {
  const rows = given.majorDimension === 'COLUMNS' ? transpose(given.values) : given.values;
  const size = { rows: rows.length, columns: rows.reduce((most, row) => Math.max(most, row.length), 0) };
  if (!anchor && (size.rows > rect.rows || size.columns > rect.columns)) throw tooMuch(session, rect, size);
  const target = { ...rect, rows: Math.max(1, size.rows), columns: Math.max(1, size.columns) };
  checkGrid(session, target);
  if (size.rows === 0 || size.columns === 0) return { rect: target, cells: 0 };
  session.write(target, patches(rows, size.columns, options));
  const cells = rows.reduce((sum, row) => sum + row.filter((value) => value !== null && value !== undefined).length, 0);
  return { rect: target, cells };
}

/** `null` skips a cell, `""` clears it: the opposite of Apps Script. */
function patches(
  rows: readonly (readonly CellValue[])[],
  columns: number,
  options: WriteOptions,
): (CellPatch | undefined)[][] {
  return rows.map((row) =>
    Array.from({ length: columns }, (_, column): CellPatch | undefined => {
      const value = row[column] ?? null;
      if (value === null) return undefined;
      const typed = options.valueInputOption === 'USER_ENTERED' && typeof value === 'string';
      return { input: typed ? { kind: 'typed', text: value } : { kind: 'value', value } };
    }),
  );
}

function tooMuch(session: Session, rect: Rect, size: { rows: number; columns: number }): Error {
  const place = size.rows > rect.rows ? `row [${rect.row + rect.rows}]` : `column [${rect.column + rect.columns}]`;
  return badRequest(`Requested writing within range [${rangeText(session, rect)}], but tried writing to ${place}`);
}

/** Appends rows after the table found in the range, making room below the grid. */
export function appendRows(
  session: Session,
  rect: Rect,
  given: ValueRange,
  options: WriteOptions & { insertRows: boolean },
): { table: Rect | null; written: { rect: Rect; cells: number } } {
  const table = findTable(session, rect);
  const rows = given.majorDimension === 'COLUMNS' ? transpose(given.values) : given.values;
  const row = table ? table.row + table.rows : rect.row;
  const column = table ? table.column : rect.column;
  const sheet = session.sheets().find(({ sheetId }) => sheetId === rect.sheetId);
  const gridRows = sheet?.rows ?? 0;
  const missing = row + rows.length - 1 - gridRows;
  if (options.insertRows && row <= gridRows) session.insertRows(rect.sheetId, row, Math.max(1, rows.length));
  else if (missing > 0) session.insertRows(rect.sheetId, gridRows + 1, missing);
  const width = column + rows.reduce((most, cells) => Math.max(most, cells.length), 0) - 1;
  const columns = sheet?.columns ?? 0;
  if (width > columns) session.insertColumns(rect.sheetId, columns + 1, width - columns);
  const target = { sheetId: rect.sheetId, row, column, rows: 1, columns: 1 };
  return {
    table,
    written: writeRange(
      session,
      { rect: target, anchor: true },
      { ...given, values: rows, majorDimension: 'ROWS' },
      options,
    ),
  };
}

/** Clears values, not formats. */
export function clearRange(session: Session, rect: Rect): void {
  checkGrid(session, rect);
  const lastRow = Math.min(rect.row + rect.rows - 1, session.lastRow(rect.sheetId));
  if (lastRow < rect.row) return;
  session.writeAll({ ...rect, rows: lastRow - rect.row + 1 }, { input: { kind: 'value', value: null } });
}
