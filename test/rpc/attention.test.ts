// What needs attention through the compiled add-on: each kind found, its repair done, its cost in reads, who may do it.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem, ProblemKind } from '../../src/domain/attention/problem';
import { sentenceOf } from '../../src/domain/attention/sentence';
import type { RecordPage, StartView } from '../../src/rpc/contract';
import type { LastGood, NeedsAttention, RepairResult } from '../../src/rpc/contract-attention';
import { disagreements } from '../workbook/consistency';
import { admin, forgetPrepared, openWorld, type World } from '../workbook/world';

afterAll(forgetPrepared);

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const look = (input: object = {}, user?: string) => world.ask<NeedsAttention>('needsAttention', input, user);
const save = (tab: string, changes: object) => world.ask('saveRecord', { tab, changes });
const count = async () => (await world.ask<StartView>('start', {})).attention;
const of = async (kind: ProblemKind) => (await look({ kind })).problems;

async function anotherProgram(title: string, row: number, header: string, text: string): Promise<void> {
  await world.type(title, row, header, [[text]], true);
}

describe('what is listed', () => {
  beforeEach(async () => {
    await save('companies', { name: 'Acme' });
    await save('companies', { name: 'Beta' });
    await save('contacts', { firstName: 'Ann', email: 'ann@example.com', company: 'CO-1', phone: '+49 30 1234567' });
    await save('contacts', { firstName: 'Ben', email: 'ben@example.com', company: 'CO-2' });
    await save('deals', { name: 'Big', stage: 'Lead', amount: 5 });
  });

  it('is nothing in a workbook that is whole, and the sidebar opens without a write', async () => {
    expect(await look()).toEqual({ problems: [], counts: {}, total: 0, leftOut: [] });
    const start = await world.run('start', {});
    expect(start.calls.reads).toBeLessThanOrEqual(3);
    expect(start.calls.writes).toBe(0);
    expect(await count()).toBe(0);
  });

  it('is every kind: values, what is missing, broken references, clashes, foreign mails', async () => {
    await anotherProgram('Contacts', 2, 'Phone', 'call her');
    await anotherProgram('Contacts', 3, 'Email', 'ANN@example.com');
    await anotherProgram('Contacts', 3, 'First name', '');
    await anotherProgram('Deals', 2, 'Stage', 'Nearly won');
    await anotherProgram('Deals', 2, 'Owner', 'Nobody at all');
    await anotherProgram('Deals', 2, 'Contact', 'Zoe (C-99)');
    world.engine.session(admin).deleteRows(world.sheet('Companies').sheetId, 2, 1);
    await world.type('Outbox', 2, 'Key', [['digest|x@example.com||2026-11-23']], true);
    await world.run('hourly');
    await world.ask('repair', { action: 'check' });
    const { problems, counts } = await look();
    expect(counts).toMatchObject({ duplicate: 1, reference: 2, value: 3, missing: 1, mail: 1 });
    const said = problems.map((one) => [one.tab, one.row, sentenceOf(one, String)]);
    expect(said).toContainEqual(['contacts', 2, 'Company points nowhere: Acme (CO-1) was deleted.']);
    expect(said).toContainEqual(['deals', 2, 'Contact points nowhere: there never was a Zoe (C-99).']);
    expect(said).toContainEqual(['contacts', 3, 'Email ann@example.com belongs to Ann (C-1) as well, in row 2.']);
    expect(said).toContainEqual(['contacts', 3, 'First name is missing.']);
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['phone', 'choice', 'person', 'foreign']));
    expect(said).toContainEqual([
      'deals',
      2,
      'Stage: “Nearly won” is none of Lead, Qualified, Proposal, Negotiation, Won, Lost.',
    ]);
    // What is only seen beside other tabs and in the Outbox is counted when somebody looks.
    expect(await count()).toBe(7);
    expect(disagreements(world)).toEqual([]);
  });

  it('offers to bring back a deleted record that others point to, where something is kept of it', async () => {
    await world.ask('deleteRecord', { tab: 'companies', id: 'CO-1' });
    await anotherProgram('Deals', 2, 'Contact', 'Zoe (C-99)');
    const [one, other] = await of('reference');
    const before = await world.run('needsAttention', {});
    expect(one).toMatchObject({
      id: 'C-1',
      other: { id: 'CO-1', name: 'Acme' },
      repairs: ['open', 'restore', 'lastGood'],
    });
    expect(other?.repairs).toEqual(['open', 'lastGood']);
    await world.ask('restoreRecord', { tab: 'companies', id: 'CO-1' });
    expect((await of('reference')).map(({ code }) => code)).toEqual(['never']);
    const page = await world.ask<RecordPage>('getRecord', { tab: 'companies', id: 'CO-1' });
    expect(page.related.map(({ id }) => id)).toEqual(['C-1']);
    // One read for each tab that something is missing in.
    const after = await world.run('needsAttention', {});
    expect(before.calls.reads - after.calls.reads).toBe(1);
    // Nothing is kept: then there is nothing to bring back.
    await world.ask('deleteRecord', { tab: 'companies', id: 'CO-1' });
    const { sheetId, columns } = world.sheet('_Ledger Companies');
    const session = world.engine.session(admin);
    session.write({ sheetId, row: 2, column: 6, rows: 1, columns: columns - 5 }, [
      Array.from({ length: columns - 5 }, () => ({ input: { kind: 'value', value: null } as const })),
    ]);
    session.flush();
    expect((await of('reference'))[0]).toMatchObject({ code: 'deleted', repairs: ['open', 'lastGood'] });
    expect(await world.reply('restoreRecord', { tab: 'companies', id: 'CO-1' })).toMatchObject({ code: 'no-record' });
  });

  it('tells where a header row went, and goes on with the other tabs', async () => {
    world.engine.session(admin).insertRows(world.sheet('Deals').sheetId, 1, 1);
    await anotherProgram('Contacts', 2, 'Phone', 'call her');
    const { problems } = await look();
    expect(problems.map(({ kind, tab }) => [kind, tab])).toEqual([
      ['header', 'deals'],
      ['value', 'contacts'],
    ]);
    expect(sentenceOf(problems[0] as Problem, String)).toMatch(/^The headers of Deals stand in row 2/);
    expect(await count()).toBe(2);
  });

  it('is shown also while others hold the lock, and counted later', async () => {
    await anotherProgram('Contacts', 2, 'Phone', 'call her');
    world.runtime.setFaults({ lockHeldMs: 60_000 });
    expect((await look()).counts).toEqual({ value: 1 });
    world.runtime.setFaults({});
    expect(await count()).toBe(0);
    await look();
    expect(await count()).toBe(1);
  });

  it('comes in pages of a stable order, by kind and by tab', async () => {
    for (let row = 2; row < 4; row++) await anotherProgram('Contacts', row, 'Phone', `no number ${row}`);
    await anotherProgram('Deals', 2, 'Amount', 'much');
    const all = await look({ kind: 'value' });
    expect(all.total).toBe(3);
    const pages = [];
    for (let offset = 0; offset < 3; offset++)
      pages.push(...(await look({ kind: 'value', offset, limit: 1 })).problems);
    expect(pages).toEqual(all.problems);
    expect((await look({ tab: 'deals' })).problems.map(({ field }) => field)).toEqual(['amount']);
    for (const input of [{ tab: 'team' }, { kind: 'nothing' }, { tab: 7 }]) {
      expect(await world.reply('needsAttention', input)).toMatchObject({ ok: false, code: 'bad-input' });
    }
    expect((await look({ limit: -5, offset: 'x' })).problems).toEqual([]);
  });

  it('costs reads for each tab, not for each row', async () => {
    await look();
    const few = (await world.run('needsAttention', {})).calls;
    const records = Array.from({ length: 400 }, (_, index) => ({
      changes: { firstName: `P${index}`, company: 'CO-2' },
    }));
    await world.ask('saveRecords', { tab: 'contacts', records });
    const texts = Array.from({ length: 400 }, () => ['call her']);
    await world.type('Contacts', 4, 'Phone', texts, true);
    await look();
    const many = (await world.run('needsAttention', {})).calls;
    expect(many).toEqual(few);
    expect(many.reads).toBeLessThanOrEqual(22);
    expect((await look({ limit: 1 })).counts.value).toBe(400);
  });

  it('is counted at home as it comes and goes, by edits in the grid and saves in the sidebar', async () => {
    await world.type('Contacts', 2, 'Phone', [['call her']]);
    expect(await count()).toBe(1);
    await world.type('Contacts', 3, 'Email', [['none']]);
    expect(await count()).toBe(2);
    await world.ask('saveRecord', { tab: 'contacts', id: 'C-1', changes: { phone: '+49 30 7654321' } });
    expect(await count()).toBe(1);
    await world.type('Contacts', 3, 'Email', [['ben@example.com']]);
    expect(await count()).toBe(0);
  });
});

