// Which misspelled words are forgiven, and that a hit with a slip never stands before one without.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf, soughtIn } from '../../src/domain/match';
import { entryOf, findableOf, shownOf } from '../../src/domain/search-entry';
import { fold } from '../../src/domain/text';
import { slipsBetween, typoCounter } from '../../src/domain/typos';

describe('slips', () => {
  const cases: [string, string, number][] = [
    ['jonh', 'John Miller', 1],
    ['milller', 'John Miller', 1],
    ['mller', 'John Miller', 1],
    ['nuller', 'John Müller', 1],
    ['nubler', 'John Müller', Number.POSITIVE_INFINITY],
    ['halvrosen', 'Ingrid Halvorsen', 1],
    ['halworzen', 'Ingrid Halvorsen', 2],
    ['halvo', 'Ingrid Halvorsen', 0],
    ['schnid', 'Eva Schneider', 1],
    ['bob', 'Rob', Number.POSITIVE_INFINITY],
    ['1234', '1235', Number.POSITIVE_INFINITY],
    ['cancity', 'Solar roof · Cancty', 1],
    ['петрав', 'Иван Петров', 1],
    ['', 'John', Number.POSITIVE_INFINITY],
  ];
  it.each(cases)('“%s” in “%s”: %d', (word, name, slips) => {
    expect(typoCounter(fold(word))(fold(name))).toBe(slips);
  });

  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const word = fc.array(fc.constantFrom(...letters), { minLength: 4, maxLength: 12 }).map((all) => all.join(''));

  it('one of any kind is found again in any word of four letters or more', () => {
    fc.assert(
      fc.property(
        word,
        fc.nat(),
        fc.constantFrom(...letters),
        fc.constantFrom('drop', 'add', 'change', 'swap'),
        (name, place, letter, kind) => {
          const at = place % name.length;
          const slipped = {
            drop: name.slice(0, at) + name.slice(at + 1),
            add: name.slice(0, at) + letter + name.slice(at),
            change: name.slice(0, at) + letter + name.slice(at + 1),
            swap: name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2),
          }[kind];
          fc.pre(slipped.length >= 4);
          expect(typoCounter(slipped)(`ann ${name} lee`)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('are counted as the whole table of distances has them', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const most = one.length < 8 ? 1 : 2;
        const nearest = Math.min(
          ...Array.from({ length: other.length + 1 }, (_, end) => distance(one, other.slice(0, end))),
        );
        expect(slipsBetween(one, other)).toBe(distance(one, other));
        expect(typoCounter(one)(other)).toBe(nearest > most ? Number.POSITIVE_INFINITY : nearest);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 4, maxLength: 9 }),
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 9 }),
        (one, other) => {
          const most = one.length < 8 ? 1 : 2;
          const nearest = Math.min(
            ...Array.from({ length: other.length + 1 }, (_, end) => distance(one, other.slice(0, end))),
          );
          const counted = typoCounter(one)(other);
          expect(counted).toBe(other === '' || nearest > most ? Number.POSITIVE_INFINITY : nearest);
        },
      ),
    );
  });
});

/** Optimal string alignment by the textbook. */
function distance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, row) => [row, ...Array<number>(other.length).fill(0)]);
  for (let at = 0; at <= other.length; at++) (rows[0] as number[])[at] = at;
  const cell = (row: number, at: number) => rows[row]?.[at] ?? 0;
  for (let row = 1; row <= one.length; row++) {
    for (let at = 1; at <= other.length; at++) {
      let cost = Math.min(
        cell(row - 1, at) + 1,
        cell(row, at - 1) + 1,
        cell(row - 1, at - 1) + (one[row - 1] === other[at - 1] ? 0 : 1),
      );
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        cost = Math.min(cost, cell(row - 2, at - 2) + 1);
      (rows[row] as number[])[at] = cost;
    }
  }
  return cell(one.length, other.length);
}

describe('a score', () => {
  const fields = {
    firstName: 'José',
    lastName: 'Álvarez',
    email: 'pepe@nordlys.example',
    jobTitle: 'Head baker',
    company: 'CO-2',
    created: '2026-11-23T09:00',
  };
  const entry = entryOf({ tab: 'contacts', id: 'C-7', fields, labels: { 'CO-2': 'Nordlys Bakeries' } });
  const item = findableOf('contacts', entry);
  const score = (query: string, forgiving = false) => scoreOf(item, soughtIn(query), () => false, forgiving);

  it('is that of the id, the name, and then of what else it is found by', () => {
    expect(
      ['c-7', 'jose alvarez', 'JOS', 'alva', 'varez', 'pepe', 'nordlys', 'baker', 'alvarez nordlys', 'zzz'].map(
        (query) => score(query),
      ),
    ).toEqual([6, 5, 4, 3, 2, 1, 1, 1, 1, 0]);
  });

  it('is below all of them for a slip, and only where slips are forgiven', () => {
    expect(score('alvraez')).toBe(0);
    expect(score('alvraez', true)).toBe(0.5);
    expect(score('jsoe alvraez', true)).toBeCloseTo(1 / 3);
    expect(score('alvraez nordlys', true)).toBe(0.5);
    expect(score('alvraez zzzz', true)).toBe(0);
  });

  it('keeps a phone number that is found although slips are looked for', () => {
    expect(scoreOf(item, soughtIn('+49 (451) 28'), (words) => words.length > 10, true)).toBe(1);
  });

  it('shows of an entry what a list shows of the record', () => {
    expect(shownOf('contacts', entry)).toEqual({
      tab: 'contacts',
      id: 'C-7',
      name: 'José Álvarez',
      detail: 'Nordlys Bakeries · pepe@nordlys.example',
      fields: {},
    });
    const deal = entryOf({
      tab: 'deals',
      id: 'D-1',
      fields: { name: 'Oven', stage: 'Lead', amount: 84500.5, currency: null },
      labels: {},
    });
    expect(shownOf('deals', deal)).toMatchObject({
      detail: 'Lead · 84500.5',
      fields: { stage: 'Lead', amount: 84500.5, currency: null },
    });
  });

  it('cuts what is too long for everybody’s list', () => {
    const long = entryOf({ tab: 'companies', id: 'CO-1', fields: { name: '😀'.repeat(400) }, labels: {} });
    expect(Array.from(long[1] ?? '').length).toBeLessThanOrEqual(200);
    expect(long[1]).toMatch(/😀…$/u);
  });
});
