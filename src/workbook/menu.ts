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

/** The languages besides English that the build has made pages in. */
declare const TRANSLATIONS: readonly string[];

/** A built page or part, in the language of the person who opens it where there is one in it. */
function pageOf(name: string): GoogleAppsScript.HTML.HtmlOutput {
  const language = Session.getActiveUserLocale().split(/[_-]/)[0] ?? '';
  return HtmlService.createHtmlOutputFromFile(TRANSLATIONS.includes(language) ? `${name}_${language}` : name);
}

/** Shows the built page `sidebar.html` beside the grid. */
export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(pageOf('sidebar').setTitle('Rowbook'));
}

/** Shows a built page as a dialog over the grid. */
export function showDialog(
  page: 'board' | 'import' | 'lists' | 'report' | 'settings',
  title: string,
  width: number,
  height: number,
): void {
  const html = pageOf(page).setWidth(width).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(html, title);
}

/** The sidebar's page by itself, for a phone. `record`: an id, blank, or `?` for a link that names none; nothing else. */
export function mobilePage(record: string): GoogleAppsScript.HTML.HtmlOutput {
  const page = pageOf('sidebar').getContent();
  return HtmlService.createHtmlOutput(page.replace('id="app"', `id="app" data-record="${record}"`))
    .setTitle('Rowbook')
    .addMetaTag('viewport', 'width=device-width, initial-scale=1, viewport-fit=cover');
}

/** A built part of the panels (sidebar/parts) that is not in their pages. */
export function partOfPanels(name: 'signature' | 'told'): string {
  return pageOf(name).getContent();
}

/** A short message in the corner of the sheet; silent where there is no sheet on a screen. */
export function toast(message: string): void {
  SpreadsheetApp.getActiveSpreadsheet()?.toast(message, 'Rowbook', 8);
}
