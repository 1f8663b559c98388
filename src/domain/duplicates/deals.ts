// Deals that are likely one: of the same company, for about as much, at about the same time.
import { daysBetween } from '../days';
import { fold } from '../text';
import { Case, type DuplicatePair, type DuplicateSearch, searchPairs, wholeSearch } from './pair';
import { hasSameDigits, isSlip } from './slips';

/** What of a deal tells which it is. */
export interface DealCard {
  readonly id: string;
  readonly name: string;
  /** The company's id, or whatever names it. */
  readonly company: string;
  readonly amount: number | null;
  readonly currency: string;
  /** The day it is to close, or was closed; '' where none is told. */
  readonly day: string;
}

/** Amounts this near each other are about the same, as a share of the larger. */
const nearAmount = 0.05;
/** Days this near each other are about the same. */
const nearDays = 14;

/** Pairs of deals that are likely one, the surest first. */
export function duplicateDeals(deals: readonly DealCard[]): DuplicatePair[] {
  return wholeSearch(searchDeals(deals, (deal) => deal));
}

/** The same step by step, of whatever `read` makes a deal of. */
export function searchDeals<T>(records: readonly T[], read: (record: T) => DealCard): DuplicateSearch {
  return searchPairs(records, {
    cardOf: read,
    keysOf: ({ company }) => (company === '' ? [] : [company]),
    order: ({ name }) => fold(name),
    comparer: () => compare,
  });
}

function compare(one: DealCard, other: DealCard): DuplicatePair | null {
  const found = new Case();
  const names = [fold(one.name), fold(other.name)] as const;
  if (!hasSameDigits(...names)) return null;
  if (names[0] === names[1]) found.add(0.35, 'name', one.name, other.name);
  else if (isSlip(...names) || sharesMostWords(...names)) found.add(0.25, 'nearName', one.name, other.name);

  if (one.amount !== null && other.amount !== null) {
    const most = Math.max(Math.abs(one.amount), Math.abs(other.amount));
    const apart = most === 0 ? 0 : Math.abs(one.amount - other.amount) / most;
    const isOneCurrency = one.currency === other.currency;
    if (isOneCurrency && apart <= nearAmount)
      found.add(apart === 0 ? 0.35 : 0.25, 'amount', String(one.amount), String(other.amount));
    else found.against(0.3);
  }
  if (one.day !== '' && other.day !== '') {
    const apart = Math.abs(daysBetween(one.day, other.day));
    if (apart <= nearDays) found.add(apart === 0 ? 0.25 : 0.15, 'date', one.day, other.day);
    else found.against(0.2);
  }
  return found.pair(one.id, other.id);
}

function sharesMostWords(one: string, other: string): boolean {
  const words = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
  const [first, second] = [words(one), words(other)];
  const shared = first.filter((word) => second.includes(word)).length;
  return shared > 0 && shared * 2 >= Math.max(first.length, second.length);
}
