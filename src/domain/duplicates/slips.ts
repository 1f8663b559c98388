// Texts that differ by a slip of the finger.
import { bitsIn, lettersIn, slipsBetween } from '../typos';

/** A slip of the finger or two, in texts long enough to be told from others all the same. */
export function isSlip(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  const most = length < 4 ? 0 : length < 8 ? 1 : 2;
  if (most === 0 || Math.abs(one.length - other.length) > most) return false;
  // A slip changes two letters at most: of most names that are two this tells it, without a table.
  return bitsIn(lettersIn(one) ^ lettersIn(other)) <= 2 * most && slipsBetween(one, other) <= most;
}

/** Numbers are told apart on purpose: `Phase 1` and `Phase 2` are two. */
export function hasSameDigits(one: string, other: string): boolean {
  return one.replace(/\D/g, '') === other.replace(/\D/g, '');
}
