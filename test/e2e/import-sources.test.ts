// Lists from files and the clipboard, brought in through the page's own import dialog: every corner case with each line end, in each
// encoding, and the naughty strings as records.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { get, launch, type RowbookProcess } from '../local/rowbook-process';
import { eventually } from './eventually';
import { WorkbookPage } from './workbook-page';

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const there = existsSync(`${folder}csv-corner-cases`);
if (!there) console.log(`Skipped: the corner cases of CSV, because ${folder} is not on this machine.`);

const cases = `${folder}csv-corner-cases/`;
const lineEnds = { LF: '\n', CRLF: '\r\n', CR: '\r' };

let browser: Browser;
let rowbook: RowbookProcess;
let book: WorkbookPage;

beforeAll(async () => {
  browser = await launchBrowser();
  rowbook = await launch({ args: ['--sample', 'none'] });
  book = await WorkbookPage.open(browser, rowbook.url);
  await book.menu('Import a list');
  await book.dialog.getByRole('radio', { name: 'A CSV file' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await rowbook?.stop();
});

/** Every cell of a tab as it is stored. A blank end of a row is not told. */
async function cellsOf(title: string): Promise<unknown[][]> {
  const range = encodeURIComponent(`'${title}'`);
  const address = `${rowbook.url}/v4/spreadsheets/local/values/${range}?valueRenderOption=UNFORMATTED_VALUE`;
  const response = await fetch(address, { headers: { authorization: 'Bearer local' } });
  const { values = [] } = (await response.json()) as { values?: unknown[][] };
  const width = Math.max(0, ...values.map((row) => row.length));
  return values.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
}

/** Takes a file in as a tab of this name, to where its columns are matched. */
async function bring(file: { name: string; content: Uint8Array }, tab: string): Promise<void> {
  const { dialog } = book;
  await dialog.getByRole('radio', { name: 'A CSV file' }).check();
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.content) });
  await dialog.getByRole('textbox', { name: 'Name of the new tab' }).fill(tab);
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByRole('heading', { name: 'Match columns' }).waitFor();
}

async function back(): Promise<void> {
  await book.dialog.getByRole('button', { name: 'Back' }).click();
  await book.dialog.getByRole('heading', { name: 'Import a list' }).waitFor();
}

/** A text with these line ends between its rows and within its cells. */
function ended(text: string, end: string): string {
  return text.replace(/\r\n|\r|\n/g, end);
}

