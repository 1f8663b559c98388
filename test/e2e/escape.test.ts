// Escape closes what has just opened, although the focus is still in the grid or on the button that opened it.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { launch, type RowbookProcess } from '../local/rowbook-process';

import { WorkbookPage } from './workbook-page';

let browser: Browser;
let rowbook: RowbookProcess;
let book: WorkbookPage;

beforeAll(async () => {
  browser = await launchBrowser();
  rowbook = await launch({ args: ['--sample', 'none'] });
  book = await WorkbookPage.open(browser, rowbook.url);
});
afterAll(async () => {
  await browser?.close();
  await rowbook?.stop();
});

it.each([
  ['in the grid', '[data-testid=grid-keys]'],
  ['nowhere', 'body'],
])('a dialog, with the focus %s', async (_place, focus) => {
  await book.menu('Pipeline report');
  const dialog = book.page.getByTestId('addon-dialog');
  await dialog.waitFor();
  await book.page.evaluate((selector) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    document.querySelector<HTMLElement>(selector)?.focus();
  }, focus);
  await book.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached', timeout: 5_000 });
});

it('a menu that lost the focus, and the panels of the page', async () => {
  const { page } = book;
  await page.getByTestId('addon-menu').click();
  await page.getByTestId('popup').waitFor();
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('Escape');
  await page.getByTestId('popup').waitFor({ state: 'detached', timeout: 5_000 });
  for (const [button, panel] of [
    ['open-inbox', 'inbox'],
    ['open-executions', 'executions'],
  ] as const) {
    await page.getByTestId(button).click();
    await page.getByTestId(panel).waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId(panel).waitFor({ state: 'detached', timeout: 5_000 });
  }
  expect(book.errors).toEqual([]);
});
