// Files given to `npm start -- --open`: encodings, sheets, dates, and what is refused in which words.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEngine } from '../../scripts/local/engine';
import { openFile } from '../../scripts/local/server/open-file';
import { addOpenedSheets } from '../../scripts/local/server/opened-tabs';
import { xlsx } from './xlsx-file';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowbook-open-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileWith(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function newEngine() {
  const info = { id: 'local', title: 'T', locale: 'en_US', timeZone: 'Etc/UTC', owner: 'admin@example.com' };
  return openEngine({ file: ':memory:', ...info });
}

/** The shown cells of a file's only sheet, as they stand in a workbook that opened it. */
async function shown(name: string, content: string | Uint8Array): Promise<string[][]> {
  const engine = newEngine();
  try {
    const [title = ''] = addOpenedSheets(engine, await openFile(await fileWith(name, content)));
    const session = engine.session('');
    const sheet = session.sheets().find((candidate) => candidate.title === title);
    if (!sheet) throw new Error(`no tab ${title}`);
    const { sheetId, rows, columns } = sheet;
    return session.displayValues({ sheetId, row: 1, column: 1, rows, columns });
  } finally {
    engine.close();
  }
}

const accented = 'name,city\nZoë,Köln\n';
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

it.each([
  ['UTF-8', Buffer.from(accented)],
  ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(accented)])],
  ['UTF-16 little endian with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(accented)])],
  ['UTF-16 big endian with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(accented, true)])],
  ['UTF-16 without a mark', utf16(accented)],
  ['Windows-1252', Buffer.from(accented, 'latin1')],
])('reads a CSV in %s', async (_, bytes) => {
  expect(await shown('people.csv', bytes)).toEqual([
    ['name', 'city'],
    ['Zoë', 'Köln'],
  ]);
});

it('takes values as if they were typed: dates become date cells, numbers numbers, the rest stays text', async () => {
  const engine = newEngine();
  addOpenedSheets(
    engine,
    await openFile(await fileWith('deals.csv', 'when,amount,phone\n2016-10-20,1054,504-621-8927\n')),
  );
  const session = engine.session('');
  const sheet = session.sheets().at(0);
  const rect = { sheetId: sheet?.sheetId ?? -1, row: 2, column: 1, rows: 1, columns: 3 };
  expect(session.values(rect)).toEqual([[42663, 1054, '504-621-8927']]);
  expect(session.displayValues(rect)[0]?.[0]).toBe('2016-10-20');
  engine.close();
});

it('finds the separator itself and keeps line breaks inside quotes', async () => {
  expect(await shown('semicolon.csv', 'a;b\n"x\ny";"say ""hi"""\n')).toEqual([
    ['a', 'b'],
    ['x\ny', 'say "hi"'],
  ]);
});

it('opens every sheet of an Excel workbook; its text stays text, its dates are date cells', async () => {
  const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const file = xlsx([
    {
      name: 'People',
      rows: [
        text('A1', 'code') + text('B1', 'since') + text('C1', 'seen') + text('D1', 'paid'),
        `${text('A2', '00123')}<c r="B2" s="1"><v>42663</v></c><c r="C2" s="2"><v>42663.5</v></c><c r="D2" t="b"><v>1</v></c>`,
      ],
    },
    { name: 'Sums', rows: ['<c r="A1"><v>12.5</v></c>', text('A2', '=1+1')] },
  ]);
  const sheets = await openFile(await fileWith('team.xlsx', file));
  expect(sheets.map(({ title }) => title)).toEqual(['team People', 'team Sums']);
  const engine = newEngine();
  expect(addOpenedSheets(engine, sheets)).toEqual(['team People', 'team Sums']);
  const session = engine.session('');
  const [people, sums] = session.sheets();
  const rect = { row: 1, column: 1, rows: 2, columns: 4 };
  expect(session.values({ ...rect, sheetId: people?.sheetId ?? -1 })[1]).toEqual(['00123', 42663, 42663.5, true]);
  expect(session.displayValues({ ...rect, sheetId: people?.sheetId ?? -1 })[1]?.[1]).toBe('2016-10-20');
  expect(session.values({ ...rect, columns: 1, sheetId: sums?.sheetId ?? -1 })).toEqual([[12.5], ['=1+1']]);
  expect(session.formulas({ ...rect, columns: 1, sheetId: sums?.sheetId ?? -1 })[1]).toEqual([null]);
  engine.close();
});

it('opens a file once, and two of the same name under two titles', async () => {
  const engine = newEngine();
  const [one, other] = [await fileWith('list.csv', 'a\n1\n'), await mkdtemp(join(folder, 'other-'))];
  await writeFile(join(other, 'list.csv'), 'a\n2\n');
  const sheets = [...(await openFile(one)), ...(await openFile(join(other, 'list.csv')))];
  expect(addOpenedSheets(engine, sheets)).toEqual(['list', 'list (file)']);
  expect(addOpenedSheets(engine, sheets)).toEqual([]);
  engine.close();
});

it.each([
  [
    'picture.csv',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]),
    /neither a CSV nor an XLSX/,
  ],
  ['notes.pdf', '%PDF-1.7 text', /neither a CSV nor an XLSX/],
  ['broken.xlsx', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4]), /not an Excel workbook/],
  ['fake.xlsx', 'just text', /neither a CSV nor an XLSX/],
  ['empty.csv', '', /is empty/],
  ['blank.csv', '\n\n', /is empty/],
  ['open-quote.csv', 'a,b\n1,"never closed\n2,3\n', /stray quote/],
  ['long.csv', `a\n${'x'.repeat(50_001)}\n`, /row 2, column 1: the cell is longer than 50000/],
])('refuses %s in one sentence that names it', async (name, content, sentence) => {
  const path = await fileWith(name, content);
  const refused = openFile(path);
  await expect(refused).rejects.toThrow(sentence);
  await expect(refused).rejects.toThrow(name);
});

it('says which file is missing', async () => {
  await expect(openFile(join(folder, 'nowhere.csv'))).rejects.toThrow(/There is no file .*nowhere\.csv/);
});
