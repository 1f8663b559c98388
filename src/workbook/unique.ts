// Whether another record holds a value that only one may have.
import { normalizeEmail } from '../domain/email';
import type { FieldValue, RecordTabKey } from '../domain/schema';
import { fold } from '../domain/text';
import { columnOf } from './columns';
import { readRows } from './lookups';
import { findInColumn, readRow } from './rows';
import { columnsOf, type Work } from './work';

/** What the changes of one commit take and give free. */
export interface Taken {
  /** Who takes a value. */
  readonly values: Map<string, string>;
  /** Records that go: what they hold is free. */
  readonly leaving: ReadonlySet<string>;
}

/** Above this many values in one commit, reading the tab once costs less than a search for each. */
const fewSearches = 5;

const indexes = new WeakMap<Work, Map<string, Map<string, string[]>>>();

/**
 * Id of the record with this value, other than `ownId`; undefined when there is none. Searches the column instead of reading it
 * (1 read, 1 more for each hit) unless many are asked for, and knows what other changes of the same commit take (`taken`).
 */
export function holderOf(
  work: Work,
  tab: RecordTabKey,
  field: string,
  value: string,
  ownId: string,
  { values: taken, leaving }: Taken,
): string | undefined {
  const key = `${tab}.${field}:${comparable(field, value)}`;
  const other = taken.get(key);
  taken.set(key, ownId || 'another new record');
  if (other !== undefined) return other;
  const holders =
    taken.size > fewSearches
      ? (indexOf(work, tab, field).get(comparable(field, value)) ?? [])
      : search(work, tab, field, value);
  return holders.find((id) => id !== '' && id !== ownId && !leaving.has(id));
}

function search(work: Work, tab: RecordTabKey, field: string, value: string): string[] {
  const columns = columnsOf(work, tab);
  return findInColumn(columns.sheet, columnOf(columns, field), value).map(
    (row) => readRow(work.workbook, tab, columns, row)?.id ?? '',
  );
}

/** Ids by value of one field, from one read of the tab. */
function indexOf(work: Work, tab: RecordTabKey, field: string): Map<string, string[]> {
  const known = indexes.get(work) ?? new Map<string, Map<string, string[]>>();
  indexes.set(work, known);
  const index = known.get(`${tab}.${field}`) ?? new Map<string, string[]>();
  if (!known.has(`${tab}.${field}`)) {
    known.set(`${tab}.${field}`, index);
    for (const { id, fields, raw } of readRows(work.workbook, tab).rows) {
      const value: FieldValue = raw[field] ?? fields[field] ?? null;
      if (typeof value !== 'string' || value === '') continue;
      const same = comparable(field, value);
      index.set(same, [...(index.get(same) ?? []), id]);
    }
  }
  return index;
}

function comparable(field: string, value: string): string {
  return field === 'email' ? normalizeEmail(value) : fold(value);
}
