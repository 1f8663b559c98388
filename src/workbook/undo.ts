// Undoing changes: each field goes back where it still holds what they wrote. What changed since is left alone and listed. An
// undo is a change set of its own, and can be undone as well.
import { type Author, type How, undoOf } from '../domain/change-set';
import { customPrefix, isBlank } from '../domain/record';
import { isKeptByRowbook } from '../domain/roles';
import type { AnyRecord } from '../domain/schema';
import type { Change, Workbook } from './api';
import { withPast } from './archive-pack';
import { type Columns, readColumns } from './columns';
import { commit } from './commit';
import { computedRows, readComputed } from './computed';
import { WorkbookError } from './errors';
import { locateMany } from './find-rows';
import { type HistoryEntry, idsOfBlock, isBlock } from './history';
import { isDeleted, readLedgerEntries } from './ledger';
import { refusalFor } from './rights';
import { type Row, seenFields } from './rows';
import { type Kept, undoBlock } from './undo-block';
import { asParted, isMovedLink, isToldAsKept, type MergedPair, pairIn } from './undo-merge';
import { undoRecord } from './undo-record';
import { readChangeSet } from './whole-history';
import { withoutId } from './work';

export interface Undone {
  /** The undo's own change set; blank when nothing was left to undo. */
  readonly changeSet: string;
  readonly more: boolean;
  /** Records put back. */
  readonly undone: number;
  readonly kept: readonly Kept[];
}

/** Records in one step of an undo. */
export const perStep = 200;

/**
 * Undoes the change set, or one step of it (`more`: call again). `as`: the change set that all steps are to have. Throws
 * WorkbookError `no-change-set`.
 */
export function undo(workbook: Workbook, author: Author, changeSet: string, as?: string): Undone {
  const entries = readToUndo(workbook, changeSet).reverse();
  if (entries.length === 0) throw new WorkbookError('no-change-set', `There is no change set ${changeSet} in History.`);
  const stays: Kept[] = [];
  const blocks = entries.filter(isMadeBlock);
  for (const block of blocks) {
    const isLast = stays.length === 0 && blocks.length === entries.length && block === blocks[blocks.length - 1];
    const step = undoBlock(workbook, author, block, isLast);
    if (step.undone > 0) return { ...step, more: true };
    stays.push(...step.kept);
  }
  const ours = entries.filter((entry) => entry.how !== 'grid');
  const merge = pairIn(ours, (other) => readToUndo(workbook, other));
  const planned = planUndo(workbook, author, ours.length > 0 ? ours : entries, merge);
  const kept = [...stays, ...planned.kept];
  const step = planned.changes.slice(0, perStep);
  const more = planned.changes.length > step.length;
  const how = undoOf(changeSet, more || kept.length > 0);
  const done = putBack(workbook, author, how, step, as, merge !== null);
  return { ...done, more, kept: [...kept, ...done.kept] };
}

/**
 * Commits what an undo has planned. `as`: the change set that earlier steps of it have. `derived`: with what follows from it. Throws
 * WorkbookError `unsettled`.
 */
export function putBack(
  workbook: Workbook,
  author: Author,
  how: How,
  changes: readonly Change[],
  as?: string,
  derived = false,
): { changeSet: string; undone: number; kept: Kept[] } {
  if (changes.length === 0) return { changeSet: '', undone: 0, kept: [] };
  const options = { unchecked: true, derived, ...(as === undefined ? {} : { changeSet: as }) };
  const outcome = commit(workbook, author, how, changes, options);
  if (outcome.status !== 'saved')
    throw new WorkbookError('unsettled', 'This is being changed in the grid. Try again in a moment.');
  const { changeSet, records } = outcome;
  // People did nothing there in this moment: a cell that takes no value lies under merged ones.
  const kept = records.flatMap(({ tab, id, fields }) => {
    const wanted = changes.find((one) => one.tab === tab && one.id === id)?.fields ?? {};
    const lost = Object.keys(wanted).filter((key) => !isBlank(wanted[key]) && fields[key] === null);
    return lost.map((field) => ({ tab, id, field, reason: 'It lies under merged cells.' }));
  });
  return { changeSet, undone: records.length, kept };
}

/** Whether an entry tells of a block that was made, not of one that was taken out. */
export function isMadeBlock(entry: HistoryEntry): boolean {
  return isBlock(entry) && !isGoneBlock(entry);
}

function isGoneBlock(entry: HistoryEntry): boolean {
  return isBlock(entry) && entry.summary.startsWith('Deleted');
}

/** What History and archive tell of a change set (2 reads, more where the archive holds some of it). */
export function readToUndo(workbook: Workbook, changeSet: string): HistoryEntry[] {
  return withPast(workbook, () => readChangeSet(workbook, changeSet));
}

