// APPS_SCRIPT.md 1.1 and 1.2: the language, the globals, how functions are found.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { owner, runScript, type Stage, stageScript } from './run-script';

const absent = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'atob',
  'btoa',
  'crypto',
  'structuredClone',
  'AbortController',
  'performance',
  'queueMicrotask',
  'WebSocket',
  'Buffer',
  'process',
  'global',
  'window',
  'document',
  'require',
  'module',
];

describe('1.1 language and globals', () => {
  let bare: Stage;
  beforeAll(() => {
    bare = stageScript('function use(name) { return eval(name); }');
  });
  afterAll(() => bare.close());

  test.each(absent)('a use of %s fails', async (name) => {
    await expect(bare.call('use', name)).rejects.toThrow(`${name} is not defined`);
  });

  test('nothing of the machine can be reached through a service or a value it gave', async () => {
    const body = `
      const seen = [];
      const values = sheet.getRange(1, 1).getValues();
      for (const thing of [SpreadsheetApp, sheet, values, Utilities.formatDate, console.log, new Date(), Logger]) {
        const outer = thing.constructor.constructor('return typeof process + typeof require')();
        seen.push(outer);
      }
      return seen;`;
    expect(new Set((await runScript(body)) as string[])).toEqual(new Set(['undefinedundefined']));
  });

  test('values of services are of the script’s own realm', async () => {
    const body = `
      sheet.getRange('A1').setValue(new Date(0));
      const values = sheet.getRange('A1').getValues();
      let caught;
      try { sheet.getRange(0, 0); } catch (error) { caught = error; }
      return [values instanceof Array, values[0][0] instanceof Date, caught instanceof Error, caught.name];`;
    expect(await runScript(body)).toEqual([true, true, true, 'Exception']);
  });

  test('async functions and promises work, without parallelism', async () => {
    const code = `async function later() { const one = await Promise.resolve(1); return one + 1; }`;
    const stage = stageScript(code);
    expect(await stage.call('later')).toBe(2);
    await stage.close();
  });

  test('dates without a zone are in the script’s zone, ISO days are UTC', async () => {
    const body = `return [new Date('2025-01-31').toISOString(), new Date('01/31/2025').toISOString(),
      new Date('2025-01-31 00:00').toISOString(), Session.getScriptTimeZone()];`;
    const before = process.env.TZ;
    process.env.TZ = 'Europe/Berlin';
    try {
      expect(await runScript(body, { manifest: { timeZone: 'Europe/Berlin' } })).toEqual([
        '2025-01-31T00:00:00.000Z',
        '2025-01-30T23:00:00.000Z',
        '2025-01-30T23:00:00.000Z',
        'Europe/Berlin',
      ]);
    } finally {
      process.env.TZ = before;
    }
  });

  test('a process in another zone than the manifest’s is refused', () => {
    expect(() => stageScript('', { manifest: { timeZone: 'Asia/Tokyo' } })).toThrow('TZ=Asia/Tokyo');
  });

  test('Utilities.sleep takes at most five minutes', async () => {
    await expect(runScript('Utilities.sleep(300001);')).rejects.toThrow('Invalid argument');
  });

  test('formatDate follows Java’s patterns and the zone named', async () => {
    const body = `
      const date = new Date('2026-03-29T01:30:00Z');
      return ['yyyy-MM-dd', "yyyy-MM-dd'T'HH:mm", 'u', 'H', 'EEE, d MMM yyyy', "h 'o''clock' a", 'Z', 'XXX', 'D', 'dd.MM.yy']
        .map((pattern) => Utilities.formatDate(date, 'Europe/Berlin', pattern));`;
    expect(await runScript(body)).toEqual([
      '2026-03-29',
      '2026-03-29T03:30',
      '7',
      '3',
      'Sun, 29 Mar 2026',
      "3 o'clock AM",
      '+0200',
      '+02:00',
      '88',
      '29.03.26',
    ]);
  });

  test('digests and base64 give signed bytes', async () => {
    const body = `
      const digest = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'Zoë', Utilities.Charset.UTF_8);
      const hmac = Utilities.computeHmacSha256Signature('value', 'key');
      return [digest.length, Math.min(...digest) < 0, Utilities.base64Encode(hmac),
        Utilities.newBlob(Utilities.base64Decode(Utilities.base64Encode('Zoë'))).getDataAsString(),
        Utilities.base64DecodeWebSafe('_-8').join()];`;
    expect(await runScript(body)).toEqual([32, true, 'kPv88V50o2uJ29sqch2a7P/f3dxcg+J/dZJZT3GTJIE=', 'Zoë', '-1,-17']);
  });

  test('what the stand-in lacks says so', async () => {
    await expect(runScript('sheet.getRange(1, 1).randomize();')).rejects.toThrow(
      'Range.randomize is not in the stand-in',
    );
    await expect(runScript('SpreadsheetApp.create("x");')).rejects.toThrow(
      'SpreadsheetApp.create is not in the stand-in',
    );
    await expect(runScript('GmailApp.sendEmail("x");')).rejects.toThrow('GmailApp.sendEmail is not in the stand-in');
  });
});

describe('1.2 functions and executions', () => {
  let stage: Stage;
  beforeAll(() => {
    stage = stageScript(`
      let count = 0;
      const plus = (a, b) => a + b;
      var minus = function (a, b) { return a - b; };
      function next() { count += 1; return count; }
      function secret_() { return 'secret'; }
      (() => { globalThis.hidden = () => 1; })();
    `);
  });
  afterAll(() => stage.close());

  test('every execution evaluates the script anew', async () => {
    expect([await stage.call('next'), await stage.call('next')]).toEqual([1, 1]);
  });

  test('declared functions and functions in constants are found, properties set inside are not', async () => {
    expect(stage.runtime.functions().sort()).toEqual(['minus', 'next', 'plus']);
    expect(await stage.call('plus', 1, 2)).toBe(3);
    expect(await stage.call('minus', 1, 2)).toBe(-1);
    await expect(stage.call('hidden')).rejects.toThrow('Script function not found: hidden');
  });

  test('a name that ends in _ is private', async () => {
    await expect(stage.call('secret_')).rejects.toThrow('Script function not found: secret_');
  });

  test('a script that cannot be parsed fails in every execution, with its sentence', async () => {
    const broken = stageScript('function ok() { return 1 }\nfunction (');
    await expect(broken.callAs(owner, 'client', 'ok')).rejects.toThrow('Function statements require a function name');
    await broken.close();
  });
});
