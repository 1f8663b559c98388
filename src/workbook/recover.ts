// After a commit that did not end: rolls its change set forward or back, from what it finds in the grid. It does not guess: a
// set of which anything has landed is completed, one of which nothing has is dropped; what people typed since is kept.
import { type Delta, deltaOf, isOfGrid } from '../domain/change-set';
import { isBlank, sameValue } from '../domain/record';
import type { AnyRecord, FieldValue, RecordTabKey } from '../domain/schema';
import type { Workbook } from './api';
import { rememberGivenUp } from './attention/given-up';
import { completeReturns, mendSystemColumns } from './bring-back';
import { formulaIn } from './computed';
import { deleteRecords } from './delete-rows';
import { markDirty } from './dirty';
import { byTab } from './find-again';
import { readRowsAt } from './find-rows';
import { finishCommit } from './finish';
import { type HistoryEntry, hasBegunToTell, toldBefore } from './history';
import { countFailure, endJournal, isOurs, type Pending, type PendingRecord, readJournal, stoodIn } from './journal';
import { ensureRows, isDeleted, type LedgerEntry } from './ledger';
import { clearStray, mendOther } from './mend';
import { hasOnlyOtherId } from './misplaced-row';
import { deltaOfPlanned, type Planned, valuesToWrite } from './plan';
import { type Done, readBack } from './read-back';
import { settleBlock } from './recover-block';
import { putBack, rollBack, rowsOfPending } from './roll-back';
import { blankFields, isOwn, isPartOf, type Row, readFormulasFrom, seenFields, takenRows } from './rows';
import { columnsOf, entryOf, haveColumnsMoved, newWork, preloadEntries, type Work, withoutId } from './work';
import { type RowValues, writeFields, writeRows } from './write-cells';

export type Recovery = 'nothing' | 'forward' | 'back' | 'given-up';

/** What fails so often fails for everybody: a cell that takes neither the new value nor the old one. */
const mostFailures = 3;

/** Settles what an earlier commit left pending. Under the lock, before anything else is read. Costs nothing when nothing is. */
export function recover(workbook: Workbook): Recovery {
  completeReturns(workbook);
  const pending = readJournal(workbook);
  if (pending === null) return 'nothing';
  // What somebody else has written there, or what was cut off while it was announced, has touched nothing.
  const isForeign = pending === 'unfinished' || !isOurs(pending);
  const result = isForeign ? 'back' : settleOrGiveUp(workbook, pending);
  if (result === 'back' || result === 'given-up') {
    endJournal(workbook);
    SpreadsheetApp.flush();
  }
  return result;
}

/**
 * No pending set may keep others from saving for good: after some failures it is given up, and the next compare takes what
 * stands in the cells into ledger and history, as nobody's in particular.
 */
function settleOrGiveUp(workbook: Workbook, pending: Pending): Recovery {
  try {
    return settle(workbook, pending);
  } catch (error) {
    console.error(`${pending.changeSet} could not be settled:`, error);
    if ((pending.failures ?? 0) + 1 < mostFailures) {
      countFailure(workbook, pending);
      throw error;
    }
    markDirty(workbook, tabsOf(pending));
    rememberGivenUp(workbook, pending);
    return 'given-up';
  }
}

function tabsOf({ block, records }: Pending): RecordTabKey[] {
  return [...new Set(block ? [block.tab] : records.map(({ tab }) => tab))];
}

/** Columns that keep being moved are read anew this often. */
const attempts = 4;

function settle(workbook: Workbook, pending: Pending, attempt = 1): Recovery {
  const work = newWork(workbook, pending.author, pending.how, pending.changeSet, true);
  for (const tab of tabsOf(pending)) {
    // Without its ids nothing of a tab is found again.
    if (mendSystemColumns(workbook, tab, columnsOf(work, tab))) work.columns.delete(tab);
  }
  if (pending.block) return settleBlock(work, pending, pending.block);
  const isTold = hasBegunToTell(workbook, pending);
  const seen = lookAt(work, pending.records, isTold);
  const found = isTold ? seen : seen.map((one) => withoutUntrue(one, isOfGrid(pending.how)));
  // What was read by columns that have moved since says nothing.
  if (haveColumnsMoved(work) && attempt < attempts) return settle(workbook, pending, attempt + 1);
  mendStrays(work, found, isTold);
  // What History tells, or was about to, had been done: whoever took its row away since did so afterwards.
  if (!found.some(({ landed }) => landed) && !isTold) return 'back';
  try {
    complete(work, pending, found);
    return 'forward';
  } catch (error) {
    // A cell that refused its value refuses it again.
    if (rollBack(work, pending)) return 'back';
    throw error;
  }
}

