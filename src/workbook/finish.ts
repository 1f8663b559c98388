// The last part of a commit: ledger and history say what was done, the journal is cleared. One write for each.
import { type Author, type Delta, type How, unknownAuthor } from '../domain/change-set';
import { pickFields } from '../domain/record';
import type { RecordTabKey } from '../domain/schema';
import { rememberAgainstRole } from './against-role';
import { mergedTabs } from './aliases';
import type { CommittedRecord, Workbook } from './api';
import { type Counts, readCounts, withCount } from './attention/count';
import { withSignature } from './columns';
import { formulasAmong, withComputed } from './computed';
import { type HistoryEntry, historyEntry, writeHistory } from './history';
import { endJournal } from './journal';
import { isDeleted, type LedgerEntry, tombstone, writeLedger } from './ledger';
import { markCells } from './marks';
import { readMeta } from './meta';
import { changedFields, deltaOfPlanned, type Planned } from './plan';
import type { Done } from './read-back';
import { hashOf } from './rows';
import { type FollowUpSummary, summaryAfter } from './summary';
import { columnsOf, type Work, withoutId } from './work';

export interface Finished {
  readonly entry: LedgerEntry;
  readonly history: readonly HistoryEntry[];
}

/** Ledger entry and history of one record. Edits of the grid that were found on the way come first, as nobody's in particular. */
export function finished(
  done: Done,
  about: { readonly when: string; readonly author: Author; readonly how: How; readonly changeSet: string },
): Finished {
  const { planned, row, crossed } = done;
  const { tab, id, entry, labels, merge: other } = planned;
  const byGrid = { ...about, author: unknownAuthor, how: 'grid' as const };
  const history: HistoryEntry[] = [];
  let version = entry?.version ?? 0;
  const record = (delta: Delta, by: typeof about, kind = planned.kind) => {
    const fields = kind === 'delete' ? planned.before : planned.after;
    history.push(historyEntry({ tab, id, kind, delta, fields, labels, ...(by === about ? { merge: other } : {}) }, by));
    version += 1;
  };
  // A person pasted back, or undid, what had been deleted; or the ledger has lost the record: all of it is new to it.
  if (isTold(planned)) record(planned.observed, byGrid, !entry ? 'create' : isDeleted(entry) ? 'restore' : 'update');
  // A spelling that was put right in the grid is no change of the record.
  const delta = deltaOfPlanned(planned);
  if (planned.kind !== 'update' || other !== undefined || hasAny(delta)) record(delta, about);
  if (hasAny(crossed)) record(crossed, byGrid, 'update');
  if (!row) {
    const last = entry ?? blankEntry(id);
    const state = { fields: planned.before, raw: {}, formulas: planned.formulas, ...(other ? { to: other } : {}) };
    return { entry: { ...tombstone({ ...last, state }, about.changeSet), version }, history };
  }
  const changed = new Set(changedFields(planned));
  const known = done.formulas ?? planned.formulas;
  const standing = Object.entries(known).filter(([key]) => !changed.has(key));
  const written = formulasAmong(pickFields(planned.after, [...changed]));
  const formulas = { ...planned.restore, ...written, ...Object.fromEntries(standing) };
  const whole = withComputed(row, formulas);
  const state = {
    fields: withoutId({ ...whole.fields, ...whole.computed }),
    raw: row.raw,
    formulas,
    marks: done.marks ?? entry?.state.marks ?? [],
  };
  return { entry: { id, version, hash: hashOf(whole), row: row.row, changeSet: about.changeSet, state }, history };
}

/**
 * Writes history and ledger of all records, in this order: once the ledger tells of what people changed in between, nobody could
 * find it out any more. Then clears the journal. `told`: entries that stand in History already. The caller flushes.
 */
