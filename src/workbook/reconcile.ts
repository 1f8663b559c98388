// Bringing ledger and history in line with the grid: what was typed, pasted, copied, deleted or changed by other programs. The
// guarantee behind the edit trigger, which only makes it quick (APPS_SCRIPT.md 3.4).
import { type Author, againstRole, unknownAuthor } from '../domain/change-set';
import { isBlank } from '../domain/record';
import { fieldsOf, type RecordTabKey } from '../domain/schema';
import { isAgainstRole } from './against-role';
import type { Workbook } from './api';
import { tornStep } from './attention/torn';
import { type Columns, rememberedSignature, withSignature } from './columns';
import { carryOut } from './commit';
import { computedRows, readComputed } from './computed';
import { addDerived } from './derive';
import { dirtyTabs, markDirty } from './dirty';
import { readIds, readRowsAt } from './find-rows';
import { findCopies, isKnown, keepFormulas, planGone, planGridRows } from './grid-plan';
import { isDeleted, liveIds, readLedger, readLedgerEntries } from './ledger';
import { forgetNames } from './lookups';
import { idsLostIn, idsPastedOverIn, likeness } from './lost-ids';
import { writeMeta } from './meta';
import { type Planned, withIds } from './plan';
import { isOwn, type Row, readFormulasFrom } from './rows';
import { hasUnspelled, unspelledTabs, withinWrites } from './spelling';
import { addFollowUpTasks } from './two-way';
import { isTypedOver, type TypedCell, withBetween } from './typed-cell';
import { columnsOf, newWork, preloadEntries, type Work } from './work';

/** Rows or records taken in under one lock: up to five modelled seconds (DESIGN.md invariant 9). */
export const rowsPerStep = 700;

/** What an edit's event tells beside its rows: of a single cell what was typed over what, and an id that was typed over. */
interface About {
  readonly typed?: TypedCell | undefined;
  readonly id?: string | undefined;
}

/** What taking in rows has come to. */
interface TakenRows {
  /** The change set of what the author's role does not allow, blank when there is none. */
  readonly against: string;
  /** There are cells left to be spelled: call again. */
  readonly isLeft: boolean;
}

/** Takes in these rows of a tab after a person's edit. Under the lock. */
export function reconcileRows(
  workbook: Workbook,
  tab: RecordTabKey,
  first: number,
  last: number,
  author: Author = unknownAuthor,
  { typed, id: typedOver }: About = {},
): TakenRows {
  let against = '';
  let isLeft = false;
  // Many rows are tried once: what does not hold still is left to the next compare, not waited for under the lock.
  for (let attempt = 0, attempts = last - first < fewRows ? 3 : 1; attempt < attempts; attempt++) {
    const work = newWork(workbook, author, 'grid', undefined, true);
    const columns = columnsOf(work, tab);
    if (columns.changed) writeMeta(workbook, { signatures: withSignature(workbook, columns) });
    if (columns.absent.length > 0) readLedger(workbook, tab);
    const positions = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const computed = readComputed(columns, first, last);
    work.columns.set(tab, computed.columns);
    rememberSpilled(workbook, computed.columns);
    const read = computedRows([...readRowsAt(workbook, tab, columns, positions).values()], computed);
    const rows = read.filter(holdsRecord);
    // A row that was emptied, or whose id was: the whole tab must be looked at.
    if (rows.length < read.length) markDirty(workbook, [tab]);
    preloadEntries(
      work,
      tab,
      rows.map((row) => row.id),
    );
    const formulas = readFormulasFrom(columns, first, last - first + 1);
    const other = new Set(rows.filter((row) => hasOtherFormulas(work, row, formulas[row.row - first] ?? {})));
    const pasted = idsPastedOverIn(work, tab, rows);
    const named = rows.filter((row) => !pasted.has(row));
    const copies = new Set([
      ...findCopies(named, work.entries),
      ...carrying(named, pasted),
      ...copiesOfOthers(work, tab, named),
    ]);
    const nameless = named.filter((row) => copies.has(row) || !isKnown(work, tab, row));
    // An id that is not the row's own was put over another, perhaps: whose record that was, only the whole tab tells.
    if (nameless.some((row) => row.id !== '')) markDirty(workbook, [tab]);
    const lost = new Map([...pasted, ...idsLostIn(work, tab, nameless, pasted, typedOver)]);
    const all = planGridRows(work, tab, { rows, copies, lost, other });
    // What was typed over since is told by the event of the edit that did it, with what stood in between.
    const whole = typed ? all.filter((one) => !isTypedOver(work, one, typed)) : all;
    if (whole.length < all.length) markDirty(workbook, [tab]);
    if (whole.length === 0) break;
    const planned = withinWrites(whole);
    isLeft = planned.length < whole.length || whole.some((one) => one.unspelled);
    if (isLeft) rememberUnspelled(workbook, tab);
    const torn = tornStep(work, tab, planned, false);
    if (torn) {
      // A sort goes through everybody's records: it is told and put right as one, whoever made it.
      const isDone = takeIn({ ...work, changeSet: torn.changeSet }, torn.planned, typed);
      if (isDone) torn.done(torn.planned.length);
      // The others of these rows are taken in by the next attempt, under a change set of their own.
      if (isDone && torn.planned.length === planned.length) break;
    } else {
      const taken = takeInByRole(work, planned, typed);
      if (taken.isDone) {
        against = taken.against;
        break;
      }
      // What is left over is what the author may not do: it takes another look, and is a change set of its own.
      if (taken.isPart) attempts++;
    }
    if (attempt === attempts - 1) markDirty(workbook, [tab]);
  }
  forgetNames(workbook);
  return { against, isLeft };
}

