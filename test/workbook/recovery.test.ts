// A commit that is cut off at any of its service calls is rolled forward or back by the next one; nothing is guessed or lost.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SaveManyResult, SaveResult } from '../../src/rpc/contract';
import { disagreements, gridRecords } from './consistency';
import { forgetPrepared, openWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.ask('saveRecord', { tab: 'companies', changes: { name: 'Acme' } });
  await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ann' } });
  await world.ask('saveRecord', { tab: 'deals', changes: { name: 'Big', stage: 'Lead', amount: 1, company: 'CO-1' } });
});
afterEach(() => world.close());
afterAll(forgetPrepared);

const deal = () => gridRecords(world, 'deals').find(({ id }) => id === 'D-1')?.seen;

/** The next commit of somebody else, which must find order or make it. */
async function nextCommit(n: number): Promise<void> {
  await world.ask('saveRecord', { tab: 'contacts', id: 'C-1', changes: { city: `City ${n}` } });
}

/** Runs `cut` with the execution killed at call `from`, and every `step`th after, until one is not reached any more; answers how many were. */
async function killAtEveryCall(cut: (n: number) => Promise<boolean>, step = 1, from = 1): Promise<number> {
  for (let n = from; ; n += step) {
    world.runtime.setFaults({ killCall: n, seed: n });
    const wasKilled = await cut(n);
    world.runtime.setFaults({});
    if (!wasKilled) return n - 1;
    await nextCommit(n);
    expect(disagreements(world), `after a kill at call ${n}`).toEqual([]);
  }
}

/** A call of a deletion that comes before its first write. */
const firstWrite = 30;

