// Numbers and money in the spellings that sheets and exports hold: "$1,234.50", "1.234,50 €", "12k", "(500)".
import type { SourceCell } from './source';

/** What parts the fraction from the whole: decided per column, since "1.234" can be either. */
export type DecimalMark = '.' | ',';

export interface Money {
  /** Major units. */
  amount: number;
  /** ISO code where a sign or code says it beyond doubt; `$` says none (many countries' dollars). */
  currency: string | null;
}

const signs: { [sign: string]: string | null } = { '€': 'EUR', '£': 'GBP', '₹': 'INR', '₽': 'RUB', $: null, '¥': null };
const scales: { [letter: string]: number } = { k: 1e3, m: 1e6, mn: 1e6, mio: 1e6, b: 1e9, bn: 1e9 };

/** A comma column is one where some value can only be read so: `1.234,50` or `12,5`. */
export function decimalMark(cells: readonly SourceCell[]): DecimalMark {
  let [comma, point] = [0, 0];
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const digits = cell.replace(/[^\d.,]/g, '');
    if (/^\d{1,3}(\.\d{3})+,\d+$/.test(digits) || /^\d+,(\d{1,2}|\d{4,})$/.test(digits)) comma++;
    if (/^\d{1,3}(,\d{3})+\.\d+$/.test(digits) || /^\d+\.(\d{1,2}|\d{4,})$/.test(digits)) point++;
  }
  return comma > point ? ',' : '.';
}

/** A plain number's text; null if it is none. Groups of thousands must be groups of three. */
function readNumber(text: string, mark: DecimalMark): number | null {
  const group = mark === '.' ? ',' : '.';
  const compact = text.replace(/[\s'’\u00a0\u202f]/g, '');
  const [whole = '', fraction, ...rest] = compact.split(mark);
  if (rest.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return null;
  const groups = whole.split(group);
  if (groups.length > 1 && !(groups.slice(1).every((part) => part.length === 3) && /^\d{1,3}$/.test(groups[0] ?? '')))
    return null;
  const digits = groups.join('');
  if (!/^\d*$/.test(digits) || digits + (fraction ?? '') === '') return null;
  return Number(`${digits || '0'}.${fraction || '0'}`);
}

/** The amount and, where it is beyond doubt, the currency. Accounting's brackets and a minus behind mean negative. */
export function parseMoney(cell: SourceCell, mark: DecimalMark = '.'): Money | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { amount: cell, currency: null } : null;
  if (typeof cell !== 'string') return null;
  // Swiss and German prices end in a dash for no cents: “1'200.–”.
  let text = cell
    .trim()
    .replace(/[\u2212\u2013\u2014]/g, '-')
    .replace(/[.,]-+$/, '');
  let currency: string | null = null;
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed) text = bracketed[1] ?? '';
  for (const [sign, code] of Object.entries(signs)) {
    if (!text.includes(sign)) continue;
    currency = code;
    text = text.replace(sign, '');
  }
  const code = /(?:^|[\s\d-])([A-Z]{3})(?=$|[\s\d-])/.exec(text);
  if (code?.[1]) {
    currency = code[1];
    text = text.replace(code[1], '');
  }
  const negative = Boolean(bracketed) || /^\s*-|-\s*$/.test(text);
  text = text.replace(/^\s*[-+]|-\s*$/g, '').trim();
  const scaled = /^(.*\d)\s*(k|mn|mio|m|bn|b)\.?$/i.exec(text);
  const number = readNumber(scaled?.[1] ?? text, mark);
  if (number === null) return null;
  const amount = number * (scales[scaled?.[2]?.toLowerCase() ?? ''] ?? 1);
  return { amount: negative ? -amount : amount, currency };
}

/** A plain number; units and signs of money do not count as one. */
export function parseNumber(cell: SourceCell, mark: DecimalMark = '.'): number | null {
  if (typeof cell === 'string' && /[^\d\s.,'’+\-()\u00a0\u202f\u2212kKmM]/.test(cell.trim())) return null;
  return parseMoney(cell, mark)?.amount ?? null;
}

/**
 * A share as 0..1. `whole` says that the column writes 50 for half, which one value alone cannot show.
 * A percent sign always means hundredths.
 */
export function parsePercent(cell: SourceCell, mark: DecimalMark, whole: boolean): number | null {
  const signed = typeof cell === 'string' && cell.trim().endsWith('%');
  const number = parseNumber(signed ? cell.trim().slice(0, -1) : cell, mark);
  if (number === null) return null;
  return signed || whole ? number / 100 : number;
}
