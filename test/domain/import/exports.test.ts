// What Google Contacts, HubSpot, Salesforce and Pipedrive export, as they write it: known by its headers, mapped without a question.
import { describe, expect, it } from 'vitest';
import { readDelimited } from '../../../src/domain/import/delimited';
import { reviewImport } from '../../../src/domain/import/review';
import type { SourceTable } from '../../../src/domain/import/source';
import type { RecordTabKey } from '../../../src/domain/schema';
import { context, table } from './support';

function csv(title: string, lines: readonly string[]): SourceTable {
  const rows = readDelimited(lines.join('\r\n')).rows;
  return { title, rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))) };
}

/** The import of a file as suggested: whose it is, where its columns go, and the records it makes. */
function imported(lines: readonly string[]) {
  const review = reviewImport(csv('export', lines), context());
  const to = Object.fromEntries(
    review.columns.map(({ header, target }) => [
      header,
      target.kind === 'field'
        ? target.tab === review.mapping.main
          ? target.field
          : `${target.tab}.${target.field}`
        : target.kind,
    ]),
  );
  const made = (tab: RecordTabKey) => (review.plan.creates[tab] ?? []).map(({ fields }) => fields);
  expect(review.plan.blockers).toEqual([]);
  expect(review.plan.problems).toEqual([]);
  return { program: review.source.program, main: review.mapping.main, to, made, review };
}

describe('Google Contacts', () => {
  const header =
    'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Website 1 - Label,Website 1 - Value';

  it('is known, with several values in a cell, labels of people alone, and contacts without a name', () => {
    const { program, main, to, made } = imported([
      header,
      'Anna,,Berg,,,,,,,,Acme Ltd,Head of IT,,,"Met in Oslo\nlikes tea",https://lh3.example/p,* myContacts ::: Partners ::: VIP,* Work,anna@acme.example ::: anna@home.example,,,Mobile,+44 20 7946 0018 ::: +44 20 7946 0019,,,Work,"1 Main St\nLondon",1 Main St,London,,,N1 1AA,GB,,Profile,https://acme.example',
      ',,,,,,,,,,,,,,,,* myContacts,* Other,info@beta.example,,,,,,,,,,,,,,,,,',
    ]);
    expect({ program, main }).toEqual({ program: 'Google Contacts', main: 'contacts' });
    expect(to).toMatchObject({
      'First Name': 'firstName',
      'Organization Title': 'jobTitle',
      'E-mail 1 - Label': 'skip',
      Photo: 'skip',
      'Address 1 - Formatted': 'skip',
    });
    expect(made('contacts')).toEqual([
      expect.objectContaining({
        firstName: 'Anna',
        lastName: 'Berg',
        email: 'anna@acme.example',
        otherEmails: 'anna@home.example',
        phone: expect.stringContaining('0018'),
        otherPhone: expect.stringContaining('0019'),
        tags: ['Partners', 'VIP'],
        street: '1 Main St',
        postcode: 'N1 1AA',
        notes: 'Met in Oslo\nlikes tea',
        website: 'https://acme.example',
      }),
      expect.objectContaining({ firstName: 'info', email: 'info@beta.example', tags: [] }),
    ]);
    expect(made('companies')).toMatchObject([{ name: 'Acme Ltd' }]);
  });

  it('is known in the older form', () => {
    const { program, made } = imported([
      'Name,Given Name,Additional Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title',
      'Ben Lund,Ben,,Lund,,* myContacts,* Work,ben@example.com,Mobile,+47 22 12 34 56,,Beta AS,CFO',
    ]);
    expect(program).toBe('Google Contacts');
    expect(made('contacts')).toMatchObject([
      { firstName: 'Ben', lastName: 'Lund', jobTitle: 'CFO', email: 'ben@example.com' },
    ]);
  });
});

