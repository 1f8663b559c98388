// Saved lists: what each operator means, what of a row of Lists is taken, and what is told where it cannot be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentWords } from '../../sidebar/lists/segment-words';
import { addDays } from '../../src/domain/days';
import { fieldOf } from '../../src/domain/record';
import { type AnyRecord, fieldsOf } from '../../src/domain/schema';
import {
  type Condition,
  conditionProblem,
  filterText,
  mostConditions,
  type Operator,
  operatorsOf,
  readSegment,
  type Segment,
  type SegmentTab,
  segmentTabs,
  withStageRenamed,
} from '../../src/domain/segment';
import { segmentTest } from '../../src/domain/segment-match';

const today = '2026-11-23';
const finder = (tab: SegmentTab) => (key: string) => fieldOf(tab, key);
const context = { today, me: 'mara@example.com', findField: finder('contacts') };

function meets(condition: Condition, fields: AnyRecord, labels: { [id: string]: string } = {}): boolean {
  return segmentTest({ join: 'all', conditions: [condition] }, context)({ fields, labels });
}

const cases: [Condition, AnyRecord, boolean][] = [
  [{ field: 'email', op: 'blank' }, {}, true],
  [{ field: 'tags', op: 'blank' }, { tags: [] }, true],
  [{ field: 'email', op: 'filled' }, { email: 'a@b.example' }, true],
  [{ field: 'city', op: 'contains', value: 'ZUR' }, { city: 'Zürich' }, true],
  [{ field: 'city', op: 'lacks', value: 'zur' }, {}, true],
  [{ field: 'city', op: 'is', value: ' zürich ' }, { city: 'Zurich' }, true],
  [{ field: 'city', op: 'isNot', value: 'Zürich' }, {}, true],
  [{ field: 'company', op: 'contains', value: 'halv' }, { company: 'CO-1' }, true],
  [{ field: 'company', op: 'is', value: 'co-2' }, { company: 'CO-2' }, true],
  [{ field: 'status', op: 'anyOf', value: ['lead', 'Customer'] }, { status: 'Customer' }, true],
  [{ field: 'status', op: 'anyOf', value: ['Lead'] }, {}, false],
  [{ field: 'status', op: 'noneOf', value: ['Lead'] }, {}, true],
  [{ field: 'owner', op: 'anyOf', value: ['me'] }, { owner: 'Mara@example.com' }, true],
  [{ field: 'owner', op: 'anyOf', value: ['me'] }, { owner: 'tom@example.com' }, false],
  [{ field: 'tags', op: 'anyOf', value: ['fleet', 'vip'] }, { tags: ['VIP'] }, true],
  [{ field: 'tags', op: 'allOf', value: ['fleet', 'vip'] }, { tags: ['VIP'] }, false],
  [{ field: 'tags', op: 'allOf', value: ['fleet', 'vip'] }, { tags: ['VIP', 'x', 'Fleet'] }, true],
  [{ field: 'lastContact', op: 'lastDays', value: 30 }, { lastContact: '2026-10-24' }, true],
  [{ field: 'lastContact', op: 'lastDays', value: 30 }, { lastContact: '2026-10-23' }, false],
  [{ field: 'lastContact', op: 'lastDays', value: 0 }, { lastContact: today }, true],
  [{ field: 'lastContact', op: 'notLastDays', value: 30 }, { lastContact: '2026-10-23' }, true],
  [{ field: 'lastContact', op: 'notLastDays', value: 30 }, {}, true],
  [{ field: 'nextFollowUp', op: 'nextDays', value: 7 }, { nextFollowUp: '2026-11-30' }, true],
  [{ field: 'nextFollowUp', op: 'nextDays', value: 7 }, { nextFollowUp: '2026-11-22' }, false],
  [{ field: 'nextFollowUp', op: 'past' }, { nextFollowUp: '2026-11-22' }, true],
  [{ field: 'nextFollowUp', op: 'past' }, {}, false],
  [{ field: 'nextFollowUp', op: 'coming' }, { nextFollowUp: today }, true],
  [{ field: 'created', op: 'before', value: today }, { created: '2026-11-22T23:59' }, true],
  [{ field: 'created', op: 'from', value: today }, { created: '2026-11-23T00:00' }, true],
  [{ field: 'doNotContact', op: 'no' }, {}, true],
  [{ field: 'doNotContact', op: 'yes' }, { doNotContact: true }, true],
  [{ field: 'custom:Tea', op: 'contains', value: 'grey' }, { 'custom:Tea': 'Earl Grey' }, true],
];
it.each(cases)('%j of %j: %s', (condition, fields, expected) => {
  expect(conditionProblem(condition, context.findField)).toBeUndefined();
  expect(meets(condition, fields, { 'CO-1': 'Halvorsen Shipping' })).toBe(expected);
});

