// The window for taking the data along and for leaving, over the compiled add-on: files as a browser saves them, and a workbook after it.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../e2e/eventually';
import { admin, type World } from '../workbook/world';
import { rep, useFreshWorld } from './fresh-world';
import { axe, fitsWidth, type PanelOptions } from './harness';
import { usePanels } from './setup';
import { type WorldServer, worldServer } from './world-server';

const { panel } = usePanels();
const wide = { width: 760, height: 640 };
const freshWorld = useFreshWorld({ withRep: true });
let world: World;
beforeEach(() => {
  world = freshWorld();
});

async function exporting(
  user: string = admin,
  options: PanelOptions = wide,
): Promise<{ page: Page; server: WorldServer }> {
  const server = worldServer(world, user);
  const page = await panel('export', server.functions, options);
  await page.getByRole('heading', { name: 'Take the data along' }).waitFor();
  return { page, server };
}

const save = async (tab: string, changes: object) => {
  const { result } = await world.run('saveRecord', { tab, changes }, admin);
  expect(result).toMatchObject({ ok: true, value: { status: 'saved' } });
};

async function someRecords() {
  await save('companies', { name: 'Halberg GmbH', domain: 'halberg.example' });
  await save('contacts', { firstName: '=Vera', lastName: 'Lind', email: 'vera@halberg.example', company: 'CO-1' });
  await save('deals', { name: 'Big one', stage: 'Lead', amount: 1200, company: 'CO-1', contact: 'C-1' });
}

/** Clicks the button and answers the file's name and content. */
async function downloaded(page: Page, name: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Download ${name}` }).click(),
  ]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

const files = (page: Page) => page.getByRole('listitem').locator('.name').allTextContents();

describe('files', () => {
  it('are made for the program that is chosen, and hold what the workbook holds', async () => {
    await someRecords();
    const { page } = await exporting();
    await eventually(() => files(page)).toEqual(['contacts.csv', 'companies.csv', 'deals.csv']);
    const { name, text } = await downloaded(page, 'contacts.csv');
    expect(name).toMatch(/^contacts \d{4}-\d{2}-\d{2}\.csv$/);
    expect(text).toContain("'=Vera");
    expect(text).toContain('Halberg GmbH (CO-1)');
    await page.getByRole('button', { name: 'HubSpot' }).click();
    await eventually(() => files(page)).toEqual(['hubspot-companies.csv', 'hubspot-contacts.csv', 'hubspot-deals.csv']);
    const deals = await downloaded(page, 'hubspot-deals.csv');
    expect(deals.text).toContain('Deal Name,Pipeline,Deal Stage');
    expect(deals.text).toContain('Big one,Sales,Lead,1200');
    await page.getByRole('button', { name: 'Pipedrive' }).click();
    await eventually(() => files(page)).toContain('pipedrive-deals.csv');
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
  });

  it('are none in an empty workbook, and it says so', async () => {
    const { page } = await exporting();
    await page.getByText('There is no record to export yet.').waitFor();
  });

  it('can be asked for again when the records could not be read', async () => {
    await someRecords();
    const server = worldServer(world, admin);
    server.failing.add('recordRows');
    const page = await panel('export', server.functions, wide);
    await page.getByRole('alert').first().waitFor();
    server.failing.delete('recordRows');
    await page.getByRole('button', { name: 'Try again' }).click();
    await eventually(() => files(page)).toContain('deals.csv');
  });

  it('fit a narrow window in dark colours', async () => {
    await someRecords();
    const { page } = await exporting(admin, { width: 360, height: 740, dark: true });
    await eventually(() => files(page)).toContain('deals.csv');
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
  });
});

describe('leaving', () => {
  const hidden = () =>
    world.engine
      .session('')
      .sheets()
      .flatMap((sheet) => (sheet.hidden ? [sheet.title] : []));

  it('asks once more, takes the hidden tabs away, and says what is left to do', async () => {
    await someRecords();
    const { page } = await exporting();
    await page.getByRole('button', { name: 'Remove Rowbook…' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(hidden()).not.toEqual([]);
    await page.getByRole('button', { name: 'Remove Rowbook…' }).click();
    const question = page.getByRole('dialog');
    await question.getByText('This cannot be undone.').waitFor();
    expect(await axe(page)).toEqual([]);
    await question.getByRole('button', { name: 'Remove Rowbook' }).click();
    await page.getByText('Rowbook is removed from this workbook.').waitFor();
    expect(hidden()).toEqual([]);
    expect(await page.getByRole('button', { name: /Download|Remove/ }).count()).toBe(0);
  });

  it('is not for reps', async () => {
    const { page } = await exporting(rep);
    await page.getByText('Only admins remove Rowbook.').waitFor();
    expect(await page.getByRole('button', { name: 'Remove Rowbook…' }).count()).toBe(0);
  });

  it('says why it could not, and can be tried again', async () => {
    const { page, server } = await exporting();
    server.failing.add('removeRowbook');
    await page.getByRole('button', { name: 'Remove Rowbook…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove Rowbook' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Remove Rowbook…' }).waitFor();
    expect(hidden()).not.toEqual([]);
  });
});
