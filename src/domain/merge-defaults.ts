// Which values the kept record is to get of the other one when two records become one, before a person has chosen. Pure.
import { isBlank, sameValue } from './record';
import { type AnyRecord, type FieldValue, fieldsOf, type RecordTabKey } from './schema';

/**
 * What a record takes over from another that becomes a part of it, as far as nobody says otherwise: values where it has none, lists
 * joined, and an address or number that has no other place.
 */
export function mergeDefaults(tab: RecordTabKey, keep: AnyRecord, gone: AnyRecord): { [field: string]: FieldValue } {
  const changes: { [field: string]: FieldValue } = {};
  for (const [key, field] of fieldsOf(tab)) {
    if (field.writer !== 'person') continue;
    const [own, other] = [keep[key] ?? null, gone[key] ?? null];
    if (Array.isArray(own) && Array.isArray(other)) changes[key] = [...new Set([...own, ...other])];
    else if (isBlank(own)) changes[key] = other;
  }
  if (tab === 'contacts') {
    const written = (fields: AnyRecord, key: string) => String(fields[key] ?? '').split(',');
    const emails = [...written(keep, 'otherEmails'), ...written(gone, 'otherEmails'), String(gone.email ?? '')];
    const taken = [keep.email ?? changes.email];
    const others = emails.map((one) => one.trim()).filter((one) => one !== '' && !taken.includes(one));
    changes.otherEmails = [...new Set(others)].join(', ');
    const isOther = !isBlank(keep.phone) && !sameValue(keep.phone, gone.phone);
    if (isBlank(keep.otherPhone) && isBlank(gone.otherPhone) && isOther) changes.otherPhone = gone.phone ?? null;
  }
  return Object.fromEntries(Object.entries(changes).filter(([key, value]) => !sameValue(value, keep[key])));
}
