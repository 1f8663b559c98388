// A tab of text rows that Rowbook writes and people read (Outbox): read at once, appended to, changed cell by cell.
// Such rows have no ledger. What they say is known elsewhere too, so a row that went missing costs nothing.
import { fieldsOf, type TabKey } from '../domain/schema';
import type { Workbook } from './api';
import { guardText } from './cells';
import { type Columns, columnOf } from './columns';
import { ensureRows } from './ledger';
import { readPlainTable } from './plain-table';

export type TextRow = { readonly [field: string]: string };

export interface TextTable {
  /** All rows that hold something (1 read). */
  rows(): readonly TextRow[];
  /** Adds rows below all others (1 write). */
  append(rows: readonly TextRow[]): void;
  /**
   * Changes fields of the row at this place in `rows()`. The row is found again by its key (1 read, 2 when it has moved),
   * since people may sort at any time; a row that has gone is left alone.
   */
  update(index: number, fields: TextRow): void;
  /** Makes pending writes visible and durable. */
  flush(): void;
}

/** The table of a tab whose columns are all text; `key` is the field that tells its rows apart. */
export function textTable(workbook: Workbook, tab: TabKey, key: string): TextTable {
  let known: Columns | undefined;
  let places: { row: number; key: string }[] = [];

  const read = (): readonly TextRow[] => {
    const table = readPlainTable(workbook, tab);
    known = table.columns;
    const texts = table.rows.map(({ fields }) => textRow(fields));
    places = table.rows.map(({ row }, index) => ({ row, key: texts[index]?.[key] ?? '' }));
    return texts;
  };
  const columns = (): Columns => {
    if (!known) read();
    return known ?? readPlainTable(workbook, tab).columns;
  };

  return {
    rows: read,
    append: (rows) => {
      if (rows.length === 0) return;
      const { sheet } = columns();
      const first = sheet.getLastRow() + 1;
      ensureRows(sheet, first + rows.length - 1);
      // One run from the first of our columns to the last; a team's own columns to the right stay untouched.
      const own = fieldsOf(tab).map(([name]) => columnOf(columns(), name));
      const left = Math.min(...own);
      const width = Math.max(...own) - left + 1;
      const cells = rows.map((row) => {
        const line = new Array<string>(width).fill('');
        for (const [name, text] of Object.entries(row)) line[columnOf(columns(), name) - left] = guardText(text);
        return line;
      });
      sheet.getRange(first, left, rows.length, width).setValues(cells);
      rows.forEach((row, offset) => {
        places.push({ row: first + offset, key: row[key] ?? '' });
      });
    },
    update: (index, fields) => {
      const place = places[index];
      const row = place ? rowNow(columns(), key, place) : null;
      if (row === null) return;
      for (const run of adjacent(columns(), fields)) {
        columns()
          .sheet.getRange(row, run.column, 1, run.texts.length)
          .setValues([run.texts.map(guardText)]);
      }
    },
    flush: () => SpreadsheetApp.flush(),
  };
}

function textRow(fields: { readonly [field: string]: unknown }): TextRow {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === null ? '' : String(value)]));
}

/** The row that holds this key: the remembered one when it still does, else the first that does, else null. */
function rowNow(columns: Columns, keyField: string, { row, key }: { row: number; key: string }): number | null {
  const column = columnOf(columns, keyField);
  const { sheet } = columns;
  if (row <= sheet.getMaxRows() && String(sheet.getRange(row, column).getValue()) === key) return row;
  const count = sheet.getLastRow() - 1;
  if (key === '' || count < 1) return null;
  const place = sheet
    .getRange(2, column, count, 1)
    .getValues()
    .findIndex(([cell]) => String(cell) === key);
  return place < 0 ? null : place + 2;
}

/** Fields that stand side by side, as runs for one write each. */
function adjacent(columns: Columns, fields: TextRow): { column: number; texts: string[] }[] {
  const placed = Object.entries(fields)
    .map(([name, text]) => ({ column: columnOf(columns, name), text }))
    .sort((a, b) => a.column - b.column);
  const runs: { column: number; texts: string[] }[] = [];
  for (const { column, text } of placed) {
    const last = runs[runs.length - 1];
    if (last && last.column + last.texts.length === column) last.texts.push(text);
    else runs.push({ column, texts: [text] });
  }
  return runs;
}
