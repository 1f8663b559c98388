// What somebody is typing goes into the cell they see, whatever another window does to rows and columns meanwhile.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { launch, post, type RowbookProcess, temporaryFolder } from '../local/rowbook-process';
import { eventually } from './eventually';
import { WorkbookPage } from './workbook-page';

const admin = 'admin@example.com';
const other = 'other@example.org';
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let browser: Browser;
let rowbook: RowbookProcess;
let mine: WorkbookPage;
let theirs: WorkbookPage;
let round = 0;
let tab: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  const list = join(folder.path, 'fruit.csv');
  await writeFile(list, 'fruit,count,colour\npear,3,green\napple,1,red\nplum,2,blue\n');
  browser = await launchBrowser();
  rowbook = await launch({ args: ['--sample', 'none', '--open', list] });
  mine = await WorkbookPage.open(browser, rowbook.url, admin);
  theirs = await WorkbookPage.open(browser, rowbook.url, other);
});
afterAll(async () => {
  await browser?.close();
  await rowbook?.stop();
  await folder?.remove();
});

// Each test has a copy of the list of its own, open in both windows.
beforeEach(async () => {
  tab = `fruit ${++round}`;
  await act('copyTab', { tab: 'fruit', title: tab });
  for (const page of [mine, theirs]) await page.showTab(tab);
  await shows(3, 1, 'apple');
});
afterEach(() => {
  expect(mine.errors).toEqual([]);
  expect(theirs.errors).toEqual([]);
});

const act = (kind: string, details: object) => post(`${rowbook.url}/local/act`, { user: other, kind, tab, ...details });
const cell = (row: number, column: number, of: WorkbookPage = mine): Locator =>
  of.page.locator(`.tabulator-row[data-n="${row}"] [tabulator-field="c${column}"]`);
const shows = (row: number, column: number, text: string, of: WorkbookPage = mine) =>
  eventually(() => cell(row, column, of).textContent()).toBe(text);
const editor = () => mine.page.getByTestId('cell-editor').locator('textarea');

/** Opens the editor on the count of apples (B3) and types half of what is to go there. */
async function typeHalf(): Promise<void> {
  await cell(3, 2).dblclick();
  await editor().fill('4');
}

/** Types the rest; the editor must still have the keyboard. */
async function typeRest(): Promise<void> {
  await mine.page.keyboard.type('2');
  await mine.page.keyboard.press('Enter');
  await eventually(() => editor().count()).toBe(0);
}

it('an open editor follows its cell when another window inserts a column and a row', async () => {
  await typeHalf();
  await theirs.page.locator('.head-letter[data-column="1"]').click({ button: 'right' });
  await theirs.page.getByRole('menuitem', { name: 'Insert column left' }).click();
  await shows(3, 3, '1');
  await theirs.page.locator('.row-number').getByText('2', { exact: true }).click({ button: 'right' });
  await theirs.page.getByRole('menuitem', { name: 'Insert row above' }).click();
  await shows(4, 2, 'apple');
  await eventually(() => editor().getAttribute('aria-label')).toBe('Edit C4');
  const [box, under] = [await editor().boundingBox(), await cell(4, 3).boundingBox()];
  expect(Math.abs((box?.x ?? 0) - (under?.x ?? 99))).toBeLessThan(4);
  expect(Math.abs((box?.y ?? 0) - (under?.y ?? 99))).toBeLessThan(4);
  await typeRest();
  for (const page of [mine, theirs]) {
    await shows(4, 3, '42', page);
    await shows(4, 2, 'apple', page);
    await shows(2, 2, '', page);
  }
  await eventually(() => mine.page.getByTestId('name-box').inputValue()).toBe('C5');
});

it.each([
  ['a moved column', 'moveColumns', { column: 2, before: 4 }, [3, 3]],
  ['a deleted row', 'deleteRows', { row: 2 }, [2, 2]],
  ['a deleted column', 'deleteColumns', { column: 1 }, [3, 1]],
  ['a sort', 'sort', { column: 2, range: 'A2:C4' }, [2, 2]],
] as const)('an open editor follows %s', async (_name, kind, details, [row, column]) => {
  await typeHalf();
  await act(kind, details);
  await shows(row, column, '1');
  await eventually(() => editor().getAttribute('aria-label')).toBe(`Edit ${'ABC'[column - 1]}${row}`);
  await typeRest();
  await shows(row, column, '42', theirs);
});

