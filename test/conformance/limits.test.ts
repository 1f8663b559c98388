// APPS_SCRIPT.md 4: mail, properties, cache, fetching, simultaneous executions.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usualFacts } from '../../scripts/local/unverified';
import { owner, runScript, stageScript } from './run-script';

describe('4 mail', () => {
  const code = `
    function send(to, options) { MailApp.sendEmail({ to, subject: 'S', body: 'Text', ...options }); return MailApp.getRemainingDailyQuota(); }
    function old() { MailApp.sendEmail('a@example.com', 'S', 'B', { htmlBody: '<b>B</b>', name: 'Rowbook', replyTo: 'r@example.com' }); }
    function bodyless() { MailApp.sendEmail({ to: 'a@example.com', subject: 'S', htmlBody: '<b>' }); }
    function left() { return MailApp.getRemainingDailyQuota(); }`;
  const many = (count: number) => Array.from({ length: count }, (_, index) => `p${index}@example.com`).join(',');

  test('a mail lies in the inbox, sent by the effective user', async () => {
    const stage = stageScript(code);
    await stage.call('old');
    expect(stage.runtime.inbox()).toEqual([
      {
        to: 'a@example.com',
        cc: '',
        bcc: '',
        replyTo: 'r@example.com',
        name: 'Rowbook',
        from: owner,
        subject: 'S',
        text: 'B',
        html: '<b>B</b>',
        at: expect.stringMatching(/^2026-10-19T10:00:/),
      },
    ]);
    await stage.close();
  });

  test('every recipient counts, for a day from the first use', async () => {
    const stage = stageScript(code);
    expect(await stage.call('send', many(40), { cc: 'c@example.com', bcc: 'd@example.com' })).toBe(58);
    expect(await stage.call('send', many(50))).toBe(8);
    await expect(stage.call('send', many(9))).rejects.toThrow('Service invoked too many times for one day: email.');
    expect(await stage.callAs('other@example.com', 'client', 'left')).toBe(100);
    await stage.runtime.setClock({ advanceMs: 24 * 3_600_000 });
    expect(await stage.call('left')).toBe(100);
    expect(stage.runtime.inbox()).toHaveLength(2);
    await stage.close();
  });

  test('fifty recipients, 200 KB and a plain text are the rules of one message', async () => {
    const stage = stageScript(code);
    await expect(stage.call('send', many(51))).rejects.toThrow('Limit Exceeded: Email Recipients Per Message.');
    await expect(stage.call('send', 'a@example.com', { htmlBody: 'x'.repeat(200 * 1024 + 1) })).rejects.toThrow(
      'Body Size',
    );
    await expect(stage.call('send', 'nobody')).rejects.toThrow('Invalid email: nobody');
    await expect(stage.call('send', '')).rejects.toThrow('no recipient');
    await expect(stage.call('bodyless')).rejects.toThrow('Failed to send email');
    expect(stage.runtime.inbox()).toEqual([]);
    await stage.close();
  });

  test('a fault takes the quota of the next execution only', async () => {
    const stage = stageScript(code);
    stage.runtime.setFaults({ mailQuota: 0 });
    await expect(stage.call('send', 'a@example.com')).rejects.toThrow('too many times for one day');
    expect(await stage.call('send', 'a@example.com')).toBe(99);
    await stage.close();
  });
});

describe('4 properties and cache', () => {
  test('properties are text; a missing one is null; setting answers the store', async () => {
    const body = `
      const store = PropertiesService.getDocumentProperties();
      const same = store.setProperty('a', '1').setProperties({ b: true, n: 5 }).deleteProperty('none');
      return [same === store, store.getProperty('a'), store.getProperty('b'), store.getProperty('n'), store.getProperty('x'),
        store.getKeys().sort().join(), Object.keys(store.setProperties({ z: 'z' }, true).getProperties()).join()];`;
    const five = usualFacts.propertyNumbersAsJava ? '5.0' : '5';
    expect(await runScript(body)).toEqual([true, '1', 'true', five, null, 'a,b,n', 'z']);
  });

  test('script properties are everybody’s, user properties one’s own', async () => {
    const stage = stageScript(`
      function set(kind) { PropertiesService['get' + kind + 'Properties']().setProperty('k', 'v'); }
      function get(kind) { return PropertiesService['get' + kind + 'Properties']().getProperty('k'); }`);
    for (const kind of ['Script', 'User']) await stage.call('set', kind);
    expect(await stage.callAs('other@example.com', 'client', 'get', 'Script')).toBe('v');
    expect(await stage.callAs('other@example.com', 'client', 'get', 'User')).toBe(null);
    expect(await stage.call('get', 'Document')).toBe(null);
    await stage.close();
  });

  test('9 KB a value and 500 KB a store', async () => {
    await expect(
      runScript("PropertiesService.getScriptProperties().setProperty('k', 'x'.repeat(9 * 1024 + 1));"),
    ).rejects.toThrow('Argument too large: value');
    await expect(
      runScript(`
        const store = PropertiesService.getScriptProperties();
        for (let part = 0; part < 60; part++) store.setProperty('k' + part, 'x'.repeat(9 * 1024));`),
    ).rejects.toThrow('You have exceeded the property storage quota.');
  });

  test('cache entries end, are text, and have limits', async () => {
    const stage = stageScript(`
      function put(seconds) { CacheService.getScriptCache().put('k', 'v', seconds); }
      function get() { return CacheService.getScriptCache().get('k'); }
      function all() { const cache = CacheService.getUserCache(); cache.putAll({ a: '1', b: '2' }); cache.remove('a'); return cache.getAll(['a', 'b']); }
      function large(what) { CacheService.getScriptCache().put(what === 'key' ? 'x'.repeat(251) : 'k', 'x'.repeat(what === 'key' ? 1 : 102401)); }`);
    await stage.call('put', 60);
    expect(await stage.call('get')).toBe('v');
    await stage.runtime.setClock({ advanceMs: 61_000 });
    expect(await stage.call('get')).toBe(null);
    expect(await stage.call('all')).toEqual({ b: '2' });
    await expect(stage.call('large', 'key')).rejects.toThrow('Argument too large: key');
    await expect(stage.call('large', 'value')).rejects.toThrow('Argument too large: value');
    await stage.close();
  });
});

