// The model test (see test/torture): short random runs of three people, triggers, kills and held locks, the same that
// `npm run torture` does in great numbers; and ten seeded defects that it must catch.
import { afterAll, describe, expect, it } from 'vitest';
import { Workshop } from '../torture/book';
import { defects, seedsOf } from '../torture/defects';
import { report, runSeed } from '../torture/run';
import { bite } from '../torture/teeth';

const workshop = new Workshop();
afterAll(() => workshop.close());

const runs = 200;
const perTest = 20;
const starts = Array.from({ length: runs / perTest }, (_, index) => 1 + index * perTest);

/** Runs that long ones have found to fail, of this generator's: each is mended, and stays so. */
const onceFailed = [
  1003500, 1006275, 1012682, 1022163, 3003450, 4000488, 4000998, 4003573, 5004212, 6000973, 6005620, 7002067, 8007963,
  9001503, 10002624, 10002633, 11002377, 12003259, 13000666, 14000778,
];

describe('whatever people do to the grid together, records stay whole and every change is known', () => {
  it.each(starts)(`in ${perTest} runs from seed %i on`, async (first) => {
    for (let seed = first; seed < first + perTest; seed++) {
      const result = await runSeed(workshop, seed);
      if (result.failures.length > 0) expect.fail(report(result));
    }
  });

  it.each(onceFailed)('in the run from seed %i, which has failed once', async (seed) => {
    const result = await runSeed(workshop, seed);
    if (result.failures.length > 0) expect.fail(report(result));
  });

  it('and the same seed gives the same run', async () => {
    const [one, other] = [await runSeed(workshop, 7), await runSeed(workshop, 7)];
    expect(one.fingerprint).toBe(other.fingerprint);
  });
});

describe('the model test has teeth: it catches', () => {
  it.each(defects.map((defect) => [defect.name, defect] as const))('%s', async (_, defect) => {
    expect(await bite(workshop, defect, seedsOf(defect))).not.toBeNull();
  });
});
