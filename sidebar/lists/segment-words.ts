// A list's conditions as people say them.
import {
  type Condition,
  type FindField,
  meKey,
  type Operator,
  type Segment,
  valueKindOf,
} from '../../src/domain/segment';
import * as words from '../words';

const operators: { readonly [op in Operator]: string } = {
  blank: words.isBlank,
  filled: words.isNotBlank,
  contains: words.contains,
  lacks: words.doesNotContain,
  is: words.is,
  isNot: words.isNot,
  anyOf: words.isAnyOf,
  noneOf: words.isNoneOf,
  allOf: words.hasAllOf,
  equals: words.isExactly,
  atLeast: words.isAtLeast,
  atMost: words.isAtMost,
  lastDays: words.isWithinLast,
  notLastDays: words.isNotWithinLast,
  nextDays: words.isWithinNext,
  before: words.isBefore,
  from: words.isOnOrAfter,
  past: words.isBeforeToday,
  coming: words.isTodayOrLater,
  yes: words.isTicked,
  no: words.isNotTicked,
};

/** What an operator is called, to stand between a field's header and the value. */
export function operatorWords(op: Operator): string {
  return operators[op];
}

/** “Last contact is not within the last 30 days and Owner is any of me”. `nameOf` says who a person's key means. */
export function segmentWords(
  { join, conditions }: Pick<Segment, 'join' | 'conditions'>,
  findField: FindField,
  nameOf: (person: string) => string = (key) => key,
): string {
  const said = conditions.map((condition) => conditionWords(condition, findField, nameOf));
  return join === 'all' ? words.allConditions(said) : words.anyCondition(said);
}

function conditionWords({ field: key, op, value }: Condition, findField: FindField, nameOf: (key: string) => string) {
  const field = findField(key);
  const header = field ? words.label(field.header) : key;
  const operator = operators[op];
  const person = (text: string) =>
    field?.type !== 'person' ? text : text === meKey ? words.meAmongOthers : nameOf(text);
  switch (valueKindOf(op)) {
    case 'none':
      return words.conditionSays(header, operator);
    case 'days':
      return words.conditionDays(header, operator, String(value));
    case 'texts':
      return words.conditionLists(header, operator, (Array.isArray(value) ? value : []).map(person));
    case 'text':
      return words.conditionQuotes(header, operator, String(value));
    case 'number':
      // Rounded, because 0.07 * 100 is 7.000000000000001 in binary.
      return words.conditionAsks(
        header,
        operator,
        field?.type === 'percent' ? `${Math.round(Number(value) * 1e6) / 1e4}%` : String(value),
      );
    default:
      return words.conditionAsks(header, operator, String(value));
  }
}
