// Whether the model test has teeth: a run of a known seed with a defect in the add-on must fail, and pass without it.
import type { Workshop } from './book';
import { buildDefect, type Defect } from './defects';
import { runSeed } from './run';

export interface Bite {
  readonly seed: number;
  /** What gave the defect away. */
  readonly failures: readonly string[];
}

/** The first of these seeds that catches the defect and passes without it; null when none does. */
export async function bite(workshop: Workshop, defect: Defect, seeds: readonly number[]): Promise<Bite | null> {
  const { folder, remove } = await buildDefect(defect);
  try {
    for (const seed of seeds) {
      const { failures } = await runSeed(workshop, seed, { addon: folder });
      if (failures.length === 0) continue;
      const sound = await runSeed(workshop, seed);
      if (sound.failures.length === 0) return { seed, failures };
    }
    return null;
  } finally {
    remove();
  }
}
