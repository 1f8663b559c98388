// Handing over, changes against roles, and records that one may only look at, in the built sidebar.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { HandOverInput, HandOverPreview, HandOverStep } from '../../src/rpc/contract-hand-over';
import { FakeServer } from './fake-server';
import { axe, fitsWidth } from './harness';
import { usePanels } from './setup';

const { panel } = usePanels();
let page: Page;

const deal = (id: string, name: string) => ({ tab: 'deals' as const, id, name, detail: 'Lead', fields: {} });
const task = (id: string, name: string, due: string, overdue: boolean) => ({
  tab: 'tasks' as const,
  id,
  name,
  detail: '',
  fields: {},
  due,
  overdue,
});

const preview: HandOverPreview = {
  from: { key: 'tom@example.com', name: 'Tom Okafor' },
  tabs: [
    { tab: 'contacts', open: 40, over: 0 },
    { tab: 'companies', open: 0, over: 0 },
    { tab: 'deals', open: 2, over: 7 },
    { tab: 'tasks', open: 2, over: 3 },
    { tab: 'tickets', open: 0, over: 0 },
    { tab: 'interactions', open: 0, over: 12 },
  ],
  deals: { amounts: [{ currency: 'EUR', amount: 12_500, count: 1 }], withoutAmount: 1 },
  overdue: 1,
  openDeals: [deal('D-1', 'A lamp for the town hall of Villeneuve-lès-Avignon'), deal('D-2', 'Chairs')],
  openTasks: [task('T-1', 'Call back', '2026-11-20', true), task('T-2', 'Send the offer', '2026-12-01', false)],
  openTickets: [],
};

const ok = <T>(value: T) => ({ ok: true as const, value });
/** Two steps, then done. */
const step = ({ done = 0, to }: HandOverInput): HandOverStep => ({
  changeSet: 'S1',
  more: done === 0,
  done: done + 22,
  moved: Array.from({ length: 22 }, (_, index) => ({
    tab: 'contacts' as const,
    id: `C-${done + index}`,
    name: `Contact ${done + index}`,
    to: to[0] ?? '',
  })),
  kept: done > 0 ? [] : [{ tab: 'deals', id: 'D-2', name: 'Chairs', reason: 'A formula stands in its Owner cell.' }],
});

async function open(extra: Parameters<FakeServer['functions']>[0] = {}, role = 'admin'): Promise<FakeServer> {
  const server = new FakeServer();
  server.role = role;
  const handing = { handOverPreview: () => ok(preview), handOver: (input: HandOverInput) => ok(step(input)) };
  page = await panel('sidebar', server.functions({ ...handing, ...extra } as never));
  return server;
}

const shot = (page: Page, name: string) =>
  process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true }) : null;

