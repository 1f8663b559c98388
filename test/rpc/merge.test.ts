// Merging two records that are one: what moves, what is refused before anything is written, and the way back.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SaveResult } from '../../src/rpc/contract';
import type { HistoryPage } from '../../src/rpc/contract-history';
import { disagreements, gridRecords } from '../workbook/consistency';
import { admin, forgetPrepared } from '../workbook/world';
import { type MergeWorld, openMergeWorld } from './merge-world';

const [ben, rae] = ['ben@example.com', 'rae@example.com'] as const;
let world: MergeWorld;
beforeEach(async () => {
  world = await openMergeWorld();
});
afterEach(() => world.close());
afterAll(forgetPrepared);

describe('a merge', () => {
  it('turns every reference to the kept one, gives it what was chosen, and lets the other go', async () => {
    await world.fill();
    const done = await world.merge('contacts', 'C-1', 'C-2', { email: 'ann@example.org', phone: '030 123456' });
    expect(done.record).toMatchObject({ id: 'C-1', fields: { email: 'ann@example.org', city: 'Rome' } });
    expect(done.moved).toEqual([
      { tab: 'deals', count: 1 },
      { tab: 'interactions', count: 1 },
      { tab: 'tasks', count: 1 },
      { tab: 'tickets', count: 1 },
    ]);
    expect(world.at('contacts', 'C-2')).toBeUndefined();
    expect(world.at('contacts', 'C-1')).toMatchObject({ lastContact: '2026-11-20', nextFollowUp: '2026-12-01' });
    for (const tab of ['deals', 'tasks', 'interactions', 'tickets'] as const)
      expect(gridRecords(world, tab).map((one) => one.seen.contact)).not.toContain('C-2');
  });

  it('of companies moves contacts, deals and branches, and sums up what is open', async () => {
    await world.fill();
    const done = await world.merge('companies', 'CO-1', 'CO-2');
    expect(done.moved).toEqual([
      { tab: 'contacts', count: 1 },
      { tab: 'companies', count: 1 },
      { tab: 'deals', count: 1 },
      { tab: 'interactions', count: 1 },
      { tab: 'tasks', count: 1 },
      { tab: 'tickets', count: 1 },
    ]);
    expect(world.at('companies', 'CO-1')).toMatchObject({
      openValue: 120,
      lastContact: '2026-11-20',
      nextFollowUp: '2026-12-01',
    });
    expect(world.at('companies', 'CO-3')).toMatchObject({ parentCompany: 'CO-1' });
  });

  it('of deals moves tasks, interactions and tickets', async () => {
    await world.fill();
    await world.make('tasks', [{ title: 'Offer', due: '2026-12-03', deal: 'D-2' }]);
    await world.make('tickets', [{ subject: 'Late', deal: 'D-2' }]);
    const { moved } = await world.merge('deals', 'D-1', 'D-2', { amount: 120 });
    expect(moved).toEqual([
      { tab: 'tasks', count: 1 },
      { tab: 'tickets', count: 1 },
    ]);
    expect(world.at('deals', 'D-1')).toMatchObject({ amount: 120, nextFollowUp: '2026-12-03' });
    expect([world.at('companies', 'CO-1')?.openValue, world.at('companies', 'CO-2')?.openValue]).toEqual([120, 0]);
  });

  it('takes the earlier Created, whatever the client says, and nothing else that Rowbook keeps', async () => {
    await world.fill();
    await world.type('Contacts', 3, 'Created', [['2020-01-01 10:00']], true);
    await world.run('hourly');
    await world.merge('contacts', 'C-1', 'C-2', { created: '1999-01-01T10:00', lastContact: '2026-01-01', id: 'C-9' });
    expect(world.at('contacts', 'C-1')).toMatchObject({ created: '2020-01-01T10:00', lastContact: '2026-11-20' });
  });

  it('makes no company its own parent, over however many', async () => {
    await world.make('companies', [{ name: 'Group' }]);
    await world.make('companies', [{ name: 'Holding', parentCompany: 'CO-1' }, { name: 'Group Inc' }]);
    await world.save('companies', 'CO-3', { parentCompany: 'CO-2' });
    // Group ← Holding ← Group Inc: as one, it would be its own grandparent.
    const done = await world.merge('companies', 'CO-3', 'CO-1');
    expect(done.warnings).toHaveLength(1);
    expect([world.at('companies', 'CO-3')?.parentCompany, world.at('companies', 'CO-2')?.parentCompany]).toEqual([
      null,
      'CO-3',
    ]);
  });

  it('of a company with its parent takes the parent of that one', async () => {
    await world.make('companies', [{ name: 'Top' }]);
    await world.make('companies', [{ name: 'Acme', parentCompany: 'CO-1' }]);
    await world.make('companies', [{ name: 'Acme Inc', parentCompany: 'CO-2' }]);
    await world.merge('companies', 'CO-3', 'CO-2');
    expect(world.at('companies', 'CO-3')?.parentCompany).toBe('CO-1');
  });

  it('reads well in History', async () => {
    await world.fill();
    await world.merge('contacts', 'C-1', 'C-2', { city: 'Bonn' });
    const { sets } = await world.ask<HistoryPage>('history', {});
    expect(sets[0]).toMatchObject({ how: 'merge', canUndo: true });
    const summaries = world.rows('History').map(({ cells }) => String(cells.Summary));
    expect(summaries).toContain('Merged with Anna Lee (C-2): City Rome → Bonn');
    expect(summaries).toContain('Merged into Ann Lee (C-1)');
    const { timeline } = await world.page('contacts', 'C-1');
    expect(timeline.map(({ title }) => title)).toContain('Merged with Anna Lee (C-2): City Rome → Bonn');
  });

  it('needs as many calls for many rows as for few', async () => {
    await world.fill();
    const calls = async (keep: string, gone: string) => {
      const input = await world.wanted('contacts', keep, gone);
      const outcome = await world.run('mergeRecords', input);
      expect(outcome.result).toMatchObject({ ok: true, value: { status: 'merged' } });
      expect(outcome.modelledMs).toBeLessThan(6000);
      return outcome.calls;
    };
    const few = await calls('C-1', 'C-2');
    await world.make(
      'contacts',
      Array.from({ length: 400 }, (_, index) => ({ firstName: `P${index}`, company: 'CO-1' })),
    );
    await world.make('deals', [{ name: 'New', stage: 'Lead', contact: 'C-300' }]);
    await world.make('tasks', [{ title: 'Write', due: '2026-12-01', contact: 'C-300' }]);
    await world.make('tickets', [{ subject: 'Broken', contact: 'C-300' }]);
    await world.make('interactions', [
      { when: '2026-11-22T10:00', kind: 'Call', subject: 'Again', contact: 'C-300', company: 'CO-2' },
    ]);
    const many = await calls('C-1', 'C-300');
    expect(few.reads).toBeLessThanOrEqual(36);
    expect(many.reads).toBeLessThanOrEqual(few.reads);
    expect(many.writes).toBeLessThanOrEqual(few.writes + 2);
  });
});

