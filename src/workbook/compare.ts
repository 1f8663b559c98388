// A whole tab compared with its ledger, to find what nobody told of: pastes whose trigger failed, sorts, other programs. Reading
// 200,000 rows takes longer than others should wait for the lock, so it is done without. What was found is taken in under the lock,
// once its ledger entries are still what they were and its rows stand as they stood (`findAgain`); what has changed is found again.
import { unknownAuthor } from '../domain/change-set';
import { parseId } from '../domain/ids';
import { type RecordTabKey, recordTabKeys } from '../domain/schema';
import type { Workbook } from './api';
import { readCounts, withCount } from './attention/count';
import { ownProblems } from './attention/look';
import { endTorn, tornStep } from './attention/torn';
import { mendSystemColumns } from './bring-back';
import { type Columns, withSignature } from './columns';
import { computedRows, readComputed } from './computed';
import { beginLook, dirtyAfter, dirtyTabs } from './dirty';
import { readIds } from './find-rows';
import { findCopies, isKnown, planGone, planGridRows } from './grid-plan';
import { nextHistoryRow } from './history';
import {
  highestGiven,
  isDeleted,
  type LedgerEntry,
  readLedger,
  readLedgerEntries,
  straightenLedger,
  writeRowHints,
} from './ledger';
import { pause, withLock } from './lock';
import { forgetNames, readRows, resolveRow } from './lookups';
import { idsLost, idsPastedOver } from './lost-ids';
import { readMeta, writeMeta } from './meta';
import type { Planned } from './plan';
import { carrying, reconcileRows, rememberSpilled, rememberUnspelled, rowsPerStep, takeIn } from './reconcile';
import { recover } from './recover';
import type { Row } from './rows';
import { hasUnspelled, unspelledTabs, withinWrites } from './spelling';
import { columnsOf, newWork, type Work } from './work';

/**
 * Compares a whole tab with the ledger and takes in what differs, step by step while `hasTime` says so. Takes the lock for each
 * step. Answers whether the tab is in line.
 */
export function reconcile(workbook: Workbook, tab: RecordTabKey, hasTime: () => boolean = () => true): boolean {
  let before = '';
  for (let alike = 0; hasTime() && alike < mostAlike; ) {
    const early = look(workbook, tab);
    const left = withLock(workbook, () => {
      recover(workbook);
      // Fields without a column are read from the ledger, which nobody must write meanwhile.
      return takeStep(workbook, tab, early.columns.absent.length > 0 ? look(workbook, tab) : early);
    });
    if (left === null) return true;
    alike = left.taken === before ? alike + 1 : 0;
    before = left.taken;
    reconcileByRows(workbook, tab, left.rows, hasTime);
  }
  return false;
}

/** Takes in what differs in these rows (ascending) by reading only what lies about them, where the whole tab was read to find them. */
function reconcileByRows(workbook: Workbook, tab: RecordTabKey, rows: readonly number[], hasTime: () => boolean): void {
  for (let index = 0; index < rows.length && hasTime(); ) {
    const first = rows[index] ?? 0;
    const next = rows.findIndex((row) => row >= first + rowsPerStep);
    const end = next < 0 ? rows.length : next;
    const last = rows[end - 1] ?? first;
    pause();
    withLock(workbook, () => {
      recover(workbook);
      reconcileRows(workbook, tab, first, last);
    });
    index = end;
  }
}

/** Steps that find the same rows to take in, over and over: cells that keep nothing, as those below a merged one. */
const mostAlike = 2;

/**
 * Dirty tabs, then the tab that was looked at longest ago, if not today. One for each hourly run keeps runs short. A tab that
 * cannot be compared (its header row was moved) does not keep the others from it; its error is thrown at the end.
 */
