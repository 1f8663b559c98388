// Tabs that a team brings along, read as plain values for an import: what they are, and one tab's cells.

import type { DateOrder } from '../domain/import/dates';
import type { SourceCell, SourceTable } from '../domain/import/source';
import { hiddenTabs, ledgerTitle, recordTabKeys, tabs } from '../domain/schema';
import { tabMark } from '../domain/schema/marks';
import type { Sheet, Workbook } from './api';
import { plainCell } from './cells';
import { WorkbookError } from './errors';

/** Tabs that are not Rowbook's own, in the workbook's order. `rows` are those below the first, which holds the headers. */
export function listSourceTabs(workbook: Workbook): { title: string; rows: number; columns: number }[] {
  const own = ownSheets(workbook);
  return workbook.spreadsheet
    .getSheets()
    .filter((sheet) => !own.has(sheet.getSheetId()))
    .map((sheet) => ({
      title: sheet.getName(),
      rows: Math.max(0, sheet.getLastRow() - 1),
      columns: sheet.getLastColumn(),
    }));
}

/** Sheets that are marked as Rowbook's, or that stand under one of its titles. */
function ownSheets(workbook: Workbook): Set<number> {
  const marked = workbook.spreadsheet.createDeveloperMetadataFinder().withKey(tabMark).find();
  const ids = new Set(marked.flatMap((entry) => entry.getLocation().getSheet()?.getSheetId() ?? []));
  const titles = new Set<string>([
    ...hiddenTabs,
    ...recordTabKeys.map(ledgerTitle),
    ...Object.values(tabs).map(({ title }) => title),
  ]);
  for (const sheet of workbook.spreadsheet.getSheets()) if (titles.has(sheet.getName())) ids.add(sheet.getSheetId());
  return ids;
}

/**
 * Every cell of a tab (1 read). Dates become ISO text by the workbook's zone, a time of day `09:30`; formulas count as
 * their results. Throws WorkbookError `no-tab` where there is no such tab, or where it is one of Rowbook's own.
 */
export function readSource(workbook: Workbook, title: string): SourceTable {
  const sheet = sourceSheet(workbook, title);
  const values = sheet.getDataRange().getValues();
  return { title, rows: values.map((row) => row.map((content) => sourceCell(workbook, content))) };
}

function sourceSheet(workbook: Workbook, title: string): Sheet {
  const sheet = workbook.spreadsheet.getSheetByName(title);
  if (!sheet) throw new WorkbookError('no-tab', `There is no tab “${title}” in this workbook.`);
  if (ownSheets(workbook).has(sheet.getSheetId()))
    throw new WorkbookError('no-tab', `“${title}” is one of Rowbook’s own tabs. Choose a tab that you brought along.`);
  return sheet;
}

function sourceCell(workbook: Workbook, content: unknown): SourceCell {
  const cell = plainCell(workbook, undefined, content);
  if (cell === '') return null;
  // A time of day is a date cell on day 0.
  return typeof cell === 'string' && cell.startsWith('1899-12-30T') ? cell.slice(11) : cell;
}

/** Whether the workbook's locale writes the month first. Only the United States and a few others do. */
export function dateOrderOf(workbook: Workbook): DateOrder {
  return /^(en(_US|_PH)?|es_PR)$/.test(workbook.locale) ? 'mdy' : 'dmy';
}
