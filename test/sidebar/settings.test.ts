// The window of settings over the compiled add-on: what each section changes, what is refused, who may, and stages that are renamed with
// their deals.
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../e2e/eventually';
import { admin, type World } from '../workbook/world';
import { rep, useFreshWorld } from './fresh-world';
import { axe, fitsWidth, type PanelOptions } from './harness';
import { usePanels } from './setup';
import { type WorldServer, worldServer } from './world-server';

const { panel } = usePanels();
const wide = { width: 1080, height: 700 };
const freshWorld = useFreshWorld({ withRep: true });
let world: World;
beforeEach(() => {
  world = freshWorld();
});

async function settings(
  user: string = admin,
  options: PanelOptions = wide,
): Promise<{ page: Page; server: WorldServer }> {
  const server = worldServer(world, user);
  const page = await panel('settings', server.functions, options);
  await page.getByRole('heading', { name: 'Team' }).waitFor();
  return { page, server };
}
const cells = (title: string) => world.rows(title).map((row) => row.cells);
const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name }).click();
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const stageNames = () => cells('Settings').flatMap((row) => (row.Setting === 'Stage' ? [row.Name] : []));

describe('the team', () => {
  it('gets a person, whose mistakes are named beside their fields; undo takes them out again', async () => {
    const { page } = await settings();
    await page.getByRole('button', { name: 'Add a person' }).click();
    await save(page);
    await page.getByText('Name is missing.').waitFor();
    await page.getByLabel(/^Name/).fill('=Otto');
    await page.getByLabel('Email').fill(rep.toUpperCase());
    await save(page);
    await page.getByText('Two people have the address').waitFor();
    await page.getByLabel('Email').fill('otto@example.com');
    await page.getByLabel('Digest hour').fill('7');
    await page.getByRole('checkbox', { name: 'Tue' }).check();
    await page.getByRole('checkbox', { name: 'Mon' }).check();
    await save(page);
    await page.getByText('Added the person “=Otto”.').waitFor();
    expect(cells('Team')[2]).toMatchObject({
      Name: '=Otto',
      Email: 'otto@example.com',
      'Digest hour': 7,
      'Working days': 'Mon, Tue',
      Role: 'rep',
    });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
    expect(cells('Team')).toHaveLength(2);
  });

  it('keeps an admin', async () => {
    const { page } = await settings();
    await page.getByRole('button', { name: /^Edit admin/i }).click();
    await page.getByLabel('Role').selectOption('viewer');
    await save(page);
    await page.getByText('must stay admin').waitFor();
    expect(cells('Team')[0]?.Role).toBe('admin');
  });

  it('is not overwritten where somebody was faster; what was typed stays', async () => {
    const { page } = await settings();
    await page.getByRole('button', { name: 'Edit Rita' }).click();
    await page.getByLabel('Role').selectOption('manager');
    await world.type('Team', 3, 'Role', [['viewer']], true);
    await save(page);
    await page.getByText('Somebody changed this meanwhile.').waitFor();
    expect(await page.getByLabel('Role').inputValue()).toBe('manager');
    expect(cells('Team')[1]?.Role).toBe('viewer');
  });

  it('is changed by keyboard alone', async () => {
    const { page } = await settings();
    await page.getByRole('button', { name: 'Edit Rita' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Region').focus();
    await page.keyboard.type('North');
    await page.keyboard.press('Enter');
    await page.getByText('Saved “Rita”.').waitFor();
    await eventually(async () => cells('Team')[1]?.Region).toBe('North');
    await page.keyboard.press('Control+z');
    await page.getByText('Undone.').waitFor();
    await eventually(async () => cells('Team')[1]?.Region).toBe(null);
  });
});

describe('stages', () => {
  const deals = (stage: string, count: number) =>
    world.ask('saveRecords', {
      tab: 'deals',
      records: Array.from({ length: count }, (_, at) => ({ changes: { name: `Deal ${at}`, stage } })),
    });
  const inStages = () => [...new Set(cells('Deals').map(({ Stage }) => Stage))];

  it('are renamed with their deals, which do not begin the stage anew, and renamed back', async () => {
    await deals('Proposal', 70);
    const filter = { join: 'all', conditions: [{ field: 'stage', op: 'anyOf', value: ['Lead', 'Proposal'] }] };
    const after = { name: 'Hot', shared: true, tab: 'Deals', filter: JSON.stringify(filter) };
    await world.ask('adminRows', { tab: 'lists', changes: [{ after }] });
    const asked = () => JSON.parse(String(cells('Lists')[0]?.Filter)).conditions[0].value;
    const since = world.column('Deals', 'Stage since');
    await world.type('Deals', 2, since, [['2026-10-01']], true);
    const before = cells('Deals')[0]?.['Stage since'];
    const { page } = await settings();
    await section(page, 'Pipelines and stages');
    await page.getByRole('button', { name: 'Edit Proposal' }).click();
    await page.getByLabel(/^Name/).fill('Offer');
    await save(page);
    await page.getByText('70 deals stand in it and will be carried over.').waitFor();
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByText('Proposal is called Offer now, with 70 deals.').waitFor();
    expect(stageNames()).toEqual(['Lead', 'Qualified', 'Offer', 'Negotiation', 'Won', 'Lost']);
    expect(inStages()).toEqual(['Offer']);
    expect(asked()).toEqual(['Lead', 'Offer']);
    expect(cells('Deals')[0]?.['Stage since']).toEqual(before);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Offer is called Proposal now, with 70 deals.').waitFor();
    expect(stageNames()).toEqual(['Lead', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost']);
    expect(inStages()).toEqual(['Proposal']);
    expect(asked()).toEqual(['Lead', 'Proposal']);
  });

  it('that deals stand in are not deleted, nor closed under them; a failing call leaves both names', async () => {
    await deals('Proposal', 1);
    const { page, server } = await settings();
    await section(page, 'Pipelines and stages');
    await page.getByRole('button', { name: 'Delete Proposal' }).click();
    await page.getByText('1 deal stands in Proposal.').waitFor();
    await page.getByRole('button', { name: 'Edit Proposal' }).click();
    await page.getByLabel('Outcome').selectOption('won');
    await save(page);
    await page.getByText('pipeline and outcome would change under them').waitFor();
    await page.getByLabel('Outcome').selectOption('open');
    await page.getByLabel(/^Name/).fill('Offer');
    server.failing.add('saveRecords');
    await save(page);
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByText('No connection to Google').waitFor();
    expect(stageNames()).toEqual(['Lead', 'Qualified', 'Offer', 'Negotiation', 'Won', 'Lost', 'Proposal']);
  });

  it('change places, come and go', async () => {
    const { page } = await settings();
    await section(page, 'Pipelines and stages');
    await page.getByRole('button', { name: 'Move Qualified up' }).click();
    await page.getByText('Moved Qualified.').waitFor();
    expect(stageNames().slice(0, 2)).toEqual(['Qualified', 'Lead']);
    await page.getByRole('button', { name: 'Add a stage' }).click();
    await page.getByLabel(/^Name/).fill('Lead');
    await save(page);
    await page.getByText('is there twice').waitFor();
    await page.getByLabel(/^Name/).fill('Talks');
    await page.getByLabel('Probability').fill('33');
    await page.getByLabel('Stall days').fill('9');
    await save(page);
    await page.getByText('Added the stage “Talks”.').waitFor();
    expect(cells('Settings').find(({ Name }) => Name === 'Talks')).toMatchObject({
      Probability: 0.33,
      'Stall days': 9,
    });
    await page.getByRole('button', { name: 'Delete Talks' }).click();
    await page.getByText('Deleted Talks.').waitFor();
    expect(stageNames()).not.toContain('Talks');
  });

  it('only admins rename, and nothing but the stage', async () => {
    await deals('Proposal', 1);
    const input = { tab: 'deals', each: true, renamed: true, records: [{ id: 'D-1', changes: { stage: 'Nowhere' } }] };
    expect(await world.reply('saveRecords', input, rep)).toMatchObject({ ok: false, code: 'not-allowed' });
    await world.ask('saveRecords', { ...input, records: [{ id: 'D-1', changes: { name: 'x', stage: 'Offer' } }] });
    expect(cells('Deals')).toMatchObject([{ Name: 'Deal 0', Stage: 'Offer' }]);
  });
});

describe('the rest', () => {
  it('holidays, rates and single settings are saved, and what cannot be right is said before', async () => {
    const { page, server } = await settings();
    await section(page, 'Reminders and holidays');
    await page.getByLabel('Automation').selectOption('Off');
    await save(page);
    await page.getByText('Saved Automation.').waitFor();
    await page.getByRole('button', { name: 'Add a holiday' }).click();
    await page.getByLabel(/^Date/).fill('2026-12-25');
    await save(page);
    await page.getByText('Added the holiday').waitFor();
    await section(page, 'Currency');
    await page.getByLabel('Workbook currency').fill('euros');
    await page.getByText('Three letters, like EUR.', { exact: true }).waitFor();
    await page.getByLabel('Workbook currency').fill('EUR');
    await save(page);
    await page.getByText('Saved Workbook currency.').waitFor();
    await page.getByRole('button', { name: 'Add a rate' }).click();
    await page.getByLabel(/^Currency/).fill('GBP');
    await page.getByLabel(/^Rate/).fill('many');
    await save(page);
    await page.getByText('The rate of GBP must be a number above 0.').waitFor();
    await page.getByLabel(/^Rate/).fill('1.2');
    await save(page);
    await page.getByText('Added the rate “GBP”.').waitFor();
    await section(page, 'Cloud function');
    await page.getByText('npm run push').waitFor();
    server.failing.add('adminRows');
    await page.getByLabel('Address of the cloud function').fill('https://crm.example.com');
    await save(page);
    await page.getByRole('alert').getByText('No connection to Google').waitFor();
    expect(await page.getByLabel('Address of the cloud function').inputValue()).toBe('https://crm.example.com');
    const rows = cells('Settings');
    const value = (setting: string) => rows.find((row) => row.Setting === setting)?.Value;
    expect([value('Automation'), value('Workbook currency'), value('Currency')]).toEqual(['off', 'EUR', '1.2']);
    expect(rows.some((row) => row.Setting === 'Holiday')).toBe(true);
    expect(cells('History').filter(({ Tab }) => Tab === 'Settings')).toHaveLength(4);
  });

  it('others than admins look, and read why they cannot save', async () => {
    const { page } = await settings(rep);
    await page.getByText('Only admins change settings').waitFor();
    expect(await page.getByRole('button', { name: /^(Add|Edit|Delete|Save)/ }).count()).toBe(0);
    await section(page, 'Currency');
    expect(await page.getByLabel('Workbook currency').isEditable()).toBe(false);
  });

  it('what failed at first is asked again', async () => {
    const server = worldServer(world, admin);
    server.failing.add('adminRows');
    const page = await panel('settings', server.functions, wide);
    await page.getByText('No connection to Google').waitFor();
    server.failing.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Rita').waitFor();
  });
});

describe('rules and templates', () => {
  it('have forms over their tabs, which say that nothing goes by them yet', async () => {
    const { page, server } = await settings();
    expect(
      server.calls.filter(([name, input]) => name === 'adminRows' && JSON.stringify(input).includes('rules')),
    ).toEqual([]);
    await section(page, 'Rules');
    await page.getByText('No rule runs yet in this version.').waitFor();
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await save(page);
    await page.getByText('Name is missing.').waitFor();
    await page.getByLabel(/^Name/).fill('Check-in call');
    await page.getByLabel(/^When/).fill('deal won');
    await page.getByLabel(/^Days/).fill('30');
    await page.getByLabel(/^Then/).fill('task for the owner');
    await page.getByLabel(/^Text/).fill('=How is it going?');
    await save(page);
    await page.getByText('Added the rule “Check-in call”.').waitFor();
    expect(cells('Rules')).toMatchObject([{ Name: 'Check-in call', Days: 30, Text: '=How is it going?' }]);
    await section(page, 'Templates');
    await page.getByText('No mail is written from a template yet').waitFor();
    await page.getByRole('button', { name: 'Add a template' }).click();
    await page.getByLabel(/^Name/).fill('Check-in');
    await page.getByLabel(/^Subject/).fill('Hello');
    await page.getByLabel(/^Body/).fill('How is it going?');
    await save(page);
    await page.getByText('Added the template “Check-in”.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText('Undone.').waitFor();
    expect(cells('Templates')).toEqual([]);
  });
});

it.each([
  ['light', { ...wide }],
  ['dark', { ...wide, dark: true }],
  ['a phone', { width: 390, height: 800, touch: true }],
])('axe finds nothing in any section: %s', async (_, options) => {
  await world.type('Team', 4, 'Name', [['A very long name '.repeat(12)]], true);
  const { page } = await settings(admin, options);
  for (const name of [
    'Team',
    'Pipelines and stages',
    'Reminders and holidays',
    'Currency',
    'Roles in the grid',
    'Cloud function',
    'Rules',
    'Templates',
  ]) {
    await section(page, name);
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
  }
  await section(page, 'Team');
  await page.getByRole('button', { name: 'Edit Rita' }).click();
  expect(await axe(page)).toEqual([]);
});
