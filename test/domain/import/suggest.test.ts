import { describe, expect, it } from 'vitest';
import type { ColumnTarget } from '../../../src/domain/import/mapping';
import { sourceRecords } from '../../../src/domain/import/review';
import type { SourceTable } from '../../../src/domain/import/source';
import { suggestMapping } from '../../../src/domain/import/suggest';
import { suggestChoice } from '../../../src/domain/import/value-map';
import { defaultStages } from '../../../src/domain/settings';
import { csvTable, noData, table } from './support';

function suggested(source: SourceTable, customFields: { [tab: string]: string[] } = {}) {
  const records = sourceRecords(source);
  if (typeof records === 'string') throw new Error(records);
  return suggestMapping(records, { customFields, stages: defaultStages });
}

/** `stage` for the main tab's own field, `companies.phone` for a related one, `+Header` for a custom column, `-` for none. */
function told(main: string, target: ColumnTarget): string {
  if (target.kind === 'skip') return '-';
  if (target.kind === 'custom') return `+${target.header}`;
  return target.tab === main ? target.field : `${target.tab}.${target.field}`;
}

function mapped(source: SourceTable, customFields = {}) {
  const { mapping, columns } = suggested(source, customFields);
  return {
    main: mapping.main,
    to: Object.fromEntries(columns.map(({ header, target }) => [header, told(mapping.main, target)])),
  };
}

