// Attributes of whole columns: a range that reaches the bottom of the grid is kept once per column, not once per cell.
import { ATTRIBUTE_NAMES, type AttributeName, type Attributes, applyChange, withoutAttributes } from './cell';
import type { ColumnDefault, Grid } from './grid';
import type { Rect } from './types';

/** Sets attributes on a rectangle, as column defaults when it reaches the grid's last row. */
export function setAttributes(grid: Grid, rect: Rect, attributes: Attributes): void {
  const names = ATTRIBUTE_NAMES.filter((name) => attributes[name] !== undefined);
  if (names.length === 0) return;
  const wholeColumns = rect.rows > 1 && rect.row + rect.rows - 1 >= grid.rowCount;
  for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
    if (wholeColumns) setColumn(grid, rect.row, column, attributes, names);
    else setCells(grid, rect, column, attributes);
  }
}

function setCells(grid: Grid, rect: Rect, column: number, attributes: Attributes): void {
  for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
    grid.set(row, column, applyChange(grid.stored(row, column), attributes, ''));
  }
}

function setColumn(
  grid: Grid,
  from: number,
  column: number,
  attributes: Attributes,
  names: readonly AttributeName[],
): void {
  const head = grid.columns[column - 1];
  if (!head) return;
  const defaults = { ...head.defaults } as Record<string, ColumnDefault>;
  for (const name of names) {
    const earlier = defaults[name];
    if (earlier && earlier.from < from) keepAbove(grid, earlier, from, column, name);
    defaults[name] = { from, value: attributes[name] as ColumnDefault['value'] };
  }
  head.defaults = defaults;
  const key = head.key;
  for (let row = from; row <= grid.order.length; row += 1) {
    const rowKey = grid.order[row - 1];
    const stored = rowKey ? grid.cells.get(rowKey)?.[key] : undefined;
    if (!rowKey || typeof stored !== 'object' || stored === null) continue;
    grid.setByKey(rowKey, key, withoutAttributes(stored, names));
  }
}

/** Cells above a new default keep what the earlier, longer one gave them. */
function keepAbove(grid: Grid, earlier: ColumnDefault, from: number, column: number, name: AttributeName): void {
  for (let row = earlier.from; row < from; row += 1) {
    const stored = grid.stored(row, column);
    if (typeof stored === 'object' && stored !== null && stored[name] !== undefined) continue;
    grid.set(row, column, applyChange(stored, { [name]: earlier.value }, ''));
  }
}
