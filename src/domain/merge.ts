// Three-way merge of one record, field by field: what I changed, from what, and what stands there now. And of two records that are
// one: what the one that stays takes over.
import { isBlank, sameValue } from './record';
import { type AnyRecord, type FieldValue, fieldsOf, type RecordTabKey } from './schema';

export interface MergeInput {
  /** Values that my changes began from; only the changed fields are looked at. */
  readonly base: AnyRecord;
  /** The fields I changed. */
  readonly mine: AnyRecord;
  /** The record as it is now. */
  readonly theirs: AnyRecord;
  /** Fields where I have seen theirs and chose mine. */
  readonly overwrite?: readonly string[];
}

export interface MergeConflict {
  readonly field: string;
  readonly base: FieldValue;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
}

export interface Merged {
  /** What is left to write: my changes that differ from what stands there. */
  readonly changes: { [field: string]: FieldValue };
  /** Fields that others changed since, and I did not. */
  readonly merged: string[];
  /** Fields that both changed, to different values. While there is one, nothing may be written. */
  readonly conflicts: MergeConflict[];
}

/** Joins my changes with what came between. Both changing a field to the same value is no conflict. */
export function merge({ base, mine, theirs, overwrite = [] }: MergeInput): Merged {
  const changes: { [field: string]: FieldValue } = {};
  const conflicts: MergeConflict[] = [];
  for (const [field, value] of Object.entries(mine)) {
    if (sameValue(value, theirs[field])) continue;
    const untouched = !(field in base) || sameValue(base[field], theirs[field]);
    if (untouched || overwrite.includes(field)) changes[field] = value;
    else {
      conflicts.push({ field, base: base[field] ?? null, mine: value, theirs: theirs[field] ?? null });
    }
  }
  const merged = Object.keys(base).filter((field) => !(field in mine) && !sameValue(base[field], theirs[field]));
  return { changes, merged, conflicts };
}

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
