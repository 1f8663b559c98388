// Which tabs must be compared with their ledgers as a whole, at the next hourly run. A compare reads without the lock: so that it
// does not forget what is marked meanwhile, it puts a mark of its own first, and takes away no other.
import type { RecordTabKey } from '../domain/schema';
import type { Workbook } from './api';
import { withLock } from './lock';
import { readMeta, writeMeta } from './meta';

type Dirty = { readonly [tab: string]: true | 'looking' };

/** Tabs that must be compared as a whole (no read of its own). */
export function dirtyTabs(workbook: Workbook): Dirty {
  return (readMeta(workbook, 'dirty') ?? {}) as Dirty;
}

/** Remembers that tabs must be compared as a whole (1 write, none when it is known). Under the lock. */
export function markDirty(workbook: Workbook, tabs: readonly RecordTabKey[]): void {
  const dirty = dirtyTabs(workbook);
  if (tabs.every((tab) => dirty[tab] === true)) return;
  writeMeta(workbook, { dirty: { ...dirty, ...Object.fromEntries(tabs.map((tab) => [tab, true])) } });
}

/** Says that a dirty tab is being looked at (1 write and the lock, neither where it is not dirty). */
export function beginLook(workbook: Workbook, tab: RecordTabKey): void {
  if (dirtyTabs(workbook)[tab] !== true) return;
  withLock(workbook, () => writeMeta(workbook, { dirty: { ...dirtyTabs(workbook), [tab]: 'looking' } }));
}

/** The marks after a tab was found in line: without its own, unless it was marked again meanwhile. Under the lock. */
export function dirtyAfter(workbook: Workbook, tab: RecordTabKey): Dirty {
  const { [tab]: mark, ...others } = dirtyTabs(workbook);
  return mark === true ? { ...others, [tab]: mark } : others;
}
