// Any service call of any execution may throw, and the lock may be another's: after the next run, tab, ledger, journal and
// History agree again.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addOpenedSheets } from '../../scripts/local/server/opened-tabs';
import type { ImportMapping } from '../../src/domain/import/mapping';
import type { ImportPreview, ImportProgress, SaveResult, SourceTab } from '../../src/rpc/contract';
import { disagreements, gridRecords } from './consistency';
import { admin, forgetPrepared, openWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.ask('saveRecord', { tab: 'companies', changes: { name: 'Acme' } });
  const records = ['Ann', 'Ben'].map((firstName) => ({ changes: { firstName, company: 'CO-1' } }));
  await world.ask('saveRecords', { tab: 'contacts', records });
  await world.ask('saveRecord', { tab: 'deals', changes: { name: 'Big', stage: 'Lead', amount: 1, company: 'CO-1' } });
});
afterEach(() => world.close());
afterAll(forgetPrepared);

const contact = (id: string) => gridRecords(world, 'contacts').find((record) => record.id === id)?.seen;
const save = (changes: object, id = 'C-1') => world.reply<SaveResult>('saveRecord', { tab: 'contacts', id, changes });

/**
 * Does the same with call 1, 2, 3 … (or each `every`th) of its execution failing, until there is none of that number; after each,
 * one more run must find or make order. Answers the last number that failed.
 */
async function failEveryCall(
  name: string,
  before: (n: number) => Promise<void>,
  act: (n: number) => Promise<unknown>,
  after: (n: number) => Promise<unknown> = nextSave,
  every = 1,
) {
  for (let n = 1; ; n += every) {
    await before(n);
    const known = Math.max(0, ...world.runtime.executions().map(({ id }) => id));
    world.runtime.setFaults({ failCall: n });
    await act(n);
    world.runtime.setFaults({});
    const ran = world.runtime.executions().filter(({ id, function: of }) => id > known && of === name);
    await after(n);
    expect(disagreements(world), `after call ${n} failed`).toEqual([]);
    if (Math.max(0, ...ran.map(({ trace }) => trace.length)) < n) return n - 1;
  }
}
const nothing = async () => {};
const nextSave = (n: number) =>
  world.ask('saveRecord', { tab: 'companies', id: 'CO-1', changes: { city: `City ${n}` } });
const hourly = () => world.run('hourly', undefined);

describe('a service call that fails', () => {
  it('at any place of a save', async () => {
    const failed = await failEveryCall('saveRecord', nothing, async (n) => {
      const changes = { amount: 100 + n, notes: `=note ${n}`, stage: n % 2 ? 'Proposal' : 'Lead' };
      const reply = await world.reply<SaveResult>('saveRecord', { tab: 'deals', id: 'D-1', changes });
      // An answer of success is kept, and one of failure is no half of it.
      if (!reply.ok) return expect(reply.message).not.toBe('');
      expect(gridRecords(world, 'deals')[0]?.seen).toMatchObject(changes);
    });
    expect(failed).toBeGreaterThan(40);
  });

  it('at any place of a new record', async () => {
    const acknowledged: string[] = [];
    await failEveryCall(
      'saveRecord',
      nothing,
      async (n) => {
        const input = { tab: 'contacts', changes: { firstName: `New ${n}` } };
        const reply = await world.reply<SaveResult>('saveRecord', input);
        if (reply.ok) acknowledged.push(`New ${n}`);
      },
      nextSave,
      2,
    );
    const names = gridRecords(world, 'contacts').map(({ seen }) => String(seen.firstName));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(acknowledged));
  });

  it('at any place of a deletion and of its undo', async () => {
    let id = '';
    await failEveryCall(
      'deleteRecord',
      async (n) => {
        const made = await world.ask<SaveResult>('saveRecord', {
          tab: 'contacts',
          changes: { firstName: `Gone ${n}` },
        });
        id = made.status === 'saved' ? made.record.id : '';
      },
      () => world.reply('deleteRecord', { tab: 'contacts', id }),
      nextSave,
      2,
    );
    let changeSet = '';
    const undone = await failEveryCall(
      'undoChangeSet',
      async () => {
        if (contact('C-2'))
          changeSet = (await world.ask<{ changeSet: string }>('deleteRecord', { tab: 'contacts', id: 'C-2' }))
            .changeSet;
      },
      () => world.reply('undoChangeSet', { changeSet }),
      nextSave,
      2,
    );
    expect(undone).toBeGreaterThan(30);
    expect(contact('C-2')).toMatchObject({ firstName: 'Ben', company: 'CO-1' });
  });

  it('at any place of the trigger of edits', async () => {
    const failed = await failEveryCall(
      'handleEdit',
      nothing,
      (n) => world.type('Contacts', 3 + n, 'First name', [[`Typed ${n}`]]),
      hourly,
    );
    expect(failed).toBeGreaterThan(30);
    const typed = gridRecords(world, 'contacts').filter(({ seen }) => String(seen.firstName).startsWith('Typed'));
    expect(typed).toHaveLength(failed + 1);
  });

  it('at any place of the trigger of changes, and of the hourly run', async () => {
    const deleteOne = async (n: number) => {
      await world.ask('saveRecord', { tab: 'contacts', changes: { firstName: `Gone ${n}` } });
    };
    const inGrid = () => {
      const { sheetId } = world.sheet('Contacts');
      world.engine.session(admin, 'person').deleteRows(sheetId, 4, 1);
      return world.runtime.fireChange({ user: admin, changeType: 'REMOVE_ROW', sheetId });
    };
    await failEveryCall('handleChange', deleteOne, inGrid, hourly);
    const failed = await failEveryCall(
      'hourly',
      async (n) => {
        await deleteOne(n);
        await world.type('Contacts', 3, 'City', [[`City ${n}`]], true);
        await inGrid();
      },
      hourly,
      hourly,
      3,
    );
    expect(failed).toBeGreaterThan(40);
  });
});

