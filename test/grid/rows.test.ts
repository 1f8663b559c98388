// Rows that people type, paste, copy, empty, move and delete, and rows that other programs write (docs/grid.md).
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UndoResult } from '../../src/rpc/contract';
import { changedCells, contacts, GridWorld, letters, rep } from './grid-world';

let world: GridWorld;
beforeAll(async () => {
  world = await GridWorld.open();
});
afterAll(() => world?.close());

const on = { tab: 'Contacts' };

/** The row below the last record. */
async function below(): Promise<number> {
  return (await world.cells('Contacts')).length + 1;
}

async function rowOf(id: string): Promise<number> {
  return Number((await world.at('Contacts', id, 'ID')).replace(/\D/g, ''));
}

/** A1 of a record's whole row. */
async function rangeOf(id: string): Promise<string> {
  const row = await rowOf(id);
  return `A${row}:${letters((await world.standing('Contacts')).headers.length)}${row}`;
}

const ids = async () => (await world.names()).map((name) => name.split(' ')[0]);
const fieldsOf = async (id: string) =>
  (await world.ask<{ record: { fields: { [key: string]: unknown } } }>('getRecord', { tab: 'contacts', id })).record
    .fields;

it('rows are inserted', async () => {
  await world.act('insertRows', { ...on, row: 3, count: 2 });
  await world.expectSaveLands(contacts, 'C-2', { city: 'Riga' }, ['City']);
  await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Eva' } });
  expect(await ids()).toEqual(['C-1', 'C-2', 'C-3', 'C-4', 'C-5']);
  await world.expectWhole();
  await world.act('deleteRows', { ...on, row: 3, count: 2 });
  await world.expectWhole();
  await world.expectDigest();
});

it('a row is typed', async () => {
  const row = await below();
  await world.edit('Contacts', `B${row}`, 'Finn', rep);
  expect(await fieldsOf('C-6')).toMatchObject({ firstName: 'Finn', status: 'Lead', created: expect.any(String) });
  await world.edit('Contacts', await world.at('Contacts', 'C-6', 'Email'), ' Finn@Example.COM ', rep);
  expect((await fieldsOf('C-6')).email).toMatch(/^finn@example\.com$/i);
  await world.edit('Contacts', await world.at('Contacts', 'C-6', 'Company'), 'acme', rep);
  expect(await world.cell('Contacts', 'C-6', 'Company')).toBe('acme (CO-1)');
  expect((await world.told('C-6'))[0]).toMatch(/: Created$/);
  await world.expectSaveLands(contacts, 'C-6', { city: 'Turku' }, ['City']);
  await world.expectWhole();
});

it('a block is pasted', async () => {
  const row = await below();
  const block = Array.from({ length: 20 }, (_, index) => [`Guest ${index}`, 'Vik', index === 3 ? 'not an email' : '']);
  await world.edit('Contacts', `B${row}`, block);
  expect((await ids()).slice(6)).toEqual(block.map((_, index) => `C-${7 + index}`));
  expect(await fieldsOf('C-10')).toMatchObject({ firstName: 'Guest 3', status: 'Lead' });
  expect(await world.cell('Contacts', 'C-10', 'Email')).toBe('not an email');
  const note = await world.look((book) => {
    const { sheetId } = book.sheet('Contacts');
    const rect = { sheetId, row: row + 3, column: book.column('Contacts', 'Email'), rows: 1, columns: 1 };
    return book.engine.session('').cells(rect)[0]?.[0];
  });
  expect(note).toMatchObject({ note: expect.stringContaining('Rowbook'), background: expect.any(String) });
  await world.expectWhole();
  await world.act('deleteRows', { ...on, row, count: 20 });
  await world.expectWhole();
  expect(await ids()).toHaveLength(6);
});

it('a row is emptied', async () => {
  await world.act('clear', { ...on, range: await rangeOf('C-6') });
  await world.hourly();
  expect((await world.told('C-6')).at(-1)).toMatch(/: Deleted$/);
  expect(await ids()).not.toContain('C-6');
  const change = (await world.history()).filter(({ ID }) => ID === 'C-6').at(-1);
  await world.ask<UndoResult>('undoChangeSet', { changeSet: change?.['Change set'] });
  expect(await fieldsOf('C-6')).toMatchObject({ firstName: 'Finn', city: 'Turku' });
  await world.expectWhole();
});

it('rows are deleted', async () => {
  await world.act('deleteRows', { ...on, row: await rowOf('C-4') });
  await world.hourly();
  expect((await world.told('C-4')).at(-1)).toBe('unknown (grid): Deleted');
  const change = (await world.history()).filter(({ ID }) => ID === 'C-4').at(-1);
  await world.ask<UndoResult>('undoChangeSet', { changeSet: change?.['Change set'] });
  expect(await fieldsOf('C-4')).toMatchObject({ firstName: 'Dan', city: 'Kyiv' });
  await world.expectWhole();
  await world.expectDigest();
});

