// Merged cells: only the first of them can hold a value (APPS_SCRIPT.md 2.1). What is written into another does not stay.
import { fieldOf, isBlank } from '../../domain/record';
import { type RecordTabKey, tabs } from '../../domain/schema';
import type { Workbook } from '../api';
import { markDirty } from '../dirty';
import { WorkbookError } from '../errors';
import { withLock } from '../lock';
import type { Done } from '../read-back';
import { recover } from '../recover';
import { columnsOf, type Work } from '../work';

/**
 * The sentence about a value that somebody asked to save and that did not stay, because its cell lies under a merged one; null
 * when there is none. Costs nothing unless a value came back blank (then 1 read).
 */
export function lostUnderMerge(work: Work, done: readonly Done[]): string | null {
  for (const { planned, row, crossed } of done) {
    if (!row || !planned.asked) continue;
    for (const key of planned.asked) {
      const [wanted, seen] = crossed[key] ?? [];
      const { sheet, at } = columnsOf(work, planned.tab);
      const column = at(key);
      if (isBlank(wanted) || !isBlank(seen) || column === undefined) continue;
      const cell = sheet.getRange(row.row, column);
      const merge = cell.getMergedRanges()[0];
      if (!merge) continue;
      const header = fieldOf(planned.tab, key)?.header ?? key;
      return `${header} of ${planned.id} (cell ${cell.getA1Notation()} of ${sheet.getName()}) lies under the merged cells ${merge.getA1Notation()}, which keep only what stands in their first cell. Nothing was saved; “Needs attention” in the sidebar unmerges them.`;
    }
  }
  return null;
}

/** Unmerges the merges that have a cell in this range; the value shown stays in the first cell (1 read, 1 write for each). */
export function unmerge(workbook: Workbook, tab: RecordTabKey, range: string): number {
  return withLock(workbook, () => {
    recover(workbook);
    const sheet = workbook.sheet(tab);
    const merges = sheet.getRange(range).getMergedRanges();
    if (merges.length === 0)
      throw new WorkbookError('no-merge', `${range} of ${tabs[tab].title} is not merged any more. Look again.`);
    for (const merge of merges) merge.breakApart();
    markDirty(workbook, [tab]);
    return merges.length;
  });
}