it('a number that is not there, or that cannot be read, is neither large nor small', () => {
  const deals = { ...context, findField: finder('deals') };
  for (const op of ['equals', 'atLeast', 'atMost'] as const)
    for (const amount of [null, 'about 12'])
      expect(
        segmentTest(
          { join: 'all', conditions: [{ field: 'amount', op, value: 0 }] },
          deals,
        )({ fields: { amount }, labels: {} }),
      ).toBe(false);
});

it('all of none is everything; any and all differ', () => {
  const record = { fields: { city: 'Bergen' }, labels: {} };
  const city: Condition = { field: 'city', op: 'is', value: 'Bergen' };
  const email: Condition = { field: 'email', op: 'filled' };
  expect(segmentTest({ join: 'any', conditions: [] }, context)(record)).toBe(true);
  expect(segmentTest({ join: 'any', conditions: [email, city] }, context)(record)).toBe(true);
  expect(segmentTest({ join: 'all', conditions: [email, city] }, context)(record)).toBe(false);
});

describe('properties', () => {
  const anyDay = fc.option(fc.integer({ min: -80, max: 80 }).map((by) => addDays(today, by)));
  const anyText = fc.option(fc.string({ maxLength: 6, unit: 'grapheme' }));

  it('opposites never agree', () => {
    const opposites: [Operator, Operator][] = [
      ['contains', 'lacks'],
      ['is', 'isNot'],
    ];
    fc.assert(
      fc.property(anyText, fc.string({ minLength: 1, maxLength: 3 }), (city, value) => {
        for (const [one, other] of opposites)
          expect(meets({ field: 'city', op: one, value }, { city })).toBe(
            !meets({ field: 'city', op: other, value }, { city }),
          );
        expect(meets({ field: 'city', op: 'blank' }, { city })).toBe(!meets({ field: 'city', op: 'filled' }, { city }));
      }),
    );
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (lastContact, value) => {
        const fields = { lastContact };
        expect(meets({ field: 'lastContact', op: 'lastDays', value }, fields)).toBe(
          !meets({ field: 'lastContact', op: 'notLastDays', value }, fields),
        );
      }),
    );
  });

  it('more days never lose a record', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), fc.nat(20), (lastContact, value, more) => {
        const fields = { lastContact, nextFollowUp: lastContact };
        for (const [field, op] of [
          ['lastContact', 'lastDays'],
          ['nextFollowUp', 'nextDays'],
        ] as const)
          if (meets({ field, op, value }, fields)) expect(meets({ field, op, value: value + more }, fields)).toBe(true);
      }),
    );
  });

  it('what is written into Lists is read back as it was', () => {
    const ofTab = (tab: SegmentTab) =>
      fc
        .constantFrom(...fieldsOf(tab))
        .chain(([key, field]) => fc.constantFrom(...operatorsOf(field)).chain((op) => valueFor(key, op)));
    const anySegment = fc.constantFrom(...segmentTabs).chain((tab) =>
      fc.record({
        tab: fc.constant(tab),
        join: fc.constantFrom('all' as const, 'any' as const),
        conditions: fc.array(ofTab(tab), { maxLength: 5 }),
      }),
    );
    fc.assert(
      fc.property(anySegment, (segment) => {
        expect(readSegment(segment.tab, filterText(segment), finder)).toEqual({ ok: true, segment });
        expect(segmentWords(segment, finder(segment.tab)) === '').toBe(segment.conditions.length === 0);
      }),
    );
  });

  it('whatever stands in a row of Lists is a list or a sentence, never an exception', () => {
    const forged = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({
          join: fc.anything(),
          conditions: fc.array(fc.record({ field: fc.anything(), op: fc.anything(), value: fc.anything() })),
        })
        .map((one) => {
          try {
            return JSON.stringify(one) ?? '';
          } catch {
            return '{';
          }
        }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom('Contacts', 'deals', 'Team'), fc.string()), forged, (tab, filter) => {
        const read = readSegment(tab, filter, finder);
        if (!read.ok) expect(read.problem.length).toBeGreaterThan(5);
        else
          for (const one of read.segment.conditions)
            expect(conditionProblem(one, finder(read.segment.tab))).toBeUndefined();
      }),
    );
  });
});

