// Changes to the shape of the workbook: tabs, rows, columns. Everything that names a position moves along.
import {
  allColumnsDeleted,
  allRowsDeleted,
  badTitle,
  duplicateTitle,
  lastVisibleSheet,
  outsideGrid,
  tooFewColumns,
  tooFewRows,
  tooManyCells,
  tooManyColumns,
  tooManySheets,
} from './errors';
import { copyExtras, shiftExtras } from './extras';
import type { Column } from './grid';
import { Sheet } from './sheet';
import { type Shift, shiftPosition, shiftRect } from './spans';
import type { SheetView } from './types';
import type { Workbook } from './workbook';

const MAX_CELLS = 10_000_000;
const MAX_COLUMNS = 18_278;
const MAX_SHEETS = 200;

export function addSheet(
  workbook: Workbook,
  title: string,
  index?: number,
  rows = 1000,
  columns = 26,
  id?: number,
): Sheet {
  checkTitle(workbook, title, null);
  if (workbook.parts.tabs.length >= MAX_SHEETS) throw tooManySheets();
  checkRoom(workbook, rows * columns, columns);
  const sheet = Sheet.blank(id ?? newSheetId(workbook), title, rows, columns);
  workbook.addSheet(sheet, index ?? workbook.parts.tabs.length);
  // Formulas that named the tab before it existed can be computed now.
  workbook.formulas.structureChanged(sheet.id);
  return sheet;
}

function newSheetId(workbook: Workbook): number {
  let id = workbook.nextId('sheet');
  while (workbook.hasSheet(id)) id = workbook.nextId('sheet');
  return id;
}

export function deleteSheet(workbook: Workbook, id: number): void {
  const sheet = workbook.sheet(id);
  if (!workbook.sheets.some((other) => other !== sheet && !other.hidden)) throw lastVisibleSheet();
  workbook.removeSheet(id);
  const { parts } = workbook;
  parts.metadata = parts.metadata.filter(({ at }) => at.type === 'SPREADSHEET' || at.sheetId !== id);
  parts.protections = parts.protections.filter((protection) => protection.sheetId !== id);
  parts.names = parts.names.filter(({ rect }) => rect.sheetId !== id);
  for (const name of ['metadata', 'protections', 'names'] as const) workbook.markPart(name);
}

/** A copy right after the original, named as Google names it when no title is given; cells, formats and widths come along. */
export function duplicateSheet(workbook: Workbook, id: number, title?: string, index?: number, newId?: number): Sheet {
  const original = workbook.sheet(id);
  const place = index ?? workbook.parts.tabs.indexOf(id) + 1;
  const grid = original.grid;
  const copy = addSheet(
    workbook,
    title ?? copyTitle(workbook, original.title),
    place,
    grid.rowCount,
    grid.columnCount,
    newId,
  );
  workbook.follow(() => copyInto(original, copy));
  const columnMetadata = workbook.parts.metadata.filter(({ at }) => at.type !== 'SPREADSHEET' && at.sheetId === id);
  for (const entry of columnMetadata) {
    const at = { ...entry.at, sheetId: copy.id } as typeof entry.at;
    workbook.parts.metadata.push({ ...entry, id: workbook.nextId('metadata'), at });
  }
  workbook.markPart('metadata');
  return copy;
}

function copyInto(original: Sheet, copy: Sheet): void {
  copy.frozenRows = original.frozenRows;
  copy.frozenColumns = original.frozenColumns;
  copy.tabColor = original.tabColor;
  copy.hidden = original.hidden;
  copy.hiddenRows = new Set(original.hiddenRows);
  copy.filteredRows = new Set(original.filteredRows);
  copy.extras = copyExtras(original.extras, copy.id);
  // Same keys in both tabs, so that rows and column metadata can be copied as they are.
  copy.grid.columns = structuredClone(original.grid.columns);
  copy.grid.nextColumn = original.grid.nextColumn;
  copy.grid.nextRow = original.grid.nextRow;
  copy.grid.order = [...original.grid.order];
  for (const [key, cells] of original.grid.cells) copy.grid.addRow(key, structuredClone(cells));
  copy.grid.orderChanged(0);
}

function copyTitle(workbook: Workbook, title: string): string {
  const base = `Copy of ${title}`;
  if (!workbook.sheetByTitle(base)) return base;
  for (let number = 2; ; number += 1) {
    const name = `${base} ${number}`;
    if (!workbook.sheetByTitle(name)) return name;
  }
}

export type SheetChange = Partial<
  Pick<SheetView, 'title' | 'index' | 'hidden' | 'frozenRows' | 'frozenColumns' | 'tabColor'>
>;

export function updateSheet(workbook: Workbook, id: number, change: SheetChange): void {
  const sheet = workbook.sheet(id);
  if (change.hidden && !workbook.sheets.some((other) => other !== sheet && !other.hidden)) throw lastVisibleSheet();
  if (change.title !== undefined && change.title !== sheet.title) {
    checkTitle(workbook, change.title, id);
    workbook.formulas.sheetRenamed(sheet.title, change.title);
    sheet.title = change.title;
  }
  if (change.hidden !== undefined) sheet.hidden = change.hidden;
  if (change.frozenRows !== undefined) sheet.frozenRows = change.frozenRows;
  if (change.frozenColumns !== undefined) sheet.frozenColumns = change.frozenColumns;
  if (change.tabColor !== undefined) sheet.tabColor = change.tabColor;
  if (change.index !== undefined) {
    const others = workbook.parts.tabs.filter((tab) => tab !== id);
    others.splice(change.index, 0, id);
    workbook.parts.tabs = others;
    workbook.markPart('tabs');
  }
  workbook.markSheet(id);
}