describe.skipIf(!there)('the corner cases of CSV', () => {
  const files = there ? readdirSync(`${cases}csv-spectrum/csvs`).map((file) => file.replace(/\.csv$/, '')) : [];
  // Its rows differ from what is expected in the collection itself (SOURCE.md).
  const known = files.filter((name) => name !== 'location_coordinates');

  it.each(known)(
    '%s arrives as expected with each line end',
    async (name) => {
      const text = readFileSync(`${cases}csv-spectrum/csvs/${name}.csv`, 'utf8');
      const records: { [key: string]: string }[] = JSON.parse(
        readFileSync(`${cases}csv-spectrum/json/${name}.json`, 'utf8'),
      );
      const headers = Object.keys(records[0] ?? {});
      for (const [kind, end] of Object.entries(lineEnds)) {
        const tab = `${name} ${kind}`;
        await bring({ name: `${name}.csv`, content: Buffer.from(ended(text, end)) }, tab);
        const expected = [headers, ...records.map((record) => headers.map((key) => ended(record[key] ?? '', end)))];
        expect(await cellsOf(tab)).toEqual(expected);
        await back();
      }
    },
    120_000,
  );

  it('as stored with CRLF, and the ones without expected rows, arrive whole', async () => {
    const crlf = readFileSync(`${cases}csv-spectrum/csvs-true-crlf/newlines_crlf.csv`);
    await bring({ name: 'newlines.csv', content: crlf }, 'true crlf');
    const records: { [key: string]: string }[] = JSON.parse(
      readFileSync(`${cases}csv-spectrum/json/newlines_crlf.json`, 'utf8'),
    );
    expect((await cellsOf('true crlf')).slice(1)).toEqual(records.map((record) => Object.values(record)));
    await back();
    const rowsOf = async (file: string) => {
      await bring({ name: file, content: readFileSync(`${cases}${file}`) }, file.replace(/^.*\//, ''));
      const cells = await cellsOf(file.replace(/^.*\//, ''));
      await back();
      return cells;
    };
    expect(await rowsOf('papaparse/sample.csv')).toEqual([
      ['A', 'B', 'C'],
      ['X', 'Y', 'Z'],
    ]);
    expect(await rowsOf('papaparse/utf-8-bom-sample.csv')).toEqual([
      ['A', 'B', 'C'],
      ['X', 'Y', 'Z'],
    ]);
    expect(await rowsOf('papaparse/sample-header.csv')).toHaveLength(3);
    const long = await rowsOf('papaparse/long-sample.csv');
    expect([long.length, long[0]?.length]).toEqual([8, 7]);
    expect(long[0]?.[3]).toBe('2013-11-23T02:30:31-08:00');
    expect((await rowsOf('csv-spectrum/csvs/location_coordinates.csv'))[1]?.[0]).toBe('2095257564');
  }, 120_000);
});

it.each([
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16 LE with a mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 LE without', (text: string) => Buffer.from(text, 'utf16le')],
  ['UTF-16 BE with a mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['UTF-16 BE without', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
])('a file in %s arrives as it was meant, as text', async (encoding, encode) => {
  const text = 'Name;Code;Betrag;Ort\r\n"Müller; Söhne";007;1.234,50;Köln\r\n=1+1;1/2;-5;Orléans\r\n';
  await bring({ name: 'liste.csv', content: encode(text) }, encoding);
  expect(await cellsOf(encoding)).toEqual([
    ['Name', 'Code', 'Betrag', 'Ort'],
    ['Müller; Söhne', '007', '1.234,50', 'Köln'],
    ['=1+1', '1/2', '-5', 'Orléans'],
  ]);
  await back();
});

it('rows pasted from another spreadsheet become contacts', async () => {
  const { dialog } = book;
  await dialog.getByRole('radio', { name: 'Paste' }).check();
  const box = dialog.getByRole('textbox', { name: 'Paste the rows here' });
  await box.evaluate((element) => {
    const clipboardData = new DataTransfer();
    const text = 'First name\tLast name\tPhone\tNotes\nAnna\tBerg\t+49 30 123456\t"two\nlines, =and a comma"\n';
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByRole('heading', { name: 'Match columns' }).waitFor();
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByRole('button', { name: 'Import 1 row' }).click();
  await dialog.getByText('1 contact').waitFor();
  const [headers = [], row = []] = await cellsOf('Contacts');
  const value = (header: string) => row[headers.indexOf(header)];
  expect([value('First name'), value('Notes')]).toEqual(['Anna', 'two\nlines, =and a comma']);
  expect((await cellsOf('Pasted list'))[0]).toEqual(['First name', 'Last name', 'Phone', 'Notes']);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await book.page.getByTestId('addon-dialog').waitFor({ state: 'detached' });
}, 60_000);

describe.skipIf(!there)('the naughty strings', () => {
  it('arrive as notes of companies, none the worse for it', async () => {
    const strings: string[] = JSON.parse(readFileSync(`${folder}naughty-strings/blns.json`, 'utf8'));
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lines = strings.map((text, at) => `${quoted(`Company ${at}`)},${quoted(text)}`);
    await book.menu('Import a list');
    const content = Buffer.from(['Company name,Notes', ...lines].join('\r\n'));
    await bring({ name: 'naughty.csv', content }, 'naughty');
    expect((await cellsOf('naughty')).slice(1).map(([, text]) => text)).toEqual(strings);
    const { dialog } = book;
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('button', { name: `Import ${strings.length} rows` }).click({ timeout: 60_000 });
    await eventually(() => dialog.locator('body').textContent(), 120_000).toContain(`${strings.length} companies`);
    const [headers = [], ...rows] = await cellsOf('Companies');
    const at = (header: string) => headers.indexOf(header);
    const notes = new Map(rows.map((row) => [row[at('Name')], row[at('Notes')]]));
    // An import leaves out blanks around a text, and takes #N/A for nothing.
    const expected = (text: string) => (text.trim() === '#N/A' ? '' : text.trim());
    expect(strings.map((_, one) => notes.get(`Company ${one}`) ?? '')).toEqual(strings.map(expected));
    expect(book.errors).toEqual([]);
  }, 240_000);
});

it('made no tab that is half full', async () => {
  const { tabs } = await get<{ tabs: { title: string; rows: number; columns: number }[] }>(
    `${rowbook.url}/local/state`,
  );
  expect(tabs.filter(({ title }) => title.startsWith('simple LF'))).toMatchObject([{ rows: 2, columns: 3 }]);
});
