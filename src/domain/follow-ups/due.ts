// When a task asks for attention, seen from one local date. Whose date that is, the caller knows.
import { addDays, daysBetween, isDay } from '../days';
import type { Task } from '../schema';

/** What of a task decides when it is due. */
export type DueTask = Pick<Task, 'status' | 'due' | 'dueTime' | 'snoozedUntil' | 'priority'>;

export type DueState = 'overdue' | 'today' | 'next7' | 'later' | 'closed' | 'undated';

/** How many days beyond today count as "the next days". */
const lookAheadDays = 7;

/**
 * The day a task asks for attention: its due date, or the day it is snoozed until where that is later.
 * Null for a task without a readable due date: it stays in the grid, marked, and out of automation (invariant 4).
 */
export function attentionDay(task: DueTask): string | null {
  if (!task.due || !isDay(task.due)) return null;
  return task.snoozedUntil && isDay(task.snoozedUntil) && task.snoozedUntil > task.due ? task.snoozedUntil : task.due;
}

/** Whether a task is still to be done. A blank status counts as Open, the column's default. */
export function isOpen(task: Pick<Task, 'status'>): boolean {
  return (task.status ?? '').trim() === '' || (task.status ?? '').trim().toLowerCase() === 'open';
}

/** Where a task stands on the day `today`. */
export function dueState(task: DueTask, today: string): DueState {
  if (!isOpen(task)) return 'closed';
  const day = attentionDay(task);
  if (day === null) return 'undated';
  if (day < today) return 'overdue';
  if (day === today) return 'today';
  return day <= addDays(today, lookAheadDays) ? 'next7' : 'later';
}

/** Days since the task asked for attention; 0 for today, null where it is undated. Negative: days to go. */
export function daysOverdue(task: DueTask, today: string): number | null {
  const day = attentionDay(task);
  return day === null ? null : daysBetween(day, today);
}

export interface Agenda<T> {
  readonly overdue: readonly T[];
  readonly today: readonly T[];
  readonly next7: readonly T[];
}

/** Sorts tasks into overdue, today and the next seven days; done, later and undated ones are left out. */
export function agendaOf<T extends DueTask>(tasks: readonly T[], today: string): Agenda<T> {
  const inOrder = [...tasks].sort(byUrgency);
  const of = (state: DueState) => inOrder.filter((task) => dueState(task, today) === state);
  return { overdue: of('overdue'), today: of('today'), next7: of('next7') };
}

const priorities = ['urgent', 'high', 'normal', 'low'];

function rank(task: DueTask): number {
  const place = priorities.indexOf((task.priority ?? 'normal').toLowerCase());
  return place < 0 ? priorities.indexOf('normal') : place;
}

/** Earlier days first; on one day those with a time by time, then by priority. Equal ones keep the sheet's order. */
function byUrgency(a: DueTask, b: DueTask): number {
  const dayOrder = compareText(attentionDay(a) ?? '', attentionDay(b) ?? '');
  // No time sorts after all times: a call at 10:00 cannot move, the rest can.
  return dayOrder || compareText(a.dueTime ?? '99:99', b.dueTime ?? '99:99') || rank(a) - rank(b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
