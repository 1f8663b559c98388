import { describe, expect, it } from 'vitest';
import { asksForSomething, type DigestRecords, digestFor } from '../../../src/domain/follow-ups';
import { recordOf } from './builders';

const stored = {
  contacts: new Map([
    [
      'C-1',
      recordOf('contacts', {
        id: 'C-1',
        firstName: 'Ida',
        lastName: 'Berg',
        company: 'CO-1',
        email: 'ida@berg.example',
        phone: '+49 30 1',
      }),
    ],
    ['C-2', recordOf('contacts', { id: 'C-2', email: 'no@name.example', doNotContact: true, phone: '+49 30 2' })],
  ]),
  companies: new Map([['CO-1', recordOf('companies', { id: 'CO-1', name: 'Berg AG', phone: '+49 30 9' })]]),
  deals: new Map([['D-1', recordOf('deals', { id: 'D-1', name: 'Ten chairs', company: 'CO-1', contact: 'C-1' })]]),
};
const records: DigestRecords = {
  contact: (id) => stored.contacts.get(id),
  company: (id) => stored.companies.get(id),
  deal: (id) => stored.deals.get(id),
  ticket: () => undefined,
};
const today = '2026-11-23';
const task = (id: string, values: object) =>
  recordOf('tasks', { id, title: id, owner: 'ann@rowbook.example', due: today, ...values });

describe('a digest', () => {
  it('lists open tasks by overdue, today and the next seven days', () => {
    const digest = digestFor(
      today,
      [
        task('T-1', { due: '2026-11-20' }),
        task('T-2', {}),
        task('T-3', { due: '2026-11-27' }),
        task('T-5', {}),
        task('T-6', { status: 'Done' }),
        task('T-7', { due: '2027-01-01' }),
      ],
      records,
    );
    const ids = [digest.overdue, digest.dueToday, digest.next7].map((items) => items.map((item) => item.taskId));
    expect(ids).toEqual([['T-1'], ['T-2', 'T-5'], ['T-3']]);
    expect(digest.overdue[0]?.daysOverdue).toBe(3);
  });

  it('says whom a task is about and how to reach them', () => {
    const [item] = digestFor(today, [task('T-1', { contact: 'C-1' })], records).dueToday;
    expect(item).toMatchObject({ phone: '+49 30 1', email: 'ida@berg.example' });
    expect(item?.about).toEqual([
      { tab: 'contacts', id: 'C-1', name: 'Ida Berg' },
      { tab: 'companies', id: 'CO-1', name: 'Berg AG' },
    ]);
  });

  it('finds contact and company of a task that names only a deal', () => {
    const [item] = digestFor(today, [task('T-1', { deal: 'D-1' })], records).dueToday;
    expect(item?.about.map((subject) => subject.name)).toEqual(['Ida Berg', 'Berg AG', 'Ten chairs']);
  });

  it('offers the company’s phone where there is no contact', () => {
    const [item] = digestFor(today, [task('T-1', { company: 'CO-1' })], records).dueToday;
    expect(item).toMatchObject({ phone: '+49 30 9', email: '' });
  });

  it('gives no way to reach who must not be contacted', () => {
    const [item] = digestFor(today, [task('T-1', { contact: 'C-2' })], records).dueToday;
    expect(item).toMatchObject({ doNotContact: true, phone: '', email: '' });
    expect(item?.about[0]?.name).toBe('no@name.example');
  });

  it('leaves out a reference that leads nowhere', () => {
    expect(digestFor(today, [task('T-1', { contact: 'C-99' })], records).dueToday[0]?.about).toEqual([]);
  });

  it('asks for nothing when all of it lies ahead', () => {
    expect(asksForSomething(digestFor(today, [task('T-1', { due: '2026-11-24' })], records))).toBe(false);
    expect(asksForSomething(digestFor(today, [task('T-1', {})], records))).toBe(true);
  });
});
