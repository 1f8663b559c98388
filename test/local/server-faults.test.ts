// POST /local/faults: what a test may order to go wrong, and that orders add up.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { get, launch, post, type RowbookProcess } from './rowbook-process';

const admin = 'admin@example.com';
let rowbook: RowbookProcess;

beforeAll(async () => {
  rowbook = await launch({ args: ['--sample', 'none'] });
});
afterAll(async () => {
  await rowbook?.stop();
});

const nothing = {
  lockHeldMs: null,
  mailQuota: null,
  failCall: null,
  killCall: null,
  seed: null,
  restStatus: null,
  restDelayMs: null,
  restReadsPerMinute: null,
  restWritesPerMinute: null,
};
afterEach(() => post(`${rowbook.url}/local/faults`, nothing));

const order = (faults: object) => post(`${rowbook.url}/local/faults`, faults);

/** Status and error of a Sheets request. */
async function sheets(path: string, init: RequestInit = {}) {
  const response = await fetch(`${rowbook.url}/v4/spreadsheets/local${path}`, {
    ...init,
    headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
  });
  const { error } = (await response.json()) as { error?: { message: string; status: string; details: object[] } };
  return { status: response.status, error };
}

async function failsNext(): Promise<boolean> {
  const run = { user: admin, function: 'findRecords', args: [{}] };
  const { error, result } = await post<{ error?: object; result?: { ok: boolean } }>(`${rowbook.url}/local/run`, run);
  return error !== undefined || result?.ok === false;
}

describe('faults', () => {
  it('that were ordered one after the other all happen', async () => {
    await order({ failCall: 1 });
    await order({ restStatus: 503 });
    await order({ restDelayMs: 1 });
    expect((await sheets('')).status).toBe(503);
    expect(await failsNext()).toBe(true);
    expect([(await sheets('')).status, await failsNext()]).toEqual([200, false]);
  });

  it.each([null, 0])('are taken back by name with %s, the others stand', async (off) => {
    await order({ failCall: 1, restStatus: 503 });
    await order({ restStatus: off });
    expect((await sheets('')).status).toBe(200);
    expect(await failsNext()).toBe(true);
    await order({ failCall: 1 });
    await order({ failCall: off });
    expect(await failsNext()).toBe(false);
  });

  it('that do not exist are refused with what there is', async () => {
    const response = await fetch(`${rowbook.url}/local/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ restStatus: 503, killcall: 3 }),
    });
    const { error } = (await response.json()) as { error: { message: string } };
    expect(response.status).toBe(400);
    expect(error.message).toMatch(/“killcall” is not a fault: there are .*killCall/);
    expect((await sheets('')).status).toBe(200);
  });
});

describe('Google’s quota of Sheets requests', () => {
  const write = () => sheets('/values/Contacts!A2:clear', { method: 'POST', body: '{}' });

  it('is off until it is asked for', async () => {
    const answers = await Promise.all(Array.from({ length: 61 }, () => sheets('?fields=spreadsheetId')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });

  it('answers 429 with Google’s body, reads and writes counted apart, until the next minute', async () => {
    const { now } = await get<{ now: string }>(`${rowbook.url}/local/state`);
    // A whole minute lies ahead.
    await post(`${rowbook.url}/local/clock`, { advanceMs: 60_000 - (Date.parse(now) % 60_000) });
    await order({ restReadsPerMinute: 2 });
    const read = () => sheets('?fields=spreadsheetId');
    expect([(await read()).status, (await read()).status]).toEqual([200, 200]);
    const refused = await read();
    expect(refused.status).toBe(429);
    expect(refused.error).toMatchObject({
      status: 'RESOURCE_EXHAUSTED',
      message: expect.stringContaining("limit 'Read requests per minute per user'"),
      details: [
        {
          reason: 'RATE_LIMIT_EXCEEDED',
          metadata: { quota_limit: 'ReadRequestsPerMinutePerUser', quota_limit_value: '2' },
        },
        { '@type': 'type.googleapis.com/google.rpc.Help' },
      ],
    });
    expect((await sheets('/developerMetadata:search', { method: 'POST', body: '{"dataFilters":[]}' })).status).toBe(
      429,
    );
    expect((await write()).status).toBe(200);
    await post(`${rowbook.url}/local/clock`, { advanceMs: 60_000 });
    expect((await read()).status).toBe(200);
    await order({ restWritesPerMinute: 1 });
    expect([(await write()).status, (await write()).status]).toEqual([200, 429]);
  });
});
