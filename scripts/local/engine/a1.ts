// A1 notation (APPS_SCRIPT.md 6.3): column letters, quoted titles, ranges with open ends.

/** A range as written: a missing bound is open. Rows and columns are 1-based and inclusive. */
export interface A1Range {
  title?: string;
  startRow?: number;
  endRow?: number;
  startColumn?: number;
  endColumn?: number;
}

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A → 1, AA → 27; case does not matter. */
export function columnNumber(name: string): number {
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** A title as it stands before the `!`: quoted unless it is a plain word that is no cell address. */
export function quoteTitle(title: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) && !/^[A-Za-z]{1,3}[0-9]+$/.test(title);
  return plain ? title : `'${title.replaceAll("'", "''")}'`;
}

/** `A1:B2`, or `A1` for one cell. */
export function rectA1(rect: { row: number; column: number; rows: number; columns: number }): string {
  const start = `${columnName(rect.column)}${rect.row}`;
  if (rect.rows === 1 && rect.columns === 1) return start;
  return `${start}:${columnName(rect.column + rect.columns - 1)}${rect.row + rect.rows - 1}`;
}

const CELL = /^\$?([A-Za-z]{1,3})?\$?([1-9][0-9]*)?$/;
const R1C1 = /^R([1-9][0-9]*)C([1-9][0-9]*)(?::R([1-9][0-9]*)C([1-9][0-9]*))?$/i;

/** Reads A1 (or absolute R1C1) notation. A bare title gives only `title`. Null when it is neither. */
export function parseA1(text: string): A1Range | null {
  const split = splitTitle(text);
  if (!split) return null;
  const { title, rest } = split;
  const named = title === undefined ? {} : { title };
  if (rest === null) return named;
  const range = parseBounds(rest);
  if (range) return { ...named, ...range };
  // No `!` and no address: the whole text is a title.
  return title === undefined && rest !== '' ? { title: rest } : null;
}

/** Splits `'It''s'!A1` into title and the rest; rest is null for a quoted title alone. */
function splitTitle(text: string): { title?: string; rest: string | null } | null {
  if (text.startsWith("'")) {
    const match = /^'((?:[^']|'')+)'(?:!(.+))?$/s.exec(text);
    if (!match) return null;
    return { title: (match[1] ?? '').replaceAll("''", "'"), rest: match[2] ?? null };
  }
  const bang = text.lastIndexOf('!');
  if (bang < 0) return { rest: text };
  return bang === 0 || bang === text.length - 1 ? null : { title: text.slice(0, bang), rest: text.slice(bang + 1) };
}

function parseBounds(text: string): A1Range | null {
  const r1c1 = R1C1.exec(text);
  if (r1c1) {
    const [startRow, startColumn, endRow, endColumn] = r1c1.slice(1).map((part) => (part ? Number(part) : undefined));
    return ordered({
      startRow: startRow ?? 1,
      startColumn: startColumn ?? 1,
      endRow: endRow ?? startRow ?? 1,
      endColumn: endColumn ?? startColumn ?? 1,
    });
  }
  const [first, second, ...more] = text.split(':');
  const start = parseCorner(first ?? '');
  if (!start || more.length > 0) return null;
  if (second === undefined) {
    if (start.row === undefined || start.column === undefined) return null;
    return { startRow: start.row, endRow: start.row, startColumn: start.column, endColumn: start.column };
  }
  const end = parseCorner(second);
  return end ? corners(start, end) : null;
}

interface Corner {
  row?: number;
  column?: number;
}

function parseCorner(text: string): Corner | null {
  const match = CELL.exec(text);
  if (!match || text === '' || text === '$') return null;
  const corner: Corner = {};
  if (match[1]) corner.column = columnNumber(match[1]);
  if (match[2]) corner.row = Number(match[2]);
  return corner;
}

/** `A5:A` is open below, `A:B` on both ends of its rows, `1:2` on both ends of its columns. */
function corners(start: Corner, end: Corner): A1Range | null {
  const range: A1Range = {};
  if (start.row !== undefined) range.startRow = start.row;
  if (start.column !== undefined) range.startColumn = start.column;
  if (end.row !== undefined) range.endRow = end.row;
  if (end.column !== undefined) range.endColumn = end.column;
  const columnsOnly = start.row === undefined && end.row === undefined;
  const rowsOnly = start.column === undefined && end.column === undefined;
  if (columnsOnly && (start.column === undefined || end.column === undefined)) return null;
  if (rowsOnly && (start.row === undefined || end.row === undefined)) return null;
  return ordered(range);
}

/** `B2:A1` means `A1:B2`. */
function ordered(range: A1Range): A1Range {
  const { startRow, endRow, startColumn, endColumn } = range;
  if (startRow !== undefined && endRow !== undefined && startRow > endRow) {
    range.startRow = endRow;
    range.endRow = startRow;
  }
  if (startColumn !== undefined && endColumn !== undefined && startColumn > endColumn) {
    range.startColumn = endColumn;
    range.endColumn = startColumn;
  }
  return range;
}
