// Why two records may be one, in words with both values.
import type { Reason } from '../../src/domain/duplicates';
import { dayText } from '../format';
import { moneyText } from '../numbers';
import * as words from '../words';

/** “Name alike: Jon Smith / John Smith”; a value that is the same in both is told once. `currency`: of deals. */
export function reasonText({ kind, values }: Reason, currency: string, today: string): string {
  const shown = values.map((value) => {
    if (kind === 'amount') return moneyText(Number(value), currency);
    return kind === 'date' ? dayText(value, today) : value;
  });
  const [one = '', other = ''] = shown;
  const isSame = one === other;
  return words.reasonAndValues(nameOfReason(kind, isSame), isSame ? one : `${one} / ${other}`);
}

function nameOfReason(kind: Reason['kind'], isSame: boolean): string {
  if (isSame) return words.reasonKinds[kind];
  if (kind === 'amount') return words.nearAmount;
  return kind === 'date' ? words.nearDay : words.reasonKinds[kind];
}
