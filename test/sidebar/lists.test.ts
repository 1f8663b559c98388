// The window of saved lists over the compiled add-on: making and keeping lists, who sees which, working through one, changing many
// records at once, and taking them elsewhere.
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { filterText } from '../../src/domain/segment';
import type { SaveManyInput } from '../../src/rpc/contract';
import { eventually } from '../e2e/eventually';
import { admin, type World } from '../workbook/world';
import { rep, useFreshWorld } from './fresh-world';
import { axe, fitsWidth, type PanelOptions } from './harness';
import { usePanels } from './setup';
import { type WorldServer, worldServer } from './world-server';

const { panel } = usePanels();
const wide = { width: 1240, height: 700 };
const freshWorld = useFreshWorld({ withRep: true });
let world: World;
beforeEach(() => {
  world = freshWorld();
});

async function make(tab: string, records: object[]): Promise<void> {
  await world.ask('saveRecords', { tab, records: records.map((changes) => ({ changes })) });
}

const people = [
  { firstName: 'Ada', status: 'Lead', city: 'Oslo', owner: rep, tags: ['fleet'] },
  { firstName: 'Bo', status: 'Customer', city: 'Bergen' },
  { firstName: 'Cy', status: 'Customer', city: 'Oslo', notes: '=1+1' },
];

async function lists(user: string = admin, options: PanelOptions = wide): Promise<{ page: Page; server: WorldServer }> {
  const server = worldServer(world, user);
  return { page: await panel('lists', server.functions, options), server };
}

const cells = (title: string) => world.rows(title).map((row) => row.cells);
const names = (page: Page) => page.locator('tbody th').allTextContents();
const rail = (page: Page, group: string) => page.getByRole('region', { name: group, exact: true });
const condition = (page: Page, at: number) => page.getByRole('listitem', { name: `Condition ${at}`, exact: true });

async function addList(fields: { [header: string]: string | boolean }): Promise<void> {
  const row = { name: 'Oslo', owner: null, shared: false, tab: 'Contacts', filter: '', ...fields };
  await world.ask('adminRows', { tab: 'lists', changes: [{ after: row }] });
}
const inOslo = filterText({ join: 'all', conditions: [{ field: 'city', op: 'is', value: 'Oslo' }] });

