// History in the sidebar over the compiled add-on: reading it, undoing, putting one field back, restoring, undoing by person, room.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import type { SaveResult } from '../../src/rpc/contract';
import { admin, forgetPrepared, openWorld, type World } from '../workbook/world';
import { axe, fitsWidth, type PanelOptions } from './harness';
import { usePanels } from './setup';

const ben = 'ben@example.com';
const { panel } = usePanels();
const names = [
  ...['start', 'findRecords', 'getRecord', 'saveRecord', 'deleteRecord', 'undoChangeSet', 'followUps', 'report'],
  ...['history', 'putBackField', 'deletedRecords', 'restoreRecord', 'undoChangesBy', 'workbookSize'],
];

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.type('Team', 3, 'Email', [[ben]], true);
  await world.type('Team', 3, 'Name', [['Ben Ash']], true);
  await world.type('Team', 3, 'Role', [['rep']], true);
  await world.type('Team', 3, 'Active', [['TRUE']], true);
  await save('companies', { name: 'Northwind Bakeries' });
  await save('contacts', { firstName: 'Ann', lastName: 'Berg', city: 'Rome', company: 'CO-1' });
  await save('contacts', { city: 'Oslo', jobTitle: 'Buyer' }, 'C-1', ben);
});
afterEach(() => world.close());
afterAll(forgetPrepared);

async function save(tab: string, changes: object, id?: string, user = admin): Promise<string> {
  const saved = await world.ask<SaveResult>('saveRecord', { tab, ...(id ? { id } : {}), changes }, user);
  if (saved.status !== 'saved') throw new Error(JSON.stringify(saved));
  return saved.changeSet;
}

function open(user = admin, options?: PanelOptions): Promise<Page> {
  const functions = names.map((name) => [name, (input: object) => world.reply(name, input, user)] as const);
  return panel('sidebar', Object.fromEntries(functions), options);
}

async function openHistory(user = admin, options?: PanelOptions): Promise<Page> {
  const page = await open(user, options);
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('list').getByText('City Rome → Oslo').waitFor();
  return page;
}

