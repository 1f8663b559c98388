// One source column turned into values of the field it goes to. How dates and decimals are written is decided from the whole column.
import { isEmail, normalizeEmail } from '../email';
import { isPhone } from '../phone';
import type { Field, FieldValue } from '../schema';
import { type DateEvidence, type DateOrder, dateEvidence, parseDate, parseDateTime, parseTime } from './dates';
import { type DecimalMark, decimalMark, parseMoney, parseNumber, parsePercent } from './numbers';
import { cellText, type SourceCell } from './source';

/** What a cell became, or why it cannot be taken in (`expected` ends the sentence "“x” is no …"). */
export type ReadValue =
  | { value: FieldValue; currency?: string }
  | { problem: 'date' | 'number' | 'invalid' | 'choice' | 'tooLong'; expected: string };

export interface ColumnHabits {
  readonly dates: DateEvidence;
  readonly mark: DecimalMark;
  /** Percentages are written 50 rather than 0.5. */
  readonly wholePercent: boolean;
}

/** Longer text would not fit a cell together with what the ledger adds (Google's own limit is 50,000). */
const longestText = 40_000;

/** Signs for "nothing here" in columns that hold no free text. */
const nothing = new Set(['', '-', '--', '–', '—', 'n/a', 'na', '#n/a', 'none', 'null', 'nil', 'tbd', 'unknown', '?']);

const formulaError = /^#(REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)$/;

/** Whether the cell says nothing for a field of this type: blank, or a dash and the like where no text is wanted. */
export function saysNothing(cell: SourceCell, type: Field['type'] | 'custom'): boolean {
  const text = cellText(cell);
  if (text === '') return true;
  if (type === 'text' || type === 'longText' || type === 'choice' || type === 'custom') return text === '#N/A';
  return nothing.has(text.toLowerCase());
}

/** Looks at a whole column once. `order` is the person's own word on dates, `fallback` the workbook's custom. */
export function habitsOf(
  cells: readonly SourceCell[],
  type: Field['type'] | 'custom',
  order: DateOrder | undefined,
  fallback: DateOrder,
): ColumnHabits {
  const isDate = type === 'date' || type === 'dateTime';
  const isNumber = type === 'money' || type === 'number' || type === 'percent';
  const dates = dateEvidence(isDate ? cells : [], fallback);
  const mark = isNumber ? decimalMark(cells) : '.';
  return {
    dates: order ? { ...dates, order, guessed: false } : dates,
    mark,
    wholePercent:
      type === 'percent' && cells.some((cell) => !cellText(cell).endsWith('%') && (parseNumber(cell, mark) ?? 0) > 1),
  };
}

const yes = new Set(['true', 'yes', 'y', 'x', '1', 'on', '✓', '✔']);
const no = new Set(['false', 'no', 'n', '0', 'off']);

/** Many cells hold several addresses; the first valid one is the value, the others come behind a comma. */
export function emailsIn(cell: SourceCell): string[] {
  return cellText(cell)
    .split(/[\s,;|<>]+/)
    .map((part) => part.replace(/^mailto:/i, ''))
    .filter((part) => part.includes('@'));
}

/**
 * The value of one cell for a field of this type; references and people stay the names they are, choices too: what
 * they mean is decided over all rows. Blank cells give null (an empty list for several choices).
 */
export function readValue(cell: SourceCell, type: Field['type'] | 'custom', habits: ColumnHabits): ReadValue {
  if (typeof cell === 'string' && formulaError.test(cell.trim())) return { problem: 'invalid', expected: 'value' };
  if (saysNothing(cell, type)) return { value: type === 'choices' ? [] : null };
  const text = cellText(cell);
  if (text.length > longestText)
    return { problem: 'tooLong', expected: `text of at most ${longestText.toLocaleString('en-US')} characters` };
  switch (type) {
    case 'custom':
      // Custom fields are text everywhere: a number keeps its digits.
      return { value: text };
    case 'date': {
      const value = parseDate(cell, habits.dates.order);
      return value === null ? { problem: 'date', expected: 'date' } : { value };
    }
    case 'dateTime': {
      const value = parseDateTime(cell, habits.dates.order);
      return value === null ? { problem: 'date', expected: 'date' } : { value };
    }
    case 'time': {
      const value = parseTime(cell);
      return value === null ? { problem: 'date', expected: 'time' } : { value };
    }
    case 'money': {
      const money = parseMoney(cell, habits.mark);
      if (money === null) return { problem: 'number', expected: 'amount' };
      return money.currency === null ? { value: money.amount } : { value: money.amount, currency: money.currency };
    }
    case 'number': {
      const value = parseNumber(cell, habits.mark);
      return value === null ? { problem: 'number', expected: 'number' } : { value };
    }
    case 'percent': {
      const value = parsePercent(cell, habits.mark, habits.wholePercent);
      return value === null || value < 0 || value > 1 ? { problem: 'number', expected: 'percentage' } : { value };
    }
    case 'email': {
      const address = emailsIn(cell)[0];
      return address && isEmail(address)
        ? { value: normalizeEmail(address) }
        : { problem: 'invalid', expected: 'email address' };
    }
    case 'phone':
      return isPhone(text) ? { value: text } : { problem: 'invalid', expected: 'phone number' };
    case 'checkbox': {
      const word = text.toLowerCase();
      if (yes.has(word) || no.has(word)) return { value: yes.has(word) };
      return { problem: 'invalid', expected: 'yes or no' };
    }
    case 'choices':
      return { value: [...new Set(text.split(/[,;|\n]+/).map((part) => part.trim()))].filter((part) => part !== '') };
    default:
      return { value: text };
  }
}
