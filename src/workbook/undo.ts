// Undoing a change set: each field goes back where it still holds what that set wrote. What changed since is left alone and
// listed. An undo is a change set of its own, and can be undone as well.
import type { Author } from '../domain/change-set';
import { fieldOf, sameValue } from '../domain/record';
import type { AnyRecord, FieldValue, RecordTabKey } from '../domain/schema';
import type { Change, Workbook } from './api';
import { commit } from './commit';
import { computedRows, readComputed } from './computed';
import { WorkbookError } from './errors';
import { type HistoryEntry, isBlock, kindOf, readChangeSet } from './history';
import { isDeleted, readLedgerEntries } from './ledger';
import { readRows } from './lookups';
import { seenFields } from './rows';
import { type Kept, undoBlock } from './undo-block';

export interface Undone {
  /** The undo's own change set; blank when nothing was left to undo. */
  readonly changeSet: string;
  readonly more: boolean;
  /** Records put back. */
  readonly undone: number;
  readonly kept: readonly Kept[];
}

/** Records in one step of an undo. */
const perStep = 200;

/**
 * Undoes the change set, or one step of it (`more`: call again). Throws WorkbookError `no-change-set`.
 */
export function undo(workbook: Workbook, author: Author, changeSet: string): Undone {
  const entries = readChangeSet(workbook, changeSet).reverse();
  if (entries.length === 0) throw new WorkbookError('no-change-set', `There is no change set ${changeSet} in History.`);
  const stays: Kept[] = [];
  for (const block of entries.filter(isBlock)) {
    const step = undoBlock(workbook, author, block);
    if (step.undone > 0) return { ...step, more: true };
    stays.push(...step.kept);
  }
  const single = entries.filter((entry) => !isBlock(entry) && entry.how !== 'grid');
  const planned = plan(workbook, single.length > 0 ? single : entries.filter((entry) => !isBlock(entry)));
  const { changes } = planned;
  const kept = [...stays, ...planned.kept];
  if (changes.length === 0) return { changeSet: '', more: false, undone: 0, kept };
  const step = changes.slice(0, perStep);
  const outcome = commit(workbook, author, 'undo', step, { unchecked: true });
  if (outcome.status !== 'saved')
    throw new WorkbookError('unsettled', 'This is being changed in the grid. Try again in a moment.');
  return { changeSet: outcome.changeSet, more: changes.length > step.length, undone: outcome.records.length, kept };
}

/** The tabs whose records a change set changed (2 reads). */
export function tabsOfChangeSet(workbook: Workbook, changeSet: string): RecordTabKey[] {
  return [...new Set(readChangeSet(workbook, changeSet).map((entry) => entry.tab))];
}

function plan(workbook: Workbook, entries: readonly HistoryEntry[]): { changes: Change[]; kept: Kept[] } {
  const changes: Change[] = [];
  const kept: Kept[] = [];
  for (const tab of new Set(entries.map((entry) => entry.tab))) {
    const own = entries.filter((entry) => entry.tab === tab);
    const { columns, rows } = readRows(workbook, tab);
    const computed = readComputed(columns, 1, rows[rows.length - 1]?.row ?? 1);
    const standing = new Map(computedRows(rows, computed).map((row) => [row.id, seenFields(row)]));
    const known = readLedgerEntries(
      workbook,
      tab,
      own.map((entry) => entry.id),
    );
    for (const entry of own) {
      const record = standing.get(entry.id);
      const ledger = known.get(entry.id);
      const one = undoOne(entry, record, ledger !== undefined && isDeleted(ledger));
      if (one.change) changes.push(one.change);
      kept.push(...one.kept);
    }
  }
  return { changes, kept };
}

function undoOne(
  entry: HistoryEntry,
  record: AnyRecord | undefined,
  wasDeleted: boolean,
): { change?: Change; kept: Kept[] } {
  const { tab, id, delta } = entry;
  const stay = (field: string, reason: string): Kept => ({ tab, id, field, reason });
  const told = Object.entries(delta).filter(([key]) => fieldOf(tab, key)?.writer !== 'system');
  switch (kindOf(entry)) {
    case 'delete': {
      if (record || !wasDeleted) return { kept: record ? [stay('', 'It is back already.')] : [] };
      const fields = Object.fromEntries(Object.entries(delta).map(([key, [before]]) => [key, before]));
      return { change: { kind: 'create', tab, id, fields, by: 'system' }, kept: [] };
    }
    case 'create':
    case 'restore': {
      if (!record) return { kept: [] };
      const changed = told.filter(([key, [, after]]) => isTold(tab, key) && !sameValue(record[key], after));
      if (changed.length > 0)
        return { kept: changed.map(([key]) => stay(key, 'It was changed since, so the record stays.')) };
      return { change: { kind: 'delete', tab, id }, kept: [] };
    }
    default: {
      if (!record) return { kept: [stay('', 'The record was deleted since.')] };
      const fields: { [field: string]: FieldValue } = {};
      const kept: Kept[] = [];
      for (const [key, [before, after]] of told) {
        if (sameValue(record[key], after)) fields[key] = before;
        else if (!sameValue(record[key], before)) kept.push(stay(key, 'It was changed since.'));
      }
      if (Object.keys(fields).length === 0) return { kept };
      return { change: { kind: 'update', tab, id, fields, overwrite: Object.keys(fields), by: 'system' }, kept };
    }
  }
}

/** Derived fields of a new record follow from others and may have moved on; that alone does not keep it. */
function isTold(tab: RecordTabKey, key: string): boolean {
  const writer = fieldOf(tab, key)?.writer;
  return writer === 'person' || writer === undefined;
}
