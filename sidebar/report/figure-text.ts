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
      return short && Math.abs(value) >= 1e8 ? shortMoneyText(value, currency) : moneyText(roundTo(value, 2), currency);
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

/** The money of one line; a dash where no amount is known, because that is not zero. */
export function amountText(line: { count: number; value: number; unknown: number }, currency: string): string {
  return line.count > 0 && line.unknown === line.count ? '—' : moneyText(line.value, currency);
}
