// One commit's view of the workbook while it holds the lock: what it has read so far, so that nothing is read twice.
import { type Author, type Delta, deltaOf, type How } from '../domain/change-set';
import { parseId } from '../domain/ids';
import { fieldOf, nameOf, pickFields } from '../domain/record';
import type { AnyRecord, RecordTabKey } from '../domain/schema';
import type { ValidationContext } from '../domain/validate';
import type { ValueContext } from '../domain/values';
import { fillAbsent } from './absent-columns';
import type { Workbook } from './api';
import { type Columns, columnsIfMoved, readColumns } from './columns';
import { withComputed } from './computed';
import { copiesIn } from './copied-values';
import { locateMany } from './find-rows';
import { unchangedFormulas } from './formulas';
import { isDeleted, type LedgerEntry, readLedger, readLedgerEntries } from './ledger';
import { valueContext } from './lookups';
import { blankFields, hashOf, isOwn, locate, type Row, readFormulas, readFormulasFrom, seenFields } from './rows';

export interface Work {
  readonly workbook: Workbook;
  readonly author: Author;
  readonly how: How;
  readonly changeSet: string;
  /** UTC ISO. */
  readonly when: string;
  /** Wall clock and day of the workbook's zone. */
  readonly clock: string;
  readonly today: string;
  readonly context: ValidationContext;
  /**
   * Read rows before planning. A first attempt plans from the ledger alone and proves afterwards, once the change is announced,
   * that the row is what the ledger says: one call less. When it is not, the second attempt reads first.
   */
  readonly careful: boolean;
  readonly columns: Map<RecordTabKey, Columns>;
  readonly entries: Map<string, LedgerEntry | null>;
  /** Records whose rows were read together, by id. */
  readonly current: Map<string, Current>;
}

/** The columns of a tab, read once for a commit (1 read, more where people rearranged them). Throws `no-tab`, `no-header`. */
export function columnsOf(work: Work, tab: RecordTabKey): Columns {
  const known = work.columns.get(tab) ?? readColumns(work.workbook, tab);
  work.columns.set(tab, known);
  return known;
}

/** Whether people have moved columns of a tab since this commit read them (1 read a tab). */
export function haveColumnsMoved({ workbook, columns }: Work): boolean {
  return [...columns.values()].some((one) => columnsIfMoved(workbook, one));
}

/** Reads the ledger entries of these records together. */
export function preloadEntries(work: Work, tab: RecordTabKey, ids: readonly string[]): void {
  const wanted = [...new Set(ids)].filter((id) => !work.entries.has(id) && parseId(id)?.tab === tab);
  const found = readLedgerEntries(work.workbook, tab, wanted);
  for (const id of wanted) work.entries.set(id, found.get(id) ?? null);
}

/** What the ledger holds of a record, deleted ones too; null when it knows none. Read once for a commit. */
export function entryOf(work: Work, tab: RecordTabKey, id: string): LedgerEntry | null {
  preloadEntries(work, tab, [id]);
  return work.entries.get(id) ?? null;
}

/** A record's name as the ledger knows it; undefined when there is no such record. */
export function nameInLedger(work: Work, id: string): string | undefined {
  const tab = parseId(id)?.tab;
  const entry = tab ? entryOf(work, tab, id) : null;
  return tab && entry && !isDeleted(entry) ? nameOf(tab, entry.state.fields) : undefined;
}

/** Names of references, from the ledgers of the tabs that are asked for (1 read for each). */
export function namesInLedgers(workbook: Workbook): ValueContext {
  const ledgers = new Map<string, ReadonlyMap<string, LedgerEntry>>();
  return {
    nameOf: (tab, id) => {
      const ledger = ledgers.get(tab) ?? readLedger(workbook, tab as RecordTabKey);
      ledgers.set(tab, ledger);
      const entry = ledger.get(id);
      return entry ? nameOf(tab as RecordTabKey, entry.state.fields) : undefined;
    },
  };
}

/** The name of a record that is there, or was. */
function lastName(work: Work, id: string): string {
  const tab = parseId(id)?.tab;
  const entry = tab ? entryOf(work, tab, id) : null;
  return tab && entry ? nameOf(tab, entry.state.fields) : '';
}

/** Names for people of what the references among these fields point to, by id; of deleted ones too; blank where the ledger knows none. */
export function labelsFor(work: Work, tab: RecordTabKey, fields: AnyRecord): { [id: string]: string } {
  const labels: { [id: string]: string } = {};
  for (const [key, value] of Object.entries(fields)) {
    if (typeof value !== 'string' || fieldOf(tab, key)?.type !== 'reference') continue;
    labels[value] = lastName(work, value);
  }
  return labels;
}

/** A record as it is now, before this commit. */
export interface Current {
  readonly entry: LedgerEntry | null;
  /** As a person sees it: cells that could not be read stand as they were typed, in the team's own columns formulas as such. */
  readonly seen: AnyRecord;
  readonly raw: AnyRecord;
  readonly row: number;
  /** Taken from the ledger without looking at the row. */
  readonly trusted: boolean;
  readonly formulas: { readonly [field: string]: string };
  /** What those in the team's own columns came to; left out where the row was not read. */
  readonly results?: AnyRecord;
  readonly labels: { readonly [id: string]: string };
  /** What people changed in the grid since the ledger was written. */
  readonly observed: Delta;
}

