// What people did in the grid, as a plan: rows typed or pasted become records, changed rows get a new version, copies of a row
// an id of their own. The cells a person filled are taken as they are; only Rowbook's own fields are added.
import { type Delta, deltaOf } from '../domain/change-set';
import { parseId } from '../domain/ids';
import { fieldOf, isBlank, newRecord, pickFields, sameValue } from '../domain/record';
import { type AnyRecord, type FieldValue, fieldsOf, type RecordTabKey } from '../domain/schema';
import { stageMove } from '../domain/stage-move';
import { withCountryOf } from '../domain/validate';
import { parseCell, tidyText } from '../domain/values';
import { mayHaveAliases, meantIn } from './aliases';
import type { Columns } from './columns';
import { copiesIn } from './copied-values';
import { unchangedFormulas } from './formulas';
import { highestGiven, isDeleted, type LedgerEntry } from './ledger';
import { resolveRow } from './lookups';
import { isRather } from './lost-ids';
import { readSettings } from './plain-table';
import { deltaOfPlanned, type Planned } from './plan';
import { blankFields, hashOf, type Row, seenFields } from './rows';
import { hasUnspelled, leaveAsTyped, manyRows } from './spelling';
import { asRecord, entryOf, nameInLedger, preloadEntries, type Work, withoutId } from './work';

/** Rows with the ids that other rows hold rightfully: those get an id of their own. */
interface GridRows {
  readonly rows: readonly Row[];
  readonly copies: ReadonlySet<Row>;
  /** Ids for rows that lost theirs, where what they hold tells which record they are. */
  readonly lost?: ReadonlyMap<Row, string>;
  /** Rows with other formulas than the ledger knows, where somebody looked. */
  readonly other?: ReadonlySet<Row>;
}

/** A plan for each row that the ledger does not know as it stands. Rows it knows are left out. */
export function planGridRows(work: Work, tab: RecordTabKey, { rows, copies, lost, other }: GridRows): Planned[] {
  // One record is one row: another row with the same id is a copy.
  const found = new Set(lost?.values());
  const isNew = (row: Row) => copies.has(row) || found.has(row.id) || !isKnown(work, tab, row);
  const fresh = new Set(rows.filter(isNew));
  const isMany = fresh.size >= manyRows;
  const isToBeSpelled = hasUnspelled(work.workbook, tab);
  preloadAliases(work, tab, rows);
  return rows.flatMap((row) => {
    const lostId = lost?.get(row);
    if (lostId !== undefined)
      return [knownRow(work, tab, asRecord(work, row, lostId), entryOf(work, tab, lostId), lostId)];
    const entry = row.id === '' ? null : entryOf(work, tab, row.id);
    if (fresh.has(row)) return [newRow(work, tab, asRecord(work, row, ''), isMany)];
    if (entry && entry.hash === hashOf(row) && !other?.has(row))
      return isToBeSpelled ? respelled(work, tab, row, entry) : [];
    return [knownRow(work, tab, row, entry, null)];
  });
}

/** A record that a person deleted in the grid. */
export function planGone(tab: RecordTabKey, entry: LedgerEntry): Planned {
  const before = withoutId(seenFields({ fields: entry.state.fields, raw: entry.state.raw }));
  return {
    ...blankPlan(tab, entry.id, entry),
    kind: 'delete',
    row: 0,
    before,
    stands: null,
    needsId: false,
    after: {},
  };
}

/** `isMany`: its cells stay as they were typed for now, see spelling.ts. */
function newRow(work: Work, tab: RecordTabKey, row: Row, isMany: boolean): Planned {
  const seen = withoutId(seenFields(row));
  const after: { [field: string]: FieldValue } = {
    ...inOurSpelling(work, tab, seen),
    ...resolvedReferences(work, row),
  };
  for (const [key, value] of Object.entries(newRecord(tab))) {
    if (key !== 'id' && isBlank(after[key]) && !isBlank(value)) after[key] = value;
  }
  if (tab === 'deals') Object.assign(after, stageMove({}, after, readSettings(work.workbook).stages, work.today));
  for (const key of ['created', 'updated']) if (fieldOf(tab, key)) after[key] = work.clock;
  const unspelled = isMany && leaveAsTyped(after, seen);
  return {
    ...blankPlan(tab, '', null),
    results: resultsIn(row),
    kind: 'create',
    ...(unspelled ? { unspelled } : {}),
    row: row.row,
    before: withoutId(blankFields(tab)),
    stands: seen,
    needsId: true,
    after,
    labels: { ...row.labels, ...typedNames(work, row) },
  };
}

