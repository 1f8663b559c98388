// The report's window, over the real report of a few deals.
import { describe, expect, it } from 'vitest';
import { pipelineReport, rowsBehind } from '../../src/domain/reports';
import type { ReportInput, ReportResult } from '../../src/rpc/contract';
import { deal, source } from '../domain/reports/deals';
import { eventually } from '../e2e/eventually';
import { axe, fitsWidth, type PanelOptions } from './harness';
import { usePanels } from './setup';

const { panel } = usePanels();

const deals = [
  deal({ id: 'D-1', stage: 'Proposal', amount: 84500, owner: 'ann@example.com', closeDate: '2026-12-04' }),
  deal({ id: 'D-2', stage: 'Lead', amount: null, closeDate: '2026-12-05' }),
  deal({
    id: 'D-3',
    stage: 'Won',
    amount: 1000,
    owner: 'ann@example.com',
    startedOn: '2026-10-01',
    closedOn: '2026-11-01',
  }),
];

/** A stage that Settings does not have: the deal is in no figure. */
const strange = deal({ id: 'D-4', stage: 'Thinking', amount: 10 });

async function reportWindow(options: PanelOptions = { width: 900, height: 640 }, all = deals) {
  const asked: ReportInput[] = [];
  const page = await panel(
    'report',
    {
      report: (input: ReportInput) => {
        asked.push(input);
        const from = source(all, { filters: input.filters ?? {} });
        const value: ReportResult = pipelineReport(from);
        if (input.rows) {
          const ids = rowsBehind(from, input.rows) ?? [];
          value.rows = { rows: input.rows, total: ids.length, ids };
        }
        return { ok: true, value };
      },
      findRecords: ({ ids }: { ids: string[] }) => ({
        ok: true,
        value: {
          total: ids.length,
          records: all
            .filter(({ id }) => ids.includes(id))
            .map((one) => ({ tab: 'deals', id: one.id, name: `Deal ${one.id}`, detail: '', fields: one })),
        },
      }),
      reportLink: () => ({ ok: false, code: 'function-not-set-up', message: 'There is no function.' }),
    },
    options,
  );
  return { page, asked };
}

describe('the report', () => {
  it('shows the figures with what they mean', async () => {
    const { page } = await reportWindow();
    await page.getByText('All figures and what they mean').click();
    const row = page.getByRole('row', { name: /^Win rate/ });
    expect(await row.textContent()).toContain('Won divided by won plus lost');
    expect(await row.textContent()).toContain('100%');
  });

  it('has each stage as a row, and a dash where no amount is known', async () => {
    const { page } = await reportWindow();
    const stages = page.getByRole('region', { name: 'By stage' });
    expect(await stages.getByRole('row', { name: /^Proposal/ }).textContent()).toContain('84,500');
    expect(await stages.getByRole('row', { name: /^Lead/ }).textContent()).toContain('—');
  });

  it('is read again with the filters, and says when nothing fits', async () => {
    const { page, asked } = await reportWindow();
    await page.getByLabel('From').fill('2030-01-01');
    await page.getByLabel('From').blur();
    await page.getByText('No deal fits these filters.').waitFor();
    expect(asked.at(-1)).toEqual({ name: 'pipeline', filters: { from: '2030-01-01' } });
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.getByRole('region', { name: 'By stage' }).waitFor();
    await eventually(() => asked.at(-1)).toEqual({ name: 'pipeline', filters: {} });
  });

  it('leads from a count to the deals it counts, and back', async () => {
    const { page } = await reportWindow();
    const count = page.getByRole('button', { name: '1 deal: Won' });
    await count.click();
    const dialog = page.getByRole('dialog', { name: 'Won' });
    await dialog.getByRole('row', { name: /Deal D-3/ }).waitFor();
    await eventually(() => dialog.getByRole('row').count()).toBe(2);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await eventually(() => count.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('has the mean sales cycle on top, with the median beside it', async () => {
    const { page } = await reportWindow();
    const card = page.locator('.figures .card', { hasText: 'Sales cycle, won (mean)' });
    expect(await card.textContent()).toBe('Sales cycle, won (mean)31 days31 days median');
  });

  it('names the deals that are in no figure, and leads to them', async () => {
    const { page } = await reportWindow({ width: 900, height: 640 }, [...deals, strange]);
    const line = page.getByRole('listitem').filter({ hasText: 'the stage is blank or not among the stages' });
    expect(await line.textContent()).toMatch(/^1 deal\. In no figure: .* D-4$/);
    await line.getByRole('button', { name: /^1 deal: In no figure/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('row', { name: /Deal D-4/ })
      .waitFor();
    expect(await axe(page)).toEqual([]);
  });

  it('says that a page to share needs the function, where there is none', async () => {
    const { page } = await reportWindow();
    await page.getByRole('button', { name: 'Open as a page' }).click();
    await page.getByText('A page to share needs the cloud function').waitFor();
  });

  it('of a workbook without deals says what to do', async () => {
    const { page } = await reportWindow({ width: 900, height: 640 }, []);
    await page.getByText('There are no deals yet.').waitFor();
  });

  it.each([
    ['light', { width: 900, height: 640 }],
    ['dark', { width: 900, height: 640, dark: true }],
    ['on a phone', { width: 340, height: 700, touch: true }],
  ])('has no barrier and fits, %s', async (_look, options) => {
    const { page } = await reportWindow(options);
    await page.getByText('All figures and what they mean').click();
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
  });
});
