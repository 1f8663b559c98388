// Brings back columns that people deleted, with what the ledger knows of them. Rowbook's own (ID, Created, Updated) by itself, any
// other on request. Killed at any moment, the next execution that takes the lock completes it.
import { fieldOf } from '../domain/record';
import { type RecordTabKey, recordTabKeys, type TabKey } from '../domain/schema';
import type { Workbook } from './api';
import { endReturn, returning } from './column-choices';
import { type Columns, readColumns, withSignature } from './columns';
import { markDirty } from './dirty';
import { writeMeta } from './meta';
import { readSettings } from './plain-table';
import { refill } from './refill';
import { repairTab } from './set-up-tabs';

/** Makes these columns anew and fills them (reads and writes of the whole tab). Under the lock. Answers which it made. */
export function bringBack(workbook: Workbook, tab: RecordTabKey, keys: readonly string[]): string[] {
  const { sheet } = readColumns(workbook, tab);
  const { restored } = repairTab(workbook, tab, sheet, readSettings(workbook), (key) => keys.includes(key));
  complete(workbook, tab, restored);
  return restored;
}

/** Brings back Rowbook's own columns where they are missing; answers whether any was. Under the lock. */
export function mendSystemColumns(workbook: Workbook, tab: RecordTabKey, { absent }: Columns): boolean {
  const own = absent.filter((key) => fieldOf(tab, key)?.writer === 'system');
  return own.length > 0 && bringBack(workbook, tab, own).length > 0;
}

/** Fills columns that an earlier execution made and did not fill. Under the lock; costs nothing when there are none. */
export function completeReturns(workbook: Workbook): void {
  for (const [key, fields] of Object.entries(returning(workbook))) {
    const tab = recordTabKeys.find((one) => one === key);
    try {
      if (tab) complete(workbook, tab, fields);
      else endReturn(workbook, key as TabKey);
    } catch (error) {
      // A tab that cannot be read now keeps nobody from saving elsewhere; it is completed before anything else is done in it.
      console.error(`Columns of ${key} could not be filled yet:`, error);
    }
  }
}

function complete(workbook: Workbook, tab: RecordTabKey, keys: readonly string[]): void {
  SpreadsheetApp.flush();
  const columns = readColumns(workbook, tab);
  const made = keys.filter((key) => columns.at(key) !== undefined);
  if (made.length > 0) {
    refill(workbook, tab, made, false);
    writeMeta(workbook, { signatures: withSignature(workbook, columns) });
    // Rows that could not be told apart without their ids.
    if (made.includes('id')) markDirty(workbook, [tab]);
    SpreadsheetApp.flush();
  }
  endReturn(workbook, tab);
}
