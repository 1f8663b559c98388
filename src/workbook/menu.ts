// The Rowbook menu and what it opens.

/** The menu, fixed: it must be built without touching the document (AuthMode.NONE, APPS_SCRIPT.md 3.5). */
export function buildMenu(): void {
  SpreadsheetApp.getUi()
    .createMenu('Rowbook')
    .addItem('Open sidebar', 'openSidebar')
    .addItem('Import from a tab', 'openImport')
    .addItem('Pipeline board', 'openBoard')
    .addItem('Pipeline report', 'openReport')
    .addSeparator()
    .addItem('Set up this workbook', 'setUpWorkbook')
    .addToUi();
}

/** Shows the built page `sidebar.html` beside the grid. */
export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Rowbook'));
}

/** Shows a built page as a dialog over the grid. */
export function showDialog(page: 'board' | 'import' | 'report', title: string, width: number, height: number): void {
  const html = HtmlService.createHtmlOutputFromFile(page).setWidth(width).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(html, title);
}

/** A short message in the corner of the sheet; silent where there is no sheet on a screen. */
export function toast(message: string): void {
  SpreadsheetApp.getActiveSpreadsheet()?.toast(message, 'Rowbook', 8);
}
