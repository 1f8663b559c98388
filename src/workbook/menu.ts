// The Rowbook menu and what it opens, and the page of the web app.

type MenuWords = {
  readonly [opens in
    | 'sidebar'
    | 'import'
    | 'board'
    | 'report'
    | 'lists'
    | 'duplicates'
    | 'settings'
    | 'export'
    | 'setUp']: string;
};

/** What the menu says in each language that the build has made pages in (sidebar/words). */
declare const MENU: { readonly en: MenuWords; readonly [language: string]: MenuWords };

/** The language of the person's account where there is one in it, else `en`. */
function language(): string {
  const wanted = Session.getActiveUserLocale().split(/[_-]/)[0] ?? '';
  return Object.keys(MENU).includes(wanted) ? wanted : 'en';
}

/** The words of the menu in the person's language. */
function menuWords(): MenuWords {
  return MENU[language()] ?? MENU.en;
}

/** The menu, fixed: it must be built without touching the document (AuthMode.NONE, APPS_SCRIPT.md 3.5). */
export function buildMenu(): void {
  const words = menuWords();
  SpreadsheetApp.getUi()
    .createMenu('Rowbook')
    .addItem(words.sidebar, 'openSidebar')
    .addItem(words.import, 'openImport')
    .addItem(words.board, 'openBoard')
    .addItem(words.report, 'openReport')
    .addItem(words.lists, 'openLists')
    .addItem(words.duplicates, 'openDuplicates')
    .addSeparator()
    .addItem(words.settings, 'openSettings')
    .addItem(words.export, 'openExport')
    .addItem(words.setUp, 'setUpWorkbook')
    .addToUi();
}

/** A built page or part, in the language of the person who opens it where there is one in it. */
function pageOf(name: string): GoogleAppsScript.HTML.HtmlOutput {
  const at = language();
  return HtmlService.createHtmlOutputFromFile(at === 'en' ? name : `${name}_${at}`);
}

/** Shows the built page `sidebar.html` beside the grid. */
export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(pageOf('sidebar').setTitle('Rowbook'));
}

/** Shows a built page as a dialog over the grid, under its name in the menu. */
export function showDialog(
  page: 'board' | 'duplicates' | 'import' | 'lists' | 'report' | 'settings' | 'export',
  width: number,
  height: number,
): void {
  const html = pageOf(page).setWidth(width).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(html, menuWords()[page]);
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
