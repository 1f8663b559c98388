// Follow-ups through the compiled add-on: whose they are, doing and snoozing them, and what follows for the records they are about.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FollowUpsResult, RecordPage, SaveResult } from '../../src/rpc/contract';
import { admin, type BundleWorld, bundleWorld, monday } from '../mail/bundle-world';

let world: BundleWorld;
beforeEach(async () => {
  world = await bundleWorld();
});
afterEach(() => world.close());

const save = async (tab: string, changes: object, id?: string): Promise<string> => {
  const saved = await world.ask<SaveResult>('saveRecord', { tab, changes, ...(id ? { id } : {}) });
  if (saved.status !== 'saved') throw new Error(JSON.stringify(saved));
  return saved.record.id;
};
const task = (changes: object, id?: string) =>
  save('tasks', { ...(id ? {} : { title: 'Call', owner: admin }), ...changes }, id);
const lists = async (scope?: 'mine' | 'all', user?: string) => {
  const found = await world.ask<FollowUpsResult>('followUps', scope ? { scope } : {}, user);
  const ids = (some: FollowUpsResult['overdue']) => some.map((one) => one.id);
  return { today: found.today, overdue: ids(found.overdue), dueToday: ids(found.dueToday), next7: ids(found.next7) };
};
const fieldOf = async (tab: string, id: string, field: string) =>
  (await world.ask<RecordPage>('getRecord', { tab, id })).record.fields[field];

describe('follow-ups', () => {
  it('are the caller’s open tasks by overdue, today and the next seven days', async () => {
    const late = await task({ due: '2026-11-20' });
    const today = await task({ due: '2026-11-23', dueTime: '10:00' });
    const soon = await task({ due: '2026-11-30' });
    await task({ due: '2026-12-01' });
    expect(await lists()).toEqual({ today: '2026-11-23', overdue: [late], dueToday: [today], next7: [soon] });
  });

  it('of others show in the scope “all” only', async () => {
    world.add('Team', { Email: 'bob@rowbook.example', Name: 'Bob', Role: 'rep' });
    const mine = await task({ due: '2026-11-23' });
    const his = await task({ due: '2026-11-23', owner: 'Bob' });
    expect((await lists('mine')).dueToday).toEqual([mine]);
    expect((await lists(undefined, 'bob@rowbook.example')).dueToday).toEqual([his]);
    expect((await lists('all')).dueToday).toEqual([mine, his]);
  });

  it('go by the date where the caller is', async () => {
    world.add('Team', { Email: 'kai@rowbook.example', Name: 'Kai', 'Time zone': 'Asia/Tokyo' });
    const his = await task({ due: '2026-11-24', owner: 'Kai' });
    world.setNow(monday + 11 * 3_600_000);
    expect((await lists('mine', 'kai@rowbook.example')).today).toBe('2026-11-24');
    expect((await lists('mine', 'kai@rowbook.example')).dueToday).toEqual([his]);
    expect((await lists('all')).next7).toEqual([his]);
  });

  it('say what they are about by the name in their own cells', async () => {
    const company = await save('companies', { name: 'Berg AG' });
    await task({ due: '2026-11-23', company });
    const { dueToday } = await world.ask<FollowUpsResult>('followUps', {});
    expect(dueToday[0]?.about).toEqual([{ tab: 'companies', id: company, name: 'Berg AG' }]);
  });

  it('leave the list when done, and move when snoozed', async () => {
    const one = await task({ due: '2026-11-23' });
    const other = await task({ due: '2026-11-20' });
    await task({ status: 'Done', doneOn: '2026-11-23' }, one);
    await task({ snoozedUntil: '2026-11-25' }, other);
    expect(await lists()).toMatchObject({ overdue: [], dueToday: [], next7: [other] });
  });
});

describe('Next follow-up', () => {
  it('is the earliest open due date of what a task is about, in the same change set', async () => {
    const contact = await save('contacts', { firstName: 'Ida', lastName: 'Berg' });
    const later = await task({ due: '2026-12-01', contact });
    expect(await fieldOf('contacts', contact, 'nextFollowUp')).toBe('2026-12-01');
    const sooner = await task({ due: '2026-11-25', contact });
    expect(await fieldOf('contacts', contact, 'nextFollowUp')).toBe('2026-11-25');
    await task({ status: 'Done' }, sooner);
    expect(await fieldOf('contacts', contact, 'nextFollowUp')).toBe('2026-12-01');
    await task({ status: 'Done' }, later);
    expect(await fieldOf('contacts', contact, 'nextFollowUp')).toBeNull();
  });
});

