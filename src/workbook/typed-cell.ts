// What an edit event tells of one cell, where people type faster than triggers run: what stood in it before this edit, and whether
// it was typed over since (APPS_SCRIPT.md 3.3).
import { deltaOf } from '../domain/change-set';
import { fieldOf, isBlank, sameValue } from '../domain/record';
import type { Field, FieldValue } from '../domain/schema';
import { withCountryOf } from '../domain/validate';
import { parseCell, tidyText } from '../domain/values';
import { formulaIn } from './computed';
import type { Planned } from './plan';
import { columnsOf, type Work } from './work';

/** An edit of a single cell: what it put there and what stood there, as texts; left out where the event does not tell. */
export interface TypedCell {
  readonly column: number;
  readonly value?: string;
  readonly oldValue?: string;
}

/** Whether the cell holds something else by now than this edit put there: then another edit has its own event. */
export function isTypedOver(work: Work, planned: Planned, { column, value }: TypedCell): boolean {
  const key = keyOf(work, planned, column);
  // Of a formula no event tells what it came to.
  if (key === undefined || value?.startsWith('=')) return false;
  const now = planned.stands?.[key] ?? null;
  const put = readText(work, planned, key, value);
  return put !== undefined && !isBlank(now) && !sameValue(put, now) && !sameValue(put, planned.after[key]);
}

/**
 * The plan with what stood in the cell between the ledger's value and this edit, told first and as nobody's in particular. Only
 * where the record stands where it was last seen and nothing else of it differs: else a row or a column may have been moved, or an
 * id put over another, since the edit, and what stood there was another field's or another record's.
 */
export function withBetween(work: Work, planned: Planned, { column, value, oldValue }: TypedCell): Planned {
  const key = keyOf(work, planned, column);
  if (key === undefined || planned.entry?.row !== planned.row || planned.kind !== 'update' || planned.needsId)
    return planned;
  // Another column stands there by now.
  if (!sameValue(readText(work, planned, key, value), planned.stands?.[key])) return planned;
  const between = readText(work, planned, key, oldValue);
  const known = planned.before[key] ?? null;
  if (between === undefined || sameValue(between, known) || sameValue(between, planned.after[key])) return planned;
  const isOther = (field: string) => field !== key && fieldOf(planned.tab, field)?.writer === 'person';
  if (Object.keys(deltaOf(planned.before, planned.after)).some(isOther)) return planned;
  return {
    ...planned,
    before: { ...planned.before, [key]: between },
    observed: { ...planned.observed, [key]: [known, between] },
  };
}

/** The field of the column; undefined where it is none, or where a formula stands or stood, whose values no event tells. */
function keyOf(work: Work, planned: Planned, column: number): string | undefined {
  const key = columnsOf(work, planned.tab).keys[column - 1] ?? '';
  const isFormula =
    planned.formulas[key] !== undefined ||
    planned.entry?.state.formulas[key] !== undefined ||
    [planned.before, planned.stands ?? {}].some((fields) => formulaIn(key, fields[key]) !== undefined);
  return key === '' || key === 'id' || isFormula ? undefined : key;
}

const numeric: readonly Field['type'][] = ['number', 'money', 'percent', 'date', 'time', 'dateTime'];

/** A text of an edit event as the field's value; undefined where it cannot be read, or there is none. */
function readText(work: Work, planned: Planned, key: string, text: string | undefined): FieldValue | undefined {
  const field = fieldOf(planned.tab, key);
  if (!field || text === undefined) return undefined;
  const isNumber = numeric.includes(field.type) && /^-?\d+(?:\.\d+)?$/.test(text.trim());
  const own = withCountryOf(planned.after, work.context);
  const { value, problem } = parseCell(field, isNumber ? Number(text) : tidyText(field, text, own), own);
  return problem ? undefined : value;
}
