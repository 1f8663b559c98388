// Records that stand in a tab whose ledger is new: Rowbook was removed and is set up again, or somebody deleted the hidden tab.
import { parseId } from '../domain/ids';
import { type RecordTabKey, tabs } from '../domain/schema';
import type { Workbook } from './api';
import { readColumns } from './columns';
import { markDirty } from './dirty';
import { readIds } from './find-rows';
import { readMeta, writeMeta } from './meta';

/** Where the highest numbers ever given outlive `_Meta`: History goes on telling of records that are gone. */
const property = 'rowbook.highWater';

/** Keeps the highest numbers ever given for when the workbook is set up again. Under the lock. */
export function keepMarks(workbook: Workbook): void {
  const marks = readMeta(workbook, 'highWater');
  if (marks) PropertiesService.getDocumentProperties()?.setProperty(property, JSON.stringify(marks));
}

type Marks = { readonly [prefix: string]: number };

/** The marks that were kept; none where there are none, or nobody can read them. */
function keptMarks(): Marks {
  try {
    return JSON.parse(PropertiesService.getDocumentProperties()?.getProperty(property) ?? '{}') as Marks;
  } catch {
    return {};
  }
}

/** No id that stands in these tabs, or was ever given in them, is given again, and the next hourly run takes their records into the ledger. Under the lock. */
export function adopt(workbook: Workbook, adopted: readonly RecordTabKey[]): void {
  if (adopted.length === 0) return;
  const marks = (readMeta(workbook, 'highWater') ?? {}) as Marks;
  const kept = keptMarks();
  const highest = adopted.map((tab) => {
    const numbers = readIds(readColumns(workbook, tab)).map((id) => {
      const parsed = parseId(id);
      return parsed?.tab === tab ? parsed.number : 0;
    });
    const { idPrefix } = tabs[tab];
    const known = Math.max(Number(marks[idPrefix]) || 0, Number(kept[idPrefix]) || 0);
    return [idPrefix, numbers.reduce((most, number) => Math.max(most, number), known)] as const;
  });
  writeMeta(workbook, { highWater: { ...marks, ...Object.fromEntries(highest) } });
  markDirty(workbook, adopted);
}
