// What counts as a phone number, and when two spellings are the same one. Knows no country's numbering plan: libphonenumber-js
// with all its plans would not fit beside the rest of the add-on (121 KB of 300), so a number without its country is compared by
// its end. Two numbers of different countries that end alike are taken for one where one of them lacks its country.

/** What a phone field should hold, for people. */
export const phoneExample = 'a phone number, like +49 30 1234567';

/** Emergency and service numbers have three digits; a shorter one reaches nobody outside the house. */
const fewestDigits = 3;
/** Digits of a number without area code: an end this long is hardly shared by chance. */
const tailDigits = 7;

/** Whether the text holds something that can be dialled. Any spelling is good, also `1-800-FLOWERS`. */
export function isPhone(text: string): boolean {
  return digitsOf(text).length >= fewestDigits;
}

/**
 * Whether what somebody looks for is, or is a part of, this number: `0451 28` and `+49 451 2803456` both find
 * `(0451) 280-3456`. False where the words are no number.
 */
export function findsPhone(words: string, phone: string): boolean {
  if (!/^[\d\s()+./-]+$/.test(words)) return false;
  const wanted = significantDigits(words);
  const own = significantDigits(phone);
  if (wanted.length < fewestDigits) return false;
  return own.includes(wanted) || (own.length >= tailDigits && wanted.endsWith(own));
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Digits without what is dialled only from some places: `00` before a country, `0` before an area, also as `+49 (0)451`. */
function significantDigits(text: string): string {
  return digitsOf(text.replace(/\(0\)/g, '')).replace(/^0+/, '');
}
