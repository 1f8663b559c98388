// `npm run torture -- --defects`: for each seeded defect a seed that catches it, printed as a table. The seeds known to catch are
// tried first.
import { Workshop } from './book';
import { defects, seedsOf } from './defects';
import { bite } from './teeth';

/** Seeds tried for a defect that its known seed does not catch any more. */
const mostSeeds = 1000;

/** Answers whether every defect was caught. */
export async function printDefects(): Promise<boolean> {
  const workshop = new Workshop();
  let caught = 0;
  for (const defect of defects) {
    const others = Array.from({ length: mostSeeds }, (_, index) => index + 1);
    const found = await bite(workshop, defect, [...seedsOf(defect), ...others]);
    if (found) caught += 1;
    const what = found ? `seed ${String(found.seed).padStart(4)}: ${found.failures[0]}` : 'NOT CAUGHT';
    console.log(`${defect.name.padEnd(32)} ${what}`);
  }
  await workshop.close();
  console.log(`${caught} of ${defects.length} defects caught`);
  return caught === defects.length;
}
