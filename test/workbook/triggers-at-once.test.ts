// Two triggers at once, in replayable orders: the work is done once, by one of them.
import { afterAll, expect, it } from 'vitest';
import { seededScheduler } from '../../scripts/local/runtime';
import { disagreements, gridRecords } from './consistency';
import { admin, forgetPrepared, openWorld, type World } from './world';

afterAll(forgetPrepared);

const seeds = [1, 2, 3, 4];
const people = Array.from({ length: 60 }, (_, index) => [`Person ${index}`, `Name ${index}`]);

async function inWorld(seed: number, work: (world: World) => Promise<void>): Promise<void> {
  const world = await openWorld({ scheduler: seededScheduler(seed) });
  await work(world);
  const records = gridRecords(world, 'contacts');
  expect(new Set(records.map(({ id }) => id)).size).toBe(people.length);
  expect(world.rows('History').filter(({ cells }) => cells.Summary === 'Created')).toHaveLength(people.length);
  expect(world.rows('History')).toHaveLength(people.length);
  expect(world.rows('_Ledger Contacts').every(({ cells }) => cells.Version === 1)).toBe(true);
  expect(disagreements(world)).toEqual([]);
  await world.close();
}

const typeAll = (world: World, quiet: boolean) => world.type('Contacts', 2, 'First name', people, quiet);

it.each(seeds)('the same edit told twice makes its records once (schedule %i)', (seed) =>
  inWorld(seed, async (world) => {
    await typeAll(world, true);
    const edit = {
      user: admin,
      sheetId: world.sheet('Contacts').sheetId,
      row: 2,
      column: world.column('Contacts', 'First name'),
      rows: people.length,
      columns: 2,
    };
    await Promise.all([world.runtime.fireEdit(edit), world.runtime.fireEdit(edit), world.run('hourly')]);
  }),
);

it.each(seeds)('two hourly runs take in a pasted table once (schedule %i)', (seed) =>
  inWorld(seed, async (world) => {
    await typeAll(world, true);
    const { sheetId } = world.sheet('Contacts');
    await world.runtime.fireChange({ user: admin, changeType: 'INSERT_ROW', sheetId });
    const outcomes = await Promise.all([world.run('hourly'), world.run('hourly')]);
    expect(outcomes.map(({ error }) => error)).toEqual([undefined, undefined]);
  }),
);

it('where the installed trigger runs, the simple one reads and writes no cell', async () => {
  const world = await openWorld();
  await world.type('Contacts', 2, 'First name', people);
  const simple = world.runtime.executions().filter(({ source }) => source === 'simpleTrigger');
  expect(simple).toHaveLength(1);
  expect(simple[0]?.trace.filter((call) => call.startsWith('Range.'))).toEqual([]);
  await world.close();
});
