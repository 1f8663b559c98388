// Typed dates and times: numeric in the locale's order, ISO, with month names, times of day and durations.
import type { LocaleRules } from './locale';
import type { ParsedNumber } from './parse';
import { dateSerial } from './serial';

/** Reads a date, a time, or a date followed by a time. `year` tells that of a date written without one. */
export function parseDateTime(text: string, rules: LocaleRules, year: () => number): ParsedNumber | null {
  const time = parseTime(text);
  if (time) return time;
  const date = parseDate(text, rules, year);
  if (date) return date;
  const split = /^(.+?),?\s+(\d{1,2}(?::\d{2}){1,2}(?:\.\d+)?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)$/i.exec(text);
  if (!split) return null;
  const day = parseDate(split[1] ?? '', rules, year);
  const clock = parseTime(split[2] ?? '');
  if (!day || !clock || clock.value >= 1) return null;
  const iso = day.format === 'yyyy-mm-dd';
  return { value: day.value + clock.value, format: iso ? `yyyy-mm-dd ${rules.timeFormat}` : rules.dateTimeFormat };
}

const TIME = /^(\d{1,4})(?::(\d{2}))?(?::(\d{2})(\.\d+)?)?(?:\s?([ap])\.?m\.?)?$/i;

function parseTime(text: string): ParsedNumber | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hourText = '', minuteText, secondText, fraction, half] = match;
  if (minuteText === undefined && half === undefined) return null;
  const hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0) + Number(fraction ?? 0);
  if (minute > 59 || second >= 60) return null;
  if (half) {
    if (hour < 1 || hour > 12) return null;
    const on24 = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    return { value: dayPart(on24, minute, second), format: secondText ? 'h:mm:ss am/pm' : 'h:mm am/pm' };
  }
  if (hour > 23) return { value: dayPart(hour, minute, second), format: '[h]:mm:ss' };
  return { value: dayPart(hour, minute, second), format: secondText ? 'h:mm:ss' : 'h:mm' };
}

function dayPart(hour: number, minute: number, second: number): number {
  return (hour * 3600 + minute * 60 + second) / 86_400;
}

function parseDate(text: string, rules: LocaleRules, year: () => number): ParsedNumber | null {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso)
    return dated(Number(iso[1]), Number(iso[3]), Number(iso[4]), iso[2] === '-' ? 'yyyy-mm-dd' : rules.dateFormat);
  return parseNumericDate(text, rules, year) ?? parseNamedDate(text, rules, year);
}

function parseNumericDate(text: string, rules: LocaleRules, thisYear: () => number): ParsedNumber | null {
  const separators = rules.dateSeparator === '.' ? '[-/.]' : '[-/]';
  const match = new RegExp(`^(\\d{1,2})(${separators})(\\d{1,2})(?:\\2(\\d{2}|\\d{4})?)?$`).exec(text);
  if (!match) return null;
  const [, first, separator, second, yearText] = match;
  // `1.5.` is a date in German; `1/5/` is nothing anywhere.
  if (yearText === undefined && text.endsWith(separator ?? '') && separator !== '.') return null;
  const year = yearText === undefined ? thisYear() : fullYear(yearText);
  const [month, day] = rules.order === 'dmy' ? [second, first] : [first, second];
  return dated(year, Number(month), Number(day), rules.dateFormat);
}

function parseNamedDate(text: string, rules: LocaleRules, thisYear: () => number): ParsedNumber | null {
  const dayFirst = /^(\d{1,2})(?:\.?\s+|-)(\p{L}+)\.?(?:(?:,?\s+|-)(\d{4}|\d{2}))?$/u.exec(text);
  if (dayFirst) return named(dayFirst[2], dayFirst[1], dayFirst[3], 'd mmm yyyy', rules, thisYear);
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?$/u.exec(text);
  if (monthFirst) return named(monthFirst[1], monthFirst[2], monthFirst[3], 'mmm d, yyyy', rules, thisYear);
  const monthYear = /^(\p{L}+)\.?\s+(\d{4})$/u.exec(text);
  return monthYear ? named(monthYear[1], '1', monthYear[2], 'mmm yyyy', rules, thisYear) : null;
}

function named(
  name: string | undefined,
  day: string | undefined,
  yearText: string | undefined,
  format: string,
  rules: LocaleRules,
  thisYear: () => number,
): ParsedNumber | null {
  const month = rules.months.get((name ?? '').toLowerCase());
  if (!month) return null;
  return dated(yearText === undefined ? thisYear() : fullYear(yearText), month, Number(day), format);
}

/** Two digits: 00 to 29 are this century's, the others the last one's. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function dated(year: number, month: number, day: number, format: string): ParsedNumber | null {
  const serial = dateSerial(year, month, day);
  return serial === null ? null : { value: serial, format };
}
