// Comparing phone numbers by their digits alone, without the tables of all countries: the sidebar searches with this.

/** Emergency and service numbers have three digits; a shorter one reaches nobody outside the house. */
export const fewestDigits = 3;
/** Digits of a number without area code: an end this long is hardly shared by chance. */
const tailDigits = 7;

/**
 * Answers what tells whether words that look like a number are a part of one of these numbers. `keys` are those of `phoneKey`, with
 * spaces between: `+494512803456/4512803456`, the number with its country where that is known, then its own digits.
 */
export function digitsFinder(words: string): (keys: string) => boolean {
  const wanted = /^[\d\s()+./-]+$/.test(words) ? significantDigits(words) : '';
  if (wanted.length < fewestDigits) return () => false;
  const isAbroad = /^\s*(\+|00)/.test(words);
  // Whichever of the two holds the other, the end of what is wanted stands in both.
  const tail = wanted.slice(-tailDigits);
  return (keys) => {
    // Most numbers hold nothing of it, and need not be taken apart.
    if (!keys.includes(tail)) return false;
    return keys.split(' ').some((key) => {
      const [whole = '', held = ''] = key.split('/');
      if (whole.includes(wanted)) return true;
      // With a country on both sides there is nothing left to guess.
      if (whole !== '' && isAbroad) return false;
      return held.includes(wanted) || (held.length >= tailDigits && wanted.endsWith(held));
    });
  };
}

/** Digits without what is dialled only from some places: `00` before a country, `0` before an area, also as `+49 (0)451`. */
export function significantDigits(text: string): string {
  return text.replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^0+/, '');
}