export function finishCommit(
  work: Work,
  done: readonly Done[],
  historyRow: number,
  told: readonly HistoryEntry[] = [],
): CommittedRecord[] {
  const { workbook } = work;
  const marked = markCells(work, done);
  const all = marked.map((one) => ({ done: one, ...finished(one, work) }));
  const stands = ({ id, how, delta }: HistoryEntry) =>
    told.some((one) => one.id === id && one.how === how && JSON.stringify(one.delta) === JSON.stringify(delta));
  const news = all.flatMap(({ history }) => history).filter((entry) => !stands(entry));
  writeHistory(workbook, historyRow, news);
  for (const tab of new Set(all.map(({ done: { planned } }) => planned.tab))) {
    const own = all.filter(({ done: { planned } }) => planned.tab === tab);
    writeLedger(
      workbook,
      tab,
      own.map(({ entry }) => entry),
    );
  }
  endJournal(workbook, metaAfter(work, marked));
  return all.map(({ done: { planned, row }, entry }) => ({
    tab: planned.tab,
    id: planned.id,
    kind: planned.kind,
    version: entry.version,
    row: row?.row ?? 0,
    fields: row ? { ...row.fields, ...row.raw, id: planned.id } : planned.before,
    labels: { ...planned.labels, ...row?.labels },
    delta: deltaOfPlanned(planned),
  }));
}

/** What `_Meta` remembers afterwards: where tabs end, open tasks, header rows that were rearranged. */
function metaAfter(work: Work, done: readonly Done[]) {
  const { workbook } = work;
  const tails = { ...((readMeta(workbook, 'tails') ?? {}) as { [tab: string]: number }) };
  for (const { planned, row } of done) {
    if (row && planned.row > 0) tails[planned.tab] = Math.max(tails[planned.tab] ?? 1, row.row);
  }
  const tasks = done.filter(({ planned }) => planned.tab === 'tasks');
  const summary = readMeta(workbook, 'summary') as FollowUpSummary | null;
  const changes = tasks.map(({ planned, row }) => ({ before: planned.before, after: row?.fields ?? {} }));
  const moved = [...new Set(done.map(({ planned }) => planned.tab))].filter(
    (tab: RecordTabKey) => columnsOf(work, tab).changed,
  );
  return {
    tails,
    ...countsAfter(workbook, done),
    ...rememberAgainstRole(work, done),
    ...mergesAfter(workbook, done),
    ...(tasks.length > 0 ? { summary: summaryAfter(summary, changes, work.today) } : {}),
    ...(moved.length > 0
      ? { signatures: Object.assign({}, ...moved.map((tab) => withSignature(workbook, columnsOf(work, tab)))) }
      : {}),
  };
}

/** Tabs with records that were merged into others, where there is a first one. */
function mergesAfter(workbook: Workbook, done: readonly Done[]): { merged?: { readonly [tab: string]: boolean } } {
  const known = mergedTabs(workbook);
  const fresh = done.flatMap(({ planned: { tab, kind, merge } }) =>
    merge !== undefined && kind === 'delete' && !known[tab] ? [tab] : [],
  );
  return fresh.length === 0 ? {} : { merged: { ...known, ...Object.fromEntries(fresh.map((tab) => [tab, true])) } };
}

/** How many values are marked as wrong, where that has changed; all else that needs attention is counted by the compare. */
function countsAfter(workbook: Workbook, done: readonly Done[]): { attention?: Counts } {
  const before = readCounts(workbook);
  let counts = before;
  for (const { planned, row, marks } of done) {
    const had = planned.entry?.state.marks?.length ?? 0;
    const has = row ? (marks?.length ?? had) : 0;
    if (has !== had) counts = withCount(counts, planned.tab, (counts[planned.tab]?.own ?? 0) + has - had);
  }
  return counts === before ? {} : { attention: counts };
}

function blankEntry(id: string): LedgerEntry {
  return { id, version: 0, hash: '', row: 0, changeSet: '', state: { fields: {}, raw: {}, formulas: {} } };
}

/** Whether grid edits were found on the way that get an entry of their own. */
export function isTold({ observed }: Planned): boolean {
  return hasAny(observed);
}

function hasAny(delta: Delta): boolean {
  return Object.keys(delta).length > 0;
}