it('an editor whose cell somebody deletes closes, writes nothing and shows what was typed', async () => {
  await typeHalf();
  await act('deleteRows', { row: 3 });
  const alert = mine.page.getByTestId('alert');
  await alert.getByText('You typed:').waitFor();
  expect(await alert.textContent()).toMatch(/deleted the cell.*not written.*You typed:\s*4/s);
  await alert.getByRole('button', { name: 'OK' }).click();
  expect(await editor().count()).toBe(0);
  await shows(3, 1, 'plum');
  await shows(3, 2, '2');
});

it('a commit that crosses a change on its way is written into the right cell', async () => {
  await typeHalf();
  // This window hears of nothing any more, as if the news were late.
  await mine.page.route('**/local/page/cells?**', (route) => route.abort());
  await act('insertColumns', { column: 1 });
  await shows(3, 3, '1', theirs);
  await typeRest();
  await shows(3, 3, '42', theirs);
  await shows(3, 2, 'apple', theirs);
  await mine.page.unroute('**/local/page/cells?**');
  await act('insertRows', { row: 5 });
  await shows(3, 3, '42');
  // The requests that were held back.
  mine.errors.length = 0;
});

it('a text that belongs to a tab that is deleted goes into no other tab', async () => {
  await typeHalf();
  await act('deleteTab', {});
  const alert = mine.page.getByTestId('alert');
  expect(await alert.textContent()).toMatch(/You typed:\s*4/);
  await alert.getByRole('button', { name: 'OK' }).click();
  const shown = await mine.page.getByTestId('grid').getAttribute('data-tab');
  expect(shown).not.toBe(tab);
  expect(await cell(3, 2).textContent()).not.toBe('4');
  // Both windows were about to ask for more of a tab that is gone.
  for (const { errors } of [mine, theirs]) errors.length = 0;
});

it('text half typed in the formula bar stays when another person edits the same cell, and is written on Enter', async () => {
  const bar = mine.page.getByTestId('formula');
  await cell(3, 2).click();
  await bar.fill('4');
  await post(`${rowbook.url}/local/edit`, { user: other, tab, range: 'B3', values: '7' });
  await shows(3, 2, '7');
  expect(await bar.inputValue()).toBe('4');
  await act('insertRows', { row: 1 });
  await shows(4, 2, '7');
  await eventually(() => mine.page.getByTestId('name-box').inputValue()).toBe('B4');
  expect(await bar.inputValue()).toBe('4');
  await mine.page.keyboard.type('2');
  await mine.page.keyboard.press('Enter');
  await shows(4, 2, '42', theirs);
});

it('the formula bar forgets what was half typed on Escape and with another cell', async () => {
  const bar = mine.page.getByTestId('formula');
  await cell(3, 2).click();
  await bar.fill('half');
  await bar.press('Escape');
  await eventually(() => bar.inputValue()).toBe('1');
  await bar.fill('half');
  await cell(2, 1).click();
  await eventually(() => bar.inputValue()).toBe('pear');
  await cell(3, 2).click();
  await eventually(() => bar.inputValue()).toBe('1');
  await shows(3, 2, '1');
});

it('an address half typed in the name box stays when the cell’s content changes', async () => {
  const box = mine.page.getByTestId('name-box');
  await cell(3, 2).click();
  await box.fill('C');
  await post(`${rowbook.url}/local/edit`, { user: other, tab, range: 'B3', values: '7' });
  await act('insertRows', { row: 1 });
  await shows(4, 2, '7');
  expect(await box.inputValue()).toBe('C');
  await box.press('End');
  await mine.page.keyboard.type('4');
  await mine.page.keyboard.press('Enter');
  await eventually(() => box.inputValue()).toBe('C4');
});
