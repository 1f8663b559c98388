// The pipeline board: columns come to what the report says, and each deal stands where it belongs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoardDeal, type BoardFilters, boardOf, isOnBoard, periodOf } from '../../src/domain/board';
import { changesToEnter, missingToEnter } from '../../src/domain/entering';
import { pipelineReport } from '../../src/domain/reports';
import { defaultSettings, defaultStages, type Stage } from '../../src/domain/settings';
import { stallReasons } from '../../src/domain/stalled';
import { deal as reportDeal, today } from './reports/deals';

const deal = (changes: Partial<BoardDeal> = {}): BoardDeal => ({
  ...reportDeal(),
  name: 'A deal',
  company: '',
  stageSince: null,
  nextFollowUp: '2026-12-01',
  lostReason: null,
  ...changes,
});
const all: BoardFilters = { pipeline: '', owner: '', closes: 'any' };
const partners: Stage[] = [
  { pipeline: 'Partners', name: 'Lead', probability: 0.2, outcome: 'open', stallDays: null },
  { pipeline: 'Partners', name: 'Signed', probability: 1, outcome: 'won', stallDays: null },
];
const settings = { ...defaultSettings, stages: [...defaultStages, ...partners] };
const boardWith = (deals: BoardDeal[], filters: Partial<BoardFilters> = {}, changes: Partial<typeof settings> = {}) =>
  boardOf({ deals, settings: { ...settings, ...changes }, team: [], today }, { ...all, ...filters });
const idsIn = (board: ReturnType<typeof boardWith>) =>
  Object.fromEntries(
    board.columns.flatMap(({ stage, cards }) =>
      cards.length > 0 ? [[stage?.name ?? '', cards.map(({ deal: { id } }) => id)]] : [],
    ),
  );

describe('a column', () => {
  it('comes to what the report says of its stage, whatever the deals are', () => {
    const some = fc.record({
      stage: fc.constantFrom('Lead', 'proposal', 'Won', 'Lost', 'Thinking', null),
      amount: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
      currency: fc.constantFrom(null, 'USD', 'EUR', 'XXX'),
      probability: fc.constantFrom(null, 0.33, 2),
      closedOn: fc.constantFrom(null, '2026-11-01'),
      invalid: fc.constantFrom([], ['amount']),
    });
    const rates = [{ code: 'EUR', rate: 1.1, date: null }];
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (drawn) => {
        const deals = drawn.map((one) => deal(one));
        const board = boardWith(deals, {}, { rates });
        const source = { deals, settings: { ...settings, rates }, team: [], filters: { pipeline: 'Sales' }, today };
        const lines = pipelineReport(source).stages.map(({ stage, count, unknown, value, weighted }) => {
          const known = count === 0 || count > unknown;
          return { stage, count, unknown, value: known ? value : null, weighted: known ? weighted : null };
        });
        expect(board.columns.flatMap(({ stage, sums }) => (stage ? [{ stage: stage.name, ...sums }] : []))).toEqual(
          lines,
        );
      }),
    );
  });

  it('names what is in no sum', () => {
    const { columns, leftOut } = boardWith([deal({ amount: 5, currency: 'GBP' }), deal({ amount: 7 })]);
    expect(columns[0]?.sums).toEqual({ count: 2, value: 7, weighted: 0.7, unknown: 1 });
    expect(leftOut.map(({ reason, details }) => [reason, details])).toEqual([['currency', ['GBP']]]);
  });

  it('has open deals by the day they should close and closed ones the latest first', () => {
    const board = boardWith([
      deal({ id: 'D-1' }),
      deal({ id: 'D-2', closeDate: '2026-12-05' }),
      deal({ id: 'D-3', closeDate: '2026-11-05' }),
      deal({ id: 'D-4', stage: 'Won', closedOn: '2026-11-05' }),
      deal({ id: 'D-5', stage: 'Won', closedOn: '2026-11-15' }),
    ]);
    expect(idsIn(board)).toEqual({ Lead: ['D-3', 'D-2', 'D-1'], Won: ['D-5', 'D-4'] });
  });
});

describe('a deal stands', () => {
  const deals = [
    deal({ id: 'D-1', pipeline: 'Partners' }),
    deal({ id: 'D-2', stage: 'Signed' }),
    deal({ id: 'D-3' }),
    deal({ id: 'D-4', stage: 'Thinking' }),
    deal({ id: 'D-5', pipeline: 'Partners', stage: null }),
    deal({ id: 'D-6', pipeline: 'Gone' }),
  ];
  it('in its pipeline, in no known stage when Settings have none, and in exactly one of the boards', () => {
    expect(idsIn(boardWith(deals))).toEqual({ '': ['D-4', 'D-6'], Lead: ['D-3'] });
    expect(idsIn(boardWith(deals, { pipeline: 'Partners' }))).toEqual({ '': ['D-5'], Lead: ['D-1'], Signed: ['D-2'] });
  });

  it('on the board while it is open or closed lately', () => {
    const [won] = defaultStages.filter(({ outcome }) => outcome === 'won');
    const onBoard = (closedOn: string | null) => isOnBoard(deal({ closedOn }), won, today);
    expect(['2026-10-24', '2026-10-23', null].map(onBoard)).toEqual([true, false, false]);
    expect(isOnBoard(deal(), undefined, today)).toBe(true);
  });
});

