// Three-way merge of one record, field by field: what I changed, from what, and what stands there now.
import { sameValue } from './record';
import type { AnyRecord, FieldValue } from './schema';

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
