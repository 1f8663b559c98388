// Who goes next, by seed: like the seeded scheduler, but with haste and patience, so that a person's action or another
// execution also comes late in a commit, and with a record of which call came at which moment.
import { seededRandom } from '../../scripts/local/runtime/random';
import type { Scheduler } from '../../scripts/local/runtime/types';
import type { Turn } from './window';

export interface Order extends Scheduler {
  /** The turns that have been given. */
  readonly turns: readonly Turn[];
}

const decisive = /releaseLock|flush/;

/** Turns that somebody is kept waiting at most. */
const longestWait = 70;

export function unfairOrder(seed: number): Order {
  const random = seededRandom(seed);
  const traits = new Map<number, { from: number; weight: number }>();
  const given: Turn[] = [];
  const traitsOf = (execution: number) => {
    const known = traits.get(execution);
    if (known) return known;
    const from = given.length + (random() < 0.4 ? 0 : Math.floor(random() * longestWait));
    const drawn = { from, weight: [0.1, 1, 1, 10][Math.floor(random() * 4)] ?? 1 };
    traits.set(execution, drawn);
    return drawn;
  };
  return {
    lockstep: true,
    seed,
    turns: given,
    next: (waiting) => {
      const index = choose(waiting);
      const turn = waiting[index];
      if (turn) {
        given.push(turn);
        // Just after a flush or a lock's release it matters most who else comes first.
        if (decisive.test(turn.call) && random() < 0.25) {
          const from = given.length + Math.floor(random() * longestWait);
          traits.set(turn.execution, { ...traitsOf(turn.execution), from });
        }
      }
      return index;
    },
  };

  function choose(waiting: readonly Turn[]): number {
    const all = waiting.map(({ execution }, index) => ({ index, ...traitsOf(execution) }));
    const ready = all.filter(({ from }) => from <= given.length);
    if (ready.length === 0) return all.reduce((best, one) => (one.from < best.from ? one : best)).index;
    let at = random() * ready.reduce((sum, { weight }) => sum + weight, 0);
    for (const { index, weight } of ready) {
      at -= weight;
      if (at <= 0) return index;
    }
    return ready[ready.length - 1]?.index ?? 0;
  }
}
