// What people put around a list: titles, headings over several columns, headers again, sums, notes.
import { describe, expect, it } from 'vitest';
import { reviewImport, sourceRecords } from '../../../src/domain/import/review';
import { context, table } from './support';

function found(lines: readonly string[]) {
  const records = sourceRecords(table('Old', lines));
  if (typeof records === 'string') throw new Error(records);
  return {
    headerRow: records.headerRow,
    headers: records.columns.map(({ header }) => header),
    rows: records.rows.map(({ row }) => row),
    leftOut: records.leftOut.map(({ row }) => row),
  };
}

describe('above the list', () => {
  it('titles and notes are passed over', () => {
    expect(
      found([
        'Customers of the north',
        'as of 3 May 2024 | | for internal use',
        '',
        'Name | Email | City | Phone',
        'Anna Berg | anna@example.com | Oslo | 555 0100',
        'Ben Lund | ben@example.com | Bergen | 555 0101',
      ]),
    ).toEqual({ headerRow: 4, headers: ['Name', 'Email', 'City', 'Phone'], rows: [5, 6], leftOut: [] });
  });

  it('headings over several columns tell columns of one name apart', () => {
    expect(
      found([
        'Company | | Contact | |',
        'Name | Phone | Name | Phone | Email',
        'Acme | 555 0100 | Anna Berg | 555 0101 | anna@example.com',
        'Beta | 555 0102 | Ben Lund | 555 0103 | ben@example.com',
      ]),
    ).toMatchObject({
      headerRow: 2,
      headers: ['Company Name', 'Company Phone', 'Contact Name', 'Contact Phone', 'Email'],
      rows: [3, 4],
    });
  });

  it('a heading that spans two rows is that of its column', () => {
    expect(
      found([
        'Customer | Address | | Since',
        ' | Street | City | ',
        'Acme | 1 Main St | Oslo | 2020-01-02',
        'Beta | 2 High St | Bergen | 2021-02-03',
      ]),
    ).toMatchObject({ headerRow: 2, headers: ['Customer', 'Street', 'City', 'Since'], rows: [3, 4] });
    expect(
      found([
        'Name | Company | Email | Phone | | Notes',
        ' | | | Work | Mobile | ',
        'Anna Berg | Acme | anna@example.com | 555 0100 | 555 0101 | x',
        'Ben Lund | Beta | ben@example.com | 555 0102 | 555 0103 | y',
      ]),
    ).toMatchObject({
      headerRow: 2,
      headers: ['Name', 'Company', 'Email', 'Phone Work', 'Mobile', 'Notes'],
      rows: [3, 4],
    });
  });

  it('a heading that spans two columns of phones names both', () => {
    expect(
      found([
        'Name | Phone | | City',
        'Anna Berg | 555 01 00 | 555 01 01 | Oslo',
        'Ben Lund | 555 01 02 | 555 01 03 | Bergen',
      ]).headers,
    ).toEqual(['Name', 'Phone', 'Phone 2', 'City']);
  });

  it('a first record that leaves much blank is no second row of headings', () => {
    expect(found(['Name | Email | | City', 'Anna Berg | | x | ', 'Ben Lund | ben@example.com | | Oslo'])).toMatchObject(
      { headerRow: 1, rows: [2, 3] },
    );
  });
});

describe('within the list', () => {
  it('blank rows and columns are passed over', () => {
    expect(
      found([' | Name | | Email', '', ' | Anna | | anna@example.com', '', '', ' | Ben | | ben@example.com', '']),
    ).toMatchObject({ headers: ['Name', 'Email'], rows: [3, 6] });
  });

  it('headers that stand there again are passed over, with the title above them', () => {
    expect(
      found([
        'Customers, page 1',
        'Name | Email | City',
        'Anna | anna@example.com | Oslo',
        'Customers, page 2',
        'NAME | Email | City',
        'Ben | ben@example.com | Bergen',
        'Name | Email | ',
        'Cleo | cleo@example.com | Oslo',
      ]),
    ).toMatchObject({ headerRow: 2, rows: [3, 6, 8], leftOut: [4] });
  });

  it('subtotals are left out', () => {
    expect(
      found([
        'Deal | Stage | Amount',
        'One | Won | 100',
        'Two | Won | 200',
        'Subtotal | | 300',
        'Three | Lost | 50',
        'Subtotal: | | 50',
        'Grand total | | 350',
      ]),
    ).toMatchObject({ rows: [2, 3, 5], leftOut: [4, 6, 7] });
  });
});

describe('below the list', () => {
  it.each([
    ['a total', 'Total | | 300'],
    ['a total in German', 'Summe | | 300'],
    ['a total of something', ' | Total amount: | 300'],
    ['a total with its count', 'Total (2 deals) | | 300'],
    ['an average', 'Average | | 150'],
    ['a sum without a word', ' | | 300'],
    ['a count', 'Count: 2 | | '],
  ])('%s is left out', (_, line) => {
    expect(found(['Deal | Stage | Amount', 'One | Won | 100', 'Two | Won | 200', '', line])).toMatchObject({
      rows: [2, 3],
      leftOut: [5],
    });
  });

  it.each([
    ['a company called Total', 'Total | Paris | info@total.example'],
    ['a company that begins with it', 'Total Produce | Dublin | '],
    ['a row with a number that is no sum', ' | | 120'],
    ['a name alone', 'Zeta | | '],
  ])('%s is a record', (_, line) => {
    const lines = ['Company | City | Email or amount', 'Acme | Oslo | 100', 'Beta | Bergen | 200', line];
    expect(found(lines).rows).toEqual([2, 3, 4]);
  });

  it('the foot of a report is left out', () => {
    expect(
      found([
        'Account Name | Last Name | Email',
        'Acme | Berg | anna@example.com',
        'Beta | Lund | ben@example.com',
        '',
        'Confidential Information - Do Not Distribute',
        'Generated By: Anna Berg 5/3/2024, 9:30 AM',
        'Copyright (c) 2000-2024 salesforce.com, inc. All rights reserved.',
      ]),
    ).toMatchObject({ rows: [2, 3], leftOut: [5, 6, 7] });
  });
});

it('what is left out is told', () => {
  const lines = ['Deal | Stage | Amount', 'One | Won | 100', 'Two | Won | 200', 'Total | | 300'];
  const { notes } = reviewImport(table('Old', lines), context()).plan;
  expect(notes.find(({ code }) => code === 'left-out')?.message).toContain('4 (“Total”)');
});