describe('an import of which a call fails', () => {
  it('goes on where it was', async () => {
    let [done, tab] = [0, ''];
    let importId: string | undefined;
    let mapping: ImportMapping | undefined;
    const step = () => ({ tab, mapping, ...(importId ? { importId } : {}) });
    await failEveryCall(
      'commitImport',
      async (n) => {
        tab = `Old ${n}`;
        importId = undefined;
        const rows = ['First name | Company', `One ${n} | Firm ${n}`, `Two ${n} | Acme`].map((line) =>
          line.split(' | ').map((text) => ({ input: { kind: 'typed' as const, text } })),
        );
        addOpenedSheets(world.engine, [{ source: tab, title: tab, rows }]);
        mapping = (await world.ask<ImportPreview>('previewImport', { tab })).mapping;
      },
      () => world.reply('commitImport', step()),
      async (n) => {
        importId = (await world.ask<SourceTab[]>('sourceTabs', {})).find(({ title }) => title === tab)?.unfinished
          ?.importId;
        const isDone = () => gridRecords(world, 'contacts').some(({ seen }) => seen.firstName === `Two ${n}`);
        for (let steps = 0; steps < 10 && (importId !== undefined || !isDone()); steps++) {
          const progress = await world.ask<ImportProgress>('commitImport', step());
          importId = progress.done ? undefined : progress.importId;
        }
        done += 1;
      },
      5,
    );
    expect(done).toBeGreaterThan(15);
    const names = gridRecords(world, 'contacts').map(({ seen }) => String(seen.firstName));
    expect(names.filter((name) => /^(One|Two) /.test(name))).toHaveLength(2 * done);
    expect(gridRecords(world, 'companies')).toHaveLength(1 + done);
  });
});

describe('a lock that someone else holds', () => {
  it('is waited for, and the save goes well', async () => {
    world.runtime.setFaults({ lockHeldMs: 15_000 });
    const outcome = await world.run('saveRecord', { tab: 'contacts', id: 'C-1', changes: { city: 'Bonn' } });
    expect(outcome.result).toMatchObject({ ok: true, value: { status: 'saved' } });
    expect(outcome.modelledMs).toBeGreaterThanOrEqual(15_000);
    expect(contact('C-1')?.city).toBe('Bonn');
  });

  it('for too long ends with a clear message and nothing written; the next save goes well', async () => {
    const before = [world.values('Contacts'), world.values('History'), world.values('_Meta')];
    world.runtime.setFaults({ lockHeldMs: 60_000 });
    expect(await save({ city: 'Bonn' })).toMatchObject({
      ok: false,
      code: 'busy',
      message: expect.stringMatching(/try again/),
    });
    expect([world.values('Contacts'), world.values('History'), world.values('_Meta')]).toEqual(before);
    expect(await save({ city: 'Bonn' })).toMatchObject({ ok: true });
  });

  it('keeps an edit waiting for the hourly run at most', async () => {
    world.runtime.setFaults({ lockHeldMs: 25_000 });
    await world.type('Contacts', 4, 'First name', [['Eva']]);
    world.runtime.setFaults({});
    await hourly();
    expect(contact('C-3')).toMatchObject({ firstName: 'Eva', status: 'Lead' });
    expect(disagreements(world)).toEqual([]);
  });
});

describe('two triggers at once', () => {
  it('take a row in once', async () => {
    await world.type('Contacts', 4, 'First name', [['Eva']], true);
    const { sheetId } = world.sheet('Contacts');
    const edit = { user: admin, sheetId, row: 4, column: world.column('Contacts', 'First name'), rows: 1, columns: 1 };
    await Promise.all([1, 2, 3].map(() => world.runtime.fireEdit({ ...edit, value: 'Eva' })));
    expect(gridRecords(world, 'contacts').map(({ id }) => id)).toEqual(['C-1', 'C-2', 'C-3']);
    expect(world.rows('History').filter(({ cells }) => cells.ID === 'C-3')).toHaveLength(1);
    expect(disagreements(world)).toEqual([]);
  });

  it('of the hour do the work once', async () => {
    await world.type('Contacts', 4, 'First name', [['Eva']], true);
    await world.runtime.fireChange({ user: admin, changeType: 'OTHER', sheetId: world.sheet('Contacts').sheetId });
    const run = () => world.runtime.run({ function: 'hourly', args: [], user: admin, source: 'timeTrigger' });
    const outcomes = await Promise.all([run(), run()]);
    expect(outcomes.map(({ result }) => (result as { ran: boolean }).ran)).toContain(true);
    expect(contact('C-3')).toMatchObject({ firstName: 'Eva' });
    expect(world.rows('History').filter(({ cells }) => cells.ID === 'C-3')).toHaveLength(1);
    expect(disagreements(world)).toEqual([]);
  });
});
