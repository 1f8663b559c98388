// What a comparison of two records answers, and comparing all that may be one.
import { pairsByKey } from './blocks';

/** What two records have in common, the most telling first where several are told. */
export type ReasonKind =
  | 'email'
  | 'nearEmail'
  | 'phone'
  | 'name'
  | 'swappedName'
  | 'nickname'
  | 'initial'
  | 'nearName'
  | 'company'
  | 'domain'
  | 'address'
  | 'amount'
  | 'date';

export interface Reason {
  readonly kind: ReasonKind;
  /** As it stands in the one record and in the other. */
  readonly values: readonly [string, string];
}

/** Two records that are likely one. */
export interface DuplicatePair {
  /** Ids, in the order in which the records were given. */
  readonly ids: readonly [string, string];
  /** How sure it is, from `likely` to 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Pairs with less than this are not told. */
export const likely = 0.6;

/** One reason and what it counts for; a negative weight speaks against it and is not told. */
interface Evidence {
  readonly weight: number;
  readonly reason?: Reason;
}

/** The pair that the evidence comes to; null where it is too little. */
function pairOf(ids: readonly [string, string], evidence: readonly Evidence[]): DuplicatePair | null {
  const sum = evidence.reduce((total, { weight }) => total + weight, 0);
  if (sum < likely - 1e-9) return null;
  const told = [...evidence].sort((one, other) => other.weight - one.weight);
  return {
    ids,
    score: Math.min(1, sum),
    reasons: told.flatMap(({ weight, reason }) => (weight > 0 && reason ? [reason] : [])),
  };
}

/** Collects what speaks for a pair, and against it. */
export class Case {
  private readonly evidence: Evidence[] = [];

  add(weight: number, kind: ReasonKind, one: string, other: string): void {
    this.evidence.push({ weight, reason: { kind, values: [one, other] } });
  }

  /** `weight`: how much less likely it is. */
  against(weight: number): void {
    this.evidence.push({ weight: -weight });
  }

  pair(one: string, other: string): DuplicatePair | null {
    return pairOf([one, other], this.evidence);
  }
}

/**
 * A search that can pause: after each small step it answers how much is done, 0 to 1, and at its end the pairs, the surest first. A
 * page takes the steps a few at a time; whoever can wait calls `wholeSearch`.
 */
export type DuplicateSearch = Generator<number, DuplicatePair[]>;

/** How records of a kind are compared. */
export interface Rules<Given, Card> {
  readonly cardOf: (given: Given) => Card;
  /** What one must share with another to be compared with it. */
  readonly keysOf: (card: Card) => readonly string[];
  /** What the members of a large group are put in order by (blocks.ts). */
  readonly order: (card: Card) => string;
  /** May look at all cards first. */
  readonly comparer: (cards: readonly Card[]) => (one: Card, other: Card) => DuplicatePair | null;
}

/** Looks for pairs among these by the rules. */
export function* searchPairs<Given, Card>(given: readonly Given[], rules: Rules<Given, Card>): DuplicateSearch {
  const cards: Card[] = [];
  for (const one of given) {
    cards.push(rules.cardOf(one));
    yield (cards.length / given.length) * cardShare;
  }
  const at = (place: number) => cards[place] as Card;
  const compare = rules.comparer(cards);
  const pairs: DuplicatePair[] = [];
  let done = cardShare;
  for (const step of pairsByKey(
    cards.length,
    (place) => rules.keysOf(at(place)),
    (place) => rules.order(at(place)),
  )) {
    if (typeof step === 'number') done = cardShare + step * (1 - cardShare);
    else {
      const pair = compare(at(step[0]), at(step[1]));
      if (pair) pairs.push(pair);
    }
    yield done;
  }
  return pairs.sort((one, other) => other.score - one.score);
}

/** Making the cards, as a share of the whole work. */
const cardShare = 0.2;

/** Searches to the end at once. */
export function wholeSearch(search: DuplicateSearch): DuplicatePair[] {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}
