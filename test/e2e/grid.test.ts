// The grid under a person's hands: typing, pasting, choosing, sorting, undoing, 50,000 rows, two windows, keyboard only.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { launch, type RowbookProcess, temporaryFolder } from '../local/rowbook-process';
import { eventually } from './eventually';
import { WorkbookPage } from './workbook-page';

const rowsOfOldList = 50_000;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let browser: Browser;
let rowbook: RowbookProcess;
let book: WorkbookPage;

beforeAll(async () => {
  folder = await temporaryFolder();
  const lines = Array.from({ length: rowsOfOldList }, (_, index) => `Person ${index + 1},${index + 1},2026-01-01`);
  const list = join(folder.path, 'long.csv');
  await writeFile(list, ['name,number,since', ...lines].join('\n'));
  const scratch = join(folder.path, 'scratch.csv');
  await writeFile(scratch, 'fruit,count\npear,3\napple,1\nplum,2\n');
  browser = await launchBrowser();
  rowbook = await launch({ args: ['--sample', 'none', '--open', scratch, '--open', list] });
  book = await WorkbookPage.open(browser, rowbook.url);
  await book.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  await browser?.close();
  await rowbook?.stop();
  await folder?.remove();
});

const cell = (row: number, column: number, of: WorkbookPage = book): Locator =>
  of.page.locator(`.tabulator-row[data-n="${row}"] [tabulator-field="c${column}"]`);
const shows = (row: number, column: number, text: string, of: WorkbookPage = book) =>
  eventually(() => cell(row, column, of).textContent()).toBe(text);

it('takes what is typed, moves on, and shows the formula of a computed cell', async () => {
  await book.showTab('scratch');
  const { keyboard } = book.page;
  await book.page.getByText('Add 100 rows').click();
  await cell(5, 1).click();
  await keyboard.type('fig');
  await keyboard.press('Tab');
  await keyboard.type('=SUM(B2:B4)');
  await keyboard.press('Enter');
  await shows(5, 1, 'fig');
  await shows(5, 2, '6');
  await cell(5, 2).click();
  await eventually(() => book.page.getByTestId('formula').inputValue()).toBe('=SUM(B2:B4)');
  await book.page.getByTestId('formula').fill('=2*3*7');
  await book.page.getByTestId('formula').press('Enter');
  await shows(5, 2, '42');
});

it('pastes a block, undoes and does it again', async () => {
  const { keyboard, page } = { keyboard: book.page.keyboard, page: book.page };
  await page.evaluate(() => navigator.clipboard.writeText('kiwi\t7\n"two\nlines"\t8'));
  await cell(8, 1).click();
  await keyboard.press('Control+v');
  await shows(8, 1, 'kiwi');
  await shows(9, 1, 'two\nlines');
  await shows(9, 2, '8');
  await keyboard.press('Control+z');
  await shows(9, 2, '');
  await keyboard.press('Control+y');
  await shows(9, 2, '8');
  await cell(8, 1).click();
  await cell(9, 2).click({ modifiers: ['Shift'] });
  await keyboard.press('Control+c');
  await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toBe('kiwi\t7\n"two\nlines"\t8');
  await eventually(() => page.getByTestId('summary').textContent()).toContain('Sum 15');
  await keyboard.press('Delete');
  await shows(8, 1, '');
});

it('sorts from the header’s menu, inserts and deletes rows', async () => {
  const { page } = book;
  await page.locator('.row-number').getByText('3', { exact: true }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Insert row above' }).click();
  await shows(3, 1, '');
  await shows(4, 1, 'apple');
  await page.keyboard.press('Control+z');
  await shows(3, 1, 'apple');
  await page.locator('.head-letter[data-column="2"]').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Insert column left' }).click();
  await shows(3, 3, '1');
  await page.keyboard.press('Control+z');
  await shows(3, 2, '1');
  await page.locator('.head-letter[data-column="2"]').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Sort sheet Z to A by B' }).click();
  // The old sheet has no frozen row, so its headings sort along, as they would in Sheets: text comes last from A to Z.
  await shows(1, 1, 'fruit');
  await page.keyboard.press('Control+z');
  await shows(2, 1, 'pear');
});

it('offers the choices of a cell that has them', async () => {
  await book.showTab('Deals');
  const stage = await book.cell(2, 'Stage');
  await stage.dblclick();
  const list = book.page.getByTestId('cell-editor').getByRole('option');
  const stages = ['Lead', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost'];
  await eventually(() => list.allTextContents()).toEqual(stages);
  await list.filter({ hasText: 'Proposal' }).click();
  await eventually(() => stage.textContent()).toBe('Proposal');
  await book.page.keyboard.press('Control+z');
  await eventually(() => stage.textContent()).toBe('');
});

it('goes to the last of 50,000 rows at once', async () => {
  await book.showTab('long');
  await book.page.getByTestId('name-box').fill(`A${rowsOfOldList + 1}`);
  await book.page.getByTestId('name-box').press('Enter');
  await shows(rowsOfOldList + 1, 1, `Person ${rowsOfOldList}`);
  await cell(rowsOfOldList + 1, 1).waitFor();
  const distance = async () => {
    const frame = await book.page.getByTestId('active-cell').boundingBox();
    const drawn = await cell(rowsOfOldList + 1, 1).boundingBox();
    return frame && drawn ? Math.abs(frame.y - drawn.y) : Number.POSITIVE_INFINITY;
  };
  await eventually(distance).toBeLessThan(2);
  await eventually(() => book.page.locator('.tabulator-row').count()).toBeLessThan(120);
});

it('shows in one window what another person types in theirs, and lists hidden tabs', async () => {
  const other = await WorkbookPage.open(browser, rowbook.url, 'stranger@example.org');
  await other.showTab('scratch');
  await book.showTab('scratch');
  await cell(2, 1).click();
  await book.page.keyboard.type('quince');
  await book.page.keyboard.press('Enter');
  await shows(2, 1, 'quince', other);
  await other.page.getByTestId('all-tabs').click();
  await other.page.getByRole('menuitemradio', { name: /_Meta/ }).click();
  await eventually(() => other.page.getByTestId('grid').getAttribute('data-tab')).toBe('_Meta');
  await other.close();
});

it('can be used by keyboard alone', async () => {
  const { page } = book;
  await page.getByTestId('addon-menu').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByTestId('sidebar').waitFor();
  await page.getByRole('button', { name: 'Close sidebar' }).press('Enter');
  await page.getByTestId('grid-keys').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await eventually(() => page.getByTestId('name-box').inputValue()).toBe('B2');
  await page.keyboard.press('F6');
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tab');
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await eventually(() => page.getByRole('menu').count()).toBe(0);
});

it('has names for its parts and fits a narrow window', async () => {
  const { page } = book;
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } }).axe.run;
    const found = await run({ iframes: false });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 90)).join(' | ')}`);
  });
  expect(violations).toEqual([]);
  await page.setViewportSize({ width: 360, height: 640 });
  await eventually(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByTestId('clock').waitFor();
  await page.getByTestId('user').waitFor();
  expect(book.errors).toEqual([]);
});

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}
