import { describe, expect, it } from 'vitest';
import type { ImportMapping } from '../../../src/domain/import/mapping';
import type { ImportPlan } from '../../../src/domain/import/plan-types';
import { reviewImport } from '../../../src/domain/import/review';
import type { AnyRecord, RecordTabKey } from '../../../src/domain/schema';
import { confirmed, confirmedReview, context, csvTable, noData, table } from './support';

/** The plan's new records with references as the names of what they point to. */
function made(plan: ImportPlan, tab: RecordTabKey): AnyRecord[] {
  return (plan.creates[tab] ?? []).map(({ fields, names, refs }) => ({
    ...fields,
    ...Object.fromEntries(Object.keys(refs).map((field) => [field, `→ ${names[field]}`])),
  }));
}

function counts(plan: ImportPlan): { [tab: string]: [number, number, number] } {
  return Object.fromEntries(plan.counts.map(({ tab, create, update, same }) => [tab, [create, update, same]]));
}

const codes = (plan: ImportPlan) => plan.blockers.map(({ code }) => code);

describe('the Maven pipeline', () => {
  const source = noData ? table('', []) : csvTable('maven-crm/sales_pipeline.csv');

  it.skipIf(noData)(`waits for the person to decide its two unknown stages${noData}`, () => {
    const review = reviewImport(source, context());
    expect(review.values).toMatchObject([
      {
        tab: 'deals',
        field: 'stage',
        values: [
          { from: 'Won', count: 4238, to: 'Won' },
          { from: 'Lost', count: 2473, to: 'Lost' },
          { from: 'Engaging', count: 1589, to: null, suggested: 'Qualified' },
          { from: 'Prospecting', count: 500, to: null, suggested: 'Lead' },
        ],
      },
    ]);
    expect(codes(review.plan)).toEqual(['undecided-value']);
    expect(counts(review.plan).deals).toEqual([8800, 0, 0]);
  });

  it.skipIf(noData)(`becomes 8,800 deals, 85 companies, 7 products and 30 team members${noData}`, () => {
    const { plan } = confirmedReview(source);
    expect(plan.blockers).toEqual([]);
    expect(plan.problems).toEqual([]);
    expect(counts(plan)).toEqual({ products: [7, 0, 0], companies: [85, 0, 0], deals: [8800, 0, 0] });
    expect(plan.team).toHaveLength(30);
    expect(plan.customColumns).toEqual([{ tab: 'deals', header: 'Opportunity ID' }]);
    expect(made(plan, 'deals')[0]).toEqual({
      'custom:Opportunity ID': '1C1I7A6R',
      name: 'Cancity · GTX Plus Basic',
      owner: 'Moses Frase',
      product: '→ GTX Plus Basic',
      company: '→ Cancity',
      stage: 'Won',
      startedOn: '2016-10-20',
      closedOn: '2017-03-01',
      amount: 1054,
    });
    expect(plan.notes.map(({ code }) => code)).toEqual(['new-team', 'new-column', 'key', 'names-made', 'lost-reason']);
  });

  it.skipIf(noData)(`keeps what is blank blank: no company, no value, no date${noData}`, () => {
    const { plan } = confirmedReview(source);
    const deals = plan.creates.deals ?? [];
    expect(deals.filter(({ refs, fields }) => refs.company === undefined && !fields.company)).toHaveLength(1425);
    expect(deals.filter(({ fields }) => fields.amount === null)).toHaveLength(2089);
    expect(deals.filter(({ fields }) => fields.amount === 0)).toHaveLength(2473);
    expect(deals.filter(({ fields }) => fields.startedOn === null)).toHaveLength(500);
    expect(deals.find(({ fields }) => fields['custom:Opportunity ID'] === 'HAXMC4IX')?.fields.name).toBe('MG Advanced');
  });

  it.skipIf(noData)(`finds products, companies and people that are there already${noData}`, () => {
    const given = context({
      team: [{ key: 'moses@example.com', name: 'Moses Frase', email: 'moses@example.com' }],
      existing: {
        products: [
          { id: 'P-4', name: 'GTX Pro', aliases: [] },
          { id: 'P-5', name: 'Special', aliases: ['MG Special'] },
        ],
        companies: [{ id: 'CO-9', name: 'Cancity, Inc.' }],
      },
    });
    const { plan } = confirmedReview(source, given);
    expect(counts(plan)).toEqual({ products: [5, 0, 2], companies: [84, 0, 1], deals: [8800, 0, 0] });
    expect(plan.team).toHaveLength(29);
    expect(plan.creates.deals?.[0]).toMatchObject({
      fields: { company: 'CO-9', owner: 'moses@example.com' },
      names: { company: 'Cancity, Inc.' },
    });
    expect(plan.creates.deals?.[1]?.fields.product).toBe('P-4');
  });
});

