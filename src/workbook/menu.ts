// The Rowbook menu and what it opens, and the page of the web app.

/** The menu, fixed: it must be built without touching the document (AuthMode.NONE, APPS_SCRIPT.md 3.5). */
export function buildMenu(): void {
  SpreadsheetApp.getUi()
    .createMenu('Rowbook')
    .addItem('Open sidebar', 'openSidebar')
    .addItem('Import from a tab', 'openImport')
    .addItem('Pipeline board', 'openBoard')
    .addItem('Pipeline report', 'openReport')
    .addItem('Lists', 'openLists')
    .addSeparator()
    .addItem('Settings', 'openSettings')
    .addItem('Set up this workbook', 'setUpWorkbook')
    .addToUi();
}

/** Shows the built page `sidebar.html` beside the grid. */
export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Rowbook'));
}

/** Shows a built page as a dialog over the grid. */
export function showDialog(
  page: 'board' | 'import' | 'lists' | 'report' | 'settings',
  title: string,
  width: number,
  height: number,
): void {
  const html = HtmlService.createHtmlOutputFromFile(page).setWidth(width).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(html, title);
}

/** The sidebar's page by itself, for a phone. `record`: an id, blank, or `?` for a link that names none; nothing else. */
export function mobilePage(record: string): GoogleAppsScript.HTML.HtmlOutput {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').getContent();
  return HtmlService.createHtmlOutput(page.replace('id="app"', `id="app" data-record="${record}"`))
    .setTitle('Rowbook')
    .addMetaTag('viewport', 'width=device-width, initial-scale=1, viewport-fit=cover');
}

/** A built part of the sidebar that is not in its page. */
export function partOfSidebar(name: 'signature'): string {
  return HtmlService.createHtmlOutputFromFile(name).getContent();
}

/** A short message in the corner of the sheet; silent where there is no sheet on a screen. */
export function toast(message: string): void {
  SpreadsheetApp.getActiveSpreadsheet()?.toast(message, 'Rowbook', 8);
}
