// Cells merged over ids and fields: they keep nothing that is written into them, and no run spins on them.
import { afterAll, expect, it } from 'vitest';
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
