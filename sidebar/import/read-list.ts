// A file or what was pasted → a list that can go into a tab, or a sentence on why not and what to do instead.
import { columnLetters } from '../../src/domain/column-letters';
import { mostCellText, mostColumns } from '../../src/domain/import/arriving';
import { type Delimited, readDelimited, readPasted, type Separator } from '../../src/domain/import/delimited';
import { encodingsOf } from '../../src/domain/import/encoding';
import { numberText } from '../numbers';
import * as words from '../words';

/** A list as it was read, before it stands in the workbook. */
export interface ReadList {
  /** What it is called: the file's name without its ending. */
  readonly name: string;
  readonly text: string;
  readonly table: Delimited;
  /** Cells of the widest row. */
  readonly columns: number;
  /** Why it cannot go into a tab as it is; '' when it can. */
  readonly problem: string;
}

export type Reading = { readonly list: ReadList } | { readonly problem: string };

const megabyte = 1024 * 1024;
/** A file of that many bytes is read in two seconds, and its tab filled in some 40 steps. */
const mostBytes = 20 * megabyte;

/** How files begin that are no text: zip (xlsx, ods, numbers) and what Excel saved before 2007. */
const workbooks: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Reads a file that somebody chose or dropped. */
export async function readFile(file: File): Promise<Reading> {
  const { name, size } = file;
  if (size > mostBytes) return { problem: words.fileIsTooLarge(name, megabytes(size), megabytes(mostBytes)) };
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  if (!bytes) return { problem: words.fileCannotBeRead(name) };
  if (workbooks.some((start) => start.every((byte, at) => bytes[at] === byte)))
    return { problem: words.fileIsWorkbook(name) };
  const text = decode(bytes);
  if (isNoText(text)) return { problem: words.fileIsNoText(name) };
  const table = readDelimited(text);
  if (table.rows.length === 0) return { problem: words.fileIsEmpty(name) };
  return { list: listOf(name.replace(/\.[^.]{1,5}$/, ''), text, table) };
}

/** Reads rows from the clipboard. */
export function readPaste(text: string): Reading {
  if (text.length > mostBytes) return { problem: words.pastedTooMuch(megabytes(mostBytes)) };
  const table = readPasted(text);
  return table.rows.length === 0 ? { problem: words.nothingToRead } : { list: listOf(words.pastedList, text, table) };
}

/** The same list, parted by what a person says. */
export function separated({ name, text }: ReadList, separator: Separator): ReadList {
  return listOf(name, text, readDelimited(text, separator));
}

function listOf(name: string, text: string, table: Delimited): ReadList {
  const columns = table.rows.reduce((most, row) => Math.max(most, row.length), 1);
  return { name, text, table, columns, problem: problemOf(table.rows, columns) };
}

function problemOf(rows: Delimited['rows'], columns: number): string {
  if (columns > mostColumns) return words.listTooWide(columns);
  for (const [row, cells] of rows.entries()) {
    const column = cells.findIndex((cell) => cell.length > mostCellText);
    if (column >= 0)
      return words.cellTooLong(`${columnLetters(column + 1)}${row + 1}`, cells[column]?.length ?? mostCellText);
  }
  return '';
}

function decode(bytes: Uint8Array): string {
  const [likeliest = 'utf-8', otherwise] = encodingsOf(bytes);
  try {
    return new TextDecoder(likeliest, { fatal: otherwise !== undefined }).decode(bytes);
  } catch {
    return new TextDecoder(otherwise).decode(bytes);
  }
}

/** Programs' files hold zeros; some control characters may stand in a text all the same. */
function isNoText(text: string): boolean {
  const sample = text.slice(0, 100_000);
  const controls = [...sample].filter((character) => character < ' ' && !'\t\r\n\f\v'.includes(character));
  return controls.includes('\0') || controls.length > sample.length / 10;
}

function megabytes(bytes: number): string {
  return numberText(Math.ceil((bytes / megabyte) * 10) / 10);
}
