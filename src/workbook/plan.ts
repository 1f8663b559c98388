// What a commit will do, decided before anything is touched: rules, merges, stage moves, ids. Reads, never writes.
import { type ChangeKind, type Delta, deltaOf } from '../domain/change-set';
import { formatId } from '../domain/ids';
import type { Issue } from '../domain/issue';
import { type MergeConflict, merge } from '../domain/merge';
import { fieldOf, isBlank, newRecord, pickFields } from '../domain/record';
import { type AnyRecord, type FieldValue, fieldsOf, type RecordTabKey, tabs } from '../domain/schema';
import { stageMove } from '../domain/stage-move';
import { checkChange } from '../domain/validate';
import { meantIn } from './aliases';
import type { Change } from './api';
import { columnOf } from './columns';
import { formulaIn, formulasAmong } from './computed';
import { WorkbookError } from './errors';
import { highestGiven, isDeleted, type LedgerEntry } from './ledger';
import { baseFromHistory } from './past';
import { readSettings } from './plain-table';
import { assertMay } from './rights';
import { blankFields, readShownFormulas, seenFields } from './rows';
import { holderOf, type Taken } from './unique';
import {
  type Current,
  columnsOf,
  currentOf,
  entryOf,
  labelsFor,
  nameInLedger,
  preloadCurrent,
  preloadEntries,
  type Work,
  withoutId,
} from './work';

/** One record's part of a commit. */
export interface Planned {
  readonly tab: RecordTabKey;
  readonly id: string;
  readonly kind: ChangeKind;
  readonly entry: LedgerEntry | null;
  readonly trusted: boolean;
  /** Where it stood; 0 for a new one. */
  readonly row: number;
  /** As last known, without the id: what the change is told against. */
  readonly before: AnyRecord;
  /**
   * What the row's cells hold now, without the id: `before`, except where people already changed the grid themselves. Null when
   * there is no row: one to be made, or one that a person deleted.
   */
  readonly stands: AnyRecord | null;
  /** The row lacks its id, or holds a wrong one: a record that a person typed or copied. */
  readonly needsId: boolean;
  after: { [field: string]: FieldValue };
  /** Grid edits found on the way, which nobody had recorded. */
  readonly observed: Delta;
  /** Fields whose formula came to another value by itself: the ledger follows, History does not tell. */
  readonly recalculated?: readonly string[];
  /** Formulas that stay. */
  readonly formulas: { readonly [field: string]: string };
  /** What those in the team's own columns came to when the plan looked; left out where nothing was looked at. */
  readonly results?: AnyRecord;
  /** Formulas to put back (undoing a deletion). */
  readonly restore?: { readonly [field: string]: string };
  readonly labels: { [id: string]: string };
  readonly merged: readonly string[];
  /** Fields that somebody asked to set: their columns must be there. */
  readonly asked?: readonly string[];
  /** Only fields that Rowbook derives change. */
  readonly derived: boolean;
  /** A new row whose cells stay as they were typed until it is known: see spelling.ts. */
  readonly unspelled?: boolean;
  /** A known row whose cells are put into our spelling. */
  readonly respelled?: boolean;
  /** The other record, of two that become one. */
  readonly merge?: string;
}

export type Plan =
  | { readonly status: 'planned'; readonly records: Planned[] }
  | {
      readonly status: 'conflict';
      readonly tab: RecordTabKey;
      readonly id: string;
      readonly conflicts: MergeConflict[];
    }
  | { readonly status: 'invalid'; readonly issues: Issue[] };

/** Plans every change. All issues of all changes are collected; the first conflict ends it. Throws `no-record`, `not-allowed`. */
export function planChanges(work: Work, changes: readonly Change[], unchecked: boolean): Plan {
  preload(work, changes);
  const records: Planned[] = [];
  const issues: Issue[] = [];
  const leaving = new Set(changes.flatMap(({ kind, id }) => (kind === 'delete' && id ? [id] : [])));
  const taken: Taken = { values: new Map(), leaving };
  for (const change of changes) {
    const known = records.find((record) => record.id !== '' && record.id === change.id);
    if (known) throw new WorkbookError('too-large', `${known.id} is changed twice in one change set.`);
    const planned = planOne(work, change, unchecked, taken);
    if ('conflicts' in planned)
      return { status: 'conflict', tab: change.tab, id: change.id ?? '', conflicts: planned.conflicts };
    if ('issues' in planned) issues.push(...planned.issues);
    else if (planned.kind !== 'update' || planned.merge || hasDelta(planned)) records.push(planned);
  }
  return issues.length > 0 ? { status: 'invalid', issues } : { status: 'planned', records: withIds(work, records) };
}

