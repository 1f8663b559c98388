// Bringing ledger and history in line with the grid: what was typed, pasted, copied, deleted or changed by other programs. The
// guarantee behind the edit trigger, which only makes it quick (APPS_SCRIPT.md 3.4).
import { type Author, unknownAuthor } from '../domain/change-set';
import { isBlank } from '../domain/record';
import { fieldsOf, type RecordTabKey, recordTabKeys } from '../domain/schema';
import type { Workbook } from './api';
import { withSignature } from './columns';
import { carryOut } from './commit';
import { addDerived } from './derive';
import { markDirty } from './dirty';
import { readRowsAt } from './find-rows';
import { findCopies, isKnown, keepFormulas, planGone, planGridRows } from './grid-plan';
import { isDeleted, readLedger, writeRowHints } from './ledger';
import { withLock } from './lock';
import { forgetNames, readRows } from './lookups';
import { idsLost, idsLostIn } from './lost-ids';
import { readMeta, writeMeta } from './meta';
import { type Planned, withIds } from './plan';
import { recover } from './recover';
import { type Row, readFormulasFrom } from './rows';
import { addFollowUpTasks } from './two-way';
import { columnsOf, newWork, preloadEntries, type Work } from './work';

/** Records taken in under one lock. */
const perStep = 300;

/** Takes in these rows of a tab after a person's edit. `typedOver`: an id that stood in one of them. Under the lock. */
export function reconcileRows(
  workbook: Workbook,
  tab: RecordTabKey,
  first: number,
  last: number,
  author: Author = unknownAuthor,
  typedOver?: string,
): void {
  for (let attempt = 0; attempt < 3; attempt++) {
    const work = newWork(workbook, author, 'grid', undefined, true);
    const columns = columnsOf(work, tab);
    if (columns.changed) writeMeta(workbook, { signatures: withSignature(workbook, columns) });
    const positions = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const read = [...readRowsAt(workbook, tab, columns, positions).values()];
    const rows = read.filter(holdsRecord);
    // A row that was emptied, or whose id was: the whole tab must be looked at.
    if (rows.length < read.length) markDirty(workbook, [tab]);
    preloadEntries(
      work,
      tab,
      rows.map((row) => row.id),
    );
    const copies = new Set([...findCopies(rows, work.entries), ...copiesOfOthers(work, tab, rows)]);
    const nameless = rows.filter((row) => copies.has(row) || !isKnown(work, tab, row));
    // An id that is not the row's own was put over another, perhaps: whose record that was, only the whole tab tells.
    if (nameless.some((row) => row.id !== '')) markDirty(workbook, [tab]);
    const planned = planGridRows(work, tab, { rows, copies, lost: idsLostIn(work, tab, nameless, typedOver) });
    if (planned.length === 0 || takeIn(work, planned)) break;
  }
  forgetNames(workbook);
}

/**
 * Compares a whole tab with the ledger and takes in what differs, step by step while `hasTime` says so. Takes the lock for each
 * step. Answers whether the tab is in line.
 */
export function reconcile(workbook: Workbook, tab: RecordTabKey, hasTime: () => boolean = () => true): boolean {
  let before = '';
  for (let alike = 0; hasTime() && alike < mostAlike; ) {
    const left = withLock(workbook, () => {
      recover(workbook);
      return reconcileStep(workbook, tab);
    });
    if (left === '') return true;
    alike = left === before ? alike + 1 : 0;
    before = left;
  }
  return false;
}

/** Steps that find the same rows to take in, over and over: cells that keep nothing, as those below a merged one. */
const mostAlike = 2;

/**
 * Dirty tabs, then the tab that was looked at longest ago, if not today. One for each hourly run keeps runs short. A tab that
 * cannot be compared (its header row was moved) does not keep the others from it; its error is thrown at the end.
 */