describe('the filters', () => {
  const deals = [
    deal({ id: 'D-1', owner: 'ann@example.com', closeDate: '2026-11-22' }),
    deal({ id: 'D-2', owner: 'Ann@example.com', closeDate: '2026-11-30' }),
    deal({ id: 'D-3', owner: 'ben@example.com', closeDate: '2026-12-31' }),
    deal({ id: 'D-4' }),
    deal({ id: 'D-5', stage: 'Won', closedOn: '2026-11-02' }),
  ];
  it.each([
    [{ owner: 'ann@example.com' }, ['D-1', 'D-2']],
    [{ owner: '-' }, ['D-4', 'D-5']],
    [{ closes: 'overdue' }, ['D-1']],
    [{ closes: 'month' }, ['D-1', 'D-2', 'D-5']],
    [{ closes: 'nextMonth' }, ['D-3']],
    [{ closes: 'quarter', owner: 'ben@example.com' }, ['D-3']],
  ] as const)('%j', (filters, ids) => {
    const board = boardWith(deals, filters);
    expect(Object.values(idsIn(board)).flat().sort()).toEqual(ids);
    expect(board.hidden).toBe(deals.length - ids.length);
    expect(board.open.count).toBe(ids.filter((id) => id !== 'D-5').length);
  });

  it.each([
    ['month', '2026-02-10', { from: '2026-02-01', to: '2026-02-28' }],
    ['nextMonth', '2026-12-31', { from: '2027-01-01', to: '2027-01-31' }],
    ['quarter', '2028-02-29', { from: '2028-01-01', to: '2028-03-31' }],
    ['overdue', '2026-03-01', { to: '2026-02-28' }],
    ['any', '2026-03-01', {}],
  ] as const)('%s on %s', (closes, day, period) => {
    expect(periodOf(closes, day)).toEqual(period);
  });
});

describe('a deal is stalled', () => {
  const proposal = defaultStages[2] as Stage;
  const won = defaultStages[4] as Stage;
  const quiet = { stageSince: '2026-11-02', nextFollowUp: '2026-11-24', closeDate: '2026-11-23' };
  it.each([
    ['never within its limits', quiet, proposal, []],
    ['past the limit', { ...quiet, stageSince: '2026-11-01' }, proposal, [{ kind: 'stage', days: 22, limit: 21 }]],
    ['where nothing is planned', { ...quiet, nextFollowUp: null }, proposal, [{ kind: 'noNextStep' }]],
    ['past its day', { ...quiet, closeDate: '2026-11-20' }, proposal, [{ kind: 'overdue', days: 3 }]],
    ['never by a limit there is not', { ...quiet, stageSince: '2020-01-01' }, { ...proposal, stallDays: null }, []],
    ['never by a day it does not tell', { ...quiet, stageSince: null }, proposal, []],
    ['never when it is won', { stageSince: null, nextFollowUp: null, closeDate: '2020-01-01' }, won, []],
  ])('%s', (_case, one, stage, reasons) => {
    expect(stallReasons(one, stage, today)).toEqual(reasons);
  });
});

describe('entering a stage', () => {
  const lost = defaultStages[5] as Stage;
  it('asks for what the schema requires there', () => {
    const asks = (changes: object) => missingToEnter({ ...deal() }, { ...changes }, settings.stages);
    expect(asks({ stage: 'Lost' })).toEqual(['lostReason']);
    expect(asks({ stage: 'Lost', lostReason: 'Price' })).toEqual([]);
    expect(asks({ stage: 'Lost', lostReason: ' ' })).toEqual(['lostReason']);
    expect(asks({ stage: 'Won' })).toEqual([]);
  });

  it('names the pipeline only where the stage alone would mean another', () => {
    const [partnersLead] = partners as [Stage];
    expect(changesToEnter(lost, { pipeline: null }, settings.stages)).toEqual({ stage: 'Lost' });
    expect(changesToEnter(partnersLead, { pipeline: 'Partners' }, settings.stages)).toEqual({ stage: 'Lead' });
    expect(changesToEnter(partnersLead, { pipeline: null }, settings.stages)).toEqual({
      stage: 'Lead',
      pipeline: 'Partners',
    });
    expect(changesToEnter(lost, { pipeline: 'Gone' }, settings.stages)).toEqual({ stage: 'Lost', pipeline: 'Sales' });
  });
});
