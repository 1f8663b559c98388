// The demo's year: what is saved on which day, in which order, and what stands there in the end.
import { expect, it } from 'vitest';
import { type DemoRecord, demoRecords, loadDemo, pastOf } from '../../scripts/demo';
import { tabOf } from '../../src/domain/schema';

const today = '2026-11-23';
const demo = demoRecords({ today });
const steps = pastOf(demo, today);

it('ends with every record as the demo has it', () => {
  for (const { tab, records } of demo.tabs) {
    const standing = new Map<string, DemoRecord['fields']>();
    for (const step of steps.filter((one) => one.tab === tab)) {
      for (const { key, fields } of step.creates) standing.set(key, fields);
      for (const { key, fields } of step.changes) standing.set(key, { ...standing.get(key), ...fields });
    }
    expect([...standing.values()]).toHaveLength(records.length);
    for (const { key, fields } of records) expect(standing.get(key)).toEqual(fields);
  }
});

it('saves nothing before it happened, nor before what it refers to, and at most 500 records in a call', () => {
  const known = new Set<string>();
  let before = '';
  for (const { day, tab, creates, changes } of steps) {
    expect(day >= before && day <= today).toBe(true);
    before = day;
    expect(creates.length).toBeLessThanOrEqual(500);
    for (const { fields } of [...creates, ...changes]) {
      for (const [key, value] of Object.entries(fields))
        if (tabOf(tab).fields[key]?.type === 'reference' && value) expect(known).toContain(value);
      for (const happened of [fields.when, fields.startedOn, fields.closedOn, fields.opened])
        expect(String(happened ?? '').slice(0, 10) <= day).toBe(true);
    }
    for (const { key } of changes) expect(known).toContain(key);
    for (const { key } of creates) known.add(key);
  }
});

it('gives open deals stages of different ages, and most closed ones a life before they closed', () => {
  const deals = steps.filter(({ tab }) => tab === 'deals');
  const openSince = deals.flatMap(({ day, creates }) =>
    creates.filter(({ fields }) => !/^(Won|Lost)$/.test(String(fields.stage))).map(() => day),
  );
  expect(new Set(openSince).size).toBeGreaterThanOrEqual(5);
  expect(deals.flatMap(({ changes }) => changes).length).toBeGreaterThan(40);
});

it('is loaded day by day', async () => {
  const log: string[] = [];
  let next = 0;
  await loadDemo({
    today,
    onDay: async (day) => {
      if (log.at(-1) !== day) log.push(day);
    },
    writeTeam: async () => {},
    saveRecords: async ({ tab, records }) => {
      const ids = records.map(({ id }) => id ?? `${tabOf(tab).idPrefix}-${++next}`);
      for (const { id } of records) if (id !== undefined) expect(id).toMatch(/^D-\d+$/);
      return { ok: true, value: { changeSet: 'x', ids, issues: [], kept: [] } };
    },
  });
  expect(log).toEqual([...new Set(steps.map(({ day }) => day))]);
  expect(log.at(-1)).toBe(today);
});