interface Found {
  readonly record: PendingRecord;
  readonly row: Row | null;
  readonly entry: LedgerEntry | null;
  /** Something of this record's part stands in the workbook. */
  readonly landed: boolean;
}

/** Ledger entries and rows of all records, read together where there are many. `isTold`: History had been begun. */
function lookAt(work: Work, records: readonly PendingRecord[], isTold: boolean): Found[] {
  for (const [tab, group] of byTab(records)) {
    preloadEntries(
      work,
      tab,
      group.map(({ id }) => id),
    );
  }
  const rows = rowsOfPending(work, records);
  return records.map((record) => {
    const entry = entryOf(work, record.tab, record.id);
    const isGone = record.kind === 'delete' && (isTold || isKnownGone(work, record, entry));
    const row = isGone ? null : (rows.get(record) ?? null);
    return { record, row, entry, landed: entry?.changeSet === work.changeSet || hasLanded(record, row, records) };
  });
}

/**
 * Without what was to be told of the grid and does not stand there: it was taken back since, or it was read while columns were
 * moved and never was. `isOfGrid`: the change itself was made in the grid.
 */
function withoutUntrue(found: Found, isOfGrid: boolean): Found {
  const { record, row } = found;
  if (record.kind !== 'update' || row === null) return found;
  const seen = seenFields(row);
  const isTakenBack = (key: string, before: FieldValue) =>
    isOfGrid && sameValue(seen[key], before) && !sameValue(stoodIn(record, key), before);
  const delta = only(record.delta, (key, [before]) => !isTakenBack(key, before));
  const observed = only(record.observed ?? {}, (key, [, now]) => key in record.delta || sameValue(seen[key], now));
  return { ...found, record: { ...record, delta, ...(record.observed ? { observed } : {}) } };
}

function only(delta: Delta, isWanted: (key: string, pair: Delta[string]) => boolean): Delta {
  return Object.fromEntries(Object.entries(delta).filter(([key, pair]) => isWanted(key, pair)));
}

/** Whether the ledger tells of a deletion, if only in some cells: then the row has gone, and one with its id is a person's copy. */
function isKnownGone({ changeSet }: Work, { version }: PendingRecord, entry: LedgerEntry | null): boolean {
  if (entry === null) return false;
  return entry.changeSet === changeSet || entry.hash === '' || entry.version >= version;
}

/** Also by a new value of another record: half of a row may have been sorted away since. */
function hasLanded(record: PendingRecord, row: Row | null, all: readonly PendingRecord[]): boolean {
  if (record.kind === 'delete') return row === null;
  if (row === null || record.kind !== 'update') return row !== null;
  const seen = seenFields(row);
  const isNew = (key: string) =>
    !isBlank(seen[key]) &&
    !sameValue(seen[key], stoodIn(record, key)) &&
    all.some(({ tab, delta }) => tab === record.tab && sameValue(seen[key], delta[key]?.[1]));
  return Object.entries(record.delta).some(([key, [, after]]) => sameValue(seen[key], after) || isNew(key));
}

/** Our values in rows that had come to the places of records between the last look and the write (1 read for each that has moved). */
function mendStrays(work: Work, found: readonly Found[], isTold: boolean): void {
  const moved = found.filter(({ record, row }) => record.kind === 'update' && row?.row !== record.row);
  const planned = moved.map(({ record, row, entry }) => plannedAgain(record, row, entry));
  moved.forEach(({ record, row, entry }, index) => {
    const { id, tab, row: place } = record;
    const there = readRowsAt(work.workbook, tab, columnsOf(work, tab), [place]).get(place);
    const plan = planned[index];
    if (!there || !plan || there.id === id) return;
    // Its id was typed over since, which the next compare puts right. What History does not tell of goes, as from a row that is not found.
    if (hasOnlyOtherId(work, plannedAgain(record, null, entry), there)) {
      if (!isTold) putBack(work, record, there);
    } else if (there.id !== '') mendOther(work, plan, planned, there, row);
    // What a person has typed beside them makes it a row of theirs.
    else if (isPartOf(valuesToWrite(plan), there)) clearStray(work, plan, there);
  });
}

