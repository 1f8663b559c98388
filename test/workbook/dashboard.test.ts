// The dashboard's tab is never an empty grid without a word, and never written over.
import { afterAll, afterEach, expect, it } from 'vitest';
import { admin, forgetPrepared, openWorld, type World } from './world';

let world: World | undefined;
afterEach(() => world?.close());
afterAll(forgetPrepared);

it('says where the report is', async () => {
  world = await openWorld();
  expect(world.values('Dashboard')[0]?.[0]).toContain('Rowbook → Pipeline report');
});

it('keeps what a person put there, and gets its line when it is blank', async () => {
  world = await openWorld();
  const session = world.engine.session(admin);
  const range = { sheetId: world.sheet('Dashboard').sheetId, row: 1, column: 1, rows: 1, columns: 1 };
  await world.type('Dashboard', 1, 1, [['']]);
  await world.type('Dashboard', 3, 2, [['Ours']]);
  await world.ask('setUpWorkbook', {});
  expect(session.cells(range)[0]?.[0]?.value ?? '').toBe('');
  expect(world.values('Dashboard')[2]?.[1]).toBe('Ours');
  await world.type('Dashboard', 3, 2, [['']]);
  await world.ask('setUpWorkbook', {});
  expect(world.values('Dashboard')[0]?.[0]).toContain('Rowbook → Pipeline report');
});

it('is no tab to import from', async () => {
  world = await openWorld();
  const tabs = await world.ask<{ title: string }[]>('sourceTabs', {});
  expect(tabs.map(({ title }) => title)).not.toContain('Dashboard');
});