describe('before anything is written', () => {
  it('it is told what would be invalid, also where references are to move first', async () => {
    await world.fill();
    await world.make('contacts', [{ firstName: 'Cid', email: 'cid@example.org' }]);
    await world.make(
      'deals',
      Array.from({ length: 50 }, (_, index) => ({ name: `D${index}`, stage: 'Lead', contact: 'C-2' })),
    );
    const before = world.seen();
    for (const changes of [
      { email: 'cid@example.org' },
      { email: 'none' },
      { firstName: null, lastName: null },
      { nonsense: 1 },
    ]) {
      const { steps } = await world.mergeAll(await world.wanted('contacts', 'C-1', 'C-2', changes));
      expect(steps).toMatchObject([{ status: 'invalid' }]);
    }
    expect(world.seen()).toEqual(before);
  });

  it('a change since is noticed, but not what Rowbook derives', async () => {
    await world.fill();
    const input = await world.wanted('contacts', 'C-1', 'C-2');
    await world.save('contacts', 'C-2', { city: 'Oslo' });
    expect((await world.mergeAll(input)).last).toEqual({ status: 'changed', id: 'C-2' });
    const again = await world.wanted('contacts', 'C-1', 'C-2');
    await world.type('Contacts', 2, 'City', [['Lima']], true);
    expect((await world.mergeAll({ ...again, changes: { city: 'Oslo' } })).last).toEqual({
      status: 'changed',
      id: 'C-1',
    });
    await world.run('hourly');
    const third = await world.wanted('contacts', 'C-1', 'C-2');
    await world.make('interactions', [{ when: '2026-11-22T10:00', kind: 'Call', subject: 'Hi', contact: 'C-1' }]);
    expect((await world.mergeAll(third)).last).toMatchObject({ status: 'merged' });
    expect(world.at('contacts', 'C-1')).toMatchObject({ city: 'Lima', lastContact: '2026-11-22' });
  });

  it('what makes no sense is refused', async () => {
    await world.fill();
    const [one, other] = [
      { id: 'C-1', version: 1 },
      { id: 'C-2', version: 1 },
    ];
    for (const input of [
      { tab: 'contacts', keep: one, gone: one },
      { tab: 'contacts', keep: one },
      { tab: 'contacts', keep: one, gone: { id: 'C-2' } },
      { tab: 'contacts', keep: one, gone: { id: 'CO-2', version: 1 } },
      { tab: 'tasks', keep: one, gone: other },
      { tab: 'contacts', keep: one, gone: other, changes: [] },
    ])
      expect(await world.reply('mergeRecords', input)).toMatchObject({ ok: false, code: 'bad-input' });
    for (const gone of ['C-99', 'C-3'])
      expect(
        await world.reply('mergeRecords', { tab: 'contacts', keep: one, gone: { id: gone, version: 0 }, changes: {} }),
      ).toMatchObject({ ok: false, code: 'no-record' });
  });

  it('a formula in the kept record stays, and is named', async () => {
    await world.fill();
    await world.type('Companies', 2, 'Employees', [['=1+1']]);
    const { last } = await world.mergeAll(await world.wanted('companies', 'CO-1', 'CO-2', { employees: 5 }));
    expect(last).toMatchObject({ status: 'invalid', issues: [{ field: 'employees', code: 'formula' }] });
  });
});

