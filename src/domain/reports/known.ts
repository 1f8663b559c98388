// What a sum says when amounts are missing: the same rule for the figures, and for every table a client draws.
import type { OwnerLine } from './types';

/** Deals behind a sum, and those of them without a known amount. */
export interface Behind {
  readonly count: number;
  readonly unknown: number;
}

/** The sum; null where there are deals and no amount of theirs is known: that is an unknown sum, not a sum of zero. */
export function knownSum(sum: number, { count, unknown }: Behind): number | null {
  return count > 0 && count === unknown ? null : sum;
}

/** What stands behind an owner's open value and weighted forecast. */
export function openBehind({ open, openUnknown }: OwnerLine): Behind {
  return { count: open, unknown: openUnknown };
}

/** What stands behind an owner's won value: there is an average wherever one amount is known. */
export function wonBehind({ won, averageWon }: OwnerLine): Behind {
  return { count: won, unknown: averageWon === null ? won : 0 };
}
