// What the board says of deals and sums, the same in the wide window and in the sidebar.
import type { BoardColumn, BoardDeal, BoardSums } from '../../src/domain/board';
import type { StallReason } from '../../src/domain/stalled';
import { moneyText, shortMoneyText } from '../numbers';
import * as words from '../words';

/** Why a deal is stalled, in a few words. */
export function stallText(reason: StallReason): string {
  switch (reason.kind) {
    case 'stage':
      return words.daysInStage(reason.days, reason.limit);
    case 'overdue':
      return words.daysPastCloseDate(reason.days);
    case 'noNextStep':
      return words.noNextStep;
  }
}

/** A deal without a name is called by its id. */
export function dealName({ name, id }: Pick<BoardDeal, 'name' | 'id'>): string {
  return name || id;
}

export function columnName({ stage }: Pick<BoardColumn, 'stage'>): string {
  return stage?.name ?? words.noKnownStage;
}

/** A sum in few characters; a dash where no amount is known. */
export function shortSum(value: number | null, currency: string): string {
  return value === null ? '—' : shortMoneyText(value, currency);
}

/** The sums in full: “$84,500, weighted $42,250, 2 without a known amount”. */
export function sumsText({ value, weighted, unknown }: BoardSums, currency: string, open: boolean): string {
  const full = (sum: number | null) => (sum === null ? words.noKnownAmount : moneyText(Math.round(sum), currency));
  return [
    full(value),
    open && value !== null ? words.weightedSum(full(weighted)) : '',
    unknown > 0 && value !== null ? words.withoutKnownAmount(unknown) : '',
  ]
    .filter(Boolean)
    .join(', ');
}
