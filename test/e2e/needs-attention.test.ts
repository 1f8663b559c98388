// Somebody sorts half a table in the page; the sidebar notices, names the rows, puts them right, and can take that back too.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import type { StartView } from '../../src/rpc/contract';
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
  for (const [firstName, city] of [
    ['Dora', 'Rome'],
    ['Cem', 'Bonn'],
    ['Ann', 'Oslo'],
    ['Ben', 'Lima'],
  ]) {
    const args = [{ tab: 'contacts', changes: { firstName, city } }];
    await post(`${rowbook.url}/local/run`, { user: admin, function: 'saveRecord', args });
  }
  book = await WorkbookPage.open(browser, rowbook.url, admin);
});
afterAll(async () => {
  await browser?.close();
  await rowbook?.stop();
});

it('half a sorted table is noticed, named and put right, and the repair can be undone', async () => {
  await book.showTab('Contacts');
  // Only the names are marked, not the rows.
  await post(`${rowbook.url}/local/act`, { user: admin, kind: 'sort', tab: 'Contacts', range: 'B2:B5', column: 'B' });
  await book.seesCell(2, 'First name', 'Ann');
  await book.seesCell(2, 'City', 'Rome');
  const sidebar = await book.openSidebar();
  await sidebar.getByRole('button', { name: 'Needs attention' }).click();
  await sidebar.getByRole('button', { name: 'Check the workbook now' }).click();
  await sidebar.getByText(/In Contacts half of 4 rows moved away: First name sorted without/).waitFor();
  await sidebar.getByText('Field by field, or single rows').click();
  await sidebar.getByText('C-1, row 2').waitFor();
  await sidebar.getByRole('button', { name: 'Put all right' }).click();
  await sidebar.getByText('4 records put right.').waitFor();
  for (const [index, name] of ['Dora', 'Cem', 'Ann', 'Ben'].entries()) {
    await book.seesCell(index + 2, 'First name', name);
  }
  await sidebar.getByText('All is well.', { exact: false }).waitFor();
  await sidebar.getByRole('button', { name: 'Undo' }).click();
  await book.seesCell(2, 'First name', 'Ann');
  await sidebar.getByRole('button', { name: 'Put all right' }).click();
  await book.seesCell(2, 'First name', 'Dora');
  expect(book.errors).toEqual([]);
});

it('a value that cannot be right leads to its record’s form, and is gone once it is mended there', async () => {
  await post(`${rowbook.url}/local/edit`, { user: admin, tab: 'Contacts', range: 'D3:D3', values: [['no address']] });
  const start = { user: admin, function: 'start', args: [{}] };
  const counted = () => post<{ result: { value: StartView } }>(`${rowbook.url}/local/run`, start);
  await eventually(async () => (await counted()).result.value.attention).toBe(1);
  await book.page.getByRole('button', { name: 'Close sidebar' }).click();
  const sidebar = await book.openSidebar();
  await sidebar.getByText('1 thing in the sheet cannot be right.').waitFor();
  await sidebar.getByRole('button', { name: 'Look and repair' }).click();
  await sidebar.getByText(/^Email: “no address” is not/).waitFor();
  await sidebar.getByRole('button', { name: /^Open / }).click();
  await sidebar.getByLabel('Email', { exact: true }).fill('ben@example.com');
  await sidebar.getByRole('button', { name: 'Save' }).click();
  await sidebar.getByText('All is well.', { exact: false }).waitFor();
  await book.seesCell(3, 'Email', 'ben@example.com');
});
