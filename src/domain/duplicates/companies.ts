// Companies that are likely one.
import { companyKey } from '../import/names';
import { fold } from '../text';
import { withOneLess } from './blocks';
import { ownDomain } from './mailbox';
import { Case, type DuplicatePair, type DuplicateSearch, searchPairs, wholeSearch } from './pair';
import { hasSameDigits, isSlip } from './slips';

/** What of a company tells which it is. */
export interface CompanyCard {
  readonly id: string;
  readonly name: string;
  /** Its domain or site. */
  readonly domain: string;
  /** Comparable: E.164, or digits where the country is not known. */
  readonly phone: string;
  readonly street: string;
  readonly city: string;
}

interface Card {
  readonly given: CompanyCard;
  readonly key: string;
  readonly domain: string;
  readonly street: string;
  readonly city: string;
}

/** Pairs of companies that are likely one, the surest first. */
export function duplicateCompanies(companies: readonly CompanyCard[]): DuplicatePair[] {
  return wholeSearch(searchCompanies(companies, (company) => company));
}

/** The same step by step, of whatever `read` makes a company of. */
export function searchCompanies<T>(records: readonly T[], read: (record: T) => CompanyCard): DuplicateSearch {
  return searchPairs(records, {
    cardOf: (record) => cardOf(read(record)),
    keysOf,
    order: ({ key }) => key,
    comparer: () => compare,
  });
}

function cardOf(given: CompanyCard): Card {
  return {
    given,
    key: companyKey(given.name),
    domain: ownDomain(given.domain),
    street: fold(given.street).replace(/[^\p{L}\p{N}]+/gu, ''),
    city: fold(given.city),
  };
}

function keysOf({ given, key, domain }: Card): string[] {
  const letters = key.replace(/ /g, '');
  return [
    ...(domain === '' ? [] : [`@${domain}`]),
    ...(given.phone === '' ? [] : [`t${given.phone}`]),
    ...(letters.length < 5 ? [`n${letters}`] : withOneLess(letters).map((text) => `n${text}`)),
  ];
}

function compare(one: Card, other: Card): DuplicatePair | null {
  const found = new Case();
  const names = [one.given.name, other.given.name] as const;
  const isOneWord = one.key.replace(/ /g, '') === other.key.replace(/ /g, '');
  if (one.key !== '' && isOneWord) found.add(0.65, 'name', ...names);
  else if (isNear(one.key, other.key)) found.add(0.5, 'nearName', ...names);

  if (one.domain !== '' && other.domain !== '') {
    if (one.domain === other.domain) found.add(0.45, 'domain', one.given.domain, other.given.domain);
    else found.against(0.2);
  }
  if (one.given.phone !== '' && other.given.phone !== '') {
    if (one.given.phone === other.given.phone) found.add(0.2, 'phone', one.given.phone, other.given.phone);
    else found.against(0.05);
  }
  const isSameStreet = one.street.length > 4 && one.street === other.street;
  if (isSameStreet) found.add(0.2, 'address', one.given.street, other.given.street);
  // Branches have a name and a site in common, and each a town of its own.
  const isBranch = one.city !== '' && other.city !== '' && !isTown(one.city, other.city) && !isSameStreet;
  return isBranch ? null : found.pair(one.given.id, other.given.id);
}

/** Slips alone: a word more makes another firm of it. */
function isNear(one: string, other: string): boolean {
  return (
    one !== other &&
    one.split(' ').length === other.split(' ').length &&
    hasSameDigits(one, other) &&
    isSlip(one, other)
  );
}

function isTown(one: string, other: string): boolean {
  return one === other || isSlip(one, other);
}