export function reconcileDue(workbook: Workbook, hasTime: () => boolean): void {
  const dirty = Object.keys((readMeta(workbook, 'dirty') ?? {}) as object);
  const seen = (readMeta(workbook, 'reconciled') ?? {}) as { [tab: string]: string };
  const today = workbook.today();
  const stale = recordTabKeys
    .filter((tab) => !dirty.includes(tab) && seen[tab] !== today)
    .sort((one, other) => ((seen[one] ?? '') < (seen[other] ?? '') ? -1 : 1));
  const failures: unknown[] = [];
  for (const tab of [...recordTabKeys.filter((key) => dirty.includes(key)), ...stale.slice(0, 1)]) {
    if (!hasTime()) break;
    try {
      reconcile(workbook, tab, hasTime);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** Takes in what differs, at most so much at once; answers which rows that was, blank when the tab is in line. */
function reconcileStep(workbook: Workbook, tab: RecordTabKey): string {
  const work = newWork(workbook, unknownAuthor, 'grid', undefined, true);
  const { columns, rows } = readRows(workbook, tab);
  work.columns.set(tab, columns);
  const ledger = readLedger(workbook, tab);
  for (const row of rows) if (row.id !== '') work.entries.set(row.id, ledger.get(row.id) ?? null);
  for (const [id, entry] of ledger) work.entries.set(id, entry);
  const standing = new Set(rows.map((row) => row.id));
  const gone = [...ledger.values()].filter((entry) => !isDeleted(entry) && !standing.has(entry.id));
  const copies = findCopies(rows, ledger);
  const nameless = rows.filter((row) => copies.has(row) || !isKnown(work, tab, row));
  const lost = idsLost(nameless, gone);
  const found = new Set(lost.values());
  const planned = [
    ...planGridRows(work, tab, { rows, copies, lost }),
    ...gone.filter((entry) => !found.has(entry.id)).map((entry) => planGone(tab, entry)),
  ];
  if (planned.length > 0) {
    const step = planned.slice(0, perStep);
    takeIn(work, step);
    return step.map(({ kind, id, row }) => `${kind} ${id} ${row}`).join();
  }
  writeRowHints(workbook, tab, ledger, new Map(rows.map((row) => [row.id, row.row])));
  const { [tab]: _, ...dirty } = (readMeta(workbook, 'dirty') ?? {}) as { [tab: string]: boolean };
  const seen = (readMeta(workbook, 'reconciled') ?? {}) as { [tab: string]: string };
  writeMeta(workbook, { dirty, reconciled: { ...seen, [tab]: work.today } });
  if (columns.changed) writeMeta(workbook, { signatures: withSignature(workbook, columns) });
  forgetNames(workbook);
  return '';
}

function takeIn(work: Work, planned: readonly Planned[]): boolean {
  const { records } = addFollowUpTasks(work, withIds(work, withFormulas(work, planned)));
  return carryOut(work, addDerived(work, records)) !== null;
}

/** The plans with the formulas that stand in their rows (1 read): they stay, and a save over one asks first. */
function withFormulas(work: Work, planned: readonly Planned[]): Planned[] {
  const standing = planned.filter(({ stands }) => stands !== null);
  const tab = standing[0]?.tab;
  if (tab === undefined) return [...planned];
  const first = Math.min(...standing.map(({ row }) => row));
  const last = Math.max(...standing.map(({ row }) => row));
  const formulas = readFormulasFrom(columnsOf(work, tab), first, last - first + 1);
  return planned.map((one) => (one.stands === null ? one : keepFormulas(one, formulas[one.row - first] ?? {})));
}

/** Edited rows whose id still stands where the record was last seen: copies. */
function copiesOfOthers(work: Work, tab: RecordTabKey, rows: readonly Row[]): Row[] {
  const moved = rows.filter((row) => {
    const entry = row.id === '' ? null : work.entries.get(row.id);
    return entry && !isDeleted(entry) && entry.row !== row.row;
  });
  const places = readRowsAt(
    work.workbook,
    tab,
    columnsOf(work, tab),
    moved.map((row) => work.entries.get(row.id)?.row ?? 0),
  );
  return moved.filter((row) => places.get(work.entries.get(row.id)?.row ?? 0)?.id === row.id);
}

/** Whether the row is a record's: see `isRecordRow`. */
function holdsRecord({ tab, fields, raw }: Row): boolean {
  return fieldsOf(tab).some(([key]) => {
    const value = raw[key] ?? fields[key];
    return !isBlank(value) && value !== false;
  });
}