describe('a suggested mapping', () => {
  it.skipIf(noData)(`sends every column of the Maven pipeline where it belongs${noData}`, () => {
    expect(mapped(csvTable('maven-crm/sales_pipeline.csv'))).toEqual({
      main: 'deals',
      to: {
        opportunity_id: '+Opportunity ID',
        sales_agent: 'owner',
        product: 'product',
        account: 'company',
        deal_stage: 'stage',
        engage_date: 'startedOn',
        close_date: 'closedOn',
        close_value: 'amount',
      },
    });
  });

  it.skipIf(noData)(`knows accounts, products and contacts${noData}`, () => {
    expect(mapped(csvTable('maven-crm/accounts.csv'))).toEqual({
      main: 'companies',
      to: {
        account: 'name',
        sector: 'industry',
        year_established: '+Year established',
        revenue: 'revenue',
        employees: 'employees',
        office_location: 'country',
        subsidiary_of: 'parentCompany',
      },
    });
    expect(mapped(csvTable('maven-crm/products.csv'))).toEqual({
      main: 'products',
      to: { product: 'name', series: 'category', sales_price: 'price' },
    });
    expect(mapped(csvTable('us-500/us-500.csv'))).toEqual({
      main: 'contacts',
      to: {
        first_name: 'firstName',
        last_name: 'lastName',
        company_name: 'company',
        address: 'street',
        city: 'city',
        county: '+County',
        state: 'region',
        zip: 'postcode',
        phone1: 'phone',
        phone2: 'otherPhone',
        email: 'email',
        web: 'website',
      },
    });
  });

  it.skipIf(noData)(`recognises a list of the team, which is no tab of records${noData}`, () => {
    expect(suggested(csvTable('maven-crm/sales_teams.csv')).looksLikeTeam).toBe(true);
    expect(suggested(csvTable('maven-crm/accounts.csv')).looksLikeTeam).toBe(false);
  });

  it('keeps an expected close date where open deals have one', () => {
    const source = table('Pipeline', [
      'Deal name | Stage | Close date | Amount',
      'One | Proposal | 2024-05-01 | 100',
      'Two | Won | 2024-01-05 | 200',
      'Three | Lost | 2024-02-05 | 300',
    ]);
    expect(mapped(source).to).toMatchObject({ 'Close date': 'closeDate', Stage: 'stage', Amount: 'amount' });
  });

  it('goes by values where headers say nothing, and then calls it a guess', () => {
    const source = table('Leute', [
      'Vorname | Nachname | Adresse1 | Erreichbar',
      'Anna | Berg | anna@example.com | +49 30 23125 100',
      'Ben | Kern | ben@example.com | +49 30 23125 101',
    ]);
    const { mapping, columns } = suggested(source);
    expect(mapping.main).toBe('contacts');
    expect(columns[2]).toMatchObject({
      target: { kind: 'field', tab: 'contacts', field: 'email' },
      samples: ['anna@example.com', 'ben@example.com'],
    });
    expect(columns[2]?.confidence).toBeLessThan(0.5);
    expect(columns[3]?.target).toMatchObject({ field: 'phone' });
  });

  it('doubts a header that its values contradict', () => {
    const source = table('People', ['First name | Last name | Email', 'Anna | Berg | yes', 'Ben | Kern | no']);
    expect(suggested(source).columns[2]?.confidence).toBeLessThan(0.5);
  });

  it('fills the company and the contact of a deal from columns that describe them', () => {
    const source = table('Deals', [
      'Deal name | Stage | Company | Company phone | Contact name | Contact email',
      'One | Lead | Acme | 555-0100 100 | Anna Berg | anna@example.com',
    ]);
    expect(mapped(source).to).toMatchObject({
      Company: 'company',
      'Company phone': 'companies.phone',
      'Contact name': 'contact',
      'Contact email': 'contacts.email',
    });
  });

  it('takes a title for a deal’s name among deals, for a contact’s job among contacts', () => {
    const deals = table('Sheet2', [
      'Title | Stage | Amount | Close date | Company',
      'Fleet tracking | Lead | 100 | 2026-12-01 | Acme',
    ]);
    expect(mapped(deals)).toEqual({
      main: 'deals',
      to: { Title: 'name', Stage: 'stage', Amount: 'amount', 'Close date': 'closeDate', Company: 'company' },
    });
    const people = table('Sheet3', [
      'Name | Title | Email | Company',
      'Anna Berg | Head of IT | anna@example.com | Acme',
    ]);
    expect(mapped(people)).toMatchObject({ main: 'contacts', to: { Title: 'jobTitle', Company: 'company' } });
  });

  it('leaves a header to another tab where the main tab’s field has a better column', () => {
    const source = table('Deals', [
      'Deal name | Stage | Contact name | Title',
      'Fleet tracking | Lead | Anna Berg | Head of IT',
    ]);
    expect(mapped(source).to).toMatchObject({ 'Deal name': 'name', Title: 'contacts.jobTitle' });
  });

  it('finds a custom column again that an earlier import has made', () => {
    const source = table('Deals', ['deal_name | stage | lead_score', 'One | Lead | 17']);
    const { columns } = suggested(source, { deals: ['Lead Score'] });
    expect(columns[2]).toMatchObject({ target: { kind: 'custom', header: 'Lead Score' }, confidence: 1 });
  });

  it('never names a custom column like a field, and skips a column without values', () => {
    const source = table('People', [
      'ID | First name | Created | Blank',
      'x1 | Anna | 2024-01-01 | ',
      'x2 | Ben | 2024-01-02 | ',
    ]);
    expect(mapped(source).to).toEqual({
      ID: '+ID (imported)',
      'First name': 'firstName',
      Created: '+Created (imported)',
      Blank: '-',
    });
  });
});

describe('a suggested stage', () => {
  it.each([
    ['Prospecting', 'Lead'],
    ['Engaging', 'Qualified'],
    ['Closed Won', 'Won'],
    ['closedlost', 'Lost'],
    ['Proposal/Price Quote', 'Proposal'],
    ['Negotation', 'Negotiation'],
    ['WON', 'Won'],
    ['Won - signed', 'Won'],
    ['Banana', null],
  ])('for %j is %j', (value, expected) => expect(suggestChoice(value, defaultStages)).toBe(expected));

  it('goes by outcome where a team has names of its own', () => {
    const stages = [
      { name: 'Offen', outcome: 'open' as const },
      { name: 'Gewonnen', outcome: 'won' as const },
      { name: 'Verloren', outcome: 'lost' as const },
    ];
    expect(
      ['Prospecting', 'Closed Won', 'Closed Lost', 'Proposal'].map((value) => suggestChoice(value, stages)),
    ).toEqual(['Offen', 'Gewonnen', 'Verloren', null]);
  });
});
