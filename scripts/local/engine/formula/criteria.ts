// SUMIF and its kin: criteria such as "Won", ">=10" or "A*", without regard to case.
import type { LocaleRules } from '../locale';
import { parseBoolean, parseNumber } from '../parse';
import { parseDateTime } from '../parse-date';
import type { Surroundings } from './surroundings';
import { compareValues, FormulaError, flat, type Scalar, scalar, type Value } from './values';

type Test = (value: Scalar) => boolean;
type OwnFunction = (args: readonly Value[], around: Surroundings) => Value;

/** Reads a criterion; error values never fit. */
function readCriterion(criterion: Value, rules: LocaleRules): Test {
  const given = scalar(criterion);
  const [, operator = '', text = ''] = /^(<=|>=|<>|=|<|>)?(.*)$/s.exec(String(given ?? '')) ?? [];
  const wanted = typeof given === 'string' ? readOperand(text, rules) : given;
  if (operator === '' || operator === '=') return equals(wanted, operator === '=');
  if (operator === '<>') {
    const same = equals(wanted, true);
    return (value) => !same(value);
  }
  return (value) => {
    if (value instanceof FormulaError || typeof value !== typeof wanted) return false;
    const order = compareValues(value, wanted);
    if (operator === '<') return order < 0;
    if (operator === '>') return order > 0;
    return operator === '<=' ? order <= 0 : order >= 0;
  };
}

function readOperand(text: string, rules: LocaleRules): string | number | boolean {
  const trimmed = text.trim();
  const read = parseNumber(trimmed, rules) ?? parseDateTime(trimmed, rules, () => new Date(0).getUTCFullYear());
  return parseBoolean(trimmed) ?? read?.value ?? text;
}

/** `=` alone asks for blank cells. In texts `*` stands for anything and `?` for one character. */
function equals(wanted: string | number | boolean | null, blankFits: boolean): Test {
  if (wanted === '' || wanted === null) return (value) => value === null || (!blankFits && value === '');
  if (typeof wanted !== 'string') return (value) => value === wanted;
  const source = wanted
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const pattern = new RegExp(`^${source}$`, 'is');
  return (value) => typeof value === 'string' && pattern.test(value);
}

/** Positions at which every range fits its criterion. */
function fitting(pairs: readonly Value[], rules: LocaleRules): number[] {
  if (pairs.length < 2 || pairs.length % 2 !== 0) throw new FormulaError('#N/A');
  let positions: number[] | null = null;
  for (let index = 0; index < pairs.length; index += 2) {
    const cells = flat(pairs[index] ?? null);
    const test = readCriterion(pairs[index + 1] ?? null, rules);
    const candidates: number[] = positions ?? cells.map((_, position) => position);
    positions = candidates.filter((position) => test(cells[position] ?? null));
  }
  return positions ?? [];
}

/** Numbers of a range at these positions. */
function pick(range: Value, positions: readonly number[]): number[] {
  const cells = flat(range);
  return positions.map((position) => cells[position]).filter((cell): cell is number => typeof cell === 'number');
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function average(values: readonly number[]): number {
  if (values.length === 0) throw new FormulaError('#DIV/0!');
  return sum(values) / values.length;
}

export const CRITERIA_FUNCTIONS: Record<string, OwnFunction> = {
  COUNTIF: (args, { rules }) => fitting(args, rules).length,
  COUNTIFS: (args, { rules }) => fitting(args, rules).length,
  SUMIF: ([range = null, criterion = null, summed = range], { rules }) =>
    sum(pick(summed, fitting([range, criterion], rules))),
  SUMIFS: ([summed = null, ...pairs], { rules }) => sum(pick(summed, fitting(pairs, rules))),
  AVERAGEIF: ([range = null, criterion = null, averaged = range], { rules }) =>
    average(pick(averaged, fitting([range, criterion], rules))),
  AVERAGEIFS: ([averaged = null, ...pairs], { rules }) => average(pick(averaged, fitting(pairs, rules))),
};