it('an id is typed over or cleared', async () => {
  for (const text of ['X', '', 'C-999']) {
    await world.edit('Contacts', await world.at('Contacts', 'C-3', 'ID'), text);
    await world.hourly();
    expect(await fieldsOf('C-3'), text).toMatchObject({ firstName: 'Cem', city: 'Oslo' });
  }
  await world.expectSaveLands(contacts, 'C-3', { lastName: 'Ek' }, ['Last name']);
  await world.expectWhole();
});

it('a column of ids is pasted over', async () => {
  const before = await world.standing('Contacts');
  const [first, last] = [await rowOf('C-1'), await rowOf('C-3')];
  await world.edit(
    'Contacts',
    `A${first}:A${last}`,
    Array.from({ length: last - first + 1 }, () => ['C-2']),
  );
  await world.expectWhole();
  expect(changedCells(before, await world.standing('Contacts'))).toEqual([]);
});

it('a row is duplicated with its id', async () => {
  const row = await below();
  const before = await world.standing('Contacts');
  await world.act('copy', { ...on, from: await rangeOf('C-2'), to: `A${row}` });
  await world.expectWhole();
  const copy = (await ids()).at(-1) ?? '';
  expect(before.byId.has(copy)).toBe(false);
  expect(await fieldsOf(copy)).toMatchObject({ firstName: 'Ben', city: 'Riga' });
  await world.expectSaveLands(contacts, copy, { firstName: 'Bea' }, ['First name']);
  expect(await world.cell('Contacts', 'C-2', 'First name')).toBe('Ben');
});

it('a fill is dragged through ids', async () => {
  const before = await world.standing('Contacts');
  const [first, last] = [await rowOf('C-1'), await rowOf('C-3')];
  await world.act('fill', { ...on, range: `A${first}:A${last}` });
  await world.expectWhole();
  expect(changedCells(before, await world.standing('Contacts'))).toEqual([]);
  await world.expectDigest();
});

it('an edit is undone and done again', async () => {
  const at = await world.at('Contacts', 'C-1', 'City');
  await world.edit('Contacts', at, 'Genf');
  await world.act('undo');
  await world.hourly();
  expect(await fieldsOf('C-1')).toMatchObject({ city: 'Bonn' });
  await world.act('redo');
  await world.expectWhole();
  expect(await fieldsOf('C-1')).toMatchObject({ city: 'Genf' });
  expect((await world.told('C-1')).slice(-3)).toEqual([
    'Admin: City Bonn → Genf',
    expect.stringMatching(/: City Genf → Bonn$/),
    expect.stringMatching(/: City Bonn → Genf$/),
  ]);
});

it('the deletion of a row is undone', async () => {
  await world.act('deleteRows', { ...on, row: await rowOf('C-2') });
  await world.hourly();
  await world.act('undo');
  await world.expectWhole();
  expect(await fieldsOf('C-2')).toMatchObject({ firstName: 'Ben', city: 'Riga' });
  await world.expectSaveLands(contacts, 'C-2', { city: 'Rome' }, ['City']);
});

it('a row is cut and pasted elsewhere', async () => {
  const to = (await below()) + 2;
  await world.act('cut', { ...on, from: await rangeOf('C-1'), to: `A${to}` });
  await world.expectSaveLands(contacts, 'C-1', { city: 'Bonn' }, ['City']);
  expect(await rowOf('C-1')).toBe(to);
  await world.expectWhole();
  expect((await ids()).filter((id) => id === 'C-1')).toHaveLength(1);
});

it('words are found and replaced', async () => {
  const sheetId = await world.sheetId('Contacts');
  await world.batch({ findReplace: { find: 'Oslo', replacement: 'Bergen', sheetId } });
  await world.expectWholeTomorrow();
  expect(await fieldsOf('C-3')).toMatchObject({ city: 'Bergen' });
  expect((await world.told('C-3')).at(-1)).toBe('unknown (grid): City Oslo → Bergen');
});

it('another program changes a cell', async () => {
  const at = `Contacts!${await world.at('Contacts', 'C-3', 'City')}`;
  await world.rest('PUT', `/values/${at}?valueInputOption=RAW`, { range: at, values: [['Narvik']] });
  await world.expectSaveLands(contacts, 'C-3', { jobTitle: 'CEO' }, ['Job title']);
  expect((await world.told('C-3')).slice(-2)).toEqual([
    'unknown (grid): City Bergen → Narvik',
    expect.stringMatching(/^Admin: Job title .* → CEO$/),
  ]);
  await world.expectWhole();
});

it('another program appends a row', async () => {
  const path = '/values/Contacts!A1:append?valueInputOption=USER_ENTERED';
  await world.rest('POST', path, { values: [['', 'Gro', 'Lie']] });
  await world.expectWholeTomorrow();
  const name = (await world.names()).find((one) => one.endsWith('Gro'));
  expect(name).toMatch(/^C-\d+ Gro$/);
  await world.expectDigest();
});
