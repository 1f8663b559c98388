// What is typed into an input, read as a value.
import { describe, expect, it } from 'vitest';
import { addDays, ageText, daysBetween, nextMonday } from '../../sidebar/format';
import { entryOf, readEntry, readNumber } from '../../sidebar/forms/entry';
import { afterConflict } from '../../sidebar/forms/use-save';
import { moneyText } from '../../sidebar/numbers';
import { field } from '../../src/domain/schema';

describe('a number', () => {
  it.each([
    ['1250', 1250],
    ['1,250.50', 1250.5],
    ['1.250,50', 1250.5],
    ['1 250', 1250],
    ['1’250.5', 1250.5],
    ['1,250', 1250],
    ['1,250,000', 1250000],
    ['12,5', 12.5],
    ['0.125', 0.125],
    ['0,125', 0.125],
    ['.5', 0.5],
    ['-300', -300],
    ['€ 300', 300],
    ['-$300', -300],
    ['300 €', 300],
    ['25%', 25],
  ])('%s reads as %d', (text, expected) => {
    expect(readNumber(text)).toBe(expected);
  });

  it.each(['abc', '', '.', '12 apples', '=1+1', '--1', '1e5'])('“%s” is none', (text) => {
    expect(readNumber(text)).toBeNull();
  });
});

describe('an entry', () => {
  it('shows a percent as people write it and reads it back unchanged', () => {
    const percent = field('percent', 'Probability');
    expect(entryOf(percent, 0.07)).toBe('7');
    expect(readEntry(percent, '7')).toEqual({ ok: true, value: 0.07 });
    for (let thousandth = 0; thousandth <= 1000; thousandth++) {
      expect(readEntry(percent, entryOf(percent, thousandth / 1000))).toEqual({ ok: true, value: thousandth / 1000 });
    }
  });

  it('that is blank is null, and long text keeps its spaces', () => {
    expect(readEntry(field('text', 'Name'), '   ')).toEqual({ ok: true, value: null });
    expect(readEntry(field('text', 'Name'), ' Ann ')).toEqual({ ok: true, value: 'Ann' });
    expect(readEntry(field('longText', 'Notes'), '  a\n b ')).toEqual({ ok: true, value: '  a\n b ' });
  });

  it('that is no number says so with what was typed', () => {
    const reading = readEntry(field('money', 'Amount'), 'a lot');
    expect(reading.ok).toBe(false);
    expect(reading.ok || reading.problem).toContain('a lot');
  });
});

describe('days', () => {
  it('are counted across a clock change and a leap day', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('next Monday is never today', () => {
    expect(nextMonday('2026-11-23')).toBe('2026-11-30');
    expect(nextMonday('2026-11-29')).toBe('2026-11-30');
  });

  it('say how far away they are', () => {
    expect(ageText('2026-11-11', '2026-11-23')).toBe('12 days ago');
    expect(ageText('2026-11-23', '2026-11-23')).toBe('today');
    expect(ageText('2026-11-24', '2026-11-23')).toBe('tomorrow');
  });
});

describe('money', () => {
  it('in a currency that is no ISO code keeps the code beside the number', () => {
    expect(moneyText(12.5, 'points')).toBe('12.5 points');
  });
});

describe('the save after a conflict', () => {
  it('leaves out where theirs was chosen, keeps the rest against the record as it is now', () => {
    const now = {
      tab: 'deals' as const,
      id: 'D-1',
      version: 7,
      name: 'Deal',
      fields: { amount: 70, notes: 'theirs', source: null },
      labels: {},
      formulas: {},
      issues: [],
      row: 2,
    };
    const conflict = (key: string) => ({ field: key, label: key, base: null, mine: 1, theirs: 2, who: '', at: '' });
    const next = afterConflict(
      { tab: 'deals', id: 'D-1', baseVersion: 3, base: {}, changes: { amount: 90, notes: 'mine', source: 'Fair' } },
      now,
      [conflict('amount'), conflict('notes')],
      ['amount'],
    );
    expect(next).toEqual({
      tab: 'deals',
      id: 'D-1',
      baseVersion: 7,
      base: { amount: 70, source: null },
      changes: { amount: 90, source: 'Fair' },
      overwrite: ['amount'],
    });
  });
});