/** The record as the ledger says, or as the row says; null when there is none. */
export function currentOf(work: Work, tab: RecordTabKey, id: string): Current | null {
  const entry = entryOf(work, tab, id);
  if (!work.careful && entry && !isDeleted(entry) && isPlain(entry) && isWhole(entry)) {
    const { fields } = entry.state;
    return { entry, seen: fields, raw: {}, row: entry.row, trusted: true, formulas: {}, labels: {}, observed: {} };
  }
  const known = work.current.get(id);
  if (known) return known;
  const columns = columnsOf(work, tab);
  const row = locate(work.workbook, tab, columns, id, entry?.row || null);
  return row ? currentFromRow(columns, entry, row, readFormulas(columns, row.row)) : null;
}

/** A read of this many rows takes about as long as another call. */
export const rowsPerCall = 400;

/**
 * Reads the rows of many records together (3 reads, if the rows lie near enough to each other), where a careful commit would
 * read them one by one.
 */
export function preloadCurrent(work: Work, tab: RecordTabKey, ids: readonly string[]): void {
  preloadEntries(work, tab, ids);
  const wanted = [...new Set(ids)].filter((id) => !work.current.has(id) && work.entries.get(id)?.row);
  const hints = wanted.map((id) => work.entries.get(id)?.row ?? 0);
  if (!work.careful || wanted.length < 3 || Math.max(...hints) - Math.min(...hints) > wanted.length * rowsPerCall)
    return;
  const columns = columnsOf(work, tab);
  const places = wanted.map((id, index) => ({ id, hint: hints[index] ?? null }));
  const rows = [...locateMany(work.workbook, tab, columns, places).values()];
  if (rows.length === 0) return;
  const first = Math.min(...rows.map(({ row }) => row));
  const formulas = readFormulasFrom(columns, first, Math.max(...rows.map(({ row }) => row)) - first + 1);
  for (const row of rows) {
    const entry = work.entries.get(row.id) ?? null;
    work.current.set(row.id, currentFromRow(columns, entry, row, formulas[row.row - first] ?? {}));
  }
}

/** The record as a row that was just read says. */
function currentFromRow(
  columns: Columns,
  entry: LedgerEntry | null,
  row: Row,
  formulas: { readonly [field: string]: string },
): Current {
  const whole = withComputed(row, formulas);
  const copies = copiesIn(columns, row.id, entry ? seenFields(entry.state) : {}, seenFields(whole));
  return {
    entry,
    seen: withoutId(seenFields(whole)),
    raw: row.raw,
    row: row.row,
    trusted: false,
    formulas,
    results: pickFields(row.fields, Object.keys(formulas).filter(isOwn)),
    labels: row.labels,
    observed: without(observedIn(entry, whole), [...unchangedFormulas(entry, formulas), ...copies]),
  };
}

/**
 * The row as that of a record whose id it does not carry: fields without a column are what the ledger knows of that one, blank
 * for a new record.
 */
export function asRecord({ workbook, columns }: Work, row: Row, id: string): Row {
  const absent = columns.get(row.tab)?.absent ?? [];
  const own = { ...row, fields: { ...row.fields, ...pickFields(blankFields(row.tab), absent) }, raw: { ...row.raw } };
  for (const key of absent) delete own.raw[key];
  fillAbsent(workbook, id, absent, own);
  return own;
}

/** What the row holds beyond what the ledger knows; everything, for a record that it does not know, or knows as deleted. */
export function observedIn(entry: LedgerEntry | null, row: Row): Delta {
  if (entry && !isDeleted(entry) && entry.hash === hashOf(row)) return {};
  const known =
    entry && !isDeleted(entry) ? withoutId(seenFields({ fields: entry.state.fields, raw: entry.state.raw })) : {};
  return deltaOf(known, withoutId(seenFields(row)));
}

function without(delta: Delta, keys: readonly string[]): Delta {
  return Object.fromEntries(Object.entries(delta).filter(([key]) => !keys.includes(key)));
}

/** The fields without `id`: what versions, deltas and History compare. */
export function withoutId(fields: AnyRecord): AnyRecord {
  const { id: _, ...rest } = fields;
  return rest;
}

/** Formulas and unreadable cells need a look at the row itself. */
function isPlain({ state }: LedgerEntry): boolean {
  return Object.keys(state.formulas).length === 0 && Object.keys(state.raw).length === 0;
}

/** A state that the entry's hash was not taken from is not what Rowbook wrote there: the row says what the record is. */
function isWhole(entry: LedgerEntry): boolean {
  return hashOf(entry.state) === entry.hash;
}

/**
 * A commit's view that has read nothing yet. `changeSet` is made up where none is given; see `Work.careful` for the last.
 */
export function newWork(
  workbook: Workbook,
  author: Author,
  how: How,
  changeSet: string | undefined,
  careful: boolean,
): Work {
  return {
    workbook,
    author,
    how,
    changeSet: changeSet ?? newChangeSet(workbook),
    when: workbook.now(),
    clock: workbook.clock(),
    today: workbook.today(),
    context: valueContext(workbook),
    careful,
    columns: new Map(),
    entries: new Map(),
    current: new Map(),
  };
}

/** `S` and 12 hexadecimal digits: begins with a letter, so that no cell takes it for a number. */
export function newChangeSet(workbook: Workbook): string {
  return `S${workbook.uuid().replace(/-/g, '').slice(0, 12)}`;
}
