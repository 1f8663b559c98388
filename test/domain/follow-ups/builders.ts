// Records for tests: blank in every field that a test does not name.
import { fieldsOf, type RecordOf, type TabKey } from '../../../src/domain/schema';

/** A record of a tab with these values; `choices` fields start empty, all else blank. */
export function recordOf<K extends TabKey>(tab: K, values: Partial<RecordOf<K>>): RecordOf<K> {
  const blank = Object.fromEntries(fieldsOf(tab).map(([key, field]) => [key, field.type === 'choices' ? [] : null]));
  return { ...blank, ...values } as RecordOf<K>;
}
