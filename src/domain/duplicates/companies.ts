// Companies that are likely one.
import { companyKey } from '../import/names';
import { fold } from '../text';
import { pairsByKey, withOneLess } from './blocks';
import { ownDomain } from './mailbox';
import { type DuplicatePair, type Evidence, pairOf, type ReasonKind } from './pair';
import { isSlip } from './person-name';

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
  const cards = companies.map(
    (given): Card => ({
      given,
      key: companyKey(given.name),
      domain: ownDomain(given.domain),
      street: fold(given.street).replace(/[^\p{L}\p{N}]+/gu, ''),
      city: fold(given.city),
    }),
  );
  const pairs: DuplicatePair[] = [];
  for (const [one, other] of pairsByKey(cards.map(keysOf), (place) => cards[place]?.key ?? '')) {
    const pair = compare(cards[one] as Card, cards[other] as Card);
    if (pair) pairs.push(pair);
  }
  return pairs.sort((one, other) => other.score - one.score);
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
  const evidence: Evidence[] = [];
  const add = (weight: number, kind: ReasonKind, first: string, second: string) =>
    evidence.push({ weight, reason: { kind, values: [first, second] } });
  const names = [one.given.name, other.given.name] as const;
  const isOneWord = one.key.replace(/ /g, '') === other.key.replace(/ /g, '');
  if (one.key !== '' && isOneWord) add(0.65, 'name', ...names);
  else if (isNear(one.key, other.key)) add(0.5, 'nearName', ...names);

  if (one.domain !== '' && other.domain !== '') {
    if (one.domain === other.domain) add(0.45, 'domain', one.given.domain, other.given.domain);
    else evidence.push({ weight: -0.2 });
  }
  if (one.given.phone !== '' && other.given.phone !== '') {
    if (one.given.phone === other.given.phone) add(0.2, 'phone', one.given.phone, other.given.phone);
    else evidence.push({ weight: -0.05 });
  }
  const isSameStreet = one.street.length > 4 && one.street === other.street;
  if (isSameStreet) add(0.2, 'address', one.given.street, other.given.street);
  // Branches have a name and a site in common, and each a town of its own.
  const isBranch = one.city !== '' && other.city !== '' && !isTown(one.city, other.city) && !isSameStreet;
  return isBranch ? null : pairOf([one.given.id, other.given.id], evidence);
}

/** Slips alone: a word more makes another firm of it. */
function isNear(one: string, other: string): boolean {
  return (
    one !== other &&
    one.split(' ').length === other.split(' ').length &&
    digits(one) === digits(other) &&
    isSlip(one, other)
  );
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function isTown(one: string, other: string): boolean {
  return one === other || isSlip(one, other);
}
