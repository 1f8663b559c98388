import { describe, expect, it } from 'vitest';
import { companyKey, personKey, productKey, splitName } from '../../../src/domain/import/names';
import { csvTable, noData } from './support';

describe('companyKey', () => {
  it.each([
    ['Acme, Inc.', 'acme'],
    ['ACME', 'acme'],
    ['The Acme Company', 'acme'],
    ['Gekko & Co', 'gekko'],
    ['Müller GmbH & Co. KG', 'muller'],
    ["Levi's", 'levis'],
    ['The Company', 'company'],
    ['Xx-holding', 'xx holding'],
    ['', ''],
  ])('of %j is %j', (name, key) => expect(companyKey(name)).toBe(key));

  it.skipIf(noData)(`keeps the companies of real lists apart${noData}`, () => {
    const names = (file: string, column: number) =>
      csvTable(file)
        .rows.slice(1)
        .flatMap((row) => (row[column] ? [String(row[column])] : []));
    expect(new Set(names('maven-crm/accounts.csv', 0).map(companyKey)).size).toBe(85);
    expect(new Set(names('us-500/us-500.csv', 2).map(companyKey)).size).toBe(500);
  });
});

describe('productKey', () => {
  it('does not count spaces and signs', () => {
    expect(productKey('GTXPro')).toBe(productKey('GTX Pro'));
    expect(productKey('GTX Plus Pro')).not.toBe(productKey('GTX Pro'));
  });
});

describe('people', () => {
  it.each([
    ['Anna Snelling', 'Anna', 'Snelling'],
    ['Snelling, Anna', 'Anna', 'Snelling'],
    ['Jan van der Berg', 'Jan', 'van der Berg'],
    ['Mary Ann Lee', 'Mary Ann', 'Lee'],
    ['Cher', 'Cher', null],
    ['  ', null, null],
    ['Van Morrison', 'Van', 'Morrison'],
  ])('%j is %j and %j', (name, firstName, lastName) => expect(splitName(name)).toEqual({ firstName, lastName }));

  it('are the same however the name is turned', () => {
    expect(personKey('Snelling, Anna')).toBe(personKey('anna  SNELLING'));
  });
});