/** Writes what is missing, then ledger and history as the commit would have: over what it may have begun to write of them. */
function complete(work: Work, pending: Pending, found: readonly Found[]): void {
  const { workbook } = work;
  // A typed row that has moved on is taken in by the next compare, as the person's that it is.
  const ours = found.filter(({ record, row }) => row !== null || !record.typed);
  const placed = ours.map((one) => ({ ...one, row: one.row ?? placeOf(work, one.record) }));
  for (const tab of new Set(placed.map(({ record }) => record.tab))) {
    const missing = placed.flatMap(({ record, row }): RowValues[] => {
      if (!row || record.kind === 'delete' || record.tab !== tab) return [];
      return [{ row: row.row, values: missingIn(work, record, row), labels: record.labels }];
    });
    writeRows(columnsOf(work, tab), tab, missing);
  }
  for (const { record, row } of placed) if (row) putFormulas(work, record, row);
  SpreadsheetApp.flush();
  for (const { record, row } of placed) {
    if (row && record.kind === 'delete') deleteRecords(work, record.tab, [record.id]);
  }
  const planned = placed.map(({ record, row, entry }) => plannedAgain(record, row, entry));
  const places = new Map(placed.flatMap(({ record, row }) => (row ? [[record.id, row] as const] : [])));
  const { told, next } = toldBefore(workbook, pending);
  const done = withFormulas(work, readBack(work, planned, places)).map((one) => withLaterEdits(one, told));
  finishCommit({ ...work, when: pending.when }, done, next, told);
  SpreadsheetApp.flush();
}

/** What people changed in other fields since the commit was cut off, told as theirs. */
function withLaterEdits(done: Done, history: readonly HistoryEntry[]): Done {
  const { planned, row, formulas } = done;
  if (!row) return done;
  const { entry } = planned;
  // A formula's value is nobody's edit; that it is gone is one.
  const isFormulas = (key: string, now: FieldValue) =>
    key in planned.formulas && (formulas ? formulas[key] !== undefined : !isBlank(now));
  const state = entry && !isDeleted(entry) ? entry.state : { fields: blankFields(planned.tab), raw: {} };
  // The ledger may know of them already: then History does.
  const ofGrid = history.filter(({ id, how }) => id === planned.id && how === 'grid');
  const before = ofGrid.flatMap(({ delta }) => Object.entries(delta).map(([key, pair]) => [key, pair[0]] as const));
  const known = { ...withoutId(seenFields(state)), ...Object.fromEntries(before.reverse()) };
  const { observed } = planned;
  const written = deltaOfPlanned(planned);
  const told = { ...observed, ...written };
  const later = Object.entries(deltaOf(known, withoutId(seenFields(row)))).flatMap(([key, [was, now]]) => {
    const seen = told[key]?.[1];
    if (isFormulas(key, now) || (key in told && (!(key in observed) || sameValue(seen, now)))) return [];
    return [[key, [key in observed ? (seen ?? null) : was, now] as const] as const];
  });
  // Of fields that were not to be written, the read-back knows only what it found there, which nobody had told yet.
  const ofPlan = only(done.crossed, (key, [, now]) => key in written || isFormulas(key, now));
  return { ...done, crossed: { ...ofPlan, ...Object.fromEntries(later) } };
}

/** A new record of which nothing landed, in a set of which other parts did: an empty row at its place. */
function placeOf(work: Work, record: PendingRecord): Row | null {
  if (record.kind !== 'create' && record.kind !== 'restore') return null;
  const columns = columnsOf(work, record.tab);
  const isInside = record.row >= 2 && record.row <= columns.sheet.getMaxRows();
  const cells = isInside ? columns.sheet.getRange(record.row, 1, 1, columns.keys.length).getValues() : [];
  const isFree = isInside && !takenRows(columns, record.row, cells).includes(true);
  const row = isFree ? record.row : columns.sheet.getLastRow() + 1;
  ensureRows(columns.sheet, row);
  return { tab: record.tab, id: '', row, fields: blankFields(record.tab), raw: {}, labels: {} };
}

