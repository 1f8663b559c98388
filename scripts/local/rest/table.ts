// Finds the table that values.append adds to: a block of cells with content, bounded by blank rows and columns.
import type { CellValue, Rect, Session } from '../engine/types';

/** The last table that touches the range, as a rectangle; null when the range and its surroundings are blank. */
export function findTable(session: Session, range: Rect): Rect | null {
  const lastRow = session.lastRow(range.sheetId);
  const lastColumn = session.lastColumn(range.sheetId);
  if (lastRow === 0 || lastColumn === 0) return null;
  const used = session.values({ sheetId: range.sheetId, row: 1, column: 1, rows: lastRow, columns: lastColumn });
  const seed = lastFilled(used, range);
  if (!seed) return null;
  return grow(used, range.sheetId, seed);
}

interface Box {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The lowest filled cell inside the range. */
function lastFilled(used: readonly (readonly CellValue[])[], range: Rect): Box | null {
  const bottom = Math.min(used.length, range.row + range.rows - 1);
  for (let row = bottom; row >= range.row; row -= 1) {
    const cells = used[row - 1] ?? [];
    const right = Math.min(cells.length, range.column + range.columns - 1);
    for (let column = range.column; column <= right; column += 1) {
      if (cells[column - 1] !== null) return { top: row, left: column, bottom: row, right: column };
    }
  }
  return null;
}

/** Grows a box until no filled cell stands next to it, corners included. */
function grow(used: readonly (readonly CellValue[])[], sheetId: number, seed: Box): Rect {
  const box = { ...seed };
  const filled = (row: number, column: number): boolean => (used[row - 1]?.[column - 1] ?? null) !== null;
  const rowFilled = (row: number): boolean => {
    for (let column = box.left - 1; column <= box.right + 1; column += 1) if (filled(row, column)) return true;
    return false;
  };
  const columnFilled = (column: number): boolean => {
    for (let row = box.top - 1; row <= box.bottom + 1; row += 1) if (filled(row, column)) return true;
    return false;
  };
  for (let grown = true; grown; ) {
    grown = false;
    for (; rowFilled(box.top - 1); grown = true) box.top -= 1;
    for (; rowFilled(box.bottom + 1); grown = true) box.bottom += 1;
    for (; columnFilled(box.left - 1); grown = true) box.left -= 1;
    for (; columnFilled(box.right + 1); grown = true) box.right += 1;
  }
  return { sheetId, row: box.top, column: box.left, rows: box.bottom - box.top + 1, columns: box.right - box.left + 1 };
}
