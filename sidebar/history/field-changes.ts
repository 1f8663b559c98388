// The fields of one record's change, as they are told: Rowbook's own stamps only where nothing else changed.
import { fieldOf, labelOf } from '../../src/domain/record';
import type { Field, FieldValue } from '../../src/domain/schema';
import type { RecordChange } from '../../src/rpc/contract-history';
import * as words from '../words';

export interface FieldChange {
  key: string;
  label: string;
  /** Undefined for a column of the team's own. */
  field: Field | undefined;
  before: FieldValue;
  after: FieldValue;
  canPutBack: boolean;
}

/** Whether the record stood before and afterwards; a block, or one that came or went, did not. */
export function isUpdate({ id, summary }: RecordChange): boolean {
  return !id.includes('…') && !/^(Created|Deleted|Restored|Merged into .*)$/.test(summary);
}

export function fieldChanges(change: RecordChange): FieldChange[] {
  const { tab, delta } = change;
  const all = Object.entries(delta)
    .filter(([key]) => key !== 'id')
    .map(([key, [before, after]]): FieldChange => {
      const field = fieldOf(tab, key);
      const isOurs = field?.writer === 'person' || field?.writer === 'twoWay';
      return {
        key,
        label: words.label(labelOf(tab, key)),
        field,
        before,
        after,
        canPutBack: isOurs && change.mayChange && isUpdate(change),
      };
    });
  const told = all.filter(({ field }) => field?.writer !== 'system');
  return told.length > 0 ? told : all;
}
