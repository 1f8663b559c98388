// Cells merged over ids and fields: they keep nothing that is written into them, and no run spins on them.
import { afterAll, expect, it } from 'vitest';
import type { NeedsAttention } from '../../src/rpc/contract-attention';
import { disagreements } from './consistency';
import { forgetPrepared, openWorld } from './world';

afterAll(forgetPrepared);

it('two ids under one merged cell cost an hourly run no more than a few steps, and end with the merge', async () => {
  const world = await openWorld();
  for (const firstName of ['Ann', 'Ben', 'Cem']) {
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName } });
  }
  const { sheetId } = world.sheet('Contacts');
  const rect = { sheetId, row: 2, column: world.column('Contacts', 'ID'), rows: 2, columns: 1 };
  world.engine.session('').merge(rect);
  await world.run('hourly');
  await world.run('hourly');
  const merged = await world.run('hourly');
  expect(merged.result).toMatchObject({ ran: true });
  expect(merged.calls.reads + merged.calls.writes).toBeLessThan(120);
  expect(await world.reply('saveRecord', { tab: 'companies', changes: { name: 'Acme' } })).toMatchObject({ ok: true });
  world.engine.session('').unmerge(rect);
  await world.run('hourly');
  await world.run('hourly');
  const after = await world.run('hourly');
  expect(after.calls.reads).toBeLessThanOrEqual(10);
  const ids = world.rows('Contacts').map(({ cells }) => String(cells.ID ?? ''));
  expect(new Set(ids).size).toBe(3);
  expect(ids.every((id) => /^C-\d+$/.test(id))).toBe(true);
  await world.close();
});

it('a save into a cell that lies under another is refused, names the cell, and changes nothing', async () => {
  const world = await openWorld();
  for (const firstName of ['Ann', 'Ben']) {
    await world.ask('saveRecord', { tab: 'contacts', changes: { firstName, city: 'Bonn' } });
  }
  const { sheetId } = world.sheet('Contacts');
  const column = world.column('Contacts', 'City');
  world.engine.session('').merge({ sheetId, row: 2, column, rows: 2, columns: 1 });
  await world.run('hourly');
  const before = world.values('Contacts');
  const input = { tab: 'contacts', id: 'C-2', changes: { city: 'Rome', jobTitle: 'CEO' } };
  const refused = await world.reply('saveRecord', input);
  expect(refused).toMatchObject({ ok: false, code: 'merged' });
  expect(refused).toMatchObject({ message: expect.stringMatching(/City of C-2 \(cell [A-Z]+3 of Contacts\)/) });
  expect(world.values('Contacts')).toEqual(before);
  expect(disagreements(world)).toEqual([]);
  const look = () => world.ask<NeedsAttention>('needsAttention', { tab: 'contacts', kind: 'merge' });
  const [problem] = (await look()).problems;
  expect(problem).toMatchObject({ row: 2, field: 'city', repairs: ['unmerge'] });
  await world.ask('repair', { action: 'unmerge', tab: 'contacts', range: problem?.range });
  expect((await look()).problems).toEqual([]);
  expect(await world.reply('saveRecord', input)).toMatchObject({ ok: true });
  expect(
    world
      .values('Contacts')
      .slice(1)
      .map((cells) => cells[column - 1]),
  ).toEqual(['Bonn', 'Rome']);
  expect(disagreements(world)).toEqual([]);
  await world.close();
});
