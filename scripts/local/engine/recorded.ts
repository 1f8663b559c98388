// Structural changes that an action can take back: each does its work and, while an action is recorded, says how to undo it.
import type { Column } from './grid';
import { keysOf, putRows, remember, restoreOrder, takeRows } from './row-moves';
import type { Sheet } from './sheet';
import { type SortKey, sortRect } from './sort';
import * as structure from './structure';
import { putTab, type TakenTab, takeTab } from './tab-moves';
import type { Rect } from './types';
import type { StoredMetadata, Workbook } from './workbook';

export function insertRows(workbook: Workbook, sheetId: number, before: number, count: number): void {
  structure.insertRows(workbook, sheetId, before, count);
  if (!workbook.recorder) return;
  const keys = keysOf(workbook.sheet(sheetId).grid, before, count);
  let taken: ReturnType<typeof takeRows> = [];
  workbook.recorder.shape({
    undo: () => {
      taken = takeRows(workbook, sheetId, keys);
    },
    redo: () => putRows(workbook, sheetId, taken),
  });
}

export function deleteRows(workbook: Workbook, sheetId: number, first: number, count: number): void {
  const { grid } = workbook.sheet(sheetId);
  const inside = first >= 1 && count >= 1 && first + count - 1 <= grid.rowCount;
  let taken = workbook.recorder && inside ? [remember(grid, first, count)] : [];
  structure.deleteRows(workbook, sheetId, first, count);
  workbook.recorder?.shape({
    undo: () => putRows(workbook, sheetId, taken),
    redo: () => {
      const keys = taken.flatMap(({ rows }) => rows.map(({ key }) => key));
      taken = takeRows(workbook, sheetId, keys);
    },
  });
}

export function sort(workbook: Workbook, rect: Rect, by: readonly SortKey[]): void {
  const { grid } = workbook.sheet(rect.sheetId);
  if (!workbook.recorder) {
    sortRect(workbook, rect, by);
    return;
  }
  // Rows below the last one that ever held anything are blank and stay below.
  const count = Math.max(0, Math.min(rect.rows, grid.order.length - rect.row + 1));
  const before = keysOf(grid, rect.row, count);
  const { from, whole } = sortRect(workbook, rect, by);
  const after = grid.order.slice(rect.row - 1, rect.row - 1 + count);
  const keyOf = (row: number) => before[row - rect.row] ?? 0;
  const went = whole ? [] : from.map((row, index): [number, number] => [keyOf(row), keyOf(rect.row + index)]);
  const columns = grid.columns.slice(rect.column - 1, rect.column - 1 + rect.columns);
  workbook.recorder.shape({
    undo: () => {
      restoreOrder(workbook, rect.sheetId, before);
      const back = went.map(([one, other]): [number, number] => [other, one]);
      noteCells(workbook, rect.sheetId, columns, back);
    },
    redo: () => {
      restoreOrder(workbook, rect.sheetId, after);
      noteCells(workbook, rect.sheetId, columns, went);
    },
  });
}

/** Says where cells go that are put back one by one: from the row of one key to the row of another. */
function noteCells(
  workbook: Workbook,
  sheetId: number,
  columns: readonly Column[],
  went: readonly (readonly [from: number, to: number])[],
): void {
  const { grid } = workbook.sheet(sheetId);
  const rows = went.flatMap(([from, to]): [number, number][] => {
    const places: [number, number] = [grid.rowPosition(from), grid.rowPosition(to)];
    return from === to || places.includes(0) ? [] : [places];
  });
  if (rows.length === 0) return;
  for (const { key } of columns) {
    const column = grid.columnPosition(key);
    if (column > 0) workbook.moves.add(sheetId, { kind: 'order', left: column, right: column, rows });
  }
}

export function insertColumns(workbook: Workbook, sheetId: number, before: number, count: number): void {
  structure.insertColumns(workbook, sheetId, before, count);
  const columns = workbook.sheet(sheetId).grid.columns.slice(before - 1, before - 1 + count);
  workbook.recorder?.shape({
    undo: () => takeColumns(workbook, sheetId, columns),
    redo: () => structure.insertColumns(workbook, sheetId, before, count, columns),
  });
}

export function deleteColumns(workbook: Workbook, sheetId: number, first: number, count: number): void {
  const columns = workbook.sheet(sheetId).grid.columns.slice(first - 1, first - 1 + count);
  const tags = tagsOf(workbook, sheetId, columns);
  structure.deleteColumns(workbook, sheetId, first, count);
  workbook.recorder?.shape({
    undo: () => {
      const at = Math.min(first, workbook.sheet(sheetId).grid.columnCount + 1);
      structure.insertColumns(workbook, sheetId, at, count, columns);
      workbook.parts.metadata.push(...tags);
      workbook.markPart('metadata');
    },
    redo: () => takeColumns(workbook, sheetId, columns),
  });
}