/** A row that was taken in as it was typed, with its cells in our spelling; nothing where they are. */
function respelled(work: Work, tab: RecordTabKey, row: Row, entry: LedgerEntry): Planned[] {
  const seen = withoutId(seenFields(row));
  const after = { ...inOurSpelling(work, tab, seen), ...resolvedReferences(work, row) };
  const changed = Object.keys(deltaOf(seen, after));
  if (changed.length === 0) return [];
  return [
    {
      ...blankPlan(tab, row.id, entry),
      kind: 'update',
      row: row.row,
      before: seen,
      stands: seen,
      needsId: false,
      respelled: true,
      after,
      labels: { ...row.labels, ...typedNames(work, row) },
    },
  ];
}

function knownRow(work: Work, tab: RecordTabKey, row: Row, entry: LedgerEntry | null, lostId: string | null): Planned {
  const seen = withoutId(seenFields(row));
  const isBack = entry !== null && isDeleted(entry);
  const before =
    entry && !isBack
      ? withoutId(seenFields({ fields: entry.state.fields, raw: entry.state.raw }))
      : withoutId(blankFields(tab));
  const spelled = inOurSpelling(work, tab, seen, before);
  const after: { [field: string]: FieldValue } = { ...spelled, ...resolvedReferences(work, row) };
  // `lead` over `Lead` is no move to another stage, whichever of the two the ledger knows.
  const known = inOurSpelling(work, tab, before, before);
  const theirs = Object.fromEntries(Object.entries(deltaOf(known, spelled)).map(([key, [, value]]) => [key, value]));
  if (tab === 'deals' && entry && 'stage' in theirs) {
    Object.assign(after, stageMove(known, theirs, readSettings(work.workbook).stages, work.today));
  }
  if (entry && fieldOf(tab, 'updated') && Object.keys(theirs).length > 0) after.updated = work.clock;
  return {
    ...blankPlan(tab, lostId ?? row.id, entry),
    results: resultsIn(row),
    kind: isBack ? 'restore' : entry ? 'update' : 'create',
    row: row.row,
    before,
    stands: seen,
    needsId: lostId !== null,
    after,
    labels: { ...row.labels, ...typedNames(work, row) },
  };
}

/** What formulas in the team's own columns came to when the row was read. */
function resultsIn({ fields, computed = {} }: Row): AnyRecord {
  return pickFields(fields, Object.keys(computed));
}

function blankPlan(tab: RecordTabKey, id: string, entry: LedgerEntry | null) {
  const none: Delta = {};
  return { tab, id, entry, trusted: false, observed: none, formulas: {}, labels: {}, merged: [], derived: false };
}

/**
 * The plan with every formula of a person left in its cell, with the value it gives (DESIGN.md invariant 7). What
 * columns that one formula fills, and copies of a column, come to by themselves is left untold.
 */
export function keepFormulas(planned: Planned, formulas: Planned['formulas'], columns: Columns): Planned {
  const kept = Object.keys(formulas).map((key) => [key, planned.stands?.[key] ?? null]);
  const { entry, id, before, after } = planned;
  const copies = copiesIn(columns, id, before, after);
  const recalculated = [...unchangedFormulas(entry, formulas), ...columns.spilled, ...copies];
  const whole = { ...planned, formulas, recalculated, after: { ...after, ...Object.fromEntries(kept) } };
  const isTouched = Object.keys(deltaOfPlanned(whole)).some((key) => key !== 'updated');
  // Nobody updated a record in which only a formula came to another value.
  if (!isTouched && planned.stands && planned.kind === 'update') whole.after.updated = planned.stands.updated ?? null;
  return whole;
}

/**
 * Fields that are kept in one spelling, in it: choices that the team sets as in Settings (`lead` → `Lead`), addresses and phone
 * numbers as every other door keeps them, unless they are `known` as they stand. What cannot be read stays as it was typed.
 */
