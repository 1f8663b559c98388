// Handing over: what of a person's records goes to others, and to whom. What is over (a closed deal, a done task, what was
// said) keeps its owner unless asked otherwise: reports tell who won it.
import { minorPerMajor } from './currency';
import { isOpen } from './follow-ups';
import type { AnyRecord, RecordTabKey } from './schema';
import type { Stage } from './settings';
import { outcomeOf } from './stage-move';

/** Tabs whose records have an owner, in the order they are handed over. */
export const ownedTabs = ['contacts', 'companies', 'deals', 'tasks', 'tickets', 'interactions'] as const;
export type OwnedTab = (typeof ownedTabs)[number];

/** Whether a record of this tab is over. */
export function isOver(tab: OwnedTab, fields: AnyRecord, stages: readonly Stage[]): boolean {
  const status = typeof fields.status === 'string' ? fields.status : null;
  switch (tab) {
    case 'deals':
      return outcomeOf(stages, fields) === 'won' || outcomeOf(stages, fields) === 'lost';
    case 'tasks':
      return !isOpen({ status });
    case 'tickets':
      return status === 'Solved' || status === 'Closed';
    default:
      return tab === 'interactions';
  }
}

/** To whom: one for a tab where `byTab` names one, else the people of `to` in turn. */
export interface Receivers {
  readonly to: readonly string[];
  readonly byTab: { readonly [tab in RecordTabKey]?: string };
}

/** Who gets the record at this place (from 0) among all that are handed over; blank where nobody was named for its tab. */
export function receiverOf({ to, byTab }: Receivers, tab: OwnedTab, place: number): string {
  return byTab[tab] ?? to[place % Math.max(1, to.length)] ?? '';
}

/** Sums by currency in major units, blank amounts counted apart; largest number of deals first. */
export function amountsByCurrency(
  deals: readonly AnyRecord[],
  workbookCurrency: string,
): { amounts: { currency: string; amount: number; count: number }[]; withoutAmount: number } {
  const sums = new Map<string, { minor: number; count: number }>();
  let withoutAmount = 0;
  for (const { amount, currency } of deals) {
    if (typeof amount !== 'number') {
      withoutAmount++;
      continue;
    }
    const code = typeof currency === 'string' && currency !== '' ? currency : workbookCurrency;
    const sum = sums.get(code) ?? { minor: 0, count: 0 };
    sums.set(code, { minor: sum.minor + Math.round(amount * minorPerMajor(code)), count: sum.count + 1 });
  }
  const amounts = [...sums].map(([currency, { minor, count }]) => ({
    currency,
    amount: minor / minorPerMajor(currency),
    count,
  }));
  return { amounts: amounts.sort((one, other) => other.count - one.count), withoutAmount };
}