describe('4 fetching', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url, headers } = request;
        const code = Number(/\/status\/(\d+)/.exec(url ?? '')?.[1] ?? 200);
        response.writeHead(code, { 'content-type': 'application/json', 'x-test': 'yes' });
        response.end(
          JSON.stringify({
            method,
            url,
            type: headers['content-type'],
            auth: headers.authorization,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const code = `
    function get(url, options) {
      const response = UrlFetchApp.fetch(url, options || {});
      return [response.getResponseCode(), response.getHeaders()['x-test'], JSON.parse(response.getContentText())];
    }
    function form(url) { return JSON.parse(UrlFetchApp.fetch(url, { method: 'post', payload: { a: 'ü', b: '2' } }).getContentText()); }
    function attempt(url) { UrlFetchApp.fetch(url); }`;

  test('method, headers, payload go out; code, headers, text come back', async () => {
    const stage = stageScript(code, { runtime: { allowedLocalOrigins: [origin] } });
    const options = {
      method: 'post',
      contentType: 'application/json',
      headers: { Authorization: 'Bearer t' },
      payload: '{"name":"Zoë"}',
    };
    expect(await stage.call('get', `${origin}/x`, options)).toEqual([
      200,
      'yes',
      { method: 'POST', url: '/x', type: 'application/json', auth: 'Bearer t', body: '{"name":"Zoë"}' },
    ]);
    expect(await stage.call('form', `${origin}/f`)).toMatchObject({
      type: 'application/x-www-form-urlencoded',
      body: 'a=%C3%BC&b=2',
    });
    await stage.close();
  });

  test('an answer of 400 or more throws unless it is muted', async () => {
    const stage = stageScript(code, { runtime: { allowedLocalOrigins: [origin] } });
    await expect(stage.call('get', `${origin}/status/503`)).rejects.toThrow(
      `Request failed for ${origin} returned code 503. Truncated server response:`,
    );
    expect(await stage.call('get', `${origin}/status/503`, { muteHttpExceptions: true })).toEqual([
      503,
      'yes',
      expect.objectContaining({ method: 'GET' }),
    ]);
    await stage.close();
  });

  test('the machine itself and plain http cannot be reached, except what the stand-in allows', async () => {
    const stage = stageScript(code);
    await expect(stage.call('attempt', `${origin}/x`)).rejects.toThrow('Address unavailable');
    await expect(stage.call('attempt', 'http://example.com/')).rejects.toThrow('invalid URL');
    await expect(stage.call('attempt', 'nonsense')).rejects.toThrow('Invalid argument');
    await stage.close();
  });

  test('5.2: an allowlist refuses every address that is not on it or below it', async () => {
    const stage = stageScript(code, { manifest: { urlFetchWhitelist: ['https://crm.example.invalid/api'] } });
    for (const url of ['https://other.invalid/', 'https://crm.example.invalid/apix', 'https://crm.example.invalid/']) {
      await expect(stage.call('attempt', url)).rejects.toThrow('urlFetchWhitelist');
    }
    for (const url of ['https://crm.example.invalid/api', 'https://crm.example.invalid/api/v1?x=1']) {
      await expect(stage.call('attempt', url)).rejects.toThrow('Address unavailable');
    }
    await stage.close();
  });
});

describe('4 simultaneous executions, and what survives a restart', () => {
  test('the thirty-first execution of one person is refused', async () => {
    const stage = stageScript('function wait() { Utilities.sleep(400); return 1; }');
    const runs = Array.from({ length: 31 }, (_, index) =>
      stage.runtime.run({ function: 'wait', args: [], user: owner, source: 'client', client: `page ${index}` }),
    );
    const refused = (await Promise.all(runs)).filter(({ error }) => error);
    expect(refused.map(({ error }) => error?.message)).toEqual([
      'There are too many scripts running simultaneously for this Google user account.',
    ]);
    await stage.close();
  });

  test('inbox, properties, triggers and clock are there again after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rowbook-store-'));
    const file = join(folder, 'book.db');
    const code = `
      function fill() {
        MailApp.sendEmail('a@example.com', 'S', 'B');
        PropertiesService.getDocumentProperties().setProperty('k', 'v');
        ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();
      }
      function tick() {}
      function look() { return [PropertiesService.getDocumentProperties().getProperty('k'), ScriptApp.getProjectTriggers().length, MailApp.getRemainingDailyQuota()]; }`;
    const first = stageScript(code, { file });
    await first.call('fill');
    await first.runtime.setClock({ advanceMs: 3_600_000 });
    const now = first.runtime.now();
    await first.close();
    const second = stageScript(code, { file });
    expect(await second.call('look')).toEqual(['v', 1, 99]);
    expect(second.runtime.inbox()).toHaveLength(1);
    expect(second.runtime.now()).toBeGreaterThanOrEqual(now);
    await second.close();
    rmSync(folder, { recursive: true });
  });
});
