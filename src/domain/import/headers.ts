// Where a source tab's header row is, and the records below it. What headers mean as fields stands in suggest.ts.
import { columnLetters } from '../column-letters';
import type { Exported } from './export-tables';
import { normalHeader } from './header-text';
import { goesOn, headingsAt } from './heading-rows';
import {
  cellText,
  looksLikeValue,
  type SourceCell,
  type SourceColumn,
  type SourceRow,
  type SourceTable,
} from './source';
import { noRecords } from './totals';

/** A source tab with its header found: columns, and the rows that hold something. */
export interface SourceRecords {
  readonly title: string;
  /** 1-based; the lower one where headings stand in two rows. */
  readonly headerRow: number;
  readonly columns: readonly SourceColumn[];
  readonly rows: readonly SourceRow[];
  /** Rows that look like no records: sums, titles between pages, a report's foot. Headers that stand there again are none of them. */
  readonly leftOut: readonly SourceRow[];
  /** The program whose export it is, and what its columns are. */
  readonly exported?: Exported;
}

export type HeaderProblem = 'empty' | 'no-headers' | 'no-rows';

/** How far down a header is looked for: title lines and notes above it are few. */
const searchDepth = 25;

const filled = (row: readonly SourceCell[]) => row.filter((cell) => cellText(cell) !== '');

/** The filled-cell count that most rows have: the width of the table itself, without titles and notes. */
function usualWidth(rows: readonly (readonly SourceCell[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const width = filled(row).length;
    if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Whether the row's texts stand again below in their own columns: then it is a record like the others. */
function repeatsBelow(row: readonly SourceCell[], below: readonly (readonly SourceCell[])[]): boolean {
  return row.some((cell, column) => {
    const text = cellText(cell);
    return text !== '' && below.some((other) => cellText(other[column]) === text && !sameRow(row, other));
  });
}

function sameRow(a: readonly SourceCell[], b: readonly SourceCell[]): boolean {
  const width = Math.max(a.length, b.length);
  for (let column = 0; column < width; column++) if (cellText(a[column]) !== cellText(b[column])) return false;
  return true;
}

/**
 * Index of the header row, or -1. `isKnown` tells whether a normalised header names a field of some tab:
 * two such headers settle it. Else a row of short distinct texts counts if values of another kind stand under it,
 * or if nothing speaks against it.
 */
function findHeader(rows: readonly (readonly SourceCell[])[], isKnown: (header: string) => boolean): number {
  const sample = rows.slice(0, 200);
  const width = usualWidth(sample);
  for (const [index, row] of rows.slice(0, searchDepth).entries()) {
    const cells = filled(row);
    if (cells.length === 0 || cells.length < Math.max(1, Math.ceil(width * 0.6))) continue;
    const texts = cells.map((cell) => normalHeader(cellText(cell)));
    const known = texts.filter(isKnown).length;
    if (known >= 2 || (known === 1 && cells.length <= 2)) return index;
    const below = sample.slice(index + 1).filter((other) => filled(other).length > 0);
    if (cells.some(looksLikeValue)) return -1;
    if (repeatsBelow(row, below)) return -1;
    const typedBelow = row.some(
      (cell, column) =>
        cellText(cell) !== '' &&
        below.slice(0, 20).some((other) => cellText(other[column]) !== '' && looksLikeValue(other[column] ?? null)),
    );
    const distinct = new Set(texts).size === texts.length;
    return typedBelow || known > 0 || distinct ? index : -1;
  }
  return -1;
}

function columnsOf(headings: readonly string[], rows: readonly SourceRow[]): SourceColumn[] {
  const width = Math.max(headings.length, ...rows.slice(0, 500).map((row) => row.cells.length));
  const seen = new Map<string, number>();
  const columns: SourceColumn[] = [];
  const cellsIn = (column: number) => rows.slice(0, 500).map((row) => row.cells[column] ?? null);
  for (let column = 0; column < width; column++) {
    const own = headings[column] ?? '';
    const used = own !== '' || rows.some((row) => cellText(row.cells[column]) !== '');
    if (!used) continue;
    const left = headings[column - 1] ?? '';
    const text = own === '' && left !== '' && goesOn(cellsIn(column - 1), cellsIn(column)) ? left : own;
    const key = normalHeader(text);
    const times = text === '' ? 0 : (seen.get(key) ?? 0) + 1;
    if (text !== '') seen.set(key, times);
    columns.push({
      column,
      header: text === '' ? `Column ${columnLetters(column + 1)}` : times > 1 ? `${text} ${times}` : text,
      named: text !== '',
    });
  }
  return columns;
}

/** Whether a row says again what the headers say, if not all of it. */
function repeats(row: readonly SourceCell[], headings: readonly string[]): boolean {
  const cells = filled(row);
  const enough = cells.length >= headings.filter((text) => text !== '').length * 0.6;
  return (
    enough &&
    row.every(
      (cell, column) => cellText(cell) === '' || normalHeader(cellText(cell)) === normalHeader(headings[column] ?? ''),
    )
  );
}

/** Finds header and records in a tab: title lines, blank rows, repeated header rows and totals are passed over. */
export function findRecords(table: SourceTable, isKnown: (header: string) => boolean): SourceRecords | HeaderProblem {
  const anything = table.rows.some((row) => filled(row).length > 0);
  if (!anything) return 'empty';
  const index = findHeader(table.rows, isKnown);
  const header = table.rows[index];
  if (!header) return 'no-headers';
  const { texts, last } = headingsAt(table.rows, index, isKnown);
  const own = header.map((cell) => cellText(cell));
  const below = table.rows.flatMap((cells, at): SourceRow[] =>
    at > last && filled(cells).length > 0 ? [{ row: at + 1, cells }] : [],
  );
  const isHeader = ({ cells }: SourceRow) => repeats(cells, own) || repeats(cells, texts);
  // A page's title comes again with its header.
  const hasTitle = filled(table.rows[index - 1] ?? []).length === 1;
  const isTitle = ({ cells }: SourceRow, at: number) => {
    const following = below[at + 1];
    return hasTitle && following !== undefined && filled(cells).length === 1 && isHeader(following);
  };
  const titles = below.filter(isTitle);
  const listed = below.filter((row) => !isHeader(row) && !titles.includes(row));
  const leftOut = new Set([...titles, ...noRecords(listed, texts.filter((text) => text !== '').length)]);
  const rows = listed.filter((row) => !leftOut.has(row));
  if (rows.length === 0) return 'no-rows';
  return {
    title: table.title,
    headerRow: last + 1,
    columns: columnsOf(texts, rows),
    rows,
    leftOut: below.filter((row) => leftOut.has(row)),
  };
}
