// Saves that ask the cloud function first: the compiled add-on against a small HTTP server in the function's place.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ValidationRequest, Verdict } from '../../src/domain/validation-exchange';
import type { StartView } from '../../src/rpc/contract';
import { admin, type BundleWorld, bundleWorld } from '../mail/bundle-world';

interface Asked {
  url: string;
  headers: IncomingMessage['headers'];
  body: ValidationRequest;
}

interface Saved {
  status: string;
  warnings?: string[];
  issues?: { field: string; code: string }[];
  conflicts?: { field: string }[];
}

/** Discard's port: below those that are handed out, so nobody comes to listen on it. */
const nobody = 'http://127.0.0.1:9';

let world: BundleWorld;
let server: Server;
let asked: Asked[];
let answer: (request: Asked) => { status: number; body: unknown };

const ok = (index: number): Verdict => ({ index, status: 'ok', issues: [], conflicts: [], merged: [] });
const verdict = (values: Partial<Verdict>) => () => ({ status: 200, body: { verdicts: [{ ...ok(0), ...values }] } });

beforeEach(async () => {
  asked = [];
  answer = () => ({ status: 200, body: { verdicts: [ok(0)] } });
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const seen = {
        url: request.url ?? '',
        headers: request.headers,
        body: JSON.parse(Buffer.concat(parts).toString()),
      };
      asked.push(seen);
      const { status, body } = answer(seen);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world = await bundleWorld({ allowedLocalOrigins: [address, nobody] });
  await world.typeAs(admin, 'Settings', addressRow(), 'Value', `${address}/`);
});
afterEach(async () => {
  await world.close();
  await new Promise((resolve) => server.close(resolve));
});

const addressRow = () => world.rows('Settings').findIndex((row) => row.Setting === 'Function address');

const save = (name = 'Berg AG') => world.ask<Saved>('saveRecord', { tab: 'companies', changes: { name } });

const notices = async () => (await world.ask<StartView>('start', {})).notices.map((notice) => notice.code);

describe('a save with a function', () => {
  it('asks it in the caller’s name, with a deadline and the change', async () => {
    expect(await save()).toMatchObject({ status: 'saved', warnings: [] });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.url).toBe('/v1/workbooks/local/changes:validate');
    expect(asked[0]?.headers.authorization).toBe(`Bearer token of ${admin}`);
    expect(Number(asked[0]?.headers['x-deadline-ms'])).toBeGreaterThan(0);
    expect(asked[0]?.body).toEqual({ changes: [{ tab: 'companies', changes: { name: 'Berg AG' } }] });
  });

  it('stops at what the function finds invalid', async () => {
    const issue = {
      tab: 'companies',
      id: '',
      field: 'name',
      code: 'duplicate',
      expected: '',
      received: '',
      message: '',
    };
    answer = verdict({ status: 'invalid', issues: [issue] });
    expect(await save()).toMatchObject({ status: 'invalid', issues: [{ field: 'name', code: 'duplicate' }] });
    expect(world.rows('Companies')).toEqual([]);
  });

  it.each([
    ['fails', { status: 500, body: '{}' }],
    ['is overloaded', { status: 429, body: '{}' }],
    ['leads elsewhere', { status: 302, body: '' }],
    ['answers with a page', { status: 200, body: '<html>Sign in</html>' }],
    ['forgets a verdict', { status: 200, body: { verdicts: [] } }],
  ])('goes on when it %s, says so, and passes it over for five minutes', async (_, broken) => {
    answer = () => broken;
    const first = await save('One');
    expect(first.status).toBe('saved');
    expect(first.warnings?.join()).toMatch(/could not be reached; saves go on without it until \d\d:\d\d/);
    expect((await save('Two')).status).toBe('saved');
    expect(asked).toHaveLength(1);
    expect(await notices()).toEqual(['function-unreachable']);
    answer = () => ({ status: 200, body: { verdicts: [ok(0)] } });
    await world.runtime.setClock({ advanceMs: 5 * 60_000 + 1000 });
    expect(await save('Three')).toMatchObject({ status: 'saved', warnings: [] });
    expect(asked).toHaveLength(2);
    expect(await notices()).toEqual([]);
    expect(world.rows('Companies').map((row) => row.Name)).toEqual(['One', 'Two', 'Three']);
  });

  it('goes on when nobody listens at its address', async () => {
    await world.typeAs(admin, 'Settings', addressRow(), 'Value', nobody);
    const saved = await save();
    expect(saved.status).toBe('saved');
    expect(saved.warnings?.join()).toContain('could not be reached');
    expect(asked).toEqual([]);
  });

  it('goes on when the function does not know the caller: the add-on’s own rules decide', async () => {
    answer = () => ({
      status: 403,
      body: { status: 403, title: 'Forbidden', detail: 'Not in Team.', code: 'not-in-team' },
    });
    const saved = await save();
    expect(saved.status).toBe('saved');
    expect(saved.warnings?.join()).toContain('Not in Team.');
  });

  it('asks nobody when no address is set', async () => {
    await world.typeAs(admin, 'Settings', addressRow(), 'Value', '');
    expect((await save()).status).toBe('saved');
    expect(asked).toEqual([]);
  });

  it('finds an address that another program wrote at the next hourly run', async () => {
    world.type('Settings', addressRow(), 'Value', '');
    await world.run('hourly');
    expect((await save()).status).toBe('saved');
    expect(asked).toEqual([]);
  });

  it('costs a save no read beyond the seven of the budget', async () => {
    const changes = { name: 'Berg AG' };
    const made = await world.ask<{ record: { id: string } }>('saveRecord', { tab: 'companies', changes });
    const input = { tab: 'companies', id: made.record.id, changes: { industry: 'Tools' } };
    const outcome = await world.runtime.run({ function: 'saveRecord', args: [input], user: admin, source: 'client' });
    expect(outcome.result).toMatchObject({ ok: true, value: { status: 'saved', warnings: [] } });
    expect(asked).toHaveLength(2);
    expect(outcome.calls.reads).toBeLessThanOrEqual(7);
  });
});