const fewRows = 50;

/**
 * Takes in the rows of a tab that a person has just deleted, where nothing else differs from the ledger: whatever was missing before
 * has left the tab dirty, and is nobody's in particular. Under the lock. Answers the change set of what the author's role does not
 * allow, blank when there is none.
 */
export function takeGone(workbook: Workbook, tab: RecordTabKey, author: Author): string {
  if (dirtyTabs(workbook)[tab]) return '';
  for (let attempt = 0; attempt < 4; attempt++) {
    const work = newWork(workbook, author, 'grid', undefined, true);
    const columns = columnsOf(work, tab);
    const ids = columns.at('id') === undefined ? [''] : readIds(columns);
    const standing = new Set(ids);
    const missing = liveIds(workbook, tab).filter((id) => !standing.has(id));
    if (missing.length === 0 || missing.length > rowsPerStep || hasNameless(work, tab, ids)) break;
    const gone = [...readLedgerEntries(workbook, tab, missing).values()].filter((one) => !isDeleted(one));
    for (const entry of gone) work.entries.set(entry.id, entry);
    const taken = takeInByRole(
      work,
      gone.map((entry) => planGone(tab, entry)),
    );
    if (taken.isDone) return taken.against;
  }
  return '';
}

/** Whether rows without an id are records, or too many to look (1 read where there are any). */
function hasNameless(work: Work, tab: RecordTabKey, ids: readonly string[]): boolean {
  const places = ids.flatMap((id, index) => (id === '' ? [index + 2] : []));
  const span = (places[places.length - 1] ?? 0) - (places[0] ?? 0);
  if (span > rowsPerStep) return true;
  return [...readRowsAt(work.workbook, tab, columnsOf(work, tab), places).values()].some(holdsRecord);
}

/** There are rows of the tab to be spelled, and the next compare looks for them (1 write, none when that is known). */
export function rememberUnspelled(workbook: Workbook, tab: RecordTabKey): void {
  if (!hasUnspelled(workbook, tab)) writeMeta(workbook, { unspelled: { ...unspelledTabs(workbook), [tab]: true } });
  markDirty(workbook, [tab]);
}

/** Rows that carry an id which belongs to a row where it was pasted over. */
export function carrying(rows: readonly Row[], pasted: ReadonlyMap<Row, string>): Row[] {
  const ids = new Set(pasted.values());
  return rows.filter((row) => ids.has(row.id));
}

