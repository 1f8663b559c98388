// Reading records: a whole tab, or one by its id.
import { parseId } from '../domain/ids';
import type { RecordTabKey } from '../domain/schema';
import type { LoadedRecord, StoredRecord, Table, Workbook } from './api';
import { readColumns } from './columns';
import { isDeleted, readLedgerEntry } from './ledger';
import { customFieldsOf, readRows, resolveRow, valueContext } from './lookups';
import { locate, readShownFormulas } from './rows';

/** Every record of a tab, with what is wrong with it (1 read, and Team and Settings once). */
export function readTable(workbook: Workbook, tab: RecordTabKey): Table {
  const { columns, rows } = readRows(workbook, tab);
  const context = valueContext(workbook);
  const records = rows.map((row) => resolveRow(row, context));
  let index: Map<string, StoredRecord> | undefined;
  return {
    tab,
    records,
    customFields: customFieldsOf(tab, columns.keys, columns.headers),
    byId: (id) => {
      index = index ?? new Map(records.map((record) => [record.id, record]));
      return index.get(id);
    },
  };
}

/** One record, found by the ledger's hint or by a search (4 reads, at any size); null when the grid does not hold it. */
export function findById(workbook: Workbook, tab: RecordTabKey, id: string): LoadedRecord | null {
  const wanted = parseId(id);
  if (wanted?.tab !== tab) return null;
  const entry = readLedgerEntry(workbook, tab, wanted.id);
  if (entry && isDeleted(entry)) return null;
  const columns = readColumns(workbook, tab);
  const row = locate(workbook, tab, columns, wanted.id, entry?.row || null);
  if (!row) return null;
  return {
    ...resolveRow(row, valueContext(workbook)),
    version: entry?.version ?? 0,
    formulas: readShownFormulas(columns, row.row),
  };
}
