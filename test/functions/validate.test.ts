import { describe, expect, it } from 'vitest';
import type { ProposedChange, Verdict } from '../../src/domain/validation-exchange';
import { appUnderTest } from './app-under-test';
import { type FakeWorkbook, fakeWorkbook, ledgerTab, schemaTab } from './fake-sheets';

const path = '/v1/workbooks/w1/changes:validate';

const deal = {
  id: 'D-2',
  name: 'Two',
  stage: 'Proposal',
  amount: 100,
  company: 'CO-1',
  owner: 'ada@rowbook.example',
};

function workbook(): FakeWorkbook {
  return fakeWorkbook([
    schemaTab('deals', [deal, { id: 'D-3', name: 'Typed in', stage: 'Lead' }]),
    schemaTab('companies', [
      { id: 'CO-1', name: 'Acme' },
      { id: 'CO-2', name: 'Twin' },
      { id: 'CO-3', name: 'Twin' },
    ]),
    schemaTab('contacts', [{ id: 'C-1', firstName: 'Eve', email: 'eve@acme.example' }]),
    ledgerTab('deals', [
      { id: 'D-1', version: 3, state: { id: 'D-1', name: 'Gone from the grid', stage: 'Lead' } },
      { id: 'D-2', version: 7, state: deal },
    ]),
    ledgerTab('contacts', [
      { id: 'C-1', version: 1, state: { id: 'C-1', firstName: 'Eve', email: 'eve@acme.example' } },
    ]),
  ]);
}

async function verdicts(
  changes: readonly ProposedChange[],
  as = 'ada@rowbook.example',
  app = appUnderTest(workbook()),
) {
  const response = await app.ask(path, { as, body: { changes } });
  expect(response.status).toBe(200);
  return ((await response.json()) as { verdicts: Verdict[] }).verdicts;
}

const one = async (change: ProposedChange, as?: string) => (await verdicts([change], as))[0];

describe('a new record', () => {
  it('is ok when it keeps to the rules', async () => {
    const changes = {
      name: 'New',
      stage: 'lead',
      company: 'CO-1',
      amount: 12.5,
      closeDate: '2026-12-24',
      owner: 'Moses Frase',
    };
    expect(await one({ tab: 'deals', changes })).toEqual({
      index: 0,
      status: 'ok',
      issues: [],
      conflicts: [],
      merged: [],
    });
  });

  it.each<[string, ProposedChange, string, string]>([
    ['a missing name', { tab: 'deals', changes: { stage: 'Lead' } }, 'name', 'required'],
    ['an unknown stage', { tab: 'deals', changes: { name: 'A', stage: 'Someday' } }, 'stage', 'choice'],
    ['a lost deal without a reason', { tab: 'deals', changes: { name: 'A', stage: 'Lost' } }, 'lostReason', 'required'],
    [
      'an unknown company',
      { tab: 'deals', changes: { name: 'A', stage: 'Lead', company: 'CO-99' } },
      'company',
      'reference',
    ],
    [
      'a company named like two',
      { tab: 'deals', changes: { name: 'A', stage: 'Lead', company: 'Twin' } },
      'company',
      'reference',
    ],
    ['a stranger as owner', { tab: 'deals', changes: { name: 'A', stage: 'Lead', owner: 'Eve' } }, 'owner', 'person'],
    [
      'a day that is none',
      { tab: 'deals', changes: { name: 'A', stage: 'Lead', closeDate: '2026-02-30' } },
      'closeDate',
      'date',
    ],
    [
      'an email somebody has',
      { tab: 'contacts', changes: { firstName: 'E', email: 'EVE@acme.example' } },
      'email',
      'unique',
    ],
  ])('with %s is invalid there', async (_, change, field, code) => {
    const verdict = await one(change);
    expect(verdict?.status).toBe('invalid');
    expect(verdict?.issues.map((issue) => [issue.field, issue.code])).toContainEqual([field, code]);
  });

  it('may name its company exactly', async () => {
    expect((await one({ tab: 'deals', changes: { name: 'A', stage: 'Lead', company: 'acme' } }))?.status).toBe('ok');
  });

  it('clashes with another of the same request', async () => {
    const twin = (email: string): ProposedChange => ({ tab: 'contacts', changes: { firstName: 'A', email } });
    const found = await verdicts([twin('new@acme.example'), twin('NEW@acme.example')]);
    expect(found.map(({ status }) => status)).toEqual(['ok', 'invalid']);
  });
});

