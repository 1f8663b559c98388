// Forgiving a slip of the finger. No library for edit distance: while a name is typed only its beginning is there to compare, and
// two letters the wrong way round are one slip.

/** Words this long are forgiven one slip, or two; shorter ones, and numbers, would fit too much. */
const oneSlip = 4;
const twoSlips = 8;
const longest = 40;
/** More than any distance of texts that are compared. */
const far = 1e6;

/**
 * Answers what counts the slips between `word` and the beginning of the nearest word of a name, both folded; Infinity for
 * more than the word is forgiven. A slip is a letter too much, too few or another, or two neighbours swapped. `letters`: those of
 * the name (`lettersIn`), where they are known.
 */
export function typoCounter(word: string): (name: string, letters?: number) => number {
  const most = slipsForgiven(word);
  if (most === 0) return () => Number.POSITIVE_INFINITY;
  const slips = slipTable(word);
  const own = lettersIn(word);
  const mayFit = most === 1 ? halfFinder(word) : () => true;
  return (name, letters = lettersIn(name)) => {
    // Each letter of the word that the name lacks is a slip: most names need no closer look.
    if (bitsIn(own & ~letters) > most) return Number.POSITIVE_INFINITY;
    let best = most + 1;
    for (let at = 0; at < name.length && best > 0; at++) {
      if (isLetter(name.charCodeAt(at)) && !isLetter(name.charCodeAt(at - 1)) && mayFit(name, at))
        best = Math.min(best, slips(name, at, most));
    }
    return best > most ? Number.POSITIVE_INFINITY : best;
  };
}

/**
 * Answers what tells whether a text, from a place on, may be a single slip away from `word`: the slip is in one half, so that the
 * other one stands there as it is, at most one letter aside, or it swaps the two letters where they meet.
 */
function halfFinder(word: string): (text: string, at: number) => boolean {
  const middle = word.length >> 1;
  const [first, second] = [word.slice(0, middle), word.slice(middle)];
  const swapped = first.slice(0, -1) + second.charAt(0) + first.slice(-1);
  return (text, at) =>
    text.startsWith(first, at) ||
    text.startsWith(second, at + middle) ||
    text.startsWith(second, at + middle + 1) ||
    text.startsWith(second, at + middle - 1) ||
    text.startsWith(swapped, at);
}

/** How many slips a word is forgiven. With as many, what a longer word finds is a part of what its beginning finds. */
export function slipsForgiven(word: string): number {
  const { length } = word;
  return length < oneSlip || length > longest || /\d/.test(word) ? 0 : length < twoSlips ? 1 : 2;
}

/** Which letters a folded text has, as bits; letters beyond ASCII share a few of them. */
export function lettersIn(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 96 && code < 123) letters |= 1 << (code - 97);
    else if (code > 127) letters |= 1 << (26 + (code % 5));
  }
  return letters;
}

/** How many bits of a number are set. */
export function bitsIn(number: number): number {
  let count = 0;
  for (let left = number; left !== 0; left &= left - 1) count++;
  return count;
}

/** The slips between two whole texts. */
export function slipsBetween(one: string, other: string): number {
  return slipTable(one)(other);
}

/** Optimal string alignment: the columns of its table, one for each letter of the other text, are made once, for speed. */
function slipTable(word: string) {
  const { length } = word;
  const column = () => Array.from({ length: length + 1 }, (_, row) => row);
  let [older, before, now] = [column(), column(), column()];
  /** With `most`: the slips to the beginning, from `from` on, of a single word; a number above `most` only says that they are more. */
  return (text: string, from = 0, most?: number): number => {
    let best = most === undefined ? length : most + 1;
    const reach = most ?? length + text.length;
    for (let row = 0; row <= length; row++) before[row] = row;
    for (let at = 1; from + at <= text.length; at++) {
      const letter = text.charCodeAt(from + at - 1);
      if (most !== undefined && !isLetter(letter)) break;
      // Further from the diagonal than there may be slips there is nothing to know.
      const first = Math.max(1, at - reach);
      const last = Math.min(length, at + reach);
      let least = first === 1 ? at : far;
      now[first - 1] = least;
      now[last + 1] = far;
      for (let row = first; row <= last; row++) {
        const own = word.charCodeAt(row - 1);
        const other = (before[row - 1] ?? 0) + (own === letter ? 0 : 1);
        let cost = Math.min((before[row] ?? 0) + 1, (now[row - 1] ?? 0) + 1, other);
        const isSwap =
          at > 1 && row > 1 && own === text.charCodeAt(from + at - 2) && letter === word.charCodeAt(row - 2);
        if (isSwap) cost = Math.min(cost, (older[row - 2] ?? 0) + 1);
        now[row] = cost;
        least = Math.min(least, cost);
      }
      const cost = last === length ? (now[length] ?? far) : far;
      best = most === undefined ? cost : Math.min(best, cost);
      if (least > reach) break;
      [older, before, now] = [before, now, older];
    }
    return best;
  };
}

/** Of folded text: small letters, digits, and all that is not ASCII. NaN, before the first and after the last, is none. */
function isLetter(code: number): boolean {
  return code > 127 || (code > 96 && code < 123) || (code > 47 && code < 58);
}
