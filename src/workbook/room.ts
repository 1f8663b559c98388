// How much of Google's ten million cells the workbook uses. Blank cells of a grid count.
import type { Workbook } from './api';

/** Cells of all tabs together. */
export function countCells(workbook: Workbook): number {
  return workbook.spreadsheet.getSheets().reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0);
}

/** Cells of every tab, in the workbook's order. Reads no cell; its calls grow with the tabs. */
export function cellsOfTabs(workbook: Workbook): { title: string; cells: number; hidden: boolean }[] {
  return workbook.spreadsheet.getSheets().map((sheet) => ({
    title: sheet.getName(),
    cells: sheet.getMaxRows() * sheet.getMaxColumns(),
    hidden: sheet.isSheetHidden(),
  }));
}
