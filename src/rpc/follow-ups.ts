// Today's follow-ups for the sidebar. Doing and snoozing a task are plain saves of it (saveRecord).
import { agendaOf, attentionDay, isOpen, localTime, zoneOf } from '../domain/follow-ups';
import type { RecordTabKey, Task } from '../domain/schema';
import { fold } from '../domain/text';
import { readTable, readTeam, type StoredRecord, type Team, type Workbook } from '../workbook';
import type { Caller } from './caller';
import type { FollowUp, FollowUpsInput, FollowUpsResult } from './contract';

type ListedTask = Task & { readonly stored: StoredRecord };

/** The open tasks of the caller (key: email, or name), or of everybody, by overdue, today and the next seven days. */
export function listFollowUps({ workbook, key: caller }: Caller, { scope = 'mine' }: FollowUpsInput): FollowUpsResult {
  const team = readTeam(workbook);
  const today = todayOf(workbook, team, caller);
  const tasks = readTable(workbook, 'tasks').records.flatMap((stored): ListedTask[] => {
    const task = stored.fields as Task;
    if (stored.id === '' || !isOpen(task)) return [];
    if (scope === 'mine' && fold(task.owner ?? '') !== fold(caller)) return [];
    return [{ ...task, stored }];
  });
  const agenda = agendaOf(tasks, today);
  const views = (some: readonly ListedTask[]) => some.map((task) => viewOf(task, team));
  return {
    today,
    overdue: views(agenda.overdue),
    dueToday: views(agenda.today),
    next7: views(agenda.next7),
  };
}

/** The date where the caller is (DESIGN.md invariant 8); the workbook's where Team names no zone of theirs. */
function todayOf(workbook: Workbook, team: Team, caller: string): string {
  const zone = zoneOf({ timeZone: team.member(caller)?.timeZone ?? null }, workbook.timeZone, workbook.format);
  return localTime(Date.parse(workbook.now()), zone, workbook.format).date;
}

function viewOf(task: ListedTask, team: Team): FollowUp {
  const owner = task.owner ?? '';
  return {
    id: task.stored.id,
    title: task.title ?? '',
    kind: task.kind ?? '',
    due: attentionDay(task) ?? '',
    dueTime: task.dueTime,
    owner,
    ownerName: team.member(owner)?.name ?? owner,
    priority: task.priority ?? 'Normal',
    about: [
      ...aboutOf(task.stored, 'contacts', task.contact),
      ...aboutOf(task.stored, 'companies', task.company),
      ...aboutOf(task.stored, 'deals', task.deal),
      ...aboutOf(task.stored, 'tickets', task.ticket),
    ],
  };
}

/** The record by the name that stands in the task's own cell, so that no other tab need be read. */
function aboutOf(stored: StoredRecord, tab: RecordTabKey, id: string | null): FollowUp['about'] {
  return id === null ? [] : [{ tab, id, name: stored.labels[id] || id }];
}
