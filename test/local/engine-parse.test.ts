import { describe, expect, it } from 'vitest';
import { displayText } from '../../scripts/local/engine/format';
import { localeRules } from '../../scripts/local/engine/locale';
import { parseTyped } from '../../scripts/local/engine/parse';
import { dateSerial } from '../../scripts/local/engine/serial';
import type { CellValue } from '../../scripts/local/engine/types';

function typed(text: string, locale = 'en_US') {
  return parseTyped(text, { rules: localeRules(locale), year: 2025, doubleApostropheKeepsOne: true });
}

function day(year: number, month: number, date: number): number {
  const serial = dateSerial(year, month, date);
  if (serial === null) throw new Error('no such date');
  return serial;
}

describe('typing in an en_US sheet', () => {
  it.each<[string, CellValue]>([
    ['', null],
    ['plain', 'plain'],
    ['TRUE', true],
    ['false', false],
    ['007', 7],
    ['1e3', 1000],
    ['1,234.50', 1234.5],
    ['1,23', '1,23'],
    ['.5', 0.5],
    ['-5', -5],
    ['+15550100', 15550100],
    ['(12)', -12],
    ['50%', 0.5],
    ['12.3%', 0.123],
    ['$2.99', 2.99],
    ['-$1,000', -1000],
    ['2.000', 2],
    ['1,000,000', 1_000_000],
    ['@x', '@x'],
    ['-', '-'],
    ['=', '='],
    ['1.2.2025', '1.2.2025'],
    ['13/1/2025', '13/1/2025'],
    ['2025-02-30', '2025-02-30'],
    ['12:75', '12:75'],
    ['555-0100', '555-0100'],
    ['1/2/3/4', '1/2/3/4'],
    ['Infinity', 'Infinity'],
    ['0x10', '0x10'],
    ['२', '२'],
  ])('reads %j as %j', (text, value) => {
    expect(typed(text)).toMatchObject({ kind: 'value', value });
  });

  it.each<[string, number, string]>([
    ['1/2', day(2025, 1, 2), 'M/d/yyyy'],
    ['3-4', day(2025, 3, 4), 'M/d/yyyy'],
    ['1/2/2024', day(2024, 1, 2), 'M/d/yyyy'],
    ['1/2/24', day(2024, 1, 2), 'M/d/yyyy'],
    ['1/2/99', day(1999, 1, 2), 'M/d/yyyy'],
    ['2025-01-31', day(2025, 1, 31), 'yyyy-mm-dd'],
    ['Jan 5, 2025', day(2025, 1, 5), 'mmm d, yyyy'],
    ['5 January 2025', day(2025, 1, 5), 'd mmm yyyy'],
    ['12:30', 0.5 + 0.5 / 24, 'h:mm'],
    ['3:15:30 PM', (15 * 3600 + 15 * 60 + 30) / 86_400, 'h:mm:ss am/pm'],
    ['3 pm', 15 / 24, 'h:mm am/pm'],
    ['30:00', 1.25, '[h]:mm:ss'],
    ['1/2/2025 6:00', day(2025, 1, 2) + 0.25, 'M/d/yyyy H:mm:ss'],
    ['2025-01-31 18:00', day(2025, 1, 31) + 0.75, 'yyyy-mm-dd H:mm:ss'],
  ])('reads %j as the date or time %d with format %j', (text, value, format) => {
    expect(typed(text)).toEqual({ kind: 'value', value, format });
  });

  it.each([
    ['=1+1', '=1+1'],
    ['+1 555 0100', '=+1 555 0100'],
    ['-x', '=-x'],
  ])('takes %j for a formula', (text, formula) => {
    expect(typed(text)).toEqual({ kind: 'formula', text: formula });
  });

  it.each([
    ["'007", '007'],
    ["'=1+1", '=1+1'],
    ["'TRUE", 'TRUE'],
    ["''x", "'x"],
    ["'", null],
  ])('takes the apostrophe of %j for “this is text”', (text, value) => {
    expect(typed(text)).toEqual({ kind: 'value', value });
  });
});

describe('typing in other locales', () => {
  it.each<[string, string, CellValue]>([
    ['de_DE', '1.234,5', 1234.5],
    ['de_DE', '1,5', 1.5],
    ['de_DE', '31.12.2025', day(2025, 12, 31)],
    ['de_DE', '1.5.', day(2025, 5, 1)],
    ['de_DE', '5. März 2025', day(2025, 3, 5)],
    ['de_DE', '12,5%', 0.125],
    ['de_DE', '9,99 €', 9.99],
    ['en_GB', '31/12/2025', day(2025, 12, 31)],
    ['en_GB', '12/31/2025', '12/31/2025'],
    ['en_GB', '£1,000', 1000],
    ['fr_FR', '1 234,5', 1234.5],
    ['fr_FR', '31/12/2025', day(2025, 12, 31)],
    ['fr_FR', '3 mars 2025', day(2025, 3, 3)],
  ])('%s reads %j as %j', (locale, text, value) => {
    expect(typed(text, locale)).toMatchObject({ kind: 'value', value });
  });
});

describe('showing', () => {
  it.each<[CellValue, string, string, string]>([
    [null, '', 'en_US', ''],
    [true, '', 'en_US', 'TRUE'],
    [15_550_100_000, '', 'en_US', '15550100000'],
    [0.1 + 0.2, '', 'en_US', '0.3'],
    [1234.5, '#,##0.00', 'en_US', '1,234.50'],
    [1234.5, '#,##0.00', 'de_DE', '1.234,50'],
    [0.125, '0.0%', 'en_US', '12.5%'],
    [45688, 'yyyy-mm-dd', 'en_US', '2025-01-31'],
    [1, 'yyyy-mm-dd', 'en_US', '1899-12-31'],
    [45688.5, 'yyyy-mm-dd hh:mm', 'en_US', '2025-01-31 12:00'],
    [0.75, 'hh:mm', 'en_US', '18:00'],
    ['x', '@', 'en_US', 'x'],
    [7, '@', 'en_US', '7'],
    [1, 'not "a format', 'en_US', '1'],
  ])('%j with format %j in %s is %j', (value, format, locale, shown) => {
    expect(displayText(value, format, localeRules(locale))).toBe(shown);
  });
});
