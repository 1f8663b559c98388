// Which fields a record must have, and lacks. Some are asked for by another field, or by the stage that a deal stands in.
import { isBlank } from './record';
import { type AnyRecord, type Field, type FieldValue, fieldsOf, type RecordTabKey } from './schema';
import type { Stage } from './settings';
import { outcomeOf } from './stage-move';

/** The required fields that say nothing in this record, with their keys. `stages` is asked only where a rule depends on them. */
export function missingFields(
  tab: RecordTabKey,
  record: AnyRecord,
  stages: () => readonly Stage[] = () => [],
): (readonly [string, Field])[] {
  return fieldsOf(tab).filter(([key, field]) => saysNothing(record[key]) && isRequired(field, record, stages));
}

/** Blank, or only white space: nobody could find a record by such a name. */
function saysNothing(value: FieldValue | undefined): boolean {
  return isBlank(value) || (typeof value === 'string' && value.trim() === '');
}

function isRequired(field: Field, record: AnyRecord, stages: () => readonly Stage[]): boolean {
  if (field.required) return true;
  if (field.requiredUnless !== undefined) return isBlank(record[field.requiredUnless]);
  return field.requiredWhen !== undefined && outcomeOf(stages(), record) === field.requiredWhen.outcome;
}
