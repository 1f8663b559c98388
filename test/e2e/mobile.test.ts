// The web app over the real stand-in: a link to a record, opened on a phone, survives a sort; opening it changes nothing; the day's
// work is done without the sheet.
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import { usualFacts } from '../../scripts/local/unverified';
import { launch, post, type RowbookProcess } from '../local/rowbook-process';
import { eventually } from './eventually';

const admin = 'admin@example.com';
let browser: Browser;
let rowbook: RowbookProcess;

beforeAll(async () => {
  browser = await launchBrowser();
  rowbook = await launch({ args: ['--sample', 'none'] });
  const save = (tab: string, records: object[]) =>
    post(`${rowbook.url}/local/run`, { user: admin, function: 'saveRecords', args: [{ tab, records }] });
  await save(
    'contacts',
    ['Zora', 'Mia', 'Ada'].map((firstName) => ({ changes: { firstName } })),
  );
  await save('tasks', [{ changes: { title: 'Call Mia back', due: '2020-01-01', owner: admin, contact: 'C-2' } }]);
});
afterAll(async () => {
  await browser?.close();
  await rowbook?.stop();
});

async function open(query: string, width = 360): Promise<{ page: Page; app: FrameLocator; errors: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${rowbook.url}/mobile${query}`);
  return { page, app: page.frameLocator('iframe'), errors };
}

interface Execution {
  function: string;
  source: string;
  calls: { reads: number; writes: number };
}
const executions = async (name: string): Promise<Execution[]> => {
  const all = (await (await fetch(`${rowbook.url}/local/executions`)).json()) as Execution[];
  return all.filter((one) => one.function === name);
};

it.each([320, 360, 430])('a link to a record leads to it after a sort, at %i px, without a write', async (width) => {
  await post(`${rowbook.url}/local/act`, { user: admin, kind: 'sort', tab: 'Contacts', column: 2 });
  const { page, app, errors } = await open('?r=C-2', width);
  await app.getByRole('heading', { level: 1, name: 'Mia' }).waitFor();
  const served = await executions('doGet');
  expect(served.at(-1)).toMatchObject({ source: 'webApp', calls: { reads: 0, writes: 0 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(errors).toEqual([]);
  await page.context().close();
});

it('a task is done and taken back where the lock is to be had, in calls of a page that has no grid', async () => {
  const { page, app, errors } = await open('');
  await app.getByRole('button', { name: 'Done: Call Mia back' }).tap();
  if (usualFacts.documentLockInWebApp) {
    await app.getByText('“Call Mia back” is done.').waitFor();
    await app.getByRole('button', { name: 'Undo' }).tap();
    await app.getByText('Undone.').waitFor();
  } else {
    await app.getByText('Rowbook cannot lock this workbook here, so nothing was saved.').waitFor();
  }
  await app.getByRole('button', { name: 'Done: Call Mia back' }).waitFor();
  expect((await executions('saveRecord')).at(-1)).toMatchObject({ source: 'webClient' });
  expect(await executions('selectedRecord')).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});

it('copies a link that leads to the record again', async () => {
  const { page, app } = await open('?r=C-3');
  await app.getByRole('button', { name: 'More actions' }).tap();
  await app.getByRole('menuitem', { name: 'Copy link' }).tap();
  await app.getByText(/Link copied|Copy this link: http:\/\/localhost:\d+\/mobile\?r=C-3/).waitFor();
  await page.context().close();
});

describe('a link that names no record', () => {
  it.each(['?r=C-1%22%3E%3Cscript%3Ealert(1)%3C/script%3E', '?r=javascript:alert(1)', '?r=', '?r=%00'])(
    'says so and runs nothing: %s',
    async (query) => {
      const { page, app, errors } = await open(query);
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await app.getByRole('heading', { name: 'This link leads to no record' }).waitFor();
      await eventually(() => app.locator('script').count()).toBe(2);
      expect([dialogs, errors]).toEqual([[], []]);
      await page.context().close();
    },
  );
});

it('another person, who is not in the team, reads why they may not', async () => {
  const { page, app } = await open('?user=eve%40example.com&r=C-2');
  await app.getByText(/eve@example.com is not in the Team tab/).waitFor();
  await page.context().close();
});
