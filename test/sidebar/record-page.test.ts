// A record's page: what matters first, values edited where they stand, saves that show at once and come back when they are refused,
// and one timeline.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Reply, SaveInput, SaveResult, TimelineEntry } from '../../src/rpc/contract';
import { eventually } from '../e2e/eventually';
import type { FakeServer } from './fake-server';
import { axe, fitsWidth } from './harness';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { sidebar } = usePanels();

const box = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const fact = (page: Page, header: string) =>
  page
    .locator('.facts > div, .pairs > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${header}$`) }) });
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

/** Lets no save through before `open` is called. */
function gate(server: FakeServer): () => void {
  let open = () => {};
  server.held.set(
    'saveRecord',
    new Promise<void>((resolve) => {
      open = resolve;
    }),
  );
  return () => {
    server.held.delete('saveRecord');
    open();
  };
}

const busy = (): Reply<SaveResult> => ({ ok: false, code: 'busy', message: 'Others are saving.' });
const refuseAmount = (input: SaveInput): Reply<SaveResult> => ({
  ok: true,
  value: {
    status: 'invalid',
    issues: [
      {
        tab: 'deals',
        id: input.id ?? '',
        field: 'amount',
        code: 'limit',
        expected: 'at most 1,000,000',
        received: '91000',
        message: 'The amount is above the limit.',
      },
    ],
  },
});

describe('on top of the page', () => {
  it('stands the next step, with the way to its task', async () => {
    const sample = sampleServer();
    const task = (id: string, at: string, title: string, detail = 'Open'): TimelineEntry => ({
      at,
      kind: 'task',
      title,
      detail,
      who: '',
      tab: 'tasks',
      id,
    });
    sample.timeline.push(task('T-3', '2026-11-27', 'Later'), task('T-1', '2026-11-20', 'Send the revised offer'));
    const { page } = await sidebar(sample);
    await openRecord(page, 'Fleet tracking');
    const step = page.locator('p', { hasText: 'Next step' });
    await eventually(() => step.textContent()).toBe('Next stepSend the revised offer3 days ago');
    await step.getByRole('button').click();
    await page.getByRole('heading', { name: 'Send the revised offer' }).waitFor();
  });

  it('stand the ways to reach them: calls, mail, website and map, and for a deal those of its contact', async () => {
    const sample = sampleServer();
    Object.assign(sample.record('contacts', 'C-1').fields, {
      otherPhone: '900 12 345',
      website: 'javascript:alert(1)',
      street: 'Strandgaten 20 "&<b>',
      postcode: '5013',
      city: 'Bergen',
    });
    const { page, server } = await sidebar(sample);
    await openRecord(page, 'ingrid');
    const links = () =>
      page.locator('main a').evaluateAll((all) => all.map((one) => [one.textContent, one.getAttribute('href')]));
    expect(await links()).toEqual([
      ['Call', 'tel:+4755123456'],
      ['Call', 'tel:90012345'],
      ['Mail', 'mailto:ingrid%40halvorsen.example'],
      [
        'Map',
        `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent('Strandgaten 20 "&<b>, 5013, Bergen')}`,
      ],
    ]);
    for (const link of await page.locator('main a').all())
      expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual([
        '_blank',
        'noopener noreferrer',
      ]);
    await page.keyboard.press('Escape');
    await eventually(() => server.calls.some(([name]) => name === 'changesSince')).toBe(true);
    await openRecord(page, 'Fleet tracking');
    await eventually(links).toEqual([
      ['Call', 'tel:+4755123456'],
      ['Mail', 'mailto:ingrid%40halvorsen.example'],
    ]);
  });
});

describe('a value', () => {
  it('is edited by a click on it, saved by Enter, and shows before it is saved', async () => {
    const { page, server } = await sidebar();
    await openRecord(page, 'Fleet tracking');
    const open = gate(server);
    await fact(page, 'Amount').locator('dd').first().click();
    await box(page, 'Amount').fill('91000');
    await page.keyboard.press('Enter');
    await eventually(() => fact(page, 'Amount').locator('dd').first().textContent()).toBe('€91,000');
    await eventually(() => focused(page)).toBe('Edit Amount');
    expect(server.record('deals', 'D-1').fields.amount).toBe(84500);
    open();
    await page.getByText('Amount saved.').waitFor();
    expect(server.record('deals', 'D-1').fields.amount).toBe(91000);
    expect(server.calls.filter(([name]) => name === 'saveRecord')).toHaveLength(1);
  });

  it.each([
    ['a refusal', refuseAmount, 'The amount is above the limit.'],
    ['a failure', busy, 'try again in a few seconds'],
  ])('comes back into its input after %s, with the reason', async (_name, answer, reason) => {
    const { page, server } = await sidebar();
    await openRecord(page, 'Fleet tracking');
    await page.getByRole('button', { name: 'Edit Amount' }).press('Enter');
    await box(page, 'Amount').fill('91000');
    server.nextSave = answer;
    await page.keyboard.press('Enter');
    await page.getByText(reason).waitFor();
    await eventually(() => box(page, 'Amount').inputValue()).toBe('91000');
    await eventually(() => box(page, 'Amount').evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await eventually(() => fact(page, 'Amount').locator('dd').first().textContent()).toBe('€84,500');
    await eventually(() => focused(page)).toBe('Edit Amount');
  });

  it('of a team’s own column, of tags and of a reference is edited in its place as well', async () => {
    const { page, server } = await sidebar();
    await openRecord(page, 'ingrid');
    await fact(page, 'Favourite tea').locator('dd').first().click();
    await box(page, 'Favourite tea').fill('Assam');
    await page.keyboard.press('Enter');
    await page.getByText('Favourite tea saved.').waitFor();
    await page.getByRole('button', { name: 'Edit Company' }).press('Enter');
    await page.getByRole('combobox', { name: 'Company' }).fill('Nordlys Bakeries');
    await page
      .getByRole('option', { name: /Nordlys/ })
      .first()
      .click();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Company saved.').waitFor();
    expect(server.record('contacts', 'C-1').fields).toMatchObject({ 'custom:Favourite tea': 'Assam', company: 'CO-2' });
  });

  it('that is a link leads there, and what somebody else owns is not edited', async () => {
    const sample = sampleServer();
    sample.role = 'rep';
    sample.record('deals', 'D-1').fields.owner = 'tom@example.com';
    const { page } = await sidebar(sample);
    await openRecord(page, 'Fleet tracking');
    await fact(page, 'Amount').locator('dd').first().click();
    expect(await box(page, 'Amount').count()).toBe(0);
    await fact(page, 'Company').getByRole('button', { name: 'Halvorsen Shipping AS' }).click();
    await page.getByRole('heading', { name: 'Halvorsen Shipping AS' }).waitFor();
  });
});

describe('an edited record', () => {
  async function edited(amount = '91000') {
    const opened = await sidebar();
    const { page, server } = opened;
    await openRecord(page, 'Fleet tracking');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await box(page, 'Amount').fill(amount);
    await page.getByRole('textbox', { name: 'Name' }).fill('Fleet tracking, 43 vessels');
    return { page, server, save: () => page.getByRole('button', { name: 'Save', exact: true }).click() };
  }

  it('shows on its page before it is saved', async () => {
    const { page, server, save } = await edited();
    const open = gate(server);
    await save();
    await page.getByRole('heading', { name: 'Fleet tracking, 43 vessels' }).waitFor();
    await eventually(() => fact(page, 'Amount').locator('dd').first().textContent()).toBe('€91,000');
    expect(server.record('deals', 'D-1').fields.amount).toBe(84500);
    open();
    await page.getByText('Saved.').waitFor();
    await eventually(() => fact(page, 'Amount').locator('dd').first().textContent()).toBe('€91,000');
  });

  it('goes back to its form with the reason and all that was typed when it is refused', async () => {
    const { page, server, save } = await edited();
    server.nextSave = refuseAmount;
    await save();
    await page.getByRole('alert').getByText('The amount is above the limit.').waitFor();
    await eventually(() => box(page, 'Amount').inputValue()).toBe('91000');
    await eventually(() => page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Fleet tracking, 43 vessels');
    expect(await axe(page)).toEqual([]);
    await box(page, 'Amount').fill('90000');
    await save();
    await page.getByText('Saved.').waitFor();
    expect(server.record('deals', 'D-1').fields).toMatchObject({ amount: 90000, name: 'Fleet tracking, 43 vessels' });
  });

  it('rolls back and says so where the person went on, with the way back to what they typed', async () => {
    const { page, server, save } = await edited();
    server.nextSave = busy;
    const open = gate(server);
    await save();
    await page.getByRole('heading', { name: 'Fleet tracking, 43 vessels' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('list', { name: 'Results' }).waitFor();
    open();
    await page.getByText(/^Not saved: .*try again in a few seconds/).waitFor();
    await page.getByRole('list', { name: 'Results' }).waitFor();
    await page.getByRole('button', { name: 'Back to it' }).click();
    await page.getByRole('alert').getByText('Not saved.').waitFor();
    await eventually(() => box(page, 'Amount').inputValue()).toBe('91000');
    await save();
    await page.getByText('Saved.').waitFor();
    expect(server.record('deals', 'D-1').fields.amount).toBe(91000);
  });

  it('saved twice in a row is saved one after the other', async () => {
    const { page, server, save } = await edited();
    const open = gate(server);
    await save();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await eventually(() => box(page, 'Amount').inputValue()).toBe('91000');
    await box(page, 'Amount').fill('92000');
    await save();
    await eventually(() => fact(page, 'Amount').locator('dd').first().textContent()).toBe('€92,000');
    expect(server.calls.filter(([name]) => name === 'saveRecord')).toHaveLength(1);
    open();
    await eventually(() => server.record('deals', 'D-1').fields.amount).toBe(92000);
    await eventually(() => page.getByText('Saved.').count()).toBe(2);
    expect(await page.getByText('Someone changed this deal too').count()).toBe(0);
  });
});

describe('the timeline', () => {
  it('is one for all, newest first, filtered by kind, and long ones come in parts', async () => {
    const sample = sampleServer();
    for (let n = 0; n < 60; n++)
      sample.timeline.push({
        at: `2026-09-01T10:${10 + (n % 50)}`,
        kind: 'change',
        title: `Amount ${n} → ${n + 1}`,
        detail: '',
        who: '',
      });
    sample.timeline.splice(
      1,
      0,
      {
        at: '2026-11-10T10:00',
        kind: 'interaction',
        title: 'Email: Offer',
        detail: '',
        who: '',
        tab: 'interactions',
        id: 'I-2',
      },
      { at: '2026-11-09T10:00', kind: 'change', title: 'Amount 5 → 6, Stage Lead → Proposal', detail: '', who: '' },
    );
    const { page } = await sidebar(sample);
    await openRecord(page, 'Fleet tracking');
    const moments = page.locator('.timeline > li');
    const filters = page.getByRole('group', { name: 'Show in timeline' });
    expect(await filters.getByRole('button').allTextContents()).toEqual([
      'All',
      'Interactions',
      'Emails',
      'Tasks',
      'Stages',
      'Changes',
    ]);
    expect(await moments.count()).toBe(15);
    await filters.getByRole('button', { name: 'Emails' }).click();
    expect(await moments.locator('.words > :first-child').allTextContents()).toEqual(['Email: Offer']);
    await filters.getByRole('button', { name: 'Stages' }).click();
    expect(await moments.locator('.words > :first-child').allTextContents()).toEqual([
      'Amount 5 → 6, Stage Lead → Proposal',
    ]);
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await filters.getByRole('button', { name: 'Changes' }).click();
    expect(await moments.count()).toBe(15);
    await page.getByRole('button', { name: 'Show older' }).click();
    expect(await moments.count()).toBe(61);
    await page.getByRole('button', { name: 'Older changes are in History' }).waitFor();
  });
});

describe('logging', () => {
  it('takes two presses besides what is typed: the kind, and Save; it shows in the timeline at once', async () => {
    const { page, server } = await sidebar();
    await openRecord(page, 'Fleet tracking');
    const open = gate(server);
    await page.getByRole('button', { name: 'Log meeting' }).click();
    await page.keyboard.type('Price');
    await box(page, 'Outcome').fill('They agree');
    await box(page, 'Next step').fill('Send contract');
    await page.getByRole('button', { name: 'Save meeting' }).click();
    await page.locator('.timeline').getByText('Meeting: Price').waitFor();
    expect(await box(page, 'Outcome').isVisible()).toBe(false);
    open();
    await page.getByText('Meeting logged.').waitFor();
    await page.locator('.timeline').getByText('Meeting: Price').waitFor();
    const saved = server.calls.filter(([name]) => name === 'saveRecord').map(([, input]) => input);
    expect(saved).toMatchObject([
      { tab: 'interactions', changes: { kind: 'Meeting', subject: 'Price', outcome: 'They agree', deal: 'D-1' } },
      { tab: 'tasks', changes: { title: 'Send contract', deal: 'D-1', contact: 'C-1', status: 'Open' } },
    ]);
    await page.getByRole('button', { name: 'Log call' }).waitFor();
  });

  it('needs no subject where there is an outcome', async () => {
    const { page, server } = await sidebar();
    await openRecord(page, 'Fleet tracking');
    await page.getByRole('button', { name: 'Log call' }).click();
    await box(page, 'Outcome').fill('No answer');
    await page.getByRole('button', { name: 'Save call' }).click();
    await page.getByText('Call logged.').waitFor();
    expect(server.calls.find(([name]) => name === 'saveRecord')?.[1]).toMatchObject({
      changes: { subject: 'No answer', outcome: 'No answer' },
    });
  });

  it('begins from a result of the search, by its button and by a key', async () => {
    const { page } = await sidebar();
    await page.getByRole('textbox', { name: 'Search' }).fill('oven');
    const results = page.getByRole('list', { name: 'Results' });
    await results.getByRole('button', { name: 'Log call' }).click();
    await page.getByRole('button', { name: 'Save call' }).waitFor();
    await eventually(() =>
      page.getByRole('textbox', { name: 'Subject' }).evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await results.getByRole('button', { name: 'Log call' }).waitFor();
    await page.getByRole('textbox', { name: 'Search' }).focus();
    await page.keyboard.press('ArrowDown');
    await eventually(() => results.locator(':focus').count()).toBe(1);
    await page.keyboard.press('l');
    await page.getByRole('button', { name: 'Save call' }).waitFor();
  });

  it('that is refused takes the entry back and brings what was typed back, wherever the person is', async () => {
    const { page, server } = await sidebar();
    await openRecord(page, 'Fleet tracking');
    await page.getByRole('button', { name: 'Log call' }).click();
    await page.keyboard.type('Pilot');
    server.nextSave = busy;
    await page.getByRole('button', { name: 'Save call' }).click();
    await page.getByRole('alert').getByText('Not saved.').waitFor();
    await eventually(() => page.getByRole('textbox', { name: 'Subject' }).inputValue()).toBe('Pilot');
    expect(await page.locator('.timeline').getByText('Call: Pilot').count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    server.nextSave = busy;
    const open = gate(server);
    await page.getByRole('button', { name: 'Save call' }).click();
    await page.locator('.timeline').getByText('Call: Pilot').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('list', { name: 'Results' }).waitFor();
    open();
    await page.getByText(/^Not logged: /).waitFor();
    await page.getByRole('button', { name: 'Back to it' }).click();
    await eventually(() => page.getByRole('textbox', { name: 'Subject' }).inputValue()).toBe('Pilot');
    await page.getByRole('button', { name: 'Save call' }).click();
    await page.getByText('Call logged.').waitFor();
    expect([...server.records.values()].filter(({ name }) => name === 'Pilot')).toHaveLength(1);
  });
});

it('by keyboard alone: find, open, edit, save, log a call, and on to the next', async () => {
  const { page, server } = await sidebar();
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('search');
  await page.keyboard.type('halvorsen');
  await page.getByRole('list', { name: 'Results' }).waitFor();
  await page.keyboard.press('ArrowDown');
  const entry = () => page.evaluate(() => document.activeElement?.querySelector('.name')?.textContent ?? '');
  await eventually(entry).not.toBe('');
  const first = await entry();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: first }).waitFor();
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 60 && (await focused(page)) !== name; presses++) await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(name);
  };
  await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
  await page.locator('h1').focus();
  await page.keyboard.press('Shift+Tab');
  for (let presses = 0; presses < 10 && (await focused(page)) !== 'Edit'; presses++)
    await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
  for (let presses = 0; presses < 30; presses++) {
    if ((await page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent)) === 'Notes')
      break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('Met in Bergen. ');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Saved.').waitFor();
  await page.locator('h1').focus();
  await tabTo('Log call');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Price');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Call logged.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('list', { name: 'Results' }).waitFor();
  await eventually(entry).toBe(first);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Details' }).waitFor();
  expect(await page.locator('h1').textContent()).not.toBe(first);
  const saved = server.calls.filter(([name]) => name === 'saveRecord').map(([, input]) => (input as SaveInput).tab);
  expect(saved.slice(-1)).toEqual(['interactions']);
  expect(saved).toHaveLength(2);
});
