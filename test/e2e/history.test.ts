// A bad afternoon and how it is taken back, in a real browser: a colleague changes and deletes what they should not have; the
// admin reads it in History, puts one value back, brings the deleted record back, and undoes all the rest at once.
import type { Browser, FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { launch, post, type RowbookProcess } from '../local/rowbook-process';
import { eventually } from './eventually';
import { WorkbookPage } from './workbook-page';

const admin = 'admin@example.com';
const rep = 'rep@example.com';
let browser: Browser;
let rowbook: RowbookProcess;
let book: WorkbookPage;
let sidebar: FrameLocator;

const run = (user: string, name: string, input: object) =>
  post(`${rowbook.url}/local/run`, { user, function: name, args: [input] });

beforeAll(async () => {
  browser = await launchBrowser();
  rowbook = await launch({ args: ['--sample', 'none'] });
  const member = { user: admin, tab: 'Team', range: 'A3:C3', values: [[rep, 'Rita Rep', 'rep']] };
  await post(`${rowbook.url}/local/edit`, member);
  await run(admin, 'saveRecord', { tab: 'companies', changes: { name: 'Harbour Ltd', city: 'Kiel' } });
  await run(admin, 'saveRecord', {
    tab: 'deals',
    changes: { name: 'Harbour crane', stage: 'Lead', amount: 900, company: 'CO-1' },
  });
  await run(admin, 'saveRecord', { tab: 'contacts', changes: { firstName: 'Ada', city: 'Kiel', company: 'CO-1' } });
  // What the colleague does: a value, another one by typing, a deletion.
  await run(rep, 'saveRecord', { tab: 'deals', id: 'D-1', changes: { amount: 9, notes: 'half price?' } });
  await run(rep, 'saveRecord', { tab: 'contacts', id: 'C-1', changes: { city: 'Hamburg' } });
  await run(rep, 'deleteRecord', { tab: 'companies', id: 'CO-1' });
  book = await WorkbookPage.open(browser, rowbook.url, admin);
  sidebar = await book.openSidebar();
});
afterAll(async () => {
  await browser?.close();
  await rowbook?.stop();
});

it('tells the afternoon in the sidebar', async () => {
  await sidebar.getByRole('button', { name: 'History' }).click();
  const entries = sidebar.locator('ol.timeline > li');
  await eventually(() => entries.first().textContent()).toMatch(/Harbour Ltd.*Deleted.*Rita Rep/s);
  await eventually(() => entries.nth(1).textContent()).toMatch(/Ada.*City Kiel → Hamburg.*Rita Rep/s);
});

it('puts the amount back and leaves the note, and the grid follows', async () => {
  await book.showTab('Deals');
  await book.seesCell(2, 'Amount', '9.00');
  const entry = sidebar.locator('ol.timeline > li').filter({ hasText: 'half price?' });
  await entry.locator('summary').click();
  await entry.getByRole('button', { name: 'Put back Amount of Harbour crane' }).click();
  const dialog = sidebar.getByRole('dialog', { name: 'Put back Amount?' });
  await eventually(() => dialog.textContent()).toMatch(/Holds now\$9Goes back to\$900/);
  await dialog.getByRole('button', { name: 'Put back' }).click();
  await book.seesCell(2, 'Amount', '900.00');
  await book.seesCell(2, 'Notes', 'half price?');
});

it('brings the company back, with those who belong to it', async () => {
  await sidebar.getByRole('button', { name: 'Deleted records' }).click();
  await sidebar.getByRole('textbox', { name: 'Search deleted records' }).fill('harbour');
  await sidebar.getByRole('button', { name: 'Restore Harbour Ltd' }).click();
  await sidebar.getByRole('heading', { name: 'Harbour Ltd' }).waitFor();
  const related = sidebar.getByRole('list', { name: 'Related' });
  await related.getByRole('button', { name: /Harbour crane/ }).waitFor();
  await related.getByRole('button', { name: /Ada/ }).waitFor();
  await book.showTab('Companies');
  await book.seesCell(2, 'ID', 'CO-1');
  await book.seesCell(2, 'City', 'Kiel');
});

it('undoes the rest of that person’s day at once, and takes the undo back', async () => {
  await sidebar.getByRole('button', { name: 'Back', exact: true }).click();
  await sidebar.getByRole('button', { name: 'Undo by person' }).click();
  await sidebar.getByLabel('Whose').selectOption('Rita Rep');
  await sidebar.getByRole('button', { name: 'Show what would be undone' }).click();
  await sidebar.getByRole('button', { name: 'Undo 3 records' }).click();
  await sidebar.getByText('2 records put back.').waitFor();
  await sidebar.getByText('CO-1: It is back already.').waitFor();
  await book.showTab('Contacts');
  await book.seesCell(2, 'City', 'Kiel');
  await sidebar.getByRole('button', { name: 'Take this undo back' }).click();
  await book.seesCell(2, 'City', 'Hamburg');
  expect(book.errors).toEqual([]);
});
