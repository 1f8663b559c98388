// Finding records by words: which records hold them, which fit best, and what stands first among those that fit equally well.
// The add-on and the sidebar's own index both go by it.
import type { RecordTabKey } from './schema';
import { fold } from './text';
import { typoCounter } from './typos';

/** What of a record is searched; folded, as `fold` gives it. */
export interface Findable {
  readonly id: string;
  readonly name: string;
  /** The name, the id and whatever else a record is found by. */
  readonly text: string;
  /** `lettersIn` of the name, where it is asked again and again. */
  readonly letters?: number;
}

/** What somebody looks for. */
export interface Sought {
  readonly query: string;
  readonly words: readonly string[];
  /** Whether the words may be a phone number. */
  readonly isNumber: boolean;
  /** For each word, how many slips a name's words are away from it. */
  readonly typos: readonly ((name: string, letters?: number) => number)[];
}

/** With fewer exact hits than this, misspelled ones are looked for as well. */
export const fewHits = 3;

/** The words of a query; the same query is taken apart once, however many records are asked. */
export function soughtIn(query: string): Sought {
  const words = fold(query)
    .split(' ')
    .filter((word) => word !== '');
  return { query, words, isNumber: /\d/.test(query), typos: words.map(typoCounter) };
}

/**
 * 0 when a word is missing, 6 for the record's own id, else how well the name fits; below 1 where only a misspelling is met, which
 * counts when `forgiving`. `isPhone` says whether one of the record's numbers is or holds these words.
 */
export function scoreOf(
  findable: Findable,
  { query, words, isNumber, typos }: Sought,
  isPhone: (words: string) => boolean,
  forgiving = false,
): number {
  if (words.length === 0) return 1;
  const { id, name, text, letters } = findable;
  let slips = 0;
  // Asked of 50,000 records at a key: nothing is made anew for each.
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (text.includes(word) || (isNumber && isPhone(word))) continue;
    slips += forgiving ? (typos[at]?.(name, letters) ?? 0) : Number.POSITIVE_INFINITY;
    if (slips === Number.POSITIVE_INFINITY) return isNumber && query !== words[0] && isPhone(query) ? 1 : 0;
  }
  if (slips > 0) return 1 / (1 + slips);
  return words.length === 1 && words[0] === id ? 6 : nameFit(name, words);
}

/**
 * 5 for the name itself, 4 when the name begins with the words, 3 when each begins a word of the name, 2 when each stands
 * somewhere in it, else 1. Both are folded.
 */
export function nameFit(name: string, words: readonly string[]): number {
  const query = words.join(' ');
  if (name.startsWith(query)) return name === query ? 5 : 4;
  let fit = 3;
  for (const word of words) {
    if (!name.includes(word)) return 1;
    if (!beginsWord(name, word)) fit = 2;
  }
  return fit;
}

function beginsWord(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
    if (at === 0 || !isInWord(name, at - 1)) return true;
  }
  return false;
}

function isInWord(name: string, at: number): boolean {
  const code = name.charCodeAt(at);
  return code < 128 ? (code > 96 && code < 123) || (code > 47 && code < 58) : /[\p{L}\p{N}]/u.test(name.charAt(at));
}

/** Of equally good hits those of a lower rank stand first: deals are often called by the company, so its own page goes before them. */
export function rankOf(tab: RecordTabKey, { words }: Sought): number {
  return words.length === 0 || tab === 'contacts' || tab === 'companies' ? 0 : 1;
}

/** By the moment of creation, the same in every tab; an import creates many at once, which their ids tell apart. */
export function byNewness(
  one: { readonly created: string; readonly id: string },
  other: { readonly created: string; readonly id: string },
): number {
  if (one.created !== other.created) return one.created < other.created ? 1 : -1;
  return numberIn(other.id) - numberIn(one.id);
}

function numberIn(id: string): number {
  return Number(id.slice(id.indexOf('-') + 1));
}