describe('HubSpot', () => {
  it('contacts', () => {
    const { program, to, made } = imported([
      'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lifecycle Stage,Lead Status,Marketing contact status,Job Title,Company Name,City,State/Region,Postal Code,Country/Region,Create Date,Last Activity Date,Associated Company,Associated Company IDs',
      '101,Camille,Durand,camille@example.com,+33 1 44 55 66 77,Jane Doe,Marketing Qualified Lead,New,Marketing contact,Buyer,Fromagerie Durand,Lyon,Rhône,69001,France,2024-03-12 09:14,2024-04-01 10:00,Fromagerie Durand,9001',
      '102,,,noname@example.com,,,Customer,,Non-marketing contact,,,,,,,2024-03-13 11:00,,,',
      '103,Ola,Nordmann,ola@example.com,,Jane Doe,Sales Qualified Lead,,,,,,,,,2024-03-14 11:00,,,',
    ]);
    expect(program).toBe('HubSpot');
    expect(to).toMatchObject({
      'Company Name': 'company',
      'Associated Company': 'skip',
      'Associated Company IDs': 'skip',
      'Record ID': 'custom',
    });
    expect(made('contacts')).toMatchObject([
      { firstName: 'Camille', status: 'Lead', owner: 'Jane Doe', region: 'Rhône', country: 'France' },
      { firstName: 'noname', status: 'Customer' },
      { firstName: 'Ola', status: 'Prospect' },
    ]);
  });

  it('companies', () => {
    const { program, main, made } = imported([
      'Record ID,Company name,Company owner,Create Date,Phone Number,Last Activity Date,City,Country/Region,Industry,Company Domain Name,Number of Employees,Annual Revenue',
      '9001,Bluebay Gaming Ltd,Sam Sales,2024-02-01 09:30,+44 20 7946 0018,,London,United Kingdom,GAMBLING_CASINOS,bluebay.example,250,12000000',
    ]);
    expect({ program, main }).toEqual({ program: 'HubSpot', main: 'companies' });
    expect(made('companies')).toMatchObject([
      {
        name: 'Bluebay Gaming Ltd',
        domain: 'bluebay.example',
        employees: 250,
        revenue: 12_000_000,
        owner: 'Sam Sales',
      },
    ]);
  });

  it('deals, of which the closed ones get the day they were closed', () => {
    const { program, main, made } = imported([
      'Record ID,Deal Name,Pipeline,Deal Stage,Amount,Currency,Close Date,Create Date,Deal owner,Associated Company,Associated Company IDs,Associated Contact,Associated Contact IDs',
      '7001,Bluebay casino,Sales Pipeline,Contract sent (Sales Pipeline),15000,EUR,2026-12-24 10:00,2026-09-01 08:00,Sam Sales,Bluebay Gaming Ltd,9001,Priya Example (priya@bluebay.example);Tom Example (tom@bluebay.example),8001;8002',
      '7002,Harbour draw,Sales Pipeline,Closed Won,2500,EUR,2026-10-05 10:00,2026-08-01 08:00,Sam Sales,Harbour Ltd,9002,,',
      '7003,Dock,Sales Pipeline,Appointment Scheduled,,EUR,2027-01-05 10:00,2026-11-01 08:00,,,,,',
    ]);
    expect({ program, main }).toEqual({ program: 'HubSpot', main: 'deals' });
    expect(made('deals')).toMatchObject([
      { name: 'Bluebay casino', stage: 'Negotiation', amount: 15_000, currency: 'EUR', closeDate: '2026-12-24' },
      { name: 'Harbour draw', stage: 'Won', closedOn: '2026-10-05', startedOn: '2026-08-01' },
      { name: 'Dock', stage: 'Qualified' },
    ]);
    expect(made('deals')[0]?.closedOn ?? null).toBeNull();
    expect(made('contacts')).toMatchObject([{ firstName: 'Priya', lastName: 'Example' }]);
  });
});

