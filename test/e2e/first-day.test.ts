// A team's first day, in a real browser: an empty workbook is set up, gets a contact and a deal, the deal is won, the next
// morning's reminder is read, the report is opened. Nothing is called behind the page, but for the day it begins on.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { launch, post, type RowbookProcess } from '../local/rowbook-process';
import { eventually } from './eventually';
import { field, WorkbookPage } from './workbook-page';

let browser: Browser;
let rowbook: RowbookProcess;
let book: WorkbookPage;

beforeAll(async () => {
  browser = await launchBrowser();
  rowbook = await launch({ args: ['--sample', 'none', '--no-set-up'] });
  // A Monday, far from midnight and from any weekend.
  await post(`${rowbook.url}/local/clock`, { now: '2026-11-23T09:00:00Z' });
  book = await WorkbookPage.open(browser, rowbook.url);
});
afterAll(async () => {
  await browser?.close();
  await rowbook?.stop();
});

it('sets up an empty workbook from the menu', async () => {
  await eventually(() => book.tabTitles).toEqual(['Sheet1']);
  await book.menu('Set up this workbook');
  await book.page.getByTestId('tabs').getByRole('tab', { name: 'Contacts', exact: true }).waitFor({ timeout: 90_000 });
  await book.idle();
  const made = ['Contacts', 'Companies', 'Deals', 'Tasks', 'Team'];
  await eventually(() => book.tabTitles).toEqual(expect.arrayContaining(made));
  await book.showTab('Team');
  await book.seesCell(2, 'Email', 'admin@example.com');
  await book.seesCell(2, 'Role', 'admin');
});

it('adds a contact through the sidebar, and the grid shows it', async () => {
  const sidebar = await book.openSidebar();
  await sidebar.getByRole('button', { name: 'New contact' }).click();
  await field(sidebar, 'First name').fill('Ada');
  await field(sidebar, 'Last name').fill('Lovelace');
  await field(sidebar, 'Email').fill('ada@example.com');
  await sidebar.getByRole('button', { name: 'Save' }).click();
  await sidebar.getByRole('heading', { name: 'Ada Lovelace' }).waitFor();
  await book.showTab('Contacts');
  await book.seesCell(2, 'ID', 'C-1');
  await book.seesCell(2, 'Last name', 'Lovelace');
  await book.seesCell(2, 'Email', 'ada@example.com');
});

it('adds a deal of that contact and moves it to Won, and the grid follows', async () => {
  const { sidebar } = book;
  await sidebar.getByRole('button', { name: 'Back' }).click();
  await sidebar.getByRole('button', { name: 'New deal' }).click();
  await field(sidebar, 'Name').fill('Analytical engine');
  await field(sidebar, 'Amount').fill('12500');
  await field(sidebar, 'Contact').fill('Ada');
  await sidebar.getByRole('option', { name: /Ada Lovelace/ }).click();
  await sidebar.getByRole('button', { name: 'Save' }).click();
  await sidebar.getByRole('heading', { name: 'Analytical engine' }).waitFor();
  await book.showTab('Deals');
  await book.seesCell(2, 'Name', 'Analytical engine');
  await book.seesCell(2, 'Contact', 'Ada Lovelace (C-1)');
  await book.seesCell(2, 'Amount', '12,500.00');

  await sidebar.getByRole('button', { name: 'Move stage' }).click();
  await sidebar.getByRole('radio', { name: 'Won' }).check();
  await sidebar.getByRole('button', { name: 'Save stage' }).click();
  await book.seesCell(2, 'Stage', 'Won');
  await book.seesCell(2, 'Closed on', /^2026-11-23$/);
});

it('reminds the owner of an open task the next morning, once', async () => {
  const { sidebar, page } = book;
  await sidebar.getByRole('button', { name: 'Back' }).click();
  await sidebar.getByRole('button', { name: 'New task' }).click();
  await field(sidebar, 'Title').fill('Thank Ada for the order');
  await field(sidebar, 'Due').fill('2026-11-24');
  await field(sidebar, 'Owner').selectOption({ label: 'Admin (me)' });
  await sidebar.getByRole('button', { name: 'Save' }).click();
  await sidebar.getByRole('heading', { name: 'Thank Ada for the order' }).waitFor();

  await book.moveClock('Tomorrow, 09:00');
  await page.getByTestId('open-inbox').click();
  const mails = page.getByTestId('inbox').getByTestId('mail');
  await eventually(() => mails.count(), 30_000).toBe(1);
  await mails.first().click();
  const letter = page.getByTestId('open-mail').frameLocator('iframe');
  await letter.getByText('Thank Ada for the order').first().waitFor();
  await page.getByRole('button', { name: 'Plain text' }).click();
  await eventually(() => page.getByTestId('mail-text').textContent()).toContain('Thank Ada for the order');
  await page.getByRole('button', { name: 'Close inbox' }).click();

  await book.moveClock('One hour on');
  await page.getByTestId('open-inbox').click();
  await page.getByTestId('inbox').getByTestId('mail').first().waitFor();
  await eventually(() => mails.count()).toBe(1);
  await page.getByRole('button', { name: 'Close inbox' }).click();
});

it('opens the report, which counts the won deal, also as a page of its own', async () => {
  await book.menu('Pipeline report');
  const { dialog, page } = book;
  await dialog.getByText('$12,500', { exact: false }).first().waitFor();
  await dialog.getByRole('button', { name: 'Open as a page' }).click();
  const link = dialog.getByRole('link', { name: 'Open the page' });
  const [report] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await report.waitForLoadState();
  await report.getByText('Won', { exact: false }).first().waitFor();
  await eventually(() => report.textContent('body')).toContain('12,500');
  await page.getByRole('button', { name: 'Close dialog' }).click();
});

it('shows no error in the browser and runs nothing that failed', async () => {
  expect(book.errors).toEqual([]);
  await book.page.getByTestId('open-executions').click();
  const runs = book.page.getByTestId('execution');
  await runs.first().waitFor();
  const failed = book.page.locator('[data-testid=execution]:has(.status.failed)');
  expect(await failed.allTextContents()).toEqual([]);
});
