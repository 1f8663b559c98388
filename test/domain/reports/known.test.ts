// An unknown sum is not a sum of zero.
import { expect, it } from 'vitest';
import { knownSum, pipelineReport, wonBehind } from '../../../src/domain/reports';
import { deal, source } from './deals';

it.each([
  [0, { count: 2, unknown: 2 }, null],
  [0, { count: 2, unknown: 1 }, 0],
  [7, { count: 2, unknown: 1 }, 7],
  [0, { count: 0, unknown: 0 }, 0],
])('%d of %o is %s', (sum, behind, expected) => {
  expect(knownSum(sum, behind)).toBe(expected);
});

it('an owner’s won value is unknown where no won deal has an amount', () => {
  const { owners } = pipelineReport(
    source([
      deal({ stage: 'Won', owner: 'Ann' }),
      deal({ stage: 'Won', owner: 'Ben' }),
      deal({ stage: 'Won', owner: 'Ben', amount: 0 }),
      deal({ owner: 'Cy' }),
    ]),
  );
  const known = owners.map((line) => [line.name, knownSum(line.wonValue, wonBehind(line))]);
  expect(Object.fromEntries(known)).toEqual({ Ann: null, Ben: 0, Cy: 0 });
});
