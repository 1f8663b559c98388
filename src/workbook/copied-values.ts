// What a duplicated column holds beside the one it copies is nobody's change, nor is it one that the copy goes: the ledger
// follows, and History tells only of what somebody typed there.
import { deltaOf } from '../domain/change-set';
import { fieldOf, isBlank, sameValue } from '../domain/record';
import type { AnyRecord, FieldValue } from '../domain/schema';
import { parseCell } from '../domain/values';
import { type Columns, copiedField } from './columns';

/** Columns of the team's own in which a record differs before and after, and holds in both only what the copied field does, or nothing. */
export function copiesIn(columns: Columns, id: string, before: AnyRecord, after: AnyRecord): string[] {
  return Object.keys(deltaOf(before, after)).filter((key) => {
    const of = copiedField(columns, key);
    const field = of === undefined ? undefined : fieldOf(columns.tab, of);
    const originals = of === 'id' ? [id] : [before, after].map((fields) => fields[of ?? '']);
    const isCopy = (value: FieldValue | undefined) =>
      isBlank(value) ||
      (typeof value === 'string' &&
        field !== undefined &&
        originals.some((one) => sameValue(one, value) || sameValue(one, parseCell(field, value).value)));
    return field && isCopy(before[key]) && isCopy(after[key]);
  });
}
