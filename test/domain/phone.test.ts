// Phone numbers without numbering plans: what is one, and which spellings find which.
import { describe, expect, it } from 'vitest';
import { findsPhone, isPhone } from '../../src/domain/phone';
import { checkChange } from '../../src/domain/validate';

describe('a phone number', () => {
  it.each(['112', '+49 30 1234567', '(504) 621-8927', '1-800-FLOWERS', '030 1234567 ext. 4'])('is %s', (text) => {
    expect(isPhone(text)).toBe(true);
  });

  it.each(['abc', 'ext. 4 via reception', '', '12'])('is not “%s”', (text) => {
    expect(isPhone(text)).toBe(false);
  });

  it('is what a phone field must hold: other text is an issue beside it', () => {
    const change = { tab: 'contacts' as const, id: '', before: {}, changes: { firstName: 'Ann', phone: 'abc' } };
    const { issues } = checkChange(change);
    expect(issues).toMatchObject([{ field: 'phone', code: 'phone', received: 'abc' }]);
    expect(issues[0]?.message).toContain('expected a phone number, like +49 30 1234567');
    expect(checkChange({ ...change, changes: { ...change.changes, phone: ' +49 30 / 12 ' } }).issues).toEqual([]);
  });
});

describe('a number that is looked for', () => {
  const found: [string, string][] = [
    ['0451 2803456', '+49 451 2803456'],
    ['+49 451 2803456', '0451/2803456'],
    ['0049 451 2803456', '(0451) 280-3456'],
    ['+49 (0)451 2803456', '+49 451 2803456'],
    ['0451', '+49 451 2803456'],
    ['2803456', '+49 451 2803456'],
    ['5046218927', '+1 (504) 621-8927'],
    ['020 7946 0958', '+44 20 7946 0958'],
  ];
  it.each(found)('%s finds %s', (words, phone) => {
    expect(findsPhone(words, phone)).toBe(true);
  });

  const missed: [string, string][] = [
    ['0452 2803456', '+49 451 2803456'],
    ['+43 451 2803456', '+49 451 2803456'],
    ['+49 30 1234', '1234'],
    ['00', '+49 451 2803456'],
    ['Ann 451', '+49 451 2803456'],
    ['0451', ''],
  ];
  it.each(missed)('%s does not find “%s”', (words, phone) => {
    expect(findsPhone(words, phone)).toBe(false);
  });
});
