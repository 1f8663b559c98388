// The first screen's day: four answers that lead to their records, and what can be done with a follow-up.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pipelineReport } from '../../src/domain/reports';
import { deal, source } from '../domain/reports/deals';
import { eventually } from '../e2e/eventually';
import type { FakeServer } from './fake-server';
import { axe, fitsWidth, type PanelOptions } from './harness';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { panel } = usePanels();

/** The first screen over a report of one deal that closes this month, one that should have, and two won. */
async function today(server: FakeServer = sampleServer(), options?: PanelOptions, extra = {}): Promise<Page> {
  const deals = [
    deal({ id: 'D-1', stage: 'Proposal', amount: 84500, closeDate: '2026-11-30' }),
    deal({ id: 'D-2', stage: 'Lead', closeDate: '2026-10-02' }),
    deal({ id: 'D-3', stage: 'Won', amount: 10000 }),
    deal({ id: 'D-4', stage: 'Won', amount: 20000 }),
  ];
  const value = pipelineReport({ ...source(deals), today: '2026-11-23' });
  const report = ({ rows }: { rows?: string }) => ({
    ok: true,
    value: rows ? { ...value, rows: { rows, total: 1, ids: ['D-1'] } } : value,
  });
  return panel('sidebar', server.functions({ report, ...extra }), options);
}

const answer = (page: Page, name: RegExp) =>
  page.getByRole('list', { name: 'At a glance' }).getByRole('button', { name });
const actions = (page: Page, task: string) => page.getByRole('button', { name: `More actions: ${task}` });

