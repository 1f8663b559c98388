// Pairs as this window keeps them: how one is known, which are shown, and how sure one is in words. No markup here.
import type { DuplicatePair } from '../../src/domain/duplicates';
import { fold, shorten } from '../../src/domain/text';
import * as words from '../words';

/** Two ids, in any order. */
export type Ids = readonly [string, string];

/** Names a pair, whichever of both comes first. */
export function keyOf(ids: Ids): string {
  return [...ids].sort().join('/');
}

/** How sure it is that both are one. */
export function certaintyOf({ score }: DuplicatePair): { text: string; kind: '' | 'accent' | 'good' } {
  if (score >= 0.9) return { text: words.almostCertain, kind: 'good' };
  return score >= 0.75 ? { text: words.likely, kind: 'accent' } : { text: words.maybe, kind: '' };
}

/** Pairs with all of these words in the names of both together. */
export function pairsNamed(
  pairs: readonly DuplicatePair[],
  query: string,
  nameOf: (id: string) => string,
): readonly DuplicatePair[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return pairs;
  return pairs.filter(({ ids }) => {
    const names = fold(ids.map((id) => `${nameOf(id)} ${id}`).join(' '));
    return wanted.every((word) => names.includes(word));
  });
}

/** The pair that is at hand once this one is settled: the next that will still be there, else the one before; '' for none. */
export function nextAfter(pairs: readonly DuplicatePair[], settled: DuplicatePair, gone: string | null): string {
  const at = pairs.indexOf(settled);
  const stays = (pair: DuplicatePair) => pair !== settled && !(gone !== null && pair.ids.includes(gone));
  const next = pairs.slice(at + 1).find(stays) ?? pairs.slice(0, Math.max(0, at)).reverse().find(stays);
  return next ? keyOf(next.ids) : '';
}

/** Both names, short enough for a sentence; with their ids where they would not tell one from the other. */
export function toldNames(names: Ids, ids: Ids): [string, string] {
  const isOne = fold(names[0]) === fold(names[1]);
  const told = (at: 0 | 1) => {
    const name = shorten(names[at], longestTold);
    return isOne && name !== ids[at] ? `${name} (${ids[at]})` : name;
  };
  return [told(0), told(1)];
}

/** Characters of a name in a sentence. */
const longestTold = 60;
