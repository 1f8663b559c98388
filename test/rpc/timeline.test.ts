// A record's timeline through the compiled add-on: how it came into the workbook, and what that costs in reads.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordPage } from '../../src/rpc/contract';
import { admin, type ImportWorld, importWorld } from '../workbook/import-world';

let world: ImportWorld;
beforeEach(async () => {
  world = await importWorld();
});
afterEach(() => world.close());

async function changes(tab: string, id: string) {
  const { reply, outcome } = await world.call<RecordPage>('getRecord', { tab, id });
  if (!reply.ok) throw new Error(reply.message);
  const entries = reply.value.timeline.filter(({ kind }) => kind === 'change');
  return { entries, reads: outcome.calls.reads };
}

describe('the timeline of an imported record', () => {
  it('begins with the import, when it was and who did it, whichever block the record came in', async () => {
    const rows = Array.from({ length: 1100 }, (_, at) => `Deal ${at + 1} | Lead | Firm ${at % 3}`);
    world.sheet('Old', ['Name | Stage | Company', ...rows]);
    await world.importAll('Old');
    for (const [tab, id] of [
      ['deals', 'D-1'],
      ['deals', 'D-1100'],
      ['companies', 'CO-3'],
    ] as const) {
      const { entries } = await changes(tab, id);
      expect(entries).toMatchObject([{ title: 'Created by import', who: expect.stringContaining(admin) }]);
      expect(entries[0]?.at).toMatch(/^2026-11-23T/);
    }
    await world.ask('saveRecord', { tab: 'deals', id: 'D-2', changes: { amount: 5 } });
    const { entries } = await changes('deals', 'D-2');
    expect(entries.map(({ title }) => title)).toEqual([expect.stringContaining('Amount'), 'Created by import']);
  });

  it('costs the same however many blocks there are, and a record made by itself nothing more', async () => {
    await world.ask('saveRecord', { tab: 'deals', changes: { name: 'By hand', stage: 'Lead' } });
    const single = await changes('deals', 'D-1');
    expect(single.entries.map(({ title }) => title)).toEqual(['Created']);
    world.sheet('Old', ['Name | Stage', ...Array.from({ length: 2100 }, (_, at) => `Deal ${at} | Lead`)]);
    await world.importAll('Old');
    expect((await changes('deals', 'D-1')).reads).toBe(single.reads);
    // Three reads to find its block, less the one of entries of its own.
    expect((await changes('deals', 'D-2000')).reads).toBe(single.reads + 2);
  });
});
