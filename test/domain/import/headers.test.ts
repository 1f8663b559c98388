import { describe, expect, it } from 'vitest';
import { normalHeader, readableHeader } from '../../../src/domain/import/header-text';
import { findRecords } from '../../../src/domain/import/headers';
import { sourceRecords } from '../../../src/domain/import/review';
import { csvTable, noData, table } from './support';

describe('normalHeader', () => {
  const cases: [string, string][] = [
    ['Deal_Stage', 'deal stage'],
    ['deal-stage', 'deal stage'],
    ['DealStage', 'deal stage'],
    ['  E-mail 1 - Value ', 'e mail 1 value'],
    ['Société', 'societe'],
    ['\ufeffName', 'name'],
    ['Probability (%)', 'probability'],
    ['', ''],
  ];
  it.each(cases)('reads %j as %j', (header, expected) => expect(normalHeader(header)).toBe(expected));
});

describe('readableHeader', () => {
  const cases: [string, string][] = [
    ['opportunity_id', 'Opportunity ID'],
    ['year_established', 'Year established'],
    ['County', 'County'],
    ['MRR (EUR)', 'MRR (EUR)'],
    ['leadScore', 'Lead score'],
  ];
  it.each(cases)('makes %j %j', (header, expected) => expect(readableHeader(header)).toBe(expected));
});

describe('the header row', () => {
  it('is found below a title and blank rows', () => {
    const found = sourceRecords(
      table('Old sheet', ['Customers 2024', '', 'First name | Last name | Email', 'Anna | Berg | anna@example.com']),
    );
    expect(found).toMatchObject({ headerRow: 3, rows: [{ row: 4 }] });
  });

  it('may stand over rows that are partly blank, and blank rows between records are passed over', () => {
    const found = sourceRecords(
      table('Old', [
        'name | phone | city',
        'Acme | | Oslo',
        '| |',
        'Beta | 555-0100 |',
        'name | phone | city',
        'Gamma | |',
      ]),
    );
    expect(found).toMatchObject({ headerRow: 1, rows: [{ row: 2 }, { row: 4 }, { row: 6 }] });
  });

  it('gives repeated headers a number and blank ones their letter, and leaves out columns that are blank all over', () => {
    const found = sourceRecords(
      table('Old', ['Name | Phone | Phone | | ', 'Acme | 1 | 2 | extra | ', 'Beta | 3 | 4 | | ']),
    );
    expect(typeof found === 'string' ? found : found.columns).toEqual([
      { column: 0, header: 'Name', named: true },
      { column: 1, header: 'Phone', named: true },
      { column: 2, header: 'Phone 2', named: true },
      { column: 3, header: 'Column D', named: false },
    ]);
  });

  it.each([
    ['values only', ['Anna | anna@example.com | 2024-01-02', 'Ben | ben@example.com | 2024-02-03']],
    ['a first row like the others', ['Anna | Prospect', 'Ben | Prospect', 'Carla | Prospect']],
    ['numbers only', ['1 | 2', '3 | 4']],
  ])('is missed where a tab has %s', (_, lines) => expect(sourceRecords(table('Old', lines))).toBe('no-headers'));

  it('is told apart from an empty tab and from a tab with nothing below it', () => {
    expect(sourceRecords(table('Old', ['', '']))).toBe('empty');
    expect(sourceRecords(table('Old', ['Name | Email', '']))).toBe('no-rows');
  });

  it('counts unknown names too when other kinds of values stand under them', () => {
    expect(findRecords(table('Old', ['Bezeichnung | Menge', 'Schraube | 12']), () => false)).toMatchObject({
      headerRow: 1,
    });
  });

  it.skipIf(noData)(`is right in the collected corner cases${noData}`, () => {
    const headerRow = (file: string) => {
      const found = sourceRecords(csvTable(`csv-corner-cases/${file}`));
      return typeof found === 'string' ? found : found.headerRow;
    };
    expect(headerRow('papaparse/long-sample.csv')).toBe('no-headers');
    expect(headerRow('papaparse/sample-header.csv')).toBe(1);
    expect(headerRow('papaparse/utf-8-bom-sample.csv')).toBe(1);
    expect(headerRow('csv-spectrum/csvs/quotes_and_newlines.csv')).toBe(1);
    expect(headerRow('csv-spectrum/csvs/json.csv')).toBe(1);
  });
});
