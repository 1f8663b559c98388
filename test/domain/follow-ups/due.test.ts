import { describe, expect, it } from 'vitest';
import { agendaOf, daysOverdue, dueState } from '../../../src/domain/follow-ups';
import type { Task } from '../../../src/domain/schema';
import { recordOf } from './builders';

const today = '2026-11-23';
const task = (values: Partial<Task>) => recordOf('tasks', { id: 'T-1', title: 'Call', ...values });

describe('the due state of a task', () => {
  const cases: [string, Partial<Task>, string, number | null][] = [
    ['yesterday', { due: '2026-11-22' }, 'overdue', 1],
    ['today', { due: '2026-11-23' }, 'today', 0],
    ['tomorrow', { due: '2026-11-24' }, 'next7', -1],
    ['in seven days', { due: '2026-11-30' }, 'next7', -7],
    ['in eight days', { due: '2026-12-01' }, 'later', -8],
    ['last leap day', { due: '2024-02-29' }, 'overdue', 998],
    ['without a date', {}, 'undated', null],
    ['with a day that does not exist', { due: '2026-02-30' }, 'undated', null],
    ['with words for a date', { due: 'soon' }, 'undated', null],
    ['done', { due: '2026-11-20', status: 'Done' }, 'closed', 3],
    ['dropped', { due: '2026-11-20', status: 'Dropped' }, 'closed', 3],
    ['open in other letters', { due: '2026-11-22', status: ' OPEN ' }, 'overdue', 1],
    ['with a status nobody knows', { due: '2026-11-22', status: 'Maybe' }, 'closed', 1],
    ['snoozed until tomorrow', { due: '2026-11-20', snoozedUntil: '2026-11-24' }, 'next7', -1],
    ['snoozed until today', { due: '2026-11-20', snoozedUntil: '2026-11-23' }, 'today', 0],
    ['snoozed until yesterday', { due: '2026-11-20', snoozedUntil: '2026-11-22' }, 'overdue', 1],
    ['snoozed to before it is due', { due: '2026-11-25', snoozedUntil: '2026-11-21' }, 'next7', -2],
    ['snoozed until a day that is none', { due: '2026-11-22', snoozedUntil: 'later' }, 'overdue', 1],
  ];
  it.each(cases)('%s', (_, values, state, days) => {
    expect(dueState(task(values), today)).toBe(state);
    expect(daysOverdue(task(values), today)).toBe(days);
  });
});

describe('an agenda', () => {
  it('puts earlier days first, then times, then what is urgent, and keeps the order of the rest', () => {
    const tasks = [
      task({ id: 'late', due: '2026-11-22' }),
      task({ id: 'normal', due: today }),
      task({ id: 'blank priority', due: today, priority: null }),
      task({ id: 'urgent', due: today, priority: 'Urgent' }),
      task({ id: 'at ten', due: today, dueTime: '10:00', priority: 'Low' }),
      task({ id: 'later still', due: '2026-11-21' }),
    ];
    const agenda = agendaOf(tasks, today);
    expect(agenda.overdue.map((one) => one.id)).toEqual(['later still', 'late']);
    expect(agenda.today.map((one) => one.id)).toEqual(['at ten', 'urgent', 'normal', 'blank priority']);
    expect(agenda.next7).toEqual([]);
  });
});
