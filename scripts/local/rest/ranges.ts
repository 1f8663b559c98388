// A1 texts, grid ranges and data filters as rectangles of the workbook (APPS_SCRIPT.md 6.3).
import { z } from 'zod';
import { parseA1, quoteTitle, rectA1 } from '../engine/a1';
import type { Rect, Session, SheetView } from '../engine/types';
import { badRequest } from './errors';
import { matchingMetadata, metadataLookupSchema } from './metadata-lookup';

/** 0-based and half open; what is missing is unbounded. */
export const gridRangeSchema = z.object({
  sheetId: z.number().int().default(0),
  startRowIndex: z.number().int().min(0).optional(),
  endRowIndex: z.number().int().min(0).optional(),
  startColumnIndex: z.number().int().min(0).optional(),
  endColumnIndex: z.number().int().min(0).optional(),
});
export type GridRange = z.infer<typeof gridRangeSchema>;

export const dataFilterSchema = z.object({
  a1Range: z.string().optional(),
  gridRange: gridRangeSchema.optional(),
  developerMetadataLookup: metadataLookupSchema.optional(),
});
export type DataFilter = z.infer<typeof dataFilterSchema>;

export interface ResolvedRange {
  rect: Rect;
  /** A single cell was written: values may spread from it. */
  anchor: boolean;
}

/** Resolves A1 notation, a named range or a bare title. Throws 400 as Google does. */
export function resolveA1(session: Session, text: string): ResolvedRange {
  const named = session.namedRanges().find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (named) return { rect: named.rect, anchor: false };
  const parsed = parseA1(text);
  const sheets = session.sheets();
  const sheet =
    parsed?.title === undefined
      ? sheets.find(({ hidden }) => !hidden)
      : sheets.find(({ title }) => title.toLowerCase() === parsed.title?.toLowerCase());
  if (!parsed || !sheet) throw badRequest(`Unable to parse range: ${text}`);
  const startRow = parsed.startRow ?? 1;
  const startColumn = parsed.startColumn ?? 1;
  const rect = {
    sheetId: sheet.sheetId,
    row: startRow,
    column: startColumn,
    rows: (parsed.endRow ?? Math.max(sheet.rows, startRow)) - startRow + 1,
    columns: (parsed.endColumn ?? Math.max(sheet.columns, startColumn)) - startColumn + 1,
  };
  return { rect, anchor: parsed.startRow !== undefined && rect.rows === 1 && rect.columns === 1 };
}

/** Throws 400 when the rectangle reaches past the tab. */
export function checkGrid(session: Session, rect: Rect): SheetView {
  const sheet = sheetOf(session, rect.sheetId);
  if (rect.row + rect.rows - 1 > sheet.rows || rect.column + rect.columns - 1 > sheet.columns) {
    throw badRequest(
      `Range (${rangeText(session, rect)}) exceeds grid limits. Max rows: ${sheet.rows}, max columns: ${sheet.columns}`,
    );
  }
  return sheet;
}

export function sheetOf(session: Session, sheetId: number): SheetView {
  const sheet = session.sheets().find((each) => each.sheetId === sheetId);
  if (!sheet) throw badRequest(`No grid with id: ${sheetId}`);
  return sheet;
}

/** `'My tab'!A1:B2`, as answers name ranges. */
export function rangeText(session: Session, rect: Rect): string {
  return `${quoteTitle(sheetOf(session, rect.sheetId).title)}!${rectA1(rect)}`;
}

export function fromGridRange(session: Session, range: GridRange): Rect {
  const sheet = sheetOf(session, range.sheetId);
  const row = (range.startRowIndex ?? 0) + 1;
  const column = (range.startColumnIndex ?? 0) + 1;
  const rect = {
    sheetId: range.sheetId,
    row,
    column,
    rows: (range.endRowIndex ?? sheet.rows) - row + 1,
    columns: (range.endColumnIndex ?? sheet.columns) - column + 1,
  };
  if (rect.rows < 1 || rect.columns < 1) throw badRequest('The range is empty.');
  return rect;
}

export function toGridRange(rect: Rect): Required<GridRange> {
  return {
    sheetId: rect.sheetId,
    startRowIndex: rect.row - 1,
    endRowIndex: rect.row - 1 + rect.rows,
    startColumnIndex: rect.column - 1,
    endColumnIndex: rect.column - 1 + rect.columns,
  };
}

/** Rectangles a data filter stands for; a metadata look-up may match none or several. */
export function resolveFilter(session: Session, filter: DataFilter): Rect[] {
  if (filter.a1Range !== undefined) return [resolveA1(session, filter.a1Range).rect];
  if (filter.gridRange) return [fromGridRange(session, filter.gridRange)];
  if (!filter.developerMetadataLookup) throw badRequest('A data filter must name a range or a look-up.');
  return matchingMetadata(session.metadata(), filter.developerMetadataLookup).flatMap(({ location }): Rect[] => {
    if (location.type === 'SPREADSHEET') return [];
    const sheet = sheetOf(session, location.sheetId);
    const whole = { sheetId: sheet.sheetId, row: 1, column: 1, rows: sheet.rows, columns: sheet.columns };
    if (location.type === 'ROW') return [{ ...whole, row: location.row, rows: 1 }];
    return [location.type === 'COLUMN' ? { ...whole, column: location.column, columns: 1 } : whole];
  });
}
