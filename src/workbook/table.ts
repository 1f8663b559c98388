// Reading records: a whole tab, or one by its id.
import { parseId } from '../domain/ids';
import type { RecordTabKey } from '../domain/schema';
import type { LoadedRecord, StoredRecord, Table, Workbook } from './api';
import { readColumns } from './columns';
import { locateMany } from './find-rows';
import { isDeleted, readLedger, readLedgerEntries, readLedgerEntry } from './ledger';
import { customFieldsOf, readRows, resolveRow, valueContext } from './lookups';
import { isRecordRow, locate, readShownFormulas, rowOf } from './rows';

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

/** Records in `count` rows from `first` on, and the tab's last row (2 reads, at any size). */
export function readPart(
  workbook: Workbook,
  tab: RecordTabKey,
  first: number,
  count: number,
): { readonly records: readonly StoredRecord[]; readonly last: number } {
  const columns = readColumns(workbook, tab);
  const { sheet, keys } = columns;
  if (columns.absent.length > 0) readLedger(workbook, tab);
  const last = sheet.getLastRow();
  const rows = Math.min(count, last - first + 1);
  const cells = rows > 0 ? sheet.getRange(first, 1, rows, keys.length).getValues() : [];
  const context = valueContext(workbook);
  const records = cells.flatMap((row, index) =>
    isRecordRow(columns, row) ? [resolveRow(rowOf(workbook, tab, columns, first + index, row), context)] : [],
  );
  return { records, last };
}

/** Those of these records that the grid holds (for one 3 reads; in all fewer than 3 for each). */
export function readRecords(workbook: Workbook, tab: RecordTabKey, ids: readonly string[]): StoredRecord[] {
  const known = readLedgerEntries(workbook, tab, ids);
  const wanted = ids.flatMap((id) => {
    const entry = known.get(id);
    return entry && isDeleted(entry) ? [] : [{ id, hint: entry?.row || null }];
  });
  if (wanted.length === 0) return [];
  const rows = locateMany(workbook, tab, readColumns(workbook, tab), wanted);
  const context = valueContext(workbook);
  return [...rows.values()].map((row) => resolveRow(row, context));
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
