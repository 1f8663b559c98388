// Numbers of the report's window: unknown is not zero, and a number stays in one piece.
import { describe, expect, it } from 'vitest';
import { pipelineReport } from '../../src/domain/reports';
import type { ReportResult } from '../../src/rpc/contract';
import { deal, source } from '../domain/reports/deals';
import type { PanelOptions } from './harness';
import { usePanels } from './setup';

const { panel } = usePanels();

const deals = [
  deal({ id: 'D-1', stage: 'Proposal', amount: 84500.5, owner: 'Ann', closeDate: '2026-12-04' }),
  deal({ id: 'D-2', stage: 'Lead', amount: null, owner: 'Ben', closeDate: '2027-01-05' }),
  deal({ id: 'D-3', stage: 'Won', amount: 10005534.25, owner: 'Ann', closedOn: '2026-11-01' }),
  deal({ id: 'D-4', stage: 'Won', amount: null, owner: 'Ben', closedOn: '2026-11-01' }),
];

async function reportWindow(options: PanelOptions = { width: 900, height: 640 }) {
  const report = (): { ok: true; value: ReportResult } => ({ ok: true, value: pipelineReport(source(deals)) });
  const page = await panel('report', { report }, options);
  await page.getByRole('region', { name: 'By owner' }).waitFor();
  return page;
}

describe('a sum of which no amount is known', () => {
  it.each([
    ['By stage', 'Lead', ['Amount', 'Weighted']],
    ['Open deals by close date', 'January 2027', ['Amount', 'Weighted']],
    ['By owner', 'Ben', ['Open value', 'Weighted', 'Won value', 'Average won']],
  ])('is a dash: %s, %s', async (table, name, columns) => {
    const page = await reportWindow();
    const region = page.getByRole('region', { name: table });
    const headers = await region.getByRole('columnheader').allTextContents();
    const row = region.getByRole('row', { name: new RegExp(`^${name}`) });
    const cells = await row.locator('th, td').allTextContents();
    expect(columns.map((column) => cells[headers.indexOf(column)])).toEqual(columns.map(() => '—'));
    expect(await region.getByRole('row').filter({ hasText: '$' }).count()).toBeGreaterThan(0);
  });
});

describe('on a phone of 360 px', () => {
  it('no number of the headlines breaks over two lines or leaves its card', async () => {
    const page = await reportWindow({ width: 360, height: 700, touch: true });
    const figures = await page.locator('.figures .figure').evaluateAll((all) =>
      all.map((figure) => {
        const text = document.createRange();
        text.selectNodeContents(figure);
        const card = figure.closest('.card')?.getBoundingClientRect();
        const inside = text.getBoundingClientRect().right <= (card?.right ?? 0);
        return [figure.textContent, text.getClientRects().length, inside];
      }),
    );
    expect(figures.length).toBe(6);
    expect(figures).toEqual(figures.map(([text]) => [text, 1, true]));
  });
});
