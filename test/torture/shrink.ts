// Makes a failing run smaller: steps are dropped one by one as long as the run still fails.
import type { Workshop } from './book';
import { type RunOptions, type RunResult, runSeed } from './run';

/** The smallest failing run that dropping single steps leads to; the run itself when it never fails without any of them. */
export async function smaller(workshop: Workshop, failed: RunResult, options: RunOptions): Promise<RunResult> {
  let best = failed;
  let steps = failed.rounds.flat().map(({ n }) => n);
  for (const dropped of [...steps].reverse()) {
    const keep = steps.filter((n) => n !== dropped);
    if (keep.length === 0) break;
    const result = await runSeed(workshop, failed.seed, { ...options, keep });
    if (result.failures.length === 0) continue;
    best = result;
    steps = keep;
  }
  return best;
}
