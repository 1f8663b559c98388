// Fields that follow from other records: Last contact, Next follow-up, Open value. They change in the same change set as what
// they follow from, and only where they really change.
import { isOpen } from '../domain/follow-ups';
import { parseId } from '../domain/ids';
import { fieldOf, isBlank, sameValue } from '../domain/record';
import type { AnyRecord, FieldValue, RecordTabKey } from '../domain/schema';
import { serialOfDate } from '../domain/serial';
import { readRows } from './lookups';
import { openValueMove, openValueOf, openValues, type Target } from './open-value';
import { deltaOfPlanned, type Planned, planDerived } from './plan';
import { readReferring } from './referring';
import { preloadCurrent, type Work } from './work';

/** What a task or interaction can be about, and where Last contact and Next follow-up stand. */
const subjects = ['contact', 'company', 'deal'] as const;

/** The plan, with what follows from it; nothing follows for a record that is `leaving`. */
export function addDerived(work: Work, records: readonly Planned[], leaving?: string): Planned[] {
  const all = [...records];
  preloadSubjects(work, records);
  const target = (id: FieldValue | undefined): Planned | null => {
    const tab = typeof id === 'string' ? parseId(id)?.tab : undefined;
    if (tab === undefined || typeof id !== 'string' || id === leaving) return null;
    const known = all.find((planned) => planned.id === id);
    if (known) return known.kind === 'delete' ? null : known;
    const planned = planDerived(work, tab, id);
    if (planned) all.push(planned);
    return planned;
  };
  const addOpenValue = openValues(work, records);
  const dueDays = openDueDays(work, records);
  // Only an undo takes a last contact back, to what it was: there may have been others since.
  for (const planned of records)
    if (planned.kind === 'update' && !sameValue(planned.before.lastContact, planned.after.lastContact))
      ownLastContact(work, planned, records);
  for (const planned of records) {
    if (planned.kind === 'restore') ownDerived(work, planned, records);
    if (planned.kind === 'delete') leaveLastContact(planned, target);
    if (planned.tab === 'interactions') lastContact(planned, target);
    if (planned.tab === 'tasks') nextFollowUp(planned, target, dueDays);
    if (planned.tab === 'deals') addOpenValue(planned, target);
  }
  return all.filter((planned) => !planned.derived || Object.keys(deltaOfPlanned(planned)).length > 0);
}

/** What follows from others for a record that comes back: they may have moved on while it was gone. */
function ownDerived(work: Work, planned: Planned, records: readonly Planned[]): void {
  const { tab, id, after } = planned;
  if (tab === 'companies') {
    const value = openValueOf(work, id);
    if (value !== null || !isBlank(after.openValue)) after.openValue = value ?? 0;
  }
  const key = subjects.find((one) => fieldOf('tasks', one)?.reference === tab);
  if (!key) return;
  const due = referringAfter(work, records, 'tasks', key, id).flatMap((fields) => openDue(fields) ?? []);
  after.nextFollowUp = due.sort()[0] ?? null;
  ownLastContact(work, planned, records);
}

/** The last contact: the one that is known, or a later one of the interactions with the record. */
function ownLastContact(work: Work, { tab, id, after }: Planned, records: readonly Planned[]): void {
  const key = subjects.find((one) => fieldOf('interactions', one)?.reference === tab);
  if (!key) return;
  const days = referringAfter(work, records, 'interactions', key, id).map(({ when }) => String(when ?? ''));
  const last = [after.lastContact, ...days.map((day) => day.slice(0, 10)).filter((day) => serialOfDate(day) !== null)];
  after.lastContact =
    last
      .filter((day) => !isBlank(day))
      .sort()
      .pop() ?? null;
}

/** Records of a tab that refer to this one once these changes are made. */
function referringAfter(
  work: Work,
  records: readonly Planned[],
  tab: RecordTabKey,
  key: string,
  id: string,
): AnyRecord[] {
  const changed = records.filter((planned) => planned.tab === tab);
  const others = readReferring(work.workbook, tab, key, id).filter((one) => !changed.some((own) => own.id === one.id));
  const own = changed.filter(({ kind, after }) => kind !== 'delete' && after[key] === id);
  return [...others.map(({ fields }) => fields), ...own.map(({ after }) => after)];
}

