// One cell or one input ↔ one field's value. Reading never throws: what cannot be read is a problem, and the caller keeps
// the cell as it is. Dates are serial numbers in cells (add-on and function alike) and ISO text in values.
import { isEmail, normalizeEmail } from './email';
import { parseId } from './ids';
import { isPhone, phoneExample, tidyPhone } from './phone';
import { blankOf, isBlank } from './record';
import { formatReference, parseReference } from './references';
import type { Field, FieldValue, RecordTabKey } from './schema';
import {
  dateOfSerial,
  dateTimeOfSerial,
  isSerial,
  serialOfDate,
  serialOfDateTime,
  serialOfTime,
  timeOfSerial,
} from './serial';
import { fold } from './text';

/** What a cell holds, as plain data. Dates and times are serial numbers. Blank is `''` or null. */
export type Cell = string | number | boolean | null;

/** What reading one value needs to know about the workbook. What is left out is not checked. */
export interface ValueContext {
  /** Choices that the team sets. */
  readonly choices?: (from: 'stages' | 'pipelines' | 'currencies') => readonly string[];
  /** Id of the one record of a tab with this name; undefined when there is none or more than one. */
  readonly idOfName?: (tab: string, name: string) => string | undefined;
  /** The record that an id means now, where another became a part of it; left out, or undefined: the id itself. */
  readonly meant?: (id: string) => string | undefined;
  /** Name for people of a record, for writing references. */
  readonly nameOf?: (tab: string, id: string) => string | undefined;
  /** Two letters of the country whose numbers are dialled without its code; left out: none is known. */
  readonly country?: () => string | undefined;
  /** Key (email, else name) of the team member that a text means. */
  readonly person?: (text: string) => string | undefined;
}

export interface Problem {
  /** invalid | choice | reference | person | date | number | email | phone | tooLong */
  readonly code: string;
  /** What would have been right, for people. */
  readonly expected: string;
}

export interface Parsed {
  readonly value: FieldValue;
  readonly problem?: Problem;
}

/** Sheets refuses a cell of more than 50,000 characters; some are kept for an apostrophe and a reference's name. */
const maxTextLength = 49_900;

/** Number formats of Rowbook's columns (DESIGN.md §3). `@` is text. */
export function numberFormat(field: Field): string {
  switch (field.type) {
    case 'money':
      return '#,##0.00';
    case 'number':
      return '#,##0';
    case 'percent':
      return '0%';
    case 'date':
      return 'yyyy-mm-dd';
    case 'time':
      return 'hh:mm';
    case 'dateTime':
      return 'yyyy-mm-dd hh:mm';
    case 'checkbox':
      return '';
    default:
      return '@';
  }
}

/** Reads a cell. Text in a number or date cell is read where there is only one way to read it (`2026-11-23`, `1234.5`). */
export function parseCell(field: Field, cell: Cell | undefined, context: ValueContext = {}): Parsed {
  if (cell === null || cell === undefined || cell === '') return { value: blankOf(field) };
  switch (field.type) {
    case 'money':
    case 'number':
      return typeof cell === 'number' ? { value: cell } : parseNumberText(field, String(cell));
    case 'percent':
      return inShare(typeof cell === 'number' ? { value: cell } : parseNumberText(field, String(cell)));
    case 'date':
      return fromSerial(cell, dateOfSerial, serialOfDate, 'a date like 2026-11-23');
    case 'dateTime':
      return fromSerial(cell, dateTimeOfSerial, serialOfDateTime, 'a date and time like 2026-11-23 09:30');
    case 'time':
      if (typeof cell === 'number' && cell >= 0) return { value: timeOfSerial(cell) };
      return fromSerial(cell, timeOfSerial, serialOfTime, 'a time like 09:30');
    case 'checkbox':
      return parseCheckbox(cell);
    case 'reference':
      return parseReferenceText(field, String(cell), context);
    case 'person':
      return parsePerson(String(cell), context);
    case 'choice':
      return parseChoice(field, String(cell), context);
    case 'choices':
      return parseChoices(field, String(cell).split(','), context);
    case 'email':
      return parseEmail(String(cell));
    case 'phone':
      return parsePhone(String(cell));
    default:
      return parseText(String(cell));
  }
}

/**
 * Reads what a client sends, where types are explicit: numbers are numbers or plain digits, dates ISO text, references an id
 * or an exact name, choices a list (or text with commas).
 */
export function parseInput(field: Field, input: FieldValue | undefined, context: ValueContext = {}): Parsed {
  if (isBlank(input)) return { value: blankOf(field) };
  if (Array.isArray(input)) {
    return field.type === 'choices'
      ? parseChoices(field, input.map(String), context)
      : wrong('invalid', `one ${field.header}`);
  }
  if (typeof input === 'object') return wrong('invalid', field.header);
  if (typeof input === 'number' && (field.type === 'date' || field.type === 'dateTime' || field.type === 'time')) {
    return wrong('date', 'a date as text, like 2026-11-23');
  }
  return parseCell(field, typeof input === 'string' ? tidyText(field, input, context) : input, context);
}

/** An address or a phone number as it is kept, whichever door it came through: the one to compare by, the other tidied. */
export function tidyText(field: Field, text: string, context: ValueContext = {}): string {
  if (field.type === 'email') return normalizeEmail(text);
  return field.type === 'phone' ? tidyPhone(text, context.country?.()) : text;
}

