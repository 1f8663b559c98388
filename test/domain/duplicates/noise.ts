// Contacts written down twice, by seed: each kind of noise that a sheet kept for years has, and people who only look alike.
import { seededRandom } from '../../../scripts/local/runtime/random';
import type { ContactCard } from '../../../src/domain/duplicates';
import { isNickname } from '../../../src/domain/duplicates/nicknames';
import { e164 } from '../../../src/domain/phone';
import { fold } from '../../../src/domain/text';

export const positives = [
  'typing error',
  'swapped names',
  'nickname',
  'initials',
  'accents',
  'plus-address',
  'phone format',
  'legal form',
  'moved to another company',
] as const;
export const negatives = [
  'shared switchboard',
  'shared free-mail domain',
  'father and son',
  'two branches of one company',
  'namesakes',
] as const;
export type Kind = (typeof positives)[number] | (typeof negatives)[number];

/** Two records that are, or only seem to be, one. */
export interface Labelled {
  readonly kind: Kind;
  readonly ids: readonly [string, string];
}

export interface Sheet {
  readonly contacts: readonly ContactCard[];
  /** Pairs that are one person. */
  readonly same: readonly Labelled[];
  /** Pairs that are two. */
  readonly other: readonly Labelled[];
}

/** A person before anything is done to them: phones as they are typed. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly email: string;
  readonly phone: string;
  readonly mobile: string;
  readonly street: string;
  readonly city: string;
}

const nicknames: readonly (readonly [string, string])[] = [
  ['William', 'Bill'],
  ['Robert', 'Bob'],
  ['James', 'Jim'],
  ['Elizabeth', 'Beth'],
  ['Michael', 'Mike'],
  ['Margaret', 'Peggy'],
  ['Thomas', 'Tom'],
  ['Katherine', 'Kate'],
  ['Richard', 'Dick'],
  ['Susan', 'Sue'],
  ['Alexander', 'Sascha'],
  ['Christopher', 'Chris'],
];

/** `perKind` pairs of each kind among the people, who stand in it as they are as well. */
export function messySheet(people: readonly Person[], seed: number, perKind: number): Sheet {
  const random = seededRandom(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const contacts: ContactCard[] = [];
  const same: Labelled[] = [];
  const other: Labelled[] = [];
  const put = (person: Person): string => {
    const id = `C-${contacts.length + 1}`;
    const phones = [person.phone, person.mobile].flatMap((phone) => e164(phone, 'US') ?? []);
    const { firstName, lastName, company, street, city } = person;
    contacts.push({
      id,
      firstName,
      lastName,
      company,
      street,
      city,
      emails: person.email === '' ? [] : [person.email],
      phones,
    });
    return id;
  };
  /** Of a second copy a part is missing, but never all that tells. */
  const thinned = (person: Person, keep: readonly (keyof Person)[] = []): Person => {
    const drop = (['email', 'phone', 'company'] as const).filter((key) => !keep.includes(key));
    const gone = random() < 0.5 ? pick(drop) : undefined;
    return {
      ...person,
      ...(gone ? { [gone]: '' } : {}),
      ...(random() < 0.5 ? { street: '' } : {}),
      ...(random() < 0.5 ? { mobile: '' } : {}),
    };
  };
  const shuffled = [...people].sort(() => random() - 0.5);
  let next = 0;
  const someone = () => shuffled[next++ % shuffled.length] as Person;
  for (const person of people) put(person);
  const idOf = (person: Person) => `C-${people.indexOf(person) + 1}`;

  const slip = (text: string): string => {
    const at = 1 + Math.floor(random() * (text.length - 2));
    const letter = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)] ?? 'x';
    const [before, here, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
    switch (Math.floor(random() * 4)) {
      case 0:
        return before + after;
      case 1:
        return `${before}${letter}${here}${after}`;
      case 2:
        return `${before}${letter}${after}`;
      default:
        return `${before}${after.slice(0, 1)}${here}${after.slice(1)}`;
    }
  };
  const accented = (text: string) =>
    text.replace(/[aeiou]/g, (letter) => ({ a: 'á', e: 'é', i: 'í', o: 'ö', u: 'ü' })[letter] ?? letter);
  const twin = (kind: (typeof positives)[number]): Labelled => {
    const person = someone();
    const { firstName, lastName, email, company, phone } = person;
    const [local = '', domain = ''] = email.split('@');
    const pair = (changed: Person): Labelled => ({ kind, ids: [idOf(person), put(changed)] });
    switch (kind) {
      case 'typing error': {
        const key = pick(
          (['firstName', 'lastName', 'email', 'company'] as const).filter((one) => person[one].length > 3),
        );
        return pair(
          thinned({ ...person, [key]: key === 'email' ? `${slip(local)}@${domain}` : slip(person[key]) }, [
            key as 'email',
          ]),
        );
      }
      case 'swapped names':
        return pair(thinned({ ...person, firstName: lastName, lastName: firstName }));
      case 'nickname': {
        const [long, short] = pick(nicknames);
        const named = { ...person, firstName: long };
        const first = put({ ...named, email: `${long}.${lastName}@${domain}`.toLowerCase() });
        return {
          kind,
          ids: [
            first,
            put(
              thinned({ ...named, firstName: short, email: random() < 0.5 ? '' : `${short}@${domain}`.toLowerCase() }, [
                'email',
                'company',
              ]),
            ),
          ],
        };
      }
      case 'initials':
        return pair(
          thinned({ ...person, firstName: random() < 0.5 ? `${firstName.slice(0, 1)}.` : firstName.slice(0, 1) }),
        );
      case 'accents':
        return pair(thinned({ ...person, firstName: accented(firstName), lastName: accented(lastName) }));
      case 'plus-address':
        return pair(thinned({ ...person, email: `${local}+crm@${domain}` }, ['email']));
      case 'phone format': {
        const digits = phone.replace(/\D/g, '');
        const ways = [
          `+1 ${digits}`,
          `(${digits.slice(0, 3)}) ${digits.slice(3)}`,
          digits,
          `001 ${digits}`.replace('001', '+1'),
        ];
        return pair(thinned({ ...person, phone: pick(ways), email: '' }, ['phone']));
      }
      case 'legal form':
        return pair(
          thinned(
            {
              ...person,
              company: `${company.replace(/,? (inc|co|llc|ltd)\.?$/i, '')}${pick([', Inc.', ' LLC', ' GmbH', ' Ltd'])}`,
            },
            ['company'],
          ),
        );
      case 'moved to another company': {
        const firm = someone();
        const at = firm.email.split('@')[1] ?? '';
        return pair({
          ...person,
          company: firm.company,
          email: `${firstName}@${at}`.toLowerCase(),
          phone: firm.phone,
          street: '',
          city: firm.city,
        });
      }
    }
  };
  const number = () =>
    `${200 + Math.floor(random() * 700)}-${200 + Math.floor(random() * 700)}-${1000 + Math.floor(random() * 9000)}`;
  /** Somebody who is nobody else: names, a firm and numbers that do not stand together anywhere. */
  const stranger = (): Person => {
    const [first, last, firm] = [pick(people), pick(people), pick(people)];
    const names = { firstName: first.firstName, lastName: last.lastName };
    const email = `${names.firstName}.${names.lastName}@${firm.email.split('@')[1]}`.toLowerCase();
    return {
      ...firm,
      ...names,
      email,
      phone: number(),
      mobile: number(),
      street: `${Math.floor(random() * 900)} ${last.company} Rd`,
    };
  };
  const lookalike = (kind: (typeof negatives)[number]): Labelled => {
    const [one, two] = [someone(), stranger()];
    const [, domain = ''] = one.email.split('@');
    const pair = (changed: Person): Labelled => ({ kind, ids: [idOf(one), put(changed)] });
    const at = (firm: string, { firstName, lastName }: Person) => `${firstName}.${lastName}@${firm}`.toLowerCase();
    switch (kind) {
      case 'shared switchboard':
        return pair({ ...one, firstName: two.firstName, lastName: two.lastName, email: at(domain, two), mobile: '' });
      case 'shared free-mail domain':
        return pair({ ...two, email: at('gmail.com', two) });
      case 'father and son':
        return pair(
          random() < 0.5
            ? { ...one, lastName: `${one.lastName} Jr.`, email: '', mobile: two.mobile }
            : { ...one, firstName: two.firstName, email: '', mobile: two.mobile },
        );
      case 'two branches of one company':
        return pair({ ...two, company: one.company, email: at(domain, two) });
      case 'namesakes':
        return pair({
          ...two,
          firstName: one.firstName,
          lastName: one.lastName,
          email: at(two.email.split('@')[1] ?? '', one),
        });
    }
  };
  for (let at = 0; at < perKind; at++) {
    for (const kind of positives) same.push(twin(kind));
    for (const kind of negatives) other.push(lookalike(kind));
  }
  return { contacts, same, other };
}

/** Whether the generator's own nicknames are known at all: else it would measure nothing. */
export const unknownNicknames = nicknames.filter(([long, short]) => !isNickname(fold(long), fold(short)));
