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
 * The pairs that `compare` finds among cards that share a key, the surest first. `order`: what the members of a large group are put in
 * order by (blocks.ts).
 */
export function pairsAmong<Card>(
  cards: readonly Card[],
  keysOf: (card: Card) => readonly string[],
  order: (card: Card) => string,
  compare: (one: Card, other: Card) => DuplicatePair | null,
): DuplicatePair[] {
  const pairs: DuplicatePair[] = [];
  for (const [one, other] of pairsByKey(cards.map(keysOf), (place) => order(cards[place] as Card))) {
    const pair = compare(cards[one] as Card, cards[other] as Card);
    if (pair) pairs.push(pair);
  }
  return pairs.sort((one, other) => other.score - one.score);
}