/** Fields that this record's part changes. */
export function deltaOfPlanned({ before, after, recalculated = [] }: Planned): Delta {
  const delta = deltaOf(before, after);
  return Object.fromEntries(Object.entries(delta).filter(([key]) => !recalculated.includes(key)));
}

/** Values to put into cells, by field: where they differ from what stands there. With the id, where the row lacks it. */
export function valuesToWrite(planned: Planned): AnyRecord {
  const values = Object.fromEntries(changedFields(planned).map((key) => [key, planned.after[key] ?? null]));
  return planned.needsId ? { ...values, id: planned.id } : values;
}

/** Fields whose cells change. */
export function changedFields(planned: Planned): string[] {
  return Object.keys(deltaOf(planned.stands ?? planned.before, planned.after));
}

/**
 * The plan without fields that have no column: a team may delete those that Rowbook fills itself. Throws WorkbookError
 * `no-column` when somebody asked for one of them.
 */
export function onlyColumns(work: Work, planned: Planned): Planned {
  if (planned.kind === 'delete') return planned;
  const columns = columnsOf(work, planned.tab);
  const homeless = changedFields(planned).filter((key) => columns.at(key) === undefined);
  for (const key of homeless) if (planned.asked?.includes(key)) columnOf(columns, key);
  if (homeless.length === 0) return planned;
  const after = { ...planned.after };
  // A record that comes back has in them what it had, for that is what its row is read with.
  const { kind, entry, stands, before } = planned;
  const held = kind === 'restore' && entry ? seenFields(entry.state) : (stands ?? before);
  for (const key of homeless) after[key] = held[key] ?? null;
  return { ...planned, after };
}

/** A plan for a record that only Rowbook's derived fields of change; null when there is no such record. */
export function planDerived(work: Work, tab: RecordTabKey, id: string): Planned | null {
  const current = currentOf(work, tab, id);
  return current ? plannedFrom(tab, id, 'update', current, { ...current.seen }, [], true) : null;
}

type OneOutcome = Planned | { conflicts: MergeConflict[] } | { issues: Issue[] };

function planOne(work: Work, change: Change, unchecked: boolean, taken: Taken): OneOutcome {
  switch (change.kind) {
    case 'create':
      return planCreate(work, change, unchecked, taken);
    case 'update':
      return planUpdate(work, change, unchecked, taken);
    default:
      return planDelete(work, change);
  }
}

function planCreate(work: Work, change: Change, unchecked: boolean, taken: Taken): OneOutcome {
  const { tab } = change;
  if (change.id) return planRestore(work, change, change.id);
  assertMay(work, change, {});
  const given = { ...defaultsFor(work, change), ...change.fields };
  const checked = check(work, change, '', {}, given, unchecked, taken);
  if (checked.issues.length > 0) return checked;
  const start = { ...withoutId(newRecord(tab)), ...checked.changes };
  const moved = tab === 'deals' && !unchecked ? { ...start, ...move(work, {}, start) } : start;
  const planned = plannedNew(work, change, '', 'create', { ...moved, ...stamps(work, tab, true) });
  return { ...planned, asked: Object.keys(checked.changes) };
}

/** Undoing a deletion brings back the record as it was, under its own id, with its formulas. */
function planRestore(work: Work, change: Change, id: string): Planned {
  const entry = entryOf(work, change.tab, id);
  // Somebody else was faster: a second row would be a copy.
  if (entry && !isDeleted(entry)) throw new WorkbookError('not-deleted', `${id} is back already.`);
  assertMay(work, change, entry?.state.fields ?? {});
  const after = { ...withoutId(blankFields(change.tab)), ...withoutId(change.fields ?? {}) };
  return { ...plannedNew(work, change, id, 'restore', after), entry, restore: entry?.state.formulas ?? {} };
}

function plannedNew(
  work: Work,
  { tab }: Change,
  id: string,
  kind: ChangeKind,
  after: { [field: string]: FieldValue },
): Planned {
  return {
    tab,
    id,
    kind,
    entry: null,
    trusted: false,
    row: 0,
    before: withoutId(blankFields(tab)),
    stands: null,
    needsId: false,
    after,
    observed: {},
    formulas: {},
    labels: labelsFor(work, tab, after),
    merged: [],
    derived: false,
  };
}

