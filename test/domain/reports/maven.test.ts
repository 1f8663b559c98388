// A published pipeline of 8,800 deals with answers computed by another program (DESIGN.md §9).
import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { figureValue, pipelineReport, type ReportDeal } from '../../../src/domain/reports';
import { defaultSettings } from '../../../src/domain/settings';
import { source } from './deals';

const folder = new URL('../../../../shared/data/maven-crm/', import.meta.url);
const present = existsSync(folder);

type Row = { [column: string]: string };

function deals(): ReportDeal[] {
  const csv = readFileSync(new URL('sales_pipeline.csv', folder), 'utf8');
  return Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data.map((row) => ({
    id: row.opportunity_id ?? '',
    pipeline: null,
    stage: row.deal_stage ?? null,
    amount: row.close_value ? Number(row.close_value) : null,
    currency: null,
    probability: null,
    source: null,
    owner: row.sales_agent || null,
    startedOn: row.engage_date || null,
    closeDate: null,
    closedOn: row.close_date || null,
  }));
}

const settings = {
  ...defaultSettings,
  stages: ['Prospecting', 'Engaging', 'Won', 'Lost'].map((name) => ({
    pipeline: 'Sales',
    name,
    probability: 0.5,
    outcome: name === 'Won' ? ('won' as const) : name === 'Lost' ? ('lost' as const) : ('open' as const),
    stallDays: null,
  })),
};

describe.skipIf(!present)(
  `the Maven pipeline${present ? '' : ' (skipped: ../shared/data/maven-crm is not on this machine)'}`,
  () => {
    it('gives the published answers', () => {
      const expected = JSON.parse(readFileSync(new URL('EXPECTED.json', folder), 'utf8'));
      const report = pipelineReport(source(deals(), { settings }));
      const figure = (key: Parameters<typeof figureValue>[1]) =>
        Number((figureValue(report, key) ?? Number.NaN).toFixed(6));

      expect(report.deals).toBe(expected.rows.sales_pipeline);
      expect(Object.fromEntries(report.stages.map(({ stage, count }) => [stage, count]))).toEqual(
        expected.deals_per_stage,
      );
      expect(figure('open')).toBe(expected.open_deals);
      expect(figure('openUnknown')).toBe(expected.open_deals);
      expect({ count: figure('won'), value: figure('wonValue') }).toEqual(expected.won);
      expect(figure('lost')).toBe(expected.lost.count);
      expect(figure('winRate')).toBe(expected.win_rate);
      expect(figure('averageWon')).toBe(expected.average_won_deal);
      expect(figure('cycleWonMean')).toBe(expected.mean_sales_cycle_days.won);
      expect(figure('cycleLostMean')).toBe(expected.mean_sales_cycle_days.lost);
      expect(report.leftOut).toEqual([]);
    });
  },
);
