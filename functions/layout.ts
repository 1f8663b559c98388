// Where things stand in a workbook: tabs and columns found by identity (developer metadata), by title and header only
// where a mark is missing. Nothing here reads records.
import { parseId } from '../src/domain/ids';
import { fieldsOf, type TabKey, tabs } from '../src/domain/schema';
import { fieldMark, tabMark } from '../src/domain/schema/marks';
import type { Cell, Mark, WorkbookProperties } from './google-sheets';
import { RequestProblem } from './problem';

export interface TabLayout {
  readonly title: string;
  /** Row 1, by 0-based column. */
  readonly headers: readonly string[];
  /** 0-based column of each field that is there. */
  readonly columns: ReadonlyMap<string, number>;
  /** Rows of the grid, blank ones too. */
  readonly rows: number;
}

export interface Layout {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  /** By tab key; hidden tabs by their title. */
  readonly tabs: ReadonlyMap<string, TabLayout>;
}

interface FoundTab {
  readonly key: string;
  readonly sheetId: number;
  readonly title: string;
  readonly rows: number;
}

/** Which sheet is which tab: by mark, else by title. Hidden tabs are known by their title without the schema. */
export function findTabs(properties: WorkbookProperties, marks: readonly Mark[]): FoundTab[] {
  const marked = new Map<string, number>();
  for (const { key, value, sheetId } of marks) {
    // A copied tab carries the mark too; the first one is the original.
    if (key === tabMark && !marked.has(value)) marked.set(value, sheetId);
  }
  const taken = new Set(marked.values());
  const named = (title: string) =>
    properties.sheets.find((sheet) => !taken.has(sheet.sheetId) && sheet.title.toLowerCase() === title.toLowerCase());
  const hidden = properties.sheets.map((sheet) => sheet.title).filter((title) => title.startsWith('_'));
  const wanted = [
    ...(Object.keys(tabs) as TabKey[]).map((key): [string, string] => [key, tabs[key].title]),
    ...Array.from(new Set([...hidden, ...Array.from(marked.keys()).filter((key) => key.startsWith('_'))])).map(
      (title): [string, string] => [title, title],
    ),
  ];
  return wanted.flatMap(([key, title]) => {
    const sheet = properties.sheets.find(({ sheetId }) => sheetId === marked.get(key)) ?? named(title);
    return sheet ? [{ ...sheet, key }] : [];
  });
}

/**
 * Where each field of a tab stands; `headers` is the tab's row 1. A hidden tab's fields are its headers.
 * Throws RequestProblem `no-header` when row 1 is not the header row any more: every row would be read as another.
 */
export function layOut(tab: FoundTab, marks: readonly Mark[], headers: readonly Cell[]): TabLayout {
  const texts = headers.map((header) => String(header ?? '').trim());
  const columns = new Map<string, number>();
  const marked = new Set<number>();
  for (const { key, value, sheetId, column } of marks) {
    if (key !== fieldMark || sheetId !== tab.sheetId || column === null || !value.startsWith(`${tab.key}.`)) continue;
    const field = value.slice(tab.key.length + 1);
    if (!columns.has(field)) {
      columns.set(field, column);
      marked.add(column);
    }
  }
  const idText = texts[columns.get('id') ?? -1] ?? '';
  if (marked.size > 0 && (Array.from(marked).every((column) => !texts[column]) || parseId(idText)?.tab === tab.key)) {
    throw new RequestProblem(
      409,
      'no-header',
      `Row 1 of the tab ${tabs[tab.key as TabKey].title} does not hold its headers. Move them back to row 1.`,
    );
  }
  const known = Object.hasOwn(tabs, tab.key)
    ? fieldsOf(tab.key as TabKey).map(([key, { header }]): [string, string] => [key, header])
    : texts.filter((text) => text !== '').map((text): [string, string] => [text, text]);
  for (const [field, header] of known) {
    if (columns.has(field)) continue;
    const column = texts.findIndex((text, index) => !marked.has(index) && text.toLowerCase() === header.toLowerCase());
    if (column >= 0) columns.set(field, column);
  }
  return { title: tab.title, headers: texts, columns, rows: tab.rows };
}

/** `'Jon''s tab'!A1:C`: a quoted title, so that no title can be taken for a range or a named range. */
export function rangeOf(title: string, range: string): string {
  return `'${title.replaceAll("'", "''")}'!${range}`;
}

/** `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
