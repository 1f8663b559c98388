// What stands in front of the person: the record of the row they are in, and bringing a record's row before them.
import { isIdOf } from '../domain/ids';
import type { Sheet, StoredRecord, Workbook } from './api';
import { readColumns } from './columns';
import { isRecordTab, tabOfSheet } from './edits';

/** The row of the cell that has the focus. `name` is another one for each row. */
export interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly name: string;
}

/** Where the person is (no read); null where no grid stands beside what runs, as in the web app. */
export function placeInFront({ spreadsheet }: Workbook): Place | null {
  const cell = spreadsheet.getCurrentCell();
  if (!cell) return null;
  const sheet = cell.getSheet();
  const row = cell.getRow();
  return { sheet, row, name: `${sheet.getSheetId()}/${row}` };
}

/** Id of the record in that row (2 reads); blank for a header, a row without an id, a tab of somebody's own. */
export function idAt(workbook: Workbook, { sheet, row }: Place): string {
  const tab = tabOfSheet(sheet);
  if (!tab || !isRecordTab(tab)) return '';
  const at = readColumns(workbook, tab).at('id');
  const id = at ? String(sheet.getRange(row, at).getValue()).trim() : '';
  return isIdOf(tab, id) ? id : '';
}

/** Puts the record's tab and row before the person; says what keeps them from seeing it, and then leaves all as it is. */
export function showRow(workbook: Workbook, { tab, row }: StoredRecord): '' | 'tab' | 'filter' | 'row' {
  const sheet = workbook.sheet(tab);
  if (sheet.isSheetHidden()) return 'tab';
  if (sheet.isRowHiddenByFilter(row)) return 'filter';
  if (sheet.isRowHiddenByUser(row)) return 'row';
  sheet.getRange(row, 1).activate();
  return '';
}