/** What to write in a cell: a serial number for dates, `Name (CO-12)` for references, `a, b` for choices; blank is `''`. */
export function formatCell(field: Field, value: FieldValue | undefined, context: ValueContext = {}): Cell {
  if (value === null || value === undefined) return '';
  switch (field.type) {
    case 'date':
      return serialOfDate(String(value)) ?? String(value);
    case 'dateTime':
      return serialOfDateTime(String(value)) ?? String(value);
    case 'time':
      return serialOfTime(String(value)) ?? String(value);
    case 'reference': {
      const id = String(value);
      return formatReference(context.nameOf?.(field.reference ?? '', id) ?? '', id);
    }
    case 'choices':
      return Array.isArray(value) ? value.join(', ') : String(value);
    default:
      return Array.isArray(value) ? value.join(', ') : (value as Exclude<FieldValue, readonly string[]>);
  }
}

/** A value as a sentence shows it: `2026-11-23`, `50%`, `a, b`; blank is a dash. */
export function displayValue(field: Field | undefined, value: FieldValue | undefined, label = ''): string {
  if (isBlank(value) || value === undefined || value === null) return '–';
  if (label !== '') return label;
  if (Array.isArray(value)) return value.join(', ');
  if (field?.type === 'percent' && typeof value === 'number') return `${Number((value * 100).toFixed(2))}%`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return field?.type === 'dateTime' ? String(value).replace('T', ' ') : String(value);
}

function wrong(code: string, expected: string): Parsed {
  return { value: null, problem: { code, expected } };
}

function parseText(text: string): Parsed {
  if (text.length > maxTextLength) return wrong('tooLong', `at most ${maxTextLength} characters`);
  return { value: text };
}

function parseNumberText(field: Field, text: string): Parsed {
  const plain = text.trim().replace(/[\s\u00a0']/g, '');
  const percent = field.type === 'percent' && plain.endsWith('%');
  const digits = percent ? plain.slice(0, -1) : plain;
  // No comma: `1,234` is a thousand to some and one and a bit to others, and this code may not guess.
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(digits)) return wrong('number', 'a number like 1234.5');
  return { value: percent ? Number(`${digits}e-2`) : Number(digits) };
}

/** A share of a whole: every percent of the schema is one, and forecasts multiply by it. */
function inShare(parsed: Parsed): Parsed {
  const { value } = parsed;
  return typeof value === 'number' && (value < 0 || value > 1) ? wrong('number', 'a share from 0% to 100%') : parsed;
}

function fromSerial(
  cell: Exclude<Cell, null>,
  show: (serial: number) => string,
  read: (text: string) => number | null,
  expected: string,
): Parsed {
  if (typeof cell === 'number') return isSerial(cell) ? { value: show(cell) } : wrong('date', expected);
  const serial = typeof cell === 'string' ? read(cell.trim()) : null;
  return serial === null ? wrong('date', expected) : { value: show(serial) };
}

const yes = new Set(['true', 'yes', 'y', '1', 'x', 'on']);
const no = new Set(['false', 'no', 'n', '0', 'off']);

function parseCheckbox(cell: Exclude<Cell, null>): Parsed {
  if (typeof cell === 'boolean') return { value: cell };
  const text = String(cell).trim().toLowerCase();
  if (yes.has(text)) return { value: true };
  return no.has(text) ? { value: false } : wrong('invalid', 'yes or no');
}

function parseReferenceText(field: Field, text: string, context: ValueContext): Parsed {
  const wanted = (field.reference ?? '') as RecordTabKey;
  const { id, name } = parseReference(text);
  if (id !== null && parseId(id)?.tab === wanted) return { value: context.meant?.(id) ?? id };
  const found = context.idOfName?.(wanted, id === null ? name : text.trim());
  return found === undefined ? wrong('reference', `a record of ${wanted}, like “Name (ID)”`) : { value: found };
}

function parsePerson(text: string, context: ValueContext): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null };
  if (!context.person) return { value: trimmed };
  const key = context.person(trimmed);
  return key === undefined ? wrong('person', 'someone in Team') : { value: key };
}

function parseChoice(field: Field, text: string, context: ValueContext): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null };
  const choices = choicesOf(field, context);
  if (choices === undefined) return { value: trimmed };
  const found =
    choices.find((choice) => choice === trimmed) ?? choices.find((choice) => fold(choice) === fold(trimmed));
  return found === undefined ? wrong('choice', choices.join(', ')) : { value: found };
}

function parseChoices(field: Field, parts: readonly string[], context: ValueContext): Parsed {
  const wanted = parts.map((part) => part.trim()).filter((part) => part !== '');
  const list: string[] = [];
  for (const part of wanted) {
    const parsed = parseChoice(field, part, context);
    if (parsed.problem) return { value: [], problem: parsed.problem };
    if (typeof parsed.value === 'string' && !list.includes(parsed.value)) list.push(parsed.value);
  }
  return { value: list };
}

/** The values a field may have, or undefined when any text is good. */
export function choicesOf(field: Field, context: ValueContext = {}): readonly string[] | undefined {
  return field.choices ?? (field.choicesFrom === undefined ? undefined : context.choices?.(field.choicesFrom));
}

function parseEmail(text: string): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null };
  return isEmail(trimmed) ? { value: trimmed } : wrong('email', 'an address like ann@example.com');
}

/** Any spelling is good: people write numbers the way they dial them. */
function parsePhone(text: string): Parsed {
  if (text.trim() === '') return { value: null };
  return isPhone(text) ? parseText(text) : wrong('phone', phoneExample);
}
