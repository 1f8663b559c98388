// New custom columns that an import asks for: a header right of all others, and text cells below it.
import type { RecordTabKey } from '../domain/schema';
import { fold } from '../domain/text';
import type { Workbook } from './api';
import { guardText } from './cells';
import { readColumns } from './columns';

/** Adds columns with these headers where the tab has none of that name. Call it under the lock. */
export function addCustomColumns(workbook: Workbook, tab: RecordTabKey, headers: readonly string[]): void {
  const { sheet, headers: there } = readColumns(workbook, tab);
  const known = new Set(there.map(fold));
  const fresh = headers.filter((header) => !known.has(fold(header)) && Boolean(known.add(fold(header))));
  if (fresh.length === 0) return;
  // Right of any stray cell, too: nothing that stands there may become part of a new column.
  const first = Math.max(there.length, sheet.getLastColumn()) + 1;
  const missing = first + fresh.length - 1 - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  sheet.getRange(1, first, sheet.getMaxRows(), fresh.length).setNumberFormat('@');
  sheet
    .getRange(1, first, 1, fresh.length)
    .setValues([fresh.map(guardText)])
    .setFontWeight('bold');
}