describe('the last good value', () => {
  beforeEach(async () => {
    await save('companies', { name: 'Acme' });
    await save('companies', { name: 'Beta' });
    await save('contacts', { firstName: 'Ann', phone: '+49 30 1234567', company: 'CO-2' });
  });

  it('is found in History past other wrong ones, put back, and can be undone', async () => {
    await world.type('Contacts', 2, 'Phone', [['call her']]);
    await world.type('Contacts', 2, 'Phone', [['or write']]);
    const input = { tab: 'contacts', id: 'C-1', field: 'phone' };
    expect(await world.ask<LastGood>('lastGoodValue', input)).toMatchObject({ found: true, value: '+49 30 1234567' });
    const done = await world.ask<RepairResult>('repair', { action: 'lastGood', ...input });
    expect(done).toMatchObject({ changed: 1 });
    expect(await of('value')).toEqual([]);
    await world.ask('undoChangeSet', { changeSet: done.changeSet });
    expect((await of('value')).map(({ stands }) => stands)).toEqual(['or write']);
    expect(disagreements(world)).toEqual([]);
  });

  it('of a reference is a record that still stands; where there is none it says so', async () => {
    await world.ask('saveRecord', { tab: 'contacts', id: 'C-1', changes: { company: 'CO-1' } });
    await world.ask('deleteRecord', { tab: 'companies', id: 'CO-1' });
    const input = { tab: 'contacts', id: 'C-1', field: 'company' };
    expect(await world.ask<LastGood>('lastGoodValue', input)).toMatchObject({
      found: true,
      value: 'CO-2',
      label: 'Beta',
    });
    await world.ask('deleteRecord', { tab: 'companies', id: 'CO-2' });
    expect(await world.ask<LastGood>('lastGoodValue', input)).toMatchObject({ found: false });
    expect(await world.reply('repair', { action: 'lastGood', ...input })).toMatchObject({
      ok: false,
      code: 'no-value',
    });
  });
});

