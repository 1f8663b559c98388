// Ten thousand rows pasted at once (docs/grid.md).
import { afterAll, beforeAll, expect, it } from 'vitest';
import { disagreements, gridRecords } from '../workbook/consistency';
import { contacts, GridWorld } from './grid-world';

let world: GridWorld;
beforeAll(async () => {
  world = await GridWorld.open();
});
afterAll(() => world?.close());

it('ten thousand rows are pasted at once', async () => {
  const count = 10_000;
  const first = (await world.cells('Contacts')).length + 1;
  // First and last name and email stand side by side.
  expect(await world.column('Contacts', 'Email')).toBe(4);
  const block = Array.from({ length: count }, (_, index) => [
    `Guest ${index}`,
    `Vik ${index}`,
    index % 5000 === 3 ? 'none' : `Guest${index}@Example.com`,
  ]);
  await world.edit('Contacts', `B${first}`, block);
  await world.hourly();
  const taken = await world.look((book) => {
    const records = gridRecords(book, 'contacts');
    const guests = records.filter(({ seen }) => String(seen.firstName).startsWith('Guest'));
    return {
      ids: new Set(records.map(({ id }) => id)).size,
      whole: guests.filter(({ id, seen }) => id !== '' && seen.status === 'Lead' && seen.created).length,
      emails: guests.filter(({ seen }) => /^guest\d+@example\.com$/.test(String(seen.email))).length,
      kept: guests.filter(({ seen }) => seen.email === 'none').length,
      wrong: disagreements(book).slice(0, 5),
    };
  });
  expect(taken).toEqual({ ids: count + 4, whole: count, emails: count - 2, kept: 2, wrong: [] });
  await world.expectSaveLands(contacts, `C-${count}`, { city: 'Riga' }, ['City']);
  await world.expectDigest();
}, 300_000);
