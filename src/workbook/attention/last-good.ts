// The last value of a field that could be right: from History, to be put back with one press.

import { parseId } from '../../domain/ids';
import { fieldOf, isBlank, nameOf, sameValue } from '../../domain/record';
import type { FieldValue, RecordTabKey } from '../../domain/schema';
import { parseInput } from '../../domain/values';
import type { Workbook } from '../api';
import { readHistoryOf } from '../history';
import { isDeleted, readLedgerEntry } from '../ledger';
import { valueContext } from '../lookups';
import { findById } from '../table';

export interface LastGoodValue {
  readonly value: FieldValue;
  /** The name of the record that it refers to; blank for any other. */
  readonly label: string;
  /** A deal's, blank for any other. */
  readonly currency: FieldValue;
  readonly when: string;
}

/** The newest value in History that is right and is not what stands there now; null when there is none (6 reads and more). */
export function lastGoodValue(workbook: Workbook, tab: RecordTabKey, id: string, field: string): LastGoodValue | null {
  const record = findById(workbook, tab, id);
  const declared = fieldOf(tab, field);
  if (!record || !declared) return null;
  const now = record.raw[field] ?? record.fields[field];
  const context = valueContext(workbook);
  for (const { delta, when } of readHistoryOf(workbook, id).reverse()) {
    for (const value of [delta[field]?.[1], delta[field]?.[0]]) {
      if (value === undefined || isBlank(value) || sameValue(value, now)) continue;
      const parsed = parseInput(declared, value, context);
      if (parsed.problem) continue;
      const label = declared.type === 'reference' ? nameOfTarget(workbook, String(parsed.value)) : '';
      if (label === null || sameValue(parsed.value, now)) continue;
      return { value: parsed.value, label, currency: record.fields.currency ?? null, when };
    }
  }
  return null;
}

/** The name of a record that stands in the grid, or its id; null when it was deleted or never was. */
function nameOfTarget(workbook: Workbook, id: string): string | null {
  const target = parseId(id);
  const entry = target ? readLedgerEntry(workbook, target.tab, target.id) : null;
  return target && entry && !isDeleted(entry) ? nameOf(target.tab, entry.state.fields) || id : null;
}
