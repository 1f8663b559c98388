// What a merge can choose, which of both stays, and how pairs are told: without a page.
import { describe, expect, it } from 'vitest';
import { searchAmong } from '../../sidebar/duplicates/cards';
import { changesOf, choicesOf, fullerSide, type Picks, type Side } from '../../sidebar/duplicates/choices';
import { certaintyOf, keyOf, nextAfter, pairsNamed, toldNames } from '../../sidebar/duplicates/pairs';
import { reasonText } from '../../sidebar/duplicates/reason-text';
import { takeSteps } from '../../sidebar/find/slices';
import { allFields } from '../../sidebar/forms/layout';
import type { DuplicatePair } from '../../src/domain/duplicates';
import type { AnyRecord } from '../../src/domain/schema';

const fields = allFields('contacts', { customFields: { contacts: [{ key: 'custom:Tea', header: 'Tea' }] } });
const one: AnyRecord = {
  id: 'C-1',
  firstName: 'Jon',
  email: 'jon@x.example',
  phone: '+471',
  city: 'Oslo',
  tags: ['a'],
  notes: 'First.',
  lastContact: '2026-01-01',
  'custom:Tea': null,
};
const other: AnyRecord = {
  id: 'C-2',
  firstName: 'John',
  email: 'john@x.example',
  phone: null,
  city: 'Oslo',
  tags: ['b', 'a'],
  notes: 'Second.',
  'custom:Tea': 'Assam',
};

const choices = (stays: Side, picks: Picks = {}) => choicesOf('contacts', fields, [one, other], stays, picks);
const choice = (key: string, stays: Side, picks: Picks = {}) => choices(stays, picks).find((each) => each.key === key);

describe('choices', () => {
  it('are of fields that people write and that hold anything', () => {
    const keys = choices(0).map(({ key }) => key);
    expect(keys).toEqual(
      expect.arrayContaining(['firstName', 'email', 'phone', 'city', 'tags', 'notes', 'custom:Tea']),
    );
    for (const key of ['id', 'lastContact', 'street', 'created']) expect(keys).not.toContain(key);
    expect(choice('city', 0)?.isSame).toBe(true);
    expect(choice('firstName', 0)?.isSame).toBe(false);
  });

  it('follow the one that stays until somebody picks', () => {
    expect(choice('firstName', 0)?.picked).toBe(0);
    expect(choice('firstName', 1)?.picked).toBe(1);
    expect(choice('firstName', 1, { firstName: 0 })?.picked).toBe(0);
    // Where the one that stays has nothing, the other's is taken.
    expect(choice('phone', 1)?.picked).toBe(0);
  });

  it('offer both together where a field can hold them', () => {
    expect(choice('tags', 0)?.both).toEqual(['a', 'b']);
    expect(choice('notes', 0)?.both).toBe('First.\n\nSecond.');
    expect(choice('firstName', 0)?.both).toBeUndefined();
    expect(choice('tags', 1, { tags: 'both' })?.picked).not.toBe(0);
  });

  it('come to changes of what is not there already', () => {
    expect(changesOf(choices(0, { city: 1, firstName: 1, notes: 'both' }), 0)).toMatchObject({
      firstName: 'John',
      notes: 'First.\n\nSecond.',
    });
    const changes = changesOf(choices(0, { firstName: 0 }), 0);
    expect(changes).not.toHaveProperty('firstName');
    expect(changes).not.toHaveProperty('city');
  });

  it('keep the second address wherever the first came from', () => {
    expect(changesOf(choices(0), 0).otherEmails).toContain('john@x.example');
    const turned = changesOf(choices(0, { email: 1 }), 0);
    expect(turned.email).toBe('john@x.example');
    expect(turned.otherEmails).toContain('jon@x.example');
    expect(turned.otherEmails).not.toContain('john@x.example');
  });
});

it.each<[string, AnyRecord, AnyRecord, Side]>([
  ['the one that holds more stays', { id: 'C-1', city: 'Oslo' }, { id: 'C-2', city: 'Oslo', street: 'A 1' }, 1],
  ['else the older one', { id: 'C-1', created: '2026-02-01T10:00' }, { id: 'C-2', created: '2025-02-01T10:00' }, 1],
  ['else the smaller id', { id: 'C-10' }, { id: 'C-9' }, 1],
  ['an unticked box is nothing', { id: 'C-1', doNotContact: false }, { id: 'C-2', doNotContact: true }, 1],
])('%s', (_, first, second, side) => {
  expect(fullerSide(fields, [first, second])).toBe(side);
});

