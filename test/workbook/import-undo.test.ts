// Taking an import back: everything goes, except what people have changed since and what that still refers to.
import { afterEach, describe, expect, it } from 'vitest';
import type { UndoResult } from '../../src/rpc/contract';
import type { UndoByResult } from '../../src/rpc/contract-history';
import { admin, type ImportWorld, importWorld } from './import-world';

let world: ImportWorld;
afterEach(() => world.close());

const lines = (rows: number) => [
  'Deal ID | Stage | Account | Product | Amount',
  ...Array.from({ length: rows }, (_, at) => `k${at} | Lead | Firm ${at % 5} | Product ${at % 2} | ${at}`),
];

/** Undoes to the end; answers what was undone and kept, and how many steps it took. */
async function undoAll(changeSet: string) {
  const kept = new Map<string, string>();
  let [undone, steps] = [0, 0];
  for (let more = true; more && steps < 100; steps++) {
    const step = await world.ask<UndoResult>('undoChangeSet', { changeSet });
    undone += step.undone;
    for (const one of step.kept) kept.set(one.id, one.reason);
    more = step.more;
  }
  return { undone, steps, kept };
}

const ids = (title: string) => world.ids(title).filter((id) => id !== '');

describe('undoing an import', () => {
  it('takes out every block, whatever its size', async () => {
    world = await importWorld();
    world.sheet('Old', lines(1300));
    const { last } = await world.importAll('Old');
    const { undone, kept } = await undoAll(last.changeSet);
    expect(undone).toBe(1300 + 5 + 2);
    expect(kept.size).toBe(0);
    expect(['Deals', 'Companies', 'Products'].map((title) => ids(title))).toEqual([[], [], []]);
    // Imported again, ids go on where they were: none is used twice.
    await world.importAll('Old');
    expect(ids('Deals')).toHaveLength(1300);
    expect(ids('Deals')[0]).toBe('D-1301');
  });

  it('leaves a deal that was changed since, with the company and product it refers to, and says so', async () => {
    world = await importWorld();
    world.sheet('Old', lines(40));
    const { last } = await world.importAll('Old');
    const deal = world.rows('Deals')[7];
    await world.ask('saveRecord', { tab: 'deals', id: deal?.ID, changes: { amount: 9999 } });
    const { kept } = await undoAll(last.changeSet);
    expect(world.rows('Deals').filter((row) => row.ID !== '')).toMatchObject([{ ID: deal?.ID, Amount: '9,999.00' }]);
    expect([...kept.keys()]).toContain(deal?.ID);
    expect(world.rows('Companies').filter((row) => row.ID !== '')).toMatchObject([{ Name: 'Firm 2' }]);
    expect(world.rows('Products').filter((row) => row.ID !== '')).toMatchObject([{ Name: 'Product 1' }]);
  });

  it('puts back what it changed, and stops an import that is not finished', async () => {
    world = await importWorld();
    world.sheet('One', ['First name | Last name | Email', 'Anna | Berg | anna@example.com']);
    await world.importAll('One');
    world.sheet('Two', [
      'First name | Last name | Email',
      'Anna | Burg | anna@example.com',
      'Ben | Kern | ben@example.com',
    ]);
    const { last } = await world.importAll('Two');
    await undoAll(last.changeSet);
    expect(world.rows('Contacts').filter((row) => row.ID !== '')).toMatchObject([{ 'Last name': 'Berg' }]);

    world.sheet('Three', lines(20));
    const mapping = await world.confirmed('Three');
    let progress = await world.ask<{ importId: string; changeSet: string; created: object }>('commitImport', {
      tab: 'Three',
      mapping,
    });
    while (!('companies' in progress.created))
      progress = await world.ask('commitImport', { tab: 'Three', mapping, importId: progress.importId });
    await undoAll(progress.changeSet);
    const { reply } = await world.call('commitImport', { tab: 'Three', mapping, importId: progress.importId });
    expect(reply).toMatchObject({ ok: false, code: 'no-import' });
    expect([ids('Deals'), ids('Companies')]).toEqual([[], []]);
    await world.importAll('Three', mapping);
    expect(ids('Deals')).toHaveLength(20);
  });
});