describe('the four answers', () => {
  it('say whom to follow up with, from the one call that opens the sidebar, and lead to the list', async () => {
    const server = sampleServer();
    server.held.set('followUps', new Promise(() => {}));
    const page = await today(server);
    await answer(page, /with today 1 follow-up, 1 overdue$/).click();
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('follow-ups');
  });

  it('name whom, and count what was done at once', async () => {
    const page = await today();
    await answer(page, /1 follow-up, 1 overdue Fleet tracking, 42 vessels, Ingrid Halvorsen$/).waitFor();
    await page.getByRole('button', { name: 'Done: Send the revised offer' }).click();
    await answer(page, /with today 1 follow-up Ingrid Halvorsen$/).waitFor();
  });

  it('say which deals close this month and what a won deal brings, and lead to these deals', async () => {
    const server = sampleServer();
    const page = await today(server);
    await answer(page, /1 deal, US.84\.5k 1 past their date/).click();
    await page.getByRole('list', { name: 'Closing this month' }).getByRole('button', { name: /Fleet/ }).waitFor();
    expect(server.calls.filter(([name]) => name === 'report').at(-1)?.[1]).toEqual({
      name: 'pipeline',
      rows: 'month:2026-11',
    });
    await page.keyboard.press('Escape');
    await answer(page, /Average won deal US.15k/).click();
    await page.getByRole('heading', { name: 'Won deals' }).waitFor();
    expect(server.calls.filter(([name]) => name === 'report').at(-1)?.[1]).toEqual({
      name: 'pipeline',
      rows: 'averageWon',
    });
  });

  it('say when a customer was last talked to, found by keyboard, and lead to them', async () => {
    const page = await today();
    const box = page.getByRole('combobox', { name: 'Find a customer' });
    await box.focus();
    await page.keyboard.type('halv');
    await page.getByRole('option', { name: /Ingrid/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await eventually(() => page.getByRole('option', { selected: true }).innerText()).toMatch(/Ingrid Halvorsen/);
    await page.keyboard.press('Enter');
    await answer(page, /Last talked to Ingrid Halvorsen 12 days ago/).click();
    await page.getByRole('heading', { name: 'Ingrid Halvorsen' }).waitFor();
  });

  it('tell it of the customer looked at last', async () => {
    const page = await today();
    await openRecord(page, 'Nordlys');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clear search' }).click();
    await answer(page, /Last talked to Nordlys Bakeries Not yet/).waitFor();
  });

  it('say what could not be read, and read again on request', async () => {
    const server = sampleServer();
    server.failing.add('report');
    const page = await today(server);
    const closing = answer(page, /No connection to Google/);
    await closing.waitFor();
    server.failing.delete('report');
    await closing.click();
    await answer(page, /84\.5k/).waitFor();
    server.failing.add('report');
    await answer(page, /84\.5k/).click();
    await page.getByRole('alert').getByText('No connection to Google').waitFor();
    server.failing.delete('report');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('list', { name: 'Closing this month' }).waitFor();
  });

  it('say so where there is nothing', async () => {
    const server = sampleServer();
    for (const key of [...server.records.keys()].filter((one) => one.startsWith('tasks/'))) server.records.delete(key);
    const value = pipelineReport({ ...source([]), today: '2026-11-23' });
    const page = await today(server, {}, { report: () => ({ ok: true, value }) });
    const list = page.getByRole('list', { name: 'At a glance' });
    for (const text of ['Nobody', 'No deal', 'When did we last talk to', 'No won deal with an amount yet'])
      await list.getByText(text).waitFor();
    await page.getByRole('combobox', { name: 'Find a customer' }).fill('zzzz');
    await page.getByRole('option', { name: 'Nobody found by these words.' }).waitFor();
  });
});

describe('a follow-up', () => {
  it('is done with an outcome, by keyboard, and comes back with Undo', async () => {
    const server = sampleServer();
    const page = await today(server);
    await actions(page, 'Send the revised offer').press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('They accept it');
    await page.keyboard.press('Enter');
    await page.getByText('“Send the revised offer” is done.').waitFor();
    expect(server.record('tasks', 'T-1').fields).toMatchObject({ status: 'Done', outcome: 'They accept it' });
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Done: Send the revised offer' }).waitFor();
    expect(server.record('tasks', 'T-1').fields.status).toBe('Open');
  });

  it('keeps the outcome that was typed when the save fails', async () => {
    const server = sampleServer();
    const page = await today(server);
    await actions(page, 'Send the revised offer').click();
    await page.getByRole('menuitem', { name: 'Done with an outcome…' }).click();
    await page.getByRole('textbox', { name: 'Outcome' }).fill('They accept it');
    server.nextSave = () => ({ ok: false, code: 'busy', message: 'Others are saving.' });
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByText(/try again in a few seconds/).waitFor();
    expect(await page.getByRole('textbox', { name: 'Outcome' }).inputValue()).toBe('They accept it');
  });

  it('moves to another day, and back with Undo', async () => {
    const server = sampleServer();
    server.record('tasks', 'T-1').fields.snoozedUntil = '2026-11-21';
    const page = await today(server);
    await actions(page, 'Send the revised offer').click();
    await page.getByRole('menuitem', { name: 'Change due date…' }).click();
    const box = page.getByLabel('New due date');
    expect(await box.inputValue()).toBe('2026-11-23');
    await box.fill('2026-11-27');
    await page.getByRole('button', { name: 'Move' }).click();
    await page.getByText('Now due 27 Nov.').waitFor();
    expect(server.record('tasks', 'T-1').fields).toMatchObject({ due: '2026-11-27', snoozedUntil: null });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('due 3 days ago').waitFor();
    expect(server.record('tasks', 'T-1').fields).toMatchObject({ due: '2026-11-20', snoozedUntil: '2026-11-21' });
  });

  it('is snoozed until a date, or left as it is with Escape', async () => {
    const server = sampleServer();
    const page = await today(server);
    const open = async () => {
      await actions(page, 'Send the revised offer').click();
      await page.getByRole('menuitem', { name: 'Snooze until a date…' }).click();
    };
    await open();
    await page.keyboard.press('Escape');
    await eventually(() => page.getByLabel('Snooze until').count()).toBe(0);
    await open();
    await page.getByLabel('Snooze until').fill('2026-12-04');
    await page.keyboard.press('Enter');
    await page.getByText('Snoozed until 4 Dec.').waitFor();
    expect(server.record('tasks', 'T-1').fields).toMatchObject({ due: '2026-11-20', snoozedUntil: '2026-12-04' });
  });
});

it.each([
  ['light', {}],
  ['dark', { dark: true }],
  ['on a phone', { width: 320, touch: true }],
])('has no barrier and fits with very long names, %s', async (_look, options) => {
  const server = sampleServer();
  const long = `${'A very long name '.repeat(20)}${'x'.repeat(300)}`;
  server.add('contacts', 'C-9', { firstName: long, lastName: 'Long' });
  server.add('tasks', 'T-9', { title: long, due: '2026-11-23', status: 'Open', owner: 'mara@example.com' });
  const page = await today(server, options);
  await page.getByRole('combobox', { name: 'Find a customer' }).fill('very');
  await page.getByRole('option', { name: /A very long/ }).waitFor();
  expect([await axe(page), await fitsWidth(page)]).toEqual([[], true]);
  await page.keyboard.press('Enter');
  await answer(page, /Last talked to A very long/).waitFor();
  await actions(page, long).click();
  await page.getByRole('menuitem', { name: 'Done with an outcome…' }).click();
  await page.getByRole('textbox', { name: 'Outcome' }).waitFor();
  expect([await axe(page), await fitsWidth(page)]).toEqual([[], true]);
});