describe('companies from accounts', () => {
  it.skipIf(noData)(`stand behind the companies that they belong to${noData}`, () => {
    const { plan } = confirmedReview(csvTable('maven-crm/accounts.csv'));
    expect(counts(plan)).toEqual({ companies: [85, 0, 0] });
    const companies = plan.creates.companies ?? [];
    const withParent = companies.filter(({ refs }) => refs.parentCompany !== undefined);
    expect(withParent).toHaveLength(15);
    for (const [at, { refs }] of companies.entries()) expect(refs.parentCompany ?? -1).toBeLessThan(at);
    expect(made(plan, 'companies').find(({ name }) => name === 'Bluth Company')).toMatchObject({
      parentCompany: '→ Acme Corporation',
      revenue: 1242.32,
    });
  });

  it('survive a circle of parents', () => {
    const { plan } = confirmedReview(
      table('Accounts', [
        'account | industry | employees | parent account',
        'A | x | 1 | B',
        'B | x | 2 | C',
        'C | x | 3 | A',
      ]),
    );
    expect(plan.problems).toEqual([]);
    const links = (plan.creates.companies ?? []).map(({ refs }, at) => (refs.parentCompany ?? -1) < at);
    expect(links).toEqual([true, true, true]);
  });
});

describe('contacts with companies', () => {
  it.skipIf(noData)(`come as 500 contacts and 500 companies from us-500${noData}`, () => {
    const { plan } = confirmedReview(csvTable('us-500/us-500.csv'));
    expect(counts(plan)).toEqual({ companies: [500, 0, 0], contacts: [500, 0, 0] });
    expect(plan.problems).toEqual([]);
    expect(made(plan, 'contacts')[2]).toMatchObject({
      firstName: 'Art',
      postcode: '8014',
      company: '→ Chemel, James L Cpa',
    });
  });

  const people = (rows: string[]) => table('People', ['Name | Email | Company', ...rows]);

  it('share one company under several spellings', () => {
    const { plan } = confirmedReview(
      people(['Anna Berg | a@example.com | Acme, Inc.', 'Ben Kern | b@example.com | acme', 'Carl Low | | ACME Ltd']),
    );
    expect(counts(plan)).toEqual({ companies: [1, 0, 0], contacts: [3, 0, 0] });
    expect(made(plan, 'contacts')[0]).toMatchObject({ firstName: 'Anna', lastName: 'Berg', company: '→ Acme, Inc.' });
  });

  it('that repeat an address are joined when nothing contradicts, else named with both rows', () => {
    const { plan } = confirmedReview(
      table('People', [
        'First name | Last name | Email | Phone',
        'Anna | Berg | a@example.com | ',
        'Anna | Berg | A@example.com | 555-0100 100',
        'Anna | Burg | a@example.com | ',
      ]),
    );
    expect(counts(plan).contacts).toEqual([1, 0, 1]);
    expect(made(plan, 'contacts')).toMatchObject([{ phone: '555-0100 100' }]);
    expect(plan.problems).toMatchObject([{ row: 4, code: 'duplicate', field: 'Last name' }]);
    expect(plan.problems[0]?.message).toContain('row 2');
  });

  it('that repeat an address are left out the second time as well, when the first of them is there already', () => {
    const source = table('People', [
      'First name | Last name | Email | Street',
      'Anna | Berg | a@example.com | First Street',
      'Anna | Berg | a@example.com | Other Street',
    ]);
    const anna = { id: 'C-1', firstName: 'Anna', lastName: 'Berg', email: 'a@example.com', street: 'First Street' };
    const { plan } = confirmedReview(source, context({ existing: { contacts: [anna] } }));
    expect(counts(plan).contacts).toEqual([0, 0, 1]);
    expect(plan.problems).toMatchObject([{ row: 3, code: 'duplicate', field: 'Street' }]);
  });

  it('are told from namesakes by address and by company', () => {
    const given = context({
      existing: {
        contacts: [{ id: 'C-1', firstName: 'Anna', lastName: 'Berg', email: 'a@example.com', company: null }],
      },
    });
    const { plan } = confirmedReview(
      people(['Anna Berg | other@example.com | ', 'Anna Berg | a@example.com | ', 'Anna Berg | | Acme']),
      given,
    );
    expect(counts(plan).contacts).toEqual([2, 0, 1]);
  });

  it('of one name are two where the source has a key for each', () => {
    const rows = [
      'Client ID | First name | Last name | Email',
      'c1 | Anna | Berg | ',
      'c2 | Anna | Berg | ',
      'c3 | Anna | Berg | a@example.com',
    ];
    expect(counts(confirmedReview(table('People', rows)).plan).contacts).toEqual([3, 0, 0]);
  });

  it('change what differs and leave alone what the source leaves blank', () => {
    const given = context({
      existing: {
        contacts: [
          {
            id: 'C-7',
            firstName: 'Anna',
            lastName: 'Berg',
            email: 'a@example.com',
            phone: '555 0100',
            jobTitle: 'Buyer',
          },
        ],
      },
    });
    const { plan } = confirmedReview(
      table('People', [
        'First name | Last name | Email | Phone | Job title',
        'Anna | Berg-Low | a@example.com | 555 0100 | ',
      ]),
      given,
    );
    expect(plan.updates.contacts).toMatchObject([{ id: 'C-7', fields: { lastName: 'Berg-Low' } }]);
    expect(Object.keys(plan.updates.contacts?.[0]?.fields ?? {})).toEqual(['lastName']);
  });
});

