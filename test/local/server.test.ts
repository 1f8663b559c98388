// The interfaces of DESIGN.md §6, asked of a running `npm start` over HTTP.
import { importSPKI, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get, launch, post, type RowbookProcess } from './rowbook-process';

const admin = 'admin@example.com';
let rowbook: RowbookProcess;
let url: string;

beforeAll(async () => {
  rowbook = await launch({ args: ['--sample', 'none'] });
  url = rowbook.url;
});
afterAll(async () => {
  await rowbook?.stop();
});

interface State {
  spreadsheetId: string;
  now: string;
  users: { email: string; name: string; role: string }[];
  tabs: { title: string; rows: number; columns: number; hidden: boolean }[];
}
interface Run {
  result?: { ok: boolean; value?: unknown; code?: string };
  error?: { name: string; message: string };
  calls: { reads: number; writes: number; other: number };
  modelledMs: number;
  cpuMs: number;
}

const run = (name: string, args: unknown[] = [], user = admin) =>
  post<Run>(`${url}/local/run`, { user, function: name, args });
const edit = (tab: string, range: string, values: unknown) =>
  post<object>(`${url}/local/edit`, { user: admin, tab, range, values });
const act = (kind: string, details: object) => post<object>(`${url}/local/act`, { user: admin, kind, ...details });

/** Cells as Sheets REST gives them. */
async function cells(range: string): Promise<unknown[][]> {
  const address = `${url}/v4/spreadsheets/local/values/${encodeURIComponent(range)}`;
  const answer = await get<{ values?: unknown[][] }>(address, { authorization: 'Bearer local' });
  return answer.values ?? [];
}

/** Moves the clock to a minute after an hourly run: the server's own next one is most of an hour away. */
async function passAnHourlyRun(): Promise<void> {
  await post(`${url}/local/clock`, { advanceMs: 3_600_000 });
  const runs = await get<{ function: string; startedAt: string }[]>(`${url}/local/executions`);
  const last = Math.max(...runs.filter((one) => one.function === 'hourly').map((one) => Date.parse(one.startedAt)));
  await post(`${url}/local/clock`, { now: last + 3_660_000 });
}

async function refusal(path: string, init: RequestInit): Promise<{ status: number; message: string }> {
  const response = await fetch(`${url}${path}`, init);
  const body = (await response.json()) as { error: { message: string } };
  return { status: response.status, message: body.error.message };
}
const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('a workbook without a sample', () => {
  it('is set up, with one admin in Team and no record', async () => {
    const state = await get<State>(`${url}/local/state`);
    expect(state.spreadsheetId).toBe('local');
    expect(Date.parse(state.now)).toBeGreaterThan(Date.parse('2020-01-01'));
    expect(state.users).toEqual([{ email: admin, name: 'Admin', role: 'admin' }]);
    const shown = state.tabs.filter((tab) => !tab.hidden).map((tab) => tab.title);
    expect(shown.slice(0, 3)).toEqual(['Contacts', 'Companies', 'Deals']);
    expect(state.tabs.find((tab) => tab.title === '_Meta')?.hidden).toBe(true);
    for (const tab of ['Contacts', 'Companies', 'Deals', 'Tasks']) expect(await cells(`${tab}!A2:A`)).toEqual([]);
  });

  it('has the function beside it, answering, and its address and that of the web app in Settings', async () => {
    const health = await fetch(`http://localhost:${rowbook.port + 1}/health`);
    expect(health.status).toBe(200);
    const settings = await cells('Settings!A2:C');
    expect(settings.find(([setting]) => setting === 'Function address')?.[2]).toBe(
      `http://localhost:${rowbook.port + 1}`,
    );
    expect(settings.find(([setting]) => setting === 'Web app address')?.[2]).toBe(`${url}/mobile`);
  });
});

