// From a field's value to what stands in its input, and back. What was typed is kept as it is until it can be read.
import { type Field, type FieldValue, recordTabKeys } from '../../src/domain/schema';
import * as words from '../words';

/** What an input holds: text, a tick, a list of chips, or a reference that is only typed so far. */
export type Entry = string | boolean | readonly string[] | Unchosen;

/** A name typed for a reference, of which no record was chosen yet. It never stands for a value. */
export interface Unchosen {
  readonly unchosen: string;
  /** The reference that stood there before, or ''. */
  readonly before: string;
}

export function isUnchosen(entry: Entry): entry is Unchosen {
  return typeof entry === 'object' && 'unchosen' in entry;
}

/** The outcome of reading an input: a value, or a sentence about why there is none. */
export type Reading = { ok: true; value: FieldValue } | { ok: false; problem: string };

/** What the input of `field` shows for a value. */
export function entryOf(field: Field, value: FieldValue | undefined): Entry {
  if (field.type === 'checkbox') return value === true;
  if (field.type === 'choices') return Array.isArray(value) ? value : [];
  if (value === null || value === undefined) return '';
  // Rounded, because 0.07 * 100 is 7.000000000000001 in binary.
  if (field.type === 'percent' && typeof value === 'number') return String(Math.round(value * 1e6) / 1e4);
  return String(value);
}

/** The value that an input's entry stands for; blank is null. */
export function readEntry(field: Field, entry: Entry): Reading {
  if (typeof entry === 'boolean') return { ok: true, value: entry };
  if (isUnchosen(entry)) {
    const typed = entry.unchosen.trim();
    return typed === '' ? { ok: true, value: null } : { ok: false, problem: unchosenSentence(field, typed) };
  }
  if (typeof entry !== 'string') return { ok: true, value: entry };
  const text = field.type === 'longText' ? entry : entry.trim();
  if (text.trim() === '') return { ok: true, value: null };
  switch (field.type) {
    case 'money':
    case 'number':
    case 'percent': {
      const number = readNumber(text);
      if (number === null) return { ok: false, problem: words.isNoNumber(text) };
      if (field.type !== 'percent') return { ok: true, value: number };
      return { ok: true, value: Math.round(number * 1e4) / 1e6 };
    }
    default:
      return { ok: true, value: text };
  }
}

/** Why a name alone does not fill a reference, and what does. */
export function unchosenSentence(field: Pick<Field, 'reference'>, typed: string): string {
  return words.notChosenYet(
    typed,
    recordTabKeys.find((tab) => tab === field.reference),
  );
}

/**
 * A number as people write it: `1,250.50`, `1.250,50`, `1 250`, `12%`, `€ 300`. Null when it is none.
 * Of two kinds of separator the last is the decimal one; a single one followed by exactly three digits groups thousands.
 */
export function readNumber(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f'’%]/g, '').replace(/^([-+]?)\p{Sc}|\p{Sc}$/gu, '$1');
  if (!/^[-+]?[\d.,]*\d[\d.,]*$/.test(bare)) return null;
  const separators = bare.match(/[.,]/g) ?? [];
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  const kinds = new Set(separators).size;
  const decimals = last < 0 ? '' : bare.slice(last + 1);
  const groups = kinds === 1 && (separators.length > 1 || (decimals.length === 3 && !/^[-+]?0[.,]/.test(bare)));
  const whole = last < 0 || groups ? bare : bare.slice(0, last);
  const plain = whole.replace(/[.,]/g, '');
  const number = Number(last < 0 || groups ? plain : `${plain || '0'}.${decimals}`);
  return Number.isFinite(number) ? number : null;
}

/** True when two values are the same for a form: lists by their items, everything else by identity. */
export function sameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (Array.isArray(one) || Array.isArray(other)) return JSON.stringify(one ?? []) === JSON.stringify(other ?? []);
  return (one ?? null) === (other ?? null);
}
