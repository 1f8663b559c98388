// Columns of the team's own, with formulas in them: they make no records, keep their formulas, and come back with a record.
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { disagreements, gridRecords } from './consistency';
import { admin, forgetPrepared, openWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  for (const [index, name] of ['One', 'Two', 'Three', 'Four'].entries()) {
    await world.ask('saveRecord', { tab: 'deals', changes: { name, stage: 'Lead', amount: (index + 1) * 100 } });
  }
  const { sheetId, columns } = world.sheet('Deals');
  world.engine.session('').insertColumns(sheetId, columns + 1, 1);
  await world.type('Deals', 1, columns + 1, [['Commission']]);
});
afterEach(async () => {
  await world.run('hourly');
  expect(disagreements(world)).toEqual([]);
  await world.close();
});
afterAll(forgetPrepared);

/** Types `=G2*0.1` and so on, whatever column Amount stands in. */
async function fillDown(from: number, to: number): Promise<void> {
  const letter = String.fromCharCode(64 + world.column('Deals', 'Amount'));
  const formulas = Array.from({ length: to - from + 1 }, (_, index) => [`=${letter}${from + index}*0.1`]);
  await world.type('Deals', from, 'Commission', formulas);
  await world.run('hourly');
}

const commissions = () =>
  Object.fromEntries(world.rows('Deals').map(({ cells }) => [String(cells.ID ?? ''), cells.Commission]));

it('a formula filled down below the records makes none, and new ones stand in its rows', async () => {
  await fillDown(2, 20);
  expect(gridRecords(world, 'deals').filter(({ id }) => id !== '')).toHaveLength(4);
  await world.ask('saveRecord', { tab: 'deals', changes: { name: 'Five', stage: 'Lead', amount: 500 } });
  expect(gridRecords(world, 'deals').find(({ id }) => id === 'D-5')?.row).toBe(6);
  expect(commissions()['D-5']).toBeCloseTo(50);
});

it('a value typed there, alone in its row, is written over by no new record', async () => {
  await world.type('Deals', 6, 'Commission', [['mine']]);
  await world.ask('saveRecord', { tab: 'deals', changes: { name: 'Five', stage: 'Lead' } });
  expect(gridRecords(world, 'deals').find(({ id }) => id === 'D-5')?.row).toBe(7);
  expect(world.values('Deals')[5]?.[world.column('Deals', 'Commission') - 1]).toBe('mine');
});

it('a deleted record comes back with its formula, which means its own row wherever that is now', async () => {
  await fillDown(2, 5);
  const { changeSet } = await world.ask<{ changeSet: string }>('deleteRecord', { tab: 'deals', id: 'D-2' });
  const { sheetId } = world.sheet('Deals');
  await world.runtime.act(admin, 'insert', () => world.engine.session(admin, 'person').insertRows(sheetId, 2, 2));
  await world.ask('undoChangeSet', { changeSet });
  expect(commissions()['D-2']).toBeCloseTo(20);
  await world.ask('saveRecord', { tab: 'deals', id: 'D-2', changes: { amount: 900 } });
  expect(commissions()).toMatchObject({ 'D-1': 10, 'D-2': 90, 'D-3': 30, 'D-4': 40 });
});