describe('a list', () => {
  it('is made with rows and count at once, saved, undone and saved again', async () => {
    await make('contacts', people);
    const { page, server } = await lists();
    await page.getByText('3 contacts of 3').waitFor();
    await rail(page, 'New list of').getByRole('button', { name: 'Contacts' }).click();
    await page.getByRole('button', { name: 'Add a condition' }).click();
    await condition(page, 1).getByLabel('Field').selectOption('City');
    await condition(page, 1).getByLabel('What of it').selectOption('is');
    await page.getByText('say which text').waitFor();
    await condition(page, 1).getByLabel('Value for City').fill('oslo');
    await page.getByText('2 contacts of 3').waitFor();
    expect(await names(page)).toEqual(['Ada', 'Cy']);
    await page.getByRole('button', { name: 'Add a condition' }).click();
    await condition(page, 2).getByLabel('Field').selectOption('Tags');
    await condition(page, 2).getByLabel('Value for Tags').fill('fleet');
    await page.getByText('1 contact of 3').waitFor();
    await page.getByLabel('How conditions are joined').selectOption('any of these');
    await page.getByText('2 contacts of 3').waitFor();
    await page.getByLabel('Name of the list').fill('=Oslo');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await rail(page, 'My lists').getByRole('button', { name: '=Oslo' }).waitFor();
    const filter = filterText({
      join: 'any',
      conditions: [
        { field: 'city', op: 'is', value: 'oslo' },
        { field: 'tags', op: 'anyOf', value: ['fleet'] },
      ],
    });
    expect(cells('Lists')).toMatchObject([
      { Name: '=Oslo', Owner: admin, Shared: false, Tab: 'Contacts', Filter: filter },
    ]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
    await eventually(async () => cells('Lists').length).toBe(0);
    expect(server.calls.filter(([name]) => name === 'recordRows')).toHaveLength(1);
  });

  it('keeps what was changed and not saved while another one is open, and says so', async () => {
    await make('contacts', people);
    await addList({ filter: inOslo });
    await addList({ name: 'All', shared: true });
    const { page } = await lists();
    await page.getByText('2 contacts of 3').waitFor();
    await page.getByRole('group').getByText('Conditions').click();
    await condition(page, 1).getByLabel('Value for City').fill('Bergen');
    await page.getByText('1 contact of 3').waitFor();
    await rail(page, 'My lists').getByRole('button', { name: /^All/ }).click();
    await page.getByText('3 contacts of 3').waitFor();
    await rail(page, 'My lists')
      .getByRole('button', { name: /^Oslo.*Not saved/ })
      .click();
    await page.getByText('1 contact of 3').waitFor();
  });

  it('shared by somebody else shows whose it is, and is saved as one’s own', async () => {
    await make('contacts', people);
    await addList({ shared: true, filter: inOslo });
    await addList({ name: 'Private' });
    const { page } = await lists(rep);
    await rail(page, 'Of the team').getByRole('button', { name: 'Oslo' }).click();
    await page.getByText('2 contacts of 3').waitFor();
    expect(await page.getByRole('button', { name: 'Private' }).count()).toBe(0);
    await page.getByRole('group').getByText('Conditions').click();
    await page.getByRole('button', { name: 'Save as mine' }).click();
    await rail(page, 'My lists').getByRole('button', { name: /^Oslo/ }).waitFor();
    expect(cells('Lists').map(({ Owner }) => Owner)).toEqual([admin, admin, rep]);
  });

  it('that somebody else changed meanwhile is not overwritten; what was typed stays', async () => {
    await make('contacts', people);
    await addList({ filter: inOslo });
    const { page } = await lists();
    await page.getByText('2 contacts of 3').waitFor();
    await page.getByRole('group').getByText('Conditions').click();
    await page.getByLabel('Name of the list').fill('Mine');
    await world.type('Lists', 2, 'Name', [['Theirs']], true);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody changed or deleted this list meanwhile').waitFor();
    expect(await page.getByLabel('Name of the list').inputValue()).toBe('Mine');
    expect(cells('Lists')).toMatchObject([{ Name: 'Theirs' }]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved “Mine”.').waitFor();
    expect(cells('Lists')).toMatchObject([{ Name: 'Theirs' }, { Name: 'Mine' }]);
  });

  it('that nobody can read says what is wrong with it and harms no other', async () => {
    await make('contacts', people);
    await addList({
      name: '<b>Bad</b>',
      shared: true,
      filter: '{"conditions":[{"field":"custom:Gone","op":"blank"}]}',
    });
    await addList({ name: 'Lost', tab: 'Invoices', filter: '{' });
    const { page } = await lists();
    await rail(page, 'My lists')
      .getByRole('button', { name: /^<b>Bad<\/b>.*Cannot be read/ })
      .click();
    await page.getByText('There is no field “custom:Gone”.').waitFor();
    await page.getByText('Put row 2 of the tab Lists right').waitFor();
    await rail(page, 'My lists').getByRole('button', { name: /^Lost/ }).click();
    await page.getByText('is no tab that lists are made of').waitFor();
    await page.getByRole('button', { name: 'Delete list' }).click();
    await page.getByText('Deleted the list “Lost”.').waitFor();
    expect(cells('Lists')).toMatchObject([{ Name: '<b>Bad</b>' }]);
  });

  it('says what failed, and goes on when it is asked again', async () => {
    await make('contacts', people);
    const server = worldServer(world, admin);
    server.failing.add('recordRows');
    const page = await panel('lists', server.functions, wide);
    await page.getByText('No connection to Google').waitFor();
    server.failing.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('3 contacts of 3').waitFor();
    server.failing.add('adminRows');
    await page.getByLabel('Name of the list').fill('All');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').getByText('No connection to Google').waitFor();
    expect(await page.getByLabel('Name of the list').inputValue()).toBe('All');
  });
});

describe('a bulk edit', () => {
  const open = async (page: Page, what: string) => {
    await page.getByRole('button', { name: /^Change/ }).click();
    await page.getByLabel('What to do').selectOption(what);
  };

  it('changes chosen records in one change set and can be undone', async () => {
    await make('contacts', people);
    const { page, server } = await lists();
    await page.getByRole('checkbox', { name: 'Choose Ada' }).click();
    await page.getByRole('checkbox', { name: 'Choose Cy' }).click();
    await open(page, 'Add to Tags');
    await page.getByPlaceholder('Add, then Enter').last().fill('vip, Fleet,');
    await page.getByRole('dialog').getByRole('button', { name: 'Change 2' }).click();
    await page.getByRole('dialog').getByText('2 records changed.').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    expect(cells('Contacts').map(({ Tags }) => Tags)).toEqual(['fleet, vip', null, 'vip, Fleet']);
    expect(server.calls.filter(([name]) => name === 'saveRecords')).toHaveLength(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
    expect(cells('Contacts').map(({ Tags }) => Tags)).toEqual(['fleet', null, null]);
  });

  it('leaves alone what is not one’s own and what was changed meanwhile, and says so', async () => {
    await make('deals', [
      { name: 'Mine', stage: 'Lead', owner: rep },
      { name: 'Moved', stage: 'Lead', owner: rep },
      { name: 'Theirs', stage: 'Lead', owner: admin },
    ]);
    const { page } = await lists(rep);
    await rail(page, 'New list of').getByRole('button', { name: 'Deals' }).click();
    await page.getByText('3 deals of 3').waitFor();
    await world.type('Deals', 3, 'Stage', [['Qualified']], true);
    await open(page, 'Set Stage');
    await page.getByText('1 of them is not yours to change').waitFor();
    await page.getByLabel('New Stage').selectOption('Lost');
    await page.getByRole('button', { name: 'Change 2' }).click();
    await page.getByText('This is needed for the stage chosen.').waitFor();
    await page.getByRole('combobox', { name: 'Lost reason' }).fill('Price');
    await page.getByRole('button', { name: 'Change 2' }).click();
    await page.getByText('1 record left as before').waitFor();
    await page.getByText('Moved: Somebody changed it meanwhile.').waitFor();
    expect(cells('Deals')).toMatchObject([
      { Stage: 'Lost', 'Lost reason': 'Price' },
      { Stage: 'Qualified' },
      { Stage: 'Lead' },
    ]);
  });

  it('of many goes in steps, goes on after a failed one, and is one undo', async () => {
    await make(
      'contacts',
      Array.from({ length: 130 }, (_, at) => ({ firstName: `P${String(at).padStart(3, '0')}` })),
    );
    const server = worldServer(world, admin);
    let steps = 0;
    const save = server.functions.saveRecords as (input: SaveManyInput) => unknown;
    server.functions.saveRecords = (input: SaveManyInput) => {
      steps += 1;
      if (steps === 2) throw new Error('NetworkError: HTTP 0');
      return save(input);
    };
    const page = await panel('lists', server.functions, wide);
    await page.getByText('130 contacts of 130').waitFor();
    await open(page, 'Set City');
    await page.getByLabel('New City').fill('Oslo');
    await page.getByRole('button', { name: 'Change 130' }).click();
    await page.getByText('60 records changed, 70 still to do.').waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('130 records changed.', { exact: true }).first().waitFor();
    const sets = new Set(
      cells('History').flatMap((row) => (row.Summary?.toString().includes('Oslo') ? [row['Change set']] : [])),
    );
    expect(sets.size).toBe(1);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText('Undone.').waitFor();
    expect(cells('Contacts').filter(({ City }) => City === 'Oslo')).toEqual([]);
  });
});

describe('working through', () => {
  it('goes from record to record by keyboard alone, edits on the way, and remembers the place', async () => {
    await make('contacts', people);
    const { page } = await lists();
    await page.getByRole('button', { name: 'Work through' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ada' }).waitFor();
    await page.keyboard.press('Alt+ArrowRight');
    await page.getByRole('heading', { name: 'Bo' }).waitFor();
    await page.getByText('2 of 3').waitFor();
    await page.getByRole('button', { name: 'Edit City' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'City' }).fill('Oslo');
    await page.keyboard.press('Enter');
    await eventually(async () => cells('Contacts')[1]?.City).toBe('Oslo');
    await page.getByRole('button', { name: 'Edit City' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('3 contacts of 3').waitFor();
    await page.getByRole('button', { name: 'Go on working through' }).click();
    await page.getByRole('heading', { name: 'Bo' }).waitFor();
    await page
      .getByRole('navigation', { name: 'Records to work through' })
      .getByRole('button', { name: 'Next', exact: true })
      .click();
    await page.getByRole('heading', { name: 'Cy' }).waitFor();
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await page.getByRole('button', { name: 'From the first' }).click();
    await page.getByRole('heading', { name: 'Ada' }).waitFor();
  });

  it('asks before a form with unsaved changes is left', async () => {
    await make('contacts', people);
    const { page } = await lists();
    await page.getByRole('button', { name: 'Bo', exact: true }).click();
    await page.getByRole('heading', { name: 'Details' }).waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Job title').fill('Cook');
    await page.keyboard.press('Alt+ArrowRight');
    await page.getByRole('button', { name: 'Keep editing' }).click();
    expect(await page.getByLabel('Job title').inputValue()).toBe('Cook');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('heading', { name: 'Cy' }).waitFor();
  });
});

it('an export holds all fields, and nothing live for another program', async () => {
  await make('companies', [{ name: 'Acme, Inc' }]);
  await make(
    'contacts',
    people.map((one) => ({ ...one, company: 'CO-1' })),
  );
  const { page } = await lists();
  await page.getByText('3 contacts of 3').waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export all' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^Contacts \d{4}-\d\d-\d\d\.csv$/);
  const csv = await readFile(await file.path(), 'utf8');
  const { data } = Papa.parse<{ [header: string]: string }>(csv.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data.map((row) => row['First name'])).toEqual(['Ada', 'Bo', 'Cy']);
  expect(data[2]).toMatchObject({ Notes: "'=1+1", Company: 'Acme, Inc (CO-1)', Status: 'Customer' });
});

it('five thousand records stay smooth: only a page of them is drawn, and a key draws no more', async () => {
  const server = worldServer(world, admin);
  const rows = Array.from({ length: 5000 }, (_, at) => ({
    id: `C-${at + 1}`,
    labels: {},
    fields: { firstName: `P${at}`, city: at % 2 ? 'Oslo' : 'Bergen' },
  }));
  server.functions.recordRows = () => ({ ok: true, value: { rows, next: null, moved: false, total: rows.length } });
  const page = await panel('lists', server.functions, wide);
  await page.getByText('5,000 contacts of 5,000').waitFor();
  expect(await page.locator('tbody tr').count()).toBe(50);
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByText('51 to 100 of 5,000').waitFor();
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await condition(page, 1).getByLabel('Field').selectOption('City');
  await condition(page, 1).getByLabel('Value for City').pressSequentially('Osl');
  await page.getByText('2,500 contacts of 5,000').waitFor();
  expect(await page.locator('tbody tr').count()).toBe(50);
});

describe('for everybody', () => {
  it.each([
    ['light', { ...wide }],
    ['dark', { ...wide, dark: true }],
    ['a phone', { width: 390, height: 800, touch: true }],
  ])('axe finds nothing: %s', async (_, options) => {
    await make('contacts', [...people, { firstName: 'Very '.repeat(60), notes: 'x'.repeat(3000) }]);
    await addList({ name: 'A name that goes on and on '.repeat(6), filter: inOslo });
    await addList({ name: 'Bad', filter: '{' });
    const { page } = await lists(admin, options);
    await page.getByText('2 contacts of 4').waitFor();
    await page.getByRole('group').getByText('Conditions').click();
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await page.getByRole('button', { name: /^Change all/ }).click();
    await page.getByLabel('What to do').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Work through' }).click();
    await page.getByRole('heading', { name: 'Details' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await rail(page, 'My lists').getByRole('button', { name: /^Bad/ }).click();
    await page.getByText('Its Filter cannot be read.').waitFor();
    expect(await axe(page)).toEqual([]);
  });

  it('a workbook without records, and a viewer, are told what there is', async () => {
    await world.type('Team', 4, 'Email', [['vera@example.com', 'Vera', 'viewer']]);
    const { page } = await lists('vera@example.com');
    await page.getByText('There are no contacts in this workbook yet.').waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  });
});
