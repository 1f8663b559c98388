// The search in the window's memory answers the same whether a query is typed letter by letter or asked at once.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { findHeld, putRecords } from '../../sidebar/find/records';
import { entryOf } from '../../src/domain/search-entry';

const names = [
  'Anna Halberg',
  'Hal Bergmann',
  'Vera Lindmann',
  'Lina Verden',
  'Otto Schmittbach',
  'Ott Schmidt',
  'José Halle',
];

beforeAll(async () => {
  const entries = names.flatMap((name, at) => {
    const [firstName = '', lastName = ''] = name.split(' ');
    const fields = { firstName, lastName, email: `p${at}@example.com`, created: `2026-11-2${at}T08:00` };
    return [entryOf({ tab: 'contacts', id: `C-${at + 1}`, fields, labels: {} }, '')];
  });
  await putRecords('contacts', entries);
});

const find = (query: string) =>
  new Promise<string[]>((resolve) => {
    findHeld({ query, limit: 20 }, ({ records }) => resolve(records.map(({ id }) => id)));
  });

it('in any order of letters, slips and words', async () => {
  const piece = fc.constantFrom('hal', 'berg', 'lind', 'mann', 'otto', 'schmitt', 'vera', 'hab', 'lnd', 'xq', ' ', 'e');
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 4 }), async (pieces) => {
      const query = pieces.join('');
      let typed: string[] = [];
      for (let length = 1; length <= query.length; length++) typed = await find(query.slice(0, length));
      await find('zzzz');
      expect(typed).toEqual(await find(query));
    }),
  );
});

it('finds what a slip of the finger hides, at each letter', async () => {
  for (const query of ['habl', 'hable', 'hablerg']) expect(await find(query)).toContain('C-1');
});