function checkTitle(workbook: Workbook, title: string, own: number | null): void {
  if (title.length === 0 || title.length > 100) throw badTitle();
  const same = workbook.sheetByTitle(title);
  if (same && same.id !== own) throw duplicateTitle(title);
}

/** `keys` brings back known rows (undo). */
export function insertRows(
  workbook: Workbook,
  id: number,
  before: number,
  count: number,
  keys?: readonly number[],
): void {
  const sheet = workbook.sheet(id);
  if (count < 1) throw tooFewRows();
  if (before < 1 || before > sheet.grid.rowCount + 1) throw outsideGrid();
  checkRoom(workbook, count * sheet.grid.columnCount, 0);
  sheet.grid.insertRows(before, count, keys);
  shiftRows(workbook, sheet, { kind: 'insert', at: before, count });
}

export function deleteRows(workbook: Workbook, id: number, first: number, count: number): void {
  const sheet = workbook.sheet(id);
  if (count < 1) throw tooFewRows();
  if (first < 1 || first + count - 1 > sheet.grid.rowCount) throw outsideGrid();
  const frozenLeft = sheet.frozenRows - Math.max(0, Math.min(sheet.frozenRows, first + count - 1) - first + 1);
  if (sheet.grid.rowCount - count <= frozenLeft) throw allRowsDeleted();
  workbook.follow(() => sheet.grid.deleteRows(first, count));
  sheet.frozenRows = frozenLeft;
  shiftRows(workbook, sheet, { kind: 'delete', at: first, count });
}

/** `known` brings back columns with their keys (undo). */
export function insertColumns(
  workbook: Workbook,
  id: number,
  before: number,
  count: number,
  known?: readonly Column[],
): void {
  const sheet = workbook.sheet(id);
  if (count < 1) throw tooFewColumns();
  if (before < 1 || before > sheet.grid.columnCount + 1) throw outsideGrid();
  checkRoom(workbook, count * sheet.grid.rowCount, sheet.grid.columnCount + count);
  sheet.grid.insertColumns(before, count, known);
  shiftColumns(workbook, sheet, { kind: 'insert', at: before, count });
}

export function deleteColumns(workbook: Workbook, id: number, first: number, count: number): void {
  const sheet = workbook.sheet(id);
  if (count < 1) throw tooFewColumns();
  if (first < 1 || first + count - 1 > sheet.grid.columnCount) throw outsideGrid();
  const frozenLeft = sheet.frozenColumns - Math.max(0, Math.min(sheet.frozenColumns, first + count - 1) - first + 1);
  if (sheet.grid.columnCount - count <= frozenLeft) throw allColumnsDeleted();
  const gone = new Set(sheet.grid.deleteColumns(first, count).map((column) => column.key));
  sheet.frozenColumns = frozenLeft;
  const { parts } = workbook;
  parts.metadata = parts.metadata.filter(
    ({ at }) => at.type !== 'COLUMN' || at.sheetId !== id || !gone.has(at.columnKey),
  );
  workbook.markPart('metadata');
  shiftColumns(workbook, sheet, { kind: 'delete', at: first, count });
}

export function moveColumns(workbook: Workbook, id: number, first: number, count: number, before: number): void {
  const sheet = workbook.sheet(id);
  const last = sheet.grid.columnCount;
  if (count < 1) throw tooFewColumns();
  if (first < 1 || first + count - 1 > last || before < 1 || before > last + 1) throw outsideGrid();
  if (before >= first && before <= first + count) return;
  sheet.grid.moveColumns(first, count, before);
  shiftColumns(workbook, sheet, { kind: 'move', at: first, count, before });
}

function checkRoom(workbook: Workbook, moreCells: number, columns: number): void {
  if (columns > MAX_COLUMNS) throw tooManyColumns();
  const used = workbook.sheets.reduce((sum, { grid }) => sum + grid.rowCount * grid.columnCount, 0);
  if (used + moreCells > MAX_CELLS) throw tooManyCells();
}

function shiftRows(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  sheet.shiftHiddenRows(shift);
  const { parts } = workbook;
  parts.metadata = parts.metadata.flatMap((entry) => {
    if (entry.at.type !== 'ROW' || entry.at.sheetId !== sheet.id) return [entry];
    const row = shiftPosition(entry.at.row, shift);
    return row === null ? [] : [{ ...entry, at: { ...entry.at, row } }];
  });
  workbook.markPart('metadata');
  shiftRects(workbook, sheet, shift, 'rows');
}

function shiftColumns(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  shiftRects(workbook, sheet, shift, 'columns');
}

/** Protections and named ranges follow; one whose cells are all deleted goes with them. */
function shiftRects(workbook: Workbook, sheet: Sheet, shift: Shift, axis: 'rows' | 'columns'): void {
  const { parts } = workbook;
  parts.protections = parts.protections.flatMap((protection) => {
    if (protection.sheetId !== sheet.id || !protection.rect) return [protection];
    const rect = shiftRect(protection.rect, shift, axis);
    return rect ? [{ ...protection, rect }] : [];
  });
  parts.names = parts.names.flatMap((name) => {
    if (name.rect.sheetId !== sheet.id) return [name];
    const rect = shiftRect(name.rect, shift, axis);
    return rect ? [{ ...name, rect }] : [];
  });
  sheet.extras = shiftExtras(sheet.extras, shift, axis);
  workbook.markPart('protections');
  workbook.markPart('names');
  workbook.markSheet(sheet.id);
  workbook.moves.add(sheet.id, { kind: axis, shift });
  workbook.formulas.shifted(sheet, shift, axis);
}