describe('a change that recovery gave up', () => {
  it('is listed with its records until somebody has looked', async () => {
    await save('contacts', { firstName: 'Ann', city: 'Bonn' });
    const pending = {
      changeSet: 'S0123456789ab',
      when: '2026-11-23T07:00:00.000Z',
      author: { email: admin, name: 'Admin' },
      how: 'sidebar',
      historyRow: 2,
      // Nothing can be made of it: whatever recovery tries fails.
      records: [{ tab: 'contacts', id: 'C-1', kind: 'update', row: 2, version: 2, delta: { city: null }, labels: {} }],
    };
    const row = world.rows('_Meta').find(({ cells }) => cells.Key === 'journal')?.row ?? 0;
    await world.type('_Meta', row, 2, [[JSON.stringify(pending)]], true);
    for (let run = 0; run < 3; run++)
      await world.reply('saveRecord', { tab: 'contacts', changes: { firstName: 'Ben' } });
    expect(await count()).toBe(1);
    const [problem] = await of('unfinished');
    expect(problem).toMatchObject({ changeSet: 'S0123456789ab', records: [{ id: 'C-1' }], repairs: ['dismiss'] });
    await world.ask('repair', { action: 'dismiss', changeSet: problem?.changeSet });
    expect(await of('unfinished')).toEqual([]);
    expect(await count()).toBe(0);
  });
});

describe('repairs', () => {
  it.each([
    [undefined],
    [{}],
    [{ action: 'nothing' }],
    [{ action: 'putRight' }],
    [{ action: 'putRight', changeSet: 'Snone' }],
    [{ action: 'putRight', changeSet: 'Snone', fields: 'all' }],
    [{ action: 'lastGood', tab: 'contacts' }],
    [{ action: 'lastGood', tab: 'contacts', id: 'C-1', field: 'constructor' }],
    [{ action: 'bringBack', tab: 'contacts', field: '__proto__' }],
    [{ action: 'removeCopy', tab: 'contacts', field: 'city' }],
    [{ action: 'unmerge', tab: 'contacts', range: 'Team!A1:Z9' }],
    [{ action: 'unmerge', tab: 'team', range: 'A1:B2' }],
    [{ action: 'unmerge', tab: 'contacts', range: 'B2:C3' }],
    [{ action: 'dismiss' }],
  ])('refuse %j with a code and a sentence, and change nothing', async (input) => {
    const before = JSON.stringify([world.values('Contacts'), world.values('_Meta'), world.values('History')]);
    const reply = await world.reply('repair', input);
    expect(reply).toMatchObject({ ok: false, code: expect.stringMatching(/^(bad-input|no-\w+(-\w+)?)$/) });
    expect(JSON.stringify([world.values('Contacts'), world.values('_Meta'), world.values('History')])).toBe(before);
  });

  it('are not for viewers, who see the list without them', async () => {
    await world.type('Team', 3, 'Email', [['vi@example.com', 'Vi', 'viewer']]);
    await save('contacts', { firstName: 'Ann' });
    await anotherProgram('Contacts', 2, 'Phone', 'call her');
    expect((await look({}, 'vi@example.com')).problems.map(({ repairs }) => repairs)).toEqual([['open']]);
    for (const action of ['check', 'dismiss', 'putRight', 'unmerge']) {
      expect(await world.reply('repair', { action }, 'vi@example.com')).toMatchObject({
        ok: false,
        code: 'not-allowed',
      });
    }
  });
});
