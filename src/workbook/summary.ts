// Open tasks by person and day, kept in `_Meta` by every commit, so that the sidebar opens without reading the Tasks tab.
import { addDays } from '../domain/days';
import { attentionDay, isOpen } from '../domain/follow-ups';
import type { AnyRecord, Task } from '../domain/schema';

/** Days ahead that are counted one by one; the hourly run brings in what lies further off. */
const horizonDays = 31;
/** Days that the sidebar asks for: all that a team of hundreds keeps, so that the summary fits its cell. */
const leastDays = 7;
const mostCharacters = 40_000;
const past = 'past';

/** Count of open tasks by person (key, '' for nobody) and day; all days before `asOf` together under `past`. */
export interface FollowUpSummary {
  readonly asOf: string;
  readonly open: { readonly [person: string]: { readonly [day: string]: number } };
}

export interface FollowUpCounts {
  overdue: number;
  today: number;
  next7: number;
}

/** The summary of all tasks. */
export function summaryOf(tasks: readonly AnyRecord[], today: string): FollowUpSummary {
  return summaryAfter(
    null,
    tasks.map((after) => ({ before: {}, after })),
    today,
  );
}

/** The summary after these tasks changed. A new or deleted task is an empty record before or after. */
export function summaryAfter(
  before: FollowUpSummary | null,
  changes: readonly { readonly before: AnyRecord; readonly after: AnyRecord }[],
  today: string,
): FollowUpSummary {
  const open: { [person: string]: { [day: string]: number } } = {};
  const add = (person: string, day: string, count: number) => {
    const bucket = day < today || day === past ? past : day;
    if (bucket !== past && bucket > addDays(today, horizonDays)) return;
    const days = open[person] ?? {};
    open[person] = days;
    const sum = Math.max(0, (days[bucket] ?? 0) + count);
    if (sum === 0) delete days[bucket];
    else days[bucket] = sum;
  };
  for (const [person, days] of Object.entries(before?.open ?? {})) {
    for (const [day, count] of Object.entries(days)) add(person, day, count);
  }
  for (const change of changes) {
    for (const [record, count] of [
      [change.before, -1],
      [change.after, 1],
    ] as const) {
      const day = openDay(record);
      if (day !== null) add(String(record.owner ?? '').toLowerCase(), day, count);
    }
  }
  const summary = { asOf: today, open };
  return JSON.stringify(summary).length <= mostCharacters ? summary : nearDays(summary);
}

/** The summary without what lies beyond the next days. */
function nearDays({ asOf, open }: FollowUpSummary): FollowUpSummary {
  const last = addDays(asOf, leastDays);
  const near = Object.entries(open).map(([person, days]) => {
    return [person, Object.fromEntries(Object.entries(days).filter(([day]) => day === past || day <= last))] as const;
  });
  return { asOf, open: Object.fromEntries(near) };
}

/** A person's follow-ups as of today. */
export function countsFor(summary: FollowUpSummary | null, person: string, today: string): FollowUpCounts {
  const counts = { overdue: 0, today: 0, next7: 0 };
  const week = addDays(today, 7);
  for (const [day, count] of Object.entries(summary?.open[person.toLowerCase()] ?? {})) {
    if (day === past || day < today) counts.overdue += count;
    else if (day === today) counts.today += count;
    else if (day <= week) counts.next7 += count;
  }
  return counts;
}

function openDay(record: AnyRecord): string | null {
  const task = record as unknown as Task;
  return task.due && isOpen(task) ? attentionDay(task) : null;
}
