// What a range in a request means on a grid of a given size.
import { parseA1 } from '../engine/a1';
import { RequestError } from './problem';

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The area that `B2`, `A1:C3`, `A:C` or `2:5` names; open ends reach to the edge of the grid. */
export function parseRange(range: string, grid: { rows: number; columns: number }): Area {
  const bounds = parseA1(range.trim());
  const { startRow = 1, startColumn = 1, endRow = grid.rows, endColumn = grid.columns } = bounds ?? {};
  if (!bounds || Object.keys(bounds).every((key) => key === 'title'))
    throw new RequestError(400, `“${range}” is not a range like B2 or A1:C3.`);
  return { row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 };
}
