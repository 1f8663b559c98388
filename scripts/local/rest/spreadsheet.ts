// The spreadsheet resource: properties, tabs, grid data, protections, named ranges, metadata.
import type { CellView, Engine, ProtectionView, Rect, Session, SheetLayout, SheetView } from '../engine/types';
import { fromHex, toCellData } from './cell-data';
import { badRequest } from './errors';
import { extrasJson } from './extras-json';
import { applyFields, below, type FieldTree } from './fields';
import { toMetadataJson } from './metadata-lookup';
import { checkGrid, toGridRange } from './ranges';

/** Names a mask may select, two levels deep; a misspelt one is refused instead of answering nothing. */
const KNOWN: Record<string, readonly string[]> = {
  spreadsheetId: [],
  spreadsheetUrl: [],
  properties: [],
  namedRanges: [],
  developerMetadata: [],
  sheets: [
    'properties',
    'data',
    'developerMetadata',
    'protectedRanges',
    'merges',
    'basicFilter',
    'filterViews',
    'conditionalFormats',
    'charts',
  ],
};

export interface GetOptions {
  /** Rectangles whose tabs and cells are wanted; none for all. */
  rects: readonly Rect[];
  includeGridData: boolean;
  /** Undefined: everything but grid data (unless asked for). */
  fields: FieldTree | undefined;
}

