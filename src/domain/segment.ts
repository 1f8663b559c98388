// Saved lists: which records of a tab a team wants to see together, as conditions on their fields. What stands in the tab Lists is
// read here and checked here: anybody may have typed into it. Matching stands in segment-match.ts, words for people in the sidebar.
import { isDay } from './days';
import { type Field, type FieldType, findTab, type RecordTabKey } from './schema';
import { fold } from './text';

/** Tabs that lists are made of. */
export const segmentTabs = [
  'contacts',
  'companies',
  'deals',
  'tasks',
  'tickets',
] as const satisfies readonly RecordTabKey[];
export type SegmentTab = (typeof segmentTabs)[number];

/**
 * What a condition asks of a field. Case, accents and runs of space make no difference to any of them.
 * - `blank`, `filled`: nothing, or something, stands there. They need no value.
 * - `contains`, `lacks`, `is`, `isNot`: the text; of a reference the name of its record. A blank field lacks every text and is none.
 * - `anyOf`, `noneOf`: the choice or the person is, or is not, one of these; of tags at least one is among them, or none is.
 * - `allOf`: every one of these tags is there.
 * - `equals`, `atLeast`, `atMost`: the number; shares as 0..1. A blank field meets none of them.
 * - `lastDays`: the day is today or lies at most so many days back. `notLastDays` is its opposite: earlier, later, or never.
 * - `nextDays`: the day is today or lies at most so many days ahead.
 * - `before`, `from`: the day lies before this one, or not before it. `past`, `coming`: the same with today, which is coming.
 * - `yes`, `no`: ticked or not; blank is not.
 */
export type Operator =
  | 'blank'
  | 'filled'
  | 'contains'
  | 'lacks'
  | 'is'
  | 'isNot'
  | 'anyOf'
  | 'noneOf'
  | 'allOf'
  | 'equals'
  | 'atLeast'
  | 'atMost'
  | 'lastDays'
  | 'notLastDays'
  | 'nextDays'
  | 'before'
  | 'from'
  | 'past'
  | 'coming'
  | 'yes'
  | 'no';

/** `value`: a text, a number, a day or a list of texts, as the operator wants it; left out where it wants none. */
export interface Condition {
  readonly field: string;
  readonly op: Operator;
  readonly value?: string | number | readonly string[];
}

export interface Segment {
  readonly tab: SegmentTab;
  /** Whether a record must meet all conditions or any of them. Without conditions every record is meant. */
  readonly join: 'all' | 'any';
  readonly conditions: readonly Condition[];
}

/** Stands for whoever looks at the list, where a person is asked for. */
export const meKey = 'me';

export const mostConditions = 20;
/** Of one text, and of the texts of one condition. */
const longest = 200;
const mostTexts = 100;
/** Ten years: nobody asks further, and a day stays one of the calendar. */
const mostDays = 3660;

export type ValueKind = 'none' | 'text' | 'texts' | 'number' | 'days' | 'day';

const valueKinds: { readonly [op in Operator]: ValueKind } = {
  blank: 'none',
  filled: 'none',
  contains: 'text',
  lacks: 'text',
  is: 'text',
  isNot: 'text',
  anyOf: 'texts',
  noneOf: 'texts',
  allOf: 'texts',
  equals: 'number',
  atLeast: 'number',
  atMost: 'number',
  lastDays: 'days',
  notLastDays: 'days',
  nextDays: 'days',
  before: 'day',
  from: 'day',
  past: 'none',
  coming: 'none',
  yes: 'none',
  no: 'none',
};

/** What kind of value an operator wants. */
export function valueKindOf(op: Operator): ValueKind {
  return valueKinds[op];
}

const numbers: readonly Operator[] = ['atLeast', 'atMost', 'equals', 'blank', 'filled'];
const days: readonly Operator[] = [
  'lastDays',
  'notLastDays',
  'nextDays',
  'past',
  'coming',
  'before',
  'from',
  'blank',
  'filled',
];
const texts: readonly Operator[] = ['contains', 'lacks', 'is', 'isNot', 'blank', 'filled'];
const choice: readonly Operator[] = ['anyOf', 'noneOf', 'blank', 'filled'];

const operators: { readonly [type in FieldType]?: readonly Operator[] } = {
  number: numbers,
  money: numbers,
  percent: numbers,
  date: days,
  dateTime: days,
  choice,
  person: choice,
  choices: ['anyOf', 'allOf', 'noneOf', 'blank', 'filled'],
  checkbox: ['yes', 'no'],
};

/** What can be asked of a field, the most usual first. */
export function operatorsOf({ type }: Pick<Field, 'type'>): readonly Operator[] {
  return operators[type] ?? texts;
}

