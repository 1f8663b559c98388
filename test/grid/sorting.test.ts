// Sorting, filtering and hiding (docs/grid.md): nothing but where the rows stand changes.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NeedsAttention } from '../../src/rpc/contract-attention';
import { changedCells, contacts, GridWorld, letters } from './grid-world';

let world: GridWorld;
beforeAll(async () => {
  world = await GridWorld.open();
});
afterAll(() => world?.close());

const names = ['C-1 Ann', 'C-2 Ben', 'C-3 Cem', 'C-4 Dan'];
const sorted = async () => [...(await world.names())].sort();

it('a whole tab is sorted by any of its columns', async () => {
  const { headers } = await world.standing('Contacts');
  const before = await world.standing('Contacts');
  for (const index of headers.keys()) {
    await world.act('sort', { tab: 'Contacts', column: index + 1, ascending: index % 2 === 1 });
  }
  expect(changedCells(before, await world.standing('Contacts'))).toEqual([]);
  expect(await sorted()).toEqual(names);
  await world.act('sort', { tab: 'Contacts', column: await world.column('Contacts', 'First name'), ascending: false });
  expect(await world.names()).toEqual([...names].reverse());
  await world.expectSaveLands(contacts, 'C-2', { city: 'Riga' }, ['City']);
  await world.expectWhole();
  await world.expectDigest();
});

it('a selection of whole rows is sorted', async () => {
  const width = letters((await world.standing('Contacts')).headers.length);
  await world.act('sort', { tab: 'Contacts', column: 'B', ascending: true, range: `A3:${width}5` });
  expect(await world.names()).toEqual([names[3], names[0], names[1], names[2]]);
  await world.expectSaveLands(contacts, 'C-1', { city: 'Ulm', notes: 'moved' }, ['City', 'Notes']);
  await world.expectWhole();
});

it('a filter hides rows', async () => {
  const city = await world.column('Contacts', 'City');
  await world.act('filter', { tab: 'Contacts', column: city, values: ['Ulm'] });
  await world.expectSaveLands(contacts, 'C-3', { jobTitle: 'Hidden' }, ['Job title']);
  await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Eva' } });
  expect(await sorted()).toEqual([...names, 'C-5 Eva']);
  await world.expectWhole();
  await world.expectDigest();
  await world.act('filter', { tab: 'Contacts' });
});

it('a filter view of one’s own is made', async () => {
  const city = await world.column('Contacts', 'City');
  await world.act('addFilterView', { tab: 'Contacts', column: city, values: ['Ulm'] });
  await world.expectSaveLands(contacts, 'C-4', { city: 'Graz' }, ['City']);
  await world.expectWhole();
  const views = await world.look((book) => book.engine.session('').extras(book.sheet('Contacts').sheetId).filterViews);
  expect(views).toHaveLength(1);
});

it('rows and columns are hidden', async () => {
  const city = await world.column('Contacts', 'City');
  await world.act('hideRows', { tab: 'Contacts', row: 2, count: 3, hidden: true });
  await world.act('hideColumns', { tab: 'Contacts', column: 1, count: city, hidden: true });
  for (const id of ['C-1', 'C-2', 'C-3', 'C-4']) {
    await world.expectSaveLands(contacts, id, { city: `At ${id}` }, ['City']);
  }
  await world.expectWhole();
  await world.expectDigest();
  const layout = await world.look((book) => book.engine.session('').layout(book.sheet('Contacts').sheetId));
  expect([layout.hiddenRows, layout.hiddenColumns.length]).toEqual([[2, 3, 4], city]);
});

it('half of the rows is sorted without the other', async () => {
  await world.act('filter', { tab: 'Contacts' });
  const before = await world.standing('Contacts');
  const rows = (await world.cells('Contacts')).length;
  const [first, last] = ['First name', 'Last name'].map((header) => letters(before.headers.indexOf(header) + 1));
  await world.act('sort', { tab: 'Contacts', column: first, ascending: false, range: `${first}2:${last}${rows}` });
  await world.act('sort', { tab: 'Contacts', column: first, ascending: true, range: `${first}2:${last}${rows}` });
  await world.hourly();
  const { problems } = await world.ask<NeedsAttention>('needsAttention', { kind: 'sort' });
  expect(problems).toHaveLength(1);
  const [problem] = problems;
  expect(problem?.fields?.map(({ header }) => header)).toEqual(['First name']);
  await world.ask('repair', { action: 'putRight', changeSet: problem?.changeSet });
  const changed = changedCells(before, await world.standing('Contacts'));
  expect(changed.filter((cell) => !cell.endsWith(' Updated'))).toEqual([]);
  await world.expectSaveLands(contacts, 'C-2', { city: 'Linz' }, ['City']);
  await world.expectWhole();
  await world.expectDigest();
});
