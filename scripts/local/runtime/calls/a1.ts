// A1 notation of getRange('…'), and back for traces.
import type { Rect, SheetView } from '../protocol';

const reference = /^\$?([A-Za-z]{1,3})?\$?(\d+)?$/;

/** Letters of a 1-based column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `A1:B2`, or `A1` for one cell. */
export function rectToA1({ row, column, rows, columns }: Rect): string {
  const start = `${columnLetters(column)}${row}`;
  return rows === 1 && columns === 1 ? start : `${start}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}

/** Splits `'My tab'!A1:B2` into title and cells; the title is null when there is none. */
export function splitA1(a1: string): { title: string | null; cells: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/.exec(a1);
  if (quoted) return { title: (quoted[1] ?? '').replaceAll("''", "'"), cells: quoted[2] ?? '' };
  const mark = a1.lastIndexOf('!');
  return mark < 0 ? { title: null, cells: a1 } : { title: a1.slice(0, mark), cells: a1.slice(mark + 1) };
}

/** The rectangle that `A1:B2`, `A:A`, `1:2` or `B3:C` names on this sheet; null when it names none. */
export function cellsToRect(cells: string, sheet: SheetView): Rect | null {
  const [from = '', to = from, more] = cells.split(':');
  const start = corner(from);
  const end = corner(to);
  if (!start || !end || more !== undefined || (from === to && !(start.row && start.column) && !cells.includes(':'))) {
    return null;
  }
  const rows = ordered(start.row ?? 1, end.row ?? sheet.rows);
  const columns = ordered(start.column ?? 1, end.column ?? sheet.columns);
  return {
    sheetId: sheet.sheetId,
    row: rows.first,
    column: columns.first,
    rows: rows.last - rows.first + 1,
    columns: columns.last - columns.first + 1,
  };
}

function corner(text: string): { row: number | null; column: number | null } | null {
  const match = reference.exec(text.trim());
  if (!match || (!match[1] && !match[2])) return null;
  return { column: match[1] ? columnNumber(match[1]) : null, row: match[2] ? Number(match[2]) : null };
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);
}

function ordered(one: number, other: number): { first: number; last: number } {
  return { first: Math.min(one, other), last: Math.max(one, other) };
}
