// What a typed text becomes: blank, text, number, boolean, date or formula (APPS_SCRIPT.md 2.2). One parser for all doors.
import type { LocaleRules } from './locale';
import { parseDateTime } from './parse-date';
import type { CellValue } from './types';

export type Typed = { kind: 'value'; value: CellValue; format?: string } | { kind: 'formula'; text: string };

/** How `''x` is read; see `Switches.doubleApostropheKeepsOne`. */
export interface TypingOptions {
  rules: LocaleRules;
  /** The year a date without one falls in. */
  readonly year: number;
  doubleApostropheKeepsOne: boolean;
}

/** Reads a text as typed into a cell with automatic format. */
export function parseTyped(text: string, options: TypingOptions): Typed {
  if (text === '') return { kind: 'value', value: null };
  if (text.startsWith("'")) return { kind: 'value', value: afterApostrophe(text, options) };
  if (text.startsWith('=')) return text.length > 1 ? { kind: 'formula', text } : { kind: 'value', value: text };
  const trimmed = text.trim();
  const boolean = parseBoolean(trimmed);
  if (boolean !== null) return { kind: 'value', value: boolean };
  const found = parseNumber(trimmed, options.rules) ?? parseDateTime(trimmed, options.rules, () => options.year);
  if (found) return { kind: 'value', value: found.value, ...(found.format ? { format: found.format } : {}) };
  // A sign before something that is no number starts a formula: `+1 555 0100` is one that fails.
  if (/^[+-]./s.test(text)) return { kind: 'formula', text: `=${text}` };
  return { kind: 'value', value: text };
}

/** What stays of a text with a leading apostrophe; null when nothing does. */
export function afterApostrophe(text: string, options: Pick<TypingOptions, 'doubleApostropheKeepsOne'>): string | null {
  if (text.startsWith("''") && !options.doubleApostropheKeepsOne) return text;
  return text.length > 1 ? text.slice(1) : null;
}

export function parseBoolean(text: string): boolean | null {
  if (/^true$/i.test(text)) return true;
  return /^false$/i.test(text) ? false : null;
}

export interface ParsedNumber {
  value: number;
  format?: string;
}

const CURRENCY = /^([+-]?)\s?([$€£¥])\s?(.+)$/;
const CURRENCY_AFTER = /^(.+?)\s?([$€£¥])$/;

/** Reads a number, percentage, amount of money or number in scientific notation; null when it is none. */
export function parseNumber(text: string, rules: LocaleRules): ParsedNumber | null {
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed?.[1] && !/^[+-]/.test(bracketed[1])) {
    const inner = parseNumber(bracketed[1], rules);
    return inner && { ...inner, value: -inner.value };
  }
  if (text.endsWith('%')) {
    const inner = parsePlain(text.slice(0, -1).trim(), rules);
    return inner && { value: percent(inner.value), format: inner.decimals > 0 ? '0.00%' : '0%' };
  }
  const money = CURRENCY.exec(text);
  if (money) return amount(`${money[1] ?? ''}${money[3] ?? ''}`, money[2] ?? '', false, rules);
  const after = CURRENCY_AFTER.exec(text);
  if (after) return amount(after[1] ?? '', after[2] ?? '', true, rules);
  const plain = parsePlain(text, rules);
  if (!plain) return null;
  if (plain.scientific) return { value: plain.value, format: '0.00E+00' };
  if (plain.grouped) return { value: plain.value, format: plain.decimals > 0 ? '#,##0.00' : '#,##0' };
  return { value: plain.value };
}

/** Shifts the decimal point instead of dividing, so that 12.3% is 0.123 and not a neighbour of it. */
function percent(value: number): number {
  return Number(`${value}e-2`) || value / 100;
}

function amount(text: string, symbol: string, after: boolean, rules: LocaleRules): ParsedNumber | null {
  const plain = parsePlain(text.trim(), rules);
  if (!plain || plain.scientific) return null;
  const digits = plain.decimals > 0 ? '#,##0.00' : '#,##0';
  const sign = symbol === '$' ? '"$"' : `[$${symbol}]`;
  return { value: plain.value, format: after ? `${digits} ${sign}` : `${sign}${digits}` };
}

interface Plain {
  value: number;
  decimals: number;
  grouped: boolean;
  scientific: boolean;
}

function parsePlain(text: string, rules: LocaleRules): Plain | null {
  const match = numberPattern(rules).exec(text);
  if (!match) return null;
  const [, sign = '', grouped, digits, fraction = '', exponent = ''] = match;
  const whole = grouped ? grouped.replace(/\D/g, '') : (digits ?? '');
  if (whole === '' && fraction === '') return null;
  const value = Number(`${sign}${whole || '0'}.${fraction || '0'}${exponent}`);
  if (!Number.isFinite(value)) return null;
  // Typing -0 gives 0.
  return { value: value + 0 || 0, decimals: fraction.length, grouped: Boolean(grouped), scientific: exponent !== '' };
}

const patterns = new Map<string, RegExp>();

function numberPattern(rules: LocaleRules): RegExp {
  const known = patterns.get(rules.tag);
  if (known) return known;
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const group = `(?:${rules.groups.map(literal).join('|')})`;
  const pattern = new RegExp(
    `^([+-]?)(?:(\\d{1,3}(?:${group}\\d{3})+)|(\\d*))(?:${literal(rules.decimal)}(\\d*))?([eE][+-]?\\d{1,3})?$`,
  );
  patterns.set(rules.tag, pattern);
  return pattern;
}
