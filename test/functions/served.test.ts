// The built function as `npm start` runs it, beside a real workbook: what a save asks it, what it reports, who gets in.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PipelineReport } from '../../src/domain/reports';
import type { Verdict } from '../../src/domain/validation-exchange';
import type { Reply, ReportLink, ReportResult, SaveResult } from '../../src/rpc/contract';
import { get, launch, post, type RowbookProcess } from '../local/rowbook-process';

const admin = 'admin@example.com';
let rowbook: RowbookProcess;
let address = '';

beforeAll(async () => {
  rowbook = await launch({ args: ['--sample', 'none'] });
  address = `http://localhost:${rowbook.port + 1}`;
  await save({ name: 'Big one', stage: 'Proposal', amount: 1200.5, closeDate: '2026-12-24', owner: 'Admin' });
  await save({ name: '=HYPERLINK("x")', stage: 'Won', amount: 300, startedOn: '2026-01-01', closedOn: '2026-01-11' });
  await save({ name: 'Gone', stage: 'Lost', lostReason: 'Price' });
});

afterAll(async () => {
  await rowbook.stop();
});

async function run<T>(name: string, input: unknown, user = admin): Promise<T> {
  const { result } = await post<{ result: Reply<T> }>(`${rowbook.url}/local/run`, {
    user,
    function: name,
    args: [input],
  });
  if (!result.ok) throw new Error(`${name}: ${result.code} ${result.message}`);
  return result.value;
}

async function save(changes: object, more: object = {}): Promise<SaveResult> {
  return run<SaveResult>('saveRecord', { tab: 'deals', changes, ...more });
}

async function token(user = admin): Promise<string> {
  return (await get<{ token: string }>(`${rowbook.url}/local/token?user=${user}`)).token;
}

async function ask(path: string, options: { user?: string; body?: unknown } = {}): Promise<Response> {
  return fetch(`${address}/v1/workbooks/local/${path}`, {
    method: options.body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${await token(options.user)}`, 'content-type': 'application/json' },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
}

describe('the function beside a workbook', () => {
  it('reports the same as the workbook itself', async () => {
    const inside = await run<ReportResult>('report', { name: 'pipeline' });
    const outside = (await (await ask('reports/pipeline')).json()) as PipelineReport;
    expect(outside).toEqual(inside);
    expect(inside.figures.find(({ key }) => key === 'weighted')?.value).toBe(600.25);
    expect(inside.figures.find(({ key }) => key === 'winRate')?.value).toBe(0.5);
    expect(inside.figures.find(({ key }) => key === 'cycleWonMean')?.value).toBe(10);
  });

  it('reports inside and outside with the same filters and rows', async () => {
    const input = { name: 'pipeline', filters: { owner: admin }, rows: 'open' };
    const inside = await run<ReportResult>('report', input);
    const outside = (await (await ask(`reports/pipeline?owner=${admin}&rows=open`)).json()) as ReportResult;
    expect(inside.rows).toEqual({ rows: 'open', total: 1, ids: ['D-1'] });
    expect(outside).toEqual(inside);
  });

  it('knows the version, and both values of a conflict', async () => {
    await save({ amount: 1300 }, { id: 'D-1', baseVersion: 1 });
    const change = { tab: 'deals', id: 'D-1', baseVersion: 1, base: { amount: 1200.5 }, changes: { amount: 1400 } };
    const body = { changes: [change, { ...change, base: { name: 'Big one' }, changes: { name: 'Bigger one' } }] };
    const { verdicts } = (await (await ask('changes:validate', { body })).json()) as { verdicts: Verdict[] };
    expect(verdicts.map(({ status }) => status)).toEqual(['conflict', 'ok']);
    expect(verdicts[0]?.conflicts[0]).toMatchObject({ base: 1200.5, mine: 1400, theirs: 1300 });
  });

  it('is asked by a save, which a stage that does not exist never gets past', async () => {
    expect(await save({ name: 'A', stage: 'Someday' })).toMatchObject({
      status: 'invalid',
      issues: [{ field: 'stage', code: 'choice' }],
    });
    expect((await save({ name: 'A', stage: 'Lead' })).status).toBe('saved');
  });

  it('lets nobody in whose email is not in Team', async () => {
    const response = await ask('reports/pipeline', { user: 'eve@example.com' });
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('Big one');
  });

  it('opens its page by a link from the add-on, without a token', async () => {
    const { url } = await run<ReportLink>('reportLink', { name: 'pipeline' });
    expect(url.startsWith(`${address}/r/`)).toBe(true);
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Average won deal');
    const csv = await (await fetch(`${url}?format=csv`)).text();
    expect(csv).toContain('Figure,,Weighted forecast,Value,');
  });
});