function inOurSpelling(work: Work, tab: RecordTabKey, fields: AnyRecord, known: AnyRecord = {}): AnyRecord {
  const own = withCountryOf(fields, work.context);
  const spelled = fieldsOf(tab).flatMap(([key, field]) => {
    const text = fields[key];
    if (typeof text !== 'string') return [];
    if (field.type === 'email' || field.type === 'phone') {
      if (sameValue(known[key], text)) return [];
      const { value, problem } = parseCell(field, tidyText(field, text, own));
      return problem ? [] : [[key, value] as const];
    }
    if (field.type !== 'choice' || field.choicesFrom === undefined) return [];
    const { value, problem } = parseCell(field, text, work.context);
    return problem || isBlank(value) ? [] : [[key, value] as const];
  });
  return { ...fields, ...Object.fromEntries(spelled) };
}

/**
 * Bare names that mean one record become references: `Acme` → the company's id, written as `Acme (CO-12)`. The id of a record that was
 * merged becomes that of the one it was merged into.
 */
function resolvedReferences(work: Work, row: Row): { [field: string]: FieldValue } {
  const aliases = aliasFields(work, row.tab).flatMap((key) => {
    const id = row.fields[key];
    const meant = typeof id === 'string' ? meantIn(work, id) : undefined;
    return meant === undefined || meant === id ? [] : [[key, meant] as const];
  });
  const merged = Object.fromEntries(aliases);
  const unread = Object.keys(row.raw).filter((key) => fieldOf(row.tab, key)?.type === 'reference');
  if (unread.length === 0) return merged;
  const { fields } = resolveRow(row, work.context);
  const named = unread.flatMap((key) => (isBlank(fields[key]) ? [] : [[key, fields[key] ?? null] as const]));
  return { ...merged, ...Object.fromEntries(named) };
}

function typedNames(work: Work, row: Row): { [id: string]: string } {
  return Object.fromEntries(
    Object.entries(resolvedReferences(work, row)).map(([key, id]) => [
      String(id),
      String(row.raw[key] ?? nameInLedger(work, String(id)) ?? ''),
    ]),
  );
}

/** Fields of a tab whose references may mean a record that was merged. */
function aliasFields({ workbook }: Work, tab: RecordTabKey): string[] {
  return fieldsOf(tab).flatMap(([key, { reference }]) =>
    reference !== undefined && mayHaveAliases(workbook, reference as RecordTabKey) ? [key] : [],
  );
}

/** Reads together what the ledger knows of records that these rows refer to (nothing where none was ever merged). */
function preloadAliases(work: Work, tab: RecordTabKey, rows: readonly Row[]): void {
  for (const key of aliasFields(work, tab)) {
    const ids = rows.flatMap(({ fields }) => (typeof fields[key] === 'string' ? [String(fields[key])] : []));
    preloadEntries(work, fieldOf(tab, key)?.reference as RecordTabKey, ids);
  }
}

/** Whether the row carries an id that Rowbook has given: any other is a row typed by a person, or one whose id was typed over. */
export function isKnown(work: Work, tab: RecordTabKey, row: Row): boolean {
  return row.id !== '' && (entryOf(work, tab, row.id) !== null || wasGiven(work, tab, row.id));
}

/** Whether Rowbook once gave this id: then the ledger lost it, and the record keeps it. An invented one is replaced. */
function wasGiven(work: Work, tab: RecordTabKey, id: string): boolean {
  return (parseId(id)?.number ?? Number.POSITIVE_INFINITY) <= highestGiven(work.workbook, tab);
}

/** Rows that carry an id which another row holds rightfully (`isRather`), else the upper one. */
export function findCopies(rows: readonly Row[], entries: ReadonlyMap<string, LedgerEntry | null>): Set<Row> {
  const owners = new Map<string, Row>();
  const copies = new Set<Row>();
  for (const row of rows) {
    if (row.id === '') continue;
    const owner = owners.get(row.id);
    if (!owner) owners.set(row.id, row);
    else if (isRather(row, owner, entries.get(row.id))) {
      copies.add(owner);
      owners.set(row.id, row);
    } else copies.add(row);
  }
  return copies;
}
