// Sorting a rectangle: rows move as wholes when the rectangle covers everything in them, else their cells do.
import { isObject, type Stored, storedFormula, storedValue } from './cell';
import { translateFormula } from './formula/references';
import type { Grid } from './grid';
import type { LocaleRules } from './locale';
import type { CellValue, Rect } from './types';
import type { Workbook } from './workbook';

export interface SortKey {
  /** The sheet's column. */
  column: number;
  ascending: boolean;
}

/** What a sort did: from which row each row of the rectangle came, and whether rows moved as wholes. */
export interface Sorted {
  from: readonly number[];
  whole: boolean;
}

/** Sorts in place. Numbers come before texts, texts before FALSE and TRUE, blanks last in both directions; equal rows keep their order. */
export function sortRect(workbook: Workbook, rect: Rect, by: readonly SortKey[]): Sorted {
  const { grid } = workbook.sheet(rect.sheetId);
  const compare = comparer(workbook.rules);
  const rows = Array.from({ length: rect.rows }, (_, index) => ({
    from: rect.row + index,
    keys: by.map(({ column }) => storedValue(grid.stored(rect.row + index, column))),
  }));
  rows.sort((a, b) => {
    for (const [index, { ascending }] of by.entries()) {
      const order = compare(a.keys[index] ?? null, b.keys[index] ?? null, ascending);
      if (order !== 0) return order;
    }
    return a.from - b.from;
  });
  const from = rows.map((row) => row.from);
  const whole = coversRows(grid, rect);
  if (whole) moveRows(workbook, rect, from);
  else {
    moveCells(grid, rect, from);
    const right = rect.column + rect.columns - 1;
    workbook.moves.add(rect.sheetId, { kind: 'order', left: rect.column, right, rows: moves(from, rect.row) });
  }
  workbook.formulas.structureChanged(rect.sheetId);
  return { from, whole };
}

/** How two values compare when sorting; blanks last whatever the direction. */
export function comparer(rules: LocaleRules): (a: CellValue, b: CellValue, ascending: boolean) => number {
  const collator = new Intl.Collator(rules.tag, { sensitivity: 'accent' });
  const rank = (value: CellValue): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  return (a, b, ascending) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    let order = rank(a) - rank(b);
    if (order === 0) {
      order = typeof a === 'string' && typeof b === 'string' ? collator.compare(a, b) : Number(a) - Number(b);
    }
    return ascending ? order : -order;
  };
}

/** True when no cell outside the rectangle's columns holds anything in these rows. */
function coversRows(grid: Grid, rect: Rect): boolean {
  const inside = new Set<number>();
  for (let column = rect.column; column < rect.column + rect.columns; column += 1) inside.add(grid.columnKey(column));
  for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
    const outside = grid
      .rowCells(row)
      ?.some((stored, key) => stored !== null && stored !== undefined && !inside.has(key));
    if (outside) return false;
  }
  return true;
}

function moveRows(workbook: Workbook, rect: Rect, from: readonly number[]): void {
  const { grid } = workbook.sheet(rect.sheetId);
  reorderRows(
    workbook,
    rect.sheetId,
    from.map((row) => grid.order[row - 1] ?? 0),
    from.map((_, index) => rect.row + index),
    from,
  );
}

/** Each row that moved, as [from, to]. */
function moves(from: readonly number[], first: number): [number, number][] {
  return from.flatMap((row, index): [number, number][] => (row === first + index ? [] : [[row, first + index]]));
}

/**
 * Puts rows (by key) at positions that together they already hold; their relative references move with them. `from` says
 * where they stood, where some have no key.
 */
export function reorderRows(
  workbook: Workbook,
  sheetId: number,
  keys: readonly number[],
  positions: readonly number[],
  from?: readonly number[],
): void {
  const { grid } = workbook.sheet(sheetId);
  const before = keys.map((key) => (key ? grid.rowPosition(key) : 0));
  const rows = (from ?? before).flatMap((row, index): [number, number][] => {
    const to = positions[index] ?? 0;
    return row === to || row === 0 ? [] : [[row, to]];
  });
  grid.reorder(keys, positions);
  workbook.moves.add(sheetId, { kind: 'order', left: 1, right: Number.MAX_SAFE_INTEGER, rows });
  workbook.follow(() => {
    keys.forEach((key, index) => {
      const distance = (positions[index] ?? 0) - (before[index] ?? 0);
      if (!key || distance === 0) return;
      grid.cells.get(key)?.forEach((stored, columnKey) => {
        if (storedFormula(stored)) grid.setByKey(key, columnKey, moved(stored, distance));
      });
    });
  });
  workbook.formulas.structureChanged(sheetId);
}

function moveCells(grid: Grid, rect: Rect, from: readonly number[]): void {
  const columns = Array.from({ length: rect.columns }, (_, index) => rect.column + index);
  const before = from.map((row) => columns.map((column) => grid.stored(row, column)));
  before.forEach((cells, index) => {
    const row = rect.row + index;
    const distance = row - (from[index] ?? 0);
    cells.forEach((stored, offset) => {
      grid.set(row, rect.column + offset, moved(stored, distance) ?? null);
    });
  });
}

/** A formula that moves takes its relative references with it, as a copied one does. */
export function moved(stored: Stored, rows: number): Stored {
  if (!isObject(stored) || !stored.formula || rows === 0) return stored;
  return { ...stored, formula: translateFormula(stored.formula, rows, 0) };
}