export function moveColumns(workbook: Workbook, sheetId: number, first: number, count: number, before: number): void {
  const { columns } = workbook.sheet(sheetId).grid;
  const moved = columns[first - 1]?.key ?? 0;
  const followed = columns[first - 1 + count]?.key ?? 0;
  const target = columns[before - 1]?.key ?? 0;
  structure.moveColumns(workbook, sheetId, first, count, before);
  /** Moves the columns before the one with this key, or to the end. */
  const moveBefore = (key: number): void => {
    const { grid } = workbook.sheet(sheetId);
    const from = grid.columnPosition(moved);
    if (from > 0)
      structure.moveColumns(workbook, sheetId, from, count, grid.columnPosition(key) || grid.columnCount + 1);
  };
  workbook.recorder?.shape({ undo: () => moveBefore(followed), redo: () => moveBefore(target) });
}

export function updateSheet(workbook: Workbook, sheetId: number, change: structure.SheetChange): void {
  const index = workbook.parts.tabs.indexOf(sheetId);
  const view = workbook.sheet(sheetId).view(index);
  const before = Object.fromEntries(Object.keys(change).map((name) => [name, view[name as keyof typeof view]]));
  structure.updateSheet(workbook, sheetId, change);
  workbook.recorder?.shape({
    undo: () => structure.updateSheet(workbook, sheetId, before),
    redo: () => structure.updateSheet(workbook, sheetId, change),
  });
}

export function addSheet(
  workbook: Workbook,
  title: string,
  index?: number,
  rows?: number,
  columns?: number,
  id?: number,
): Sheet {
  const added = structure.addSheet(workbook, title, index, rows, columns, id);
  recordComing(workbook, added.id);
  return added;
}

export function duplicateSheet(
  workbook: Workbook,
  sheetId: number,
  title?: string,
  index?: number,
  id?: number,
): Sheet {
  const copy = structure.duplicateSheet(workbook, sheetId, title, index, id);
  recordComing(workbook, copy.id);
  return copy;
}

export function deleteSheet(workbook: Workbook, sheetId: number): void {
  let taken = takeTab(workbook, sheetId);
  workbook.recorder?.shape({
    undo: () => putTab(workbook, taken),
    redo: () => {
      taken = takeTab(workbook, sheetId);
    },
  });
}

function recordComing(workbook: Workbook, sheetId: number): void {
  let taken: TakenTab | null = null;
  workbook.recorder?.shape({
    undo: () => {
      taken = takeTab(workbook, sheetId);
    },
    redo: () => putTab(workbook, taken),
  });
}

export function setHiddenColumns(
  workbook: Workbook,
  sheetId: number,
  first: number,
  count: number,
  hidden: boolean,
): void {
  const heads = workbook.sheet(sheetId).grid.columns.slice(first - 1, first - 1 + count);
  const before = heads.map((head) => head.hidden ?? false);
  const put = (states: readonly boolean[]) => {
    if (!workbook.hasSheet(sheetId)) return;
    const { columns } = workbook.sheet(sheetId).grid;
    heads.forEach(({ key }, index) => {
      const head = columns.find((column) => column.key === key);
      if (head) head.hidden = states[index] ?? false;
    });
    workbook.markSheet(sheetId);
  };
  put(before.map(() => hidden));
  workbook.recorder?.shape({ undo: () => put(before), redo: () => put(before.map(() => hidden)) });
}

export function setColumnWidth(workbook: Workbook, sheetId: number, column: number, pixels: number): void {
  const key = workbook.sheet(sheetId).grid.columnKey(column);
  const put = (width: number | undefined): number | undefined => {
    const head = workbook.hasSheet(sheetId)
      ? workbook.sheet(sheetId).grid.columns.find((candidate) => candidate.key === key)
      : undefined;
    if (!head) return undefined;
    const before = head.width;
    if (width === undefined) delete head.width;
    else head.width = width;
    workbook.markSheet(sheetId);
    return before;
  };
  const before = put(pixels);
  workbook.recorder?.shape({ undo: () => void put(before), redo: () => void put(pixels) });
}

/** Hides and shows rows by position, as a sort leaves them hidden. */
export function setHiddenRows(workbook: Workbook, sheetId: number, rows: readonly number[]): void {
  const put = (hidden: ReadonlySet<number>) => {
    if (!workbook.hasSheet(sheetId)) return;
    workbook.sheet(sheetId).hiddenRows = new Set(hidden);
    workbook.markSheet(sheetId);
  };
  const before = workbook.sheet(sheetId).hiddenRows;
  const after = new Set(rows);
  put(after);
  workbook.recorder?.shape({ undo: () => put(before), redo: () => put(after) });
}

/** Deletes columns by key, wherever they stand now. */
function takeColumns(workbook: Workbook, sheetId: number, columns: readonly Column[]): void {
  const { grid } = workbook.sheet(sheetId);
  for (const { key } of columns) {
    const position = grid.columnPosition(key);
    if (position > 0) structure.deleteColumns(workbook, sheetId, position, 1);
  }
}

function tagsOf(workbook: Workbook, sheetId: number, columns: readonly Column[]): StoredMetadata[] {
  const keys = new Set(columns.map(({ key }) => key));
  return workbook.parts.metadata.filter(
    ({ at }) => at.type === 'COLUMN' && at.sheetId === sheetId && keys.has(at.columnKey),
  );
}
