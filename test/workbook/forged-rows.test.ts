// Rows that somebody forges in tabs that Rowbook goes by, typed in the grid, acted on, or written by another program as a rep. What
// each gains: nothing; or what docs/roles.md says plainly that it gains.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf, type TabKey, tabs } from '../../src/domain/schema';
import type { Reply, SaveResult, UndoResult } from '../../src/rpc/contract';
import { get, launch, post, type RowbookProcess } from '../local/rowbook-process';

const admin = 'admin@example.com';
const rep = 'rep@example.com';
const ben = 'ben@example.com';
let app: RowbookProcess;

beforeAll(async () => {
  app = await launch({ args: ['--sample', 'none'] });
  await edit(admin, 'Team', 'A3:C4', [
    [rep, 'Rae Rep', 'rep'],
    [ben, 'Ben Okafor', 'rep'],
  ]);
});
afterAll(() => app.stop());

type Cell = string | number;

const edit = (user: string, tab: string, range: string, values: readonly (readonly Cell[])[]) =>
  post(`${app.url}/local/edit`, { user, tab, range, values });

/** The status of an edit that is refused. */
async function refused(path: string, body: object): Promise<number> {
  const response = await fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.status;
}

async function reply<T>(user: string, name: string, input: object): Promise<Reply<T>> {
  const body = { user, function: name, args: [input] };
  return (await post<{ result: Reply<T> }>(`${app.url}/local/run`, body)).result;
}

