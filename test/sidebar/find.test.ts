// Finding from the records that the window holds: no call for a key, slips and accents forgiven, kept up to date, and what is shown
// while they are on their way, when they do not come, and without a connection.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually } from '../e2e/eventually';
import type { FakeServer } from './fake-server';
import { axe, fitsWidth } from './harness';
import { sampleServer } from './sample';
import { usePanels } from './setup';

const { sidebar } = usePanels();
const search = (page: Page) => page.getByRole('textbox', { name: 'Search' });
const names = (page: Page) =>
  page.getByRole('list', { name: 'Results' }).getByRole('button').locator('.name').allTextContents();
const asked = (server: FakeServer, name: string) => server.calls.filter(([one]) => one === name).length;
const whole = (server: FakeServer) => eventually(() => asked(server, 'changesSince')).toBeGreaterThan(0);
/** As when a person comes back to the window. */
const lookAgain = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

/** Something that answers wait for, and what lets them go. */
function gate(): { held: Promise<void>; open: () => void } {
  let open = () => {};
  const held = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { held, open };
}

describe('with all records there', () => {
  it.each([
    ['ingrid', 'Ingrid Halvorsen'],
    ['jose alvarez', 'José Álvarez-Quintero'],
    ['álvraez', 'José Álvarez-Quintero'],
    ['halvrosen', 'Halvorsen Shipping AS'],
    ['ingrid shipping', 'Ingrid Halvorsen'],
    ['nordlys.example', 'José Álvarez-Quintero'],
    ['procurement', 'Ingrid Halvorsen'],
    ['55 1234 56', 'Ingrid Halvorsen'],
    ['005512', 'Ingrid Halvorsen'],
    ['C-2', 'José Álvarez-Quintero'],
    ['oven pilot', 'Oven sensors pilot'],
    ['<script>', '<script>alert(1)</script> " onmouseover="alert(2)'],
  ])('“%s” finds %s without asking the server', async (query, name) => {
    const { page, server } = await sidebar();
    await whole(server);
    server.calls = [];
    await search(page).pressSequentially(query);
    await eventually(() => names(page)).toContain(name);
    expect(asked(server, 'findRecords')).toBe(0);
  });

  it('shows the second line as the server writes it, a deal’s amount as money', async () => {
    const { page, server } = await sidebar();
    await whole(server);
    await search(page).fill('fleet tracking');
    const entry = page.getByRole('list', { name: 'Results' }).getByRole('button');
    await eventually(() => entry.locator('.detail').textContent()).toBe('Proposal · €84,500 · Halvorsen Shipping AS');
  });

  it('works without a connection', async () => {
    const { page, server } = await sidebar();
    await whole(server);
    for (const name of ['findRecords', 'changesSince', 'searchIndex']) server.failing.add(name);
    await search(page).fill('nordlys');
    await eventually(() => names(page)).toContain('Nordlys Bakeries');
    expect(await page.getByRole('alert').count()).toBe(0);
    await search(page).fill('zzz');
    await page.getByText('Nothing found for “zzz”.').waitFor();
  });

  it('shows what somebody else created, renamed or deleted without being opened again', async () => {
    const { page, server } = await sidebar();
    await whole(server);
    await search(page).fill('nordlys');
    await eventually(() => names(page)).toContain('Nordlys Bakeries');
    server.add('contacts', 'C-9', { firstName: 'Nina', lastName: 'Nordlys' });
    server.add('companies', 'CO-2', { name: 'Nordlys Rye' });
    server.records.delete('contacts/C-2');
    await lookAgain(page);
    await eventually(() => names(page)).toEqual(['Nordlys Rye', 'Nina Nordlys', 'Oven sensors pilot']);
    expect(asked(server, 'findRecords')).toBeLessThanOrEqual(1);
  });

  it('takes the person’s own change in at once', async () => {
    const { page, server } = await sidebar();
    await whole(server);
    await search(page).fill('oven');
    await page.getByRole('list', { name: 'Results' }).getByRole('button').first().click();
    const before = asked(server, 'changesSince');
    await page.getByRole('button', { name: 'Edit Amount' }).click();
    await page.getByRole('textbox', { name: 'Amount' }).fill('77');
    await page.keyboard.press('Enter');
    await page.getByText('Amount saved.').waitFor();
    await eventually(() => asked(server, 'changesSince')).toBeGreaterThan(before);
    await page.keyboard.press('Escape');
    await page.getByRole('list', { name: 'Results' }).getByText('€77').waitFor();
  });

  it('asks for nothing while nobody can see it', async () => {
    const { page, server } = await sidebar();
    await whole(server);
    await page.evaluate(() =>
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }),
    );
    const before = asked(server, 'changesSince');
    await lookAgain(page);
    await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'visible' }));
    await lookAgain(page);
    await eventually(() => asked(server, 'changesSince')).toBe(before + 1);
  });

  it('reads all again where the server says so, and forgets what is gone', async () => {
    const { page, server } = await sidebar();
    await whole(server);
    server.records.delete('companies/CO-2');
    server.records.delete('contacts/C-2');
    server.add('contacts', 'C-9', { firstName: 'Nina', lastName: 'Nordlys' });
    server.reload = true;
    await search(page).fill('nordlys');
    await lookAgain(page);
    await page.getByText('Still loading').waitFor();
    await lookAgain(page);
    await eventually(() => names(page)).toEqual(['Nina Nordlys']);
    await eventually(() => page.getByText('Still loading').count()).toBe(0);
  });
});

