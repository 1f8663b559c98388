// What takes a record's changes back, one after the other from the newest: each field goes back where it holds what the change
// wrote, by then. Pure: what the record holds is passed in.
import type { Delta } from '../domain/change-set';
import { fieldOf, sameValue } from '../domain/record';
import type { AnyRecord, FieldValue, RecordTabKey } from '../domain/schema';
import type { Change } from './api';
import { type HistoryEntry, kindOf } from './history';
import type { Kept } from './undo-block';

export const isBackAlready = 'It is back already.';

/** `entries`: of one record, newest first. `record`: what its row holds; undefined where there is none. */
export function undoRecord(
  entries: readonly HistoryEntry[],
  record: AnyRecord | undefined,
  wasDeleted: boolean,
): { change?: Change; kept: Kept[] } {
  const [first] = entries;
  if (!first) return { kept: [] };
  const { tab, id } = first;
  const kept: Kept[] = [];
  const stay = (field: string, reason: string) => kept.push({ tab, id, field, reason });
  let now: { [field: string]: FieldValue } | null = record ? { ...record } : null;
  entries.forEach((entry, index) => {
    // A sort of half a row moves Created as well; Updated is Rowbook's own stamp.
    const told = Object.entries(entry.delta).filter(([key]) => key !== 'updated');
    const kind = kindOf(entry);
    if (kind === 'delete') {
      if (now) stay('', isBackAlready);
      else if (wasDeleted) now = valuesBefore(entry.delta);
    } else if (kind === 'create' || kind === 'restore') {
      if (!now) return;
      const standing = now;
      const changed = told.filter(([key, [, after]]) => isTold(tab, key) && !sameValue(standing[key], after));
      for (const [key] of changed) stay(key, 'It was changed since, so the record stays.');
      if (changed.length === 0) now = null;
    } else if (!now) {
      stay('', 'The record was deleted since.');
    } else {
      for (const [key, [before, after]] of told) {
        if (sameValue(now[key], after)) now[key] = before;
        else if (!isBack(now[key], before, key, entries.slice(index + 1))) stay(key, 'It was changed since.');
      }
    }
  });
  const change = changeBetween(tab, id, record, now);
  return change ? { change, kept } : { kept };
}

/** Whether the field holds already what it held before this change, or before an older one that is undone as well. */
function isBack(
  value: FieldValue | undefined,
  before: FieldValue,
  key: string,
  older: readonly HistoryEntry[],
): boolean {
  return sameValue(value, before) || older.some(({ delta }) => delta[key] && sameValue(value, delta[key][0]));
}

function changeBetween(
  tab: RecordTabKey,
  id: string,
  record: AnyRecord | undefined,
  now: { [field: string]: FieldValue } | null,
): Change | undefined {
  if (record && now) {
    const changed = Object.entries(now).filter(([key, value]) => !sameValue(value, record[key]));
    if (changed.length === 0) return undefined;
    const overwrite = changed.map(([key]) => key);
    return { kind: 'update', tab, id, fields: Object.fromEntries(changed), overwrite, by: 'system' };
  }
  if (record) return { kind: 'delete', tab, id };
  return now ? { kind: 'create', tab, id, fields: now, by: 'system' } : undefined;
}

function valuesBefore(delta: Delta): { [field: string]: FieldValue } {
  return Object.fromEntries(Object.entries(delta).map(([key, [before]]) => [key, before]));
}

/** Derived fields of a new record follow from others and may have moved on; that alone does not keep it. */
function isTold(tab: RecordTabKey, key: string): boolean {
  const writer = fieldOf(tab, key)?.writer;
  return writer === 'person' || writer === undefined;
}
