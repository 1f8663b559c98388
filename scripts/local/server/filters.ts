// Filters of the grid: they hide rows from people and change no cell, so no script ever notices.
import type { DurableMap, Session, SheetView } from '../engine/types';

export interface Filter {
  column: number;
  /** Shown values that stay; left out: all. */
  values?: readonly string[] | undefined;
  /** Text a shown value must contain (case ignored). */
  contains?: string | undefined;
}

export class Filters {
  constructor(private readonly store: DurableMap) {}

  /** The column a sheet is filtered by, or null. */
  column(sheetId: number): number | null {
    const column = this.store.get(String(sheetId));
    return column === null ? null : Number(column);
  }

  /** Hides the rows below the header that do not fit, as they are now; null shows all rows again. */
  apply(session: Session, sheet: SheetView, filter: Filter | null): void {
    const { sheetId } = sheet;
    session.setHiddenRows(sheetId, filter ? this.misfits(session, sheet, filter) : [], 'filter');
    if (filter) this.store.set(String(sheetId), String(filter.column));
    else this.store.delete(String(sheetId));
  }

  private misfits(session: Session, { sheetId, frozenRows }: SheetView, filter: Filter): number[] {
    const first = Math.max(frozenRows, 1) + 1;
    const rows = session.lastRow(sheetId) - first + 1;
    if (rows < 1) return [];
    const shown = session.displayValues({ sheetId, row: first, column: filter.column, rows, columns: 1 });
    const wanted = filter.values && new Set(filter.values);
    const part = filter.contains?.toLowerCase() ?? '';
    return shown.flatMap(([text = ''], index) =>
      (!wanted || wanted.has(text)) && text.toLowerCase().includes(part) ? [] : [first + index],
    );
  }
}

/** Rows of a sheet that are neither hidden by hand nor by a filter, or null when none is hidden. */
export function shownRows(session: Session, sheet: SheetView): number[] | null {
  const { hiddenRows, filteredRows } = session.layout(sheet.sheetId);
  if (hiddenRows.length === 0 && filteredRows.length === 0) return null;
  const hidden = new Set([...hiddenRows, ...filteredRows]);
  return Array.from({ length: sheet.rows }, (_, index) => index + 1).filter((row) => !hidden.has(row));
}
