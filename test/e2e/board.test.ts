// The pipeline board over a real workbook, in a real browser: a deal is dragged to another stage, the grid follows, and the move is
// taken back; a lost one is asked why.
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
  const changes = { name: 'Harbour crane', stage: 'Lead', amount: 900 };
  const input = { user: 'admin@example.com', function: 'saveRecord', args: [{ tab: 'deals', changes }] };
  await post(`${rowbook.url}/local/run`, input);
  book = await WorkbookPage.open(browser, rowbook.url);
  await book.showTab('Deals');
  await book.menu('Pipeline board');
});
afterAll(async () => {
  await browser?.close();
  await rowbook?.stop();
});

it('moves a deal by dragging, and takes it back', async () => {
  const { dialog, page } = book;
  const card = dialog.locator('.column').getByRole('button', { name: /^Harbour crane/ });
  const target = dialog.getByRole('region', { name: 'Proposal', exact: true });
  await card.hover();
  await page.mouse.down();
  const box = await target.boundingBox();
  if (!box) throw new Error('There is no column Proposal.');
  await page.mouse.move(box.x + box.width / 2, box.y + 150, { steps: 5 });
  await page.mouse.up();
  await target.getByRole('button', { name: /^Harbour crane/ }).waitFor();
  await dialog.getByText('Moved Harbour crane to Proposal.').waitFor();
  await book.seesCell(2, 'Stage', 'Proposal');
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await book.seesCell(2, 'Stage', 'Lead');
  await dialog.getByRole('region', { name: 'Lead', exact: true }).getByRole('button', { name: /crane/ }).waitFor();
});

it('asks for the reason of a lost one, which stands in the grid', async () => {
  const { dialog, page } = book;
  await dialog
    .locator('.column')
    .getByRole('button', { name: /^Harbour crane/ })
    .focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('menuitem', { name: 'Move to Lost' }).click();
  await dialog.getByRole('combobox', { name: 'Lost reason' }).fill('No budget');
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await book.seesCell(2, 'Stage', 'Lost');
  await book.seesCell(2, 'Lost reason', 'No budget');
  await eventually(() => book.errors).toEqual([]);
  expect(await dialog.getByRole('dialog').count()).toBe(0);
});

it('opens a deal beside the columns to log a call, and shows what somebody else adds meanwhile', async () => {
  const { dialog, page } = book;
  await dialog
    .locator('.column')
    .getByRole('button', { name: /^Harbour crane/ })
    .click();
  await dialog.getByRole('menuitem', { name: 'Open', exact: true }).click();
  const pane = dialog.locator('.record-pane');
  await pane.getByRole('heading', { name: 'Harbour crane' }).waitFor();
  await pane.getByRole('button', { name: 'Log call' }).click();
  await pane.getByRole('textbox', { name: 'Subject' }).fill('Why they said no');
  await page.keyboard.press('Control+Enter');
  await dialog.getByText('Call logged.').waitFor();
  const changes = { name: 'Second crane', stage: 'Qualified', amount: 700 };
  await post(`${rowbook.url}/local/run`, {
    user: 'admin@example.com',
    function: 'saveRecord',
    args: [{ tab: 'deals', changes }],
  });
  // Whoever comes back to the window need not wait.
  const look = () => document.dispatchEvent(new Event('visibilitychange'));
  await dialog.locator('body').evaluate(look);
  await dialog
    .getByRole('region', { name: 'Qualified', exact: true })
    .getByRole('button', { name: /^Second crane/ })
    .waitFor();
  await pane.getByText('Call: Why they said no').waitFor();
  await eventually(() => book.errors).toEqual([]);
});
