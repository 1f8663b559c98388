// A figure as text, by its unit.
import type { Behind, Unit } from '../../src/domain/reports';
import { knownSum } from '../../src/domain/reports/known';
import { moneyText, numberText, percentText, shortMoneyText } from '../numbers';
import * as words from '../words';

/** Null means that there is nothing to compute it from. `short` is for headlines. */
export function figureText(value: number | null, unit: Unit, currency: string, short = false): string {
  if (value === null) return '—';
  switch (unit) {
    case 'deals':
      return numberText(value);
    case 'money':
      return short && Math.abs(value) >= 1e8 ? shortMoneyText(value, currency) : moneyText(roundTo(value, 2), currency);
    case 'ratio':
      return percentText(value);
    case 'days':
      return words.days(roundTo(value, 1));
  }
}

function roundTo(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}

/** A sum over deals; a dash where no amount is known, because that is not zero. */
export function sumText(sum: number, of: Behind, currency: string): string {
  return figureText(knownSum(sum, of), 'money', currency);
}

/** The same to whole units: many columns beside each other, and sums that are no exact amounts. */
export function wholeText(sum: number, of: Behind, currency: string): string {
  return sumText(Math.round(sum), of, currency);
}
