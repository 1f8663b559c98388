// A list's conditions as people say them.
import { type Condition, type FindField, meKey, type Operator, type Segment, valueKindOf } from './segment';

const words: { readonly [op in Operator]: string } = {
  blank: 'is blank',
  filled: 'is not blank',
  contains: 'contains',
  lacks: 'does not contain',
  is: 'is',
  isNot: 'is not',
  anyOf: 'is any of',
  noneOf: 'is none of',
  allOf: 'has all of',
  equals: 'is exactly',
  atLeast: 'is at least',
  atMost: 'is at most',
  lastDays: 'is within the last',
  notLastDays: 'is not within the last',
  nextDays: 'is within the next',
  before: 'is before',
  from: 'is on or after',
  past: 'is before today',
  coming: 'is today or later',
  yes: 'is ticked',
  no: 'is not ticked',
};

/** What an operator is called, to stand between a field's header and the value. */
export function operatorWords(op: Operator): string {
  return words[op];
}

/** “Last contact is not within the last 30 days and Owner is any of me”. `nameOf` says who a person's key means. */
export function segmentWords(
  { join, conditions }: Pick<Segment, 'join' | 'conditions'>,
  findField: FindField,
  nameOf: (person: string) => string = (key) => key,
): string {
  return conditions
    .map((condition) => conditionWords(condition, findField, nameOf))
    .join(join === 'all' ? ' and ' : ' or ');
}

function conditionWords({ field: key, op, value }: Condition, findField: FindField, nameOf: (key: string) => string) {
  const field = findField(key);
  const begin = `${field?.header ?? key} ${words[op]}`;
  const person = (text: string) => (field?.type !== 'person' ? text : text === meKey ? 'me' : nameOf(text));
  switch (valueKindOf(op)) {
    case 'none':
      return begin;
    case 'days':
      return `${begin} ${String(value)} ${value === 1 ? 'day' : 'days'}`;
    case 'texts':
      return `${begin} ${(Array.isArray(value) ? value : []).map(person).join(', ')}`;
    case 'text':
      return `${begin} “${String(value)}”`;
    case 'number':
      return `${begin} ${field?.type === 'percent' ? `${Number(value) * 100}%` : String(value)}`;
    default:
      return `${begin} ${String(value)}`;
  }
}
