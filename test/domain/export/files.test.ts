// What the files for other programs hold.
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../../src/domain/csv';
import { type ExportData, type ExportRow, exportFiles } from '../../../src/domain/export';
import { recordTabKeys } from '../../../src/domain/schema';

const row = (id: string, fields: ExportRow['fields'], labels: ExportRow['labels'] = {}): ExportRow => ({
  id,
  fields,
  labels,
});

const halberg = row('CO-1', {
  name: 'Halberg GmbH',
  website: 'https://www.Halberg.example/en',
  street: 'Hauptstr. 1',
  postcode: '10115',
  city: 'Berlin',
  owner: 'ann@example.com',
  employees: 120,
});
const vera = row(
  'C-1',
  {
    firstName: 'Vera',
    lastName: 'Lind',
    email: 'vera@halberg.example',
    phone: '+49 30 1234567',
    company: 'CO-1',
    status: 'Customer',
    owner: 'Zane',
    emailConsent: 'opted out',
    tags: ['vip', 'fair'],
    'custom:Shoe size': '38',
  },
  { 'CO-1': 'Halberg GmbH' },
);
const names = { 'CO-1': 'Halberg GmbH', 'C-1': 'Vera Lind', 'D-1': 'Big one' };
const lost = row(
  'D-1',
  {
    name: 'Big one',
    stage: 'Lost',
    lostReason: 'Price',
    amount: 1200,
    probability: 0.25,
    contact: 'C-1',
    company: 'CO-1',
    closeDate: '2026-12-01',
  },
  names,
);
const call = row(
  'I-1',
  { when: '2026-11-20T09:30', kind: 'Call', subject: 'First talk', outcome: 'Interested', contact: 'C-1', deal: 'D-1' },
  names,
);
const task = row(
  'T-1',
  { title: 'Send offer', kind: 'To do', due: '2026-12-02', status: 'Open', contact: 'C-1' },
  names,
);

function data(some: Partial<ExportData['rows']> = {}): ExportData {
  const none = Object.fromEntries(recordTabKeys.map((tab) => [tab, []])) as unknown as ExportData['rows'];
  return {
    rows: { ...none, ...some },
    custom: (tab) => (tab === 'contacts' ? [{ key: 'custom:Shoe size', header: 'Shoe size' }] : []),
    person: (key) => (key.includes('@') ? { name: 'Ann Berg', email: key } : { name: key, email: '' }),
    outcome: (pipeline, stage) => (pipeline === 'Sales' && stage === 'Lost' ? 'lost' : 'open'),
    pipeline: 'Sales',
    currency: 'EUR',
  };
}

const all = data({ contacts: [vera], companies: [halberg], deals: [lost], interactions: [call], tasks: [task] });

/** A file's first row by its headers, blanks left out. */
function first(program: Parameters<typeof exportFiles>[0], name: string) {
  const [headers = [], cells = []] = exportFiles(program, all).find((file) => file.name === name)?.table ?? [];
  return Object.fromEntries(headers.flatMap((header, at) => (cells[at] === null ? [] : [[header, cells[at]]])));
}

describe('for HubSpot', () => {
  it('names what each record belongs to', () => {
    expect(exportFiles('hubspot', all).map(({ name }) => name)).toEqual(
      ['companies', 'contacts', 'deals', 'notes', 'tasks'].map((kind) => `hubspot-${kind}`),
    );
    expect(first('hubspot', 'hubspot-companies')).toMatchObject({
      'Company name': 'Halberg GmbH',
      'Company Domain Name': 'halberg.example',
      'Number of Employees': 120,
      'Company owner': 'ann@example.com',
    });
    expect(first('hubspot', 'hubspot-contacts')).toMatchObject({
      'First Name': 'Vera',
      Email: 'vera@halberg.example',
      'Lifecycle Stage': 'Customer',
      'Company name': 'Halberg GmbH',
      'Company Domain Name': 'halberg.example',
      'Contact owner': 'Zane',
      'Shoe size': '38',
    });
    expect(first('hubspot', 'hubspot-deals')).toMatchObject({
      'Deal Name': 'Big one',
      Pipeline: 'Sales',
      'Deal Stage': 'Lost',
      Currency: 'EUR',
      'Close Date': '2026-12-01',
      'Closed Lost Reason': 'Price',
      Email: 'vera@halberg.example',
    });
    expect(first('hubspot', 'hubspot-notes')).toMatchObject({
      'Activity date': '2026-11-20T09:30',
      'Note body': 'Call: First talk\nInterested',
      'Deal Name': 'Big one',
    });
  });
});

describe('for Pipedrive', () => {
  it('brings persons, organizations and deals together by name, and has activities of both kinds', () => {
    expect(first('pipedrive', 'pipedrive-organizations')).toMatchObject({
      'Organization - Name': 'Halberg GmbH',
      'Organization - Address': 'Hauptstr. 1, 10115 Berlin',
      'Organization - Owner': 'Ann Berg',
    });
    expect(first('pipedrive', 'pipedrive-people')).toMatchObject({
      'Person - Name': 'Vera Lind',
      'Person - Phone': '+49 30 1234567',
      'Person - Label': 'vip, fair',
      'Person - Marketing status': 'unsubscribed',
      'Organization - Name': 'Halberg GmbH',
      'Person - Shoe size': '38',
    });
    expect(first('pipedrive', 'pipedrive-deals')).toMatchObject({
      'Deal - Title': 'Big one',
      'Deal - Status': 'lost',
      'Deal - Probability': 25,
      'Person - Name': 'Vera Lind',
    });
    const [, talk, offer] = exportFiles('pipedrive', all).at(-1)?.table ?? [];
    expect(talk?.slice(0, 6)).toEqual(['First talk', 'Call', '2026-11-20', '09:30', 'Done', 'Interested']);
    expect(offer?.slice(0, 6)).toEqual(['Send offer', 'Task', '2026-12-02', null, 'To do', null]);
  });
});

describe('as plain CSV', () => {
  it('has a file for each tab that holds records, with names and ids of what they refer to', () => {
    expect(exportFiles('plain', all).map(({ name }) => name)).toEqual([
      'contacts',
      'companies',
      'deals',
      'interactions',
      'tasks',
    ]);
    expect(first('plain', 'contacts')).toMatchObject({ Company: 'Halberg GmbH (CO-1)', Tags: 'vip, fair' });
    expect(exportFiles('plain', data())).toEqual([]);
  });
});

describe('a cell', () => {
  it('keeps the plus of a phone number, and no formula lives', () => {
    expect(csvCell('+49 30 1234567')).toBe('+49 30 1234567');
    expect(['=1+1', '+1+cmd|x', '+49-30', '@x', '-2'].map(csvCell)).toEqual([
      "'=1+1",
      "'+1+cmd|x",
      "'+49-30",
      "'@x",
      "'-2",
    ]);
  });
});