/** Reads together what many records are about. */
function preloadSubjects(work: Work, records: readonly Planned[]): void {
  const wanted = new Map<RecordTabKey, Set<string>>();
  const known = new Set(records.map(({ id }) => id));
  for (const planned of records) {
    const { tab, before, after } = planned;
    const movesValue = tab === 'deals' && openValueMove(work, planned) !== null;
    const keys = movesValue ? ['company'] : tab === 'interactions' || tab === 'tasks' ? subjects : [];
    for (const id of keys.flatMap((key) => [before[key], after[key]])) {
      const target = typeof id === 'string' ? parseId(id) : null;
      if (target && !known.has(target.id)) wanted.set(target.tab, (wanted.get(target.tab) ?? new Set()).add(target.id));
    }
  }
  for (const [tab, ids] of wanted) preloadCurrent(work, tab, [...ids]);
}

function lastContact(interaction: Planned, target: Target): void {
  const day = typeof interaction.after.when === 'string' ? interaction.after.when.slice(0, 10) : '';
  // What cannot be right is kept out of what follows from it (DESIGN.md invariant 4).
  if (serialOfDate(day) === null || interaction.kind === 'delete') return;
  for (const key of subjects) {
    const about = target(interaction.after[key]);
    if (about && String(about.after.lastContact ?? '') < day) about.after.lastContact = day;
  }
}

/** A record that becomes a part of another was a contact with that one as well. */
function leaveLastContact({ merge, before }: Planned, target: Target): void {
  const into = target(merge);
  if (into && String(into.after.lastContact ?? '') < String(before.lastContact ?? ''))
    into.after.lastContact = before.lastContact ?? null;
}

/** Due days of a record's open tasks once these changes are made; the tasks are read once, when first asked for. */
type DueDays = (key: string, id: string) => string[];

function openDueDays({ workbook }: Work, records: readonly Planned[]): DueDays {
  const changed = records.filter(({ tab }) => tab === 'tasks');
  const ids = new Set(changed.map(({ id }) => id));
  let others: AnyRecord[] | undefined;
  return (key, id) => {
    others = others ?? readRows(workbook, 'tasks').rows.flatMap((row) => (ids.has(row.id) ? [] : [row.fields]));
    const own = changed.flatMap(({ kind, after }) => (kind === 'delete' ? [] : [after]));
    return [...others, ...own].flatMap((task) => (task[key] === id ? (openDue(task) ?? []) : []));
  };
}

/** The earliest due day of a record's open tasks. The other tasks are read only when the earliest one moved back or went. */
function nextFollowUp(task: Planned, target: Target, dueDays: DueDays): void {
  const before = openDue(task.before);
  const after = task.kind === 'delete' ? null : openDue(task.after);
  for (const key of subjects) {
    const old = task.before[key];
    const now = task.kind === 'delete' ? null : task.after[key];
    if (!sameValue(old, now)) settleFollowUp(target(old), key, before, null, dueDays);
    settleFollowUp(target(now), key, sameValue(old, now) ? before : null, after, dueDays);
  }
}

function settleFollowUp(
  about: Planned | null,
  key: string,
  before: string | null,
  after: string | null,
  dueDays: DueDays,
): void {
  if (!about) return;
  const known = about.after.nextFollowUp;
  if (after !== null && (isBlank(known) || String(known) >= after)) about.after.nextFollowUp = after;
  else if (before !== null && known === before && before !== after)
    about.after.nextFollowUp = dueDays(key, about.id).sort()[0] ?? null;
}

function openDue(task: AnyRecord): string | null {
  const status = typeof task.status === 'string' ? task.status : null;
  return typeof task.due === 'string' && serialOfDate(task.due) !== null && isOpen({ status }) ? task.due : null;
}