describe('pairs', () => {
  const pair = (ids: readonly [string, string], score = 0.8): DuplicatePair => ({ ids, score, reasons: [] });
  const names: { [id: string]: string } = { a: 'Ana Lima', b: 'José', c: 'Zoe' };
  const nameOf = (id: string) => names[id] ?? id;
  const all = [pair(['a', 'b']), pair(['a', 'c']), pair(['b', 'c'])];

  it('are one whichever comes first', () => {
    expect(keyOf(['b', 'a'])).toBe(keyOf(['a', 'b']));
  });

  it('are filtered by the names of both', () => {
    expect(pairsNamed(all, ' jose ', nameOf)).toEqual([all[0], all[2]]);
    expect(pairsNamed(all, 'lima zoe', nameOf)).toEqual([all[1]]);
    expect(pairsNamed(all, ' ', nameOf)).toBe(all);
  });

  it('the next at hand is one that stays', () => {
    const [first, second, third] = all as [DuplicatePair, DuplicatePair, DuplicatePair];
    expect(nextAfter(all, first, null)).toBe(keyOf(second.ids));
    expect(nextAfter(all, first, 'a')).toBe(keyOf(third.ids));
    expect(nextAfter(all, third, null)).toBe(keyOf(second.ids));
    expect(nextAfter([first], first, 'b')).toBe('');
  });

  it.each([
    [0.95, 'almost certain'],
    [0.8, 'likely'],
    [0.6, 'maybe'],
  ])('%f is %s', (score, text) => {
    expect(certaintyOf(pair(['a', 'b'], score)).text).toBe(text);
  });

  it('of one name are told with their ids', () => {
    expect(toldNames(['Ana', 'ANA'], ['C-1', 'C-2'])).toEqual(['Ana (C-1)', 'ANA (C-2)']);
    expect(toldNames(['Ana', 'Anna'], ['C-1', 'C-2'])).toEqual(['Ana', 'Anna']);
  });
});

it.each([
  ['email', ['a@x.com', 'a@x.com'], 'Same email: a@x.com'],
  ['nearEmail', ['a@x.com', 'b@x.com'], 'Email alike: a@x.com / b@x.com'],
  ['swappedName', ['Jon Smith', 'Smith Jon'], 'First and last name swapped: Jon Smith / Smith Jon'],
  ['amount', ['100', '100'], 'Same amount: €100'],
  ['amount', ['100', '104'], 'Amount alike: €100 / €104'],
  ['date', ['2026-11-23', '2026-11-24'], 'Days near each other: 23 Nov / 24 Nov'],
] as const)('%s of %s is told as %s', (kind, values, text) => {
  const told = reasonText({ kind, values }, 'EUR', '2026-11-01');
  // Days are written as the machine's language has them.
  expect(kind === 'date' ? told.replace(/\bNov (\d+)/g, '$1 Nov') : told).toBe(text);
});

it('records become cards: phones in any spelling, names of companies, the day a deal was closed', async () => {
  const start = { locale: 'de_DE', currency: 'EUR' };
  const search = async (tab: 'contacts' | 'deals', rows: { [field: string]: string | number }[]) => {
    const given = rows.map((values, at) => ({ id: `X-${at}`, fields: values, labels: { 'CO-1': 'Acme GmbH' } }));
    const found = await takeSteps(
      searchAmong(tab, given, start),
      () => {},
      () => false,
    );
    return (found ?? []).map(({ reasons }) => reasons.map(({ kind }) => kind).sort());
  };
  expect(
    await search('contacts', [
      { firstName: 'Ana', lastName: 'Lima', phone: '0451 2803456', company: 'CO-1' },
      { firstName: 'Ana', lastName: 'Lima', otherPhone: '+49 451 2803456', company: 'Acme' },
    ]),
  ).toEqual([['company', 'name', 'phone']]);
  const deal = { name: 'Crane', company: 'CO-1', amount: 100 };
  expect(
    await search('deals', [
      { ...deal, closedOn: '2026-11-20', closeDate: '2026-01-01' },
      { ...deal, currency: 'EUR', closeDate: '2026-11-20' },
    ]),
  ).toEqual([['amount', 'date', 'name']]);
});

it('long work ends early once nobody wants it', async () => {
  let steps = 0;
  function* endless(): Generator<number, string> {
    for (;;) {
      steps++;
      yield 0.5;
    }
  }
  const shares: number[] = [];
  const answer = await takeSteps(
    endless(),
    (share) => shares.push(share),
    () => shares.length === 2,
  );
  expect(answer).toBeNull();
  expect(steps).toBeGreaterThan(64);
  expect(shares).toEqual([0.5, 0.5]);
});
