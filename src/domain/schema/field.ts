// What a field is: one plain object from which headers, formats, dropdowns, forms, types and validators derive.
// No tab is declared here (see record-tabs.ts, admin-tabs.ts, written-tabs.ts).

/** The kinds of value a field can hold. The TypeScript type of each stands in `ValueOfType`. */
export type FieldType =
  | 'id'
  | 'text'
  | 'longText'
  | 'email'
  | 'phone'
  | 'url'
  | 'money'
  | 'number'
  | 'percent'
  | 'date'
  | 'time'
  | 'dateTime'
  | 'choice'
  | 'choices'
  | 'checkbox'
  | 'reference'
  | 'person';

/**
 * A field's value as code sees it; `null` is a blank cell.
 * - date `2026-11-23`, time `09:30`, dateTime `2026-11-23T09:30` (wall clock of the workbook's zone)
 * - money in major units, percent 0..1, choices as a list (never blank, at least empty)
 * - reference the id (`CO-12`), person the team member's email, or the name where they have none
 */
export type FieldValue = string | number | boolean | readonly string[] | null;

/** Who changes a field: a person; Rowbook from other records; both ("two-way"); or only Rowbook's own bookkeeping. */
export type Writer = 'person' | 'derived' | 'twoWay' | 'system';

export interface FieldOptions {
  /** Must not be blank. */
  readonly required?: boolean;
  /** Must not be blank unless this other field is filled (First name or Last name). */
  readonly requiredUnless?: string;
  /** Must not be blank when `field` holds `value`; stage conditions compare the stage's outcome (`won`, `lost`). */
  readonly requiredWhen?: { readonly field: string; readonly outcome: 'won' | 'lost' };
  /** No two records may share this value (compared in normalised form). */
  readonly unique?: boolean;
  /** Fixed choices. Choices that a team sets (stages, people) are looked up by `choicesFrom`. */
  readonly choices?: readonly string[];
  readonly choicesFrom?: 'stages' | 'pipelines' | 'currencies';
  /** Key of the tab a reference points into. */
  readonly reference?: string;
  readonly default?: FieldValue;
  readonly help?: string;
  /** Lower-case headers of other programs and of people's own sheets that mean this field. */
  readonly synonyms?: readonly string[];
  readonly writer?: Writer;
}

export interface Field<T extends FieldType = FieldType> extends FieldOptions {
  readonly type: T;
  readonly header: string;
  readonly writer: Writer;
}

type ValueOfType = {
  id: string;
  text: string;
  longText: string;
  email: string;
  phone: string;
  url: string;
  money: number;
  number: number;
  percent: number;
  date: string;
  time: string;
  dateTime: string;
  choice: string;
  choices: readonly string[];
  checkbox: boolean;
  reference: string;
  person: string;
};

/** The TypeScript type of a field's value: `choices` is a list, `id` is always there, all else may be blank. */
export type ValueOf<F extends Field> = F['type'] extends 'id'
  ? string
  : F['type'] extends 'choices'
    ? readonly string[]
    : ValueOfType[F['type']] | null;

/** Declares one field. `header` is what stands in row 1 of the tab. */
export function field<const T extends FieldType>(type: T, header: string, options: FieldOptions = {}): Field<T> {
  return { type, header, writer: 'person', ...options };
}
