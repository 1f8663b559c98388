// Values inside formulas: scalars, errors, ranges as matrices, and Sheets' conversions between them.
import { displayText } from '../format';
import type { LocaleRules } from '../locale';
import { parseNumber } from '../parse';
import { parseDateTime } from '../parse-date';

export type ErrorCode = '#REF!' | '#N/A' | '#NAME?' | '#VALUE!' | '#DIV/0!' | '#NUM!' | '#NULL!' | '#ERROR!';

const CODES: readonly string[] = ['#REF!', '#N/A', '#NAME?', '#VALUE!', '#DIV/0!', '#NUM!', '#NULL!', '#ERROR!'];

/** An error value; thrown while computing, shown as its code. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';

  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

export type Scalar = string | number | boolean | null | FormulaError;
export type Matrix = Scalar[][];
export type Value = Scalar | Matrix;

export function isErrorCode(text: string): text is ErrorCode {
  return CODES.includes(text);
}

/** One value of a range: its only cell, else the operation does not apply. Throws an error value. */
export function scalar(value: Value): string | number | boolean | null {
  const single = Array.isArray(value) ? onlyCell(value) : value;
  if (single instanceof FormulaError) throw single;
  return single;
}

function onlyCell(matrix: Matrix): Scalar {
  if (matrix.length !== 1 || matrix[0]?.length !== 1) throw new FormulaError('#VALUE!');
  return matrix[0][0] ?? null;
}

/** Blank is 0, a text that reads as a number or date is that. */
export function toNumber(value: Value, rules: LocaleRules): number {
  const single = scalar(value);
  if (typeof single === 'number') return single;
  if (typeof single === 'boolean') return single ? 1 : 0;
  if (single === null) return 0;
  const read = parseNumber(single.trim(), rules) ?? parseDateTime(single.trim(), rules, () => 1970);
  if (!read) throw new FormulaError('#VALUE!');
  return read.value;
}

export function toText(value: Value, rules: LocaleRules): string {
  const single = scalar(value);
  return single === null ? '' : displayText(single, '', rules);
}

export function toBoolean(value: Value): boolean {
  const single = scalar(value);
  if (typeof single === 'string') {
    if (/^true$/i.test(single)) return true;
    if (/^false$/i.test(single)) return false;
    throw new FormulaError('#VALUE!');
  }
  return Boolean(single);
}

/** All scalars of an argument, ranges row by row. */
export function flat(value: Value): Scalar[] {
  return Array.isArray(value) ? value.flat() : [value];
}

/** Numbers as SUM sees them: in a range only numbers count, a value given directly is converted. Throws on error values. */
export function numbers(args: readonly Value[], rules: LocaleRules): number[] {
  return args.flatMap((argument) => {
    if (!Array.isArray(argument)) return argument === null ? [] : [toNumber(argument, rules)];
    return argument.flat().filter((cell): cell is number => {
      if (cell instanceof FormulaError) throw cell;
      return typeof cell === 'number';
    });
  });
}

/** -1, 0 or 1; numbers before texts before booleans, texts without regard to case. A blank counts as the other side's empty value. */
export function compareValues(left: Value, right: Value): number {
  const a = scalar(left);
  const b = scalar(right);
  const first = a ?? emptyLike(b);
  const second = b ?? emptyLike(a);
  const rank = (value: unknown): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  if (rank(first) !== rank(second)) return Math.sign(rank(first) - rank(second));
  const x = typeof first === 'string' ? first.toLowerCase() : first;
  const y = typeof second === 'string' ? second.toLowerCase() : second;
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

function emptyLike(other: string | number | boolean | null): string | number | boolean {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}