/** Remembers which columns one formula fills, where that has changed (1 write). Under the lock. */
export function rememberSpilled(workbook: Workbook, columns: Columns): void {
  const known = rememberedSignature(workbook, columns.tab)?.spilled ?? [];
  if (known.join() !== columns.spilled.join()) writeMeta(workbook, { signatures: withSignature(workbook, columns) });
}

/** Takes in what the author may do, or where there is no such thing, what they may not, marked as such. */
function takeInByRole(work: Work, planned: readonly Planned[], typed?: TypedCell) {
  const against = planned.filter((one) => isAgainstRole(work, one));
  const allowed = planned.filter((one) => !against.includes(one));
  if (allowed.length === 0) {
    return { isDone: takeIn({ ...work, how: againstRole }, against, typed), isPart: false, against: work.changeSet };
  }
  const isTaken = takeIn(work, allowed, typed);
  return { isDone: isTaken && against.length === 0, isPart: isTaken && against.length > 0, against: '' };
}

/** Takes in what was planned, with the tasks and derived values that follow; false, with nothing written, when the grid has changed since. */
export function takeIn(work: Work, planned: readonly Planned[], typed?: TypedCell): boolean {
  const whole = withFormulas(work, planned).map((one) => (typed ? withBetween(work, one, typed) : one));
  const { records } = addFollowUpTasks(work, withIds(work, whole));
  const isDone = carryOut(work, addDerived(work, records)) !== null;
  forgetNames(work.workbook);
  return isDone;
}

/** The plans with the formulas that stand in their rows (1 read): they stay, and a save over one asks first. */
function withFormulas(work: Work, planned: readonly Planned[]): Planned[] {
  const standing = planned.filter(({ stands }) => stands !== null);
  const tab = standing[0]?.tab;
  if (tab === undefined) return [...planned];
  const first = Math.min(...standing.map(({ row }) => row));
  const last = Math.max(...standing.map(({ row }) => row));
  const columns = columnsOf(work, tab);
  const formulas = readFormulasFrom(columns, first, last - first + 1);
  return planned.map((one) =>
    one.stands === null ? one : keepFormulas(one, formulas[one.row - first] ?? {}, columns),
  );
}

/** Whether a formula came or went in a field of ours, which its value need not tell. */
function hasOtherFormulas(work: Work, { id }: Row, formulas: Planned['formulas']): boolean {
  const known = work.entries.get(id)?.state.formulas ?? {};
  return Object.keys({ ...known, ...formulas }).some((key) => !isOwn(key) && known[key] !== formulas[key]);
}

/**
 * Edited rows whose id still stands where the record was last seen: copies, unless it was put over another id there (1 read, 1
 * more where there are any).
 */
function copiesOfOthers(work: Work, tab: RecordTabKey, rows: readonly Row[]): Row[] {
  const seenIn = (row: Row) => {
    const entry = row.id === '' ? null : work.entries.get(row.id);
    return entry && !isDeleted(entry) && entry.row !== row.row ? entry : null;
  };
  const moved = rows.filter(seenIn);
  if (moved.length === 0) return [];
  const columns = columnsOf(work, tab);
  const ids = readIds(columns);
  const twice = moved.filter((row) => ids[(seenIn(row)?.row ?? 0) - 2] === row.id);
  const places = twice.map((row) => seenIn(row)?.row ?? 0);
  const there = readRowsAt(work.workbook, tab, columns, places);
  const copies = twice.filter((row, index) => {
    const [entry, other] = [seenIn(row), there.get(places[index] ?? 0)];
    return !entry || !other || likeness(row, entry.state) <= likeness(other, entry.state);
  });
  // What was put over another id is found by what the whole tab holds.
  if (copies.length < twice.length) markDirty(work.workbook, [tab]);
  return copies;
}

/** Whether the row is a record's: see `isRecordRow`. */
function holdsRecord({ tab, fields, raw }: Row): boolean {
  return fieldsOf(tab).some(([key]) => {
    const value = raw[key] ?? fields[key];
    return !isBlank(value) && value !== false;
  });
}
