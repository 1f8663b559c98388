import { describe, expect, it } from 'vitest';
import { demoRecords, loadDemo } from '../../scripts/demo';
import { tabOf } from '../../src/domain/schema';

const today = '2026-11-23';
const demo = demoRecords({ today });
const records = (tab: string) => demo.tabs.find((entry) => entry.tab === tab)?.records ?? [];

describe('the demo', () => {
  it('is the same for the same seed and another for another', () => {
    expect(demoRecords({ today, seed: 1 })).toEqual(demo);
    expect(demoRecords({ today, seed: 2 })).not.toEqual(demo);
  });

  it('is as large as promised', () => {
    expect(demo.team).toHaveLength(6);
    expect(demo.team[0]).toMatchObject({ role: 'admin' });
    expect(Object.fromEntries(demo.tabs.map(({ tab, records: all }) => [tab, all.length]))).toEqual({
      products: 8,
      companies: 80,
      contacts: 300,
      deals: 120,
      tickets: 14,
      interactions: 1500,
      tasks: 122,
    });
  });

  it('refers only to records that stand in an earlier tab, and fills every required field', () => {
    const known = new Set<string>();
    for (const { tab, records: all } of demo.tabs) {
      for (const { fields } of all) {
        for (const [key, field] of Object.entries(tabOf(tab).fields)) {
          const value = fields[key];
          if (field.type === 'reference' && value) expect(known).toContain(value);
          if (field.required && field.writer === 'person') expect(value).toBeTruthy();
        }
        for (const key of Object.keys(fields)) expect(tabOf(tab).fields[key]).toBeDefined();
      }
      for (const { key } of all) known.add(key);
    }
  });

  it('has unique addresses, real days, and nothing that happened after today', () => {
    const emails = records('contacts').map(({ fields }) => fields.email);
    expect(new Set(emails).size).toBe(300);
    expect(emails.every((email) => /^[a-z.]+@[a-z-]+\.example$/.test(String(email)))).toBe(true);
    const domains = records('companies').map(({ fields }) => fields.domain);
    expect(new Set(domains).size).toBe(80);
    for (const { fields } of records('interactions')) expect(String(fields.when) < today).toBe(true);
    for (const { fields } of records('deals')) {
      expect(fields.closedOn === null || String(fields.closedOn) <= today).toBe(true);
      expect(fields.closedOn === null || String(fields.closedOn) >= String(fields.startedOn)).toBe(true);
      expect(Boolean(fields.lostReason)).toBe(fields.stage === 'Lost');
    }
  });

  it('has tasks overdue, due today, and in the week ahead', () => {
    const open = records('tasks').filter(({ fields }) => fields.status === 'Open');
    const due = (test: (day: string) => boolean) => open.filter(({ fields }) => test(String(fields.due))).length;
    expect(due((day) => day < today)).toBeGreaterThanOrEqual(5);
    expect(due((day) => day === today)).toBeGreaterThanOrEqual(5);
    expect(due((day) => day > today && day <= '2026-11-30')).toBeGreaterThanOrEqual(10);
  });
});

describe('loading the demo', () => {
  it('writes the team first and hands references over as the ids that were given', async () => {
    const saved: { tab: string; changes: { [field: string]: unknown }[] }[] = [];
    let teamFirst = false;
    let next = 0;
    await loadDemo({
      today,
      writeTeam: async (rows) => {
        teamFirst = saved.length === 0 && rows.length === 6;
      },
      saveRecords: async ({ tab, records: batch }) => {
        saved.push({ tab, changes: batch.filter(({ id }) => id === undefined).map(({ changes }) => changes) });
        const ids = batch.map(() => `${tabOf(tab).idPrefix}-${++next}`);
        return { ok: true, value: { changeSet: 'x', ids, issues: [], kept: [] } };
      },
    });
    expect(teamFirst).toBe(true);
    const deals = saved.filter(({ tab }) => tab === 'deals').flatMap(({ changes }) => changes);
    expect(deals).toHaveLength(120);
    for (const deal of deals) {
      expect(deal.company).toMatch(/^CO-\d+$/);
      expect(deal.contact).toMatch(/^C-\d+$/);
    }
  });

  it('stops with the add-on’s own words when something is refused', async () => {
    const target = {
      today,
      writeTeam: async () => {},
      saveRecords: async () => ({ ok: false as const, code: 'not-allowed', message: 'Only admins change Products.' }),
    };
    await expect(loadDemo(target)).rejects.toThrow('Only admins change Products.');
  });
});
