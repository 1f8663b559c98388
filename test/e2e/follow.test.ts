// The sidebar beside the real grid: it follows the row a person is in, leaves them the keyboard, and brings a record's row to
// them, also from another tab and after a sort.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { launch, post, type RowbookProcess } from '../local/rowbook-process';
import { eventually } from './eventually';
import { WorkbookPage } from './workbook-page';

const admin = 'admin@example.com';
let browser: Browser;
let rowbook: RowbookProcess;
let book: WorkbookPage;

beforeAll(async () => {
  browser = await launchBrowser();
  rowbook = await launch({ args: ['--sample', 'none'] });
  const records = ['Zora', 'Mia', 'Ada'].map((firstName) => ({ changes: { firstName } }));
  const input = { tab: 'contacts', records };
  await post(`${rowbook.url}/local/run`, { user: admin, function: 'saveRecords', args: [input] });
  book = await WorkbookPage.open(browser, rowbook.url, admin);
});
afterAll(async () => {
  await browser?.close();
  await rowbook?.stop();
});

const address = () => book.page.getByTestId('name-box').inputValue();

it('shows the record of the row that is clicked, and the person types on in the grid', async () => {
  const sidebar = await book.openSidebar();
  await sidebar.getByRole('switch', { name: 'Follow the selected row' }).click();
  await book.showTab('Contacts');
  await (await book.cell(3, 'First name')).click();
  await sidebar.getByRole('heading', { level: 1, name: 'Mia' }).waitFor();
  await book.page.keyboard.type('Mina');
  await book.page.keyboard.press('Enter');
  await book.seesCell(3, 'First name', 'Mina');
  // Enter has moved the person on to the next row.
  await sidebar.getByRole('heading', { level: 1, name: 'Ada' }).waitFor();
});

it('brings the row of a record to the front from another tab, wherever it was sorted to', async () => {
  const { sidebar } = book;
  await sidebar.getByRole('button', { name: 'Stop' }).click();
  await book.showTab('Contacts');
  const column = Number(
    await book.page.locator('.head-cell').getByText('First name', { exact: true }).getAttribute('data-column'),
  );
  await post(`${rowbook.url}/local/act`, { user: admin, kind: 'sort', tab: 'Contacts', column });
  await book.showTab('Deals');
  await sidebar.getByRole('button', { name: 'More actions' }).click();
  await sidebar.getByRole('menuitem', { name: 'Show in sheet' }).click();
  await eventually(() => book.page.getByTestId('grid').getAttribute('data-tab')).toBe('Contacts');
  await eventually(address).toBe('A2');
  await book.seesCell(2, 'First name', 'Ada');
});

it('says that a filter hides the row, and leaves the person where they are', async () => {
  const { sidebar } = book;
  const column = Number(
    await book.page.locator('.head-cell').getByText('First name', { exact: true }).getAttribute('data-column'),
  );
  await post(`${rowbook.url}/local/act`, { user: admin, kind: 'filter', tab: 'Contacts', column, values: ['Zora'] });
  await book.showTab('Deals');
  await sidebar.getByRole('button', { name: 'More actions' }).click();
  await sidebar.getByRole('menuitem', { name: 'Show in sheet' }).click();
  await sidebar.getByText('A filter of its tab hides the row of this record.').waitFor();
  expect(await book.page.getByTestId('grid').getAttribute('data-tab')).toBe('Deals');
  expect(book.errors).toEqual([]);
});
