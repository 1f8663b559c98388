// Who goes next, by seed: like the seeded scheduler, but with haste and patience, so that a person's action or another
// execution also comes late in a commit, and with a record of which call came at which moment.
import { seededRandom } from '../../scripts/local/runtime/random';
import type { Scheduler } from '../../scripts/local/runtime/types';

export interface Order extends Scheduler {
  /** How many turns have been given. */
  readonly turns: () => number;
}

/** Turns that somebody is kept waiting at most. */
const longestWait = 70;

export function unfairOrder(seed: number): Order {
  const random = seededRandom(seed);
  const traits = new Map<number, { from: number; weight: number }>();
  let turns = 0;
  const traitsOf = (execution: number) => {
    const known = traits.get(execution);
    if (known) return known;
    const from = random() < 0.4 ? turns : turns + Math.floor(random() * longestWait);
    const drawn = { from, weight: [0.1, 1, 1, 10][Math.floor(random() * 4)] ?? 1 };
    traits.set(execution, drawn);
    return drawn;
  };
  return {
    lockstep: true,
    seed,
    turns: () => turns,
    next: (waiting) => {
      turns += 1;
      const all = waiting.map(({ execution }, index) => ({ index, ...traitsOf(execution) }));
      const ready = all.filter(({ from }) => from <= turns);
      if (ready.length === 0) return all.reduce((best, one) => (one.from < best.from ? one : best)).index;
      let at = random() * ready.reduce((sum, { weight }) => sum + weight, 0);
      for (const { index, weight } of ready) {
        at -= weight;
        if (at <= 0) return index;
      }
      return ready[ready.length - 1]?.index ?? 0;
    },
  };
}
