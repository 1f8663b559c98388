// A record as plain values: its name for people, its defaults, what comparing two values means.
import { type AnyRecord, type Field, type FieldValue, fieldsOf, type RecordTabKey, type TabKey, tabOf } from './schema';

/** Custom fields (columns that a team added) stand under this prefix and the column's header. */
export const customPrefix = 'custom:';

/** The record's name for people: its name fields, joined; '' when all are blank. */
export function nameOf(tab: TabKey, fields: AnyRecord): string {
  return (tabOf(tab).nameFields ?? [])
    .map((key) => fields[key])
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' ');
}

/** The declaration of a field; a custom field is text. Undefined when the tab has no such field. */
export function fieldOf(tab: TabKey, key: string): Field | undefined {
  const fields = tabOf(tab).fields;
  // Own keys only: a client may send `constructor`.
  if (Object.keys(fields).includes(key)) return fields[key];
  if (!key.startsWith(customPrefix)) return undefined;
  return { type: 'longText', header: key.slice(customPrefix.length), writer: 'person' };
}

/** What a field is called in History: its header. A column that was duplicated with its header is told from the one it copies. */
export function labelOf(tab: TabKey, key: string): string {
  const header = fieldOf(tab, key)?.header ?? key;
  const isCopied = key.startsWith(customPrefix) && fieldsOf(tab).some(([, field]) => field.header === header);
  return isCopied ? `${header} (copy)` : header;
}

/** What a new record starts with: the schema's defaults, all else blank. */
export function newRecord(tab: RecordTabKey): { [key: string]: FieldValue } {
  const fields: { [key: string]: FieldValue } = {};
  for (const [key, field] of fieldsOf(tab)) {
    fields[key] = field.default ?? blankOf(field);
  }
  return fields;
}

/** How blank looks for this type: an empty list for choices, else null. */
export function blankOf(field: Field): FieldValue {
  return field.type === 'choices' ? [] : null;
}

/** Whether a person sees nothing: null, no text, an empty list or a field that is not there. 0, false and spaces are not blank. */
export function isBlank(value: FieldValue | undefined): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Some fields of a record; those it does not have are null. */
export function pickFields(fields: AnyRecord, keys: readonly string[]): { [field: string]: FieldValue } {
  return Object.fromEntries(keys.map((key) => [key, fields[key] ?? null]));
}

/** Whether two values are the same for a person: blanks are alike, lists are compared in order. */
export function sameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (isBlank(one) || isBlank(other)) return isBlank(one) && isBlank(other);
  return JSON.stringify(one) === JSON.stringify(other);
}
