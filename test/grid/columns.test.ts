// Columns that people insert, move, rename, copy, add and delete (docs/grid.md): fields are found by their marks.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changedCells, contacts, GridWorld, letters } from './grid-world';

let world: GridWorld;
beforeAll(async () => {
  world = await GridWorld.open();
});
afterAll(() => world?.close());

const on = { tab: 'Contacts' };
const names = ['C-1 Ann', 'C-2 Ben', 'C-3 Cem', 'C-4 Dan'];

/** Types a header and what stands below it, from row 2 down. */
async function typeColumn(column: number, header: string, below: string[]): Promise<void> {
  const letter = letters(column);
  await world.edit('Contacts', `${letter}1`, header);
  if (below.length > 0) {
    await world.edit(
      'Contacts',
      `${letter}2:${letter}${below.length + 1}`,
      below.map((text) => [text]),
    );
  }
}

it('a column is inserted among the others', async () => {
  const city = await world.column('Contacts', 'City');
  await world.act('insertColumns', { ...on, column: city, count: 2 });
  await world.expectSaveLands(contacts, 'C-2', { city: 'Riga', phone: '+49 30 123456' }, ['City', 'Phone']);
  expect(await world.names()).toEqual(names);
  await world.expectWhole();
});

it('a column of the team’s own gets a header and values', async () => {
  const column = (await world.column('Contacts', 'City')) - 2;
  await typeColumn(column, 'Shoe size', ['42', '', '38']);
  await world.expectSaveLands(contacts, 'C-2', { 'custom:Shoe size': '44', city: 'Bari' }, ['Shoe size', 'City']);
  expect(await world.told('C-3')).toContain('Admin: Shoe size – → 38');
  await world.expectWhole();
});

it('a column of the team’s own holds formulas', async () => {
  const column = (await world.column('Contacts', 'City')) - 1;
  await typeColumn(
    column,
    'Initial',
    [2, 3, 4, 5].map((row) => `=LEFT(B${row},1)&"."`),
  );
  const formulas = (await world.cells('Contacts')).slice(1, 5).map((row) => row[column - 1]);
  await world.expectSaveLands(contacts, 'C-1', { firstName: 'Zoe', city: 'Graz' }, ['First name', 'City']);
  expect((await world.cells('Contacts')).slice(1, 5).map((row) => row[column - 1])).toEqual(formulas);
  const { record } = await world.ask<{ record: { fields: object } }>('getRecord', { tab: 'contacts', id: 'C-1' });
  expect(record.fields).toMatchObject({ 'custom:Initial': 'Z.' });
  await world.expectSaveLands(contacts, 'C-1', { firstName: 'Ann' }, ['First name']);
  await world.expectWhole();
});

it('columns are moved, the ids among them', async () => {
  const before = await world.standing('Contacts');
  const { length } = before.headers;
  await world.act('moveColumns', { ...on, column: await world.column('Contacts', 'City'), before: 1 });
  await world.act('moveColumns', { ...on, column: await world.column('Contacts', 'ID'), before: length + 1 });
  await world.expectSaveLands(contacts, 'C-3', { city: 'Ulm', lastName: 'Ek' }, ['City', 'Last name']);
  await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Eva', city: 'Genf' } });
  expect(await world.cell('Contacts', 'C-5', 'City')).toBe('Genf');
  expect(await world.names()).toEqual([...names, 'C-5 Eva']);
  await world.expectWhole();
  await world.expectDigest();
});

it('a column is renamed', async () => {
  await world.edit('Contacts', `${letters(await world.column('Contacts', 'City'))}1`, 'Town');
  await world.expectSaveLands(contacts, 'C-4', { city: 'Wien' }, ['Town']);
  const found = await world.ask<{ records: { id: string }[] }>('findRecords', {
    tab: 'contacts',
    where: { city: 'Wien' },
  });
  expect(found.records.map(({ id }) => id)).toEqual(['C-4']);
  await world.expectWhole();
});

