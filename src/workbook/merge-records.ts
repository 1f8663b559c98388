// Two records that are one: what refers to the one that goes refers to the other afterwards, which gets the values that were chosen.
// One change set. Where many refer to it, references move first, a bounded part under each lock; the last commit is the merge, so
// that nobody ever sees the half of it as done.

import { hashText } from '../domain/hash';
import { parseId } from '../domain/ids';
import type { Issue } from '../domain/issue';
import { fieldOf, isBlank } from '../domain/record';
import { parseReference } from '../domain/references';
import { isKeptByRowbook } from '../domain/roles';
import { type FieldValue, fieldsOf, type RecordTabKey, recordTabKeys, tabs } from '../domain/schema';
import type { Author, Change, CommitOutcome, CommittedRecord, Workbook } from './api';
import { commit } from './commit';
import { WorkbookError } from './errors';
import { isDeleted, type LedgerEntry, readLedgerEntries, readLedgerEntry } from './ledger';
import { withLock } from './lock';
import { planChanges } from './plan';
import { recover } from './recover';
import { readReferring } from './referring';
import { readToUndo } from './undo';
import { readPastOf } from './whole-history';
import { newWork } from './work';

/** References that move in one step, and so many at most together with the merge itself: about four modelled seconds under the lock. */
const perStep = 30;
const perLastStep = 12;

interface Looked {
  readonly id: string;
  /** The version that a person looked at. */
  readonly version: number;
}

export interface WantedMerge {
  readonly tab: RecordTabKey;
  readonly keep: Looked;
  readonly gone: Looked;
  /** Values that the kept record gets. What Rowbook keeps by itself is left out of them. */
  readonly changes: { readonly [field: string]: FieldValue };
  /** An earlier step has looked whether it can be done. */
  readonly goesOn?: boolean;
}

export type Merged =
  | {
      readonly status: 'merged';
      readonly changeSet: string;
      /** The kept record; left out where it was merged before: this call had only been cut off before it answered. */
      readonly record?: CommittedRecord;
      readonly moved: readonly { readonly tab: RecordTabKey; readonly count: number }[];
      readonly warnings: readonly string[];
    }
  | { readonly status: 'more'; readonly changeSet: string; readonly left: number }
  | { readonly status: 'changed'; readonly id: string }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

/**
 * Merges, or does one step of it (`more`: call again). A call that was cut off is simply made again: it goes on under the same
 * change set. Throws WorkbookError `no-record`, `not-allowed`, `busy`.
 */
export function mergeRecords(workbook: Workbook, author: Author, wanted: WantedMerge): Merged {
  const done = withLock(workbook, (): Merged => {
    recover(workbook);
    const { tab, keep, gone } = wanted;
    const entries = readLedgerEntries(workbook, tab, [keep.id, gone.id]);
    const leaving = entries.get(gone.id);
    if (leaving && isDeleted(leaving)) return alreadyGone(wanted, leaving);
    const changed = [keep, gone].find((one) => hasChanged(workbook, entries.get(one.id), one));
    return changed ? { status: 'changed', id: changed.id } : step(workbook, author, wanted, entries);
  });
  return done.status === 'merged' ? { ...done, moved: movedIn(workbook, done.changeSet, wanted) } : done;
}

