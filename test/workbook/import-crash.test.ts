// Imports that are killed: at any call of any step, with any part of what was being written. Gone on with, they end as if
// nothing had happened: every row once, every reference right, ledger and History telling the same.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ImportProgress } from '../../src/rpc/contract';
import { type ImportWorld, importWorld } from './import-world';

const shared = join(import.meta.dirname, '../../../shared/data');
const noData = existsSync(shared) ? '' : ' (skipped: ../shared/data is not on this machine)';

let world: ImportWorld;
afterEach(() => world.close());

/** Drives an import to its end, killing every step once at its `killCall`-th service call and asking for it again. */
async function importKilled(
  tab: string,
  killCall: number,
  seed: number,
): Promise<{ last: ImportProgress; killed: number }> {
  const mapping = await world.confirmed(tab);
  let importId: string | undefined;
  let killed = 0;
  for (let step = 0; step < 40; step++) {
    world.runtime.setFaults(step % 2 === 0 ? { killCall, seed: seed + step } : {});
    const { outcome, reply } = await world.call<ImportProgress>('commitImport', {
      tab,
      mapping,
      ...(importId ? { importId } : {}),
    });
    if (outcome.error) {
      killed++;
      continue;
    }
    if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`);
    importId = reply.value.importId;
    if (reply.value.done) return { last: reply.value, killed };
  }
  throw new Error('The import did not end.');
}

/** Rows of a record tab, its ledger's entries that are in force, and what History says was created, must be one story. */
function expectOneStory(title: string) {
  const ids = world.ids(title).filter((id) => id !== '');
  expect(new Set(ids).size).toBe(ids.length);
  const ledger = world.rows(`_Ledger ${title}`).filter((row) => row.Hash !== '');
  expect(ledger.map((row) => row.ID).sort()).toEqual([...ids].sort());
  const told = world
    .rows('History')
    .filter((row) => row.Tab === title && row.Summary?.startsWith('Created '))
    .reduce((sum, row) => sum + Number(row.Summary?.split(' ')[1]), 0);
  expect(told).toBe(ids.length);
  return ids;
}

describe('an import that is killed at one of its calls', () => {
  const rows = 12;
  // Every fifth call from the first to the last of the longest step.
  const calls = Array.from({ length: 21 }, (_, at) => 2 + at * 5);

  it.each([0, 1, 2])('in every step, and gone on with, has every row once (part %i)', async (part) => {
    world = await importWorld();
    let expected = 0;
    let killed = 0;
    for (const [at, killCall] of calls.entries()) {
      if (at % 3 !== part) continue;
      const tab = `Old ${killCall}`;
      const line = (row: number) =>
        `k${killCall}-${row} | Lead | Firm ${killCall} ${row % 4} | Product ${row % 2} | Rep ${killCall}`;
      world.sheet(tab, [
        'Deal ID | Stage | Account | Product | Sales agent',
        ...Array.from({ length: rows }, (_, row) => line(row)),
      ]);
      const result = await importKilled(tab, killCall, killCall * 7);
      killed += result.killed;
      expected += rows;
      const deals = world.rows('Deals').filter((row) => row.ID !== '');
      expect(deals).toHaveLength(expected);
      for (const deal of deals.slice(-rows)) {
        const row = Number(deal['Deal ID']?.split('-')[1]);
        expect(deal.Company).toMatch(new RegExp(`^Firm ${killCall} ${row % 4} \\(CO-\\d+\\)$`));
        expect(deal.Owner).toBe(`Rep ${killCall}`);
      }
    }
    expect(killed).toBeGreaterThan(10);
    expectOneStory('Deals');
    const companies = expectOneStory('Companies');
    expect(companies).toHaveLength((expected / rows) * 4);
    expect(expectOneStory('Products')).toHaveLength(2);
    expect(world.rows('Team')).toHaveLength(1 + expected / rows);
    // What the reference cells say is what the companies are called.
    const names = new Map(world.rows('Companies').map((row) => [row.ID, row.Name]));
    for (const deal of world.rows('Deals').filter((row) => row.ID !== '')) {
      const id = /\((CO-\d+)\)$/.exec(deal.Company ?? '')?.[1] ?? '';
      expect(deal.Company).toBe(`${names.get(id)} (${id})`);
    }
  });
});

describe('the Maven pipeline, killed in the middle', () => {
  it.skipIf(noData)(
    `has exactly 8,800 deals when gone on with${noData}`,
    async () => {
      world = await importWorld();
      const tab = await world.openCsv(join(shared, 'maven-crm/sales_pipeline.csv'));
      const mapping = await world.confirmed(tab);
      let progress = await world.ask<ImportProgress>('commitImport', { tab, mapping });
      let kills = 0;
      while (!progress.done) {
        if (progress.rowsDone === 4000 && kills < 3) {
          world.runtime.setFaults({ killCall: [30, 38, 44][kills++] ?? 1, seed: kills });
          const { outcome } = await world.call('commitImport', { tab, mapping, importId: progress.importId });
          expect(outcome.error).toBeDefined();
        }
        progress = await world.ask<ImportProgress>('commitImport', { tab, mapping, importId: progress.importId });
      }
      const ids = expectOneStory('Deals');
      expect(ids).toHaveLength(8800);
      const deals = world.rows('Deals').filter((row) => row.ID !== '');
      expect(new Set(deals.map((row) => row['Opportunity ID'])).size).toBe(8800);
      expect(progress.created).toMatchObject({ deals: 8800, companies: 85, products: 7 });
    },
    300_000,
  );
});