describe('a save killed at any service call', () => {
  it('is there as a whole or not at all, with what follows from it', async () => {
    const calls = await killAtEveryCall(async (n) => {
      const before = deal();
      const changes = { amount: 100 + n, notes: `=note ${n}`, closeDate: '2026-12-31', lostReason: `r${n}` };
      const outcome = await world.run('saveRecord', { tab: 'deals', id: 'D-1', changes });
      if (!outcome.error) return false;
      await nextCommit(n);
      const after = deal();
      const isDone = after?.amount === changes.amount;
      expect(after?.notes).toBe(isDone ? changes.notes : before?.notes);
      expect(after?.lostReason).toBe(isDone ? changes.lostReason : before?.lostReason);
      expect(gridRecords(world, 'companies')[0]?.seen.openValue).toBe(after?.amount);
      return true;
    });
    expect(calls).toBeGreaterThan(40);
  });

  it('makes one new record or none, and never uses an id twice', async () => {
    const ids = new Set<string>();
    await killAtEveryCall(async (n) => {
      const outcome = await world.run('saveRecord', {
        tab: 'contacts',
        changes: { firstName: `New ${n}`, notes: 'x' },
      });
      for (const { id } of gridRecords(world, 'contacts')) if (id) ids.add(id);
      return outcome.error !== undefined;
    });
    const names = gridRecords(world, 'contacts').map(({ seen }) => seen.firstName);
    expect(new Set(names).size).toBe(names.length);
    const last = await world.ask<SaveResult>('saveRecord', { tab: 'contacts', changes: { firstName: 'Last' } });
    expect(last.status === 'saved' && ids.has(last.record.id)).toBe(false);
  });

  it('deletes one record or none', async () => {
    await killAtEveryCall(async (n) => {
      world.runtime.setFaults({});
      const made = await world.ask<SaveResult>('saveRecord', { tab: 'contacts', changes: { firstName: `Short ${n}` } });
      if (made.status !== 'saved') throw new Error('not saved');
      world.runtime.setFaults({ killCall: n, seed: n });
      const outcome = await world.run('deleteRecord', { tab: 'contacts', id: made.record.id });
      return outcome.error !== undefined;
    }, 2);
  });

  it('deletes no row that a person put the same id into', async () => {
    await killAtEveryCall(
      async (n) => {
        world.runtime.setFaults({});
        const names = ['Short', 'Other'].map((name) => `${name} ${n}`);
        const made = await world.ask<SaveManyResult>('saveRecords', {
          tab: 'contacts',
          records: names.map((firstName) => ({ changes: { firstName } })),
        });
        const other = gridRecords(world, 'contacts').find(({ id }) => id === made.ids[1]);
        await world.type('Contacts', other?.row ?? 0, 'ID', [[made.ids[0] ?? '']], true);
        world.runtime.setFaults({ killCall: n, seed: n });
        const outcome = await world.run('deleteRecord', { tab: 'contacts', id: made.ids[0] });
        world.runtime.setFaults({});
        await nextCommit(n);
        expect(gridRecords(world, 'contacts').map(({ seen }) => seen.firstName)).toContain(names[1]);
        await world.runtime.fireChange({ user: 'admin@example.com', changeType: 'REMOVE_ROW' });
        await world.run('hourly');
        return outcome.error !== undefined;
      },
      1,
      firstWrite,
    );
  });

  it('leaves nothing in the row of another record that a sort had brought to its place', async () => {
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: 'Ben', city: 'Bonn' } });
    const journal = () => world.rows('_Meta').find(({ cells }) => cells.Key === 'journal')?.cells.Value;
    for (let n = firstWrite; !journal(); n++) {
      world.runtime.setFaults({ killCall: n, seed: n });
      await world.run('saveRecord', { tab: 'contacts', id: 'C-1', changes: { city: 'Rome' } });
    }
    world.runtime.setFaults({});
    const { sheetId, columns } = world.sheet('Contacts');
    const session = world.engine.session('admin@example.com', 'person');
    session.sort({ sheetId, row: 2, column: 1, rows: 2, columns }, [{ column: 2, ascending: false }]);
    const [{ delta }] = JSON.parse(String(journal())).records;
    await world.type('Contacts', 2, 'City', [['Rome']], true);
    if (delta.updated) await world.type('Contacts', 2, 'Updated', [[delta.updated[1].replace('T', ' ')]], true);
    await world.ask('saveRecord', { tab: 'contacts', id: 'C-1', changes: { notes: 'next' } });
    expect(gridRecords(world, 'contacts').map(({ id, seen }) => [id, seen.city])).toEqual([
      ['C-2', 'Bonn'],
      ['C-1', null],
    ]);
    expect(disagreements(world)).toEqual([]);
  });

  it('takes several records together or not at all', async () => {
    await world.ask('saveRecords', {
      tab: 'contacts',
      records: [{ changes: { firstName: 'B' } }, { changes: { firstName: 'C' } }],
    });
    await killAtEveryCall(async (n) => {
      const records = [
        { id: 'C-2', changes: { city: `c${n}` } },
        { id: 'C-3', changes: { city: `c${n}`, notes: `n${n}` } },
        { changes: { firstName: `M${n}` } },
      ];
      const outcome = await world.run('saveRecords', { tab: 'contacts', records });
      await nextCommit(n);
      const of = (id: string) => gridRecords(world, 'contacts').find((record) => record.id === id)?.seen;
      expect(of('C-2')?.city).toBe(of('C-3')?.city);
      expect(gridRecords(world, 'contacts').some(({ seen }) => seen.firstName === `M${n}`)).toBe(
        of('C-2')?.city === `c${n}`,
      );
      return outcome.error !== undefined;
    });
  });

  it('takes them together or not at all when their new values were sorted into each other’s rows before', async () => {
    await world.ask('saveRecords', { tab: 'contacts', records: [{ changes: { firstName: 'B' } }] });
    const sortCities = (ascending: boolean) =>
      world.runtime.act('admin@example.com', 'sort', () => {
        const rect = {
          sheetId: world.sheet('Contacts').sheetId,
          row: 2,
          column: world.column('Contacts', 'City'),
          rows: 2,
          columns: 1,
        };
        world.engine.session('admin@example.com', 'person').sort(rect, [{ column: rect.column, ascending }]);
      });
    let halves = 0;
    for (let n = 1; n <= 12; n++) {
      const wanted = [`a${n}`, `b${n}`];
      const records = wanted.map((city, index) => ({ id: `C-${index + 1}`, changes: { city, notes: `n${n}` } }));
      // While the cells are being written: what has landed then is another part for each seed.
      world.runtime.setFaults({ killCall: 50, seed: n });
      await world.run('saveRecords', { tab: 'contacts', records });
      world.runtime.setFaults({});
      const standing = gridRecords(world, 'contacts').map(({ seen }) => [seen.city, seen.notes]);
      if (standing.every(([city, notes], index) => city === wanted[index] && notes !== `n${n}`)) halves += 1;
      await sortCities(false);
      await world.ask('saveRecord', { tab: 'deals', id: 'D-1', changes: { notes: `Deal ${n}` } });
      const now = gridRecords(world, 'contacts').map(({ seen }) => seen);
      const hasLanded = now.some(({ city }) => wanted.includes(String(city)));
      expect(
        now.map(({ notes }) => notes === `n${n}`),
        `with seed ${n}`,
      ).toEqual([hasLanded, hasLanded]);
      await world.runtime.fireChange({ user: 'admin@example.com', changeType: 'REMOVE_ROW' });
      await world.run('hourly');
    }
    expect(halves).toBeGreaterThan(0);
  });

  it('of the grid’s own trigger leaves rows to the hourly run', async () => {
    for (let n = 1; n < 60; n += 3) {
      world.runtime.setFaults({ killCall: n, seed: n });
      await world.type('Contacts', 2 + n, 'First name', [[`Typed ${n}`]]);
      world.runtime.setFaults({});
      const sheet = world.sheet('Contacts').sheetId;
      expect(sheet).toBeGreaterThanOrEqual(0);
    }
    await world.runtime.fireChange({ user: 'admin@example.com', changeType: 'REMOVE_ROW' });
    await world.run('hourly');
    expect(disagreements(world)).toEqual([]);
    expect(gridRecords(world, 'contacts').filter(({ seen }) => String(seen.firstName).startsWith('Typed')).length).toBe(
      20,
    );
  });
});

describe('a service call that fails', () => {
  it('ends the save with an error that can be read, and the next one finds order', async () => {
    for (let n = 5; n < 60; n += 4) {
      world.runtime.setFaults({ failCall: n });
      const reply = await world.reply('saveRecord', { tab: 'deals', id: 'D-1', changes: { amount: 1000 + n } });
      world.runtime.setFaults({});
      if (!reply.ok) expect(reply.code).toBe('failed');
      await nextCommit(n);
      expect(disagreements(world), `after a failure of call ${n}`).toEqual([]);
    }
  });
});
