// Several records' rows at once: hints first, together; what has moved is found in one read of the id column.
import type { RecordTabKey } from '../domain/schema';
import type { Workbook } from './api';
import { type Columns, columnOf, readColumns } from './columns';
import { locate, type Row, rowOf } from './rows';

/** Above this many, one read of everything between costs less than a read for each. */
const few = 8;

interface Wanted {
  readonly id: string;
  readonly hint: number | null;
}

/** Rows by id; an id that the grid does not hold is left out. */
export function locateMany(
  workbook: Workbook,
  tab: RecordTabKey,
  columns: Columns,
  wanted: readonly Wanted[],
): Map<string, Row> {
  const found = new Map<string, Row>();
  if (wanted.length <= few) {
    for (const { id, hint } of wanted) {
      const row = locate(workbook, tab, columns, id, hint);
      if (row) found.set(id, row);
    }
    return found;
  }
  const hints = wanted.flatMap(({ hint }) => (hint ? [hint] : []));
  const rows = readRowsAt(workbook, tab, columns, hints);
  for (const { id, hint } of wanted) {
    const row = hint === null ? undefined : rows.get(hint);
    if (row?.id === id) found.set(id, row);
  }
  const missing = wanted.filter(({ id }) => !found.has(id));
  if (missing.length === 0) return found;
  const places = rowsById(columns);
  const moved = readRowsAt(
    workbook,
    tab,
    columns,
    missing.flatMap(({ id }) => places.get(id)?.[0] ?? []),
  );
  for (const row of moved.values()) if (row.id !== '') found.set(row.id, row);
  return found;
}

/** Rows by position: a few one by one, many in one read from the first to the last. */
export function readRowsAt(
  workbook: Workbook,
  tab: RecordTabKey,
  columns: Columns,
  positions: readonly number[],
): Map<number, Row> {
  const max = columns.sheet.getMaxRows();
  const wanted = [...new Set(positions)].filter((row) => row >= 2 && row <= max).sort((one, other) => one - other);
  const first = wanted[0];
  const last = wanted[wanted.length - 1];
  const rows = new Map<number, Row>();
  if (first === undefined || last === undefined) return rows;
  const together = wanted.length > few || last - first < 20;
  for (const [from, to] of together ? [[first, last] as const] : wanted.map((row) => [row, row] as const)) {
    const cells = columns.sheet.getRange(from, 1, to - from + 1, columns.keys.length).getValues();
    for (const row of wanted) {
      if (row >= from && row <= to) rows.set(row, rowOf(workbook, tab, columns, row, cells[row - from] ?? []));
    }
  }
  return rows;
}

/** The rows of every id, from above (1 read). */
export function rowsById(columns: Columns): Map<string, number[]> {
  const places = new Map<string, number[]>();
  readIds(columns).forEach((id, index) => {
    if (id !== '') places.set(id, [...(places.get(id) ?? []), index + 2]);
  });
  return places;
}

/** What stands in one column, by id (3 reads at any size); nothing where it or the id column is gone. */
export function readField(workbook: Workbook, tab: RecordTabKey, key: string): Map<string, string> {
  const columns = readColumns(workbook, tab);
  const column = columns.at(key);
  const ids = column && columns.at('id') ? readIds(columns) : [];
  if (!column || ids.length === 0) return new Map();
  const cells = columns.sheet.getRange(2, column, ids.length, 1).getValues();
  return new Map(ids.map((id, index) => [id, String(cells[index]?.[0] ?? '')]));
}

/** What stands in the id column, from row 2 on (1 read). */
export function readIds(columns: Columns): string[] {
  const last = columns.sheet.getLastRow();
  if (last < 2) return [];
  const cells = columns.sheet.getRange(2, columnOf(columns, 'id'), last - 1, 1).getValues();
  return cells.map(([id]) => String(id ?? '').trim());
}
