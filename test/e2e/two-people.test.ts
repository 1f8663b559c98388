// Two people in two windows change the same deal: different fields merge, the same field is a conflict with both values,
// and History tells it all.
import type { Browser, FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { launch, post, type RowbookProcess } from '../local/rowbook-process';
import { eventually } from './eventually';
import { field, WorkbookPage } from './workbook-page';

const admin = 'admin@example.com';
const rep = 'rep@example.com';
let browser: Browser;
let rowbook: RowbookProcess;
let hers: WorkbookPage;
let his: WorkbookPage;

beforeAll(async () => {
  browser = await launchBrowser();
  rowbook = await launch({ args: ['--sample', 'none'] });
  const member = { user: admin, tab: 'Team', range: 'A3:C3', values: [[rep, 'Rep', 'rep']] };
  await post(`${rowbook.url}/local/edit`, member);
  await post(`${rowbook.url}/local/run`, {
    user: admin,
    function: 'saveRecord',
    args: [{ tab: 'deals', changes: { name: 'Harbour crane', stage: 'Lead', amount: 900 } }],
  });
  hers = await WorkbookPage.open(browser, rowbook.url, admin);
  his = await WorkbookPage.open(browser, rowbook.url, rep);
});
afterAll(async () => {
  await browser?.close();
  await rowbook?.stop();
});

/** Opens the sidebar on the deal's form. */
async function openForm(book: WorkbookPage): Promise<FrameLocator> {
  const sidebar = await book.openSidebar();
  await sidebar.getByLabel('Search').fill('Harbour crane');
  await sidebar.getByRole('button', { name: /Harbour crane/ }).click();
  await sidebar.getByRole('button', { name: 'Edit', exact: true }).click();
  await field(sidebar, 'Amount').waitFor();
  return sidebar;
}

it('knows two windows as two people', async () => {
  await eventually(() => hers.page.getByTestId('user').getAttribute('data-user')).toBe(admin);
  await eventually(() => his.page.getByTestId('user').getAttribute('data-user')).toBe(rep);
});

it('merges changes to different fields', async () => {
  const [first, second] = [await openForm(hers), await openForm(his)];
  await field(first, 'Amount').fill('1200');
  await field(second, 'Name').fill('Harbour crane, two hooks');
  await first.getByRole('button', { name: 'Save' }).click();
  await first.getByRole('button', { name: 'Edit', exact: true }).waitFor();
  await second.getByRole('button', { name: 'Save' }).click();
  await second.getByRole('button', { name: 'Edit', exact: true }).waitFor();
  await hers.showTab('Deals');
  await hers.seesCell(2, 'Amount', '1,200.00');
  await hers.seesCell(2, 'Name', 'Harbour crane, two hooks');
});

it('shows both values where both changed the same field, and writes what is chosen', async () => {
  const first = hers.sidebar;
  const second = his.sidebar;
  for (const [book, sidebar] of [
    [hers, first],
    [his, second],
  ] as const) {
    await book.page.getByRole('button', { name: 'Close sidebar' }).click();
    await openForm(book);
    await field(sidebar, 'Amount').waitFor();
  }
  await field(first, 'Amount').fill('1500');
  await field(second, 'Amount').fill('1800');
  await first.getByRole('button', { name: 'Save' }).click();
  // Her window shows it before it is written: whose save comes second is decided in the sheet.
  await hers.seesCell(2, 'Amount', '1,500.00');
  await second.getByRole('button', { name: 'Save' }).click();
  await second.getByRole('heading', { name: /Someone changed this deal too/ }).waitFor();
  const conflict = second.getByRole('group', { name: 'Amount' });
  await eventually(() => conflict.textContent()).toMatch(/1,800/);
  await eventually(() => conflict.textContent()).toMatch(/1,500/);
  // Nothing is written while the choice is open.
  await hers.seesCell(2, 'Amount', '1,500.00');
  await conflict.getByRole('radio', { name: /Yours/ }).check();
  await second.getByRole('button', { name: 'Save my choices' }).click();
  await hers.seesCell(2, 'Amount', '1,800.00');
});

it('tells all of it in History, with the names of both', async () => {
  await hers.showTab('History');
  const rows = hers.page.locator('.tabulator-row');
  const text = async () => (await rows.allTextContents()).join('\n');
  for (const told of [admin, rep, '900', '1200', '1500', '1800', 'two hooks']) await eventually(text).toContain(told);
});