/** Answers the field with this key, the team's own columns (`custom:…`) included; undefined where the tab has none. */
export type FindField = (key: string) => Field | undefined;

/** What keeps a condition from being asked, as a sentence; undefined when it is right. */
export function conditionProblem(condition: Condition, findField: FindField): string | undefined {
  const { op, value } = condition;
  const field = findField(condition.field);
  if (!field) return `There is no field “${shown(condition.field)}”.`;
  const { header } = field;
  if (!operatorsOf(field).includes(op)) return `${header} cannot be asked for “${shown(op)}”.`;
  switch (valueKindOf(op)) {
    case 'none':
      return undefined;
    case 'text':
      return typeof value === 'string' && value.trim() !== '' && value.length <= longest
        ? undefined
        : `${header}: say which text, at most ${longest} characters.`;
    case 'texts':
      return Array.isArray(value) && value.length > 0 && value.length <= mostTexts && value.every(isText)
        ? undefined
        : `${header}: choose at least one value.`;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : `${header}: say which number.`;
    case 'days':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostDays
        ? undefined
        : `${header}: say how many days, 0 to ${mostDays}.`;
    default:
      return typeof value === 'string' && isDay(value) ? undefined : `${header}: say which day.`;
  }
}

export type ReadSegment =
  | { readonly ok: true; readonly segment: Segment }
  /** `tab`: where it can be told all the same. */
  | { readonly ok: false; readonly tab: SegmentTab | null; readonly problem: string };

/**
 * Reads a row of Lists: its Tab (title or key) and its Filter (what `filterText` wrote). Never throws; what cannot be asked is told as a
 * sentence. `fieldsOf` answers the fields of the tab.
 */
export function readSegment(
  tabText: string | null,
  filter: string | null,
  fieldsOf: (tab: SegmentTab) => FindField,
): ReadSegment {
  const key = findTab(tabText ?? '');
  const tab = segmentTabs.find((one) => one === key) ?? null;
  if (!tab) return { ok: false, tab, problem: `“${shown(tabText ?? '')}” is no tab that lists are made of.` };
  const read = parse(filter ?? '');
  const join = read?.join ?? 'all';
  const conditions = read?.conditions ?? [];
  if (!read || (join !== 'all' && join !== 'any') || !Array.isArray(conditions) || !conditions.every(isCondition))
    return { ok: false, tab, problem: 'Its Filter cannot be read.' };
  if (conditions.length > mostConditions)
    return { ok: false, tab, problem: `It has more than ${mostConditions} conditions.` };
  const findField = fieldsOf(tab);
  for (const condition of conditions) {
    const problem = conditionProblem(condition, findField);
    if (problem !== undefined) return { ok: false, tab, problem };
  }
  return { ok: true, segment: { tab, join, conditions } };
}

/** What stands in the Filter cell of a list. */
export function filterText({ join, conditions }: Pick<Segment, 'join' | 'conditions'>): string {
  return JSON.stringify({ join, conditions });
}

/**
 * The segment once a stage of deals is called otherwise; null where it does not ask for that stage. `isKept`: another pipeline still has
 * a stage of the old name, which is asked for beside the new one then.
 */
export function withStageRenamed(segment: Segment, from: string, to: string, isKept: boolean): Segment | null {
  if (segment.tab !== 'deals') return null;
  const isFrom = (text: unknown) => typeof text === 'string' && fold(text) === fold(from);
  const rename = (condition: Condition): Condition => {
    const { field, value } = condition;
    if (field !== 'stage' || !Array.isArray(value) || !value.some(isFrom)) return condition;
    const others = value.filter((one) => fold(one) !== fold(to) || isFrom(one));
    return { ...condition, value: others.flatMap((one) => (isFrom(one) ? [...(isKept ? [one] : []), to] : [one])) };
  };
  const conditions = segment.conditions.map(rename);
  return conditions.every((one, at) => one === segment.conditions[at]) ? null : { ...segment, conditions };
}

interface Parsed {
  join?: unknown;
  conditions?: unknown;
}

/** A blank cell asks for nothing, so that a row with a name and a tab alone is a list of all records. */
function parse(filter: string): Parsed | null {
  if (filter.trim() === '') return {};
  try {
    const read: unknown = JSON.parse(filter);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : null;
  } catch {
    return null;
  }
}

function isCondition(one: unknown): one is Condition {
  const { field, op } = (one ?? {}) as { field?: unknown; op?: unknown };
  return typeof field === 'string' && typeof op === 'string' && Object.keys(valueKinds).includes(op);
}

function isText(one: unknown): boolean {
  return typeof one === 'string' && one.trim() !== '' && one.length <= longest;
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
