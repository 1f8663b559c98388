// Phone numbers: what is one, how it is spelled in a cell, and which spellings are the same number, held against libphonenumber.

import examples from 'libphonenumber-js/examples.mobile.json';
import { getExampleNumber, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { e164, findsPhone, isPhone, phoneCountry, tidyPhone } from '../../src/domain/phone';
import { countryOf, countryOfLocale, phoneCountries, phonePlan } from '../../src/domain/phone-plans';
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

describe('a number with its country', () => {
  const withExamples = phoneCountries().filter(
    (country) => isSupportedCountry(country) && getExampleNumber(country, examples),
  );
  const spellings = (country: string): [string, string][] => {
    const example = isSupportedCountry(country) ? getExampleNumber(country, examples) : undefined;
    if (!example) throw new Error(`libphonenumber has no example of ${country}.`);
    const abroad = example.formatInternational();
    const national = example.formatNational();
    const readsNational = (phonePlan(country)?.lengths.length ?? 0) > 0;
    return [
      [abroad, example.number],
      [example.number, example.number],
      [example.getURI(), example.number],
      [abroad.replace(/ /g, '\u2011'), example.number],
      ...(readsNational
        ? ([
            [national, example.number],
            [national.replace(/\D/g, ''), example.number],
          ] as [string, string][])
        : []),
    ];
  };

  it('has one form for all spellings, the same as libphonenumber gives, in every country of the table', () => {
    const wrong = withExamples.flatMap((country) =>
      spellings(country)
        .filter(([text, number]) => e164(text, country) !== number)
        .map(([text, number]) => `${country}: ${text} is ${number}, not ${e164(text, country)}`),
    );
    expect(wrong).toEqual([]);
    expect(withExamples.length).toBeGreaterThan(220);
    console.info(`Phone numbers agree with libphonenumber in ${withExamples.length} countries.`);
  });

  it('is told only where libphonenumber reads the same number, or nothing', () => {
    // The same digits dialled in every other country.
    const texts = withExamples.flatMap((country) => spellings(country).map(([text]) => text));
    const wrong: string[] = [];
    for (const country of withExamples.filter((one) => isSupportedCountry(one))) {
      for (const text of texts.filter((_, index) => index % 23 === country.charCodeAt(1) % 23)) {
        const told = e164(text, country);
        if (told === undefined) continue;
        const read = parsePhoneNumberFromString(text, country);
        if (read?.isValid() && read.number !== told) wrong.push(`${text} in ${country}: ${told}, not ${read.number}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['1234567', 'DE'],
    ['621-8927', 'US'],
    ['1-800-FLOWERS', 'US'],
    ['030 1234567', undefined],
    ['112', 'DE'],
    ['+999 123456789', 'DE'],
    ['ask Ann', 'DE'],
  ])('is not guessed from “%s” in %s', (text, country) => {
    expect(e164(text, country)).toBeUndefined();
  });

  it('is compared without the extension, which stays in the cell', () => {
    expect(e164('+49 30 1234567 ext. 4', 'DE')).toBe('+49301234567');
    expect(tidyPhone(' +49\u00a030\u20111234567  ext. 4 ', 'DE')).toBe('+49 30-1234567 ext. 4');
  });

  it.each([
    ['tel:+49-30-1234567', 'DE', '+49-30-1234567'],
    ['０３０　１２３４５６７', 'DE', '030 1234567'],
    ['0049 30 1234567', 'DE', '+49 30 1234567'],
    ['0049 (0)30 1234567', 'DE', '+49 (0)30 1234567'],
    ['011 49 30 1234567', 'US', '+49 30 1234567'],
    ['0049 30 1234567', 'JP', '0049 30 1234567'],
    ['0049 30 1234567', undefined, '0049 30 1234567'],
    ['+ 49 30 1234567', 'DE', '+49 30 1234567'],
    ['1-800-FLOWERS', 'US', '1-800-FLOWERS'],
    ['(030) 12 34 56', 'DE', '(030) 12 34 56'],
  ])('“%s” in %s is spelled %s', (text, country, spelled) => {
    expect(tidyPhone(text, country)).toBe(spelled);
    expect(tidyPhone(spelled, country)).toBe(spelled);
  });

  it('is dialled in the record’s own country, else the workbook’s', () => {
    expect(phoneCountry('Österreich', 'DE')).toBe('AT');
    expect(phoneCountry('', 'DE')).toBe('DE');
    expect(phoneCountry('Atlantis', 'DE')).toBeUndefined();
    expect(countryOf(' usa ')).toBe('US');
    expect([countryOfLocale('de_DE'), countryOfLocale('en_GB'), countryOfLocale('en')]).toEqual([
      'DE',
      'GB',
      undefined,
    ]);
  });

  it('finds and is found by its country, where that is known', () => {
    expect(findsPhone('+49 451 2803456', '0451/2803456', 'DE', 'DE')).toBe(true);
    expect(findsPhone('+43 451 2803456', '0451/2803456', 'DE', 'DE')).toBe(false);
    expect(findsPhone('+43 451 2803456', '0451/2803456')).toBe(true);
    expect(findsPhone('0451 28', '+49 451 2803456', 'DE', 'DE')).toBe(true);
    expect(findsPhone('0451 2803456', '+43 451 2803456', 'AT', 'DE')).toBe(true);
  });
});
