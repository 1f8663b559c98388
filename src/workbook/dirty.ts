// Which tabs must be compared with their ledgers as a whole, at the next hourly run.
import type { RecordTabKey } from '../domain/schema';
import type { Workbook } from './api';
import { readMeta, writeMeta } from './meta';

/** Remembers that tabs must be compared as a whole (1 write, none when it is known). Under the lock. */
export function markDirty(workbook: Workbook, tabs: readonly RecordTabKey[]): void {
  const dirty = (readMeta(workbook, 'dirty') ?? {}) as { [tab: string]: boolean };
  if (tabs.every((tab) => dirty[tab])) return;
  writeMeta(workbook, { dirty: { ...dirty, ...Object.fromEntries(tabs.map((tab) => [tab, true])) } });
}
