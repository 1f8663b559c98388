// What a record was some versions ago, and who changed it since: from History, for merges and for telling of conflicts.

import { unknownAuthor } from '../domain/change-set';
import type { MergeConflict } from '../domain/merge';
import { fieldOf } from '../domain/record';
import type { AnyRecord, FieldValue, RecordTabKey } from '../domain/schema';
import type { Conflict, Workbook } from './api';
import { readHistoryOf } from './history';
import { readPastOf } from './whole-history';

/** Values before the last `versions` changes of the fields that they touched (2 reads, more only where some are packed). */
export function baseFromHistory(workbook: Workbook, id: string, versions: number): AnyRecord {
  const base: { [field: string]: FieldValue } = {};
  if (versions <= 0) return base;
  for (const entry of readPastOf(workbook, id, null, versions).reverse()) {
    for (const [field, [before]] of Object.entries(entry.delta)) {
      if (!(field in base)) base[field] = before;
    }
  }
  return base;
}

/** Conflicts as clients see them: with the field's header, and with who made the other change, as far as History knows (2 reads). */
export function describeConflicts(
  workbook: Workbook,
  tab: RecordTabKey,
  id: string,
  conflicts: readonly MergeConflict[],
): Conflict[] {
  const past = readHistoryOf(workbook, id).reverse();
  return conflicts.map((conflict) => {
    const last = past.find((entry) => conflict.field in entry.delta);
    return {
      ...conflict,
      label: fieldOf(tab, conflict.field)?.header ?? conflict.field,
      who: last?.who ?? unknownAuthor.name,
      at: last?.when ?? '',
    };
  });
}
