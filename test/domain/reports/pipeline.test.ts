import { describe, expect, it } from 'vitest';
import { figureValue, pipelineReport, type ReportDeal, rowsBehind } from '../../../src/domain/reports';
import { defaultSettings } from '../../../src/domain/settings';
import { deal, source, today } from './deals';

const report = (deals: readonly ReportDeal[], changes = {}) => pipelineReport(source(deals, changes));

describe('figures', () => {
  it('are zero or null without a deal, and every stage still has its line', () => {
    const empty = report([]);
    const values = Object.fromEntries(empty.figures.map(({ key, value }) => [key, value]));
    expect(values).toEqual({
      open: 0,
      openValue: 0,
      openUnknown: 0,
      weighted: 0,
      won: 0,
      wonValue: 0,
      lost: 0,
      lostValue: 0,
      winRate: null,
      averageWon: null,
      cycleWonMean: null,
      cycleWonMedian: null,
      cycleLostMean: null,
      cycleLostMedian: null,
    });
    expect(empty.stages.map((line) => line.count)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(empty.forecast).toEqual([]);
    expect(empty.owners).toEqual([]);
    expect(empty.leftOut).toEqual([]);
  });

  it('carry their definition and unit', () => {
    for (const figure of report([]).figures) {
      expect(figure.definition).toMatch(/^[A-Z].*\.$/);
      expect(['deals', 'money', 'ratio', 'days']).toContain(figure.unit);
    }
  });

  it('count a blank amount as unknown, not as zero', () => {
    const made = report([
      deal({ stage: 'Won', amount: 100 }),
      deal({ stage: 'Won', amount: 0 }),
      deal({ stage: 'Won' }),
      deal({ amount: 50 }),
      deal(),
    ]);
    expect(figureValue(made, 'won')).toBe(3);
    expect(figureValue(made, 'averageWon')).toBe(50);
    expect(figureValue(made, 'openUnknown')).toBe(1);
    expect(made.stages[0]).toMatchObject({ stage: 'Lead', count: 2, value: 50, unknown: 1 });
  });

  it('know no sum where no amount is known, and still count', () => {
    const made = report([deal(), deal(), deal({ stage: 'Won' })]);
    expect(
      ['open', 'openValue', 'weighted', 'wonValue', 'averageWon', 'lostValue'].map((key) =>
        figureValue(made, key as 'open'),
      ),
    ).toEqual([2, null, null, null, null, 0]);
  });

  it('weigh a deal by its own probability, else by its stage’s', () => {
    const made = report([
      deal({ stage: 'Proposal', amount: 100 }),
      deal({ stage: 'Proposal', amount: 100, probability: 0.9 }),
      deal({ stage: 'Proposal', amount: 100, probability: 0 }),
      deal({ stage: 'Won', amount: 1000 }),
    ]);
    expect(figureValue(made, 'weighted')).toBe(140);
  });

  it('round money deal by deal in minor units, so that the sum is what a person adds up', () => {
    const cents = report([0.1, 0.2, 0.7, 1.005].map((amount) => deal({ stage: 'Won', amount })));
    expect(figureValue(cents, 'wonValue')).toBe(2.01);
    const thirds = report([1, 2, 3].map(() => deal({ amount: 0.01, probability: 0.4 })));
    expect(figureValue(thirds, 'weighted')).toBe(0);
  });

  it('give the median of an even number of cycles as the mean of the middle two', () => {
    const won = (startedOn: string, closedOn: string) => deal({ stage: 'Won', startedOn, closedOn });
    const made = report([
      won('2024-02-28', '2024-03-01'),
      won('2026-03-28', '2026-03-30'),
      won('2026-01-01', '2026-01-01'),
      won('2025-12-31', '2026-12-31'),
    ]);
    expect(figureValue(made, 'cycleWonMean')).toBe((2 + 2 + 0 + 365) / 4);
    expect(figureValue(made, 'cycleWonMedian')).toBe(2);
  });
});

describe('stages', () => {
  it('are found without regard to case and outer blanks', () => {
    expect(report([deal({ stage: ' wON ' })]).stages[4]).toMatchObject({ stage: 'Won', count: 1 });
  });

  it('of the same name in two pipelines stay apart', () => {
    const settings = {
      ...defaultSettings,
      stages: ['Sales', 'Renewals'].flatMap((pipeline) =>
        defaultSettings.stages.map((stage) => ({ ...stage, pipeline })),
      ),
    };
    const made = report([deal({ amount: 1 }), deal({ pipeline: 'renewals', amount: 2 })], { settings });
    expect(made.stages.filter(({ stage }) => stage === 'Lead').map(({ pipeline, value }) => [pipeline, value])).toEqual(
      [
        ['Sales', 1],
        ['Renewals', 2],
      ],
    );
    const renewals = report([deal(), deal({ pipeline: 'Renewals' })], { settings, filters: { pipeline: 'RENEWALS' } });
    expect(renewals.deals).toBe(1);
    expect(new Set(renewals.stages.map(({ pipeline }) => pipeline))).toEqual(new Set(['Renewals']));
  });
});

describe('the forecast', () => {
  it('stands by month of the close date, the undated month last, and marks what is overdue', () => {
    const made = report([
      deal({ amount: 10 }),
      deal({ amount: 20, closeDate: '2026-12-01', stage: 'Negotiation' }),
      deal({ amount: 30, closeDate: '2026-10-31' }),
      deal({ amount: 40, closeDate: '2026-11-01' }),
    ]);
    expect(made.forecast.map(({ month, value, weighted, overdue }) => [month, value, weighted, overdue])).toEqual([
      ['2026-10', 30, 3, true],
      ['2026-11', 40, 4, false],
      ['2026-12', 20, 15, false],
      [null, 10, 1, false],
    ]);
  });
});

describe('currencies', () => {
  const settings = {
    ...defaultSettings,
    currency: 'USD',
    rates: [
      { code: 'EUR', rate: 1.1, date: null },
      { code: 'EUR', rate: 1.2, date: '2026-11-01' },
      { code: 'JPY', rate: 0.0066, date: '2026-01-01' },
      { code: 'KWD', rate: 3.25, date: null },
    ],
  };

  it('are converted at the rate of the day they closed, open ones at today’s', () => {
    const made = report(
      [
        deal({ stage: 'Won', amount: 100, currency: 'EUR', closedOn: '2026-10-31' }),
        deal({ stage: 'Won', amount: 100, currency: 'eur', closedOn: '2026-11-01' }),
        deal({ amount: 100, currency: 'EUR' }),
      ],
      { settings },
    );
    expect(figureValue(made, 'wonValue')).toBe(230);
    expect(figureValue(made, 'openValue')).toBe(120);
  });

  it('keep to the exponent of each: no hundredths of a yen, thousandths of a dinar', () => {
    const made = report(
      [deal({ amount: 1000.4, currency: 'JPY' }), deal({ stage: 'Won', amount: 1.005, currency: 'KWD' })],
      { settings },
    );
    expect(figureValue(made, 'openValue')).toBe(6.6);
    expect(figureValue(made, 'wonValue')).toBe(3.27);
  });

  it('without a rate are counted but in no sum, and listed', () => {
    const made = report(
      [
        deal({ stage: 'Won', amount: 100, currency: 'GBP' }),
        deal({ stage: 'Won', amount: 100, currency: 'JPY', closedOn: '2025-12-31' }),
        deal({ stage: 'Won', amount: 7 }),
      ],
      { settings },
    );
    expect(figureValue(made, 'won')).toBe(3);
    expect(figureValue(made, 'wonValue')).toBe(7);
    expect(figureValue(made, 'averageWon')).toBe(7);
    expect(made.leftOut.find(({ reason }) => reason === 'currency')).toMatchObject({
      from: 'values',
      count: 2,
      details: ['GBP', 'JPY'],
    });
  });
});

describe('what cannot be counted', () => {
  it('is left out with its reason and its rows', () => {
    const unknownStage = deal({ stage: 'Someday', amount: 5 });
    const badAmount = deal({ invalid: ['amount'] });
    const hugeAmount = deal({ amount: 1e300 });
    const badProbability = deal({ amount: 5, probability: 1.5 });
    const backwards = deal({ stage: 'Won', startedOn: '2026-02-02', closedOn: '2026-02-01' });
    const undated = deal({ stage: 'Lost' });
    const deals = [unknownStage, badAmount, hugeAmount, badProbability, backwards, undated];
    const made = report(deals);
    expect(made.leftOut.map(({ reason, count, sample }) => [reason, count, sample])).toEqual([
      ['stage', 1, [unknownStage.id]],
      ['amount', 2, [badAmount.id, hugeAmount.id]],
      ['probability', 1, [badProbability.id]],
      ['dates', 1, [undated.id]],
      ['cycle', 1, [backwards.id]],
    ]);
    expect(figureValue(made, 'open')).toBe(3);
    expect(figureValue(made, 'openValue')).toBe(5);
    expect(figureValue(made, 'weighted')).toBe(0);
    expect(rowsBehind(source(deals), 'leftOut:amount')).toEqual([badAmount.id, hugeAmount.id]);
  });
});

describe('filters', () => {
  const team = [
    { email: 'ada@rowbook.example', name: 'Ada', team: 'North' },
    { email: null, name: 'Moses Frase', team: 'South' },
  ];
  const deals = [
    deal({ owner: 'ada@rowbook.example', source: 'Web', closeDate: today }),
    deal({ owner: 'ADA', source: 'web', closeDate: '2026-11-24' }),
    deal({ owner: 'Moses Frase', closeDate: '2026-12-24' }),
    deal({ owner: 'Somebody else' }),
    deal({ stage: 'Won', closedOn: today, closeDate: '2020-01-01' }),
  ];
  const count = (filters: object) => report(deals, { team, filters }).deals;

  it('let through what they name', () => {
    expect(count({})).toBe(5);
    expect(count({ owner: 'Ada' })).toBe(2);
    expect(count({ owner: 'ada@ROWBOOK.example' })).toBe(2);
    expect(count({ owner: '-' })).toBe(1);
    expect(count({ owner: 'nobody' })).toBe(0);
    expect(count({ team: 'south' })).toBe(1);
    expect(count({ source: 'WEB' })).toBe(2);
    expect(count({ pipeline: 'Sales' })).toBe(5);
    expect(count({ pipeline: 'Renewals' })).toBe(0);
  });

  it('place open deals by close date and closed ones by the day they closed, both days inclusive', () => {
    const made = report(deals, { team, filters: { from: today, to: '2026-11-24' } });
    expect(figureValue(made, 'open')).toBe(2);
    expect(figureValue(made, 'won')).toBe(1);
    expect(made.leftOut.find(({ reason }) => reason === 'period')).toMatchObject({ count: 1, from: 'deals' });
  });

  it('that are blank are none, and the report says which were set', () => {
    expect(report(deals, { filters: { owner: ' ', from: '' } }).filters).toEqual({});
    expect(report(deals, { filters: { owner: 'Ada' } }).filters).toEqual({ owner: 'Ada' });
  });

  it('can be set to what the report lists', () => {
    expect(report(deals, { team }).choices).toEqual({
      owners: [
        { owner: 'ada@rowbook.example', name: 'Ada' },
        { owner: 'Moses Frase', name: 'Moses Frase' },
        { owner: 'Somebody else', name: 'Somebody else' },
      ],
      teams: ['North', 'South'],
      pipelines: ['Sales'],
      sources: ['Web', 'web'],
    });
  });
});

describe('rows behind a figure', () => {
  it('are null for a figure the report does not have', () => {
    expect(rowsBehind(source([deal()]), 'nonsense')).toBeNull();
  });
});
