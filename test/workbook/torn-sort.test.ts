// A range sorted without its neighbours: noticed as one change set, named, put right, whichever half moved.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NeedsAttention, RepairResult } from '../../src/rpc/contract-attention';
import { disagreements, gridRecords } from './consistency';
import { admin, forgetPrepared, openWorld, type World } from './world';

afterAll(forgetPrepared);

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => {
  expect(disagreements(world)).toEqual([]);
  await world.close();
});

const people = [
  ['Dora', 'Zeller', 'dora@example.com', 'Rome', 'CEO'],
  ['Cem', 'Xu', 'cem@example.com', 'Bonn', 'CFO'],
  ['Ann', 'Young', 'ann@example.com', 'Oslo', 'CTO'],
  ['Ben', 'West', 'ben@example.com', 'Lima', 'COO'],
  ['Eva', 'Voss', 'eva@example.com', 'Kyiv', 'CIO'],
] as const;

async function fivePeople(): Promise<void> {
  for (const [firstName, lastName, email, city, jobTitle] of people) {
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName, lastName, email, city, jobTitle } });
  }
}

/** Sorts these columns of the contacts by one of them, as a person does who selected only those. */
async function sortColumns(first: string, last: string, by: string, ascending = true, rows: number = people.length) {
  const { sheetId } = world.sheet('Contacts');
  const column = world.column('Contacts', first);
  const rect = { sheetId, row: 2, column, rows, columns: world.column('Contacts', last) - column + 1 };
  await world.runtime.act(admin, 'sort', () => {
    const session = world.engine.session(admin, 'person');
    session.sort(rect, [{ column: world.column('Contacts', by), ascending }]);
  });
  await world.runtime.fireChange({ user: admin, changeType: 'OTHER', sheetId });
}

const seen = (id: string) => {
  const found = gridRecords(world, 'contacts').find((one) => one.id === id)?.seen ?? {};
  return [found.firstName, found.lastName, found.email, found.city, found.jobTitle];
};
const hourly = () => world.run('hourly');
const listed = () => world.ask<NeedsAttention>('needsAttention', {});
const sorts = async () => (await listed()).problems.filter(({ kind }) => kind === 'sort');

describe('half of the rows sorted away', () => {
  beforeEach(fivePeople);

  it('is one change set in History, with old and new, and names rows and fields', async () => {
    await sortColumns('First name', 'Last name', 'First name');
    await hourly();
    const [problem, ...others] = await sorts();
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      tab: 'contacts',
      rows: 4,
      repairs: expect.arrayContaining(['putRight', 'dismiss']),
    });
    expect(problem?.fields?.map(({ header }) => header)).toEqual(['First name', 'Last name']);
    expect(problem?.records?.map(({ id }) => id).sort()).toEqual(['C-1', 'C-2', 'C-3', 'C-4']);
    const told = world.rows('History').filter(({ cells }) => cells['Change set'] === problem?.changeSet);
    expect(told.map(({ cells }) => [cells.ID, cells.How, cells.Who])).toEqual(
      ['C-1', 'C-2', 'C-3', 'C-4'].map((id) => [id, 'grid', 'unknown (grid)']),
    );
    expect(told[0]?.cells.Summary).toBe('First name Dora → Ann, Last name Zeller → Young');
  });

  it('goes back whole, and the repair can be undone', async () => {
    await sortColumns('First name', 'Last name', 'First name');
    await hourly();
    const [problem] = await sorts();
    const done = await world.ask<RepairResult>('repair', { action: 'putRight', changeSet: problem?.changeSet });
    expect(done).toMatchObject({ changed: 4, more: false, left: [] });
    people.forEach((person, index) => {
      expect(seen(`C-${index + 1}`)).toEqual([...person]);
    });
    expect(await sorts()).toEqual([]);
    await world.ask('undoChangeSet', { changeSet: done.changeSet });
    expect(seen('C-1').slice(0, 2)).toEqual(['Ann', 'Young']);
    expect((await sorts())[0]).toMatchObject({ rows: 4, changeSet: problem?.changeSet });
  });

  it('is told from the ids also where they moved along, and the other half goes back', async () => {
    await sortColumns('ID', 'Last name', 'First name');
    await hourly();
    const [problem] = await sorts();
    expect(problem?.fields?.map(({ key }) => key)).toEqual(expect.arrayContaining(['email', 'city', 'jobTitle']));
    await world.ask('repair', { action: 'putRight', changeSet: problem?.changeSet });
    people.forEach((person, index) => {
      expect(seen(`C-${index + 1}`)).toEqual([...person]);
    });
  });

  it('goes back field by field and for single rows; a cell edited since is left alone and listed', async () => {
    await sortColumns('First name', 'Last name', 'First name');
    await hourly();
    const [problem] = await sorts();
    const { changeSet } = problem ?? {};
    await world.ask('repair', { action: 'putRight', changeSet, fields: ['firstName'] });
    expect(seen('C-1').slice(0, 2)).toEqual(['Dora', 'Young']);
    await world.ask('repair', { action: 'putRight', changeSet, ids: ['C-1'] });
    expect(seen('C-1').slice(0, 2)).toEqual(['Dora', 'Zeller']);
    expect((await sorts())[0]).toMatchObject({ rows: 3, fields: [{ key: 'lastName' }] });
    await world.ask('saveRecord', { tab: 'contacts', id: 'C-2', changes: { lastName: 'Married' } });
    const last = await world.ask<RepairResult>('repair', { action: 'putRight', changeSet });
    expect(last.left).toEqual([expect.objectContaining({ id: 'C-2', field: 'lastName' })]);
    expect(seen('C-2').slice(0, 2)).toEqual(['Cem', 'Married']);
    expect(seen('C-4').slice(0, 2)).toEqual(['Ben', 'West']);
    expect(await sorts()).toEqual([]);
  });

  it('is listed no more when the person takes the sort back in the grid, or says that it is right so', async () => {
    await sortColumns('First name', 'Last name', 'First name');
    await hourly();
    expect(await sorts()).toHaveLength(1);
    const column = world.column('Contacts', 'First name');
    await world.type(
      'Contacts',
      2,
      column,
      people.map((person) => [person[0], person[1]]),
      true,
    );
    await world.runtime.fireChange({ user: admin, changeType: 'OTHER', sheetId: world.sheet('Contacts').sheetId });
    await hourly();
    expect(await sorts()).toEqual([]);
    await sortColumns('City', 'City', 'City', false);
    await hourly();
    const [problem] = await sorts();
    expect(problem?.fields?.map(({ key }) => key)).toEqual(['city']);
    await world.ask('repair', { action: 'dismiss', changeSet: problem?.changeSet });
    expect(await sorts()).toEqual([]);
  });

  it('is none: owners swapped, a column filled down, a word replaced, one person’s row typed over', async () => {
    const city = world.column('Contacts', 'City');
    await world.type('Contacts', 2, city, [['Bonn'], ['Rome']], true);
    await world.type(
      'Contacts',
      2,
      'Country',
      people.map(() => ['Norway']),
      true,
    );
    await world.type('Contacts', 2, 'Job title', [['Boss'], ['Boss'], ['Boss']], true);
    await world.type('Contacts', 6, 'First name', [['Eve']], true);
    await world.runtime.fireChange({ user: admin, changeType: 'OTHER', sheetId: world.sheet('Contacts').sheetId });
    await hourly();
    expect(seen('C-1')[3]).toBe('Bonn');
    expect(await sorts()).toEqual([]);
  });
});

