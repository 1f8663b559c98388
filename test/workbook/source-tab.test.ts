// A list from a file or the clipboard becomes an ordinary tab of texts: block by block, gone on with, removed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hashText } from '../../src/domain/hash';
import type { AddedSource, AddSourceInput, SourceTab } from '../../src/rpc/contract';
import { admin, type ImportWorld, importWorld } from './import-world';

const naughty = join(import.meta.dirname, '../../../shared/data/naughty-strings/blns.json');
const noData = existsSync(naughty) ? '' : ' (skipped: ../shared/data is not on this machine)';

let world: ImportWorld;
afterEach(() => world.close());
const open = async (options: Parameters<typeof importWorld>[0] = {}) => {
  world = await importWorld(options);
  return world;
};

const add = (input: AddSourceInput) => world.ask<AddedSource>('addSourceTab', input);
const list = (rows: readonly (readonly string[])[], name = 'customers') => ({
  name,
  hash: hashText(JSON.stringify(rows)),
  rows: rows.length,
  columns: Math.max(...rows.map((row) => row.length)),
});
/** The list as a tab, in two blocks. */
const addAll = async (rows: readonly (readonly string[])[], name?: string) => {
  const { id } = await add(list(rows, name));
  const half = Math.ceil(rows.length / 2);
  await add({ id, from: 0, cells: rows.slice(0, half).map((row) => [...row]) });
  return add({ id, from: half, cells: rows.slice(half).map((row) => [...row]) });
};

const sheetOf = (title: string) => {
  const session = world.engine.session('');
  return session.sheets().find((sheet) => sheet.title === title);
};
const titles = () =>
  world.engine
    .session('')
    .sheets()
    .map(({ title }) => title);
const contents = (title: string) => {
  const sheet = sheetOf(title);
  if (!sheet) throw new Error(`There is no tab “${title}”.`);
  const range = { sheetId: sheet.sheetId, row: 1, column: 1, rows: sheet.rows, columns: sheet.columns };
  const session = world.engine.session('');
  // A blank cell is null.
  return {
    values: session.values(range).map((row) => row.map((value) => value ?? '')),
    formulas: session.formulas(range),
  };
};

const tricky = [
  ['Name', 'Code', 'Since', 'Note'],
  ['=1+1', '007', '1/2', "'quoted"],
  ['+49 30 1', '1e3', '2024-01-02', "''twice"],
  ['@x', 'TRUE', '12:30', ' \t leading'],
  ['-5', '50%', '$2.99', 'two\nlines'],
  ['', '', '', ''],
  ['short'],
];
const padded = tricky.map((row) => [...row, '', '', ''].slice(0, 4));

describe.each([
  ['as Google most likely is', {}],
  [
    'the other way round',
    { textFormatTakesFormula: false, doubleApostropheKeepsOne: false, textFormatKeepsTyped: false },
  ],
  ['by turns', { textFormatTakesFormula: true, doubleApostropheKeepsOne: false, textFormatKeepsTyped: false }],
])('a list, %s', (_, switches) => {
  it('stands in its tab as the text it is', async () => {
    await open({ switches });
    expect(await addAll(tricky)).toMatchObject({ tab: 'customers', rowsDone: 7, done: true });
    const { values, formulas } = contents('customers');
    expect(values).toEqual(padded);
    expect(formulas.flat().filter((formula) => formula !== null)).toEqual([]);
  });

  it.skipIf(noData)(`of naughty strings is none the worse for it${noData}`, async () => {
    await open({ switches });
    const strings: string[] = JSON.parse(readFileSync(naughty, 'utf8'));
    const rows = strings.map((text) => ['x', text]);
    await addAll(rows, 'naughty');
    expect(contents('naughty').values).toEqual(rows);
  });
});

