import { describe, expect, it } from 'vitest';
import { dateEvidence, parseDate, parseDateTime, parseTime } from '../../../src/domain/import/dates';
import { decimalMark, parseMoney, parseNumber, parsePercent } from '../../../src/domain/import/numbers';
import type { SourceCell } from '../../../src/domain/import/source';
import { habitsOf, readValue } from '../../../src/domain/import/values';

describe('parseDate', () => {
  const cases: [SourceCell, string | null][] = [
    ['2016-10-20', '2016-10-20'],
    ['2016/1/5', '2016-01-05'],
    ['2016-10-20T09:30:00.000Z', '2016-10-20'],
    ['20.10.2016', '2016-10-20'],
    ['10/20/2016', '2016-10-20'],
    ['20/10/16', '2016-10-20'],
    ['5/6/99', '1999-06-05'],
    ['20 Oct 2016', '2016-10-20'],
    ['20-Oct-16', '2016-10-20'],
    ['Thursday, October 20, 2016', '2016-10-20'],
    ['October 20th, 2016', '2016-10-20'],
    ['20161020', '2016-10-20'],
    [20161020, '2016-10-20'],
    [42663, '2016-10-20'],
    ['29.02.2024', '2024-02-29'],
    ['29.02.2023', null],
    ['31.02.2024', null],
    ['2024-13-01', null],
    ['soon', null],
    ['12', null],
    [12, null],
    [true, null],
    ['1.2.3.4', null],
    ['20 Foo 2016', null],
  ];
  it.each(cases)('reads %j as %j', (cell, expected) => expect(parseDate(cell, 'dmy')).toBe(expected));

  it('puts the month first where the column does', () => {
    expect(parseDate('3/4/2024', 'mdy')).toBe('2024-03-04');
    expect(parseDate('3/4/2024', 'dmy')).toBe('2024-04-03');
  });
});

describe('times', () => {
  it('are read with and without a date', () => {
    expect(parseDateTime('2016-10-20T09:30', 'dmy')).toBe('2016-10-20T09:30');
    expect(parseDateTime('10/20/2016 2:05 pm', 'mdy')).toBe('2016-10-20T14:05');
    expect(parseDateTime('20.10.2016', 'dmy')).toBe('2016-10-20T00:00');
    expect(parseDateTime('20.10.2016 25:00', 'dmy')).toBeNull();
    expect(parseTime('9:30')).toBe('09:30');
    expect(parseTime('12:15 am')).toBe('00:15');
    expect(parseTime(0.5)).toBe('12:00');
    expect(parseTime('noon')).toBeNull();
  });
});

describe('day or month first', () => {
  it('is settled by one value that allows only one reading', () => {
    expect(dateEvidence(['3/4/2024', '25/4/2024'], 'mdy')).toMatchObject({
      order: 'dmy',
      guessed: false,
      ambiguous: 1,
    });
    expect(dateEvidence(['3/4/2024', '4/25/2024'], 'dmy')).toMatchObject({ order: 'mdy', guessed: false });
  });

  it('is a guess where every value can be read both ways, dots meaning day first', () => {
    expect(dateEvidence(['3/4/2024', '5/6/2024'], 'mdy')).toMatchObject({ order: 'mdy', guessed: true, ambiguous: 2 });
    expect(dateEvidence(['3.4.2024'], 'mdy')).toMatchObject({ order: 'dmy', guessed: false });
    expect(dateEvidence(['4/4/2024'], 'mdy')).toMatchObject({ guessed: false, ambiguous: 0 });
  });

  it('notices columns that hold both, and columns that the sheet has half turned into dates', () => {
    expect(dateEvidence(['25/4/2024', '4/25/2024'])).toMatchObject({ mixed: true });
    expect(dateEvidence(['2024-03-04', '25/4/2024'])).toMatchObject({ halfParsed: true });
  });
});

