// One clock for everything the stand-in runs: the workbook, the add-on, the function beside it and the tokens between them.
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get, launch, post, type RowbookProcess, temporaryFolder } from './rowbook-process';

const admin = 'admin@example.com';
let rowbook: RowbookProcess;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  rowbook = await launch({ store: join(folder.path, 'workbook.db'), args: ['--sample', 'none'] });
});
afterAll(async () => {
  await rowbook?.stop();
  await folder.remove();
});

const moveClock = (body: object) => post<{ now: string }>(`${rowbook.url}/local/clock`, body);
const token = async () => (await get<{ token: string }>(`${rowbook.url}/local/token?user=${admin}`)).token;

/** The day that the function's report is of. */
async function functionsToday(bearer: string): Promise<string> {
  const report = `http://localhost:${rowbook.port + 1}/v1/workbooks/local/reports/pipeline`;
  return (await get<{ today: string }>(report, { authorization: `Bearer ${bearer}` })).today;
}

async function addonsToday(): Promise<string> {
  const run = { user: admin, function: 'report', args: [{ name: 'pipeline' }] };
  const { result } = await post<{ result: { value: { today: string } } }>(`${rowbook.url}/local/run`, run);
  return result.value.today;
}

describe('the clock of the stand-in', () => {
  it.each([
    ['some days ahead', '2026-12-03T12:00:00Z'],
    ['back again', '2026-01-02T12:00:00Z'],
    ['years ahead', '2033-05-06T12:00:00Z'],
    ['years back', '2021-07-08T12:00:00Z'],
  ])('is the function’s clock too: %s', async (_, now) => {
    // Missed runs are not what this is about.
    await moveClock({ now, missed: 'once' });
    expect([await addonsToday(), await functionsToday(await token())]).toEqual([now.slice(0, 10), now.slice(0, 10)]);
  });

  it('is what a token is issued and checked by', async () => {
    await moveClock({ now: '2027-03-01T12:00:00Z', missed: 'once' });
    const issued = await token();
    const { iat = 0, exp = 0, aud, azp } = decodeJwt(issued);
    expect(Math.abs(iat * 1000 - Date.parse('2027-03-01T12:00:00Z'))).toBeLessThan(60_000);
    expect(exp - iat).toBe(3600);
    // As Google's tokens have it, where whoever asked for it is whom it is for.
    expect(azp).toBe(aud);
    await moveClock({ advanceMs: 2 * 3_600_000 });
    await expect(functionsToday(issued)).rejects.toThrow('401');
    const rest = `${rowbook.url}/v4/spreadsheets/local?fields=spreadsheetId`;
    await expect(get(rest, { authorization: `Bearer ${issued}` })).rejects.toThrow('401');
    await expect(get(rest, { authorization: `Bearer ${await token()}` })).resolves.toEqual({ spreadsheetId: 'local' });
  });
});

describe('a move of the clock', () => {
  interface Run {
    function: string;
    source: string;
    status: string;
  }
  const dayMs = 24 * 3_600_000;
  const now = async () => Date.parse((await get<{ now: string }>(`${rowbook.url}/local/state`)).now);
  const hourlyRuns = async () =>
    (await get<Run[]>(`${rowbook.url}/local/executions`)).filter(({ source }) => source === 'timeTrigger').length;

  it('that more runs fall into than anyone waits for is refused before anything moves, and says how far one may go', async () => {
    const [before, runs] = [await now(), await hourlyRuns()];
    const refused = await fetch(`${rowbook.url}/local/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advanceMs: 200 * dayMs }),
    });
    const { error } = (await refused.json()) as { error: { message: string } };
    expect(refused.status).toBe(400);
    const furthest = Date.parse(/move to (\S+) at most/.exec(error.message)?.[1] ?? '');
    expect(furthest - before).toBeGreaterThan(99 * dayMs);
    expect(furthest - before).toBeLessThan(101 * dayMs);
    expect((await now()) - before).toBeLessThan(60_000);
    expect(await hourlyRuns()).toBe(runs);
  });

  it('over two months has each trigger fire once when asked so', async () => {
    const [before, runs] = [await now(), await hourlyRuns()];
    await moveClock({ advanceMs: 60 * dayMs, missed: 'once' });
    expect((await now()) - before).toBeGreaterThanOrEqual(60 * dayMs);
    expect(await hourlyRuns()).toBe(runs + 1);
  });

  it('carries out each run, answers other questions meanwhile, and skips none when the server is stopped on the way', async () => {
    const [start, runs] = [await now(), await hourlyRuns()];
    const move = fetch(`${rowbook.url}/local/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advanceMs: 5 * dayMs }),
    }).catch(() => null);
    await expect.poll(hourlyRuns, { timeout: 30_000, interval: 50 }).toBeGreaterThan(runs + 2);
    expect(await now()).toBeLessThan(start + dayMs);
    const { store, port } = rowbook;
    await rowbook.stop();
    await move;
    rowbook = await launch({ store, port, args: ['--sample', 'none'] });
    expect(await now()).toBeLessThan(start + 2 * dayMs);
  });
});