it.each([25, 40, 55, 70, 85, 100, 130])(
  'a sort whose taking in was cut off at call %i is one sort, whole',
  async (killCall) => {
    await fivePeople();
    await sortColumns('First name', 'Last name', 'First name');
    world.runtime.setFaults({ killCall });
    await world.run('repair', { action: 'check' });
    world.runtime.setFaults({});
    for (let run = 0; run < 2; run++) await world.ask('repair', { action: 'check' });
    const [problem, ...others] = await sorts();
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ rows: 4 });
    const kept = JSON.stringify(world.rows('_Meta').find(({ cells }) => cells.Key === 'torn')?.cells.Value);
    expect(kept).not.toContain('rest');
    await world.ask('repair', { action: 'putRight', changeSet: problem?.changeSet });
    people.forEach((person, index) => {
      expect(seen(`C-${index + 1}`)).toEqual([...person]);
    });
  },
);

it('of more rows than one step takes in stands under one change set, and goes back in steps', async () => {
  const count = 700;
  for (let at = 0; at < count; at += 350) {
    const records = Array.from({ length: 350 }, (_, index) => ({
      changes: { firstName: `P${((at + index) * 7919) % 1009}`, city: `City ${at + index}` },
    }));
    await world.ask('saveRecords', { tab: 'contacts', records });
  }
  await sortColumns('First name', 'First name', 'First name', true, count);
  await hourly();
  const [problem, ...others] = await sorts();
  expect(others).toEqual([]);
  expect(problem?.rows).toBeGreaterThan(600);
  const sets = new Set(
    world
      .rows('History')
      .filter(({ cells }) => cells.How === 'grid')
      .map(({ cells }) => cells['Change set']),
  );
  expect([...sets]).toEqual([problem?.changeSet]);
  let steps = 0;
  for (let more = true; more; steps++) {
    more = (await world.ask<RepairResult>('repair', { action: 'putRight', changeSet: problem?.changeSet })).more;
  }
  expect(steps).toBeGreaterThan(3);
  const names = new Map(gridRecords(world, 'contacts').map(({ id, seen: fields }) => [id, fields.firstName]));
  for (let at = 0; at < count; at++) expect(names.get(`C-${at + 1}`)).toBe(`P${(at * 7919) % 1009}`);
}, 120_000);
