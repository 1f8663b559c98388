// What counts as a phone number, how it is spelled in a cell, and when two spellings are the same number. The rules are those of
// a small table (phone-plans.ts): libphonenumber-js with all its plans would not fit beside the rest of the add-on.
import { digitsFinder, fewestDigits, significantDigits } from './phone-digits';
import { countryOf, type PhonePlan, phonePlan, planOfDigits } from './phone-plans';

/** What a phone field should hold, for people. */
export const phoneExample = 'a phone number, like +49 30 1234567';

/** ITU-T E.164 allows 15 digits with the calling code; the shortest subscribers' numbers abroad have seven with it. */
const fewestAbroad = 7;
const mostDigits = 15;

/** Whether the text holds something that can be dialled. Any spelling is good, also `1-800-FLOWERS`. */
export function isPhone(text: string): boolean {
  return digitsOf(plainSigns(text)).length >= fewestDigits;
}

/**
 * The spelling for a cell: what the person typed, without `tel:`, odd spaces, dashes and full-width digits, and with `+` for the
 * `00` that their country dials before another's code. No digit, letter or extension is lost.
 */
export function tidyPhone(text: string, country?: string): string {
  const plain = plainSigns(text)
    .replace(/^(?:tel|callto|phone):\s*/i, '')
    .replace(/^\+ +/, '+');
  const plan = country === undefined ? undefined : phonePlan(country);
  const rest = /^(00|011)[\s-]*([1-9][\d\s()./-]*)/.exec(plain);
  if (!rest || !plan || plan.abroad !== rest[1]) return plain;
  const digits = digitsOf((rest[2] ?? '').replace(/\(0\)/g, ''));
  return international(digits) === undefined ? plain : `+${plain.slice((rest[1] ?? '').length).replace(/^[\s-]+/, '')}`;
}

/**
 * The number as `+` and digits (ITU-T E.164), to compare by: whatever its spelling, with or without its country. `country`, by two
 * letters, is where a number without one is dialled. Undefined where the text does not tell.
 */
export function e164(text: string, country?: string): string | undefined {
  // An extension is dialled afterwards; other letters stand for digits, or for something else.
  const main = tidyPhone(text, country).replace(
    /\s*(?:;|,|#|\b(?:ext(?:ension)?|x|dw|durchwahl)\b\.?|x(?=\d)).*$/i,
    '',
  );
  if (!/^\+?[\d\s()./-]+$/.test(main)) return undefined;
  const digits = digitsOf(main.replace(/\(0\)/g, ''));
  if (main.startsWith('+')) return international(digits);
  const plan = country === undefined ? undefined : phonePlan(country);
  return plan && national(digitsOf(main), plan);
}

/**
 * The country in which a record's numbers are dialled: what its own Country says, else `usual`. Undefined where a Country is given
 * that nobody knows.
 */
export function phoneCountry(ownCountry: unknown, usual: string | undefined): string | undefined {
  const isNamed = typeof ownCountry === 'string' && ownCountry.trim() !== '';
  return isNamed ? countryOf(ownCountry) : usual;
}

/**
 * Whether what somebody looks for is, or is a part of, this number: `0451 28` and `+49 451 2803456` both find
 * `(0451) 280-3456`. Where the country of both is told they are compared whole; else by their ends. False where the words are no
 * number. `own` is where the number is dialled, `usual` where the one who looks is.
 */
export function findsPhone(words: string, phone: string, own?: string, usual?: string): boolean {
  const whole = e164(phone, own);
  // Whoever names no country may mean the record's.
  if (whole !== undefined && [usual, own].some((country) => e164(words, country) === whole)) return true;
  return digitsFinder(words)(phoneKey(phone, own));
}

/** A number as `digitsFinder` compares it: `+494512803456/4512803456`; '' for none. */
export function phoneKey(phone: string, own?: string): string {
  return phone === '' ? '' : `${e164(phone, own) ?? ''}/${significantDigits(phone)}`;
}

/** Full-width and other digits, spaces and dashes as a keyboard has them; marks that nobody sees are left out. */
function plainSigns(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212\u30fc\ufe63]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function international(digits: string): string | undefined {
  const plan = planOfDigits(digits);
  if (!plan) return undefined;
  const rest = digits.slice(plan.code.length);
  // `+49 030 …`: no number of such a country begins with what is dialled before all of them.
  const number = plan.trunk === '0' && rest.startsWith('0') ? rest.slice(1) : rest;
  if (plan.code === '1' && !/^[2-9]\d{9}$/.test(number)) return undefined;
  const whole = `${plan.code}${number}`;
  return whole.length >= fewestAbroad && whole.length <= mostDigits ? `+${whole}` : undefined;
}

function national(digits: string, plan: PhonePlan): string | undefined {
  const hasTrunk = plan.trunk !== '' && digits.startsWith(plan.trunk);
  if (plan.needsTrunk && !hasTrunk) return undefined;
  const bare = hasTrunk ? digits.slice(plan.trunk.length) : digits;
  // Of two readings, with and without the prefix, the length tells.
  const number = [bare, digits].find(
    (one) => plan.lengths.includes(one.length) && !(hasTrunk && plan.needsTrunk && one === digits),
  );
  return number === undefined ? undefined : international(`${plan.code}${number}`);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
