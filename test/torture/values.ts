// What people write in these runs: texts and numbers that say which step they are from, so that each can be found again, and
// choices, dates and references, which cannot.
import { fieldOf } from '../../src/domain/record';
import type { FieldValue } from '../../src/domain/schema';
import type { Typed } from './steps';
import type { TorturedTab } from './view';

/** A value for a field: `t12.1` for a text, 12001 for money. `known`: ids of the records a reference may point to. */
export function valueFor(
  tab: TorturedTab,
  key: string,
  n: number,
  index: number,
  known: (tab: TorturedTab) => readonly string[],
): FieldValue {
  const field = fieldOf(tab, key);
  switch (field?.type) {
    case 'money':
      return n * 1000 + index;
    case 'date':
      return `2026-12-${String(4 + ((n * 7 + index) % 24)).padStart(2, '0')}`;
    case 'choice':
      return ['Lead', 'Qualified', 'Proposal', 'Negotiation', 'Won'][n % 5] ?? 'Lead';
    case 'reference': {
      const ids = known((field.reference ?? 'companies') as TorturedTab);
      return ids[(n + index) % Math.max(1, ids.length)] ?? null;
    }
    default:
      return `t${n}.${index}`;
  }
}

/** The same as a person types it into a cell. */
export function typedFor(
  tab: TorturedTab,
  key: string,
  n: number,
  index: number,
  what: Typed,
  known: (tab: TorturedTab) => readonly string[],
): string | null {
  const isNumber = fieldOf(tab, key)?.type === 'money';
  switch (what) {
    case 'blank':
      return null;
    case 'invalid':
      return `some t${n}.${index}`;
    case 'formula':
      return isNumber ? `=${n}*1000+${index}` : `="t${n}.${index}"`;
    default:
      return String(valueFor(tab, key, n, index, known) ?? '');
  }
}

/** Whether a value of this field tells its step by itself, so that it can be followed through the workbook. */
export function isFollowed(tab: TorturedTab, key: string, value: unknown): boolean {
  if (typeof value === 'number') return fieldOf(tab, key)?.type === 'money' && value >= 1000;
  return typeof value === 'string' && /^(?:some |=")?t\d+\.\d+"?$/.test(value);
}

/** Fields whose values people give, not Rowbook. */
export function isPersons(tab: TorturedTab, key: string): boolean {
  return fieldOf(tab, key)?.writer === 'person';
}
