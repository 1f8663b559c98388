// The sidebar follows the row that is selected in the grid, and shows a record's row in the sheet.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually } from '../e2e/eventually';
import type { FakeServer } from './fake-server';
import { axe, fitsWidth } from './harness';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { sidebar } = usePanels();

/** The sidebar with its time standing still but for what a test lets pass. */
async function following(server: FakeServer = sampleServer()): Promise<{ page: Page; server: FakeServer }> {
  const { page } = await sidebar(server);
  await page.getByRole('list', { name: 'Newest' }).waitFor();
  await page.clock.install({ time: '2026-11-23T08:00:00Z' });
  await page.clock.pauseAt('2026-11-23T08:01:00Z');
  await page.getByRole('switch', { name: 'Follow the selected row' }).click();
  await page.getByText('Following the selected row').waitFor();
  return { page, server };
}

const asked = ({ calls }: FakeServer) => calls.filter(([name]) => name === 'selectedRecord').length;
/** Lets time pass until the server was asked once more. */
async function askedAgain(page: Page, server: FakeServer): Promise<void> {
  const before = asked(server);
  for (let ms = 0; ms < 60_000 && asked(server) === before; ms += 500) await page.clock.runFor(500);
  expect(asked(server)).toBe(before + 1);
}
/** Lets time pass until this shows: what a screen reads when it comes waits for the page's time as well. */
async function seen(page: Page, what: Locator): Promise<void> {
  for (let ms = 0; ms < 30_000 && (await what.count()) === 0; ms += 200) await page.clock.runFor(200);
  await what.waitFor();
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

describe('following the selected row', () => {
  it('shows its record, the next in the place of the one before, and back leads to where one was', async () => {
    const { page, server } = await following();
    server.selected = { place: '0/3', id: 'C-1' };
    await askedAgain(page, server);
    await seen(page, heading(page, 'Ingrid Halvorsen'));
    server.selected = { place: '0/4', id: 'CO-2' };
    await askedAgain(page, server);
    await seen(page, heading(page, 'Nordlys Bakeries'));
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('textbox', { name: 'Search' }).waitFor();
  });

  it('asks ever more seldom while nothing moves, at once when the person comes back, and never while hidden', async () => {
    const { page, server } = await following();
    await askedAgain(page, server).catch(() => {});
    const before = asked(server);
    for (let second = 0; second < 60; second++) await page.clock.runFor(1000);
    expect(asked(server) - before).toBeLessThan(10);
    const idle = asked(server);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.clock.runFor(600);
    await eventually(() => asked(server)).toBe(idle + 1);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const shown = asked(server);
    for (let second = 0; second < 30; second++) await page.clock.runFor(1000);
    expect(asked(server)).toBe(shown);
  });

  it('leaves alone what is being typed, and goes on when it is done', async () => {
    const { page, server } = await following();
    await page.getByRole('button', { name: 'New contact' }).click();
    await page.getByLabel('First name').fill('Half a');
    expect(await page.getByText('Following the selected row').isVisible()).toBe(false);
    server.selected = { place: '0/3', id: 'C-1' };
    for (let second = 0; second < 20; second++) await page.clock.runFor(1000);
    expect(await page.getByLabel('First name').inputValue()).toBe('Half a');
    await page.keyboard.press('Escape');
    await seen(page, page.getByRole('button', { name: 'Discard changes' }));
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await seen(page, page.getByRole('textbox', { name: 'Search' }));
    await askedAgain(page, server);
    await seen(page, heading(page, 'Ingrid Halvorsen'));
  });

  it('does not take the keyboard', async () => {
    const { page, server } = await following();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.getByRole('button', { name: 'Stop' }).focus();
    server.selected = { place: '0/3', id: 'C-1' };
    await askedAgain(page, server);
    await seen(page, heading(page, 'Ingrid Halvorsen'));
    expect(await focused()).toBe('Stop');
  });

  it('ends by keyboard, and on a failure with its reason', async () => {
    const { page, server } = await following();
    await page.getByRole('button', { name: 'Stop' }).press('Enter');
    await eventually(() => page.getByText('Following the selected row').count()).toBe(0);
    await page.getByRole('switch', { name: 'Follow the selected row' }).press('Space');
    await askedAgain(page, server);
    server.failing.add('selectedRecord');
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.clock.runFor(600);
    await seen(page, page.getByText(/is not followed any more. No connection to Google/));
    expect(await page.getByRole('switch', { name: 'Follow the selected row' }).getAttribute('aria-checked')).toBe(
      'false',
    );
  });
});

describe('showing a record in the sheet', () => {
  const show = async (page: Page) => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Show in sheet' }).click();
  };

  it('asks for the record by its id, and says what hides its row', async () => {
    const { page, server } = await sidebar();
    await openRecord(page, 'Ingrid');
    await show(page);
    await eventually(() => server.calls).toContainEqual(['showInSheet', { tab: 'contacts', id: 'C-1' }]);
    server.hidden = 'filter';
    await show(page);
    await page.getByText('A filter of its tab hides the row of this record.').waitFor();
    server.records.delete('contacts/C-1');
    await show(page);
    await page.getByText('This record is no longer in the workbook.').waitFor();
  });

  it('is there for someone who may not change the record', async () => {
    const server = sampleServer();
    server.role = 'viewer';
    const { page } = await sidebar(server);
    await openRecord(page, 'Ingrid');
    await page.getByRole('button', { name: 'More actions' }).click();
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Show in sheet', 'Copy link', 'Reload']);
  });
});

it.each([
  ['light', {}],
  ['dark', { dark: true }],
  ['on a phone', { width: 320, touch: true }],
])('has no barrier and fits while it follows, %s', async (_look, options) => {
  const { page } = await sidebar(sampleServer(), options);
  await page.getByRole('switch', { name: 'Follow the selected row' }).click();
  await page.getByText('Following the selected row').waitFor();
  expect([await axe(page), await fitsWidth(page)]).toEqual([[], true]);
});
