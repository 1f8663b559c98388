// The cell budget of the docs against a real workbook: made by the compiled add-on, its grids counted.
import { afterAll, expect, it } from 'vitest';
import { cellBudget, designSize } from '../../scripts/build/cell-budget';
import { tabs } from '../../src/domain/schema';
import type { WorkbookSize } from '../../src/rpc/contract-history';
import { disagreements } from '../workbook/consistency';
import { forgetPrepared, openWorld, type World } from '../workbook/world';

afterAll(forgetPrepared);

const records = { contacts: 500, deals: 1_000, interactions: 2_000 } as const;

async function fill(world: World): Promise<void> {
  const make = async (tab: keyof typeof records, fields: (n: number) => object) => {
    for (let first = 0; first < records[tab]; first += 500) {
      const part = Array.from({ length: 500 }, (_, n) => ({ changes: fields(first + n) }));
      await world.ask('saveRecords', { tab, records: part });
    }
  };
  await make('contacts', (n) => ({
    firstName: `Ann ${n}`,
    lastName: 'Berg',
    email: `ann.${n}@example.com`,
    phone: '+49 30 1234567',
    city: 'Berlin',
    status: 'Prospect',
  }));
  await make('deals', (n) => ({ name: `Crane ${n}`, stage: 'Lead', amount: 100 + n, closeDate: '2026-12-31' }));
  await make('interactions', (n) => ({
    when: '2026-11-20T10:00',
    kind: 'Call',
    subject: `About crane ${n}`,
    details: 'They want two hooks, and ask when we can deliver. Call back next week.',
  }));
}

it('holds for a workbook of 3,500 records, tab by tab', async () => {
  const world = await openWorld();
  await fill(world);
  const history = world.values('History').slice(1);
  const size = await world.ask<WorkbookSize>('workbookSize', {});
  const counted = new Map(size.tabs.map(({ title, cells }) => [title, cells]));
  const budget = cellBudget({ records, historyRows: history.length, archived: 0 });
  for (const { title, columns, needed, most } of budget) {
    expect(counted.get(title), title).toBeGreaterThanOrEqual(columns * needed);
    expect(counted.get(title), title).toBeLessThanOrEqual(columns * most);
  }
  // Beside them there is only the tab that every new spreadsheet has.
  const titles = budget.map(({ title }) => title);
  expect(size.tabs.filter(({ title }) => !titles.includes(title)).map(({ title }) => title)).toEqual(['Sheet1']);
  // What the archive's part rests on: a hundred such entries fit one cell.
  const entries = history.map((row) => JSON.stringify(row.map((cell) => String(cell ?? ''))).length);
  expect(entries.reduce((sum, length) => sum + length, 0) / entries.length).toBeLessThan(450);
  expect(disagreements(world)).toEqual([]);
  await world.close();
});

it('of the size that the design asks for leaves a tenth of the ten million', () => {
  const total = cellBudget(designSize).reduce((sum, { columns, most }) => sum + columns * most, 0);
  expect(total).toBeLessThan(9_000_000);
  expect(cellBudget(designSize).length).toBeGreaterThan(Object.keys(tabs).length);
});

it('gives a record with more text than a cell holds its further State columns', async () => {
  const world = await openWorld();
  const text = 'y'.repeat(40_000);
  await world.ask('saveRecord', { tab: 'companies', changes: { name: 'Plain' } });
  expect(world.sheet('_Ledger Companies').columns).toBe(6);
  await world.ask('saveRecord', { tab: 'companies', changes: { name: text, notes: text } });
  expect(world.values('_Ledger Companies')[0]?.slice(5)).toEqual(['State', 'State 2']);
  await world.ask('saveRecord', { tab: 'companies', id: 'CO-1', changes: { name: 'Plain still' } });
  expect(disagreements(world)).toEqual([]);
  await world.close();
});
