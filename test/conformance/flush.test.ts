// APPS_SCRIPT.md 2.4 and 4: buffered writes, flush, locks, killed executions, the model of cost.
import { describe, expect, test } from 'vitest';
import { seededScheduler } from '../../scripts/local/runtime/index';
import { owner, stageScript } from './run-script';

const value = `
  function value() { return SpreadsheetApp.getActive().getSheets()[0].getRange('A1:A9').getValues().map((row) => row[0]).join(''); }`;

describe('2.4 buffered writes', () => {
  const code = `
    function write(flush) {
      const sheet = SpreadsheetApp.getActive().getSheets()[0];
      sheet.getRange('A1').setValue('x');
      const own = sheet.getRange('A1').getValue();
      if (flush) SpreadsheetApp.flush();
      PropertiesService.getScriptProperties().setProperty('written', 'yes');
      for (let times = 0; times < 30; times++) Utilities.sleep(10);
      return own;
    }
    function fail() {
      SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue('x');
      throw new Error('after the write');
    }${value}`;

  /** What other people's actions see between the script's write and its end. */
  async function seenBetween(flush: boolean): Promise<unknown[]> {
    const stage = stageScript(code, { runtime: { scheduler: seededScheduler(1) } });
    const running = stage.call('write', flush);
    const seen = new Set<unknown>();
    const look = () => {
      const session = stage.engine.session('someone');
      const sheetId = session.sheets()[0]?.sheetId ?? 0;
      const [[cell] = []] = session.values({ sheetId, row: 1, column: 1, rows: 1, columns: 1 });
      const written = stage.engine.store('properties:script').get('written') !== null;
      if (written && stage.runtime.executions()[0]?.status === 'running') seen.add(cell);
    };
    for (let times = 0; times < 20; times++) await stage.runtime.act('someone', 'look', look);
    expect(await running).toBe('x');
    expect(await stage.call('value')).toBe('x');
    await stage.close();
    return [...seen];
  }

  test('a script reads its own pending writes, others only what was flushed', async () => {
    expect(await seenBetween(false)).toEqual([null]);
    expect(await seenBetween(true)).toEqual(['x']);
  });

  test('the end of an execution flushes, also when it throws', async () => {
    const stage = stageScript(code);
    await expect(stage.call('fail')).rejects.toThrow('after the write');
    expect(await stage.call('value')).toBe('x');
    await stage.close();
  });
});

describe('4 killed executions', () => {
  const code = `
    function burst() {
      try {
        const sheet = SpreadsheetApp.getActive().getSheets()[0];
        for (let row = 1; row <= 9; row++) sheet.getRange(row, 1).setValue('x');
        PropertiesService.getScriptProperties().getProperties();
      } catch (error) {
        console.log('caught');
      } finally {
        console.log('finally');
      }
    }
    function spin() { for (;;) Utilities.sleep(900); }
    function onEdit() { for (;;) Utilities.sleep(900); }${value}`;

  test('a killed execution leaves a seeded part of its pending writes, in order', async () => {
    const left = new Set<string>();
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const results: unknown[] = [];
      for (let round = 0; round < 2; round++) {
        const stage = stageScript(code);
        stage.runtime.setFaults({ killCall: 21, seed });
        await expect(stage.call('burst')).rejects.toThrow('Exceeded maximum execution time');
        results.push(await stage.call('value'));
        await stage.close();
      }
      expect(results[0]).toBe(results[1]);
      expect(String(results[0])).toMatch(/^x{0,9}$/);
      left.add(String(results[0]));
    }
    expect(left.size).toBeGreaterThan(2);
  });

  test('a kill can neither be caught nor does finally run', async () => {
    const stage = stageScript(code);
    stage.runtime.setFaults({ killCall: 5 });
    await stage.call('burst').catch(() => undefined);
    const entry = stage.runtime.executions()[0];
    expect([entry?.status, entry?.log]).toEqual(['killed', []]);
    await stage.close();
  });

  test('six modelled minutes end an execution, thirty seconds a simple trigger', async () => {
    const stage = stageScript(code, { runtime: { scheduler: seededScheduler(1) } });
    await expect(stage.call('spin')).rejects.toThrow('Exceeded maximum execution time');
    await stage.runtime.fireEdit({ user: owner, sheetId: 0, row: 1, column: 1, rows: 1, columns: 1 });
    const [long, short] = stage.runtime.executions();
    expect([long?.status, short?.status]).toEqual(['killed', 'killed']);
    expect(long?.modelledMs).toBeGreaterThan(360_000);
    expect(long?.modelledMs).toBeLessThan(361_000);
    expect(short?.modelledMs).toBeGreaterThan(30_000);
    expect(short?.modelledMs).toBeLessThan(31_000);
    await stage.close();
  });

  test('a fault fails exactly the call it names, and only once', async () => {
    const stage = stageScript(value);
    stage.runtime.setFaults({ failCall: 4 });
    await expect(stage.call('value')).rejects.toThrow(
      'Service Spreadsheets failed while accessing document with id local.',
    );
    expect(await stage.call('value')).toBe('');
    await stage.close();
  });
});

