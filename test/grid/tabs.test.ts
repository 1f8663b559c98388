// Tabs that people rename, hide, copy and delete, and workbooks that they copy (docs/grid.md).
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StartView } from '../../src/rpc/contract';
import { get } from '../local/rowbook-process';
import { changedCells, contacts, GridWorld, type Mail } from './grid-world';

let world: GridWorld;
beforeAll(async () => {
  world = await GridWorld.open();
});
afterAll(() => world?.close());

const names = ['C-1 Ann', 'C-2 Ben', 'C-3 Cem', 'C-4 Dan'];
const titles = async () =>
  (await get<{ tabs: { title: string }[] }>(`${world.rowbook.url}/local/state`)).tabs.map(({ title }) => title);

it('a tab is renamed', async () => {
  await world.act('renameTab', { tab: 'Contacts', title: 'People' });
  const people = { key: 'contacts', title: 'People' };
  await world.expectSaveLands(people, 'C-2', { city: 'Riga' }, ['City']);
  await world.edit('People', 'B6', 'Eva');
  expect(await world.cell('People', 'C-5', 'First name')).toBe('Eva');
  await world.hourly();
  await world.expectDigest();
  await world.act('deleteRows', { tab: 'People', row: 6 });
  await world.act('renameTab', { tab: 'People', title: 'Contacts' });
  await world.expectWhole();
});

it('tabs are hidden, Rowbook’s own hidden ones shown', async () => {
  await world.act('hideTab', { tab: 'Contacts', hidden: true });
  await world.act('hideTab', { tab: '_Meta', hidden: false });
  await world.expectSaveLands(contacts, 'C-1', { city: 'Ulm' }, ['City']);
  await world.act('hideTab', { tab: 'Contacts', hidden: false });
  await world.expectWhole();
});

it('a tab is copied', async () => {
  const { title } = await world.act<{ title: string }>('copyTab', { tab: 'Contacts' });
  const copied = await world.cells(title);
  await world.expectSaveLands(contacts, 'C-1', { city: 'Graz' }, ['City']);
  await world.edit(title, 'B2', 'Nobody');
  await world.edit('Contacts', await world.at('Contacts', 'C-3', 'City'), 'Bergen');
  await world.expectWhole();
  expect((await world.names()).sort()).toEqual(names);
  expect((await world.cells(title)).slice(2)).toEqual(copied.slice(2));
  const found = await world.ask<{ total: number }>('findRecords', { tab: 'contacts' });
  expect(found.total).toBe(4);
  await world.expectDigest();
  await world.act('deleteTab', { tab: title });
  await world.expectWhole();
});

it('a tab is deleted and the deletion undone', async () => {
  const before = await world.standing('Contacts');
  await world.act('deleteTab', { tab: 'Contacts' });
  const answer = await world.call('saveRecord', { tab: 'contacts', id: 'C-1', changes: { city: 'Linz' } });
  expect(answer).toMatchObject({ ok: false, code: expect.any(String), message: expect.stringContaining('Contacts') });
  await world.act('undo');
  expect(await world.standing('Contacts')).toEqual(before);
  await world.expectSaveLands(contacts, 'C-1', { city: 'Linz' }, ['City']);
  await world.expectWhole();
});

it('a tab is deleted for good', async () => {
  const before = await world.standing('Contacts');
  await world.act('deleteTab', { tab: 'Contacts' });
  await world.ask('setUpWorkbook');
  const after = await world.standing('Contacts');
  expect(changedCells(before, after)).toEqual([]);
  expect((await world.names()).sort()).toEqual(names);
  await world.expectSaveLands(contacts, 'C-1', { city: 'Genf' }, ['City']);
  await world.expectWhole();
  await world.expectDigest();
  expect(await titles()).toContain('Contacts');
});

it('the workbook is copied', async () => {
  const inbox = async (of: GridWorld) =>
    (await get<Mail[]>(`${of.rowbook.url}/local/inbox`)).filter(({ text }) => text.includes('Call Ann')).length;
  const before = await world.standing('Contacts');
  const { file } = await world.act<{ file: string }>('copyWorkbook');
  const copy = await GridWorld.openFile(file, world.today);
  try {
    // Not set up, it sends nothing, and says so.
    await copy.hourly();
    expect((await copy.ask<StartView>('start')).notices.map(({ message }) => message).join()).toContain('is a copy');
    await copy.ask('setUpWorkbook');
    await copy.toNext();
    expect(await inbox(copy)).toBe(0);

    await copy.expectSaveLands(contacts, 'C-1', { city: 'Copied' }, ['City']);
    await copy.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Only here' } });
    expect(await copy.cell('Contacts', 'C-6', 'First name')).toBe('Only here');
    await copy.expectWhole();
    const uuid = (of: GridWorld) =>
      of.look(
        (book) =>
          JSON.parse(String(book.rows('_Meta').find(({ cells }) => cells.Key === 'workbook')?.cells.Value)).uuid,
      );
    expect(await uuid(copy)).not.toBe(await uuid(world));

    const settings = await copy.cells('Settings');
    const row = settings.findIndex(([setting]) => setting === 'Automation') + 1;
    expect(settings[row - 1]?.[2]).toBe('off');
    await copy.edit('Settings', `C${row}`, 'on');
    await copy.expectDigest();
    expect(await inbox(copy)).toBe(1);
  } finally {
    await copy.close();
    for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
  }
  expect(await world.standing('Contacts')).toEqual(before);
  await world.expectWhole();
  await world.expectDigest();
});