describe('a date typed into Next follow-up', () => {
  const tasks = () =>
    world.rows('Tasks').map((row) => [row.ID, row.Title, row.Due, row.Owner, row.Contact, row.Status].join(' | '));

  it('makes a task, for a new record too', async () => {
    const contact = await save('contacts', { firstName: 'Ida', lastName: 'Berg', nextFollowUp: '2026-11-25' });
    expect(tasks()).toEqual([`T-1 | Follow up with Ida Berg | 2026-11-25 | ${admin} | Ida Berg (${contact}) | Open`]);
    expect(await fieldOf('contacts', contact, 'nextFollowUp')).toBe('2026-11-25');
    expect((await lists()).next7).toEqual(['T-1']);
  });

  it('moves the earliest open task, and shows what is then the earliest', async () => {
    const contact = await save('contacts', { firstName: 'Ida', lastName: 'Berg' });
    await task({ due: '2026-11-25', contact });
    await task({ due: '2026-11-27', contact });
    await save('contacts', { nextFollowUp: '2026-11-26' }, contact);
    expect(world.rows('Tasks').map((row) => row.Due)).toEqual(['2026-11-26', '2026-11-27']);
    expect(await fieldOf('contacts', contact, 'nextFollowUp')).toBe('2026-11-26');
    await save('contacts', { nextFollowUp: '2026-12-24' }, contact);
    expect(world.rows('Tasks').map((row) => row.Due)).toEqual(['2026-12-24', '2026-11-27']);
    expect(await fieldOf('contacts', contact, 'nextFollowUp')).toBe('2026-11-27');
  });

  it('stays when it is cleared while a task is open, and says why', async () => {
    const contact = await save('contacts', { firstName: 'Ida', nextFollowUp: '2026-11-25' });
    const saved = await world.ask<SaveResult>('saveRecord', {
      tab: 'contacts',
      id: contact,
      changes: { nextFollowUp: null, jobTitle: 'Buyer' },
    });
    expect(saved).toMatchObject({ status: 'saved', warnings: [expect.stringContaining('T-1')] });
    expect(await fieldOf('contacts', contact, 'nextFollowUp')).toBe('2026-11-25');
    expect(await fieldOf('contacts', contact, 'jobTitle')).toBe('Buyer');
  });

  it('makes and moves the task when it is typed into the grid', async () => {
    const contact = await save('contacts', { firstName: 'Ida', lastName: 'Berg', owner: admin });
    await world.typeAs(admin, 'Contacts', 0, 'Next follow-up', '2026-11-25');
    expect(tasks()).toEqual([`T-1 | Follow up with Ida Berg | 2026-11-25 | ${admin} | Ida Berg (${contact}) | Open`]);
    await world.typeAs(admin, 'Contacts', 0, 'Next follow-up', '2026-11-26');
    expect(world.rows('Tasks').map((row) => row.Due)).toEqual(['2026-11-26']);
    expect(world.rows('Contacts')[0]?.['Next follow-up']).toBe('2026-11-26');
    expect((await lists()).next7).toEqual(['T-1']);
  });

  it('comes back when it is cleared in the grid while a task is open', async () => {
    await save('contacts', { firstName: 'Ida', owner: admin, nextFollowUp: '2026-11-25' });
    await world.typeAs(admin, 'Contacts', 0, 'Next follow-up', '');
    expect(world.rows('Contacts')[0]?.['Next follow-up']).toBe('2026-11-25');
    for (let run = 0; run < 8; run++) await world.run('hourly');
    expect(world.runtime.executions().at(-1)).toMatchObject({ status: 'done', log: [] });
    expect(world.rows('Tasks')).toHaveLength(1);
    expect(world.rows('Contacts')[0]?.['Next follow-up']).toBe('2026-11-25');
  });

  it('is undone together with its task', async () => {
    const contact = await save('contacts', { firstName: 'Ida' });
    const saved = await world.ask<SaveResult>('saveRecord', {
      tab: 'contacts',
      id: contact,
      changes: { nextFollowUp: '2026-11-25' },
    });
    const changeSet = saved.status === 'saved' ? saved.changeSet : '';
    await world.ask('undoChangeSet', { changeSet });
    expect(tasks()).toEqual([]);
    expect(await fieldOf('contacts', contact, 'nextFollowUp')).toBeNull();
  });
});

describe('Last contact', () => {
  it('is the day of the latest interaction, and an older one does not move it back', async () => {
    const company = await save('companies', { name: 'Berg AG' });
    const contact = await save('contacts', { firstName: 'Ida', company });
    const log = (when: string) => save('interactions', { when, kind: 'Call', subject: 'Hello', contact, company });
    await log('2026-11-20T10:00');
    await log('2026-11-03T10:00');
    expect(await fieldOf('contacts', contact, 'lastContact')).toBe('2026-11-20');
    expect(await fieldOf('companies', company, 'lastContact')).toBe('2026-11-20');
  });
});
