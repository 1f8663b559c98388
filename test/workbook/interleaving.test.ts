// Saves and people's grid actions, interleaved between any two service calls in replayable orders: nothing is lost.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inProject } from '../../scripts/build/files';
import { seededScheduler } from '../../scripts/local/runtime';
import type { Scheduler } from '../../scripts/local/runtime/types';
import type { SaveResult } from '../../src/rpc/contract';
import { disagreements, gridRecords } from './consistency';
import { admin, forgetPrepared, openWorld, type World } from './world';

const seeds = Array.from({ length: 6 }, (_, index) => index + 1);
const names = ['Ann', 'Ben', 'Cem', 'Dan', 'Eva', 'Fay'];

afterAll(forgetPrepared);

async function sixContacts(seed: number, addon?: string): Promise<World> {
  const world = await openWorld({ scheduler: seededScheduler(seed), ...(addon ? { addon } : {}) });
  await world.ask('saveRecords', { tab: 'contacts', records: names.map((firstName) => ({ changes: { firstName } })) });
  return world;
}

const save = (world: World, id: string, changes: object, more: object = {}) =>
  world.ask<SaveResult>('saveRecord', { tab: 'contacts', id, changes, ...more });

const seen = (world: World, id: string) => gridRecords(world, 'contacts').find((record) => record.id === id)?.seen;

function sort(world: World, ascending: boolean): Promise<void> {
  return world.runtime.act(admin, 'sort Contacts', () => {
    const { sheetId, rows, columns } = world.sheet('Contacts');
    const rect = { sheetId, row: 2, column: 1, rows: rows - 1, columns };
    world.engine.session(admin, 'person').sort(rect, [{ column: 2, ascending }]);
  });
}

/** Lets what a person does come after so many calls of everything else. */
function exactly(what: string): Scheduler & { calls: number } {
  const scheduler = {
    lockstep: true,
    calls: 0,
    next: (waiting: readonly { call: string }[]) => {
      const person = waiting.findIndex(({ call }) => call.includes(what));
      if (person < 0 || waiting.length === 1) return 0;
      scheduler.calls -= 1;
      return scheduler.calls < 0 ? person : person === 0 ? 1 : 0;
    },
  };
  return scheduler;
}

describe('a compare of the whole tab, while the creation of a record is cut off', () => {
  it('takes its row for no other', async () => {
    let turns = 0;
    /** The later execution waits so many turns of the other, and then goes as far as it can. */
    const next = (waiting: readonly { execution: number }[]): number => {
      const later = waiting.reduce((most, { execution }) => Math.max(most, execution), 0);
      if (waiting.length > 1) turns -= 1;
      return waiting.findIndex(({ execution }) => (execution === later) === (turns < 0 || waiting.length === 1));
    };
    const world = await openWorld({ scheduler: { lockstep: true, next } });
    const hourly = () => world.runtime.run({ function: 'hourly', args: [], user: admin, source: 'timeTrigger' });
    for (let wait = 28; wait <= 60; wait += 2) {
      await world.runtime.fireChange({ user: admin, changeType: 'REMOVE_ROW' });
      turns = wait;
      const compare = hourly();
      // Its cells are written, its ledger and History are not.
      world.runtime.setFaults({ killCall: 36, seed: 1 });
      await world.run('saveRecord', { tab: 'contacts', changes: { firstName: `After ${wait}` } });
      world.runtime.setFaults({});
      await compare;
    }
    await hourly();
    const told = gridRecords(world, 'contacts').map(({ seen }) => seen.firstName);
    expect(new Set(told).size).toBe(told.length);
    expect(world.rows('History').every(({ cells }) => cells.How === 'sidebar')).toBe(true);
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });
});

