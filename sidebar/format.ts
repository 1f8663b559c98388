// Values as people read them: days, times, ages, and a field's value. The clock's reading is passed in.
import type { Field, FieldValue } from '../src/domain/schema';
import { moneyText, numberText, percentText } from './numbers';
import * as words from './words';

const dayMs = 86_400_000;
/** Months and days are named in the page's language; beside English words, as this browser writes dates. */
const language: string = words.language;
const dateLanguage = language === 'en' ? undefined : language;

/** Noon UTC of a day, so that no clock change can move it to a neighbour. */
function noon(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T12:00:00Z`);
}

/** Whole days from `from` to `to`, both `2026-11-23`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to) - noon(from)) / dayMs);
}

/** The day `count` days after `day`. */
export function addDays(day: string, count: number): string {
  return new Date(noon(day) + count * dayMs).toISOString().slice(0, 10);
}

/** The Monday after `day`. */
export function nextMonday(day: string): string {
  const weekday = new Date(noon(day)).getUTCDay();
  return addDays(day, (8 - weekday) % 7 || 7);
}

/** `2026-11-23` as "23 Nov 2026" in the reader's language; the year is left out in the year of `today`. */
export function dayText(day: string, today = ''): string {
  const time = noon(day);
  if (Number.isNaN(time)) return day;
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(dateLanguage, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(time);
}

/** "today", "12 days ago", "in 3 days", "4 months ago". */
export function ageText(day: string, today: string): string {
  const days = daysBetween(today, day);
  if (Number.isNaN(days)) return day;
  const age = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (Math.abs(days) < 60) return age.format(days, 'day');
  if (Math.abs(days) < 700) return age.format(Math.round(days / 30.4), 'month');
  return age.format(Math.round(days / 365.25), 'year');
}

/** `2026-11` as "November 2026". */
export function monthText(month: string): string {
  const time = noon(`${month}-15`);
  if (Number.isNaN(time)) return month;
  return new Intl.DateTimeFormat(dateLanguage, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(time);
}

/** A moment: wall clock `2026-11-23T09:30` as it stands, a UTC instant (ends in Z) in `timeZone`, a bare day as a day. */
export function momentText(at: string, timeZone: string, today: string): string {
  if (at.length <= 10) return dayText(at, today);
  const instant = at.endsWith('Z');
  const time = Date.parse(instant ? at : `${at.slice(0, 16)}:00Z`);
  if (Number.isNaN(time)) return at;
  const zone = instant ? timeZone : 'UTC';
  const sameYear = at.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(dateLanguage, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone || 'UTC',
  }).format(time);
}

/** What a value needs besides itself to be read. */
export interface ValueContext {
  labels: { readonly [reference: string]: string };
  currency: string;
  timeZone: string;
  today: string;
}

/** A field's value as text; blank is ''. */
export function valueText(field: Field | undefined, value: FieldValue | undefined, context: ValueContext): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'object') return value.join(', ');
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') {
    if (field?.type === 'money') return moneyText(value, context.currency);
    if (field?.type === 'percent') return percentText(value);
    return numberText(value);
  }
  switch (field?.type) {
    case 'date':
      return dayText(value, context.today);
    case 'dateTime':
      return momentText(value, context.timeZone, context.today);
    case 'reference':
    case 'person':
      return context.labels[value] ?? value;
    default:
      return value;
  }
}
