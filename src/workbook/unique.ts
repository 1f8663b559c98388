// Whether another record holds a value that only one may have.
import { normalizeEmail } from '../domain/email';
import type { RecordTabKey } from '../domain/schema';
import { fold } from '../domain/text';
import { columnOf } from './columns';
import { findInColumn, readRow } from './rows';
import { columnsOf, type Work } from './work';

/**
 * Id of the record with this value, other than `ownId`; undefined when there is none. Searches the column instead of reading it
 * (1 read, 1 more for each hit), and knows what other changes of the same commit take.
 */
export function holderOf(
  work: Work,
  tab: RecordTabKey,
  field: string,
  value: string,
  ownId: string,
  taken: Map<string, string>,
): string | undefined {
  const key = `${tab}.${field}:${comparable(field, value)}`;
  const other = taken.get(key);
  taken.set(key, ownId || 'another new record');
  if (other !== undefined) return other;
  const columns = columnsOf(work, tab);
  for (const row of findInColumn(columns.sheet, columnOf(columns, field), value)) {
    const found = readRow(work.workbook, tab, columns, row);
    if (found && found.id !== '' && found.id !== ownId) return found.id;
  }
  return undefined;
}

function comparable(field: string, value: string): string {
  return field === 'email' ? normalizeEmail(value) : fold(value);
}