function planUpdate(work: Work, change: Change, unchecked: boolean, taken: Taken): OneOutcome {
  const { tab } = change;
  const id = change.id ?? '';
  const current = existing(work, tab, id);
  assertMay(work, change, current.seen);
  const checked = check(work, change, id, current.seen, change.fields ?? {}, unchecked, taken);
  if (checked.issues.length > 0) return checked;
  const base = baseOf(work, change, current);
  // Whoever writes over a formula is asked below, whatever it came to when they looked.
  const theirs = {
    ...current.seen,
    ...pickFields(
      base,
      computedIn(current).filter((key) => key in base),
    ),
  };
  const result = merge({ base, mine: checked.changes, theirs, overwrite: change.overwrite ?? [] });
  const conflicts = [...result.conflicts, ...formulaConflicts(work, change, result.changes, current)];
  if (conflicts.length > 0) return { conflicts };
  const after = { ...current.seen, ...result.changes };
  if (tab === 'deals' && !unchecked) Object.assign(after, move(work, current.seen, result.changes));
  if (Object.keys(deltaOf(current.seen, after)).length > 0) Object.assign(after, stamps(work, tab, false));
  const planned = plannedFrom(tab, id, 'update', current, after, result.merged, false);
  Object.assign(planned.labels, labelsFor(work, tab, result.changes));
  return { ...withMerge(work, planned, change), asked: Object.keys(result.changes) };
}

function planDelete(work: Work, change: Change): OneOutcome {
  const id = change.id ?? '';
  const current = existing(work, change.tab, id);
  assertMay(work, change, current.seen);
  const since = { ...baseOf(work, change, current) };
  const computed = computedIn(current);
  const told = Object.keys(since).filter((key) => !computed.includes(key));
  const conflicts = Object.entries(deltaOf(pickFields(since, told), pickFields(current.seen, told))).map(
    ([field, [base, theirs]]) => ({ field, base, mine: null, theirs }),
  );
  if (conflicts.length > 0) return { conflicts };
  return withMerge(work, plannedFrom(change.tab, id, 'delete', current, {}, [], false), change);
}

/** The plan with the other record, where two become one, and its name as it is before. */
function withMerge(work: Work, planned: Planned, { merge: other }: Change): Planned {
  if (other === undefined) return planned;
  return { ...planned, merge: other, labels: { ...planned.labels, [other]: nameInLedger(work, other) ?? '' } };
}

/** Columns of the team's own that compute themselves in this record. */
function computedIn({ seen }: Current): string[] {
  return Object.keys(formulasAmong(seen));
}

function plannedFrom(
  tab: RecordTabKey,
  id: string,
  kind: ChangeKind,
  current: Current,
  after: { [field: string]: FieldValue },
  merged: readonly string[],
  derived: boolean,
): Planned {
  const { entry, trusted, row, seen, observed, formulas, results, labels } = current;
  return {
    tab,
    id,
    kind,
    entry,
    trusted,
    row,
    before: seen,
    stands: seen,
    needsId: false,
    after,
    observed,
    formulas,
    ...(results ? { results } : {}),
    labels: { ...labels },
    merged,
    derived,
  };
}

function existing(work: Work, tab: RecordTabKey, id: string): Current {
  const current = currentOf(work, tab, id);
  if (current) return current;
  throw new WorkbookError('no-record', `${id || 'This record'} is not in ${tabs[tab].title} any more.`);
}

function hasDelta(planned: Planned): boolean {
  return Object.keys(deltaOfPlanned(planned)).length > 0;
}

/** Values that the change began from, where they may differ from what stands there now. */
function baseOf(work: Work, change: Change, current: Current): AnyRecord {
  const version = current.entry?.version ?? 0;
  const isNew = Object.keys(current.observed).length > 0;
  if (change.baseVersion === undefined || (change.baseVersion === version && !isNew)) return {};
  if (change.baseVersion > version) {
    // The ledger was lost since: nothing can say what lies between.
    throw new WorkbookError(
      'stale',
      `${change.id} was opened in a version that this workbook does not know. Reload it.`,
    );
  }
  // A client may know what some of its changes began from; History knows the others.
  const untold = Object.keys(change.fields ?? {}).some((key) => !(key in (change.base ?? {})));
  if (change.base && !untold) return change.base;
  const since = Object.fromEntries(Object.entries(current.observed).map(([key, [before]]) => [key, before]));
  const past = baseFromHistory(work.workbook, change.id ?? '', version - change.baseVersion);
  return { ...since, ...past, ...change.base };
}