describe('Salesforce', () => {
  it('a report of contacts, with its foot', () => {
    const { program, made, review } = imported([
      'Salutation,First Name,Last Name,Title,Account Name,Phone,Mobile,Email,Mailing Street,Mailing City,Mailing State/Province,Mailing Zip/Postal Code,Mailing Country,Lead Source,Contact Owner,Email Opt Out',
      'Ms.,Stella,Pavlova,SVP Production,United Oil & Gas Corp.,(212) 842-5500,(212) 842-5501,spavlova@uog.example,1301 Avenue of the Americas,New York,NY,10019,USA,Web,Sam Sales,1',
      'Mr.,Sean,Forbes,CFO,Edge Communications,(512) 757-6000,,sean@edge.example,312 Constitution Place,Austin,TX,78767,USA,Phone Inquiry,Sam Sales,0',
      '',
      'Confidential Information - Do Not Distribute',
      '"Generated By: Sam Sales 11/20/2026, 9:30 AM"',
    ]);
    expect(program).toBe('Salesforce');
    expect(made('contacts')).toMatchObject([
      { firstName: 'Stella', jobTitle: 'SVP Production', postcode: '10019', source: 'Web', emailConsent: 'opted out' },
      { firstName: 'Sean', emailConsent: 'unknown' },
    ]);
    expect(made('companies')).toMatchObject([{ name: 'United Oil & Gas Corp.' }, { name: 'Edge Communications' }]);
    expect(review.plan.notes.map(({ code }) => code)).toContain('left-out');
  });

  it('accounts as the data loader writes them', () => {
    const { program, main, to, made } = imported([
      'Id,IsDeleted,MasterRecordId,Name,Type,ParentId,BillingStreet,BillingCity,BillingState,BillingPostalCode,BillingCountry,Phone,Fax,Website,Industry,AnnualRevenue,NumberOfEmployees,Description,OwnerId,CreatedDate,CreatedById,SystemModstamp',
      '0015g00000XYZ,0,,Edge Communications,Customer - Direct,,312 Constitution Place,Austin,TX,78767,USA,(512) 757-6000,(512) 757-9000,http://edgecomm.example,Electronics,139000000,1000,"Edge, founded in 1998",0055g00000ABC,2026-01-05T10:00:00.000Z,0055g00000ABC,2026-02-05T10:00:00.000Z',
    ]);
    expect({ program, main }).toEqual({ program: 'Salesforce', main: 'companies' });
    expect(to).toMatchObject({ OwnerId: 'skip', IsDeleted: 'skip', CreatedById: 'skip', Id: 'custom', Type: 'custom' });
    expect(made('companies')).toMatchObject([
      {
        name: 'Edge Communications',
        city: 'Austin',
        revenue: 139_000_000,
        employees: 1000,
        notes: 'Edge, founded in 1998',
      },
    ]);
  });

  it('opportunities', () => {
    const { program, main, made } = imported([
      'Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Expected Revenue,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type',
      'Sam Sales,Edge Communications,Edge Emergency Generator,Closed Won,Q4-2026,"$75,000.00","$75,000.00",100,30,11/15/2026,10/16/2026,,Word of mouth,New Customer',
      'Sam Sales,Pyramid Construction,Pyramid Generators,Id. Decision Makers,Q4-2026,"$100,000.00","$60,000.00",60,12,12/20/2026,11/1/2026,Call,Web,New Customer',
      'Sam Sales,Dickenson plc,Dickenson Mobile,Proposal/Price Quote,Q4-2026,"$15,000.00","$1,500.00",10,12,12/28/2026,11/2/2026,,Web,New Customer',
    ]);
    expect({ program, main }).toEqual({ program: 'Salesforce', main: 'deals' });
    expect(made('deals')).toMatchObject([
      { name: 'Edge Emergency Generator', stage: 'Won', amount: 75_000, closedOn: '2026-11-15', probability: 1 },
      { name: 'Pyramid Generators', closeDate: '2026-12-20', probability: 0.6 },
      { name: 'Dickenson Mobile', stage: 'Proposal' },
    ]);
  });
});

