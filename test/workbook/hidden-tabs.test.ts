// What people type into the hidden tabs, which they may unhide: no record goes without a line in History, and no id comes twice.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SaveResult } from '../../src/rpc/contract';
import { disagreements, gridRecords } from './consistency';
import { admin, forgetPrepared, openWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  const records = ['Ann', 'Ben', 'Cem'].map((firstName) => ({ changes: { firstName, city: 'Bonn' } }));
  await world.ask('saveRecords', { tab: 'contacts', records });
});
afterEach(() => world.close());
afterAll(forgetPrepared);

const ledger = '_Ledger Contacts';

async function deleteRow(row: number): Promise<void> {
  await world.runtime.act(admin, 'delete a row', () =>
    world.engine.session(admin, 'person').deleteRows(world.sheet('Contacts').sheetId, row, 1),
  );
  await world.runtime.fireChange({ user: admin, changeType: 'REMOVE_ROW' });
  await world.run('hourly');
}

const toldOf = (id: string) =>
  world.rows('History').flatMap(({ cells }) => (cells.ID === id ? [String(cells.Summary)] : []));

describe('in the ledger', () => {
  it.each([
    ['is no id', 'mine'],
    ['was cleared', ''],
    ['is another record’s', 'C-3'],
  ])('an id that %s hides no deletion', async (_, text) => {
    await world.type(ledger, 3, 'ID', [[text]]);
    await deleteRow(3);
    expect(toldOf('C-2')).toEqual(['Created', 'Deleted']);
    expect(gridRecords(world, 'contacts').map(({ id }) => id)).toEqual(['C-1', 'C-3']);
    expect(disagreements(world)).toEqual([]);
  });

  it('an id that is another record’s leaves both as they are, and both can be saved', async () => {
    await world.type(ledger, 3, 'ID', [['C-3']]);
    for (const id of ['C-2', 'C-3']) {
      const saved = await world.ask<SaveResult>('saveRecord', { tab: 'contacts', id, changes: { notes: id } });
      expect(saved).toMatchObject({ status: 'saved', record: { fields: { city: 'Bonn', notes: id } } });
    }
    await world.run('hourly');
    expect(gridRecords(world, 'contacts').map(({ seen }) => seen.firstName)).toEqual(['Ann', 'Ben', 'Cem']);
    expect(disagreements(world)).toEqual([]);
  });

  it('a row that was deleted gives no record’s entry to another', async () => {
    world.engine.session(admin, 'person').deleteRows(world.sheet(ledger).sheetId, 3, 1);
    await world.type('Contacts', 4, 'ID', [['C-1']]);
    await world.run('hourly');
    expect(gridRecords(world, 'contacts').map(({ id, seen }) => [id, seen.firstName])).toEqual([
      ['C-1', 'Ann'],
      ['C-2', 'Ben'],
      ['C-3', 'Cem'],
    ]);
    expect(disagreements(world, new Set(['C-2']))).toEqual([]);
  });

  it('a row that was deleted makes no record of another', async () => {
    world.engine.session(admin, 'person').deleteRows(world.sheet(ledger).sheetId, 3, 1);
    await world.type('Contacts', 3, 'City', [['']]);
    await world.run('hourly');
    expect(toldOf('C-2')).toEqual(['Created', 'Created']);
    expect(disagreements(world, new Set(['C-2']))).toEqual([]);
  });

  it.each([4, 9])(
    'what was known of a record before, in a second row (its place %i), is nobody else’s',
    async (place) => {
      const [, , , before = []] = world.values(ledger);
      await world.ask('saveRecord', { tab: 'contacts', id: 'C-3', changes: { city: 'Rome' } });
      const stale = before.map((cell, index) => String(index === 3 ? place : (cell ?? '')));
      await world.type(ledger, 5, 1, [stale], true);
      await deleteRow(3);
      expect(toldOf('C-3')).toEqual(['Created', 'City Bonn → Rome']);
      expect(toldOf('C-4')).toEqual([]);
      expect(disagreements(world)).toEqual([]);
    },
  );

  it('an id that was cleared in a row that has moved takes no other record’s place', async () => {
    await world.type(ledger, 2, 'ID', [['']], true);
    world.engine.session(admin, 'person').insertRows(world.sheet(ledger).sheetId, 2, 1);
    await deleteRow(4);
    expect(gridRecords(world, 'contacts').map(({ id }) => id)).toEqual(['C-1', 'C-2']);
    expect(toldOf('C-2')).toEqual(['Created']);
    expect(disagreements(world, new Set(['C-1']))).toEqual([]);
  });

  it('an entry that moved into the place of one that was deleted is not taken for it', async () => {
    world.engine.session(admin, 'person').deleteRows(world.sheet(ledger).sheetId, 3, 1);
    await world.ask('saveRecord', { tab: 'contacts', id: 'C-2', changes: { notes: 'x' } });
    await world.run('hourly');
    expect(toldOf('C-2').filter((summary) => summary.includes('First name'))).toEqual([]);
    expect(toldOf('C-3')).toEqual(['Created']);
    expect(disagreements(world, new Set(['C-2']))).toEqual([]);
  });

  it('a hash that was cleared hides no change', async () => {
    await world.type(ledger, 3, 'Hash', [['']]);
    await world.type('Contacts', 3, 'City', [['']]);
    expect(toldOf('C-2')).toEqual(['Created', 'City Bonn → –']);
    expect(disagreements(world)).toEqual([]);
  });
});

describe('in _Meta', () => {
  it.each([['{"C":1}'], [''], ['x']])('marks of “%s” give no id a second time', async (text) => {
    await deleteRow(4);
    const row = world.rows('_Meta').find(({ cells }) => cells.Key === 'highWater')?.row ?? 0;
    await world.type('_Meta', row, 'Value', [[text]]);
    const saved = await world.ask<SaveResult>('saveRecord', { tab: 'contacts', changes: { firstName: 'Dan' } });
    expect(saved).toMatchObject({ status: 'saved', record: { id: 'C-4' } });
    expect(disagreements(world)).toEqual([]);
  });
});
