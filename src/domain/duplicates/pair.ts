// What a comparison of two records answers.

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
export interface Evidence {
  readonly weight: number;
  readonly reason?: Reason;
}

/** The pair that the evidence comes to; null where it is too little. */
export function pairOf(ids: readonly [string, string], evidence: readonly Evidence[]): DuplicatePair | null {
  const sum = evidence.reduce((total, { weight }) => total + weight, 0);
  if (sum < likely - 1e-9) return null;
  const told = [...evidence].sort((one, other) => other.weight - one.weight);
  return {
    ids,
    score: Math.min(1, sum),
    reasons: told.flatMap(({ weight, reason }) => (weight > 0 && reason ? [reason] : [])),
  };
}
