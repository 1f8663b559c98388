// All issues of one change, not the first. Plain data in and out: the add-on and the function use the same rules.
import type { Issue } from './issue';
import { phoneCountry } from './phone';
import { blankOf, fieldOf } from './record';
import { missingFields } from './required';
import { type AnyRecord, type Field, type FieldValue, fieldsOf, type RecordTabKey } from './schema';
import type { Stage } from './settings';
import { type Problem, parseInput, type ValueContext } from './values';

export interface ValidationContext extends ValueContext {
  /** The workbook's stages, asked for only where a rule depends on them. */
  readonly stages?: () => readonly Stage[];
  /** Id of another record that holds this value of a unique field, or undefined. */
  readonly holderOf?: (tab: RecordTabKey, field: string, value: string) => string | undefined;
  /** Whether a record exists; left out: every well-formed id is taken. */
  readonly exists?: (tab: string, id: string) => boolean;
}

export interface ChangeToCheck {
  readonly tab: RecordTabKey;
  /** Blank for a new record. */
  readonly id: string;
  /** The record as it is now; empty for a new one. */
  readonly before: AnyRecord;
  /** What a person wants to set, as a client sends it. */
  readonly changes: { readonly [field: string]: FieldValue };
  /** Fields that a person may not set are refused unless Rowbook itself writes (`system`). */
  readonly by?: 'person' | 'system';
}

export interface CheckedChange {
  /** The changes in canonical form (ids instead of names, numbers instead of digits). Only good ones. */
  readonly changes: { [field: string]: FieldValue };
  readonly issues: Issue[];
}

/** Reads and checks a change: each value by its type, then the record as a whole as it would be afterwards. */
export function checkChange(change: ChangeToCheck, context: ValidationContext = {}): CheckedChange {
  const read = readChanges(change, context);
  const after = { ...change.before, ...read.changes };
  const broken = new Set(read.issues.map((one) => one.field));
  const missing = requiredIssues(change, after, context).filter((one) => !broken.has(one.field));
  return {
    changes: read.changes,
    issues: [...read.issues, ...missing, ...uniqueIssues(change, read.changes, context)],
  };
}

/** Only the values: parses each changed field by its type. */
function readChanges(change: ChangeToCheck, context: ValidationContext): CheckedChange {
  const changes: { [field: string]: FieldValue } = {};
  const issues: Issue[] = [];
  const own = withCountryOf({ ...change.before, ...change.changes }, context);
  for (const [key, input] of Object.entries(change.changes)) {
    const field = fieldOf(change.tab, key);
    if (!field) {
      issues.push(issue(change, key, 'unknownField', 'a field of this tab', input));
      continue;
    }
    if (change.by !== 'system' && (field.writer === 'system' || field.writer === 'derived')) {
      issues.push(issue(change, key, 'readOnly', 'nothing: Rowbook keeps this field itself', input));
      continue;
    }
    const parsed = parseInput(field, input, own);
    const problem = parsed.problem ?? missingTarget(field, parsed.value, context);
    if (problem) issues.push(issue(change, key, problem.code, problem.expected, input));
    else changes[key] = parsed.value;
  }
  return { changes, issues };
}

/** The context for one record's values: its phone numbers are dialled where its own Country says. */
export function withCountryOf<Context extends ValueContext>(fields: AnyRecord, context: Context): Context {
  return { ...context, country: () => phoneCountry(fields.country, context.country?.()) };
}

/** What the record as a whole lacks: required fields, also those that depend on another field. */
export function requiredIssues(change: ChangeToCheck, after: AnyRecord, context: ValidationContext): Issue[] {
  return missingFields(change.tab, after, context.stages).map(([key, field]) =>
    issue(change, key, 'required', field.requiredUnless ? either(change, field) : 'a value', null),
  );
}

function uniqueIssues(change: ChangeToCheck, changes: AnyRecord, context: ValidationContext): Issue[] {
  return Object.entries(changes).flatMap(([key, value]) => {
    if (!fieldOf(change.tab, key)?.unique || typeof value !== 'string' || value === '') return [];
    const holder = context.holderOf?.(change.tab, key, value);
    return holder === undefined || holder === change.id
      ? []
      : [
          issue(
            change,
            key,
            'unique',
            `a value that no other record has (${holder} has it)`,
            change.changes[key] ?? value,
          ),
        ];
  });
}

function missingTarget(field: Field, value: FieldValue, context: ValidationContext): Problem | undefined {
  if (field.type !== 'reference' || typeof value !== 'string' || !context.exists) return undefined;
  return context.exists(field.reference ?? '', value)
    ? undefined
    : { code: 'reference', expected: `an existing record` };
}

function either(change: ChangeToCheck, field: Field): string {
  const other = fieldOf(change.tab, field.requiredUnless ?? '');
  return `${field.header} or ${other?.header ?? ''}`;
}

/** An issue with its sentence. */
export function issue(
  about: { readonly tab: string; readonly id: string },
  key: string,
  code: string,
  expected: string,
  received: FieldValue,
): Issue {
  const header = fieldOf(about.tab as RecordTabKey, key)?.header ?? key;
  const got = Array.isArray(received) ? received.join(', ') : String(received ?? '');
  const shown = got.length > 80 ? `${got.slice(0, 80)}…` : got;
  return {
    tab: about.tab,
    id: about.id,
    field: key,
    code,
    expected,
    received: shown,
    message: sentence(code, header, expected, shown),
  };
}

function sentence(code: string, header: string, expected: string, shown: string): string {
  if (code === 'required') return `${header} is missing.`;
  if (code === 'readOnly') return `${header} is kept by Rowbook itself and cannot be set.`;
  return header === ''
    ? `Rowbook expected ${expected}, not “${shown}”.`
    : `${header}: expected ${expected}, not “${shown}”.`;
}

/** The record with every blank field of its type: lists empty, all else null. */
export function completeRecord(tab: RecordTabKey, fields: AnyRecord): { [key: string]: FieldValue } {
  const whole: { [key: string]: FieldValue } = {};
  for (const [key, field] of fieldsOf(tab)) whole[key] = blankOf(field);
  return { ...whole, ...fields };
}