describe('the tab of a list', () => {
  it('is as large as the list, gets a name of its own, and can be imported from', async () => {
    await open();
    const rows = [
      ['First name', 'Email'],
      ['Ann', 'ann@example.com'],
    ];
    expect((await addAll(rows, 'Contacts')).tab).toBe('Contacts 2');
    expect((await addAll(rows, 'contacts')).tab).toBe('contacts 3');
    expect((await addAll(rows, ' \n\t ')).tab).toBe('List');
    expect(sheetOf('Contacts 2')).toMatchObject({ rows: 2, columns: 2 });
    expect((await world.preview('Contacts 2')).counts).toContainEqual({
      tab: 'contacts',
      create: 1,
      update: 0,
      same: 0,
    });
  });

  it('is gone on with when the same list comes again, and is listed as not whole until then', async () => {
    await open();
    const begun = await add(list(tricky));
    await add({ id: begun.id, from: 0, cells: tricky.slice(0, 3) });
    const listed = await world.ask<SourceTab[]>('sourceTabs', {});
    expect(listed).toContainEqual(
      expect.objectContaining({ title: 'customers', arriving: { id: begun.id, rowsDone: 3, rowsTotal: 7 } }),
    );
    expect(await add(list(tricky))).toEqual({ id: begun.id, tab: 'customers', rowsDone: 3, done: false });
    // The answer to a block may be lost: it is sent once more.
    await add({ id: begun.id, from: 0, cells: tricky.slice(0, 3) });
    const last = { id: begun.id, from: 3, cells: tricky.slice(3) };
    expect(await add(last)).toMatchObject({ done: true });
    expect(await add(last)).toMatchObject({ done: true });
    expect(contents('customers').values).toEqual(padded);
    const after = await world.ask<SourceTab[]>('sourceTabs', {});
    expect(after.find(({ title }) => title === 'customers')).toEqual({ title: 'customers', rows: 6, columns: 4 });
    // A whole one is not filled over.
    expect((await add(list(tricky))).tab).toBe('customers 2');
  });

  it('is removed when it is cancelled half full, and never when it is whole', async () => {
    await open();
    const before = titles();
    const begun = await add(list(tricky));
    await add({ id: begun.id, from: 0, cells: tricky.slice(0, 3) });
    await add({ id: begun.id, cancel: true });
    expect(titles()).toEqual(before);
    await add({ id: begun.id, cancel: true });
    const whole = await addAll(tricky);
    expect(await add({ id: whole.id, cancel: true })).toMatchObject({ tab: 'customers', done: true });
    expect(titles()).toContain('customers');
  });

  it('goes on under another name, and says so when it is gone', async () => {
    await open();
    const { id } = await add(list(tricky));
    const session = world.engine.session('');
    session.updateSheet(sheetOf('customers')?.sheetId ?? 0, { title: 'renamed' });
    session.flush();
    expect(await add({ id, from: 0, cells: tricky.slice(0, 2) })).toMatchObject({ tab: 'renamed', rowsDone: 2 });
    session.deleteSheet(sheetOf('renamed')?.sheetId ?? 0);
    session.flush();
    const { reply } = await world.call('addSourceTab', { id, from: 2, cells: tricky.slice(2) });
    expect(reply).toMatchObject({ ok: false, code: 'no-tab' });
  });

  it('is refused where the workbook has no room for it, before anything is made', async () => {
    await open();
    const before = titles();
    const { reply } = await world.call('addSourceTab', { name: 'huge', hash: 'h', rows: 1_000_000, columns: 10 });
    expect(reply).toMatchObject({ ok: false, code: 'too-large' });
    expect(titles()).toEqual(before);
  });

  it('is refused to those who only look, and whatever is no list of texts', async () => {
    await open();
    world.add('Team', { Email: 'viewer@example.com', Name: 'Vera', Role: 'viewer', Active: 'TRUE' });
    world.add('Team', { Email: 'rep@example.com', Name: 'Rita', Role: 'rep', Active: 'TRUE' });
    const code = async (input: object, user = admin) => {
      const { reply } = await world.call('addSourceTab', input, user);
      return reply.ok ? '' : reply.code;
    };
    expect(await code(list(tricky), 'viewer@example.com')).toBe('not-allowed');
    expect(await code(list(tricky), 'rep@example.com')).toBe('');
    expect(await code({})).toBe('bad-input');
    expect(await code({ name: 'x', hash: 'x', rows: 0, columns: 1 })).toBe('bad-input');
    expect(await code({ name: 'x', hash: 'x', rows: 1, columns: 20_000 })).toBe('bad-input');
    expect(await code({ id: 'x', from: 0, cells: [[1]] })).toBe('bad-input');
    expect(await code({ id: 'x', from: 0, cells: [['x'.repeat(50_001)]] })).toBe('bad-input');
    expect(await code({ id: 'x', from: -1, cells: [] })).toBe('bad-input');
  });

  it('takes a few calls for each block, whatever its rows', async () => {
    await open();
    const rows = Array.from({ length: 4_000 }, (_, row) => Array.from({ length: 10 }, (_, at) => `cell ${row} ${at}`));
    const { id } = await add(list(rows));
    const { outcome } = await world.call('addSourceTab', { id, from: 0, cells: rows.slice(0, 2_000) });
    expect(outcome.calls.reads + outcome.calls.writes).toBeLessThan(10);
    expect(outcome.modelledMs).toBeLessThan(5_000);
  });
});