describe('public functions', () => {
  it('are listed with a line each, the fixed names among them', async () => {
    const functions = await get<{ name: string; doc: string }[]>(`${url}/local/functions`);
    const names = functions.map(({ name }) => name);
    for (const name of [
      'setUpWorkbook',
      'findRecords',
      'getRecord',
      'saveRecord',
      'hourly',
      'previewImport',
      'commitImport',
      'undoChangeSet',
      'report',
    ])
      expect(names).toContain(name);
    for (const { name, doc } of functions) expect(doc, name).toMatch(/^[A-Z].*\.$/);
  });

  it('run as google.script.run would, and say what they cost', async () => {
    const saved = await run('saveRecord', [{ tab: 'contacts', changes: { firstName: 'Grace', lastName: 'Hopper' } }]);
    expect(saved.result?.ok).toBe(true);
    expect(saved.calls.reads).toBeGreaterThan(0);
    expect(saved.calls.writes).toBeGreaterThan(0);
    expect(saved.modelledMs).toBeGreaterThan(0);
    expect(saved.cpuMs).toBeGreaterThan(0);
    expect((await cells('Contacts!A2:C2'))[0]).toEqual(['C-1', 'Grace', 'Hopper']);
  });

  it('answer an error for one that is not there or is private', async () => {
    expect((await run('noSuchFunction')).error?.message).toMatch(/noSuchFunction/);
    expect((await run('callerOf_')).error).toBeDefined();
  });

  it('refuse someone who is not in Team', async () => {
    const answer = await run('findRecords', [{}], 'stranger@example.org');
    expect(answer.result).toMatchObject({ ok: false, code: 'not-in-team' });
  });
});