describe('importing again', () => {
  const source = table('Pipeline', [
    'Deal ID | Deal stage | Account | Close value',
    'x1 | Won | Acme | 100',
    'x2 | Lead | Acme | 200',
    'x3 | Lead | | ',
  ]);
  const existing = {
    companies: [{ id: 'CO-1', name: 'Acme' }],
    deals: [
      { id: 'D-1', name: 'Acme', company: 'CO-1', stage: 'Won', amount: 100, 'custom:Deal ID': 'x1' },
      { id: 'D-2', name: 'Renamed by hand', company: 'CO-1', stage: 'Lead', amount: 150, 'custom:Deal ID': 'X2' },
    ],
  };

  it('goes by the column that names the rows', () => {
    const { plan } = confirmedReview(source, context({ existing, customFields: { deals: ['Deal ID'] } }));
    expect(counts(plan)).toEqual({ companies: [0, 0, 1], deals: [1, 1, 1] });
    expect(plan.updates.deals).toMatchObject([{ id: 'D-2', fields: { amount: 200 } }]);
    expect(plan.customColumns).toEqual([]);
    expect(made(plan, 'deals')).toMatchObject([{ name: 'x3' }]);
  });

  it('goes by all values where no column names the rows, counting equal rows', () => {
    const rows = ['Stage | Account | Amount', 'Won | Acme | 100', 'Won | Acme | 100', 'Lead | Acme | 7'];
    const deals = [{ id: 'D-1', name: 'Acme', company: 'CO-1', stage: 'Won', amount: 100 }];
    const { plan } = confirmedReview(table('Deals', rows), context({ existing: { ...existing, deals } }));
    expect(counts(plan).deals).toEqual([2, 0, 1]);
  });

  it('lists a key that two different rows claim', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `k${at} | Lead | ${at}`);
    const { plan } = confirmedReview(table('Deals', ['Deal ID | Stage | Amount', ...lines, 'k3 | Lead | 99']));
    expect(plan.problems).toMatchObject([{ row: 32, code: 'duplicate' }]);
    expect(plan.skipped).toBe(1);
  });
});

