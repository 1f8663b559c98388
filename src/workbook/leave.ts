// Leaving: what Rowbook put around the team's tabs goes, the tabs stay. Whoever sets the workbook up
// again later goes on with the ids that they hold: the tabs keep their marks, which nobody sees.
import { keepMarks } from './adopt';
import type { Workbook } from './api';
import { removeTriggers } from './installed-triggers';
import { withLock } from './lock';
import { metaTitle } from './meta';
import { unprotect } from './protect';
import { recover } from './recover';
import { allHiddenTabs } from './set-up-tabs';

export interface Left {
  /** Hidden tabs that are gone. */
  readonly tabs: readonly string[];
  /** Whose triggers are left, which only they can remove and which find nothing to do any more; blank: nobody's. */
  readonly triggersOf: string;
}

/**
 * Removes Rowbook's triggers, protections and hidden tabs; with them goes the undo of everything. May be repeated after a crash:
 * `_Meta`, by which a workbook counts as set up, goes last. Throws WorkbookError `busy`.
 */
export function leave(workbook: Workbook, user: string): Left {
  const { spreadsheet } = workbook;
  const triggersOf = withLock(workbook, () => {
    recover(workbook);
    keepMarks(workbook);
    const left = removeTriggers(user);
    for (const sheet of spreadsheet.getSheets()) unprotect(sheet);
    return left;
  });
  return withLock(workbook, () => {
    const tabs = [...allHiddenTabs.filter((title) => title !== metaTitle), metaTitle];
    const gone: string[] = [];
    for (const title of tabs) {
      const sheet = workbook.findSheet(title);
      if (!sheet) continue;
      spreadsheet.deleteSheet(sheet);
      gone.push(title);
    }
    SpreadsheetApp.flush();
    workbook.forget();
    return { tabs: gone, triggersOf };
  });
}
