// What makes two records one, rule by rule: mailboxes, names, companies and deals.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CompanyCard,
  type ContactCard,
  type DealCard,
  duplicateCompanies,
  duplicateContacts,
  duplicateDeals,
  isSharedMailbox,
  mailboxKey,
  ownDomain,
  searchDeals,
} from '../../../src/domain/duplicates';
import { pairsByKey } from '../../../src/domain/duplicates/blocks';
import { matchNames, personName } from '../../../src/domain/duplicates/person-name';

describe('a mailbox', () => {
  it.each([
    ['J.Butt+news@googlemail.com', 'jbutt@gmail.com'],
    ['James <j.butt@company.example>', 'j.butt@company.example'],
    ['j.butt+news@company.example', 'j.butt+news@company.example'],
    ['me+shop@me.com', 'me@icloud.com'],
    ['+@gmail.com', '+@gmail.com'],
    ['nobody', ''],
  ])('of %s is %s', (address, key) => expect(mailboxKey(address)).toBe(key));

  it('is read by several people or by one', () => {
    expect(['info@a.example', 'sales@a.example', 'infante@a.example'].map(isSharedMailbox)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['ann@acme.example', 'acme.example'],
    ['https://www.Acme.example/about?x', 'acme.example'],
    ['ann@yahoo.co.uk', ''],
    ['ann@gmail.com', ''],
    ['acme', ''],
  ])('%s tells the domain “%s” of a company', (text, domain) => expect(ownDomain(text)).toBe(domain));
});

describe('names', () => {
  const form = (one: readonly [string, string], other: readonly [string, string]) => {
    const names = [personName(...one), personName(...other)] as const;
    return names[0] && names[1] ? (matchNames(names[0], names[1])?.form ?? null) : undefined;
  };
  it.each([
    [['Anna', 'van der Berg'], ['van der Berg, Anna', ''], 'same'],
    [['Dr. Anna', 'Berg'], ['Anna', 'Berg'], 'same'],
    [['Anna', 'Berg'], ['Berg', 'Anna'], 'swapped'],
    [['William', 'Hall'], ['Bill', 'Hall'], 'nickname'],
    [['J.', 'Hall'], ['James', 'Hall'], 'initial'],
    [['James', 'Halverson'], ['James', 'Halvreson'], 'typo'],
    [['Anna', 'Berg'], ['Anna', 'Berg-Meyer'], 'typo'],
    [['José', 'Núñez'], ['Jose', 'Nunez'], 'same'],
    [['John', 'Hall'], ['John', 'Hall Jr.'], null],
    [['John B', 'Hall'], ['John C', 'Hall'], null],
    [['Daniel', 'Hall'], ['Daniela', 'Hall'], null],
    [['Maria', 'Hall'], ['Mario', 'Hall'], null],
    [['Ann', 'Lee'], ['Ann', 'Leo'], null],
    [['', ''], ['Ann', 'Lee'], undefined],
  ] as const)('%j and %j: %s', (one, other, wanted) => expect(form(one, other)).toBe(wanted));

  it('are compared the same both ways', () => {
    const word = fc.constantFrom(
      'Ann',
      'Anna',
      'Bill',
      'William',
      'Lee',
      'Leigh',
      'van Berg',
      'J.',
      'Jr.',
      '',
      'Ångström',
    );
    fc.assert(
      fc.property(word, word, word, word, (a, b, c, d) => {
        expect(form([a, b], [c, d])).toBe(form([c, d], [a, b]));
      }),
    );
  });
});

describe('contacts', () => {
  const card = (id: string, more: Partial<ContactCard>): ContactCard => ({
    id,
    firstName: 'Ann',
    lastName: 'Lindqvist',
    emails: [],
    phones: [],
    company: '',
    street: '',
    city: '',
    ...more,
  });
  const reasons = (one: Partial<ContactCard>, other: Partial<ContactCard>) =>
    duplicateContacts([card('C-1', one), card('C-2', other)]).flatMap((pair) => pair.reasons.map(({ kind }) => kind));
  it('are told with what they have in common, the most telling first', () => {
    expect(
      reasons({ emails: ['ann@gmail.com'], company: 'Acme Inc' }, { emails: ['a.nn+x@gmail.com'], company: 'Acme' }),
    ).toEqual(['email', 'name', 'company']);
  });
  it('of one name alone are namesakes', () => expect(reasons({}, {})).toEqual([]));
  it('who share what several people read are still two', () => {
    const info = { emails: ['info@acme.example'], phones: ['+15551234567'], company: 'Acme' };
    expect(reasons(info, { ...info, firstName: 'Bo' })).toEqual([]);
  });
  it('without a name are one where the mailbox is', () => {
    expect(reasons({ emails: ['a@b.example'] }, { firstName: '', lastName: '', emails: ['A@b.example'] })).toEqual([
      'email',
    ]);
  });
});

describe('companies', () => {
  const card = (id: string, more: Partial<CompanyCard>): CompanyCard => ({
    id,
    name: 'Halvorsen Shipping',
    domain: '',
    phone: '',
    street: '',
    city: '',
    ...more,
  });
  const isOne = (one: Partial<CompanyCard>, other: Partial<CompanyCard>) =>
    duplicateCompanies([card('CO-1', one), card('CO-2', other)]).length === 1;
  it.each([
    ['legal forms', { name: 'Halvorsen Shipping AS' }, { name: 'halvorsen shipping' }, true],
    ['a slip and the domain', { name: 'Halvorsen Shiping', domain: 'h.example' }, { domain: 'www.h.example' }, true],
    ['a slip alone', { name: 'Halvorsen Shiping' }, {}, false],
    ['a word more', { name: 'Halvorsen Shipping Labs' }, {}, false],
    ['numbers', { name: 'Studio 54 Berlin' }, { name: 'Studio 55 Berlin', domain: 'a.example' }, false],
    ['branches', { city: 'Oslo', domain: 'h.example' }, { city: 'Bergen', domain: 'h.example' }, false],
    ['a free-mail domain', { name: 'Alpha', domain: 'gmail.com' }, { name: 'Beta', domain: 'gmail.com' }, false],
    ['other domains', { domain: 'a.example' }, { domain: 'b.example' }, false],
  ] as const)('%s', (_, one, other, wanted) => expect(isOne(one, other)).toBe(wanted));
});

describe('deals', () => {
  const card = (id: string, more: Partial<DealCard>): DealCard => ({
    id,
    name: 'Fleet tracking',
    company: 'CO-1',
    amount: 1000,
    currency: 'EUR',
    day: '2026-12-01',
    ...more,
  });
  it.each([
    ['the same twice', {}, true],
    [
      'about as much a week later, under a longer name',
      { name: 'Fleet tracking pilot', amount: 1020, day: '2026-12-08' },
      true,
    ],
    ['another company’s', { company: 'CO-2' }, false],
    ['another amount', { amount: 2000 }, false],
    ['a year later', { day: '2027-12-01' }, false],
    ['phases', { name: 'Fleet tracking 2' }, false],
    ['dollars', { currency: 'USD', name: 'Harbour crane' }, false],
  ] as const)('%s', (_, other, wanted) => {
    expect(duplicateDeals([card('D-1', {}), card('D-2', other)]).length === 1).toBe(wanted);
  });
});

it('those who share a key are compared once, and of a large group only neighbours', () => {
  const pairs = (keys: string[][], order: (place: number) => string = String) =>
    [
      ...pairsByKey(
        keys.length,
        (place) => keys[place] ?? [],
        (place) => order(place),
      ),
    ].filter((step) => typeof step !== 'number');
  const few = pairs([['a', 'b'], ['b', 'a'], ['b'], ['c']]);
  expect(few).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
  const many = pairs(
    Array.from({ length: 1000 }, () => ['same']),
    (place) => String(place).padStart(4, '0'),
  );
  expect(many.length).toBeLessThan(6001);
});

it('a search that pauses finds the same, and tells how far it is', () => {
  const deals = Array.from({ length: 40 }, (_, at) => ({
    id: `D-${at}`,
    name: 'Crane',
    company: `CO-${at % 20}`,
    amount: 100,
    currency: '',
    day: '2026-11-23',
  }));
  const search = searchDeals(deals, (deal) => deal);
  const shares: number[] = [];
  let step = search.next();
  for (; !step.done; step = search.next()) shares.push(step.value);
  expect(step.value).toEqual(duplicateDeals(deals));
  expect(step.value).toHaveLength(20);
  expect([...shares].sort((one, other) => one - other)).toEqual(shares);
  expect(shares.length).toBeGreaterThan(80);
  expect(Math.max(...shares)).toBeLessThanOrEqual(1);
});
