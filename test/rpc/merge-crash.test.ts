// A merge that is cut off at any of its service calls is made again by the same call, and comes to the same as an undisturbed one.
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MergeResult } from '../../src/rpc/contract-duplicates';
import { disagreements } from '../workbook/consistency';
import { admin, forgetPrepared } from '../workbook/world';
import { type MergeWorld, openMergeWorld, type Wanted } from './merge-world';

let world: MergeWorld;
beforeEach(async () => {
  world = await openMergeWorld();
  await world.fill();
});
afterEach(() => world.close());
afterAll(forgetPrepared);

const changes = { email: 'ann@example.org', city: 'Bonn' };
const input = () => world.wanted('contacts', 'C-1', 'C-2', changes);

/** One call that may be killed; its answer, or null where it was. */
async function callOnce(wanted: Wanted, killCall?: number): Promise<MergeResult | null> {
  world.runtime.setFaults(killCall === undefined ? {} : { killCall, seed: killCall });
  const outcome = await world.runtime.run({ function: 'mergeRecords', args: [wanted], user: admin, source: 'client' });
  world.runtime.setFaults({});
  if (outcome.error) return null;
  const reply = outcome.result as { ok: boolean; value: MergeResult };
  expect(reply).toMatchObject({ ok: true });
  return reply.value;
}

/** The first call of the last execution that writes, and the number of its calls. */
function callsOfLast(): { first: number; last: number } {
  const runs = world.runtime.executions().filter(({ function: of }) => of === 'mergeRecords');
  const trace = runs.sort((one, other) => other.id - one.id)[0]?.trace ?? [];
  return { first: trace.findIndex((line) => String(line).includes('setValues')) + 1, last: trace.length };
}

describe('a merge killed at any service call from its first write on', () => {
  it('is made whole by the same call, and undone as a whole', async () => {
    const before = world.seen();
    const first = await world.merge('contacts', 'C-1', 'C-2', changes);
    const merged = world.seen();
    const calls = callsOfLast();
    expect(calls.first).toBeGreaterThan(20);
    expect(calls.last).toBeGreaterThan(100);
    await world.undo(first.changeSet);
    for (let n = calls.first; n <= calls.last; n += 3) {
      const wanted = await input();
      // Its last calls may be fewer than those of the first.
      const whole = await callOnce(wanted, n);
      if (whole) expect(n).toBeGreaterThan(calls.last - 20);
      const again = await callOnce(wanted);
      expect(again, `after a kill at call ${n}`).toMatchObject({
        status: 'merged',
        record: { id: 'C-1' },
        moved: first.moved,
      });
      expect(disagreements(world), `after a kill at call ${n}`).toEqual([]);
      expect(world.seen(), `after a kill at call ${n}`).toEqual(merged);
      await world.undo(again?.status === 'merged' ? again.changeSet : '');
      expect(world.seen(), `undone after a kill at call ${n}`).toEqual(before);
    }
  }, 600_000);

  it('in steps goes on under the same change set, also for a window that has forgotten it', async () => {
    await world.make(
      'deals',
      Array.from({ length: 45 }, (_, index) => ({ name: `D${index}`, stage: 'Lead', amount: 1, contact: 'C-2' })),
    );
    const before = world.seen();
    const first = await world.merge('contacts', 'C-1', 'C-2', changes);
    const merged = world.seen();
    const { last } = callsOfLast();
    await world.undo(first.changeSet);
    for (const [step, share] of [
      [0, 0.5],
      [0, 0.8],
      [1, 0.6],
      [1, 0.95],
      [2, 0.7],
      [2, 0.9],
    ] as const) {
      const wanted = await input();
      for (let done = 0; done < step; done++) expect(await callOnce(wanted)).toMatchObject({ status: 'more' });
      await callOnce(wanted, Math.round(last * share));
      const sets = new Set<string>();
      for (;;) {
        // A window that is opened anew looks at both again.
        const next = await callOnce(await input());
        if (next?.status !== 'more' && next?.status !== 'merged') throw new Error(JSON.stringify(next));
        sets.add(next.changeSet);
        if (next.status === 'merged') break;
      }
      expect(disagreements(world)).toEqual([]);
      expect([sets.size, world.seen()]).toEqual([1, merged]);
      await world.undo([...sets][0] ?? '');
      expect(world.seen()).toEqual(before);
    }
  }, 600_000);
});