/** A cell with a person's formula is written over only when they said so (DESIGN.md invariant 7). */
function formulaConflicts(work: Work, change: Change, changes: AnyRecord, current: Current): MergeConflict[] {
  const fields = Object.keys(changes).filter(
    (field) => current.formulas[field] !== undefined && !change.overwrite?.includes(field),
  );
  if (fields.length === 0) return [];
  const shown = readShownFormulas(columnsOf(work, change.tab), current.row);
  return fields.map((field) => ({
    field,
    base: formulaIn(field, current.seen[field]) === undefined ? (current.seen[field] ?? null) : null,
    mine: changes[field] ?? null,
    theirs: shown[field] ?? null,
  }));
}

function check(
  work: Work,
  change: Change,
  id: string,
  before: AnyRecord,
  fields: AnyRecord,
  unchecked: boolean,
  taken: Taken,
): { changes: { [field: string]: FieldValue }; issues: Issue[] } {
  if (unchecked) return { changes: { ...withoutId(fields) }, issues: [] };
  const { tab } = change;
  const context = {
    ...work.context,
    meant: (ref: string) => meantIn(work, ref),
    exists: (target: string, ref: string) => target !== '' && nameInLedger(work, ref) !== undefined,
    holderOf: (_: RecordTabKey, field: string, value: string) => holderOf(work, tab, field, value, id, taken),
  };
  const by = change.by ?? 'person';
  const checked = checkChange({ tab, id, before, changes: fields, by }, context);
  if (id === '') return checked;
  // An old gap in another field is listed under "Needs attention"; it does not keep a person from saving this one.
  const concerns = (one: Issue) => {
    const field = fieldOf(tab, one.field);
    const others = [field?.requiredUnless, field?.requiredWhen?.field].filter((key) => key !== undefined);
    return one.code !== 'required' || [one.field, ...others].some((key) => key in fields);
  };
  return { changes: checked.changes, issues: checked.issues.filter(concerns) };
}

function move(work: Work, before: AnyRecord, changes: AnyRecord): { [field: string]: FieldValue } {
  if (!('stage' in changes)) return {};
  return stageMove(before, changes, readSettings(work.workbook).stages, work.today);
}

/** Created and Updated, where the tab has them. */
function stamps(work: Work, tab: RecordTabKey, isNew: boolean): { [field: string]: FieldValue } {
  const has = (key: string) => fieldOf(tab, key) !== undefined;
  return {
    ...(isNew && has('created') ? { created: work.clock } : {}),
    ...(has('updated') ? { updated: work.clock } : {}),
  };
}

/** Whoever notes a task or an interaction owns it, unless they name another. */
function defaultsFor(work: Work, { tab, fields = {} }: Change): { [field: string]: FieldValue } {
  const owns = (tab === 'tasks' || tab === 'interactions') && isBlank(fields.owner) && work.author.email !== '';
  const owner = owns ? work.context.person?.(work.author.email) : undefined;
  return owner === undefined ? {} : { owner };
}

/** Reads together what will be needed one by one. */
function preload(work: Work, changes: readonly Change[]): void {
  const wanted = new Map<RecordTabKey, string[]>();
  const want = (tab: RecordTabKey, id: string) => wanted.set(tab, [...(wanted.get(tab) ?? []), id]);
  for (const { tab, id, merge: other, fields = {} } of changes) {
    if (id) want(tab, id);
    if (other) want(tab, other);
    for (const [key, field] of fieldsOf(tab)) {
      const value = fields[key];
      if (field.type === 'reference' && typeof value === 'string')
        want(field.reference as RecordTabKey, value.trim().toUpperCase());
    }
  }
  for (const [tab, ids] of wanted) preloadEntries(work, tab, ids);
  for (const tab of new Set(changes.map((change) => change.tab))) {
    const ids = changes.flatMap((change) => (change.tab === tab && change.id ? [change.id] : []));
    preloadCurrent(work, tab, ids);
  }
}

/** Gives new records the next ids. The marks are written together with the journal. */
export function withIds(work: Work, records: readonly Planned[]): Planned[] {
  const next = new Map<RecordTabKey, number>();
  return records.map((record) => {
    if (record.id !== '') return record;
    const number = next.get(record.tab) ?? nextNumber(work, record.tab);
    next.set(record.tab, number + 1);
    return { ...record, id: formatId(record.tab, number) };
  });
}

/** The first number never used. */
export function nextNumber({ workbook }: Pick<Work, 'workbook'>, tab: RecordTabKey): number {
  return highestGiven(workbook, tab) + 1;
}
