// Dates in the spellings that sheets and exports hold. Whether 3/4 is April or March is decided per column, from all its values.
import { dateOfSerial, timeOfSerial } from '../serial';
import type { SourceCell } from './source';

export type DateOrder = 'dmy' | 'mdy';

/** What a column's values say about the order of day and month. */
export interface DateEvidence {
  order: DateOrder;
  /** Values that can be read both ways (and mean different days). */
  ambiguous: number;
  /** No value settled the order: it is a guess. */
  guessed: boolean;
  /** Some values are only possible day first and others only month first. */
  mixed: boolean;
  /** Real dates stand beside texts like 31/12/2024: the sheet may have swapped day and month of the former. */
  halfParsed: boolean;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const isoPattern = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(.*))?$/;
const numericPattern = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?:,?\s+(.*))?$/;
const dayMonthName =
  /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[-\s.]+([a-z]{3,9})\.?,?[-\s]+(\d{4}|\d{2})(?:,?\s+(.*))?$/i;
const monthNameDay = /^(?:[a-z]+,\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(.*))?$/i;
const timePattern = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?$/i;

const pad = (value: number) => String(value).padStart(2, '0');

function isoDate(year: number, month: number, day: number): string | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1000 && year <= 9999 ? `${year}-${pad(month)}-${pad(day)}` : null;
}

/** 00..69 is this century, 70..99 the last, as spreadsheets read them. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** `09:30` from a time of day; '' for none; null for something that is no time. A zone behind it is left out. */
function timeOf(text: string | undefined): string | null {
  if (!text) return '';
  const match = timePattern.exec(text.trim());
  if (!match) return null;
  const half = match[3]?.toLowerCase();
  let hour = Number(match[1]);
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  return hour < 24 && Number(match[2]) < 60 ? `${pad(hour)}:${match[2]}` : null;
}

interface Reading {
  date: string;
  time: string;
}

function withTime(date: string | null, timeText: string | undefined): Reading | null {
  const time = timeOf(timeText);
  return date === null || time === null ? null : { date, time };
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function readDate(cell: SourceCell, order: DateOrder): Reading | null {
  if (typeof cell === 'number') {
    // A date cell that lost its format, or eight digits: 20161020.
    if (Number.isInteger(cell) && cell >= 19000101 && cell <= 29991231) return readDate(String(cell), order);
    if (cell < 20000 || cell >= 80000) return null;
    return { date: dateOfSerial(cell), time: Number.isInteger(cell) ? '' : timeOfSerial(cell) };
  }
  if (typeof cell !== 'string') return null;
  const text = cell.trim();
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (packed) return withTime(isoDate(Number(packed[1]), Number(packed[2]), Number(packed[3])), undefined);
  const iso = isoPattern.exec(text);
  if (iso) return withTime(isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3])), iso[4]);
  const numeric = numericPattern.exec(text);
  if (numeric) {
    const [, first = '', , second = '', year = '', time] = numeric;
    const [a, b] = [Number(first), Number(second)];
    const dayFirst = isoDate(fullYear(year), b, a);
    const monthFirst = isoDate(fullYear(year), a, b);
    return withTime(order === 'dmy' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst), time);
  }
  const named = dayMonthName.exec(text);
  if (named) return withTime(isoDate(fullYear(named[3] ?? ''), monthOf(named[2] ?? ''), Number(named[1])), named[4]);
  const american = monthNameDay.exec(text);
  if (american)
    return withTime(isoDate(Number(american[3]), monthOf(american[1] ?? ''), Number(american[2])), american[4]);
  return null;
}

/** `2016-10-20`, or null where the cell holds no date. A time of day is left out. */
export function parseDate(cell: SourceCell, order: DateOrder): string | null {
  return readDate(cell, order)?.date ?? null;
}

/** `2016-10-20T09:30`, midnight where the cell has no time of day; null where it holds no date. */
export function parseDateTime(cell: SourceCell, order: DateOrder): string | null {
  const reading = readDate(cell, order);
  return reading && `${reading.date}T${reading.time || '00:00'}`;
}

/** `09:30`, or null. Numbers are parts of a day, as time cells hold them. */
export function parseTime(cell: SourceCell): string | null {
  if (typeof cell === 'number') {
    return cell < 0 || cell >= 1 ? null : timeOfSerial(cell);
  }
  if (typeof cell !== 'string') return null;
  const text = cell.trim();
  return timeOf(text) || (readDate(text, 'dmy')?.time ?? '') || null;
}

/** Looks at all values of a column. Dotted dates (31.12.2024) are day first by custom; else `fallback` decides a tie. */
export function dateEvidence(cells: readonly SourceCell[], fallback: DateOrder = 'mdy'): DateEvidence {
  let [dayFirst, monthFirst, ambiguous, dotted, iso] = [0, 0, 0, 0, 0];
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    if (isoPattern.test(cell.trim())) iso++;
    const match = numericPattern.exec(cell.trim());
    if (!match) continue;
    const [a, b] = [Number(match[1]), Number(match[3])];
    if (a > 12 && b <= 12) dayFirst++;
    else if (b > 12 && a <= 12) monthFirst++;
    else if (a !== b && a <= 12) {
      ambiguous++;
      if (match[2] === '.') dotted++;
    }
  }
  const settled = dayFirst + monthFirst > 0 || (dotted > 0 && dotted === ambiguous);
  const order = dayFirst + monthFirst > 0 ? (dayFirst >= monthFirst ? 'dmy' : 'mdy') : dotted > 0 ? 'dmy' : fallback;
  return {
    order,
    ambiguous,
    guessed: ambiguous > 0 && !settled,
    mixed: dayFirst > 0 && monthFirst > 0,
    halfParsed: iso > 0 && dayFirst + monthFirst + ambiguous > 0,
  };
}
