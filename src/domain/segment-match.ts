// Whether a record belongs to a list. What each operator means stands in segment.ts; here it is decided.
import { addDays } from './days';
import { isBlank } from './record';
import type { AnyRecord, FieldValue } from './schema';
import { type Condition, type FindField, meKey, type Segment } from './segment';
import { fold } from './text';

/** A record as far as lists look at it: fields that are left out are blank. */
export interface Listed {
  readonly fields: AnyRecord;
  /** Names for people of what its references point to, by id. */
  readonly labels: { readonly [id: string]: string };
}

export interface SegmentContext {
  /** `2026-11-23` in the workbook's zone. */
  readonly today: string;
  /** What stands in person fields for whoever looks. */
  readonly me: string;
  readonly findField: FindField;
}

type Test = (record: Listed) => boolean;

/** Answers whether a record belongs to the list. A condition on a field that is not there is met by no record. */
export function segmentTest({ join, conditions }: Pick<Segment, 'join' | 'conditions'>, context: SegmentContext): Test {
  const tests = conditions.map((condition) => conditionTest(condition, context));
  if (tests.length === 0) return () => true;
  return join === 'all'
    ? (record) => tests.every((test) => test(record))
    : (record) => tests.some((test) => test(record));
}

function conditionTest(condition: Condition, { today, me, findField }: SegmentContext): Test {
  const { field: key, op, value } = condition;
  const field = findField(key);
  if (!field) return () => false;
  const held = (record: Listed) => record.fields[key] ?? null;
  const text = (record: Listed) => fold(textOf(held(record), record));
  const wanted = fold(String(value ?? ''));
  const number = Number(value);
  /** Whether the record's day (of a date-time its date) is there and passes. */
  const day =
    (passes: (day: string) => boolean): Test =>
    (record) => {
      const own = held(record);
      return typeof own === 'string' && /^\d{4}-\d\d-\d\d/.test(own) && passes(own.slice(0, 10));
    };
  const amount =
    (passes: (own: number) => boolean): Test =>
    (record) => {
      const own = held(record);
      return typeof own === 'number' && passes(own);
    };
  const not =
    (test: Test): Test =>
    (record) =>
      !test(record);

  switch (op) {
    case 'blank':
      return (record) => isBlank(held(record));
    case 'filled':
      return (record) => !isBlank(held(record));
    case 'contains':
      return (record) => text(record).includes(wanted);
    case 'lacks':
      return (record) => !text(record).includes(wanted);
    case 'is':
      return (record) => text(record) === wanted;
    case 'isNot':
      return (record) => text(record) !== wanted;
    case 'anyOf':
    case 'noneOf':
    case 'allOf': {
      const names = new Set(
        (Array.isArray(value) ? value : []).map((one) => fold(field.type === 'person' && one === meKey ? me : one)),
      );
      const among = (one: unknown) => names.has(fold(String(one)));
      const listOf = (own: FieldValue): readonly unknown[] => (isBlank(own) ? [] : Array.isArray(own) ? own : [own]);
      if (op === 'anyOf') return (record) => listOf(held(record)).some(among);
      if (op === 'noneOf') return (record) => !listOf(held(record)).some(among);
      return (record) => {
        const own = new Set(listOf(held(record)).map((one) => fold(String(one))));
        return [...names].every((name) => own.has(name));
      };
    }
    case 'equals':
      return amount((own) => own === number);
    case 'atLeast':
      return amount((own) => own >= number);
    case 'atMost':
      return amount((own) => own <= number);
    case 'lastDays':
    case 'notLastDays': {
      const first = addDays(today, -number);
      const within = day((own) => own >= first && own <= today);
      return op === 'lastDays' ? within : not(within);
    }
    case 'nextDays': {
      const last = addDays(today, number);
      return day((own) => own >= today && own <= last);
    }
    case 'before':
      return day((own) => own < String(value));
    case 'from':
      return day((own) => own >= String(value));
    case 'past':
      return day((own) => own < today);
    case 'coming':
      return day((own) => own >= today);
    case 'yes':
      return (record) => held(record) === true;
    case 'no':
      return (record) => held(record) !== true;
  }
}

/** The text that stands for a value: of a reference the name of its record, or its id where it has none. */
function textOf(value: FieldValue, { labels }: Listed): string {
  if (Array.isArray(value)) return value.join(', ');
  if (value === null) return '';
  const text = String(value);
  return labels[text] || text;
}
