// Pasted tables in our spelling. A row that has no id yet is known by what it holds only, and thousands of them take a while to be
// written: a sort in that moment would put one row's address into another. So they first get what is blank (id, defaults), and
// stand in the ledger as they were typed; their cells are spelled afterwards, when what falls into a wrong row can be put back.
import { isBlank, sameValue } from '../domain/record';
import type { AnyRecord, FieldValue, RecordTabKey } from '../domain/schema';
import type { Workbook } from './api';
import { readMeta } from './meta';
import { changedFields, type Planned } from './plan';

/** From so many new rows on they are spelled afterwards. */
export const manyRows = 20;
/** Writes under one lock: about two and a half modelled seconds. */
const mostWrites = 60;

type Tabs = { readonly [tab: string]: boolean };

/** Tabs with rows that are still to be spelled (no read of its own). */
export function unspelledTabs(workbook: Workbook): Tabs {
  return (readMeta(workbook, 'unspelled') ?? {}) as Tabs;
}

/** Whether a tab has such rows (no read of its own). */
export function hasUnspelled(workbook: Workbook, tab: RecordTabKey): boolean {
  return unspelledTabs(workbook)[tab] === true;
}

/** Gives the plan back what was typed wherever it would write over it; answers whether there is such a cell. */
export function leaveAsTyped(after: { [field: string]: FieldValue }, seen: AnyRecord): boolean {
  const typed = Object.entries(seen).filter(([key, value]) => !isBlank(value) && !sameValue(after[key], value));
  for (const [key, value] of typed) after[key] = value;
  return typed.length > 0;
}

/** The plans that one lock has time for: all but those spellings that would take too many writes (see write-columns.ts). */
export function withinWrites(planned: readonly Planned[]): Planned[] {
  const fields = new Map<string, { end: number; stretches: number; values: Set<string> }>();
  let isFull = false;
  const left = new Set<Planned>();
  for (const one of [...planned].sort((some, other) => some.row - other.row)) {
    if (!one.respelled) continue;
    for (const key of isFull ? [] : changedFields(one)) {
      const field = fields.get(key) ?? { end: 0, stretches: 0, values: new Set() };
      if (field.end !== one.row - 1) field.stretches++;
      fields.set(key, { ...field, end: one.row });
      field.values.add(String(one.after[key]));
    }
    if (isFull) left.add(one);
    const writes = [...fields.values()].map(({ stretches, values }) => Math.min(stretches, values.size));
    isFull = writes.reduce((sum, count) => sum + count, 0) >= mostWrites;
  }
  return planned.filter((one) => !left.has(one));
}