/** Builds the resource, cells only when asked for, and applies the mask. */
export function spreadsheetJson(engine: Engine, session: Session, options: GetOptions): object {
  const { fields } = options;
  if (fields) checkFields(fields);
  for (const rect of options.rects) checkGrid(session, rect);
  const wanted: FieldTree | 'all' = fields ?? 'all';
  const wantsSheets = below(wanted, 'sheets');
  const withData = fields
    ? wantsSheets !== undefined && wantsSheets !== 'all' && 'data' in wantsSheets
    : options.includeGridData;
  const { info } = engine;
  const entries = session.metadata();
  const named = session.namedRanges();
  const resource = {
    spreadsheetId: info.id,
    properties: { title: info.title, locale: info.locale, autoRecalc: 'ON_CHANGE', timeZone: info.timeZone },
    ...(wantsSheets ? { sheets: sheetsJson(engine, session, options.rects, withData) } : {}),
    ...(named.length > 0
      ? { namedRanges: named.map(({ name, rect }) => ({ namedRangeId: name, name, range: toGridRange(rect) })) }
      : {}),
    ...(entries.length > 0
      ? {
          developerMetadata: entries
            .filter(({ location }) => location.type === 'SPREADSHEET')
            .map((entry) => toMetadataJson(entry)),
        }
      : {}),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${info.id}/edit`,
  };
  return applyFields(resource, wanted) as object;
}

function checkFields(fields: FieldTree): void {
  for (const [name, inner] of Object.entries(fields)) {
    const known = KNOWN[name];
    if (name !== '*' && !known) throw badField(name);
    if (!known || inner === 'all' || known.length === 0) continue;
    for (const child of Object.keys(inner))
      if (child !== '*' && !known.includes(child)) throw badField(`${name}.${child}`);
  }
}

function badField(path: string): Error {
  return badRequest(`Request contains an invalid argument. Cannot find matching fields for path '${path}'.`);
}

function sheetsJson(engine: Engine, session: Session, rects: readonly Rect[], withData: boolean): object[] {
  const wanted = new Set(rects.map(({ sheetId }) => sheetId));
  const sheets = session.sheets().filter(({ sheetId }) => rects.length === 0 || wanted.has(sheetId));
  const metadata = session.metadata();
  return sheets.map((sheet) => {
    const own = metadata.filter(({ location }) => location.type === 'SHEET' && location.sheetId === sheet.sheetId);
    const protections = session.protections().filter(({ sheetId }) => sheetId === sheet.sheetId);
    return {
      properties: sheetProperties(sheet),
      ...(withData ? { data: gridDataOf(engine, session, sheet, rects) } : {}),
      ...(own.length > 0 ? { developerMetadata: own.map(toMetadataJson) } : {}),
      ...(protections.length > 0
        ? { protectedRanges: protections.map((each) => protectionJson(each, session.user, engine.info.owner)) }
        : {}),
      ...extrasJson(session.extras(sheet.sheetId)),
    };
  });
}

export function sheetProperties(sheet: SheetView): object {
  return {
    sheetId: sheet.sheetId,
    title: sheet.title,
    index: sheet.index,
    sheetType: 'GRID',
    gridProperties: {
      rowCount: sheet.rows,
      columnCount: sheet.columns,
      ...(sheet.frozenRows > 0 ? { frozenRowCount: sheet.frozenRows } : {}),
      ...(sheet.frozenColumns > 0 ? { frozenColumnCount: sheet.frozenColumns } : {}),
    },
    ...(sheet.hidden ? { hidden: true } : {}),
    ...(sheet.tabColor
      ? { tabColor: fromHex(sheet.tabColor), tabColorStyle: { rgbColor: fromHex(sheet.tabColor) } }
      : {}),
  };
}

export function protectionJson(protection: ProtectionView, user: string, owner: string): object {
  const { id, sheetId, rect, description, warningOnly, editors, restricted } = protection;
  const may = user === '' || warningOnly || !restricted || [owner, ...editors].includes(user);
  return {
    protectedRangeId: id,
    range: rect ? toGridRange(rect) : { sheetId },
    ...(description ? { description } : {}),
    ...(warningOnly ? { warningOnly: true } : { editors: { users: [owner, ...editors] } }),
    ...(may ? { requestingUserCanEdit: true } : {}),
  };
}

function gridDataOf(engine: Engine, session: Session, sheet: SheetView, rects: readonly Rect[]): object[] {
  const whole = { sheetId: sheet.sheetId, row: 1, column: 1, rows: sheet.rows, columns: sheet.columns };
  const own = rects.filter(({ sheetId }) => sheetId === sheet.sheetId);
  return (own.length > 0 ? own : [whole]).map((rect) => gridData(engine, session, rect));
}

function gridData(engine: Engine, session: Session, rect: Rect): object {
  const { locale } = engine.info;
  // Rows below the last content carry at most formats, which nobody reads from here.
  const filled = Math.min(rect.rows, Math.max(0, session.lastRow(rect.sheetId) - rect.row + 1));
  const cells = filled > 0 ? session.cells({ ...rect, rows: filled }) : [];
  const layout = session.layout(rect.sheetId);
  const tags = session.metadata();
  const columnMetadata = Array.from({ length: rect.columns }, (_, offset) => {
    const column = rect.column + offset;
    const own = tags.filter(
      ({ location }) => location.type === 'COLUMN' && location.sheetId === rect.sheetId && location.column === column,
    );
    return {
      pixelSize: layout.widths[column - 1] ?? 100,
      ...(layout.hiddenColumns.includes(column) ? { hiddenByUser: true } : {}),
      ...(own.length > 0 ? { developerMetadata: own.map(toMetadataJson) } : {}),
    };
  });
  return {
    ...(rect.row > 1 ? { startRow: rect.row - 1 } : {}),
    ...(rect.column > 1 ? { startColumn: rect.column - 1 } : {}),
    ...(cells.length > 0 ? { rowData: cells.map((row) => rowJson(row, locale)) } : {}),
    rowMetadata: rowMetadata(layout, rect),
    columnMetadata,
  };
}

/** What hides each row. Heights are not kept here. */
function rowMetadata({ hiddenRows, filteredRows }: SheetLayout, { row, rows }: Rect): object[] {
  const [byUser, byFilter] = [new Set(hiddenRows), new Set(filteredRows)];
  return Array.from({ length: rows }, (_, index) => ({
    ...(byFilter.has(row + index) ? { hiddenByFilter: true } : {}),
    ...(byUser.has(row + index) ? { hiddenByUser: true } : {}),
  }));
}

function rowJson(row: readonly (CellView | null)[], locale: string): object {
  const values = row.map((cell) => toCellData(cell, locale));
  while (values.length > 0 && Object.keys(values.at(-1) ?? {}).length === 0) values.pop();
  return values.length > 0 ? { values } : {};
}
