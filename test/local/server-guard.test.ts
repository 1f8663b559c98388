// Who may talk to the local server. Asked of the guard itself; the running server is asked in server.test.ts.
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { guard } from '../../scripts/local/server/guard';
import { RequestError } from '../../scripts/local/server/problem';

const app = new Hono();
app.onError((error, context) => context.json({}, error instanceof RequestError ? error.status : 500));
app.use(guard(8850));
app.all('*', (context) => context.text('in'));

async function status(path: string, headers: Record<string, string>, method = 'GET', body?: string): Promise<number> {
  const request = new Request(`http://localhost:8850${path}`, { method, headers, ...(body ? { body } : {}) });
  return (await app.request(request)).status;
}

const own = { host: 'localhost:8850' };

it.each([
  ['its own name', { host: 'localhost:8850' }, 200],
  ['its own address', { host: '127.0.0.1:8850' }, 200],
  ['another name that points here', { host: 'evil.example:8850' }, 403],
  ['another port', { host: 'localhost:9999' }, 403],
  ['no name', {}, 403],
])('a request under %s', async (_, headers: Record<string, string>, expected) => {
  expect(await status('/local/state', headers)).toBe(expected);
});

it.each([
  ['http://localhost:8850', 200],
  ['http://127.0.0.1:8850', 200],
  ['https://localhost:8850', 403],
  ['http://localhost:3000', 403],
  ['https://evil.example', 403],
  ['null', 403],
])('an Origin of %s', async (origin, expected) => {
  expect(await status('/local/state', { ...own, origin })).toBe(expected);
});

it.each([
  ['none', 200],
  ['same-origin', 200],
  ['same-site', 403],
  ['cross-site', 403],
])('a request that the browser calls %s', async (site, expected) => {
  expect(await status('/local/state', { ...own, 'sec-fetch-site': site })).toBe(expected);
});

it('lets a page of this machine link to it, and no page of the web', async () => {
  const link = { ...own, 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' };
  for (const path of ['/', '/mobile?r=C-1']) {
    expect(await status(path, { ...link, 'sec-fetch-site': 'same-site' })).toBe(200);
    expect(await status(path, { ...link, 'sec-fetch-site': 'cross-site' })).toBe(403);
  }
});

it('serves panels to frames only', async () => {
  const crossing = { ...own, 'sec-fetch-site': 'cross-site' };
  expect(await status('/local/frame/abc', { ...crossing, 'sec-fetch-dest': 'iframe' })).toBe(200);
  expect(await status('/local/frame/abc', { ...crossing, 'sec-fetch-dest': 'script' })).toBe(403);
  expect(await status('/local/frame/abc', { ...crossing, 'sec-fetch-dest': 'iframe' }, 'POST', '{}')).toBe(403);
});

it('takes bodies as JSON only, because forms of other pages cannot send that', async () => {
  const types: [string, number][] = [
    ['application/json', 200],
    ['application/json; charset=utf-8', 200],
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
  ];
  for (const [type, expected] of types) {
    expect(await status('/local/run', { ...own, 'content-type': type }, 'POST', '{}'), type).toBe(expected);
  }
});