/**
 * What takes these entries back, given newest first (for each tab 1 read of ledger and headers, and few for the rows). Blocks
 * that were made are left out: `undoBlock` takes them out. What the author may not change stays, with whom to ask. `merge`: the two
 * records that the entries made one.
 */
export function planUndo(
  workbook: Workbook,
  author: Author,
  entries: readonly HistoryEntry[],
  merge: MergedPair | null = null,
): { changes: Change[]; kept: Kept[] } {
  const refused = new Set<string>();
  const changes: Change[] = [];
  const kept: Kept[] = [];
  const add = (columns: Columns, change: Change, before: AnyRecord) => {
    const { tab, id = '' } = change;
    const follows = merge !== null && isMovedLink(merge, change);
    const reason = follows ? undefined : refusalOf(workbook, author, change, before);
    if (reason !== undefined) {
      refused.add(id);
      kept.push({ tab, id, field: '', reason });
      return;
    }
    const { rest, gone } = withoutGone(columns, change);
    kept.push(...gone.map((field) => ({ tab, id, field, reason: goneReason })));
    if (rest) changes.push(follows ? { ...rest, follows } : rest);
  };
  for (const tab of new Set(entries.map((entry) => entry.tab))) {
    const own = entries.filter((entry) => entry.tab === tab && !isBlock(entry));
    const gone = entries.filter((entry) => entry.tab === tab && isGoneBlock(entry));
    const goneIds = new Map(gone.flatMap((block) => idsOfBlock(block).map((id) => [id, block.changeSet] as const)));
    const ownIds = new Set(own.map(({ id }) => id));
    const known = readLedgerEntries(workbook, tab, [...new Set([...ownIds, ...goneIds.keys()])]);
    const columns = readColumns(workbook, tab);
    const places = [...ownIds].map((id) => ({ id, hint: known.get(id)?.row || null }));
    const rows = withFormulas(columns, locateMany(workbook, tab, columns, places));
    for (const id of new Set([...ownIds, ...goneIds.keys()])) {
      const entriesOfId = own.filter((entry) => entry.id === id);
      const ledger = known.get(id);
      const wasDeleted = ledger !== undefined && isDeleted(ledger);
      if (ledger && wasDeleted && ledger.changeSet === goneIds.get(id)) {
        // A block's entry does not hold its records; the ledger keeps them as they went.
        const went = withoutId(seenFields(ledger.state));
        const { change, kept: stays } = undoRecord(entriesOfId, went, false);
        if (change?.kind !== 'delete') {
          add(columns, { kind: 'create', tab, id, fields: { ...went, ...change?.fields }, by: 'system' }, went);
        }
        kept.push(...stays);
        continue;
      }
      const row = rows.get(id);
      const one = undoRecord(entriesOfId, row && withoutId(seenFields(row)), wasDeleted);
      if (one.change) add(columns, one.change, row ? seenFields(row) : (ledger?.state.fields ?? {}));
      kept.push(...one.kept);
    }
  }
  if (merge === null) return { changes, kept };
  return { changes: asParted(merge, changes, refused), kept: kept.filter((one) => isToldAsKept(merge, one)) };
}

const goneReason = 'Its column is gone. Add one with this header, then undo again.';

/** The change without fields of the team's own whose columns are gone: one of them must not keep all else from being undone. */
function withoutGone(columns: Columns, change: Change): { rest: Change | undefined; gone: string[] } {
  const { fields = {} } = change;
  const isGone = (key: string) => key.startsWith(customPrefix) && columns.at(key) === undefined;
  const gone = Object.keys(fields).filter((key) => isGone(key) && fields[key] !== null);
  if (!Object.keys(fields).some(isGone)) return { rest: change, gone };
  const left = Object.entries(fields).filter(([key]) => !isGone(key));
  if (left.length === 0) return { rest: undefined, gone };
  return { rest: { ...change, fields: Object.fromEntries(left) }, gone };
}

/** Why this author may not take this back, before the commit is asked: one record must not keep the others from it. */
function refusalOf(workbook: Workbook, author: Author, change: Change, before: AnyRecord): string | undefined {
  const { tab, id = '', fields = {} } = change;
  if (change.kind === 'update' && isKeptByRowbook(tab, fields)) return undefined;
  return refusalFor(workbook, author, { act: change.kind === 'delete' ? 'delete' : 'edit', tab, id, before });
}

/** The rows with the formulas of the team's own columns (1 read, none where there are no such columns). */
function withFormulas(columns: Columns, rows: ReadonlyMap<string, Row>): Map<string, Row> {
  const all = [...rows.values()];
  const places = all.map(({ row }) => row);
  if (all.length === 0) return new Map();
  const computed = readComputed(columns, Math.min(...places), Math.max(...places));
  return new Map(computedRows(all, computed).map((row) => [row.id, row]));
}
