// A workbook in memory behind the reader's four requests, ragged like Google's answers; it counts what it is asked.
import type { Cell, Mark, Sheets } from '../../functions/google-sheets';
import { fieldsOf, ledgerTitle, type RecordTabKey, type TabKey, tabs } from '../../src/domain/schema';
import { defaultSettings, type Settings, settingRows } from '../../src/domain/settings';
import { formatCell } from '../../src/domain/values';

export interface FakeTab {
  title: string;
  rows: Cell[][];
}

export interface FakeWorkbook {
  tabs: FakeTab[];
  marks: Mark[];
  locale: string;
  timeZone: string;
}

type Row = { readonly [field: string]: Cell };

/** A tab in the schema's order: its header row and these records. */
export function schemaTab(key: TabKey, records: readonly Row[]): FakeTab {
  const fields = fieldsOf(key);
  return {
    title: tabs[key].title,
    rows: [
      fields.map(([, field]) => field.header),
      ...records.map((record) => fields.map(([name, field]) => formatCell(field, record[name] ?? null))),
    ],
  };
}

/** A ledger of these records at these versions, each in the row of its id. */
export function ledgerTab(key: RecordTabKey, entries: readonly { id: string; version: number; state: Row }[]): FakeTab {
  const rows: Cell[][] = [['ID', 'Version', 'Hash', 'Row', 'Change set', 'State', 'State 2', 'State 3']];
  for (const { id, version, state } of entries) {
    const { id: _, ...fields } = state;
    rows[Number(id.split('-')[1])] = [id, version, 'hash', 2, 'set', JSON.stringify({ f: fields }), '', ''];
  }
  return { title: ledgerTitle(key), rows: Array.from(rows, (row) => row ?? []) };
}

export const team: readonly Row[] = [
  { email: 'ada@rowbook.example', name: 'Ada', role: 'admin', team: 'North', active: true },
  { email: 'Bo@Rowbook.example', name: 'Bo', role: 'rep', team: 'South', active: true },
  { email: 'vi@rowbook.example', name: 'Vi', role: 'viewer', team: 'South', active: true },
  { email: 'gone@rowbook.example', name: 'Gone', role: 'admin', team: 'South', active: false },
  { email: null, name: 'Moses Frase', role: 'rep', team: null, active: true },
];

/** A workbook with Team, Settings and these tabs, without marks: found by title and header. */
export function fakeWorkbook(more: readonly FakeTab[], settings: Settings = defaultSettings): FakeWorkbook {
  return {
    tabs: [
      schemaTab('team', team),
      schemaTab(
        'settings',
        settingRows(settings).map((row) => ({ ...row })),
      ),
      ...more,
    ],
    marks: [],
    locale: 'en_US',
    timeZone: 'Etc/UTC',
  };
}

export interface Asked {
  properties: number;
  marks: number;
  cells: string[][];
}

/** The workbook as `Sheets`. `fail` may throw before a request is answered. */
export function fakeSheets(
  workbook: FakeWorkbook,
  fail: (request: keyof Asked) => void = () => {},
): { sheets: Sheets; asked: Asked } {
  const asked: Asked = { properties: 0, marks: 0, cells: [] };
  const sheets: Sheets = {
    async properties() {
      asked.properties += 1;
      fail('properties');
      return {
        title: 'Our pipeline',
        locale: workbook.locale,
        timeZone: workbook.timeZone,
        sheets: workbook.tabs.map(({ title, rows }, sheetId) => ({ sheetId, title, rows: rows.length + 10 })),
      };
    },
    async marks(_, keys) {
      asked.marks += 1;
      fail('marks');
      return workbook.marks.filter(({ key }) => keys.includes(key));
    },
    async cells(_, ranges, by) {
      asked.cells.push([...ranges]);
      fail('cells');
      return ranges.map((range) => ragged(cellsIn(workbook, range), by));
    },
  };
  return { sheets, asked };
}

function cellsIn(workbook: FakeWorkbook, range: string): Cell[][] {
  const parts = /^'((?:[^']|'')*)'!([A-Z]*)(\d*):([A-Z]*)(\d*)$/.exec(range);
  const title = (parts?.[1] ?? '').replaceAll("''", "'");
  const tab = workbook.tabs.find((one) => one.title === title);
  if (!parts || !tab) throw Object.assign(new Error(`Unable to parse range: ${range}`), { status: 400 });
  const [, , firstColumn = '', firstRow = '', lastColumn = '', lastRow = ''] = parts;
  const rows = tab.rows.slice(Number(firstRow || 1) - 1, lastRow === '' ? undefined : Number(lastRow));
  return rows.map((row) => row.slice(numberOf(firstColumn, 0), numberOf(lastColumn, row.length - 1) + 1));
}

function numberOf(column: string, blank: number): number {
  return column === '' ? blank : [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Trailing blanks are left out, inner ones are '' (APPS_SCRIPT.md 6.2). */
function ragged(rows: readonly (readonly Cell[])[], by: 'ROWS' | 'COLUMNS'): Cell[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const lines =
    by === 'ROWS'
      ? rows.map((row) => [...row])
      : Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
  return trimmed(
    lines.map((line) => trimmed(line, isBlank).map((cell) => cell ?? '')),
    (line) => line.length === 0,
  );
}

function trimmed<T>(list: readonly T[], blank: (item: T) => boolean): T[] {
  let length = list.length;
  while (length > 0 && blank(list[length - 1] as T)) length -= 1;
  return list.slice(0, length);
}

function isBlank(cell: Cell): boolean {
  return cell === null || cell === '';
}
