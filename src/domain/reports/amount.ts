// A deal's amount in the workbook's currency.
import { converter, minorPerMajor, wholeUnits } from '../currency';
import type { Settings, Stage } from '../settings';
import type { ReportDeal } from './types';

export interface Amount {
  /** Whole minor units of the workbook's currency; null: blank, or not usable. */
  readonly minor: number | null;
  /** Why it is not usable. */
  readonly problem: 'amount' | 'currency' | null;
}

const blank: Amount = { minor: null, problem: null };
const unreadable: Amount = { minor: null, problem: 'amount' };
const noRate: Amount = { minor: null, problem: 'currency' };

/** Reads amounts: of closed deals at the rate of the day they closed, of open ones at today's. */
export function amountReader(
  settings: Pick<Settings, 'currency' | 'rates'>,
  today: string,
): (deal: ReportDeal, stage: Stage) => Amount {
  const convert = converter(settings);
  const units = minorPerMajor(settings.currency);
  return (deal, stage) => {
    const { amount } = deal;
    if (deal.invalid?.includes('amount')) return unreadable;
    if (amount === null) return blank;
    const day = stage.outcome === 'open' ? today : (deal.closedOn ?? today);
    const minor = deal.currency === null ? wholeUnits(amount * units) : convert(amount, deal.currency, day);
    if (minor === 'noRate') return noRate;
    return minor === null ? unreadable : { minor, problem: null };
  };
}