function step(
  workbook: Workbook,
  author: Author,
  wanted: WantedMerge,
  entries: ReadonlyMap<string, LedgerEntry>,
): Merged {
  const { tab, keep, gone } = wanted;
  const changeSet = changeSetOf(wanted, entries.get(gone.id));
  const { fields, warnings } = valuesOfKept(workbook, wanted, entries);
  const whole = wholeMerge(wanted, fields, entries);
  const links = linksTo(workbook, tab, gone.id, keep.id);
  const stuck: string[] = [];
  let isChecked = wanted.goesOn === true;
  for (;;) {
    const open = links.filter(({ id }) => !stuck.includes(id ?? ''));
    const isLast = open.length <= perLastStep;
    if (!isLast && !isChecked) {
      // What would be refused in the end is told before anything moves.
      const plan = planChanges(newWork(workbook, author, 'merge', changeSet, false), whole, false);
      if (plan.status !== 'planned') return refused(plan, wanted, entries);
      isChecked = true;
    }
    const changes = isLast ? [...open, ...whole] : open.slice(0, perStep);
    const options = {
      changeSet,
      leaving: gone.id,
      trusting: true,
      ...(isLast ? {} : { unchecked: true, derived: true }),
    };
    const outcome = commit(workbook, author, 'merge', changes, options);
    if (outcome.status === 'conflict' && open.some(({ id }) => id === outcome.id)) {
      stuck.push(outcome.id);
      continue;
    }
    if (outcome.status !== 'saved') return refused(outcome, wanted, entries);
    if (!isLast) return { status: 'more', changeSet, left: open.length - changes.length };
    const record = outcome.records.find(({ id }) => id === keep.id);
    return {
      status: 'merged',
      changeSet,
      ...(record ? { record } : {}),
      moved: [],
      warnings: [
        ...warnings,
        ...stuck.map((id) => `${id} still refers to ${gone.id}: a formula stands there.`),
        ...outcome.warnings,
      ],
    };
  }
}

/** The same for the same two records as long as the one that goes is what it is: a merge that was left half done goes on under it. */
function changeSetOf({ tab, keep, gone }: WantedMerge, leaving: LedgerEntry | undefined): string {
  return `S${hashText(['merge', tab, keep.id, gone.id, leaving?.version ?? 0].join(' ')).slice(0, 12)}`;
}

function alreadyGone(wanted: WantedMerge, { state, changeSet }: LedgerEntry): Merged {
  const { tab, keep, gone } = wanted;
  if (state.to === keep.id) return { status: 'merged', changeSet, moved: [], warnings: [] };
  if (state.to !== undefined) return { status: 'changed', id: gone.id };
  throw new WorkbookError('no-record', `${gone.id} is not in ${tabs[tab].title} any more.`);
}

/** Whether people have changed the record since it was looked at. What Rowbook keeps by itself, also while references move, does not count. */
function hasChanged(workbook: Workbook, entry: LedgerEntry | undefined, { id, version }: Looked): boolean {
  const now = entry?.version ?? 0;
  if (version >= now) return version > now;
  return readPastOf(workbook, id, null, now - version).some(({ tab, delta }) => !isKeptByRowbook(tab, delta));
}

/** The last part: the kept record's values, and the other one goes. */
function wholeMerge(
  { tab, keep, gone }: WantedMerge,
  fields: Change['fields'] & object,
  entries: ReadonlyMap<string, LedgerEntry>,
): Change[] {
  const since = (id: string) => {
    const entry = entries.get(id);
    return entry ? { baseVersion: entry.version } : {};
  };
  return [
    { kind: 'update', tab, id: keep.id, fields, by: 'system', merge: gone.id, ...since(keep.id) },
    { kind: 'delete', tab, id: gone.id, merge: keep.id, ...since(gone.id) },
  ];
}