describe('a change of a record', () => {
  it('made from the version now is ok', async () => {
    expect((await one({ tab: 'deals', id: 'D-2', baseVersion: 7, changes: { amount: 5 } }))?.status).toBe('ok');
  });

  it('merges with changes of other fields since', async () => {
    const base = { amount: 100, name: 'Two, as it was' };
    const verdict = await one({ tab: 'deals', id: 'D-2', baseVersion: 5, base, changes: { amount: 5 } });
    expect(verdict).toMatchObject({ status: 'ok', merged: ['name'], conflicts: [] });
  });

  it('conflicts with a change of the same field, with both values', async () => {
    const verdict = await one({
      tab: 'deals',
      id: 'D-2',
      baseVersion: 5,
      base: { amount: 50 },
      changes: { amount: 5 },
    });
    expect(verdict?.status).toBe('conflict');
    expect(verdict?.conflicts[0]).toMatchObject({ field: 'amount', label: 'Amount', base: 50, mine: 5, theirs: 100 });
  });

  it('may overwrite what the person has seen', async () => {
    const base = { amount: 50 };
    const verdict = await one({
      tab: 'deals',
      id: 'D-2',
      baseVersion: 5,
      base,
      changes: { amount: 5 },
      overwrite: ['amount'],
    });
    expect(verdict?.status).toBe('ok');
  });

  it.each<[string, ProposedChange]>([
    ['without the values it began from', { tab: 'deals', id: 'D-2', baseVersion: 5, changes: { amount: 5 } }],
    [
      'without the value that one of its changes began from',
      { tab: 'deals', id: 'D-2', baseVersion: 5, base: { notes: null }, changes: { notes: 'x', amount: 5 } },
    ],
    ['of a record that left the grid', { tab: 'deals', id: 'D-1', baseVersion: 3, changes: { amount: 5 } }],
    ['of a record that never was', { tab: 'deals', id: 'D-99999999', changes: { amount: 5 } }],
    ['of an id of another tab', { tab: 'deals', id: 'C-1', changes: { amount: 5 } }],
    ['of an id that is none', { tab: 'deals', id: '__proto__', changes: { amount: 5 } }],
    ['from the future', { tab: 'deals', id: 'D-2', baseVersion: 70, base: { amount: 1 }, changes: { amount: 5 } }],
  ])('%s is stale', async (_, change) => {
    expect((await one(change))?.status).toBe('stale');
  });

  it('of a record that only the grid knows yet is checked by its values', async () => {
    expect((await one({ tab: 'deals', id: 'D-3', changes: { amount: 5 } }))?.status).toBe('ok');
    expect((await one({ tab: 'deals', id: 'D-3', changes: { stage: 'Someday' } }))?.status).toBe('invalid');
  });

  it('to Lost needs a reason, and keeps its own email', async () => {
    expect((await one({ tab: 'deals', id: 'D-2', changes: { stage: 'Lost' } }))?.issues[0]?.field).toBe('lostReason');
    const kept: ProposedChange = { tab: 'contacts', id: 'C-1', changes: { email: 'eve@acme.example' } };
    expect((await one(kept))?.status).toBe('ok');
  });
});

