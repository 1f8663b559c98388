// How sure it is that two records are one, in words.
import type { DuplicatePair } from '../../src/domain/duplicates';
import { certaintyOf } from './pairs';

export function Certainty({ pair }: { pair: DuplicatePair }) {
  const { text, kind } = certaintyOf(pair);
  return <span class={`badge ${kind}`}>{text}</span>;
}
