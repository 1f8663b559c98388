// Records that stand in a tab whose ledger is new: Rowbook was removed and is set up again, or somebody deleted the hidden tab.
import { parseId } from '../domain/ids';
import { type RecordTabKey, tabs } from '../domain/schema';
import type { Workbook } from './api';
import { readColumns } from './columns';
import { markDirty } from './dirty';
import { readIds } from './find-rows';
import { readMeta, writeMeta } from './meta';

/** No id that stands in these tabs is given again, and the next hourly run takes their records into the ledger. Under the lock. */
export function adopt(workbook: Workbook, adopted: readonly RecordTabKey[]): void {
  if (adopted.length === 0) return;
  const marks = (readMeta(workbook, 'highWater') ?? {}) as { readonly [prefix: string]: number };
  const highest = adopted.map((tab) => {
    const numbers = readIds(readColumns(workbook, tab)).map((id) => {
      const parsed = parseId(id);
      return parsed?.tab === tab ? parsed.number : 0;
    });
    const { idPrefix } = tabs[tab];
    return [idPrefix, numbers.reduce((most, number) => Math.max(most, number), marks[idPrefix] ?? 0)] as const;
  });
  writeMeta(workbook, { highWater: { ...marks, ...Object.fromEntries(highest) } });
  markDirty(workbook, adopted);
}
