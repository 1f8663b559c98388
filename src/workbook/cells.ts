// Cell contents ↔ plain values, on Google's side: dates become serial numbers, text is written so that it stays text.
import type { Field, FieldValue } from '../domain/schema';
import { dateOfSerial, dateTimeOfSerial } from '../domain/serial';
import { type Cell, formatCell, type ValueContext } from '../domain/values';
import type { Workbook } from './api';

/** A cell of getValues() as plain data. A Date is a serial number in date columns and ISO text elsewhere. */
export function plainCell(workbook: Workbook, field: Field | undefined, content: unknown): Cell {
  if (content === null || content === undefined) return '';
  if (typeof content === 'string' || typeof content === 'number' || typeof content === 'boolean') return content;
  if (!isDate(content)) return String(content);
  const serial = workbook.serialOf(content);
  switch (field?.type) {
    case 'date':
    case 'time':
    case 'dateTime':
    case 'number':
    case 'money':
    case 'percent':
      return serial;
    default:
      return Number.isInteger(serial) ? dateOfSerial(serial) : dateTimeOfSerial(serial);
  }
}

/** What to hand to setValues for a field's value. */
export function cellFor(field: Field, value: FieldValue | undefined, context: ValueContext): string | number | boolean {
  const cell = formatCell(field, value, context) ?? '';
  return typeof cell === 'string' ? guardText(cell) : cell;
}

/**
 * Text that Sheets would read as something else, with one leading apostrophe, which forces text and is not part of the value
 * (APPS_SCRIPT.md 2.2): what begins a formula or is an apostrophe itself (DESIGN.md invariant 7), and, because it is not
 * certain that a text column keeps them, everything that could be a number, a date or a truth value.
 */
export function guardText(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

const risky =
  /^(?:[=+\-@\t\r\n']|\s*(?:[^\p{L}\s]|(?:true|false)\s*$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)))/iu;

/** Most characters of a text that is cut up for cells: Sheets refuses more than 50,000 in one. */
export const maxCellText = 45_000;

/** A long text as the contents of neighbouring cells; joined again they are the text. One cell at least. */
export function inCells(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at + maxCellText;
    // Half of a surrogate pair is no character, and may come back as another.
    if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
    // A part in the middle of a text may begin with anything.
    parts.push(guardText(text.slice(at, end)));
    at = end;
  }
  return parts.length > 0 ? parts : [''];
}

/** The other ways to write a text whose first way came back different; see `Switches` in the stand-in for why there are several. */
export function otherSpellings(text: string): string[] {
  const first = guardText(text);
  return [`'${text}`, text].filter((spelling) => spelling !== first);
}

/** Across realms, so not `instanceof` (APPS_SCRIPT.md 7.22). */
function isDate(content: unknown): content is Date {
  return Object.prototype.toString.call(content) === '[object Date]';
}