/** What to write into fields that still hold what they held before; what anyone typed since stays. A column that has gone gets nothing. */
function missingIn(work: Work, record: PendingRecord, row: Row): AnyRecord {
  const seen = seenFields(row);
  const columns = columnsOf(work, record.tab);
  const missing: { [field: string]: AnyRecord[string] } = {};
  for (const [key, [, after]] of Object.entries(record.delta)) {
    const isUntouched = !sameValue(seen[key], after) && sameValue(seen[key], stoodIn(record, key));
    if (isUntouched && columns.at(key)) missing[key] = after;
  }
  if (row.id === '') missing.id = record.id;
  return missing;
}

/** Formulas of a record that was being brought back, over the values that stood in for them; what anyone typed since stays. */
function putFormulas(work: Work, record: PendingRecord, row: Row): void {
  const seen = seenFields(row);
  const restored = Object.entries(record.restore ?? {}).filter(([key]) => {
    const [before, after] = record.delta[key] ?? [null, null];
    return sameValue(seen[key], after) || sameValue(seen[key], before) || formulaIn(key, after) !== undefined;
  });
  if (restored.length === 0) return;
  const formulas = Object.fromEntries(restored);
  writeFields(columnsOf(work, record.tab), record.tab, row.row, formulas, record.labels, formulas);
}

/** Formulas that stand in the rows of tabs with columns of the team's own (1 read each): the ledger keeps them, not their values. */
function withFormulas(work: Work, done: readonly Done[]): Done[] {
  return [...byTab(done.map(({ planned }) => planned)).keys()].flatMap((tab) => {
    const own = done.filter(({ planned }) => planned.tab === tab);
    const columns = columnsOf(work, tab);
    const rows = own.flatMap(({ row }) => (row ? [row.row] : []));
    if (rows.length === 0 || !columns.keys.some(isOwn)) return own;
    const first = Math.min(...rows);
    const formulas = readFormulasFrom(columns, first, Math.max(...rows) - first + 1);
    return own.map((one) => (one.row ? { ...one, formulas: formulas[one.row.row - first] ?? {} } : one));
  });
}

/** The plan as it was, as far as the journal tells. The ledger may have been written already, in part: its version does not count. */
function plannedAgain(record: PendingRecord, row: Row | null, entry: LedgerEntry | null): Planned {
  const values = (index: 0 | 1) =>
    Object.fromEntries(Object.entries(record.delta).map(([key, pair]) => [key, pair[index]]));
  const known = row ?? (entry && !isDeleted(entry) ? entry.state : null);
  const rest: AnyRecord = known ? withoutId(seenFields(known)) : {};
  const before = record.version - (record.observed ? 2 : 1);
  const typed = record.kind === 'delete' && row ? typedSince(values(0), row) : {};
  const observed = { ...record.observed, ...typed };
  return {
    tab: record.tab,
    id: record.id,
    kind: record.kind,
    entry: entry && before > 0 ? { ...entry, version: before } : null,
    trusted: false,
    row: row?.row ?? record.row,
    before: { ...rest, ...values(0), ...Object.fromEntries(Object.entries(typed).map(([key, [, now]]) => [key, now])) },
    stands: record.kind === 'delete' ? null : { ...rest, ...values(0), ...record.stood },
    needsId: false,
    after: record.kind === 'delete' ? {} : { ...rest, ...values(1) },
    observed,
    formulas: entry?.state.formulas ?? {},
    labels: { ...record.labels },
    merged: [],
    derived: false,
    ...(record.restore ? { restore: record.restore } : {}),
    ...(record.merge === undefined ? {} : { merge: record.merge }),
  };
}

/** What somebody typed into a row that was still to be deleted; of formulas of the team's own nothing can be told. */
function typedSince(before: AnyRecord, row: Row): Delta {
  const seen = withoutId(seenFields(row));
  const all = Object.entries(deltaOf({ ...withoutId(blankFields(row.tab)), ...before }, seen));
  return Object.fromEntries(all.filter(([key]) => formulaIn(key, before[key]) === undefined));
}