describe('roles', () => {
  const write: ProposedChange = { tab: 'deals', id: 'D-2', changes: { amount: 5 } };
  const nobodys: ProposedChange = { tab: 'deals', id: 'D-3', changes: { amount: 5 } };
  const created: ProposedChange = { tab: 'deals', changes: { name: 'New', stage: 'Lead', owner: 'Ada' } };
  const product: ProposedChange = { tab: 'products', changes: { name: 'GTX Pro' } };

  it.each([
    ['a viewer', 'vi@rowbook.example', write, 'forbidden'],
    ['a rep changing what is another’s', 'bo@rowbook.example', write, 'forbidden'],
    ['a rep changing what is nobody’s', 'bo@rowbook.example', nobodys, 'ok'],
    ['a rep making a deal for another', 'bo@rowbook.example', created, 'ok'],
    ['an admin', 'ada@rowbook.example', write, 'ok'],
    ['a rep changing Products', 'bo@rowbook.example', product, 'forbidden'],
    ['an admin changing Products', 'ada@rowbook.example', product, 'ok'],
  ])('%s: %s', async (_, as, change, status) => {
    const book = workbook();
    book.tabs.push(schemaTab('products', []));
    expect((await verdicts([change], as, appUnderTest(book)))[0]?.status).toBe(status);
  });

  it('go by the owner in the row, whatever the hidden ledger says, and the answer says whom to ask', async () => {
    const book = workbook();
    const ledger = book.tabs.find(({ title }) => title === '_Ledger Deals');
    ledger?.rows[2]?.splice(5, 1, JSON.stringify({ f: { ...deal, owner: 'bo@rowbook.example' } }));
    const [verdict] = await verdicts([write], 'bo@rowbook.example', appUnderTest(book));
    expect(verdict).toMatchObject({ status: 'forbidden', issues: [{ code: 'role' }] });
    expect(verdict?.issues[0]?.message).toBe(
      'This is Ada’s deal (D-2, Two). Ask Ada or a manager to change it, or to hand it over to you.',
    );
  });

  it('a stranger gets 403', async () => {
    const response = await appUnderTest(workbook()).ask(path, { as: 'eve@acme.example', body: { changes: [write] } });
    expect(response.status).toBe(403);
  });
});

describe('reading for validation', () => {
  it('takes one request for key columns and ledger rows, for many changes at once', async () => {
    const app = appUnderTest(workbook());
    await verdicts([], undefined, app);
    app.asked.cells.length = 0;
    const changes = Array.from(
      { length: 40 },
      (): ProposedChange => ({ tab: 'deals', id: 'D-2', changes: { company: 'CO-1' } }),
    );
    expect(await verdicts(changes, undefined, app)).toHaveLength(40);
    expect(app.asked.cells).toHaveLength(1);
    const read = app.asked.cells[0]?.join(' ') ?? '';
    expect(read).toContain("'Companies'!A1:A");
    expect(read).toContain("'_Ledger Deals'!3:3");
    // Deals by id and owner only.
    expect(read).not.toMatch(/Contacts|'Deals'!(?!A1:A|L1:L)/);
  });

  it('never rests on cells that were kept', async () => {
    const book = workbook();
    const app = appUnderTest(book, { keepMs: 60_000 });
    const change: ProposedChange = {
      tab: 'deals',
      id: 'D-2',
      baseVersion: 7,
      base: { amount: 100 },
      changes: { amount: 5 },
    };
    expect((await verdicts([change], undefined, app))[0]?.status).toBe('ok');
    const entry = book.tabs.find(({ title }) => title === '_Ledger Deals')?.rows[2];
    entry?.splice(1, 1, 8);
    entry?.splice(5, 1, JSON.stringify({ f: { name: 'Two', stage: 'Proposal', amount: 300 } }));
    expect((await verdicts([change], undefined, app))[0]?.status).toBe('conflict');
  });

  it('finds a record in rows that were added to the grid since', async () => {
    const book = workbook();
    const app = appUnderTest(book);
    const change: ProposedChange = { tab: 'deals', id: 'D-60', changes: { amount: 5 } };
    expect((await verdicts([change], undefined, app))[0]?.status).toBe('stale');
    book.tabs[2]?.rows.push(...schemaTab('deals', [{ id: 'D-60', name: 'Sixty', stage: 'Lead' }]).rows.slice(1));
    const ledger = book.tabs.find(({ title }) => title === '_Ledger Deals');
    const state = { id: 'D-60', name: 'Sixty', stage: 'Lead' };
    if (ledger) ledger.rows = ledgerTab('deals', [{ id: 'D-60', version: 2, state }]).rows;
    expect((await verdicts([{ ...change, baseVersion: 2 }], undefined, app))[0]?.status).toBe('ok');
  });
});
