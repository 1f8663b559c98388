// Reading a team's old sheet from a CSV or XLSX file. Knows files, not the workbook.
import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import Papa from 'papaparse';
import { utcToSerial } from '../engine/serial';
import type { CellPatch } from '../engine/types';
import { decodeText } from './decode';
import { StartError } from './problem';

export interface OpenedSheet {
  /** The file and, where it has several, the sheet: what was opened once is not opened again. */
  source: string;
  title: string;
  rows: (CellPatch | undefined)[][];
}

type Sheet = Omit<OpenedSheet, 'source'>;

const longestCell = 50_000;
const mostColumns = 18_278;

/** The sheets of a file, in order; throws `StartError` with a sentence naming the file when it cannot be read. */
export async function openFile(file: string): Promise<OpenedSheet[]> {
  const name = basename(file);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new StartError(`There is no file ${file}.`);
    if (error.code === 'EISDIR') throw new StartError(`${file} is a folder, not a file.`);
    throw new StartError(`${file} cannot be read: ${error.message}.`);
  });
  if (bytes.length === 0) throw new StartError(`${name} is empty.`);
  const sheets = isZip(bytes) ? await readXlsx(name, bytes) : [readCsv(name, bytes)];
  for (const sheet of sheets) checkSize(name, sheet);
  return sheets.map((sheet) => ({ ...sheet, source: `${resolve(file)} ${sheet.title}` }));
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

async function readXlsx(name: string, bytes: Buffer): Promise<Sheet[]> {
  const { default: readSheets } = await import('read-excel-file/node');
  const title = basename(name, extname(name));
  try {
    const sheets = await readSheets(bytes);
    return sheets.map(({ sheet, data }) => ({
      title: sheets.length === 1 ? title : `${title} ${sheet}`,
      rows: data.map((row) => row.map(excelCell)),
    }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`${name} is not an Excel workbook (.xlsx) that can be read: ${reason}.`);
  }
}

function excelCell(value: unknown): CellPatch | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (value instanceof Date) {
    const serial = utcToSerial(value.getTime());
    const numberFormat = Number.isInteger(serial) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm';
    return { input: { kind: 'date', serial }, numberFormat };
  }
  if (typeof value === 'number' || typeof value === 'boolean') return { input: { kind: 'value', value } };
  return { input: { kind: 'value', value: String(value) } };
}

function readCsv(name: string, bytes: Uint8Array): Sheet {
  const problem = `${name} is neither a CSV nor an XLSX file`;
  if (!['.csv', '.tsv', '.txt', ''].includes(extname(name).toLowerCase())) throw new StartError(`${problem}.`);
  const text = decodeText(bytes);
  const odd = [...text.slice(0, 100_000)].find(isControl);
  if (odd !== undefined) throw new StartError(`${problem}: it holds bytes that are no text.`);
  const parsed = Papa.parse<string[]>(text, { delimiter: separatorOf(text), skipEmptyLines: false });
  const broken = parsed.errors.find(({ type }) => type === 'Quotes');
  if (broken) throw new StartError(`${name} cannot be read as CSV: row ${(broken.row ?? 0) + 1} has a stray quote.`);
  const rows = parsed.data.map((row) => row.map(typedCell));
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === undefined)) rows.pop();
  if (rows.length === 0) throw new StartError(`${name} is empty.`);
  return { title: basename(name, extname(name)), rows };
}

/** The separator that occurs most often in the first record, quoted parts left out; a comma if none does. */
function separatorOf(text: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '';
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  const counts = [',', ';', '\t', '|'].map((separator) => ({ separator, count: bare.split(separator).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

function typedCell(text: string): CellPatch | undefined {
  return text === '' ? undefined : { input: { kind: 'typed', text } };
}

function isControl(character: string): boolean {
  return character < ' ' && !'\t\r\n\f\v'.includes(character);
}

function checkSize(name: string, sheet: Sheet): void {
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  if (width > mostColumns) throw new StartError(`${name} has ${width} columns; a sheet takes ${mostColumns}.`);
  for (const [row, cells] of sheet.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const input = cell?.input;
      const text = input?.kind === 'typed' ? input.text : input?.kind === 'value' ? String(input.value) : '';
      if (text.length > longestCell)
        throw new StartError(
          `${name}, row ${row + 1}, column ${column + 1}: the cell is longer than ${longestCell} characters.`,
        );
    }
  }
}