describe('a dirty source', () => {
  const source = table('Deals', [
    'Deal name | Stage | Closed on | Amount | Contact email',
    'One | Won | 31.02.2024 | 100 | a@example.com',
    'Two | Won | 28.02.2024 | lots | nobody',
    'Three | | 28.02.2024 | 5 | ',
    'Four | Won | 28.02.2024 | 5 | ',
  ]);

  it('says row, column and value of every bad cell, and leaves out those rows whole', () => {
    const { plan } = confirmedReview(source);
    expect(plan.problems.map(({ row, message }) => [row, message])).toEqual([
      [2, 'Row 2, Closed on: “31.02.2024” is no date'],
      [3, 'Row 3, Amount: “lots” is no amount'],
      [3, 'Row 3, Contact email: “nobody” is no email address'],
      [4, 'Row 4, Stage is blank'],
    ]);
    expect(plan.skipped).toBe(3);
    expect(counts(plan)).toEqual({ deals: [1, 0, 0] });
  });

  it('stops at an unknown stage until the person says what it means', () => {
    const unknown = table('Deals', ['Deal name | Stage', 'One | Banana', 'Two | Won']);
    const review = reviewImport(unknown, context());
    expect(review.plan.blockers).toMatchObject([
      { code: 'undecided-value', message: 'Say what “Banana” becomes as Stage.' },
    ]);
    const decided: ImportMapping = {
      ...review.mapping,
      values: [{ tab: 'deals', field: 'stage', map: { Banana: 'Lead' } }],
    };
    expect(reviewImport(unknown, context(), decided).plan.blockers).toEqual([]);
    const wrong: ImportMapping = {
      ...review.mapping,
      values: [{ tab: 'deals', field: 'stage', map: { Banana: 'Nowhere' } }],
    };
    expect(codes(reviewImport(unknown, context(), wrong).plan)).toEqual(['undecided-value']);
  });

  it.each([
    ['an empty tab', table('Old', ['']), 'empty'],
    ['a tab without headers', table('Old', ['a@example.com | 2024-01-02']), 'no-headers'],
    ['a tab without records', table('Old', ['Name | Email']), 'no-rows'],
  ])('is refused with a sentence that names the tab: %s', (_, tab, code) => {
    const { plan } = reviewImport(tab, context());
    expect(plan.blockers).toMatchObject([{ code }]);
    expect(plan.blockers[0]?.message).toContain('“Old”');
  });

  it('is not started with half a mapping', () => {
    const review = reviewImport(source, context());
    const half = { ...review.mapping, columns: review.mapping.columns.filter(({ column }) => column !== 1) };
    expect(reviewImport(source, context(), half).plan.blockers).toMatchObject([
      { code: 'required-field', message: 'No column gives Stage, and a deal needs it.' },
    ]);
    const stage = { kind: 'field' as const, tab: 'deals' as const, field: 'stage' };
    const twice = {
      ...review.mapping,
      columns: [...half.columns, { column: 1, target: stage }, { column: 3, target: stage }],
    };
    expect(codes(reviewImport(source, context(), twice).plan)).toContain('duplicate-target');
    const system = { ...half, columns: [...half.columns, { column: 1, target: { ...stage, field: 'created' } }] };
    expect(codes(reviewImport(source, context(), system).plan)).toContain('unknown-target');
  });

  it.skipIf(noData)(`that lists the team says where team members belong${noData}`, () => {
    const { plan, mapping } = reviewImport(csvTable('maven-crm/sales_teams.csv'), context());
    expect(codes(plan)).toEqual(['team-list']);
    expect(codes(reviewImport(csvTable('maven-crm/sales_teams.csv'), context(), mapping).plan)).toEqual(['team-list']);
  });

  it('tells how dates are read that can be read both ways, and obeys the person', () => {
    const dates = table('Deals', ['Deal name | Stage | Start date', 'One | Lead | 3/4/2024', 'Two | Lead | 5/6/2024']);
    const { plan, mapping } = confirmedReview(dates);
    expect(plan.notes).toMatchObject([{ code: 'dates-guessed' }]);
    expect(plan.creates.deals?.[0]?.fields.startedOn).toBe('2024-03-04');
    const dayFirst = reviewImport(dates, context(), { ...mapping, dates: [{ column: 2, order: 'dmy' }] }).plan;
    expect(dayFirst.creates.deals?.[0]?.fields.startedOn).toBe('2024-04-03');
    expect(dayFirst.notes).toEqual([]);
  });

  it('names a deal that does not exist where an interaction refers to one', () => {
    const log = table('Calls', [
      'Date | Type | Subject | Deal | Company',
      '2024-01-02 | Call | Hello | Nothing | Acme',
      '2024-01-03 | Call | Hi | D-2 | Acme',
    ]);
    const { plan } = confirmedReview(log, context({ existing: { deals: [{ id: 'D-2', name: 'Something' }] } }));
    expect(plan.problems).toMatchObject([{ row: 2, code: 'reference' }]);
    expect(plan.creates.companies).toHaveLength(1);
    expect(plan.creates.interactions).toMatchObject([
      { fields: { deal: 'D-2', when: '2024-01-03T00:00' }, names: { deal: 'Something' } },
    ]);
  });
});