it('a column is duplicated', async () => {
  const town = await world.column('Contacts', 'Town');
  await world.act('insertColumns', { ...on, column: town + 1 });
  const letter = letters(town);
  await world.act('copy', { ...on, from: `${letter}1:${letter}6`, to: `${letters(town + 1)}1` });
  await world.expectSaveLands(contacts, 'C-4', { city: 'Linz' }, ['Town']);
  const { headers, byId } = await world.standing('Contacts');
  expect(headers.slice(town - 1, town + 1)).toEqual(['Town', 'Town']);
  expect(byId.get('C-4')?.slice(town - 1, town + 1)).toEqual(['Linz', 'Wien']);
  await world.expectWhole();
});

it('a column of the team’s own is deleted', async () => {
  const before = await world.standing('Contacts');
  const at = before.headers.indexOf('Shoe size');
  await world.act('deleteColumns', { ...on, column: at + 1 });
  for (const row of before.byId.values()) row.splice(at, 1);
  await world.expectWholeTomorrow();
  expect((await world.told('C-3')).join('\n')).toMatch(/Shoe size 38 → –/);
  const changed = changedCells(before, await world.standing('Contacts'));
  expect(changed.filter((cell) => !cell.endsWith(' Updated'))).toEqual([]);
  await world.expectSaveLands(contacts, 'C-1', { lastName: 'Berg' }, ['Last name']);
});

it('a field’s column is deleted', async () => {
  await world.ask('saveRecord', { tab: 'contacts', id: 'C-2', changes: { website: 'https://ben.example' } });
  await world.act('deleteColumns', { ...on, column: await world.column('Contacts', 'Website') });
  await world.expectSaveLands(contacts, 'C-2', { lastName: 'Bergmann' }, ['Last name']);
  const refused = await world.call('saveRecord', {
    tab: 'contacts',
    id: 'C-2',
    changes: { website: 'https://x.example' },
  });
  expect(refused).toMatchObject({ ok: false, code: 'no-column', message: expect.stringContaining('Website') });
  await world.ask('setUpWorkbook');
  expect(await world.cell('Contacts', 'C-2', 'Website')).toBe('https://ben.example');
  await world.expectSaveLands(contacts, 'C-2', { lastName: 'Falk' }, ['Last name']);
  await world.expectWhole();
  await world.expectDigest();
});

it('the column of IDs is deleted', async () => {
  const before = await world.standing('Contacts');
  await world.act('deleteColumns', { ...on, column: await world.column('Contacts', 'ID') });
  await world.hourly();
  const after = await world.standing('Contacts');
  expect([...after.byId.keys()]).toEqual([...before.byId.keys()]);
  expect(await world.names()).toEqual([...names, 'C-5 Eva']);
  await world.expectSaveLands(contacts, 'C-3', { city: 'Kiel' }, ['Town']);
  await world.expectWhole();
  await world.expectDigest();
});

it('the column of IDs is duplicated', async () => {
  const id = await world.column('Contacts', 'ID');
  const rows = (await world.cells('Contacts')).length;
  await world.act('insertColumns', { ...on, column: id + 1 });
  await world.act('copy', { ...on, from: `${letters(id)}1:${letters(id)}${rows}`, to: `${letters(id + 1)}1` });
  await world.expectSaveLands(contacts, 'C-4', { city: 'Wels' }, ['Town']);
  expect(await world.names()).toEqual([...names, 'C-5 Eva']);
  await world.expectWhole();
});

it('cells are merged', async () => {
  const at = await world.at('Contacts', 'C-2', 'First name');
  const beside = await world.at('Contacts', 'C-2', 'Last name');
  await world.act('mergeCells', { ...on, range: `${at}:${beside}` });
  await world.hourly();
  expect((await world.told('C-2')).at(-1)).toBe('unknown (grid): Last name Falk → –');
  await world.expectSaveLands(contacts, 'C-2', { city: 'Pisa' }, ['Town']);
  expect(await world.names()).toEqual([...names, 'C-5 Eva']);
  const hidden = { tab: 'contacts', id: 'C-2', changes: { lastName: 'Falk' } };
  expect(await world.call('saveRecord', hidden)).toMatchObject({ ok: false, code: 'merged' });
  await world.act('unmergeCells', { ...on, range: `${at}:${beside}` });
  await world.expectSaveLands(contacts, 'C-2', { lastName: 'Falk' }, ['Last name']);
  await world.expectWhole();
});
