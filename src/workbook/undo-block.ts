// Undoing an import's block: its records go, unless somebody has changed them since. A bounded number at a time.
import { type Author, undoOf, undoOfMany } from '../domain/change-set';
import type { Workbook } from './api';
import { readColumns } from './columns';
import { withComputed } from './computed';
import { locateMany } from './find-rows';
import { type HistoryEntry, idsOfBlock } from './history';
import { isDeleted, type LedgerEntry, readLedgerEntries } from './ledger';
import { withLock } from './lock';
import { recover } from './recover';
import { referredIds } from './referred';
import { refusalFor } from './rights';
import { hashOf, seenFields } from './rows';
import { runsOf, takeOut } from './take-out';
import { newWork } from './work';

/** What an undo left alone. `field` is blank when the whole record is meant. */
export interface Kept {
  readonly tab: string;
  readonly id: string;
  readonly field: string;
  readonly reason: string;
}

const changedSince = 'It was changed since, so the record stays.';
const inUse = 'Another record refers to it, so it stays.';

/** Records taken out under one lock. */
const perStep = 500;

/** Of a long undo: the change set that all its steps share, and whether only it and what it undoes has changed a record since. */
export interface LongUndo {
  readonly changeSet: string;
  readonly isOurs: (id: string) => boolean;
}

/**
 * Takes out the next unchanged records of a block; nothing left to take out answers `undone: 0`, with what stays and why.
 * `isLast`: once this block is gone, so is all of its change set.
 */
export function undoBlock(
  workbook: Workbook,
  author: Author,
  block: HistoryEntry,
  isLast: boolean,
  long?: LongUndo,
): { changeSet: string; undone: number; kept: Kept[] } {
  return withLock(workbook, () => {
    recover(workbook);
    const { tab } = block;
    const ids = idsOfBlock(block);
    const known = readLedgerEntries(workbook, tab, ids);
    const standing = ids.flatMap((id): LedgerEntry[] => {
      const entry = known.get(id);
      return entry && !isDeleted(entry) ? [entry] : [];
    });
    const columns = readColumns(workbook, tab);
    const rows = locateMany(
      workbook,
      tab,
      columns,
      standing.map(({ id, row }) => ({ id, hint: row || null })),
    );
    const isUnchanged = (entry: LedgerEntry) => {
      const row = rows.get(entry.id);
      const isOurs = entry.changeSet === long?.changeSet && long.isOurs(entry.id);
      return (
        (entry.changeSet === block.changeSet || isOurs) &&
        row !== undefined &&
        hashOf(withComputed(row, entry.state.formulas)) === entry.hash
      );
    };
    const unchanged = standing.filter(isUnchanged);
    const referred =
      unchanged.length === 0 ? new Set() : referredIds(workbook, tab, new Set(unchanged.map(({ id }) => id)));
    const reasonToStay = (entry: LedgerEntry): string | undefined => {
      const row = rows.get(entry.id);
      if (!row || !isUnchanged(entry)) return changedSince;
      if (referred.has(entry.id)) return inUse;
      return refusalFor(workbook, author, { act: 'delete', tab, id: entry.id, before: seenFields(row) });
    };
    const staying = new Map(standing.map((entry) => [entry, reasonToStay(entry)]));
    const mayGo = (entry: LedgerEntry) => staying.get(entry) === undefined;
    const kept = [...staying].flatMap(([{ id }, reason]) => (reason ? [{ tab, id, field: '', reason }] : []));
    // A run of neighbouring ids: what is announced must not hold a record that stays.
    const gone = (runsOf(standing.filter(mayGo))[0] ?? []).slice(0, perStep);
    if (gone.length === 0) return { changeSet: '', undone: 0, kept };
    const how = long ? undoOfMany : undoOf(block.changeSet, !isLast || gone.length < standing.length);
    const work = newWork(workbook, author, how, long?.changeSet, true);
    takeOut(work, tab, gone);
    return { changeSet: work.changeSet, undone: gone.length, kept };
  });
}