describe('handing over', () => {
  it('shows what is open, asks, goes on to the end, tells what went to whom, and takes it back', async () => {
    const server = await open();
    await page.getByRole('button', { name: 'Hand over records' }).click();
    await page.getByLabel('Whose records?').selectOption('tom@example.com');
    await page.getByRole('heading', { name: 'What Tom Okafor owns' }).waitFor();
    expect(await page.getByText('€12,500, 1 without an amount').isVisible()).toBe(true);
    expect(await page.getByText('1 overdue').isVisible()).toBe(true);
    await page.getByText('Open tasks').click();
    expect(await page.getByText('overdue since 20 Nov').isVisible()).toBe(true);
    await shot(page, 'hand-over');
    expect([await axe(page), await fitsWidth(page)]).toEqual([[], true]);
    await page.getByLabel('Person', { exact: true }).selectOption('Zane Levy');
    await page.getByRole('button', { name: 'Hand over 44 records' }).click();
    await shot(page, 'hand-over-ask');
    await page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click();
    await page.getByText('44 records of Tom Okafor handed over.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Handed over');
    expect(server.calls.filter(([name]) => name === 'handOver').map(([, input]) => input)).toEqual([
      { from: 'tom@example.com', to: ['Zane Levy'] },
      { from: 'tom@example.com', to: ['Zane Levy'], changeSet: 'S1', done: 22 },
    ]);
    await page.getByText('Zane Levy').click();
    expect(await page.getByRole('button', { name: /Contact 43/ }).isVisible()).toBe(true);
    expect(await page.getByText('1 record not handed over').isVisible()).toBe(true);
    await page.getByText('Zane Levy').click();
    await shot(page, 'hand-over-done');
    expect([await axe(page), await fitsWidth(page)]).toEqual([[], true]);
    await page.getByRole('button', { name: 'Undo hand-over' }).click();
    await page.getByText('Undone.').waitFor();
    expect(server.calls.filter(([name]) => name === 'undoChangeSet')).toEqual([['undoChangeSet', { changeSet: 'S1' }]]);
  });

  it('to several, by tab, with what is over, and switching off, says so to the server', async () => {
    const server = await open();
    await page.getByRole('button', { name: 'Hand over records' }).click();
    await page.getByLabel('Whose records?').selectOption('tom@example.com');
    await page.getByLabel('By tab').check();
    await page.getByLabel('Tasks (2)').selectOption('Zane Levy');
    expect(await page.getByRole('button', { name: 'Hand over 2 records' }).isVisible()).toBe(true);
    await page.getByLabel('Also 7 closed deals, 3 done tasks, 12 interactions').check();
    await page.getByLabel('Set Tom Okafor to inactive in Team').check();
    await shot(page, 'hand-over-tabs');
    expect([await axe(page), await fitsWidth(page)]).toEqual([[], true]);
    await page.getByRole('button', { name: 'Hand over 5 records' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click();
    await page.getByRole('heading', { name: 'Handed over' }).waitFor();
    expect(server.calls.find(([name]) => name === 'handOver')?.[1]).toEqual({
      from: 'tom@example.com',
      to: [],
      byTab: { tasks: 'Zane Levy' },
      over: true,
      deactivate: true,
    });
  });

  it('that stops midway says why, and goes on where it stopped', async () => {
    let failed = false;
    const server = await open({
      handOver: (input: HandOverInput) => {
        if (!input.done || failed) return ok(step(input));
        failed = true;
        return { ok: false, code: 'busy', message: 'Busy.' };
      },
    } as never);
    await page.getByRole('button', { name: 'Hand over records' }).click();
    await page.getByLabel('Whose records?').selectOption('tom@example.com');
    await page.getByLabel('Person', { exact: true }).selectOption('Zane Levy');
    await page.getByRole('button', { name: 'Hand over 44 records' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click();
    await page.getByText(/try again in a few seconds/).waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('44 records of Tom Okafor handed over.').waitFor();
    expect(server.calls.filter(([name]) => name === 'handOver')).toHaveLength(3);
  });

  it('is not offered to reps', async () => {
    await open({}, 'rep');
    await page.getByRole('button', { name: 'All contacts' }).waitFor();
    expect(await page.getByRole('button', { name: /Hand over|Grid changes/ }).count()).toBe(0);
  });
});

describe('changes in the grid against roles', () => {
  const change = {
    changeSet: 'S9',
    when: '2026-11-23T08:00:00Z',
    who: 'Zane Levy <zane@example.com>',
    tab: 'deals',
    id: 'D-1',
    name: 'A lamp',
    count: 3,
    summary: 'Amount 100 → 200',
    why: 'Viewers may look at records, not change them.',
  };

  it('are listed with who and why, and can be put back or brought in again', async () => {
    const server = await open({
      gridChangesAgainstRoles: () =>
        ok({
          choice: 'record',
          changes: [
            { ...change, state: 'stands' },
            { ...change, changeSet: 'S8', state: 'put back', putBack: 'S8b', kept: 0 },
          ],
        }),
    });
    await page.getByRole('button', { name: 'Grid changes against roles' }).click();
    await page.getByText('Stands').waitFor();
    await shot(page, 'grid-changes');
    expect([await axe(page), await fitsWidth(page)]).toEqual([[], true]);
    await page.getByRole('button', { name: 'Bring in again A lamp' }).click();
    await page.getByText('Brought in again').waitFor();
    expect(await page.locator(':focus').textContent()).toBe('Brought in again');
    expect(server.calls.filter(([name]) => name === 'undoChangeSet')).toEqual([
      ['undoChangeSet', { changeSet: 'S8b' }],
    ]);
  });

  it('that nobody made are said to be none', async () => {
    await open({ gridChangesAgainstRoles: () => ok({ choice: 'put back', changes: [] }) });
    await page.getByRole('button', { name: 'Grid changes against roles' }).click();
    await page.getByText('Nobody has changed anything against their role.').waitFor();
  });
});

describe('a record that one may not edit', () => {
  it('has no buttons to edit or delete it, and says whose it is without another call', async () => {
    const server = await open({}, 'rep');
    server.add('deals', 'D-7', { name: 'Lamp', stage: 'Lead', amount: 5, owner: 'tom@example.com' });
    server.add('deals', 'D-8', { name: 'Chair', stage: 'Lead', owner: null });
    await page.getByLabel('Search', { exact: true }).fill('lamp');
    await page.getByRole('button', { name: /Lamp/ }).click();
    await page.getByText('This is Tom Okafor’s deal. Ask Tom or a manager to change it').waitFor();
    expect(await page.getByRole('button', { name: /^(Edit|Move stage)/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'More actions' }).click();
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Show in sheet', 'Copy link', 'Reload']);
    await page.keyboard.press('Escape');
    await shot(page, 'locked');
    expect([await axe(page), await fitsWidth(page)]).toEqual([[], true]);
    expect(server.calls.filter(([name]) => name === 'getRecord')).toHaveLength(1);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByLabel('Search', { exact: true }).fill('chair');
    await page.getByRole('button', { name: /Chair/ }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
    expect(await page.getByText(/This is/).count()).toBe(0);
  });
});
