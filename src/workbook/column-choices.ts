// What `_Meta` remembers of a tab's columns: those the team left out on purpose, and those that were just brought back and still
// lack their values.
import type { TabKey } from '../domain/schema';
import type { Workbook } from './api';
import { readMeta, writeMeta } from './meta';

interface Choices {
  readonly leftOut?: { readonly [tab: string]: readonly string[] };
  /** Announced before the column is made, so that a run cut off before it was filled is completed, and no blank is anybody's. */
  readonly returning?: { readonly [tab: string]: readonly string[] };
}

function choices(workbook: Workbook): Choices {
  return (readMeta(workbook, 'columns') ?? {}) as Choices;
}

/** Fields of a tab that the team wants no column for (no read of its own). */
export function leftOut(workbook: Workbook, tab: TabKey): readonly string[] {
  return choices(workbook).leftOut?.[tab] ?? [];
}

/** Remembers that the team wants no column for this field, or one after all (1 write). Under the lock. */
export function chooseColumn(workbook: Workbook, tab: TabKey, key: string, isOut: boolean): void {
  const others = leftOut(workbook, tab).filter((one) => one !== key);
  const own = isOut ? [...others, key] : others;
  writeMeta(workbook, { columns: { ...choices(workbook), leftOut: { ...choices(workbook).leftOut, [tab]: own } } });
}

/** Columns that were made and still lack their values, by tab (no read of its own). */
export function returning(workbook: Workbook): { readonly [tab: string]: readonly string[] } {
  return choices(workbook).returning ?? {};
}

/** Announces that these columns of a tab are about to be made and filled (1 write and a flush). Under the lock. */
export function announceReturn(workbook: Workbook, tab: TabKey, keys: readonly string[]): void {
  const all = returning(workbook);
  writeMeta(workbook, {
    columns: { ...choices(workbook), returning: { ...all, [tab]: [...(all[tab] ?? []), ...keys] } },
  });
  SpreadsheetApp.flush();
}

/** The columns of a tab that were announced are filled (1 write, none when none were). Under the lock. */
export function endReturn(workbook: Workbook, tab: TabKey): void {
  const { [tab]: own, ...others } = returning(workbook);
  if (own) writeMeta(workbook, { columns: { ...choices(workbook), returning: others } });
}