describe('2.4 cost', () => {
  test('reads and writes are counted, everything else is other, and blocks are cheaper than cells', async () => {
    const stage = stageScript(`
      function block() {
        const sheet = SpreadsheetApp.getActive().getSheets()[0];
        sheet.getRange(1, 1, 100, 2).setValues(sheet.getRange(1, 1, 100, 2).getValues());
        SpreadsheetApp.flush();
      }
      function cells() {
        const sheet = SpreadsheetApp.getActive().getSheets()[0];
        for (let row = 1; row <= 20; row++) sheet.getRange(row, 1).getValue();
      }`);
    const run = (name: string) => stage.runtime.run({ function: name, args: [], user: owner, source: 'client' });
    const block = await run('block');
    const cells = await run('cells');
    expect(block.calls).toEqual({ reads: 1, writes: 1, other: 5 });
    expect(cells.calls.reads).toBe(20);
    expect(cells.modelledMs).toBeGreaterThan(block.modelledMs);
    expect(stage.runtime.executions()[0]?.trace).toContain('Range.setValues Sheet1!A1:B100');
    await stage.close();
  });

  test('the stand-in’s clock moves by the time that an execution would take', async () => {
    const stage = stageScript(`
      function wait() { const before = Date.now(); Utilities.sleep(50); return Date.now() - before; }
    `);
    const before = stage.runtime.now();
    expect(await stage.call('wait')).toBeGreaterThanOrEqual(50);
    expect(stage.runtime.now()).toBeGreaterThanOrEqual(before + 50);
    await stage.close();
  });
});

describe('4 locks', () => {
  const code = `
    function hold(milliseconds) {
      const lock = LockService.getDocumentLock();
      lock.waitLock(10);
      lock.waitLock(10);
      Utilities.sleep(milliseconds);
      if (milliseconds < 0) lock.releaseLock();
      return lock.hasLock();
    }
    function want(kind, milliseconds) {
      const lock = LockService['get' + kind + 'Lock']();
      return lock.tryLock(milliseconds) && lock.hasLock();
    }
    function demand(milliseconds) { LockService.getDocumentLock().waitLock(milliseconds); return true; }
    function alerted() {
      const lock = LockService.getDocumentLock();
      lock.waitLock(10);
      SpreadsheetApp.getUi().alert('Pause');
      Utilities.sleep(500);
    }`;

  /** Runs `hold` until it has the lock, then the second function beside it. */
  async function beside(held: string, heldArgs: unknown[], name: string, ...args: unknown[]) {
    const stage = stageScript(code, { runtime: { scheduler: seededScheduler(7) } });
    const holder = stage.call(held, ...heldArgs);
    const begun = () => (stage.runtime.executions()[0]?.trace.length ?? 0) > 0;
    for (let tries = 0; tries < 1000 && !begun(); tries++) await stage.runtime.act('x', 'wait', () => undefined);
    const second = await stage
      .callAs('second@example.com', 'client', name, ...args)
      .catch((error: Error) => error.message);
    await holder;
    const third = await stage.call('want', 'Document', 0);
    await stage.close();
    return { second, third };
  }

  test('a lock is exclusive, re-entrant, waits in modelled time and is given back at the end', async () => {
    expect(await beside('hold', [60_000], 'want', 'Document', 1000)).toEqual({ second: false, third: true });
    expect(await beside('hold', [500], 'want', 'Document', 30_000)).toEqual({ second: true, third: true });
  });

  test('waitLock throws in Google’s words', async () => {
    expect((await beside('hold', [60_000], 'demand', 1000)).second).toBe(
      'Lock timeout: another process was holding the lock for too long.',
    );
  });

  test('script, document and user locks are different locks, a user’s is the user’s own', async () => {
    expect((await beside('hold', [60_000], 'want', 'Script', 0)).second).toBe(true);
    expect((await beside('hold', [60_000], 'want', 'User', 0)).second).toBe(true);
  });

  test('1.3: locks do not last across an alert', async () => {
    expect((await beside('alerted', [], 'want', 'Document', 200)).second).toBe(true);
  });

  test('a lock that someone else holds costs the time of waiting', async () => {
    const stage = stageScript(code);
    stage.runtime.setFaults({ lockHeldMs: 5000 });
    expect(await stage.call('want', 'Document', 1000)).toBe(false);
    stage.runtime.setFaults({ lockHeldMs: 5000 });
    expect(await stage.call('want', 'Document', 10_000)).toBe(true);
    expect(stage.runtime.executions()[1]?.modelledMs).toBeGreaterThanOrEqual(5000);
    await stage.close();
  });
});