describe('a rep', () => {
  it('merges what is theirs or nobody’s, with references in others’ records, and takes it back', async () => {
    await world.type('Team', 3, 'Email', [
      [ben, 'Ben Okafor', 'rep'],
      [rae, 'Rae Rep', 'rep'],
    ]);
    await world.fill();
    await world.save('contacts', 'C-2', { owner: rae });
    await world.save('deals', 'D-2', { owner: ben });
    const input = await world.wanted('contacts', 'C-1', 'C-2');
    expect(await world.reply('mergeRecords', input, ben)).toMatchObject({ ok: false, code: 'not-allowed' });
    const before = world.seen();
    const { last } = await world.mergeAll(input, rae);
    if (last.status !== 'merged') throw new Error(JSON.stringify(last));
    expect(world.at('deals', 'D-2')?.contact).toBe('C-1');
    const merged = world.seen();
    // Half of it would leave references into nothing.
    const { kept } = await world.undo(last.changeSet, ben);
    expect(kept).toMatchObject([{ id: 'C-2', reason: expect.stringContaining('Rae') }]);
    expect(world.seen()).toEqual(merged);
    expect((await world.undo(last.changeSet, rae)).kept).toEqual([]);
    expect(world.seen()).toEqual(before);
  });
});

describe('many references', () => {
  it('move in steps of one change set, under the lock for no longer than about five modelled seconds each', async () => {
    await world.fill();
    // Every other record is another's, so that neither ids nor rows are neighbours.
    const contacts = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? 'C-2' : 'C-1'));
    await world.make(
      'deals',
      contacts.map((contact, index) => ({ name: `D${index}`, stage: 'Lead', amount: 1, contact })),
    );
    await world.make(
      'tasks',
      contacts.map((contact) => ({ title: 'Call', due: '2026-12-09', contact })),
    );
    await world.make(
      'tickets',
      contacts.map((contact) => ({ subject: 'Broken', contact })),
    );
    const before = world.seen();
    const input = await world.wanted('contacts', 'C-1', 'C-2', { email: 'ann@example.org' });
    const steps: string[] = [];
    for (;;) {
      const goOn = steps[0] === undefined ? {} : { changeSet: steps[0] };
      const outcome = await world.run('mergeRecords', { ...input, ...goOn });
      const reply = outcome.result as { ok: boolean; value: { status: string; changeSet: string } };
      steps.push(reply.value.changeSet);
      expect(outcome.modelledMs).toBeLessThan(6500);
      expect(disagreements(world)).toEqual([]);
      if (reply.value.status !== 'more') {
        expect(reply).toMatchObject({ ok: true, value: { status: 'merged' } });
        expect(reply.value).toMatchObject({
          moved: [
            { tab: 'deals', count: 31 },
            { tab: 'interactions', count: 1 },
            { tab: 'tasks', count: 31 },
            { tab: 'tickets', count: 31 },
          ],
        });
        break;
      }
    }
    expect(steps.length).toBeGreaterThan(1);
    expect(new Set(steps).size).toBe(1);
    expect((await world.undo(steps[0] ?? '')).kept).toEqual([]);
    expect(world.seen()).toEqual(before);
  });
});

