// Formulas in R1C1 notation and back.
import { expect, it } from 'vitest';
import { fromR1C1, toR1C1 } from '../../scripts/local/engine/formula/r1c1';

it.each([
  ['=G7*0.1', '=RC[-1]*0.1'],
  ['=$G$7+G8', '=R7C7+R[1]C[-1]'],
  ['=SUM(A1:B2)', '=SUM(R[-6]C[-7]:R[-5]C[-6])'],
  ['=\'My tab\'!A7&"R1C1"', '=\'My tab\'!RC[-7]&"R1C1"'],
  ['=SUM(A:C)', '=SUM(C[-7]:C[-5])'],
  ['=SUM(7:7)', '=SUM(R:R)'],
  ['=ROUND(H$1,2)', '=ROUND(R1C,2)'],
])('%s in H7 is %s', (a1, r1c1) => {
  expect(toR1C1(a1, 7, 8)).toBe(r1c1);
  expect(fromR1C1(r1c1, 7, 8)).toBe(a1);
});

it('reads from another cell as copied there', () => {
  expect(fromR1C1(toR1C1('=G7*$A$1', 7, 8), 3, 8)).toBe('=G3*$A$1');
  expect(fromR1C1(toR1C1('=G1', 7, 8), 3, 8)).toBe('=#REF!');
});
