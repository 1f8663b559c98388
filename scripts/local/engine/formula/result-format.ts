// The format a formula's result brings to a cell without one: dates stay dates.
import { isDateFormat } from '../format';
import type { LocaleRules } from '../locale';
import type { Rect } from '../types';
import type { Node } from './syntax';
import type { Reference } from './tokens';

const DATES = new Set(['TODAY', 'DATE', 'EDATE', 'EOMONTH', 'DATEVALUE', 'TO_DATE']);

export interface FormatSource {
  rules: LocaleRules;
  /** Null when the reference leads nowhere. */
  rect(reference: Reference): Rect | null;
  numberFormat(sheetId: number, row: number, column: number): string;
}

/** '' when the result has no format of its own. */
export function resultFormat(node: Node | null, source: FormatSource): string {
  if (!node) return '';
  if (node.kind === 'call') {
    if (DATES.has(node.name)) return source.rules.dateFormat;
    if (node.name === 'NOW') return source.rules.dateTimeFormat;
    return node.name === 'TIME' ? 'h:mm' : '';
  }
  if (node.kind === 'reference') {
    const rect = source.rect(node.reference);
    return rect ? source.numberFormat(rect.sheetId, rect.row, rect.column) : '';
  }
  if (node.kind === 'binary' && (node.operator === '+' || node.operator === '-')) {
    const left = resultFormat(node.left, source);
    const right = resultFormat(node.right, source);
    // A date and some days is a date; two dates apart is a number of days.
    return isDateFormat(left) && !isDateFormat(right) ? left : '';
  }
  return '';
}
