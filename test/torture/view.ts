// The workbook as an observer sees it who does not trust the add-on: columns by their marks, records by their ids, from the
// engine's cells.
import type { CellValue, Engine, SheetView } from '../../scripts/local/engine/types';
import { customPrefix } from '../../src/domain/record';
import { fieldsOf, type RecordTabKey, type TabKey, tabs } from '../../src/domain/schema';
import { fieldMark, tabMark } from '../../src/domain/schema/marks';
import { fold } from '../../src/domain/text';

export interface BookView {
  readonly engine: Engine;
  sheet(title: string): SheetView;
  /** Values of a tab, header row included. */
  values(title: string): CellValue[][];
  /** Rows below the header as objects by header, without blank rows. `row` is 1-based. */
  rows(title: string): { row: number; cells: { [header: string]: CellValue } }[];
}

/** What the tabs with records are in these runs. */
export const recordTabs = ['contacts', 'companies', 'deals', 'tasks'] as const satisfies readonly RecordTabKey[];
export type TorturedTab = (typeof recordTabs)[number];

/** What people call a tab that they rename. */
export function renamed(title: string): string {
  return `${title} of ours`;
}

export function viewOf(engine: Engine): BookView {
  const session = engine.session('');
  const sheet = (title: string): SheetView => {
    const sheets = session.sheets();
    const found = sheets.find((one) => one.title === title) ?? sheets.find(({ sheetId }) => sheetId === marked(title));
    if (!found) throw new Error(`There is no tab “${title}”.`);
    return found;
  };
  // A tab that a person has renamed is known by its mark; a copy of it has one as well, and a later number.
  const marked = (title: string): number | undefined => {
    const tab = Object.entries(tabs).find(([, declared]) => declared.title === title)?.[0];
    const ids = session
      .metadata()
      .flatMap(({ key, value, location }) =>
        key === tabMark && value === tab && location.type === 'SHEET' ? [location.sheetId] : [],
      );
    return ids.length === 0 ? undefined : Math.min(...ids);
  };
  const values = (title: string): CellValue[][] => {
    const { sheetId, columns } = sheet(title);
    const rows = session.lastRow(sheetId);
    return rows === 0 ? [] : session.values({ sheetId, row: 1, column: 1, rows, columns });
  };
  return {
    engine,
    sheet,
    values,
    rows: (title) => {
      const [headers = [], ...rows] = values(title);
      return rows.flatMap((cells, index) =>
        isEmpty(cells)
          ? []
          : [
              {
                row: index + 2,
                cells: Object.fromEntries(headers.map((header, at) => [String(header), cells[at] ?? null])),
              },
            ],
      );
    },
  };
}

export function isEmpty(cells: readonly CellValue[]): boolean {
  return cells.every((cell) => cell === null || cell === '' || cell === false);
}

/** Field key of each column of a tab: by its mark, else by a header that no marked column has taken, else the team's own. */
export function columnKeys(engine: Engine, tab: TabKey, sheetId: number, headers: readonly CellValue[]): string[] {
  const marks = new Map<number, string>();
  for (const { key, value, location } of engine.session('').metadata()) {
    if (key !== fieldMark || location.type !== 'COLUMN' || location.sheetId !== sheetId) continue;
    const name = value.split('.')[1] ?? '';
    if (value.startsWith(`${tab}.`) && ![...marks.values()].includes(name)) marks.set(location.column, name);
  }
  const keys = headers.map((_, index) => marks.get(index + 1) ?? '');
  for (const [key, field] of fieldsOf(tab)) {
    if (keys.includes(key)) continue;
    const at = headers.findIndex(
      (header, index) => keys[index] === '' && fold(String(header ?? '')) === fold(field.header),
    );
    if (at >= 0) keys[at] = key;
  }
  const used = new Set<string>();
  return keys.map((key, index) => {
    const header = String(headers[index] ?? '').trim();
    if (key !== '' || header === '') return key;
    let name = `${customPrefix}${header}`;
    for (let count = 2; used.has(name); count++) name = `${customPrefix}${header} (${count})`;
    used.add(name);
    return name;
  });
}

/**
 * Whether a column of the team's own is, or was, a copy of one of Rowbook's: History does not tell what it held when it was made,
 * or went, where that was what the other held. `headers`: those of Rowbook's columns that people have renamed.
 */
export function isCopied(tab: TabKey, key: string, headers: readonly string[]): boolean {
  const own = fold(key.slice(customPrefix.length).replace(/ \(\d+\)$/, ''));
  const known = [...headers, ...fieldsOf(tab).map(([, { header }]) => header)];
  return key.startsWith(customPrefix) && known.some((header) => fold(header) === own);
}

/** Headers of the columns of a tab that are fields of the schema. */
export function fieldHeaders(view: BookView, tab: TabKey): string[] {
  const { title } = tabs[tab];
  const headers = (view.values(title)[0] ?? []).map(String);
  const keys = columnKeys(view.engine, tab, view.sheet(title).sheetId, headers);
  return headers.filter((_, index) => keys[index] !== '' && !keys[index]?.startsWith(customPrefix));
}

export interface SeenRow {
  readonly row: number;
  readonly id: string;
  /** What stands in its cells, by field, blanks left out. */
  readonly cells: { readonly [key: string]: CellValue };
}

/** The rows of a record tab that hold something. */
export function seenRows(view: BookView, tab: TorturedTab): SeenRow[] {
  const { title } = tabs[tab];
  const [headers = [], ...rows] = view.values(title);
  const keys = columnKeys(view.engine, tab, view.sheet(title).sheetId, headers);
  return rows.flatMap((line, index) => {
    if (isEmpty(line)) return [];
    const cells = Object.fromEntries(
      line.flatMap((value, at) => {
        const key = keys[at] ?? '';
        return key === '' || key === 'id' || value === null || value === '' ? [] : [[key, value]];
      }),
    );
    const id = String(line[keys.indexOf('id')] ?? '').trim();
    return [{ row: index + 2, id, cells }];
  });
}

/** Fields of the schema that no column holds: `deals.amount`. */
export function missingColumns(view: BookView): string[] {
  return recordTabs.flatMap((tab) => {
    const { title } = tabs[tab];
    const keys = columnKeys(view.engine, tab, view.sheet(title).sheetId, view.values(title)[0] ?? []);
    return fieldsOf(tab).flatMap(([key]) => (keys.includes(key) ? [] : [`${tab}.${key}`]));
  });
}

/** 1-based column of a field; 0 when the tab has none. */
export function columnNow(view: BookView, tab: TorturedTab, key: string): number {
  const { title } = tabs[tab];
  return columnKeys(view.engine, tab, view.sheet(title).sheetId, view.values(title)[0] ?? []).indexOf(key) + 1;
}