describe('two saves at once', () => {
  it.each(seeds)('of different fields are both there (seed %i)', async (seed) => {
    const world = await sixContacts(seed);
    const results = await Promise.all([
      save(world, 'C-1', { city: 'Bonn' }, { baseVersion: 1, base: { city: null } }),
      save(world, 'C-1', { jobTitle: 'CEO' }, { baseVersion: 1, base: { jobTitle: null } }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['saved', 'saved']);
    expect(seen(world, 'C-1')).toMatchObject({ city: 'Bonn', jobTitle: 'CEO' });
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });

  it.each(seeds)('of the same field end in one save and one conflict (seed %i)', async (seed) => {
    const world = await sixContacts(seed);
    const results = await Promise.all(
      ['Bonn', 'Rome'].map((city) => save(world, 'C-1', { city }, { baseVersion: 1, base: { city: null } })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['conflict', 'saved']);
    const saved = results.findIndex(({ status }) => status === 'saved');
    expect(seen(world, 'C-1')?.city).toBe(['Bonn', 'Rome'][saved]);
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });

  it.each(seeds)('of new records get ids and rows of their own (seed %i)', async (seed) => {
    const world = await sixContacts(seed);
    const made = ['Gil', 'Hal', 'Ida'].map((firstName) =>
      world.ask<SaveResult>('saveRecord', { tab: 'contacts', changes: { firstName } }),
    );
    const ids = (await Promise.all(made)).map((result) => (result.status === 'saved' ? result.record.id : ''));
    expect([...ids].sort()).toEqual(['C-7', 'C-8', 'C-9']);
    expect(gridRecords(world, 'contacts')).toHaveLength(9);
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });
});

describe('a save while people work in the grid', () => {
  it.each(seeds)('hits its own record although the tab is sorted meanwhile (seed %i)', async (seed) => {
    const world = await sixContacts(seed);
    await Promise.all([
      save(world, 'C-1', { city: 'Bonn', notes: 'x' }),
      sort(world, false),
      save(world, 'C-6', { city: 'Rome' }),
    ]);
    await sort(world, true);
    expect(
      gridRecords(world, 'contacts').map(({ id, seen: { firstName, city, notes } }) => [id, firstName, city, notes]),
    ).toEqual([
      ['C-1', 'Ann', 'Bonn', 'x'],
      ['C-2', 'Ben', null, null],
      ['C-3', 'Cem', null, null],
      ['C-4', 'Dan', null, null],
      ['C-5', 'Eva', null, null],
      ['C-6', 'Fay', 'Rome', null],
    ]);
    await world.run('hourly');
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });

  it('hits its own record when the sort comes exactly after its 1st, 2nd, 3rd … call', async () => {
    const exact = exactly('sort');
    const world = await openWorld({ scheduler: exact });
    await world.ask('saveRecords', {
      tab: 'contacts',
      records: names.map((firstName) => ({ changes: { firstName } })),
    });
    for (let calls = 1; calls <= 70; calls++) {
      exact.calls = calls;
      await Promise.all([
        sort(world, calls % 2 === 0),
        save(world, 'C-1', { city: `City ${calls}`, notes: `n${calls}` }),
      ]);
      const all = gridRecords(world, 'contacts').sort((one, other) => (one.id < other.id ? -1 : 1));
      expect(
        all.map(({ id, seen: { firstName, city, notes } }) => [id, firstName, city, notes]),
        `sorted after call ${calls}`,
      ).toEqual(
        names.map((name, at) => [
          `C-${at + 1}`,
          name,
          at === 0 ? `City ${calls}` : null,
          at === 0 ? `n${calls}` : null,
        ]),
      );
    }
    await world.runtime.fireChange({ user: admin, changeType: 'REMOVE_ROW' });
    await world.run('hourly');
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });

  it.each(seeds)('keeps what is typed into another cell of the record, or the same one (seed %i)', async (seed) => {
    const world = await sixContacts(seed);
    await Promise.all([
      save(world, 'C-2', { city: 'Bonn' }),
      world.type('Contacts', 3, 'Job title', [['CEO']], true),
      world.type('Contacts', 4, 'City', [['Typed']], true),
      save(world, 'C-3', { city: 'Saved' }),
    ]);
    await world.runtime.fireChange({ user: admin, changeType: 'REMOVE_ROW' });
    await world.run('hourly');
    expect(seen(world, 'C-2')).toMatchObject({ city: 'Bonn', jobTitle: 'CEO' });
    expect(['Typed', 'Saved']).toContain(seen(world, 'C-3')?.city);
    // Whichever came last stands; the other one is in History.
    const told = world.rows('History').flatMap(({ cells }) => (cells.ID === 'C-3' ? [String(cells.Delta)] : []));
    expect(told.some((delta) => delta.includes('Saved'))).toBe(true);
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });
});

describe('an id typed over while its record is saved', () => {
  it.each([['C-2'], ['']])('with “%s”: the save stays, exactly after whichever call it came', async (id) => {
    const exact = exactly('type');
    const world = await openWorld({ scheduler: exact });
    const records = Array.from({ length: 40 }, (_, index) => ({ changes: { firstName: `P${index + 1}` } }));
    await world.ask('saveRecords', { tab: 'contacts', records });
    const saved: string[] = [];
    for (let calls = 3; calls <= records.length; calls++) {
      exact.calls = calls;
      const [reply] = await Promise.all([
        world.reply<SaveResult>('saveRecord', { tab: 'contacts', id: `C-${calls}`, changes: { city: 'Bonn' } }),
        world.type('Contacts', calls + 1, 'ID', [[id]], true),
      ]);
      if (reply.ok && reply.value.status === 'saved') saved.push(`C-${calls}`);
    }
    await world.runtime.fireChange({ user: admin, changeType: 'REMOVE_ROW' });
    await world.run('hourly');
    expect(saved.filter((one) => seen(world, one)?.city !== 'Bonn')).toEqual([]);
    expect(gridRecords(world, 'contacts').map((record) => record.id)).toEqual(
      records.map((_, index) => `C-${index + 1}`),
    );
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });
});

describe('two neighbours saved together', () => {
  it.each([
    ['different', ['Bonn', 'Rome']],
    ['equal', ['Bonn', 'Bonn']],
  ])('with %s values keep them when a sort swaps them, exactly after whichever call it came', async (_, cities) => {
    const exact = exactly('sort');
    const world = await openWorld({ scheduler: exact });
    await world.ask('saveRecords', {
      tab: 'contacts',
      records: [{ changes: { firstName: 'A' } }, { changes: { firstName: 'B' } }],
    });
    for (let calls = 1; calls <= 60; calls++) {
      exact.calls = calls;
      const wanted = cities.map((city) => `${city} ${calls}`);
      const records = wanted.map((city, index) => ({ id: `C-${index + 1}`, changes: { city } }));
      await Promise.all([sort(world, calls % 2 === 0), world.ask('saveRecords', { tab: 'contacts', records })]);
      expect([seen(world, 'C-1')?.city, seen(world, 'C-2')?.city], `sorted after call ${calls}`).toEqual(wanted);
    }
    await world.runtime.fireChange({ user: admin, changeType: 'REMOVE_ROW' });
    await world.run('hourly');
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });
});

describe('a formula typed while its record is saved', () => {
  it('is told in History, exactly after whichever call it came', async () => {
    const exact = exactly('type');
    const world = await openWorld({ scheduler: exact });
    const records = Array.from({ length: 40 }, (_, index) => ({ changes: { firstName: `P${index + 1}` } }));
    await world.ask('saveRecords', { tab: 'contacts', records });
    for (let calls = 1; calls <= records.length; calls++) {
      exact.calls = calls;
      await Promise.all([
        world.type('Contacts', calls + 1, 'Next follow-up', [['="some day"']], true),
        save(world, `C-${calls}`, { city: 'Bonn' }),
      ]);
    }
    await world.runtime.fireChange({ user: admin, changeType: 'REMOVE_ROW' });
    await world.run('hourly');
    const told = new Set(
      world.rows('History').flatMap(({ cells }) => (String(cells.Delta).includes('some day') ? [cells.ID] : [])),
    );
    expect(records.map((_, index) => `C-${index + 1}`).filter((id) => !told.has(id))).toEqual([]);
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });
});

describe('a field typed twice around a save that was cut off', () => {
  it('is told from what it was, exactly after whichever call of the next save it came', async () => {
    const exact = exactly('type');
    const world = await openWorld({ scheduler: exact });
    const records = Array.from({ length: 40 }, (_, index) => ({
      changes: { firstName: `P${index + 1}`, jobTitle: 'CEO' },
    }));
    await world.ask('saveRecords', { tab: 'contacts', records });
    for (let calls = 1; calls <= records.length; calls++) {
      const id = `C-${calls}`;
      // It has been announced, and its cells are written.
      world.runtime.setFaults({ killCall: 37, seed: 1 });
      await world.run('saveRecord', { tab: 'contacts', id, changes: { city: 'Bonn' } });
      world.runtime.setFaults({});
      await world.type('Contacts', calls + 1, 'Job title', [['CTO']], true);
      exact.calls = calls;
      await Promise.all([
        world.type('Contacts', calls + 1, 'Job title', [['']], true),
        save(world, 'C-40', { city: `Rome ${calls}` }),
      ]);
    }
    await world.runtime.fireChange({ user: admin, changeType: 'REMOVE_ROW' });
    await world.run('hourly');
    const told = records.map((_, index) =>
      world
        .rows('History')
        .filter(({ cells }) => cells.ID === `C-${index + 1}`)
        .flatMap(({ cells }) => JSON.parse(String(cells.Delta)).jobTitle?.[0] ?? []),
    );
    // Created with one, and changed from no other than the one before.
    expect(told.filter((before) => !['CEO', 'CEO,CTO'].includes(before.join()))).toEqual([]);
    expect(disagreements(world)).toEqual([]);
    await world.close();
  });
});

describe('without the lock', () => {
  it('an update is lost in some order: these tests would notice', async () => {
    const addon = mkdtempSync(join(tmpdir(), 'rowbook-lock-free-'));
    cpSync(inProject('dist/addon'), addon, { recursive: true });
    const code = readFileSync(join(addon, 'Code.js'), 'utf8');
    const free = code.split('LockService.getDocumentLock()').join('({tryLock:()=>true,releaseLock:()=>{}})');
    expect(free).not.toBe(code);
    writeFileSync(join(addon, 'Code.js'), free);
    let lost = 0;
    for (let seed = 1; seed <= 40 && lost === 0; seed++) {
      const world = await sixContacts(seed, addon);
      const made = await Promise.all(
        ['Gil', 'Hal'].map((firstName) =>
          world.reply<SaveResult>('saveRecord', { tab: 'contacts', changes: { firstName } }),
        ),
      );
      const saved = made.filter((reply) => reply.ok && reply.value.status === 'saved').length;
      const there = gridRecords(world, 'contacts').filter(
        ({ seen: { firstName } }) => firstName === 'Gil' || firstName === 'Hal',
      );
      if (there.length < saved || disagreements(world).length > 0) lost += 1;
      await world.close();
    }
    rmSync(addon, { recursive: true, force: true });
    expect(lost).toBe(1);
  });
});
