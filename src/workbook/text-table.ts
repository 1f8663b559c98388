// A tab of plain text rows that Rowbook writes and people read (Outbox): read at once, appended to, changed cell by cell.
// Such rows have no ledger. What they say is repeated from elsewhere, so a row that went missing costs nothing.
import { fieldsOf, type TabKey } from '../domain/schema';
import type { Workbook } from './api';
import { guardText } from './cells';
import { type Columns, columnOf, readColumns } from './columns';

export type TextRow = { readonly [field: string]: string };

export interface TextTable {
  /** All rows below the header as text (1 read), blank ones included so that places stay true. */
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
  const columns = () => {
    known = known ?? readColumns(workbook, tab);
    return known;
  };
  const keys: string[] = [];

  return {
    rows: () => {
      const { sheet } = columns();
      const count = sheet.getLastRow() - 1;
      const rows = count > 0 ? sheet.getRange(2, 1, count, columns().keys.length).getValues() : [];
      const texts = rows.map((cells) => textRow(tab, columns(), cells));
      keys.splice(0, keys.length, ...texts.map((row) => row[key] ?? ''));
      return texts;
    },
    append: (rows) => {
      if (rows.length === 0) return;
      const { sheet } = columns();
      const first = sheet.getLastRow() + 1;
      const missing = first + rows.length - 1 - sheet.getMaxRows();
      if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), Math.max(missing, 50));
      // One run from the first of our columns to the last; a team's own columns to the right stay untouched.
      const own = fieldsOf(tab).map(([name]) => columnOf(columns(), name));
      const left = Math.min(...own);
      const width = Math.max(...own) - left + 1;
      const cells = rows.map((row) => {
        const line = new Array<string>(width).fill('');
        for (const [name, text] of Object.entries(row)) line[columnOf(columns(), name) - left] = guardText(text);
        return line;
      });
      sheet.getRange(first, left, rows.length, width).setNumberFormat('@').setValues(cells);
      for (const row of rows) keys.push(row[key] ?? '');
    },
    update: (index, fields) => {
      const row = rowNow(columns(), keys[index] ?? '', key, index + 2);
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

function textRow(tab: TabKey, columns: Columns, cells: readonly unknown[]): TextRow {
  const row: { [field: string]: string } = {};
  for (const [name] of fieldsOf(tab)) {
    const at = columns.at(name);
    row[name] = at === undefined ? '' : String(cells[at - 1] ?? '');
  }
  return row;
}

/** The row that holds this key: the remembered one when it still does, else the first that does, else null. */
function rowNow(columns: Columns, wanted: string, keyField: string, remembered: number): number | null {
  const column = columnOf(columns, keyField);
  const holds = (row: number) => String(columns.sheet.getRange(row, column).getValue()) === wanted;
  if (remembered <= columns.sheet.getMaxRows() && holds(remembered)) return remembered;
  const count = columns.sheet.getLastRow() - 1;
  if (wanted === '' || count < 1) return null;
  const place = columns.sheet
    .getRange(2, column, count, 1)
    .getValues()
    .findIndex(([cell]) => String(cell) === wanted);
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
