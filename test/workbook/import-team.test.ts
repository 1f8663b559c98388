// An import that adds people to Team says so when it is done.
import { afterEach, expect, it } from 'vitest';
import { type ImportWorld, importWorld } from './import-world';

let world: ImportWorld | undefined;
afterEach(() => world?.close());

it('counts the team members that an import added, once', async () => {
  world = await importWorld();
  world.sheet('Old', ['Deal name | Stage | Owner', 'One | Lead | Zane Levy', 'Two | Won | Anna Snelling']);
  const { last } = await world.importAll('Old');
  expect(last.created).toEqual({ team: 2, deals: 2 });
  const names = world.rows('Team').map((row) => row.Name);
  expect(names).toEqual(expect.arrayContaining(['Zane Levy', 'Anna Snelling']));
  const again = await world.importAll('Old');
  expect(again.last.created).not.toHaveProperty('team');
});
