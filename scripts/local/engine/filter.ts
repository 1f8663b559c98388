// Which rows a filter hides: by values that are not to be shown, and by a condition on each column. The header row stays.
import { EngineError } from './errors';
import type { LocaleRules } from './locale';
import { parseDateTime } from './parse-date';
import type { Reader } from './reader';
import type { CellValue, FilterCondition, FilterEntry } from './types';

interface Cell {
  value: CellValue;
  /** As people see it. */
  shown: string;
}
type Test = (cell: Cell) => boolean;

/** Rows of the filter's range, as the cells are now, that do not fit. Throws for a condition that is not known here. */
export function misfits(reader: Reader, { rect, criteria }: FilterEntry, rules: LocaleRules): number[] {
  const rows = rect.rows - 1;
  if (rows < 1 || criteria.length === 0) return [];
  const first = rect.row + 1;
  const hidden = new Set<number>();
  for (const { column, hiddenValues, condition } of criteria) {
    const strip = { ...rect, row: first, rows, column, columns: 1 };
    const values = reader.values(strip);
    const shown = reader.displayValues(strip);
    const unwanted = new Set(hiddenValues);
    const fits = condition ? testOf(condition, rules) : () => true;
    for (let index = 0; index < rows; index += 1) {
      const cell = { value: values[index]?.[0] ?? null, shown: shown[index]?.[0] ?? '' };
      if (unwanted.has(cell.shown) || !fits(cell)) hidden.add(first + index);
    }
  }
  return [...hidden].sort((a, b) => a - b);
}

function testOf({ type, values }: FilterCondition, rules: LocaleRules): Test {
  const [first = '', second = ''] = values;
  const test =
    texts(first.toLowerCase())[type] ?? numbers(Number(first), Number(second))[type] ?? dates(first, rules)[type];
  if (!test) throw new EngineError('bad-argument', `The filter condition ${type} is not in the stand-in.`);
  return test;
}

/** Case does not matter, as in a filter's menu. */
function texts(wanted: string): { [type: string]: Test } {
  const text = ({ shown }: Cell) => shown.toLowerCase();
  return {
    CELL_EMPTY: ({ shown }) => shown === '',
    CELL_NOT_EMPTY: ({ shown }) => shown !== '',
    TEXT_CONTAINS: (cell) => text(cell).includes(wanted),
    TEXT_DOES_NOT_CONTAIN: (cell) => !text(cell).includes(wanted),
    TEXT_EQUAL_TO: (cell) => text(cell) === wanted,
    TEXT_NOT_EQUAL_TO: (cell) => text(cell) !== wanted,
    TEXT_STARTS_WITH: (cell) => text(cell).startsWith(wanted),
    TEXT_ENDS_WITH: (cell) => text(cell).endsWith(wanted),
  };
}

function numbers(one: number, other: number): { [type: string]: Test } {
  const number =
    (test: (value: number) => boolean): Test =>
    ({ value }) =>
      typeof value === 'number' && test(value);
  const between = (value: number) => value >= one && value <= other;
  return {
    NUMBER_EQUAL_TO: number((value) => value === one),
    NUMBER_NOT_EQUAL_TO: number((value) => value !== one),
    NUMBER_GREATER_THAN: number((value) => value > one),
    NUMBER_GREATER_THAN_OR_EQUAL_TO: number((value) => value >= one),
    NUMBER_LESS_THAN: number((value) => value < one),
    NUMBER_LESS_THAN_OR_EQUAL_TO: number((value) => value <= one),
    NUMBER_BETWEEN: number(between),
    NUMBER_NOT_BETWEEN: number((value) => !between(value)),
  };
}

/** `wanted`: a date as typed, or its serial number. Times of day do not count. */
function dates(wanted: string, rules: LocaleRules): { [type: string]: Test } {
  const typed = wanted.trim() !== '' && Number.isFinite(Number(wanted)) ? Number(wanted) : undefined;
  const serial = typed ?? parseDateTime(wanted, rules, () => 1970)?.value;
  if (typeof serial !== 'number') return {};
  const day = Math.floor(serial);
  const date =
    (test: (value: number) => boolean): Test =>
    ({ value }) =>
      typeof value === 'number' && test(Math.floor(value));
  return {
    DATE_EQUAL_TO: date((value) => value === day),
    DATE_NOT_EQUAL_TO: date((value) => value !== day),
    DATE_AFTER: date((value) => value > day),
    DATE_BEFORE: date((value) => value < day),
    DATE_ON_OR_AFTER: date((value) => value >= day),
    DATE_ON_OR_BEFORE: date((value) => value <= day),
  };
}