/** What the kept record gets: the chosen values, the earlier Created, and no reference to itself, over however many records. */
function valuesOfKept(
  workbook: Workbook,
  { tab, keep, gone, changes }: WantedMerge,
  entries: ReadonlyMap<string, LedgerEntry>,
): { fields: { [field: string]: FieldValue }; warnings: string[] } {
  const chosen = Object.entries(changes).filter(([key]) => (fieldOf(tab, key)?.writer ?? 'person') === 'person');
  const fields: { [field: string]: FieldValue } = Object.fromEntries(chosen);
  const [kept, left] = [keep.id, gone.id].map((id) => entries.get(id)?.state.fields ?? {});
  const [created, earlier] = [kept?.created, left?.created];
  if (typeof earlier === 'string' && (isBlank(created) || earlier < String(created))) fields.created = earlier;
  const warnings: string[] = [];
  for (const [key, { header, reference }] of fieldsOf(tab)) {
    if (reference !== tab) continue;
    const value = key in fields ? fields[key] : kept?.[key];
    const target = typeof value === 'string' ? parseReference(value).id : null;
    // What the one that goes refers to is what its own part of the kept record refers to.
    const through = target === gone.id ? (left?.[key] ?? null) : value;
    const isLoop = leadsBack(workbook, tab, key, through, [keep.id, gone.id]);
    if (target !== gone.id && !isLoop) continue;
    fields[key] = isLoop ? null : (through ?? null);
    if (isLoop) warnings.push(`${header} was taken out: it would lead back to ${keep.id} itself.`);
  }
  return { fields, warnings };
}

/** Longer chains of parents are not followed. */
const longest = 20;

function leadsBack(
  workbook: Workbook,
  tab: RecordTabKey,
  key: string,
  value: FieldValue | undefined,
  ids: readonly string[],
): boolean {
  let at = value;
  for (let count = 0; count < longest; count++) {
    const id = typeof at === 'string' ? parseReference(at).id : null;
    if (id === null || parseId(id)?.tab !== tab) return false;
    if (ids.includes(id)) return true;
    at = readLedgerEntry(workbook, tab, id)?.state.fields[key];
  }
  return false;
}

/** Changes that turn every reference to the one that goes to the kept one, but its own and that of the kept one (1 or 2 calls, and their reads, for each tab). */
function linksTo(workbook: Workbook, tab: RecordTabKey, gone: string, keep: string): Change[] {
  const links = new Map<string, Change>();
  for (const other of recordTabKeys) {
    for (const [key, { reference }] of fieldsOf(other)) {
      if (reference !== tab) continue;
      for (const { id } of readReferring(workbook, other, key, gone, true)) {
        // A row that was just typed has no id yet: it is turned when it is taken in.
        if (id === '' || id === gone || id === keep) continue;
        const fields = { ...links.get(id)?.fields, [key]: keep };
        links.set(id, { kind: 'update', tab: other, id, fields, by: 'system', follows: true });
      }
    }
  }
  return [...links.values()];
}

function refused(
  outcome:
    | Extract<CommitOutcome, { status: 'invalid' }>
    | { status: 'conflict'; id: string; conflicts: readonly { field: string }[] },
  { tab, keep }: WantedMerge,
  entries: ReadonlyMap<string, LedgerEntry>,
): Merged {
  if (outcome.status === 'invalid') return outcome;
  const { id, conflicts } = outcome;
  const formulas = entries.get(id)?.state.formulas ?? {};
  const computed = conflicts.filter(({ field }) => id === keep.id && formulas[field] !== undefined);
  if (computed.length === 0) return { status: 'changed', id };
  const issues = computed.map(({ field }): Issue => {
    const message = `${fieldOf(tab, field)?.header ?? field} is a formula in the kept record, so it stays. Leave it out.`;
    return { tab, id, field, code: 'formula', expected: 'no value', received: '', message };
  });
  return { status: 'invalid', issues };
}

/** How many records refer to the kept one since, by tab, as History tells of all steps (2 reads). */
function movedIn(
  workbook: Workbook,
  changeSet: string,
  { keep, gone }: WantedMerge,
): { tab: RecordTabKey; count: number }[] {
  const links = readToUndo(workbook, changeSet).filter(({ delta }) =>
    Object.values(delta).some(([before, after]) => before === gone.id && after === keep.id),
  );
  return recordTabKeys.flatMap((tab) => {
    const count = new Set(links.flatMap((entry) => (entry.tab === tab ? [entry.id] : []))).size;
    return count > 0 ? [{ tab, count }] : [];
  });
}