describe('the grid', () => {
  it('takes values as typed, and a block larger than its range spills over', async () => {
    await act('addTab', { tab: 'Notes' });
    await edit('Notes', 'A1', [
      ['when', 'much'],
      ['2026-11-23', '1,054.50'],
    ]);
    expect(await cells('Notes!A1:B2')).toEqual([
      ['when', 'much'],
      ['2026-11-23', '1,054.50'],
    ]);
    const raw = await get<{ values: unknown[][] }>(
      `${url}/v4/spreadsheets/local/values/Notes!A2:B2?valueRenderOption=UNFORMATTED_VALUE`,
      { authorization: 'Bearer local' },
    );
    expect(raw.values).toEqual([[46349, 1054.5]]);
  });

  it('fills a range with one value and grows for what is pasted past its edge', async () => {
    await edit('Notes', 'A3:B4', [['x']]);
    expect(await cells('Notes!A3:B4')).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ]);
    await edit('Notes', 'A1001', [['below'], ['further']]);
    expect(await cells('Notes!A1002')).toEqual([['further']]);
  });

  it('sorts, inserts, deletes, moves and fills, and takes each back', async () => {
    await act('addTab', { tab: 'Acts' });
    const table = [['n'], ['3'], ['1'], ['2']];
    await edit('Acts', 'A1', table);
    const column = async () => (await cells('Acts!A1:A10')).map(([value]) => value ?? '');
    const steps: [string, object, unknown[]][] = [
      ['sort', { column: 'A', range: 'A2:A4' }, ['n', '1', '2', '3']],
      ['insertRows', { row: 2 }, ['n', '', '3', '1', '2']],
      ['deleteRows', { row: 2, count: 2 }, ['n', '2']],
      ['insertColumns', { column: 1 }, []],
      ['deleteColumns', { column: 'A' }, []],
      ['fill', { range: 'A2:A4' }, ['n', '3', '3', '3']],
    ];
    for (const [kind, details, expected] of steps) {
      await act(kind, { tab: 'Acts', ...details });
      expect(await column(), kind).toEqual(expected);
      await act('undo', {});
      expect(await column(), `undo ${kind}`).toEqual(['n', '3', '1', '2']);
      await act('redo', {});
      expect(await column(), `redo ${kind}`).toEqual(expected);
      await act('undo', {});
    }
  });

  it('moves columns to where they are told and back', async () => {
    await act('addTab', { tab: 'Columns' });
    await edit('Columns', 'A1', [['a', 'b', 'c', 'd']]);
    await act('moveColumns', { tab: 'Columns', column: 'A', before: 'D' });
    expect(await cells('Columns!A1:D1')).toEqual([['b', 'c', 'a', 'd']]);
    await act('undo', {});
    expect(await cells('Columns!A1:D1')).toEqual([['a', 'b', 'c', 'd']]);
  });

  it('renames, copies and deletes tabs, and copies the workbook', async () => {
    await act('renameTab', { tab: 'Columns', title: 'Renamed' });
    await act('copyTab', { tab: 'Renamed', title: 'Second' });
    expect(await cells('Second!A1')).toEqual([['a']]);
    await act('deleteTab', { tab: 'Second' });
    const { tabs } = await get<State>(`${url}/local/state`);
    expect(tabs.map(({ title }) => title)).toContain('Renamed');
    expect(tabs.map(({ title }) => title)).not.toContain('Second');
    const copy = (await act('copyWorkbook', { title: 'Next year' })) as { file: string; id: string };
    expect(copy.file).toMatch(/workbook-copy-1\.db$/);
    expect(copy.id).not.toBe('local');
  });

  it('hides rows by a filter from people and from nobody else', async () => {
    await act('filter', { tab: 'Acts', column: 'A', contains: '3' });
    const sheet = await get<{ tabs: { title: string; sheetId: number }[] }>(`${url}/local/page/book`);
    const id = sheet.tabs.find(({ title }) => title === 'Acts')?.sheetId;
    const { rows } = await get<{ rows: number[] }>(`${url}/local/page/rows?sheet=${id}`);
    expect(rows.slice(0, 2)).toEqual([1, 2]);
    expect(rows).not.toContain(3);
    expect(await cells('Acts!A3')).toEqual([['1']]);
    await act('filter', { tab: 'Acts' });
    expect(await get(`${url}/local/page/rows?sheet=${id}`)).toEqual({ rows: null });
  });

  it('keeps members out of what is protected for admins', async () => {
    await edit('Team', 'A3:C3', [['rep@example.com', 'Rep', 'rep']]);
    const typed = json({ user: 'rep@example.com', tab: 'Settings', range: 'C2', values: 'EUR' });
    expect((await refusal('/local/edit', typed)).status).toBe(409);
  });
});