describe('Pipedrive', () => {
  it('deals, of which the won and lost ones keep no open stage', () => {
    const { program, main, to, made } = imported([
      'Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Organization,Deal - Contact person,Deal - Pipeline,Deal - Stage,Deal - Status,Deal - Probability,Deal - Owner,Deal - Expected close date,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Lost reason,Deal - Deal closed on,Deal - Total activities,Deal - Done activities',
      '1,Ovens,18000,EUR,Nouvelle Boulangerie,Nadia Chérif,Pipeline,Proposal Made,Open,60,Inès Moreau,2026-12-18,2026-10-01 09:00:00,,,,,4,3',
      '2,Bakery line,9000,EUR,Durand,Claire Durand,Pipeline,Negotiations Started,Won,,Inès Moreau,2026-11-01,2026-08-01 09:00:00,2026-11-03 14:20:00,,,2026-11-03 14:20:00,2,2',
      '3,Mixer,700,EUR,Perrin,,Pipeline,Demo Scheduled,Lost,,Inès Moreau,,2026-08-02 09:00:00,,2026-09-09 08:00:00,Too expensive,2026-09-09 08:00:00,1,1',
    ]);
    expect({ program, main }).toEqual({ program: 'Pipedrive', main: 'deals' });
    expect(to).toMatchObject({ 'Deal - Status': 'skip', 'Deal - Total activities': 'skip', 'Closed on': 'closedOn' });
    expect(made('deals')).toMatchObject([
      { name: 'Ovens', stage: 'Proposal', amount: 18_000, currency: 'EUR', closeDate: '2026-12-18', probability: 0.6 },
      { name: 'Bakery line', stage: 'Won', closedOn: '2026-11-03' },
      { name: 'Mixer', stage: 'Lost', closedOn: '2026-09-09', lostReason: 'Too expensive' },
    ]);
    expect(made('contacts')).toMatchObject([{ firstName: 'Nadia', lastName: 'Chérif' }, { firstName: 'Claire' }]);
  });

  it('persons', () => {
    const { program, main, made } = imported([
      'Person - ID,Person - Name,Person - Organization,Person - Email - Work,Person - Email - Home,Person - Phone - Work,Person - Phone - Mobile,Person - Owner,Person - Labels,Person - Open deals,Person - Marketing status,Person - Last activity date',
      '88,Jordan Vega,Acme Restoration,jordan@acme.example,jordan@home.example,+1 312-555-0122,+1 312-555-0123,Sam Sales,"Hot lead, Customer",2,Subscribed,2026-01-12',
    ]);
    expect({ program, main }).toEqual({ program: 'Pipedrive', main: 'contacts' });
    expect(made('contacts')).toMatchObject([
      {
        firstName: 'Jordan',
        lastName: 'Vega',
        email: 'jordan@acme.example',
        otherEmails: 'jordan@home.example',
        tags: ['Hot lead', 'Customer'],
        emailConsent: 'opted in',
      },
    ]);
  });

  it('organizations', () => {
    const { program, main, made } = imported([
      'Organization - ID,Organization - Name,Organization - Owner,Organization - Labels,Organization - Address,Organization - People,Organization - Open deals,Organization - City/town/village/locality of Address,Organization - ZIP/Postal code of Address,Organization - Country of Address',
      '5,Acme Restoration,Sam Sales,Customer,"1 Main St, Chicago, IL",3,1,Chicago,60602,United States',
    ]);
    expect({ program, main }).toEqual({ program: 'Pipedrive', main: 'companies' });
    expect(made('companies')).toMatchObject([
      { name: 'Acme Restoration', owner: 'Sam Sales', city: 'Chicago', postcode: '60602', country: 'United States' },
    ]);
  });
});

describe('any other list', () => {
  it.each([
    ['people', ['First name | Last name | Email | Phone', 'Anna | Berg | anna@example.com | 555 0100']],
    ['deals', ['Deal name | Deal stage | Amount', 'One | Lead | 100']],
    ['companies', ['Name | Phone | Website', 'Acme | 555 0100 | acme.example']],
  ])('of %s is no program’s', (_, lines) => {
    expect(reviewImport(table('Old', lines), context()).source.program).toBeUndefined();
  });

  it('is asked about words that the program does not come with', () => {
    const { values, plan } = reviewImport(
      csv('deals', ['Record ID,Deal Name,Deal Stage,Amount', '1,One,Our own step,5', '2,Two,Closed Lost,6']),
      context(),
    );
    expect(values[0]?.values.map(({ from, to }) => [from, to])).toEqual([
      ['Our own step', null],
      ['Closed Lost', 'Lost'],
    ]);
    expect(plan.blockers.map(({ code }) => code)).toEqual(['undecided-value']);
  });
});
