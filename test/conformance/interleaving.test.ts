// APPS_SCRIPT.md 7.3 and 8: executions and people really interleave between any two calls, replayably.
import { describe, expect, test } from 'vitest';
import { seededScheduler } from '../../scripts/local/runtime/index';
import { owner, stageScript } from './run-script';

const code = `
  function free() {
    const cell = SpreadsheetApp.getActive().getSheets()[0].getRange('A1');
    cell.setValue(Number(cell.getValue()) + 1);
  }
  function locked() {
    const lock = LockService.getDocumentLock();
    lock.waitLock(60000);
    const cell = SpreadsheetApp.getActive().getSheets()[0].getRange('A1');
    cell.setValue(Number(cell.getValue()) + 1);
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
  function unflushed() {
    const lock = LockService.getDocumentLock();
    lock.waitLock(60000);
    const cell = SpreadsheetApp.getActive().getSheets()[0].getRange('A1');
    cell.setValue(Number(cell.getValue()) + 1);
    lock.releaseLock();
    Utilities.sleep(1);
  }
  function random() { return [Math.random(), Utilities.getUuid(), Date.now()]; }
  function total() { return SpreadsheetApp.getActive().getSheets()[0].getRange('A1').getValue(); }`;

/** Two executions at the same time under each seed; how the counter stands after each. */
async function totals(name: string, seeds: readonly number[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const seed of seeds) {
    const stage = stageScript(code, { runtime: { scheduler: seededScheduler(seed) } });
    await Promise.all([stage.call(name), stage.callAs('second@example.com', 'client', name)]);
    found.push(await stage.call('total'));
    await stage.close();
  }
  return found;
}

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

describe('8 interleaving', () => {
  test('a read-modify-write without a lock loses an update under some seed, one with a lock under none', async () => {
    expect(await totals('free', seeds)).toContain(1);
    expect(await totals('locked', seeds)).toEqual(seeds.map(() => 2));
  });

  test('7.4: a lock that is released before flush loses an update under some seed', async () => {
    expect(await totals('unflushed', seeds)).toContain(1);
  });

  test('the same seed gives the same run: order, times, randomness', async () => {
    const runs: unknown[] = [];
    for (let round = 0; round < 3; round++) {
      const stage = stageScript(code, { runtime: { scheduler: seededScheduler(42) } });
      const results = await Promise.all([
        stage.call('locked'),
        stage.callAs('second@example.com', 'client', 'random'),
        stage.runtime.act('person', 'type', () => undefined),
        stage.callAs('third@example.com', 'client', 'locked'),
      ]);
      runs.push([
        results,
        stage.runtime.executions().map(({ trace, modelledMs, startedAt }) => ({ trace, modelledMs, startedAt })),
      ]);
      await stage.close();
    }
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
  });

  test('a person’s action takes its place between two calls of an execution', async () => {
    const places = new Set<number>();
    for (const seed of seeds) {
      const stage = stageScript(code, { runtime: { scheduler: seededScheduler(seed) } });
      const running = stage.call('locked');
      places.add(await stage.runtime.act(owner, 'sort', () => stage.runtime.executions()[0]?.trace.length ?? -1));
      await running;
      await stage.close();
    }
    expect(places.size).toBeGreaterThan(2);
  });

  test('an action that throws rejects, and the others go on', async () => {
    const stage = stageScript(code, { runtime: { scheduler: seededScheduler(3) } });
    const running = stage.call('locked');
    const failing = stage.runtime.act(owner, 'break', () => {
      throw new Error('no such row');
    });
    await expect(failing).rejects.toThrow('no such row');
    await running;
    expect(await stage.call('total')).toBe(1);
    await stage.close();
  });

  test('in real time too, executions that start together run side by side', async () => {
    const stage = stageScript(code);
    await Promise.all(
      Array.from({ length: 6 }, (_, index) => stage.callAs(`p${index}@example.com`, 'client', 'locked')),
    );
    expect(await stage.call('total')).toBe(6);
    await stage.close();
  });
});
