// Which column holds which field. Columns are known by identity, never by position: the header row is compared with the
// schema's and with the remembered one; only when both differ is column metadata asked, headers last (DESIGN.md invariant 1).

import { parseId } from '../domain/ids';
import { customPrefix } from '../domain/record';
import { fieldsOf, type TabKey } from '../domain/schema';
import { fieldMark } from '../domain/schema/marks';
import { fold } from '../domain/text';
import type { Sheet, Workbook } from './api';
import { WorkbookError } from './errors';
import { readMeta } from './meta';

/** A header row as `_Meta` remembers it, and the field key of each of its columns (blank: not a field). */
export interface Signature {
  readonly headers: readonly string[];
  readonly keys: readonly string[];
  /** Columns of the team's own that one formula fills; left out: none. */
  readonly spilled?: readonly string[];
}

export interface Columns {
  readonly tab: TabKey;
  readonly sheet: Sheet;
  /** Field key by position (0-based), blank where a column is no field. Trailing columns that are nothing are left out. */
  readonly keys: readonly string[];
  readonly headers: readonly string[];
  /** Columns of the team's own whose cells are filled by one formula in row 1 or 2, as last compared. */
  readonly spilled: readonly string[];
  /** 1-based column of a field, or undefined when the tab has none. */
  at(key: string): number | undefined;
  /** Fields of the schema that have no column. */
  readonly absent: readonly string[];
  /** Set when the header row differs from what `_Meta` remembers: to be remembered by the next write. */
  readonly changed: boolean;
}

/** Reads the header row and says what each column is (1 read; more only when people have rearranged columns). */
export function readColumns(workbook: Workbook, tab: TabKey): Columns {
  const sheet = workbook.sheet(tab);
  const row = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0] ?? [];
  return identifyColumns(workbook, tab, sheet, row);
}

/** The columns as they are now, where people have moved or renamed any since these were read; else null (1 read). */
export function columnsIfMoved(workbook: Workbook, { tab, headers, keys }: Columns): Columns | null {
  const now = readColumns(workbook, tab);
  return sameTexts(now.headers, headers) && sameTexts(now.keys, keys) ? null : now;
}

/** The same for a header row that was read together with other rows. */
export function identifyColumns(workbook: Workbook, tab: TabKey, sheet: Sheet, headerRow: readonly unknown[]): Columns {
  const headers = trimmedHeaders(headerRow);
  const declared = fieldsOf(tab).map(([, field]) => field.header);
  if (sameTexts(headers, declared)) {
    return columns(
      tab,
      sheet,
      headers,
      fieldsOf(tab).map(([key]) => key),
      false,
    );
  }
  const remembered = rememberedSignature(workbook, tab);
  // A column beside a copy of itself: only their marks tell them apart, since people may have swapped them.
  if (remembered && sameTexts(headers, remembered.headers) && !hasCopies(remembered))
    return columns(tab, sheet, headers, remembered.keys, false, remembered.spilled);
  return byMetadata(workbook, tab, sheet, headers);
}

/** 1-based column of a field. Throws WorkbookError `no-column`. */
export function columnOf(columns: Columns, key: string): number {
  const at = columns.at(key);
  if (at !== undefined) return at;
  const own = fieldsOf(columns.tab).find(([name]) => name === key)?.[1].header;
  const header = own ?? key.replace(customPrefix, '');
  // Rowbook brings back only what it made; a column of the team's own is theirs to add again.
  const way = own ? '“Needs attention” in the sidebar brings it back.' : 'Add one with this header, then try again.';
  throw new WorkbookError('no-column', `The column “${header}” is missing in ${columns.sheet.getName()}. ${way}`);
}

/** Signatures to remember, the given one included. */
export function withSignature(
  workbook: Workbook,
  { tab, headers, keys, spilled }: Columns,
): { [tab: string]: Signature } {
  const signatures = (readMeta(workbook, 'signatures') ?? {}) as { [tab: string]: Signature };
  return { ...signatures, [tab]: { headers, keys, ...(spilled.length > 0 ? { spilled } : {}) } };
}

/** A tab's header row as `_Meta` remembers it (no read of its own). */
export function rememberedSignature(workbook: Workbook, tab: TabKey): Signature | undefined {
  return ((readMeta(workbook, 'signatures') ?? {}) as { [tab: string]: Signature })[tab];
}

/** Throws WorkbookError `no-header`. */
function byMetadata(workbook: Workbook, tab: TabKey, given: Sheet, texts: readonly string[]): Columns {
  const marked = markedColumns(given, tab);
  // Nothing of this tab here: the title may have been given to another sheet, and ours renamed.
  if (marked.size === 0) {
    const sheet = workbook.refindSheet(tab);
    if (sheet && sheet.getSheetId() !== given.getSheetId()) return readColumns(workbook, tab);
  }
  assertHeaderRow(workbook, tab, given, texts, marked);
  // A marked column is its field also where its header was cleared.
  const headers = [...texts];
  while (headers.length < Math.max(0, ...marked.keys())) headers.push('');
  const keys = headers.map((_, index) => marked.get(index + 1) ?? '');
  const taken = new Set(keys);
  for (const [key, field] of fieldsOf(tab)) {
    if (taken.has(key)) continue;
    const at = headers.findIndex((header, index) => keys[index] === '' && fold(header) === fold(field.header));
    if (at < 0) continue;
    keys[at] = key;
    taken.add(key);
  }
  const named = nameCustom(headers, keys);
  const remembered = rememberedSignature(workbook, tab);
  const isKnown = remembered && sameTexts(headers, remembered.headers) && sameTexts(named, remembered.keys);
  return columns(tab, given, headers, named, !isKnown, remembered?.spilled);
}

