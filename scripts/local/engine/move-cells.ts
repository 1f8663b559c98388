// Cutting cells and pasting them elsewhere on their tab: what points at them follows, what pointed at the cells they
// replace is lost, and their own formulas keep what they mean.
import { ATTRIBUTE_NAMES, type Attributes, compact, isObject, type Stored } from './cell';
import type { Grid } from './grid';
import type { Rect } from './types';
import type { Workbook } from './workbook';

/** Moves cells with their formats, notes and rules to a rectangle of the same size; where they stood is blank. */
export function moveCells(workbook: Workbook, from: Rect, to: Rect): void {
  const { sheetId } = from;
  const follow = (source: Rect, target: Rect) => {
    if (workbook.hasSheet(sheetId)) workbook.formulas.cellsMoved(workbook.sheet(sheetId), source, target);
  };
  follow(from, to);
  workbook.recorder?.shape({ undo: () => follow(to, from), redo: () => follow(from, to) });
  const { grid } = workbook.sheet(sheetId);
  const cells = places(from).map(({ row, column }): Stored => withColumnLooks(workbook, sheetId, row, column));
  for (const { row, column } of places(from)) grid.set(row, column, null);
  places(to).forEach(({ row, column }, index) => {
    grid.set(row, column, cells[index] ?? null);
  });
}

/** The cell with what its column says of it, which it takes along. */
function withColumnLooks(workbook: Workbook, sheetId: number, row: number, column: number): Stored {
  const { grid } = workbook.sheet(sheetId);
  const stored = grid.stored(row, column);
  if (stored === null || stored === undefined) return null;
  const cell = isObject(stored) ? stored : { value: stored };
  return compact({ ...attributesAt(grid, row, column), ...cell });
}

function attributesAt(grid: Grid, row: number, column: number): Attributes {
  const entries = ATTRIBUTE_NAMES.map((name) => [name, grid.columnAttribute(row, column, name)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function places({ row, column, rows, columns }: Rect): { row: number; column: number }[] {
  return Array.from({ length: rows * columns }, (_, index) => ({
    row: row + Math.floor(index / columns),
    column: column + (index % columns),
  }));
}
