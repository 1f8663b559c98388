// Contacts that are likely one person.
import { companyKey } from '../import/names';
import { fold } from '../text';
import { slipsBetween } from '../typos';
import { withOneLess } from './blocks';
import { isSharedMailbox, mailboxKey, ownDomain, withoutTag } from './mailbox';
import { namesMeant } from './nicknames';
import { Case, type DuplicatePair, type DuplicateSearch, type ReasonKind, searchPairs, wholeSearch } from './pair';
import { matchNames, type NameForm, type PersonName, personName } from './person-name';
import { hasSameDigits, isSlip } from './slips';

/** What of a contact tells who it is. */
export interface ContactCard {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly emails: readonly string[];
  /** Comparable: E.164, or digits where the country is not known. */
  readonly phones: readonly string[];
  /** The company's name. */
  readonly company: string;
  readonly street: string;
  readonly city: string;
}

interface Card {
  readonly given: ContactCard;
  readonly name: PersonName | null;
  readonly mailboxes: readonly string[];
  /** Of companies alone. */
  readonly domains: readonly string[];
  readonly firm: string;
  readonly address: string;
}

/** Of a phone that so many different people have, the house has it. */
const switchboard = 3;

const nameReasons: { readonly [form in NameForm]: ReasonKind } = {
  same: 'name',
  swapped: 'swappedName',
  nickname: 'nickname',
  initial: 'initial',
  typo: 'nearName',
};

/** Pairs of contacts that are likely one person, the surest first. */
export function duplicateContacts(contacts: readonly ContactCard[]): DuplicatePair[] {
  return wholeSearch(searchContacts(contacts, (contact) => contact));
}

/** The same step by step, of whatever `read` makes a contact of. */
export function searchContacts<T>(records: readonly T[], read: (record: T) => ContactCard): DuplicateSearch {
  return searchPairs(records, {
    cardOf: (record) => cardOf(read(record)),
    keysOf,
    order: ({ name }) => wholeName(name),
    comparer: (cards) => {
      const isSwitchboard = switchboardsAmong(cards);
      return (one, other) => compare(one, other, isSwitchboard);
    },
  });
}

function cardOf(given: ContactCard): Card {
  const address = fold(given.street).replace(/[^\p{L}\p{N}]+/gu, '');
  return {
    given,
    name: personName(given.firstName, given.lastName),
    mailboxes: given.emails.map(mailboxKey).filter((mailbox) => mailbox !== ''),
    domains: given.emails.map(ownDomain).filter((domain) => domain !== ''),
    firm: companyKey(given.company),
    address: address.length < 5 ? '' : `${address}/${fold(given.city)}`,
  };
}

function wholeName(name: PersonName | null): string {
  return name ? `${name.family} ${name.given.join(' ')}` : '';
}

/** What one must share with another to be compared with it. */
function keysOf({ given, name, mailboxes, firm, address }: Card): string[] {
  const keys = [...mailboxes.map((mailbox) => `@${withoutTag(mailbox)}`), ...given.phones.map((phone) => `t${phone}`)];
  if (!name) return keys;
  const [first = ''] = name.given;
  const family = name.family.replace(/ /g, '');
  // Swapped names are in order as well.
  const whole = [first, family].sort().join('');
  if (whole.length > 4) keys.push(...withOneLess(whole).map((text) => `n${text}`));
  if (family !== '') {
    for (const meant of namesMeant(first)) keys.push(`k${meant} ${family}`);
    keys.push(`i${first.slice(0, 1)} ${family}`);
    if (firm !== '') keys.push(`f${firm}/${family}`);
  }
  if (firm !== '' && first !== '') keys.push(`g${firm}/${first}`);
  if (address !== '') keys.push(`a${address}`);
  return keys;
}

/** Phones that people of several names have. */
function switchboardsAmong(cards: readonly Card[]): (phone: string) => boolean {
  const names = new Map<string, PersonName[]>();
  for (const { given, name } of cards) {
    if (!name) continue;
    for (const phone of given.phones) {
      const known = names.get(phone) ?? [];
      if (known.length < switchboard && !known.some((one) => matchNames(one, name))) known.push(name);
      names.set(phone, known);
    }
  }
  return (phone) => (names.get(phone)?.length ?? 0) >= switchboard;
}

function compare(one: Card, other: Card, isSwitchboard: (phone: string) => boolean): DuplicatePair | null {
  const found = new Case();

  const name = one.name && other.name ? matchNames(one.name, other.name) : null;
  // Two names are two people, whatever they share: a house, a phone, an office's address.
  if (one.name && other.name && !name) return null;
  if (name) found.add(0.45 * name.strength, nameReasons[name.form], nameOf(one), nameOf(other));

  const mailbox = one.mailboxes.find((each) => other.mailboxes.includes(each));
  if (mailbox !== undefined) {
    const place = (card: Card) => card.given.emails.find((email) => mailboxKey(email) === mailbox) ?? mailbox;
    found.add(isSharedMailbox(mailbox) ? 0.15 : 0.6, 'email', place(one), place(other));
  } else {
    const near = nearMailbox(one, other);
    if (near) found.add(0.35, 'nearEmail', ...near);
    else if (one.mailboxes.length > 0 && other.mailboxes.length > 0) found.against(0.1);
  }

  const phone = one.given.phones.find((each) => other.given.phones.includes(each));
  if (phone !== undefined) found.add(isSwitchboard(phone) ? 0.1 : 0.45, 'phone', phone, phone);
  else if (one.given.phones.length > 0 && other.given.phones.length > 0) found.against(0.05);

  const firms = [one.given.company, other.given.company] as const;
  const domain = sharedDomain(one, other);
  if (one.firm !== '' && other.firm !== '') {
    if (one.firm === other.firm || isSlip(one.firm, other.firm)) found.add(0.3, 'company', ...firms);
    else if (domain === '') found.against(0.15);
  }
  if (domain !== '' && one.firm !== other.firm) found.add(0.2, 'domain', domain, domain);
  if (one.address !== '' && one.address === other.address)
    found.add(0.25, 'address', one.given.street, other.given.street);
  return found.pair(one.given.id, other.given.id);
}

function nameOf({ given: { firstName, lastName } }: Card): string {
  return `${firstName} ${lastName}`.trim();
}

/** Addresses one slip, or a tag, from each other. */
function nearMailbox(one: Card, other: Card): [string, string] | null {
  for (const first of one.mailboxes) {
    for (const second of other.mailboxes) {
      if (isSharedMailbox(first) || isSharedMailbox(second)) continue;
      if (withoutTag(first) === withoutTag(second)) return [first, second];
      const isNear =
        Math.abs(first.length - second.length) <= 1 && first.length > 9 && slipsBetween(first, second) === 1;
      // `j.smith1@` and `j.smith2@` were told apart on purpose.
      if (isNear && hasSameDigits(first, second)) return [first, second];
    }
  }
  return null;
}

function sharedDomain(one: Card, other: Card): string {
  return one.domains.find((domain) => other.domains.includes(domain)) ?? '';
}
