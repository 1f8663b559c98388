// A figure as text, by its unit.
import type { Unit } from '../../src/domain/reports/definitions';
import { moneyText, numberText, percentText, shortMoneyText } from '../format';

/** Null means that there is nothing to compute it from. `short` is for headlines. */
export function figureText(value: number | null, unit: Unit, currency: string, short = false): string {
  if (value === null) return '—';
  switch (unit) {
    case 'deals':
      return numberText(value);
    case 'money':
      return short && Math.abs(value) >= 1e6 ? shortMoneyText(value, currency) : moneyText(roundTo(value, 2), currency);
    case 'ratio':
      return percentText(value);
    case 'days':
      return `${numberText(roundTo(value, 1))} days`;
  }
}

function roundTo(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