describe('parseMoney', () => {
  const cases: [SourceCell, '.' | ',', number | null, string | null][] = [
    [1054, '.', 1054, null],
    ['$1,234.50', '.', 1234.5, null],
    ['1.234,50 €', ',', 1234.5, 'EUR'],
    ['€ 1 234', '.', 1234, 'EUR'],
    ['CHF 1’200.–', '.', 1200, 'CHF'],
    ["CHF 1'200", '.', 1200, 'CHF'],
    ['12k', '.', 12000, null],
    ['1.5M', '.', 1500000, null],
    ['£2.5m', '.', 2500000, 'GBP'],
    ['(500)', '.', -500, null],
    ['-12.50', '.', -12.5, null],
    ['250-', '.', -250, null],
    ['0', '.', 0, null],
    ['1,23', '.', null, null],
    ['1,234', '.', 1234, null],
    ['1.234', ',', 1234, null],
    ['12 apples', '.', null, null],
    ['', '.', null, null],
    ['.', '.', null, null],
    ['1.2.3', '.', null, null],
  ];
  it.each(cases)('reads %j with decimal %j as %j %j', (cell, mark, amount, currency) => {
    expect(parseMoney(cell, mark)).toEqual(amount === null ? null : { amount, currency });
  });

  it('takes the decimal mark that the column can only mean', () => {
    expect(decimalMark(['1.234,50', '1.200'])).toBe(',');
    expect(decimalMark(['1,234.50', '1.200'])).toBe('.');
    expect(decimalMark(['1,200', '3,400'])).toBe('.');
    expect(decimalMark(['12,5'])).toBe(',');
  });
});

describe('numbers and shares', () => {
  it('hold no words', () => {
    expect(parseNumber('1,200')).toBe(1200);
    expect(parseNumber('about 12')).toBeNull();
    expect(parseNumber('$5')).toBeNull();
  });

  it('are hundredths with a percent sign or in a column of whole numbers', () => {
    expect(parsePercent('50%', '.', false)).toBe(0.5);
    expect(parsePercent(0.5, '.', false)).toBe(0.5);
    expect(parsePercent(50, '.', true)).toBe(0.5);
    expect(habitsOf([10, 50], 'percent', undefined, 'mdy').wholePercent).toBe(true);
    expect(habitsOf([0.1, 0.5, 1], 'percent', undefined, 'mdy').wholePercent).toBe(false);
  });
});

describe('readValue', () => {
  const habits = habitsOf([], 'text', undefined, 'mdy');
  const read = (cell: SourceCell, type: Parameters<typeof readValue>[1]) => readValue(cell, type, habits);

  it('keeps blanks blank and does not take a dash for an amount', () => {
    expect(read(null, 'money')).toEqual({ value: null });
    expect(read('  ', 'text')).toEqual({ value: null });
    expect(read('n/a', 'money')).toEqual({ value: null });
    expect(read('-', 'date')).toEqual({ value: null });
    expect(read('-', 'text')).toEqual({ value: '-' });
    expect(read('', 'choices')).toEqual({ value: [] });
  });

  it('keeps text as it is, numbers as their digits', () => {
    expect(read('=SUM(A1)', 'longText')).toEqual({ value: '=SUM(A1)' });
    expect(read(8014, 'text')).toEqual({ value: '8014' });
    expect(read(true, 'text')).toEqual({ value: 'TRUE' });
  });

  it('takes the first of several addresses, lists and ticks', () => {
    expect(read('Anna <anna@example.com>; b@example.com', 'email')).toEqual({ value: 'anna@example.com' });
    expect(read('anna', 'email')).toMatchObject({ problem: 'invalid' });
    expect(read('A, B;A', 'choices')).toEqual({ value: ['A', 'B'] });
    expect(read('x', 'checkbox')).toEqual({ value: true });
    expect(read('maybe', 'checkbox')).toMatchObject({ problem: 'invalid' });
  });

  it('refuses formula errors, shares above one and texts that no cell can hold', () => {
    expect(read('#REF!', 'text')).toMatchObject({ problem: 'invalid' });
    expect(read('150%', 'percent')).toMatchObject({ problem: 'number' });
    expect(read('x'.repeat(40_001), 'longText')).toMatchObject({ problem: 'tooLong' });
  });
});
