import { describe, expect, it } from 'vitest';
import { isKeptByRowbook, mayManage, mayWrite, refusalOf } from '../../src/domain/roles';

const names: { [key: string]: string } = { 'ben@example.com': 'Ben Okafor', 'Zoë Blum': 'Zoë Blum' };
const people = {
  person: (text: string) => (text === 'Ben Okafor' ? 'ben@example.com' : text in names ? text : undefined),
  nameOf: (key: string) => names[key],
};
const rae = { role: 'rep', key: 'rae@example.com' } as const;
const deal = (owner: string | null) =>
  ({ act: 'edit', tab: 'deals', id: 'D-7', before: { name: 'Lamp', owner } }) as const;

describe('a refusal', () => {
  it('says whose the record is and whom to ask', () => {
    expect(refusalOf(rae, deal('ben@example.com'), people)).toBe(
      'This is Ben Okafor’s deal (D-7, Lamp). Ask Ben or a manager to change it, or to hand it over to you.',
    );
  });

  it('goes by who is meant, however the cell spells them', () => {
    expect(refusalOf({ role: 'rep', key: 'ben@example.com' }, deal('Ben Okafor'), people)).toBeUndefined();
    expect(refusalOf(rae, deal('RAE@example.com'), people)).toBeUndefined();
    expect(refusalOf(rae, deal('Ben Okafor'), people)).toContain('Ben Okafor’s');
    expect(refusalOf({ role: 'rep', key: 'Zoë Blum' }, deal('Zoë Blum'), people)).toBeUndefined();
  });

  it('names by the cell an owner whom nobody in Team is', () => {
    expect(refusalOf(rae, deal('gone@example.com'), people)).toContain('gone@example.com’s deal');
  });

  it.each([
    ['admin', true, true, true],
    ['manager', true, true, false],
    ['rep', true, false, false],
    ['viewer', false, false, false],
  ] as const)('for a %s: nobody’s %s, another’s %s, products %s', (role, nobodys, others, products) => {
    const who = { role, key: 'x@example.com' };
    const free = (deed: Parameters<typeof refusalOf>[1]) => refusalOf(who, deed, people) === undefined;
    expect(free(deal(null))).toBe(nobodys);
    expect(free(deal('ben@example.com'))).toBe(others);
    expect(free({ ...deal('ben@example.com'), act: 'delete' })).toBe(others);
    expect(free({ act: 'create', tab: 'deals', id: '', before: {} })).toBe(nobodys);
    expect(free({ act: 'create', tab: 'products', id: '', before: {} })).toBe(products);
    expect(mayWrite(role, {})).toBe(nobodys);
    expect(mayManage(role)).toBe(others);
  });
});

describe('what Rowbook keeps itself', () => {
  it('is no change of the record by a person', () => {
    expect(isKeptByRowbook('contacts', { lastContact: '2026-11-20', nextFollowUp: null, updated: 'x' })).toBe(true);
    expect(isKeptByRowbook('contacts', { lastContact: '2026-11-20', city: 'Bonn' })).toBe(false);
    expect(isKeptByRowbook('contacts', { 'custom:Tea': 'green' })).toBe(false);
  });
});
