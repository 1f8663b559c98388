// Rows taken out and put back by their keys, for undo and redo.
import type { Cells, Grid } from './grid';
import { moved, reorderRows } from './sort';
import { deleteRows, insertRows } from './structure';
import type { Workbook } from './workbook';

/** A run of neighbouring rows that was taken out. */
interface TakenRun {
  /** Key of the row above; 0 when there was none. */
  above: number;
  /** Where the run stood, for when the row above is gone too. */
  first: number;
  rows: { key: number; cells: Cells }[];
}

/** Gives every row of a stretch a key, so that it can be found again wherever it moves. */
export function keysOf(grid: Grid, first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => grid.keyOfRow(first + index));
}

/** What stands in a stretch of rows, to be put back later. */
export function remember(grid: Grid, first: number, count: number): TakenRun {
  const rows = keysOf(grid, first, count).map((key) => ({ key, cells: [...(grid.cells.get(key) ?? [])] }));
  return { above: first > 1 ? grid.keyOfRow(first - 1) : 0, first, rows };
}

/** Deletes rows by key, wherever they are now; those already gone are passed over. */
export function takeRows(workbook: Workbook, sheetId: number, keys: readonly number[]): TakenRun[] {
  const { grid } = workbook.sheet(sheetId);
  const positions = keys
    .map((key) => grid.rowPosition(key))
    .filter((position) => position > 0)
    .sort((a, b) => a - b);
  const runs = groupRuns(positions).map(({ first, count }) => remember(grid, first, count));
  // From the bottom up, so that the positions above stay right.
  for (const run of [...runs].reverse()) deleteRows(workbook, sheetId, run.first, run.rows.length);
  return runs;
}

/** Puts rows back under the row they stood under. */
export function putRows(workbook: Workbook, sheetId: number, runs: readonly TakenRun[]): void {
  const { grid } = workbook.sheet(sheetId);
  for (const { above, first, rows } of runs) {
    const under = above === 0 ? 0 : grid.rowPosition(above);
    const position = under > 0 ? under + 1 : Math.min(first, grid.rowCount + 1);
    insertRows(
      workbook,
      sheetId,
      position,
      rows.length,
      rows.map(({ key }) => key),
    );
    // Their own references are still those of the place they were taken from.
    for (const { key, cells } of rows)
      grid.addRow(
        key,
        cells.map((stored) => moved(stored, position - first)),
      );
  }
}

/** Brings rows back into an earlier order among themselves; other rows stay where they are. */
export function restoreOrder(workbook: Workbook, sheetId: number, keys: readonly number[]): void {
  const { grid } = workbook.sheet(sheetId);
  const present = keys.filter((key) => grid.rowPosition(key) > 0);
  const positions = present.map((key) => grid.rowPosition(key)).sort((a, b) => a - b);
  reorderRows(workbook, sheetId, present, positions);
}

function groupRuns(positions: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const position of positions) {
    const last = runs.at(-1);
    if (last && last.first + last.count === position) last.count += 1;
    else runs.push({ first: position, count: 1 });
  }
  return runs;
}
