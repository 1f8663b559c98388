// What a person's filter hides in the grid: rows that people do not see and scripts read all the same.
import type { FilterEntry, Session, SheetView } from '../engine/types';

export interface FilterWish {
  column: number;
  /** Shown values that stay; left out: all. */
  values?: readonly string[] | undefined;
  /** Text a shown value must contain (case ignored). */
  contains?: string | undefined;
}

/** A filter over all that the tab holds (its frozen rows, or the first row, being the header). */
export function filterOf(session: Session, { sheetId, frozenRows }: SheetView, wish: FilterWish | null): FilterEntry {
  const row = Math.max(frozenRows, 1);
  const rows = Math.max(session.lastRow(sheetId) - row + 1, 1);
  const rect = { sheetId, row, column: 1, rows, columns: Math.max(session.lastColumn(sheetId), wish?.column ?? 1) };
  if (!wish) return { rect, criteria: [] };
  const { column, values, contains = '' } = wish;
  const shown = rows > 1 ? session.displayValues({ ...rect, row: row + 1, rows: rows - 1, column, columns: 1 }) : [];
  // A filter keeps what it hides, as Google's does: what comes later is shown.
  const hidden = values ? new Set(shown.flat().filter((text) => !values.includes(text))) : [];
  const condition = contains === '' ? null : { type: 'TEXT_CONTAINS', values: [contains] };
  return { rect, criteria: [{ column, hiddenValues: [...hidden], condition }] };
}

/** The first column a tab is filtered by, or null. */
export function filteredColumn(session: Session, sheetId: number): number | null {
  const { filter } = session.extras(sheetId);
  return filter ? (filter.criteria[0]?.column ?? filter.rect.column) : null;
}

/** Rows of a sheet that are neither hidden by hand nor by a filter, or null when none is hidden. */
export function shownRows(session: Session, sheet: SheetView): number[] | null {
  const { hiddenRows, filteredRows } = session.layout(sheet.sheetId);
  if (hiddenRows.length === 0 && filteredRows.length === 0) return null;
  const hidden = new Set([...hiddenRows, ...filteredRows]);
  return Array.from({ length: sheet.rows }, (_, index) => index + 1).filter((row) => !hidden.has(row));
}