export function reconcileDue(workbook: Workbook, hasTime: () => boolean): void {
  const dirty = Object.keys(dirtyTabs(workbook));
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

/** What a step of a compare took in, to be told from the next one, and the rows that it found to differ and left. */
interface Left {
  readonly taken: string;
  readonly rows: readonly number[];
}

/** A tab and its ledger side by side. */
interface Look {
  readonly work: Work;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  readonly ledger: ReadonlyMap<string, LedgerEntry>;
  /** What is to be taken in. */
  readonly planned: readonly Planned[];
  /** Where History ended before. */
  readonly historyRow: number;
}

/** Reads the whole tab and plans what differs (3 reads; 1 write, under the lock, where the tab is dirty). */
function look(workbook: Workbook, tab: RecordTabKey): Look {
  beginLook(workbook, tab);
  const historyRow = nextHistoryRow(workbook);
  const work = newWork(workbook, unknownAuthor, 'grid', undefined, true);
  const { columns: read, rows: plain } = readRows(workbook, tab);
  const computed = readComputed(read, 1, plain[plain.length - 1]?.row ?? 1);
  const { columns } = computed;
  work.columns.set(tab, columns);
  const rows = computedRows(plain, computed);
  const ledger = readLedger(workbook, tab);
  for (const row of rows) if (row.id !== '') work.entries.set(row.id, ledger.get(row.id) ?? null);
  for (const [id, entry] of ledger) work.entries.set(id, entry);
  const live = [...ledger.values()].filter((entry) => !isDeleted(entry));
  const carried = new Set(rows.map((row) => row.id));
  const uncarried = live.filter(({ id }) => !carried.has(id));
  const pasted = idsPastedOver(rows, ledger, live, uncarried);
  const named = rows.filter((row) => !pasted.has(row));
  const standing = new Set([...named.map((row) => row.id), ...pasted.values()]);
  const gone = live.filter(({ id }) => !standing.has(id));
  const copies = new Set([...findCopies(named, ledger), ...carrying(named, pasted)]);
  const nameless = named.filter((row) => copies.has(row) || !isKnown(work, tab, row));
  const lost = new Map([...pasted, ...idsLost(nameless, gone)]);
  const found = new Set(lost.values());
  const planned = [
    ...planGridRows(work, tab, { rows, copies, lost }),
    ...gone.filter((entry) => !found.has(entry.id)).map((entry) => planGone(tab, entry)),
  ];
  return { work, columns, rows, ledger, planned, historyRow };
}

/** Takes in what differs, at most so much at once; null when the tab is in line. Under the lock. */
function takeStep(workbook: Workbook, tab: RecordTabKey, { work, columns, ...seen }: Look): Left | null {
  // The next step reads the tab with its columns back.
  if (mendSystemColumns(workbook, tab, columns)) return { taken: `columns of ${tab}`, rows: [] };
  rememberSpilled(workbook, columns);
  if (seen.planned.length === 0) {
    finishLook(workbook, tab, { work, columns, ...seen });
    return null;
  }
  // Rows that lost their ids are told by the whole tab; all others can be taken in by themselves.
  const planned = [...seen.planned].sort((one, other) => Number(needsTab(other)) - Number(needsTab(one)));
  const torn = tornStep(work, tab, planned, true);
  const step = withinWrites((torn?.planned ?? planned).slice(0, rowsPerStep));
  if (step.some((one) => one.unspelled)) rememberUnspelled(workbook, tab);
  const still = stillSo(work, seen.rows, step);
  const isTaken = still.length > 0 && takeIn(torn ? { ...work, changeSet: torn.changeSet } : work, still);
  if (isTaken && still.length === step.length) torn?.done(step.length);
  const rest = planned.filter((one) => !step.includes(one));
  return {
    taken: step.map(({ kind, id, row }) => `${kind} ${id} ${row}`).join(),
    rows: rest.some(needsTab) ? [] : rest.map(({ row }) => row).sort((one, other) => one - other),
  };
}

/**
 * Those of which the ledger still says what it said, of the record and of the id that its row carries, whose rows have not come back,
 * nor got another id from somebody else who took them in (2 reads at most).
 */
function stillSo(work: Work, rows: readonly Row[], planned: readonly Planned[]): Planned[] {
  const [first] = planned;
  if (!first) return [];
  const { tab } = first;
  const carried = new Map(rows.map(({ row, id }) => [row, id]));
  // An id that nobody had been given may be a record's by now: what looked like a row of its own was being saved.
  const idOn = ({ needsId, row }: Planned) => (needsId ? (carried.get(row) ?? '') : '');
  const carriedIds = planned.map(idOn).filter((id) => id !== '');
  const last = carriedIds.length > 0 ? highestGiven(work.workbook, tab) : 0;
  const now = readLedgerEntries(work.workbook, tab, [
    ...planned.flatMap(({ id }) => (id === '' ? [] : [id])),
    ...carriedIds.filter((id) => (parseId(id)?.number ?? 0) <= last),
  ]);
  const isAsked = planned.some(({ kind, needsId }) => kind === 'delete' || needsId);
  const ids = isAsked ? readIds(columnsOf(work, tab)).map((text) => (parseId(text)?.tab === tab ? text : '')) : [];
  const standing = new Set(ids);
  const isSame = (id: string, entry: LedgerEntry | null | undefined) => {
    const { version, hash, changeSet } = now.get(id) ?? {};
    return version === entry?.version && hash === entry?.hash && changeSet === entry?.changeSet;
  };
  return planned.filter((one) => {
    const { id, kind, entry, row, needsId } = one;
    const own = idOn(one);
    const isBack = kind === 'delete' && standing.has(id);
    return isSame(id, entry) && isSame(own, work.entries.get(own)) && !isBack && !(needsId && ids[row - 2] !== own);
  });
}

function needsTab({ kind, needsId }: Planned): boolean {
  return kind === 'delete' || (needsId && kind !== 'create');
}

/** The tab was found in line with its ledger: remembers that, and where its records stand. */
function finishLook(workbook: Workbook, tab: RecordTabKey, { work, columns, rows, ledger, historyRow }: Look): void {
  straightenLedger(workbook, tab);
  endTorn(workbook, tab);
  // Saved meanwhile, a record may stand elsewhere.
  if (nextHistoryRow(workbook) === historyRow)
    writeRowHints(workbook, tab, ledger, new Map(rows.map((row) => [row.id, row.row])));
  const seen = (readMeta(workbook, 'reconciled') ?? {}) as { [tab: string]: string };
  const problems = ownProblems(
    workbook,
    columns,
    rows.map((row) => resolveRow(row, work.context)),
  );
  const { [tab]: _, ...unspelled } = unspelledTabs(workbook);
  writeMeta(workbook, {
    ...(hasUnspelled(workbook, tab) ? { unspelled } : {}),
    dirty: dirtyAfter(workbook, tab),
    reconciled: { ...seen, [tab]: work.today },
    attention: withCount(readCounts(workbook), tab, problems.length),
  });
  if (columns.changed) writeMeta(workbook, { signatures: withSignature(workbook, columns) });
  forgetNames(workbook);
}
