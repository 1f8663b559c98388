// Makes the tabs that are missing, and brings back what is missing in those that are there. Never changes what a person made:
// a tab, header, format or rule that stands is left as it is.

import { fieldsOf, hiddenTabs, ledgerTitle, recordTabKeys, type TabKey, tabs } from '../domain/schema';
import { ledgerHeaders, newRows } from '../domain/schema/grids';
import { tabMark } from '../domain/schema/marks';
import type { Settings } from '../domain/settings';
import type { Sheet, Workbook } from './api';
import { announceReturn, leftOut } from './column-choices';
import { identifyColumns, markedColumns, type Signature } from './columns';
import { journalHeaders, journalTitle } from './journal';
import { metaKeys, metaTitle } from './meta';
import { protectWithWarning } from './protect';
import { isEmptyRow } from './rows';
import { declaredColumns, dressColumns, type NewColumn, tagColumns } from './tab-format';
import { titleOf } from './workbook';

/** Ids of the sheets that carry Rowbook's mark. */
export function markedSheets(workbook: Workbook): Set<number | undefined> {
  const marks = workbook.spreadsheet.createDeveloperMetadataFinder().withKey(tabMark).find();
  return new Set(marks.map((mark) => mark.getLocation().getSheet()?.getSheetId()));
}

/** Titles that Rowbook needs and that a person's own tab has. Set-up stops with these, before it changes anything. */
export function takenTitles(workbook: Workbook, ours: Set<number | undefined>): string[] {
  const wanted = new Set(Object.values(tabs).map((tab): string => tab.title.toLowerCase()));
  return workbook.spreadsheet
    .getSheets()
    .filter((sheet) => wanted.has(sheet.getName().toLowerCase()) && !ours.has(sheet.getSheetId()) && !isBlank(sheet))
    .map((sheet) => sheet.getName());
}

