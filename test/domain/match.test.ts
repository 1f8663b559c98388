// Which of many names fits what somebody typed best.
import { expect, it } from 'vitest';
import { nameFit } from '../../src/domain/match';
import { fold } from '../../src/domain/text';

const cases: [string, string[], number][] = [
  ['Cancity', ['cancity'], 5],
  ['Cancity · GTX Pro', ['cancity'], 4],
  ['Anna Berg', ['anna', 'be'], 4],
  ['Old Cancity', ['cancity'], 3],
  ['Solar roof, Müller-Cancity', ['canc', 'mull'], 3],
  ['Africancity', ['cancity'], 2],
  ['Anna Berg', ['cancity'], 1],
];
it.each(cases)('“%s” for %j: %i', (name, words, fit) => {
  expect(nameFit(fold(name), words)).toBe(fit);
});

it.each([
  ['  Café  NOIR ', 'cafe noir'],
  ['Änne Groß', 'anne gross'],
  ['Søren Ærø', 'soren aero'],
  ['ŁÓDŹ', 'lodz'],
])('“%s” is found as “%s”', (text, folded) => {
  expect(fold(text)).toBe(folded);
});
