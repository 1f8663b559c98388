// Changing rows of tabs whose rows are no records (Team, Settings, Lists …). They have no id and no version: a row is known by all that
// it holds, and one that holds anything else by now is left alone. Each change has its line in History.
import { type Author, deltaOf } from '../domain/change-set';
import { type AnyRecord, fieldsOf, type RecordTabKey, type TabKey } from '../domain/schema';
import type { Workbook } from './api';
import { cellFor } from './cells';
import { columnOf } from './columns';
import { historyEntry, nextHistoryRow, writeHistory } from './history';
import { withLock } from './lock';
import { appendPlainRows, forgetPeople, type PlainTable, readPlainTable } from './plain-table';
import { recover } from './recover';
import { newChangeSet } from './work';

/** A row as it stands; what could not be read stands as it was typed. */
export interface PlainRow {
  /** 1-based. */
  readonly row: number;
  readonly fields: AnyRecord;
}

export interface RowChange {
  /** Where it stood when it was read: tells rows apart that hold the same. */
  readonly row?: number;
  /** All that it held then; left out for a new row. */
  readonly before?: AnyRecord;
  /** All that it is to hold; null takes the row out. */
  readonly after: AnyRecord | null;
}

/** The rows of a tab (1 read). */
export function readPlainRows(workbook: Workbook, tab: TabKey): PlainRow[] {
  return seenRows(readPlainTable(workbook, tab));
}

function seenRows({ rows }: Pick<PlainTable<TabKey>, 'rows'>): PlainRow[] {
  return rows.map(({ row, fields, unread }) => ({ row, fields: { ...fields, ...unread } }));
}

/** Makes all of these changes, or none: false when a row does not hold any more what it was changed from. Only changed cells are written. */
export function changePlainRows(
  workbook: Workbook,
  author: Author,
  tab: TabKey,
  changes: readonly RowChange[],
): boolean {
  return withLock(workbook, () => {
    recover(workbook);
    const table = readPlainTable(workbook, tab);
    const rows = seenRows(table);
    const holds = (before: AnyRecord) => (one: PlainRow) => Object.keys(deltaOf(one.fields, before)).length === 0;
    const places = changes.map(({ row, before }) => {
      const same = before ? rows.filter(holds(before)) : [];
      return same.find((one) => one.row === row) ?? same[0];
    });
    if (changes.some(({ before }, index) => before && !places[index])) return false;
    const added = changes.flatMap(({ before, after }) => (before || !after ? [] : [after]));
    const changed = new Map(
      changes.flatMap(({ after }, index) =>
        places[index] ? [[places[index], after] as [PlainRow, AnyRecord | null]] : [],
      ),
    );
    writeRows(table, tab, changed, added);
    forgetPeople(workbook);
    tell(workbook, author, tab, changes);
    return true;
  });
}

/** Changed cells, then new rows below all others; rows go last, since all below them move. */
function writeRows<K extends TabKey>(
  table: PlainTable<K>,
  tab: K,
  changed: ReadonlyMap<PlainRow, AnyRecord | null>,
  added: readonly AnyRecord[],
): void {
  const { columns } = table;
  for (const [{ row, fields }, after] of changed) {
    const delta = deltaOf(fields, after ?? fields);
    for (const [key, field] of fieldsOf(tab)) {
      if (key in delta) columns.sheet.getRange(row, columnOf(columns, key)).setValue(cellFor(field, after?.[key], {}));
    }
  }
  appendPlainRows(table, tab, added);
  const gone = [...changed].flatMap(([{ row }, after]) => (after ? [] : [row]));
  for (const row of gone.sort((one, other) => other - one)) columns.sheet.deleteRow(row);
}

/** A line of History for each change. */
function tell(workbook: Workbook, author: Author, tab: TabKey, changes: readonly RowChange[]): void {
  const about = { when: workbook.now(), author, how: 'sidebar', changeSet: newChangeSet(workbook) } as const;
  const entries = changes.map(({ before, after }) => {
    const kind = !before ? 'create' : after ? 'update' : 'delete';
    // Its words are made from the schema alone, which knows these tabs as well.
    const change = { tab: tab as RecordTabKey, id: '', kind, fields: after ?? before ?? {} } as const;
    return historyEntry({ ...change, delta: deltaOf(before ?? {}, after ?? {}) }, about);
  });
  writeHistory(workbook, nextHistoryRow(workbook), entries);
}
