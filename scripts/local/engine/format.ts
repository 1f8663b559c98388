// How a cell shows its value: number formats through numfmt, booleans and plain numbers as Google shows them.
import { format as applyFormat, isDateFormat as readsAsDate } from 'numfmt';
import type { LocaleRules } from './locale';
import type { CellValue } from './types';

const dateFormats = new Map<string, boolean>();

/** True when a number with this format is a date, time or duration. */
export function isDateFormat(format: string): boolean {
  const known = dateFormats.get(format);
  if (known !== undefined) return known;
  const answer = format !== '' && format !== '@' && tryFormat(() => readsAsDate(format), false);
  dateFormats.set(format, answer);
  return answer;
}

/** The text a person sees; '' for a blank cell. `format` is '' for automatic. */
export function displayText(value: CellValue, format: string, rules: LocaleRules): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return format === '' || format === '@' ? value : formatted(value, format, rules);
  if (format === '' || format === '@') return plainNumber(value, rules);
  return formatted(value, format, rules);
}

/** A number with automatic format: whole numbers in full up to 15 digits, others to about ten digits. */
function plainNumber(value: number, rules: LocaleRules): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return formatted(value, 'General', rules);
}

function formatted(value: string | number, pattern: string, rules: LocaleRules): string {
  // Sheets' serials count real days; the leap day of 1900 is Excel's error.
  return tryFormat(
    () => applyFormat(pattern, value, { locale: rules.tag, leap1900: false, throws: true }),
    String(value),
  );
}

function tryFormat<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
