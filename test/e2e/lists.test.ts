// Lists over a real workbook, in a real browser: opened from the menu, a list is saved into its tab, its records are changed at once, and
// the grid follows.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { launch, post, type RowbookProcess } from '../local/rowbook-process';
import { eventually } from './eventually';
import { WorkbookPage } from './workbook-page';

let browser: Browser;
let rowbook: RowbookProcess;
let book: WorkbookPage;

beforeAll(async () => {
  browser = await launchBrowser();
  rowbook = await launch({ args: ['--sample', 'none'] });
  const records = ['Ada', 'Bo'].map((firstName) => ({ changes: { firstName, status: 'Customer' } }));
  const input = { user: 'admin@example.com', function: 'saveRecords', args: [{ tab: 'contacts', records }] };
  await post(`${rowbook.url}/local/run`, input);
  book = await WorkbookPage.open(browser, rowbook.url);
  await book.showTab('Contacts');
  await book.menu('Lists');
});
afterAll(async () => {
  await browser?.close();
  await rowbook?.stop();
});

it('saves a list, and changes its records', async () => {
  const { dialog } = book;
  await dialog.getByRole('button', { name: 'Customers without an owner' }).click();
  await dialog.getByText('2 contacts of 2').waitFor();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.getByText('Saved “Customers without an owner”.').waitFor();
  await dialog.getByRole('button', { name: 'Change all 2' }).click();
  await dialog.getByLabel('What to do').selectOption('Set City');
  await dialog.getByLabel('New City').fill('=Oslo');
  await dialog.getByRole('button', { name: 'Change 2' }).click();
  await dialog.getByRole('dialog').getByText('2 records changed.').waitFor();
  await book.seesCell(2, 'City', /^=Oslo$/);
  await book.seesCell(3, 'City', /^=Oslo$/);
  await eventually(() => book.errors).toEqual([]);
  expect(await dialog.getByRole('dialog').count()).toBe(1);
});