/** Makes or repairs one visible tab. Answers what its columns are, and which fields had to be brought back. */
export function setUpTab(
  workbook: Workbook,
  tab: TabKey,
  settings: Settings,
  ours: Set<number | undefined>,
): { sheet: Sheet; signature: Signature; isNew: boolean; restored: string[] } {
  const existing = workbook.findSheet(tab);
  // A blank tab of that title that is not ours yet is taken over.
  if (existing && ours.has(existing.getSheetId())) {
    if (tab === 'dashboard') return { sheet: existing, isNew: false, ...explainDashboard(existing) };
    const out = leftOut(workbook, tab);
    return {
      sheet: existing,
      isNew: false,
      ...repairTab(workbook, tab, existing, settings, (key) => !out.includes(key)),
    };
  }
  const sheet = existing ?? workbook.spreadsheet.insertSheet(titleOf(tab), workbook.spreadsheet.getSheets().length);
  // Marked first: should this run be cut off, the next one goes on with the tab as with one of ours.
  sheet.addDeveloperMetadata(tabMark, tab, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  const fields = fieldsOf(tab);
  trimGrid(sheet, newRows[tabs[tab].kind], Math.max(fields.length, 3));
  if (fields.length > 0) {
    dressColumns(sheet, tab, declaredColumns(tab), settings);
    sheet.setFrozenRows(1);
  }
  if (tab === 'dashboard') explainDashboard(sheet);
  return { sheet, isNew: true, restored: [], signature: signatureOf(tab) };
}

const dashboardLine =
  'The pipeline report is in the menu: Rowbook → Pipeline report. This tab will hold the dashboard.';

/** Nothing is drawn on the dashboard yet. A blank one says where the figures are; it has no columns of ours to repair. */
function explainDashboard(sheet: Sheet): { signature: Signature; restored: string[] } {
  if (sheet.getLastRow() === 0) {
    sheet.getRange(1, 1).setValue(dashboardLine);
    // Beside its three columns there is no cell that the text could run over into.
    sheet.setColumnWidth(1, 620);
  }
  return { signature: signatureOf('dashboard'), restored: [] };
}

/** Titles of all hidden tabs. */
export const allHiddenTabs: readonly string[] = [...hiddenTabs, ...recordTabKeys.map(ledgerTitle)];

/** Makes one hidden tab, where it is missing; true when it did. */
export function setUpHiddenTab(workbook: Workbook, title: string): boolean {
  if (workbook.findSheet(title)) return false;
  const headers = hiddenHeaders(title);
  const { spreadsheet } = workbook;
  const sheet = spreadsheet.insertSheet(title, spreadsheet.getSheets().length);
  // `_Meta` has one column more: the scratch cell.
  trimGrid(sheet, newRows.hidden, title === metaTitle ? headers.length + 1 : headers.length);
  sheet.getRange(1, 1, sheet.getMaxRows(), headers.length).setNumberFormat('@');
  sheet.getRange(1, 1, 1, headers.length).setValues([[...headers]]);
  if (title === metaTitle) sheet.getRange(2, 1, metaKeys.length, 1).setValues(metaKeys.map((key) => [key]));
  // Version and row are numbers; all else is text.
  if (headers === ledgerHeaders) {
    for (const column of [2, 4]) sheet.getRange(2, column, sheet.getMaxRows() - 1, 1).setNumberFormat('0');
  }
  sheet.setFrozenRows(1);
  sheet.addDeveloperMetadata(tabMark, title, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  protectWithWarning(sheet);
  sheet.hideSheet();
  return true;
}

function hiddenHeaders(title: string): readonly string[] {
  if (title === metaTitle) return ['Key', 'Value'];
  if (title === journalTitle) return journalHeaders;
  return title.startsWith('_Ledger') ? ledgerHeaders : ['When', 'What', 'Content'];
}

/**
 * Adds columns of fields that have none and are wanted, to the right of all that stands; tags columns that lost their identity,
 * and writes headers that were cleared. The caller fills the new columns (`refill`); until then they are announced as unfilled.
 */
export function repairTab(
  workbook: Workbook,
  tab: TabKey,
  sheet: Sheet,
  settings: Settings,
  isWanted: (key: string) => boolean,
): { signature: Signature; restored: string[] } {
  const header = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0] ?? [];
  const columns = identifyColumns(workbook, tab, sheet, header);
  const keys = [...columns.keys];
  const headers = [...columns.headers];
  const marked = new Set(markedColumns(sheet, tab).values());
  const untagged = fieldsOf(tab).flatMap(([key]) => {
    const column = columns.at(key);
    return column === undefined || marked.has(key) ? [] : [{ key, column }];
  });
  tagColumns(sheet, tab, untagged);
  for (const [key, field] of fieldsOf(tab)) {
    const column = columns.at(key);
    if (column === undefined || headers[column - 1] !== '') continue;
    sheet.getRange(1, column).setValue(field.header);
    headers[column - 1] = field.header;
  }
  const gone = fieldsOf(tab).filter(([key]) => columns.at(key) === undefined && isWanted(key));
  // Columns without a header may hold a person's own notes or sums.
  while (gone.length > 0 && headers.length < sheet.getLastColumn()) {
    headers.push('');
    keys.push('');
  }
  const missing: NewColumn[] = gone.map(([key, field], index) => ({ key, field, column: headers.length + 1 + index }));
  if (missing.length > 0) {
    announceReturn(
      workbook,
      tab,
      missing.map(({ key }) => key),
    );
    const need = headers.length + missing.length;
    const have = sheet.getMaxColumns();
    if (need > have) sheet.insertColumnsAfter(have, need - have);
    dressColumns(sheet, tab, missing, settings);
    keys.push(...missing.map(({ key }) => key));
    headers.push(...missing.map(({ field }) => field.header));
  }
  return { signature: { headers, keys }, restored: missing.map(({ key }) => key) };
}

function signatureOf(tab: TabKey): Signature {
  const fields = fieldsOf(tab);
  return { headers: fields.map(([, field]) => field.header), keys: fields.map(([key]) => key) };
}

/** Gives a tab this many rows and columns. */
export function trimGrid(sheet: Sheet, rows: number, columns: number): void {
  const haveRows = sheet.getMaxRows();
  const haveColumns = sheet.getMaxColumns();
  if (haveRows > rows) sheet.deleteRows(rows + 1, haveRows - rows);
  if (haveColumns > columns) sheet.deleteColumns(columns + 1, haveColumns - columns);
  if (haveRows < rows) sheet.insertRowsAfter(haveRows, rows - haveRows);
  if (haveColumns < columns) sheet.insertColumnsAfter(haveColumns, columns - haveColumns);
}

function isBlank(sheet: Sheet): boolean {
  const row = sheet.getLastRow();
  return row === 0 || (row === 1 && isEmptyRow(sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getValues()[0] ?? []));
}