describe('roles', () => {
  const source = table('Deals', ['Deal name | Stage | Owner | Product', 'One | Lead | Nobody Known | Lamp']);

  it('below admin add neither people nor products, and a viewer imports nothing', () => {
    expect(codes(reviewImport(source, context({ role: 'rep' })).plan)).toEqual([
      'team-needs-admin',
      'products-need-admin',
    ]);
    expect(codes(reviewImport(source, context({ role: 'viewer' })).plan)).toEqual(['role']);
    expect(codes(reviewImport(source, context()).plan)).toEqual([]);
    const known = context({
      role: 'rep',
      team: [{ key: 'n@example.com', name: 'Nobody Known', email: 'n@example.com' }],
      existing: { products: [{ id: 'P-1', name: 'lamp' }] },
    });
    expect(codes(reviewImport(source, known).plan)).toEqual([]);
  });
});

describe('money', () => {
  it('in a foreign currency takes its code along', () => {
    const { plan } = confirmedReview(
      table('Deals', [
        'Deal name | Stage | Amount',
        'One | Lead | € 1.200,50',
        'Two | Lead | 12k',
        'Three | Lead | USD 5',
      ]),
    );
    expect(made(plan, 'deals')).toMatchObject([{ amount: 1200.5, currency: 'EUR' }, { amount: 12000 }, { amount: 5 }]);
    expect(made(plan, 'deals')[2]?.currency).toBeUndefined();
  });
});

describe('a plan', () => {
  it('does not depend on anything but its arguments', () => {
    const source = table('Deals', ['Deal name | Stage | Account', 'One | Lead | Acme']);
    const review = reviewImport(source, context());
    expect(reviewImport(source, context(), confirmed(review)).plan).toEqual(
      reviewImport(source, context(), confirmed(review)).plan,
    );
  });
});