describe('while the records are on their way', () => {
  it('the server answers, and the page says that more is loading', async () => {
    const server = sampleServer();
    const { held, open } = gate();
    server.held.set('searchIndex', held);
    const { page } = await sidebar(server);
    await search(page).fill('ingrid');
    await eventually(() => names(page)).toContain('Ingrid Halvorsen');
    expect(asked(server, 'findRecords')).toBeGreaterThan(0);
    await page.getByText('Still loading for a quicker search: 0 records so far.').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    open();
    await eventually(() => page.getByText('Still loading').count()).toBe(0);
    expect(await names(page)).toContain('Ingrid Halvorsen');
  });

  it('what has come is found at once, and the list gets complete with each page', async () => {
    const server = sampleServer();
    const first = gate();
    const later = gate();
    const answer = gate();
    server.pageSize = 1;
    server.held.set('findRecords', answer.held).set('searchIndex', first.held);
    const { page } = await sidebar(server);
    await eventually(() => asked(server, 'searchIndex')).toBe(1);
    server.held.set('searchIndex', later.held);
    first.open();
    await search(page).fill('halvorsen');
    await eventually(() => names(page)).toEqual(['Ingrid Halvorsen']);
    expect(await page.getByText('Nothing found').count()).toBe(0);
    later.open();
    await eventually(() => names(page)).toContain('Halvorsen Shipping AS');
    answer.open();
  });

  it('comes without the quick search too, and says so', async () => {
    const server = sampleServer();
    server.failing.add('searchIndex');
    const { page } = await sidebar(server);
    await search(page).fill('ingrid');
    await eventually(() => names(page)).toContain('Ingrid Halvorsen');
    await page.getByText('The quick search could not be loaded; each search asks the server meanwhile.').waitFor();
    expect(await axe(page)).toEqual([]);
    server.failing.add('findRecords');
    await search(page).fill('nordlys');
    await page.getByRole('alert').getByText('No connection to Google.').waitFor();
    server.failing.clear();
    await lookAgain(page);
    await eventually(() => page.getByText('The quick search').count()).toBe(0);
    await eventually(() => names(page)).toContain('Nordlys Bakeries');
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

it('five thousand records are searched while keys are typed, and the newest of equals stands first', async () => {
  const server = sampleServer();
  for (let n = 1; n <= 5000; n++)
    server.add('contacts', `C-${1000 + n}`, {
      firstName: 'Ann',
      lastName: `Berg ${n}`,
      created: `2026-11-2${n % 3}T09:00`,
    });
  const { page } = await sidebar(server);
  await whole(server);
  await search(page).pressSequentially('ann berg');
  await page.getByText('30 of 5,000').waitFor();
  expect((await names(page)).slice(0, 3)).toEqual(['Ann Berg 5000', 'Ann Berg 4997', 'Ann Berg 4994']);
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByText('130 of 5,000').waitFor();
});
