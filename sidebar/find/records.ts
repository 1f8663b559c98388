// Every record that can be found, in the memory of this window, and the search through them: no call to the server for a key.
import { companyKey } from '../../src/domain/import/names';
import { type Likeness, likenesses } from '../../src/domain/likeness';
import { byNewness, type Findable, fewHits, rankOf, scoreOf, soughtIn } from '../../src/domain/match';
import { digitsFinder } from '../../src/domain/phone-digits';
import { findableOf, type SearchEntry, type SearchedTab, shownOf, valuesOf } from '../../src/domain/search-entry';
import { lettersIn, slipsForgiven } from '../../src/domain/typos';
import type { FindResult, FoundRecord } from '../../src/rpc/contract';
import { inSlices } from './slices';

interface Held extends Findable {
  readonly tab: SearchedTab;
  readonly created: string;
  readonly entry: SearchEntry;
  /** Replaced by a later entry of its id, or deleted. */
  gone: boolean;
}

interface Question {
  readonly tab?: SearchedTab;
  readonly query: string;
  readonly limit: number;
}

/** What a search found, all of it: whoever types on finds a part of that. */
interface Answered {
  readonly from: readonly Held[];
  readonly tab: SearchedTab | undefined;
  readonly words: string;
  readonly hits: readonly Held[];
}

/** By id. */
const held = new Map<string, Held>();
/** Newest first. */
let order: readonly Held[] = [];
let answered: Answered | null = null;
/** The same with misspelled ones among them. */
let forgiven: Answered | null = null;

/** Takes entries in; one of an id that is there already replaces it. */
export function putRecords(tab: SearchedTab, entries: readonly SearchEntry[]): Promise<void> {
  const fresh: Held[] = [];
  const take = (at: number) => {
    const entry = entries[at] ?? [];
    const findable = findableOf(tab, entry);
    fresh.push({ ...findable, letters: lettersIn(findable.name), tab, created: entry[2] ?? '', entry, gone: false });
  };
  return new Promise((resolve) => {
    inSlices(entries.length, take, () => {
      for (const one of fresh) {
        removeRecords([idOf(one)]);
        held.set(idOf(one), one);
      }
      order = merge(order, fresh.sort(byNewness));
      resolve();
    });
  });
}

export function removeRecords(ids: Iterable<string>): void {
  for (const id of ids) {
    const one = held.get(id);
    if (one) one.gone = true;
    held.delete(id);
  }
}

/** The ids of all that are held. */
export function heldIds(): Iterable<string> {
  return held.keys();
}

export function countRecords(): number {
  return held.size;
}

/** Hands `done` what the server's `findRecords` would answer: at once where it takes a slice only. Answers what ends the search. */
export function findHeld({ tab, query, limit }: Question, done: (result: FindResult) => void): () => void {
  const from = order;
  const sought = soughtIn(query);
  const words = sought.words.join(' ');
  const finders = new Map([query, ...sought.words].map((one) => [one, digitsFinder(one)]));
  // Digits that were too few for a phone number may become one.
  const isPart = (known: Answered | null): known is Answered =>
    !sought.isNumber && known?.from === from && known.tab === tab && words.startsWith(known.words);
  let end = () => {};
  const look = (forgiving: boolean) => {
    // Hits of one score and rank together: they come newest first, so that nothing is left to sort.
    const drawers = new Map<number, Held[]>();
    const known = forgiving ? forgiven : answered;
    const all = isPart(known) && (!forgiving || isAsStrict(known.words, sought.words)) ? known.hits : from;
    const hits: Held[] = [];
    let phones = '';
    const isPhone = (digits: string) => finders.get(digits)?.(phones) === true;
    const work = (at: number) => {
      const one = all[at] as Held;
      if (one.gone || (tab && one.tab !== tab)) return;
      phones = one.entry[3] ?? '';
      const score = scoreOf(one, sought, isPhone, forgiving);
      if (score === 0) return;
      hits.push(one);
      const place = rankOf(one.tab, sought) - 100 * score;
      const drawer = drawers.get(place);
      if (!drawer) drawers.set(place, [one]);
      else if (drawer.length < limit) drawer.push(one);
    };
    end = inSlices(all.length, work, () => {
      if (forgiving) forgiven = { from, tab, words, hits };
      else answered = { from, tab, words, hits };
      if (hits.length < fewHits && !forgiving && sought.words.length > 0) return look(true);
      const best = [...drawers].sort(([one], [other]) => one - other).flatMap(([, drawer]) => drawer);
      done({ records: best.slice(0, limit).map((one) => shownOf(one.tab, one.entry)), total: hits.length });
    });
  };
  look(false);
  return () => end();
}

/** Whether each word is forgiven as many slips as when its beginning was asked for: else more may be found. */
function isAsStrict(before: string, words: readonly string[]): boolean {
  return before.split(' ').every((word, at) => slipsForgiven(word) === slipsForgiven(words[at] ?? ''));
}

export interface Alike {
  record: FoundRecord;
  likeness: Likeness;
}

/** Hands `done` the records of a tab that `judge` finds alike, the likeliest first, at most `most`. Answers what ends the search. */
export function findAlike(
  tab: SearchedTab,
  judge: (entry: SearchEntry) => Likeness | null,
  most: number,
  done: (found: readonly Alike[]) => void,
): () => void {
  const all = order;
  const found: Alike[] = [];
  const work = (at: number) => {
    const one = all[at] as Held;
    const likeness = one.gone || one.tab !== tab ? null : judge(one.entry);
    if (likeness) found.push({ record: shownOf(tab, one.entry), likeness });
  };
  const rank = ({ likeness }: Alike) => likenesses.indexOf(likeness);
  return inSlices(all.length, work, () => done(found.sort((one, other) => rank(one) - rank(other)).slice(0, most)));
}

/** The values of a record's second line, as far as it is held. */
export function heldValues(tab: SearchedTab, id: string): { readonly [field: string]: string | undefined } {
  const one = held.get(id);
  return one ? valuesOf(tab, one.entry) : {};
}

/** The company that is called so, by `companyKey`; undefined where none is held. */
export function heldCompany(key: string): FoundRecord | undefined {
  const one = order.find(({ tab, gone, entry }) => tab === 'companies' && !gone && companyKey(entry[1] ?? '') === key);
  return one && shownOf('companies', one.entry);
}

function idOf({ entry }: Held): string {
  return entry[0] ?? '';
}

/** Two lists in order as one, without what is gone. */
function merge(one: readonly Held[], other: readonly Held[]): Held[] {
  const all: Held[] = [];
  let at = 0;
  for (const next of one) {
    if (next.gone) continue;
    for (let fresh = other[at]; fresh && byNewness(fresh, next) < 0; fresh = other[++at])
      if (!fresh.gone) all.push(fresh);
    all.push(next);
  }
  return all.concat(other.slice(at).filter(({ gone }) => !gone));
}