describe('its undo', () => {
  it('brings both back as they were, with all references and what follows from them', async () => {
    await world.fill();
    const before = world.seen();
    for (const [tab, keep, gone] of [
      ['contacts', 'C-1', 'C-2'],
      ['companies', 'CO-1', 'CO-2'],
      ['deals', 'D-2', 'D-1'],
    ] as const) {
      const { changeSet } = await world.merge(tab, keep, gone, tab === 'contacts' ? { email: 'ann@example.org' } : {});
      const merged = world.seen();
      expect(await world.undo(changeSet)).toMatchObject({ kept: [] });
      expect(world.seen()).toEqual(before);
      // Undone itself, it is the merge again, with the alias.
      const { sets } = await world.ask<HistoryPage>('history', {});
      await world.undo(sets[0]?.changeSet ?? '');
      expect(world.seen()).toEqual(merged);
      expect((await world.page(tab, gone)).record.id).toBe(keep);
      const third = await world.ask<HistoryPage>('history', {});
      await world.undo(third.sets[0]?.changeSet ?? '');
      expect(world.seen()).toEqual(before);
    }
  });

  it('leaves and lists what was changed since, and tells derived fields as they are by then', async () => {
    await world.fill();
    const { changeSet } = await world.merge('contacts', 'C-1', 'C-2', { email: 'ann@example.org', city: 'Bonn' });
    await world.save('contacts', 'C-1', { city: 'Oslo' });
    await world.save('tasks', 'T-1', { status: 'Done' });
    await world.make('interactions', [{ when: '2026-11-15T10:00', kind: 'Call', subject: 'Hm', contact: 'C-1' }]);
    await world.make('deals', [{ name: 'New', stage: 'Lead', contact: 'C-1' }]);
    await world.save('deals', 'D-2', { contact: null });
    const { kept } = await world.undo(changeSet);
    expect(kept.map(({ id, field }) => [id, field]).sort()).toEqual([
      ['C-1', 'city'],
      ['D-2', 'contact'],
    ]);
    expect(world.at('contacts', 'C-1')).toMatchObject({
      city: 'Oslo',
      email: null,
      lastContact: '2026-11-15',
      nextFollowUp: null,
    });
    expect(world.at('contacts', 'C-2')).toMatchObject({
      email: 'ann@example.org',
      lastContact: '2026-11-20',
      nextFollowUp: '2026-12-01',
    });
    expect(world.at('deals', 'D-3')?.contact).toBe('C-1');
    const again = await world.ask<SaveResult>(
      'saveRecord',
      { tab: 'contacts', id: 'C-2', changes: { city: 'X' } },
      admin,
    );
    expect(again.status).toBe('saved');
  });
});