function valueFor(field: string, op: Operator): fc.Arbitrary<Condition> {
  const text = fc.string({ minLength: 1, maxLength: 9 }).filter((one) => one.trim() !== '');
  const days = fc.nat(3660);
  const values: { [op: string]: fc.Arbitrary<string | number | string[]> } = {
    contains: text,
    lacks: text,
    is: text,
    isNot: text,
    anyOf: fc.array(text, { minLength: 1, maxLength: 4 }),
    noneOf: fc.array(text, { minLength: 1, maxLength: 4 }),
    allOf: fc.array(text, { minLength: 1, maxLength: 4 }),
    equals: fc.integer(),
    atLeast: fc.integer(),
    atMost: fc.integer(),
    lastDays: days,
    notLastDays: days,
    nextDays: days,
    before: fc.constant('2026-02-28'),
    from: fc.constant('2024-02-29'),
  };
  const value = values[op];
  return value ? value.map((one) => ({ field, op, value: one })) : fc.constant({ field, op });
}

describe('a stage that is renamed', () => {
  const asking = (value: readonly string[], tab: Segment['tab'] = 'deals'): Segment => ({
    tab,
    join: 'all',
    conditions: [
      { field: 'name', op: 'contains', value: 'Proposal' },
      { field: 'stage', op: 'anyOf', value },
    ],
  });
  it.each([
    ['in its place', ['Lead', 'proposal', 'Won'], false, ['Lead', 'Offer', 'Won']],
    ['once, where both were asked for', ['Offer', 'Proposal'], false, ['Offer']],
    ['beside the old one, which another pipeline has', ['Proposal'], true, ['Proposal', 'Offer']],
  ])('is asked for by its new name: %s', (_, value, isKept, wanted) => {
    expect(withStageRenamed(asking(value), 'Proposal', 'Offer', isKept)).toEqual(asking(wanted));
  });

  it('changes no list that does not ask for it', () => {
    expect(withStageRenamed(asking(['Lead']), 'Proposal', 'Offer', false)).toBeNull();
    expect(withStageRenamed(asking(['Proposal'], 'contacts'), 'Proposal', 'Offer', false)).toBeNull();
  });
});

describe('a row of Lists that cannot be asked', () => {
  const wrong: [string, string, string, RegExp][] = [
    ['names no tab', 'Invoices', '', /Invoices/],
    ['names a tab that lists are not made of', 'Products', '', /Products/],
    ['is no JSON', 'Contacts', '{', /cannot be read/],
    ['is a list', 'Contacts', '[]', /cannot be read/],
    ['joins otherwise', 'Contacts', '{"join":"none","conditions":[]}', /cannot be read/],
    ['asks a field that is not there', 'Contacts', '{"conditions":[{"field":"stage","op":"blank"}]}', /“stage”/],
    ['asks for what nobody has', 'Contacts', '{"conditions":[{"field":"constructor","op":"blank"}]}', /constructor/],
    [
      'asks a day for a text',
      'Contacts',
      '{"conditions":[{"field":"lastContact","op":"contains","value":"x"}]}',
      /Last contact/,
    ],
    [
      'asks for a day of no calendar',
      'Contacts',
      '{"conditions":[{"field":"lastContact","op":"before","value":"2026-02-30"}]}',
      /which day/,
    ],
    [
      'asks for so many days that there is no such day',
      'Contacts',
      '{"conditions":[{"field":"lastContact","op":"lastDays","value":1e9}]}',
      /how many days/,
    ],
    ['asks for no value at all', 'Contacts', '{"conditions":[{"field":"status","op":"anyOf","value":[]}]}', /Status/],
  ];
  it.each(wrong)('%s', (_, tab, filter, problem) => {
    const read = readSegment(tab, filter, finder);
    expect(read.ok ? '' : read.problem).toMatch(problem);
  });

  it('has more conditions than anybody needs', () => {
    const conditions = Array.from({ length: mostConditions + 1 }, () => ({ field: 'email', op: 'blank' as const }));
    expect(readSegment('Contacts', filterText({ join: 'all', conditions }), finder)).toMatchObject({ ok: false });
    expect(readSegment('Contacts', '', finder)).toEqual({
      ok: true,
      segment: { tab: 'contacts', join: 'all', conditions: [] },
    });
  });
});

it('is said in words', () => {
  const conditions: Condition[] = [
    { field: 'lastContact', op: 'notLastDays', value: 30 },
    { field: 'owner', op: 'anyOf', value: ['me', 'tom@example.com'] },
    { field: 'city', op: 'contains', value: 'Ber' },
  ];
  expect(segmentWords({ join: 'any', conditions }, finder('contacts'), () => 'Tom')).toBe(
    'Last contact is not within the last 30 days or Owner is any of me, Tom or City contains “Ber”',
  );
  const shares: Condition[] = [
    { field: 'probability', op: 'atLeast', value: 0.07 },
    { field: 'closeDate', op: 'nextDays', value: 1 },
  ];
  expect(segmentWords({ join: 'all', conditions: shares }, finder('deals'))).toBe(
    'Probability is at least 7% and Close date is within the next 1 day',
  );
});
