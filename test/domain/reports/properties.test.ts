import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitions, figureValue, pipelineReport, type ReportDeal, rowsBehind } from '../../../src/domain/reports';
import { defaultSettings } from '../../../src/domain/settings';
import { source } from './deals';

const blankOr = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyDeal: fc.Arbitrary<Omit<ReportDeal, 'id'>> = fc.record({
  pipeline: blankOr(fc.constantFrom('Sales', 'Other')),
  stage: blankOr(fc.constantFrom(...defaultSettings.stages.map(({ name }) => name), 'Unknown')),
  amount: blankOr(fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100)),
  currency: blankOr(fc.constantFrom('USD', 'EUR', 'XXX')),
  probability: blankOr(fc.constantFrom(0, 0.33, 1, 2)),
  source: blankOr(fc.constantFrom('Web', 'Fair')),
  owner: blankOr(fc.constantFrom('ada@rowbook.example', 'Bob')),
  startedOn: blankOr(day),
  closeDate: blankOr(day),
  closedOn: blankOr(day),
  invalid: fc.subarray(['amount', 'probability']),
});
const anySource = fc
  .record({
    deals: fc.array(anyDeal, { maxLength: 40 }),
    filters: fc.record({ from: day, to: day, owner: fc.constantFrom('Bob', '-') }, { requiredKeys: [] }),
  })
  .map(({ deals, filters }) =>
    source(
      deals.map((one, index) => ({ ...one, id: `D-${index + 1}` })),
      { filters, settings: { ...defaultSettings, rates: [{ code: 'EUR', rate: 1.1, date: null }] } },
    ),
  );

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const cents = (major: number) => Math.round(major * 100);

describe('any report', () => {
  it('has totals that equal the sum of their parts', () => {
    fc.assert(
      fc.property(anySource, (any) => {
        const report = pipelineReport(any);
        const { stages, forecast, owners, leftOut } = report;
        const figure = (key: (typeof definitions)[number]['key']) => figureValue(report, key) ?? 0;
        const open = stages.filter(({ outcome }) => outcome === 'open');
        const outOfAll = sum(leftOut.filter(({ from }) => from === 'deals').map(({ count }) => count));

        expect(sum(stages.map(({ count }) => count)) + outOfAll).toBe(report.deals);
        expect(figure('open') + figure('won') + figure('lost') + outOfAll).toBe(report.deals);
        for (const parts of [open, forecast]) {
          expect(sum(parts.map(({ count }) => count))).toBe(figure('open'));
          expect(sum(parts.map(({ unknown }) => unknown))).toBe(figure('openUnknown'));
          expect(sum(parts.map(({ value }) => cents(value)))).toBe(cents(figure('openValue')));
          expect(sum(parts.map(({ weighted }) => cents(weighted)))).toBe(cents(figure('weighted')));
        }
        expect(sum(owners.map((line) => line.open))).toBe(figure('open'));
        expect(sum(owners.map((line) => line.won))).toBe(figure('won'));
        expect(sum(owners.map((line) => line.lost))).toBe(figure('lost'));
        expect(sum(owners.map((line) => cents(line.wonValue)))).toBe(cents(figure('wonValue')));
        expect(sum(owners.map((line) => cents(line.weighted)))).toBe(cents(figure('weighted')));
      }),
    );
  });

  it('shows behind every line exactly as many rows as the line counts', () => {
    fc.assert(
      fc.property(anySource, (any) => {
        const report = pipelineReport(any);
        for (const line of [...report.stages, ...report.forecast, ...report.leftOut]) {
          expect(rowsBehind(any, line.rows)).toHaveLength(line.count);
        }
        for (const line of report.owners) {
          expect(rowsBehind(any, line.rows)).toHaveLength(line.open + line.won + line.lost);
        }
        for (const { key } of definitions.filter(({ unit }) => unit === 'deals')) {
          expect(rowsBehind(any, key)).toHaveLength(figureValue(report, key) ?? -1);
        }
      }),
    );
  });

  it('does not depend on the order of the deals', () => {
    fc.assert(
      fc.property(anySource, (any) => {
        const report = pipelineReport(any);
        const turned = pipelineReport({ ...any, deals: [...any.deals].reverse() });
        expect(turned.figures).toEqual(report.figures);
        expect(turned.stages).toEqual(report.stages);
        expect(turned.forecast).toEqual(report.forecast);
      }),
    );
  });
});
