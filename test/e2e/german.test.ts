// A person whose account speaks German has the sidebar, a window and what the server says in German, over the real stand-in.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { launch, post, type RowbookProcess } from '../local/rowbook-process';
import { eventually } from './eventually';
import { field, WorkbookPage } from './workbook-page';

const admin = 'admin@example.com';
let browser: Browser;
let rowbook: RowbookProcess;

beforeAll(async () => {
  browser = await launchBrowser();
  rowbook = await launch({ args: ['--sample', 'none', '--language', 'de'] });
  const save = (tab: string, records: object[]) =>
    post(`${rowbook.url}/local/run`, { user: admin, function: 'saveRecords', args: [{ tab, records }] });
  await save('contacts', [{ changes: { firstName: 'Änne', lastName: 'Groß', email: 'aenne@example.com' } }]);
  await save('deals', [
    { changes: { name: 'Dachsanierung', stage: 'Proposal', amount: 12500, closeDate: '2030-03-01' } },
  ]);
});
afterAll(async () => {
  await browser?.close();
  await rowbook?.stop();
});

it('finds, opens, edits and logs in German', async () => {
  const workbook = await WorkbookPage.open(browser, rowbook.url, admin);
  const sidebar = await workbook.openSidebar('Seitenleiste öffnen');
  await eventually(() => sidebar.locator('html').getAttribute('lang')).toBe('de');
  await sidebar.getByRole('textbox', { name: 'Suchen' }).fill('gross');
  await sidebar
    .getByRole('button', { name: /^Änne Groß/ })
    .first()
    .click();
  await sidebar.getByRole('button', { name: 'Bearbeiten', exact: true }).first().click();
  await field(sidebar, 'Position').fill('Leiterin');
  await sidebar.getByRole('button', { name: 'Speichern' }).click();
  await sidebar.getByText('Leiterin').first().waitFor();
  await sidebar.getByRole('button', { name: 'Anruf festhalten' }).first().click();
  await field(sidebar, 'Betreff').fill('Angebot besprochen');
  await sidebar.getByRole('button', { name: 'Speichern' }).click();
  await sidebar.getByText('Anruf festgehalten.').waitFor();
  expect(workbook.errors).toEqual([]);
  await workbook.close();
});

it('says in German what the server says', async () => {
  const workbook = await WorkbookPage.open(browser, rowbook.url, admin);
  const sidebar = await workbook.openSidebar('Seitenleiste öffnen');
  await sidebar.getByRole('button', { name: 'Neuer Kontakt' }).click();
  await field(sidebar, 'Vorname').fill('Zweite');
  await field(sidebar, 'E-Mail').fill('aenne@example.com');
  await sidebar.getByRole('button', { name: 'Speichern' }).click();
  await sidebar.getByText('C-1 hat „aenne@example.com“ schon.').first().waitFor();
  // A fault befalls the next execution, whosever it is: here the save's alone.
  await workbook.page.route('**/local/page/call', async (route) => {
    if (!route.request().postData()?.includes('"saveRecord"')) return route.abort();
    await post(`${rowbook.url}/local/faults`, { lockHeldMs: 60_000 });
    await route.continue();
  });
  await field(sidebar, 'E-Mail').fill('zweite@example.com');
  await sidebar.getByRole('button', { name: 'Speichern' }).click();
  await sidebar.getByText('Gerade speichert jemand anderes.').first().waitFor();
  await workbook.close();
});

it('shows the board in German, with days as Germans write them', async () => {
  const workbook = await WorkbookPage.open(browser, rowbook.url, admin);
  await workbook.menu('Pipeline-Board');
  await workbook.page.getByTestId('addon-dialog').getByText('Pipeline-Board', { exact: true }).waitFor();
  await workbook.dialog.getByRole('heading', { name: 'Pipeline-Board' }).waitFor();
  await workbook.dialog.getByText('1. März 2030').waitFor();
  await workbook.close();
});
