// Next follow-up is two-way: it shows the earliest open task of a record, and a date typed there makes or moves that task.
// The task is the truth, so the date itself is not written here: it follows from the task (see derive.ts).

import { isOpen } from '../domain/follow-ups';
import { personKey } from '../domain/people';
import { isBlank, nameOf, sameValue } from '../domain/record';
import type { AnyRecord, FieldValue, RecordTabKey } from '../domain/schema';
import { serialOfDate } from '../domain/serial';
import type { Change } from './api';
import { readRows } from './lookups';
import { readTeam } from './plain-table';
import { type Planned, planChanges } from './plan';
import type { Row } from './rows';
import { entryOf, type Work } from './work';

const reference: { readonly [tab in RecordTabKey]?: string } = {
  contacts: 'contact',
  companies: 'company',
  deals: 'deal',
};

/** The plan with the tasks that newly typed dates make or move; and what to tell the person. */
export function addFollowUpTasks(work: Work, records: readonly Planned[]): { records: Planned[]; warnings: string[] } {
  const typed = records.filter(({ tab, kind, derived, before, after }) => {
    const writes = reference[tab] !== undefined && !derived && (kind === 'create' || kind === 'update');
    // A text that is no date stays where it was typed, marked, and makes nothing.
    return writes && !sameValue(before.nextFollowUp, after.nextFollowUp) && isDayOrBlank(after.nextFollowUp);
  });
  // Tasks of the same change set come first: their dates say what the next follow-up is.
  if (typed.length === 0 || records.some(({ tab }) => tab === 'tasks')) return { records: [...records], warnings: [] };
  const warnings: string[] = [];
  let tasks: readonly Row[] | undefined;
  const openOf = (planned: Planned) => {
    tasks = tasks ?? readRows(work.workbook, 'tasks').rows;
    return openTasks(tasks, planned);
  };
  const changes = typed.flatMap((planned): Change[] => {
    const day = planned.after.nextFollowUp;
    const open = planned.kind === 'create' ? [] : openOf(planned);
    // A row whose id somebody has just typed over is told by the next compare.
    const task = open.find(({ id }) => entryOf(work, 'tasks', id) !== null);
    // The day of that task already: nothing would follow from it, and the cell would lose what stands in it.
    if (task && task.due === day) return [];
    if (isBlank(day)) {
      if (!task) return [];
      warnings.push(`Next follow-up stays: it comes from the open task ${task.id}. Finish, move or drop that one.`);
    }
    // Without an open task there was none, whatever a ledger that somebody has edited says.
    planned.after.nextFollowUp = open.length > 0 ? (planned.before.nextFollowUp ?? null) : null;
    if (typeof day !== 'string') return [];
    if (task) return [{ kind: 'update', tab: 'tasks', id: task.id, fields: { due: day, snoozedUntil: null } }];
    return [{ kind: 'create', tab: 'tasks', fields: newTask(work, planned, day) }];
  });
  if (changes.length === 0) return { records: [...records], warnings };
  // Unchecked: the record may be as new as its task, and then no ledger knows it yet.
  const plan = planChanges(work, changes, true);
  if (plan.status !== 'planned') return { records: [...records], warnings };
  for (const task of plan.records) {
    for (const { tab, id, after } of typed) {
      if (task.after[reference[tab] ?? ''] === id) task.labels[id] = nameOf(tab, after);
    }
  }
  return { records: [...records, ...plan.records], warnings };
}

function isDayOrBlank(value: FieldValue | undefined): boolean {
  return isBlank(value) || (typeof value === 'string' && serialOfDate(value) !== null);
}

/** The record's open tasks, earliest first. */
function openTasks(tasks: readonly Row[], { tab, id }: Planned): { id: string; due: string }[] {
  const key = reference[tab] ?? '';
  const open = tasks.flatMap(({ id: task, fields }) => {
    const { due, status } = fields;
    const counts = task !== '' && fields[key] === id && isOpen({ status: typeof status === 'string' ? status : null });
    return counts && typeof due === 'string' ? [{ id: task, due }] : [];
  });
  return open.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** A plain task about the record, for its owner or else for whoever typed the date. */
function newTask(work: Work, { tab, id, after }: Planned, due: string): { [field: string]: FieldValue } {
  const author = work.author.email === '' ? undefined : readTeam(work.workbook).member(work.author.email);
  return {
    title: `Follow up ${tab === 'deals' ? 'on' : 'with'} ${nameOf(tab, after as AnyRecord) || id}`,
    due,
    owner: after.owner ?? (author ? personKey(author) : null),
    [reference[tab] ?? '']: id,
  };
}