async function ask<T>(user: string, name: string, input: object): Promise<T> {
  const answer = await reply<T>(user, name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.code}: ${answer.message}`);
  return answer.value;
}

async function save(user: string, input: object) {
  const saved = await ask<SaveResult>(user, 'saveRecord', input);
  if (saved.status !== 'saved') throw new Error(JSON.stringify(saved));
  return saved;
}

async function rest(user: string, method: string, path: string, body?: object): Promise<Response> {
  const token = user === '' ? 'local' : (await get<{ token: string }>(`${app.url}/local/token?user=${user}`)).token;
  return fetch(`${app.url}/v4/spreadsheets/local${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

/** Writes by REST as another program would, with this person's rights. Answers the status. */
const put = async (user: string, range: string, values: readonly (readonly Cell[])[]) =>
  (await rest(user, 'PUT', `/values/${encodeURIComponent(range)}?valueInputOption=RAW`, { values })).status;

async function cells(range: string): Promise<Cell[][]> {
  const answer = await rest('', 'GET', `/values/${encodeURIComponent(range)}?valueRenderOption=UNFORMATTED_VALUE`);
  expect([range, answer.status]).toEqual([range, 200]);
  return ((await answer.json()) as { values?: Cell[][] }).values ?? [];
}

const letter = (tab: TabKey, key: string) =>
  String.fromCharCode(65 + fieldsOf(tab).findIndex(([name]) => name === key));
async function metaCell(key: string): Promise<string> {
  const row = (await cells('_Meta!A1:A')).findIndex(([name]) => name === key) + 1;
  expect(row).toBeGreaterThan(1);
  return `_Meta!B${row}`;
}
const hourly = () =>
  post<{ result: { errors: string[] } }>(`${app.url}/local/run`, { user: admin, function: 'hourly', args: [] });
const inbox = () => get<{ to: string }[]>(`${app.url}/local/inbox`);

/** A deal of Ben's; its id and the row where it stands. */
async function deal(changes: object = {}): Promise<{ id: string; row: number; changeSet: string }> {
  const { record, changeSet } = await save(admin, {
    tab: 'deals',
    changes: { name: 'Lamp', stage: 'Lead', amount: 10, owner: ben, ...changes },
  });
  return { id: record.id, row: record.row, changeSet };
}

const fields = async (id: string) =>
  (await ask<{ record: { fields: { [key: string]: unknown } } }>(admin, 'getRecord', { tab: 'deals', id })).record
    .fields;

describe('tabs for admins', () => {
  it.each(['Team', 'Rules', 'Templates', 'Settings', 'Shares', 'Products'])(
    '%s: a rep cannot type there, nor write by another program, nor remove the protection',
    async (tab) => {
      expect(await refused('/local/edit', { user: rep, tab, range: 'A9', values: [['forged']] })).toBe(409);
      expect(await refused('/local/act', { user: rep, kind: 'deleteRows', tab, row: 2 })).toBe(409);
      expect(await put(rep, `${tab}!A9`, [['forged']])).toBe(403);
      expect((await cells(`${tab}!A9`)).flat()).not.toContain('forged');
      expect(await unprotect(rep, tab)).toBe(403);
    },
  );

  it('that stand open are closed again by the next edit there, and a role that was raised is set back', async () => {
    expect(await unprotect(admin, 'Team')).toBe(200);
    await edit(rep, 'Team', 'C3', [['admin']]);
    expect((await cells('Team!C3'))[0]).toEqual(['rep']);
    expect(await refused('/local/edit', { user: rep, tab: 'Team', range: 'C3', values: [['admin']] })).toBe(409);
    const { notices } = await ask<{ notices: { code: string; message: string }[] }>(admin, 'start', {});
    expect(notices.find(({ code }) => code === 'tabs-stood-open')?.message).toContain('Rae Rep (admin → rep)');
  });

  it('that another program wrote to meanwhile are put right by the hourly run, and set-up believes no such role', async () => {
    expect(await unprotect(admin, 'Team')).toBe(200);
    expect(await put(rep, 'Team!A5:C5', [['eve@example.com', 'Eve', 'admin']])).toBe(200);
    expect(await put(rep, 'Team!C3', [['admin']])).toBe(200);
    expect(await reply(rep, 'setUpWorkbook', {})).toMatchObject({ ok: false, code: 'not-allowed' });
    expect((await cells('Team!C3:C5')).flat()).toEqual(['rep', 'rep', 'viewer']);
    await hourly();
    expect(await refused('/local/edit', { user: rep, tab: 'Team', range: 'C3', values: [['admin']] })).toBe(409);
    await edit(admin, 'Team', 'A5:C5', [['', '', '']]);
    // An admin's own change of a closed Team is believed, and remembered.
    await edit(admin, 'Team', 'C4', [['manager']]);
    expect(await unprotect(admin, 'Team')).toBe(200);
    await hourly();
    expect((await cells('Team!C3:C4')).flat()).toEqual(['rep', 'manager']);
    await edit(admin, 'Team', 'C4', [['rep']]);
  });
});

async function unprotect(user: string, tab: string): Promise<number> {
  const book = (await (await rest('', 'GET', '')).json()) as {
    sheets: { properties: { title: string }; protectedRanges?: { protectedRangeId: number }[] }[];
  };
  const sheet = book.sheets.find(({ properties }) => properties.title === tab);
  const protectedRangeId = sheet?.protectedRanges?.[0]?.protectedRangeId;
  expect(protectedRangeId).toBeDefined();
  const requests = [{ deleteProtectedRange: { protectedRangeId } }];
  return (await rest(user, 'POST', ':batchUpdate', { requests })).status;
}

describe('a row in Outbox', () => {
  it.each(['queued', 'planned', 'sending', 'sent', ''])(
    'that says “%s” sends nothing, and is shown as forged',
    async (state) => {
      const day = (await get<{ now: string }>(`${app.url}/local/state`)).now.slice(0, 10);
      const row = (await cells('Outbox!A1:A')).length + 1;
      const key = `digest|${ben}||${day}`;
      const forged: { [field: string]: string } = {
        key,
        kind: 'digest',
        person: ben,
        record: '',
        localDate: day,
        state,
      };
      await edit(rep, 'Outbox', `A${row}`, [fieldsOf('outbox').map(([name]) => forged[name] ?? '')]);
      const { result } = await hourly();
      expect([result.errors, await inbox()]).toEqual([[], []]);
      const at = fieldsOf('outbox').findIndex(([name]) => name === 'reason');
      const shown = (await cells(`Outbox!A${row}:I${row}`))[0] ?? [];
      // One that says “sent” claims nothing that could be sent: it stays as it is.
      if (state !== 'sent') expect(shown[at]).toContain('Rowbook did not queue this row');
    },
  );
});

describe('a forged pending change set', () => {
  const forge = async (pending: unknown) =>
    expect(await put(rep, await metaCell('journal'), [[JSON.stringify(pending)]])).toBe(200);
  const pending = (record: object) => ({
    changeSet: 'Sforged000001',
    when: '2026-11-23T08:00:00.000Z',
    author: { email: admin, name: 'Admin' },
    how: 'sidebar',
    historyRow: 900,
    records: [record],
  });

  it('never reaches a tab that only admins change', async () => {
    const { record } = await save(admin, { tab: 'products', changes: { name: 'GTX', price: 100 } });
    await forge(
      pending({
        tab: 'products',
        id: record.id,
        kind: 'update',
        row: record.row,
        version: 2,
        delta: { price: [100, 1], name: ['x', 'GTX'] },
        labels: {},
      }),
    );
    await save(admin, { tab: 'products', changes: { name: 'Other' } });
    expect((await cells(`Products!A2:${letter('products', 'price')}2`))[0]).toContain(100);
    const history = await cells('History!A2:I');
    expect(history.flat()).not.toContain('Sforged000001');
  });

  it('is of records only: any other tab it names is left alone', async () => {
    const before = await cells('Team!A1:L9');
    await forge(
      pending({
        tab: 'team',
        id: 'T-1',
        kind: 'update',
        row: 3,
        version: 2,
        delta: { role: ['rep', 'admin'] },
        labels: {},
      }),
    );
    await save(rep, { tab: 'deals', changes: { name: 'After', stage: 'Lead' } });
    expect(await cells('Team!A1:L9')).toEqual(before);
    for (const nonsense of [{}, { records: 'x' }, { changeSet: 'S', records: [null] }, [], 7]) {
      await forge(nonsense);
      await save(rep, { tab: 'deals', changes: { name: 'Still works', stage: 'Lead' } });
    }
  });

  it('of a record can say only what its forger could type into the row; History shows it, and undo takes it back', async () => {
    const { id, row } = await deal();
    // Its row holds what the set would write already, in part: that is what makes recovery go forward.
    await forge(
      pending({
        tab: 'deals',
        id,
        kind: 'update',
        row,
        version: 2,
        delta: { amount: [10, 99], name: ['x', 'Lamp'] },
        labels: {},
      }),
    );
    await save(rep, { tab: 'deals', changes: { name: 'Any save', stage: 'Lead' } });
    expect((await fields(id)).amount).toBe(99);
    await ask(admin, 'undoChangeSet', { changeSet: 'Sforged000001' });
    expect((await fields(id)).amount).toBe(10);
  });
});

describe('what `_Meta` remembers', () => {
  it.each([
    ['a billion', { D: 1_000_000_000, C: 1 }],
    ['more than a workbook holds', { D: 2_000_000, C: 1 }],
    ['no number', { D: 'many', C: [] }],
  ])('forged: marks that are %s keep no record out, and are mended by the next one', async (_, marks) => {
    const { id } = await deal();
    const cell = await metaCell('highWater');
    expect(await put(rep, cell, [[JSON.stringify(marks)]])).toBe(200);
    const number = Number(id.slice(2));
    expect((await deal()).id).toBe(`D-${number + 1}`);
    expect(JSON.parse(String((await cells(cell))[0]?.[0]))).toMatchObject({ D: number + 1 });
    expect(await put(rep, cell, [[JSON.stringify(marks)]])).toBe(200);
    // A typed row, with an id that was never given.
    const at = (await cells('Deals!A1:A')).length + 1;
    await edit(rep, 'Deals', `A${at}:C${at}`, [['D-900000', 'Typed', '']]);
    await hourly();
    expect((await cells(`Deals!A${at}`))[0]).toEqual([`D-${number + 2}`]);
  });

  it('forged: lowered marks give no id twice', async () => {
    const last = await deal();
    await ask(admin, 'deleteRecord', { tab: 'deals', id: last.id });
    expect(await put(rep, await metaCell('highWater'), [['{"D":1}']])).toBe(200);
    const next = await deal();
    expect(Number(next.id.slice(2))).toBeGreaterThan(Number(last.id.slice(2)));
  });

  it('forged: a change “against a role” that Rowbook should put back is not put back by itself', async () => {
    const settings = (await cells('Settings!A1:A20')).map(([name]) => name);
    const row = settings.indexOf('Grid changes against a role') + 1;
    expect(row).toBeGreaterThan(1);
    await edit(admin, 'Settings', `${letter('settings', 'value')}${row}`, [['put back']]);
    const { id, changeSet } = await deal();
    const item = {
      changeSet,
      when: '2026-11-23T08:00:00Z',
      who: 'x',
      tab: 'deals',
      id,
      name: '',
      count: 1,
      summary: '',
      why: '',
      state: 'stands',
    };
    expect(await put(rep, await metaCell('againstRoles'), [[JSON.stringify([item, null, 7, { tab: 'team' }])]])).toBe(
      200,
    );
    await edit(rep, 'Deals', `${letter('deals', 'name')}2`, [['Typed']]);
    await hourly();
    expect((await fields(id)).name).toBe('Lamp');
    expect(await reply(admin, 'gridChangesAgainstRoles', {})).toMatchObject({ ok: true });
    await edit(admin, 'Settings', `${letter('settings', 'value')}${row}`, [['record']]);
  });

  it('forged beyond reading: it is made again from the tabs, and people go on', async () => {
    for (const key of ['summary', 'tails', 'signatures', 'heartbeat', 'guarded', 'reconciled', 'dirty'] as const) {
      expect(await put(rep, await metaCell(key), [['{"no']])).toBe(200);
    }
    expect(await reply(rep, 'start', {})).toMatchObject({ ok: true });
    await save(rep, { tab: 'deals', changes: { name: 'Goes on', stage: 'Lead' } });
  });
});

describe('a forged ledger', () => {
  const ledger = (id: string, column: string) => `_Ledger Deals!${column}${Number(id.slice(2)) + 1}`;

  it.each([
    ['version', 'B', 99],
    ['hash', 'C', 'h0000000000000000'],
    ['row hint', 'D', 2],
    ['change set', 'E', 'Sforged'],
    ['state', 'F', '{"f":{"name":"Forged","owner":"rep@example.com"}}'],
    ['state that cannot be read', 'F', '{"f":'],
    ['id', 'A', 'D-1'],
  ] as const)('%s: no save is lost, nothing is overwritten, and the role goes by the row', async (_, column, value) => {
    const { id } = await deal({ notes: 'kept' });
    expect(await put(rep, ledger(id, column), [[value]])).toBe(200);
    expect(await reply(rep, 'saveRecord', { tab: 'deals', id, changes: { amount: 1 } })).toMatchObject({
      ok: false,
      code: 'not-allowed',
    });
    expect(await fields(id)).toMatchObject({ amount: 10, owner: ben, notes: 'kept' });
    await save(ben, { tab: 'deals', id, changes: { amount: 20 } });
    expect(await fields(id)).toMatchObject({ name: 'Lamp', amount: 20, owner: ben, notes: 'kept' });
  });
});

describe('a forged History', () => {
  it('lets a rep undo nothing of another’s; a manager who undoes it sees what it would write, and can undo that', async () => {
    const { id } = await deal();
    const row = (await cells('History!A1:A')).length + 1;
    const line: { [field: string]: string } = {
      when: '2026-11-23T08:00:00.000Z',
      who: `Rae Rep <${rep}>`,
      how: 'sidebar',
      changeSet: 'Sforged000002',
      tab: tabs.deals.title,
      id,
      name: 'Lamp',
      summary: 'Amount 1 → 10',
      delta: '{"amount":[1,10]}',
    };
    expect(await put(rep, `History!A${row}`, [fieldsOf('history').map(([key]) => line[key] ?? '')])).toBe(200);
    const undone = await ask<UndoResult>(rep, 'undoChangeSet', { changeSet: 'Sforged000002' });
    expect(undone).toMatchObject({ undone: 0, kept: [{ id, reason: expect.stringContaining('Ben Okafor’s') }] });
    expect((await fields(id)).amount).toBe(10);
    const byAdmin = await ask<UndoResult>(admin, 'undoChangeSet', { changeSet: 'Sforged000002' });
    expect((await fields(id)).amount).toBe(1);
    await ask(admin, 'undoChangeSet', { changeSet: byAdmin.changeSet });
    expect((await fields(id)).amount).toBe(10);
  });
});

describe('rows in `_Journal` and `_Archive`', () => {
  it('that nobody announced mean nothing', async () => {
    const { id } = await deal();
    const part = JSON.stringify({ changeSet: 'Sforged000003', records: [] });
    expect(await put(rep, '_Journal!A2:C2', [['Sforged000003', '1', part]])).toBe(200);
    expect(await put(rep, '_Archive!A2:C2', [['2026-11-23T08:00:00.000Z', id, part]])).toBe(200);
    await save(ben, { tab: 'deals', id, changes: { amount: 30 } });
    const { result } = await hourly();
    expect(result.errors).toEqual([]);
    expect((await fields(id)).amount).toBe(30);
  });
});