describe('what an import made besides records', () => {
  const old = [
    'Deal name | Stage | Owner | Colour',
    'One | Lead | Zane Levy | red',
    'Two | Won | Anna Snelling | blue',
  ];

  /** Everything that people see, but for what is written for them to read. */
  const seen = () => {
    const session = world.engine.session('');
    const shown = session.sheets().filter(({ hidden, title }) => !hidden && !['History', 'Dashboard'].includes(title));
    return Object.fromEntries(shown.map(({ title }) => [title, world.rows(title)]));
  };

  async function importOld() {
    const { mapping } = await world.preview('Old');
    const columns = mapping.columns.map((one) =>
      one.column === 3 ? { ...one, target: { kind: 'custom' as const, tab: 'deals' as const, header: 'Colour' } } : one,
    );
    const { values } = await world.confirmed('Old');
    return (await world.importAll('Old', { ...mapping, columns, values })).last;
  }

  it('goes with it: people and columns, and every tab is cell for cell as before', async () => {
    world = await importWorld();
    world.sheet('Old', old);
    const before = seen();
    const last = await importOld();
    expect(world.rows('Team').map((row) => row.Name)).toContain('Zane Levy');
    expect(Object.keys(world.rows('Deals')[0] ?? {})).toContain('Colour');
    await undoAll(last.changeSet);
    expect(seen()).toEqual(before);
  });

  it('stays where somebody has used it since', async () => {
    world = await importWorld();
    world.sheet('Old', old);
    const last = await importOld();
    const deal = world.rows('Deals')[0];
    await world.ask('saveRecord', { tab: 'deals', id: deal?.ID, changes: { amount: 9999 } });
    await undoAll(last.changeSet);
    expect(world.rows('Deals').filter((row) => row.ID !== '')).toMatchObject([{ Colour: 'red', Owner: 'Zane Levy' }]);
    const names = world.rows('Team').map((row) => row.Name);
    expect(names).toContain('Zane Levy');
    expect(names).not.toContain('Anna Snelling');
  });

  it('goes, too, when the import was stopped before it had made a record', async () => {
    world = await importWorld();
    world.sheet('Old', old);
    const before = seen();
    const mapping = await world.confirmed('Old');
    let progress = await world.ask<{ importId: string; changeSet: string; created: object }>('commitImport', {
      tab: 'Old',
      mapping,
    });
    while (!world.rows('Team').some(({ Name }) => Name === 'Zane Levy'))
      progress = await world.ask('commitImport', { tab: 'Old', mapping, importId: progress.importId });
    await undoAll(progress.changeSet);
    expect(seen()).toEqual(before);
  });
});

describe('undoing all changes of the person who imported', () => {
  const since = '2026-11-23';

  async function undoAllBy(who: string) {
    const preview = await world.ask<UndoByResult>('undoChangesBy', { who, since });
    const kept = new Set<string>();
    let place: { at?: number; changeSet?: string } = {};
    let undone = 0;
    for (let steps = 0; steps < 100; steps++) {
      const step = await world.ask<UndoByResult>('undoChangesBy', { who, since, until: preview.until, ...place });
      if (step.status !== 'step') throw new Error('no step');
      place = { at: step.at, changeSet: step.changeSet };
      undone += step.undone;
      for (const one of step.kept) kept.add(one.id);
      if (!step.more) return { preview, undone, kept: [...kept], changeSet: step.changeSet };
    }
    throw new Error('The undo did not end.');
  }

  it('takes out the records that they edited afterwards too, not those that others did, and the undo brings all back', async () => {
    world = await importWorld();
    await world.ask('saveRecord', { tab: 'products', changes: { name: 'Before' } });
    world.sheet('Old', lines(620));
    await world.importAll('Old');
    const rep = 'rep@example.com';
    world.add('Team', { Email: rep, Name: 'Rita Rep', Role: 'rep' });
    const [own, others] = [world.rows('Deals')[3], world.rows('Deals')[4]];
    await world.ask('saveRecord', { tab: 'deals', id: own?.ID, changes: { amount: 1 } });
    await world.ask('saveRecord', { tab: 'deals', id: others?.ID, changes: { notes: 'mine' } });
    await world.ask('saveRecord', { tab: 'deals', id: others?.ID, changes: { amount: 7 } }, rep);
    const before = world.rows('Deals').map((row) => `${row.ID} ${row.Amount} ${row.Company}`);

    const { preview, kept, changeSet } = await undoAllBy(admin);
    expect(preview).toMatchObject({ tabs: expect.arrayContaining([{ title: 'Deals', records: expect.any(Number) }]) });
    expect(ids('Deals')).toEqual([others?.ID]);
    expect(world.rows('Deals')[0]).toMatchObject({ Amount: '7.00' });
    expect(kept).toContain(others?.ID);
    // What it refers to stays with it.
    expect(ids('Companies')).toHaveLength(1);

    await undoAll(changeSet);
    const after = world.rows('Deals').map((row) => `${row.ID} ${row.Amount} ${row.Company}`);
    expect(after.sort()).toEqual(before.sort());
    expect(ids('Companies')).toHaveLength(5);
    expect(ids('Products')).toHaveLength(3);
  });
});