/**
 * Columns of the team's own whose header is that of a column of the schema: copies of it, by key, with the field they copy.
 */
export function copiedColumns(columns: Pick<Columns, 'tab'> & Signature): { key: string; of: string }[] {
  return columns.keys.flatMap((key) => {
    const of = copiedField(columns, key);
    return of !== undefined && columns.keys.includes(of) ? [{ key, of }] : [];
  });
}

/** The field of the schema whose header a column of the team's own has, or had where it is gone; undefined for any other column. */
export function copiedField({ tab, headers, keys }: Pick<Columns, 'tab'> & Signature, key: string): string | undefined {
  if (!key.startsWith(customPrefix)) return undefined;
  const own = fold(headers[keys.indexOf(key)] ?? key.slice(customPrefix.length).replace(/ \(\d+\)$/, ''));
  return fieldsOf(tab).find(([name, { header }]) => own === fold(headers[keys.indexOf(name)] || header))?.[0];
}

function hasCopies({ headers, keys }: Signature): boolean {
  const ours = new Set(headers.filter((_, index) => isOurs(keys[index])).map(fold));
  return headers.some((header, index) => header !== '' && !isOurs(keys[index]) && ours.has(fold(header)));
}

function isOurs(key: string | undefined): boolean {
  return key !== undefined && key !== '' && !key.startsWith(customPrefix);
}

/** Rows below the first in which a header row is looked for that was moved down. */
const rowsSearched = 10;

/**
 * Where no text of row 1 is a header, the header row may have been moved down or deleted. Taken for headers or for a record,
 * such a row would be written over; so nothing is done until a person has put it right.
 */
function assertHeaderRow(
  workbook: Workbook,
  tab: TabKey,
  sheet: Sheet,
  texts: readonly string[],
  marked: ReadonlyMap<number, string>,
): void {
  const declared = fieldsOf(tab).map(([, field]) => field.header);
  const known = new Set([...declared, ...(rememberedSignature(workbook, tab)?.headers ?? [])].map(fold));
  known.delete('');
  const count = (row: readonly unknown[]) => row.filter((cell) => known.has(fold(String(cell ?? '')))).length;
  if (marked.size === 0 || count(texts) > 0) return;
  const title = sheet.getName();
  const id = [...marked].flatMap(([at, key]) => (key === 'id' ? [parseId(texts[at - 1] ?? '')] : []))[0];
  if (id?.tab === tab) {
    throw new WorkbookError(
      'no-header',
      `Row 1 of ${title} holds ${id.id} where the headers belong. Insert a row above it and choose Rowbook → Set up this workbook.`,
    );
  }
  const rows = Math.min(rowsSearched, sheet.getMaxRows() - 1);
  const below = rows > 0 ? sheet.getRange(2, 1, rows, sheet.getMaxColumns()).getValues() : [];
  const found = below.findIndex((row) => count(row) > marked.size / 2);
  if (found < 0) return;
  throw new WorkbookError(
    'no-header',
    `The headers of ${title} stand in row ${found + 2}; they belong in row 1. Delete the rows above them.`,
  );
}

/** Field key by 1-based column, from the column metadata of one sheet. */
export function markedColumns(sheet: Sheet, tab: TabKey): Map<number, string> {
  const marked = new Map<number, string>();
  const seen = new Set<string>();
  for (const entry of sheet.createDeveloperMetadataFinder().withKey(fieldMark).find()) {
    const key = (entry.getValue() ?? '').split('.')[1] ?? '';
    const at = entry.getLocation().getColumn()?.getColumn();
    if (at === undefined || !(entry.getValue() ?? '').startsWith(`${tab}.`) || seen.has(key)) continue;
    seen.add(key);
    marked.set(at, key);
  }
  return marked;
}

/** Columns with a header and no field are custom ones; a second one of the same header gets a number. */
function nameCustom(headers: readonly string[], keys: readonly string[]): string[] {
  const used = new Set<string>();
  return keys.map((key, index) => {
    const header = headers[index] ?? '';
    if (key !== '' || header === '') return key;
    let name = `${customPrefix}${header}`;
    for (let count = 2; used.has(name); count++) name = `${customPrefix}${header} (${count})`;
    used.add(name);
    return name;
  });
}

function columns(
  tab: TabKey,
  sheet: Sheet,
  headers: readonly string[],
  keys: readonly string[],
  changed: boolean,
  spilled: readonly string[] = [],
): Columns {
  const positions = new Map<string, number>();
  keys.forEach((key, index) => {
    if (key !== '') positions.set(key, index + 1);
  });
  const absent = fieldsOf(tab).flatMap(([key]) => (positions.has(key) ? [] : [key]));
  return { tab, sheet, headers, keys, changed, spilled, absent, at: (key) => positions.get(key) };
}

function trimmedHeaders(row: readonly unknown[]): string[] {
  const headers = row.map((cell) => String(cell ?? '').trim());
  while (headers.length > 0 && headers[headers.length - 1] === '') headers.pop();
  return headers;
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