describe('bad requests get a sentence', () => {
  it.each([
    ['/local/edit', { user: admin, tab: 'Nowhere', range: 'A1', values: 'x' }, 404, /no tab “Nowhere”/],
    ['/local/edit', { user: admin, tab: 'Deals', range: 'what', values: 'x' }, 400, /“what” is not a range/],
    ['/local/edit', { user: admin, tab: 'Deals', range: 'A1', values: [] }, 400, /values/],
    ['/local/edit', { tab: 'Deals', range: 'A1', values: 'x' }, 400, /user/],
    ['/local/act', { user: admin, kind: 'explode' }, 400, /kind/],
    ['/local/act', { user: 'nobody@example.com', kind: 'undo' }, 409, /nothing to undo/],
    ['/local/act', { user: admin, kind: 'deleteRows', tab: 'Deals', row: 9_999_999 }, 400, /ends at row/],
    ['/local/clock', { now: 'noon' }, 400, /“noon” is not a time/],
    ['/local/clock', { advanceMs: -1 }, 400, /advanceMs|input/i],
    ['/local/clock', { now: 1e20 }, 400, /is not a time/],
    ['/local/clock', { advanceMs: 1e18 }, 400, /ten years at a time/],
    ['/local/run', { user: admin }, 400, /function/],
    ['/local/run', '{not json', 400, /not JSON/],
  ])('%s %j', async (path, body, status, sentence) => {
    const answer = await refusal(path, json(body));
    expect(answer.status).toBe(status);
    expect(answer.message).toMatch(sentence);
  });

  it.each([200, 5_000, 50_000])('an argument that is a list in a list, %i deep', async (levels) => {
    const lists = `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const body = `{"user":"${admin}","function":"findRecords","args":[${lists}]}`;
    const answer = await refusal('/local/run', json(body));
    expect(answer.status).toBe(400);
    expect(answer.message).toMatch(/100 levels deep/);
  });

  it('an unknown address', async () => {
    expect((await refusal('/local/nothing', {})).status).toBe(404);
  });

  it('a body that is too large', async () => {
    const big = json({ user: admin, tab: 'Notes', range: 'A1', values: 'x'.repeat(25 * 1024 * 1024) });
    expect((await refusal('/local/edit', big)).status).toBe(413);
  });
});

describe('the clock, the inbox and the log', () => {
  it('moves time forward and lists what ran meanwhile', async () => {
    const before = Date.parse((await get<State>(`${url}/local/state`)).now);
    const { now } = await post<{ now: string }>(`${url}/local/clock`, { advanceMs: 2 * 3_600_000 });
    expect(Date.parse(now)).toBeGreaterThanOrEqual(before + 2 * 3_600_000);
    const runs = await get<{ function: string; status: string; trace: string[] }[]>(`${url}/local/executions`);
    const hourly = runs.filter((one) => one.function === 'hourly');
    expect(hourly.length).toBeGreaterThanOrEqual(1);
    expect(hourly.every((one) => one.status === 'done')).toBe(true);
    expect(runs.find((one) => one.function === 'saveRecord')?.trace.length).toBeGreaterThan(0);
    expect(await get<unknown[]>(`${url}/local/inbox`)).toBeInstanceOf(Array);
  });
});

describe('identity', () => {
  it('issues tokens that its certificates verify, for the audience the function expects', async () => {
    const { token } = await get<{ token: string }>(`${url}/local/token?user=${admin}`);
    const certs = await get<{ [kid: string]: string }>(`${url}/local/certs`);
    const [pem = ''] = Object.values(certs);
    const { payload, protectedHeader } = await jwtVerify(token, await importSPKI(pem, 'RS256'), {
      issuer: 'https://accounts.google.com',
      audience: 'rowbook-local.apps.googleusercontent.com',
    });
    expect(payload.email).toBe(admin);
    expect(Object.keys(certs)).toEqual([protectedHeader.kid]);
  });

  it('opens Sheets REST to its tokens and to nothing else', async () => {
    const { token } = await get<{ token: string }>(`${url}/local/token?user=${admin}`);
    const ask = async (authorization?: string) =>
      (await fetch(`${url}/v4/spreadsheets/local`, { headers: authorization ? { authorization } : {} })).status;
    expect(await ask(`Bearer ${token}`)).toBe(200);
    expect(await ask('Bearer local')).toBe(200);
    expect(await ask()).toBe(401);
    expect(await ask('Bearer guess')).toBe(401);
    expect(await ask(`Bearer ${token.slice(0, -4)}AAAA`)).toBe(401);
  });
});

describe('faults', () => {
  it('fail the next REST request once', async () => {
    await post(`${url}/local/faults`, { restStatus: 503 });
    const ask = async () =>
      (await fetch(`${url}/v4/spreadsheets/local`, { headers: { authorization: 'Bearer local' } })).status;
    expect(await ask()).toBe(503);
    expect(await ask()).toBe(200);
  });

  it('fail the next execution at the call that was named', async () => {
    await passAnHourlyRun();
    await post(`${url}/local/faults`, { failCall: 1 });
    const broken = await run('findRecords', [{}]);
    expect(broken.error !== undefined || broken.result?.ok === false).toBe(true);
    expect((await run('findRecords', [{}])).result?.ok).toBe(true);
  });
});
