// Records that point to one record, without reading a long tab as a whole.
import type { RecordTabKey } from '../domain/schema';
import type { StoredRecord, Workbook } from './api';
import { readColumns } from './columns';
import { readRowsAt } from './find-rows';
import { readRows, resolveRow, valueContext } from './lookups';
import { findInColumn } from './rows';

/** Up to this many rows, one read of all costs no more than a search and the reads after it. */
const shortTab = 2000;

/**
 * Records of a tab whose reference field holds this id. In a long tab only cells with the id in parentheses are found, unless
 * `bare` asks for those with nothing but the id as well (1 call more).
 */
export function readReferring(
  workbook: Workbook,
  tab: RecordTabKey,
  field: string,
  id: string,
  bare = false,
): StoredRecord[] {
  const sheet = workbook.sheet(tab);
  const last = sheet.getLastRow();
  if (last < 2) return [];
  const context = valueContext(workbook);
  if (last <= shortTab) {
    return readRows(workbook, tab)
      .rows.filter((row) => row.fields[field] === id)
      .map((row) => resolveRow(row, context));
  }
  const columns = readColumns(workbook, tab);
  const column = columns.at(field);
  if (column === undefined) return [];
  const hits = columns.sheet
    .getRange(2, column, last - 1, 1)
    .createTextFinder(`(${id})`)
    .findAll()
    .map((range) => range.getRow());
  if (bare) hits.push(...findInColumn(columns.sheet, column, id));
  return [...readRowsAt(workbook, tab, columns, hits).values()]
    .filter((row) => row.fields[field] === id)
    .map((row) => resolveRow(row, context));
}