async function soundAt300(page: Page): Promise<void> {
  expect(await axe(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
}

const city = () => world.rows('Contacts')[0]?.cells.City ?? null;

it('tells who changed what in words, and leads to the record', async () => {
  const page = await openHistory();
  const entries = page.locator('ol.timeline > li');
  expect(await entries.count()).toBe(3);
  const first = entries.first();
  expect(await first.textContent()).toMatch(/Ann Berg.*City Rome → Oslo.*Ben Ash/s);
  await first.locator('summary').click();
  await first.getByText('Job title', { exact: true }).waitFor();
  await soundAt300(page);
  await first.getByRole('button', { name: 'Ann Berg', exact: true }).click();
  await page.getByRole('heading', { name: 'Ann Berg' }).waitFor();
  await page.getByRole('button', { name: 'History', exact: true }).click();
  await page.getByRole('heading', { name: 'History of Ann Berg' }).waitFor();
  await page.getByText('Created').first().waitFor();
  expect(await page.locator('ol.timeline > li').count()).toBe(2);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Details' }).waitFor();
});

it('undoes a change set, says what was left alone, and marks it', async () => {
  await save('contacts', { city: 'Bern' }, 'C-1');
  const page = await openHistory();
  await page.getByRole('button', { name: /^Undo the change of .* by Ben Ash: Ann Berg$/ }).click();
  await page.getByText('1 record put back.').waitFor();
  await page.getByText('C-1 City: It was changed since.').waitFor();
  await soundAt300(page);
  expect([city(), world.rows('Contacts')[0]?.cells['Job title'] ?? null]).toEqual(['Bern', null]);
  await page.getByRole('button', { name: /^Undo rest of the change/ }).waitFor();
});

it('asks before many records are undone', async () => {
  await world.ask('saveRecords', {
    tab: 'contacts',
    records: [{ changes: { firstName: 'Bea' } }, { changes: { firstName: 'Cid' } }, { changes: { firstName: 'Dee' } }],
  });
  const page = await openHistory();
  await page.locator('ol.timeline > li').first().getByRole('button', { name: /^Undo/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Undo the change of 3 records?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(world.rows('Contacts').length).toBe(4);
  await page.locator('ol.timeline > li').first().getByRole('button', { name: /^Undo/ }).click();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('3 records put back.').waitFor();
  expect(world.rows('Contacts').length).toBe(1);
});

it('puts one field back after saying what it holds now', async () => {
  await save('contacts', { city: 'Bern' }, 'C-1');
  const page = await openHistory();
  const entry = page.locator('ol.timeline > li').nth(1);
  await entry.locator('summary').click();
  await entry.getByRole('button', { name: 'Put back City of Ann Berg' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put back City?' });
  expect(await dialog.textContent()).toMatch(/Holds nowBernGoes back toRome/);
  await save('contacts', { city: 'Lyon' }, 'C-1', ben);
  await dialog.getByRole('button', { name: 'Put back' }).click();
  await dialog.getByText('It was changed in this moment.').waitFor();
  expect(await dialog.textContent()).toMatch(/Holds nowLyonGoes back toRome/);
  await soundAt300(page);
  await dialog.getByRole('button', { name: 'Put back' }).click();
  await page.getByText('City put back.').waitFor();
  // The question closed: the focus is where it was asked from.
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Put back City of Ann Berg');
  expect(city()).toBe('Rome');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('Undone.').waitFor();
  expect(city()).toBe('Lyon');
});

it('lists deleted records by name, and restores one with what it has lost', async () => {
  await world.ask('deleteRecord', { tab: 'contacts', id: 'C-1' });
  await world.ask('deleteRecord', { tab: 'companies', id: 'CO-1' });
  const page = await open();
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Deleted records' }).click();
  await page.getByText('Northwind Bakeries').waitFor();
  await soundAt300(page);
  await page.getByRole('textbox', { name: 'Search deleted records' }).fill('berg');
  await page.getByText('Northwind Bakeries').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Restore Ann Berg' }).click();
  await page.getByText(/Company is Northwind Bakeries \(CO-1\), which is deleted too/).waitFor();
  await page.getByRole('heading', { name: 'Ann Berg' }).waitFor();
  expect(world.rows('Contacts')[0]?.cells.ID).toBe('C-1');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
});

it('undoes all changes of a person: a preview, the outcome, and the way back', async () => {
  const page = await openHistory();
  await page.getByRole('button', { name: 'Undo by person' }).click();
  await page.getByRole('button', { name: 'Show what would be undone' }).click();
  await page.getByText('Choose a person and a day.').waitFor();
  await page.getByLabel('Whose').selectOption('Ben Ash');
  await page.getByRole('button', { name: 'Show what would be undone' }).click();
  await page.getByText('1 change of 1 record would be undone.').waitFor();
  await soundAt300(page);
  expect(city()).toBe('Oslo');
  await page.getByRole('button', { name: 'Undo 1 record' }).click();
  await page.getByText('1 record put back.').waitFor();
  expect(city()).toBe('Rome');
  await page.getByRole('button', { name: 'Take this undo back' }).click();
  await page.getByText('Undone.').waitFor();
  expect(city()).toBe('Oslo');
});

it('is read by a rep, for whom there is no undo by person', async () => {
  const page = await openHistory(ben);
  expect(await page.getByRole('button', { name: 'Undo by person' }).count()).toBe(0);
  await page.locator('summary').filter({ hasText: 'Filter' }).click();
  await page.getByLabel('Who', { exact: true }).selectOption('Ben Ash');
  await expect.poll(() => page.locator('ol.timeline > li').count()).toBe(1);
  await page.getByLabel('Tab').selectOption('Deals');
  await page.getByText('There is no such change.').waitFor();
  await soundAt300(page);
});

it('shows the room that is left, by tab', async () => {
  const page = await openHistory();
  await page.getByRole('button', { name: 'Room' }).click();
  await page.getByText(/of 10,000,000 cells, blank ones included/).waitFor();
  const tabs = await page.locator('dl.pairs dt').allTextContents();
  expect(tabs).toEqual(expect.arrayContaining(['Contacts', 'History', '_Ledger Deals']));
  await soundAt300(page);
});

it('says so when it cannot be read', async () => {
  const page = await panel('sidebar', {
    ...Object.fromEntries(names.map((name) => [name, (input: object) => world.reply(name, input)])),
    history: () => ({ ok: false, code: 'no-tab', message: 'The tab “History” is missing.' }),
  });
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByText('The tab “History” is missing.').waitFor();
});

it('writes money and people as the record’s page does, and long values only as far as wanted', async () => {
  const notes = `${'A long story. '.repeat(350)}${'x'.repeat(300)}`;
  await save('deals', { name: 'Crane', stage: 'Lead', amount: 9, owner: admin });
  await save('deals', { amount: 12000, owner: ben, notes }, 'D-1');
  const page = await openHistory();
  const entry = page.locator('ol.timeline > li').first();
  await entry.getByText(/Amount \$9 → \$12,000, Owner Admin → Ben Ash/).waitFor();
  expect(await entry.locator('[title="ben@example.com"]').first().textContent()).toBe('Ben Ash');
  await entry.locator('summary').click();
  const low = (await entry.boundingBox())?.height ?? 0;
  await soundAt300(page);
  await entry.getByRole('button', { name: 'Show all of Notes' }).click();
  await entry.getByText(notes).waitFor();
  expect((await entry.boundingBox())?.height ?? 0).toBeGreaterThan(low + 1_000);
  await soundAt300(page);
  await entry.getByRole('button', { name: 'Show less of Notes' }).press('Enter');
  expect((await entry.boundingBox())?.height ?? 0).toBe(low);
});

it('offers nothing after a whole undo, and the focus goes to what came of it', async () => {
  const page = await openHistory();
  await page.getByRole('button', { name: /by Ben Ash: Ann Berg$/ }).press('Enter');
  const focused = () => page.locator(':focus').textContent();
  await expect.poll(focused, { timeout: 60_000 }).toMatch(/^Undone Admin, /);
  const entry = page.locator('ol.timeline > li').nth(1);
  expect(await entry.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
  await soundAt300(page);
});

it('offers a rep no undo of a record of somebody else', async () => {
  await save('contacts', { firstName: 'Cid', owner: admin });
  const page = await openHistory(ben);
  const entries = page.locator('ol.timeline > li');
  expect(await entries.first().textContent()).toContain('Cid');
  expect(
    await entries
      .first()
      .getByRole('button', { name: /^(Undo|Put back)/ })
      .count(),
  ).toBe(0);
  expect(await entries.nth(1).getByRole('button', { name: /^Undo/ }).count()).toBe(1);
});

it('keeps the focus on the way of an undo by person', async () => {
  const page = await openHistory();
  await page.getByRole('button', { name: 'Undo by person' }).press('Enter');
  await page.getByLabel('Whose').selectOption('Ben Ash');
  const focused = () => page.locator(':focus').textContent();
  await page.getByRole('button', { name: 'Show what would be undone' }).press('Enter');
  await expect.poll(focused).toBe('1 change of 1 record would be undone.');
  await page.getByRole('button', { name: 'Undo 1 record' }).press('Enter');
  await expect.poll(focused).toBe('1 record put back.');
  await page.getByRole('button', { name: 'Take this undo back' }).press('Enter');
  await expect.poll(focused).toBe('Undo all changes of a person');
});
