// Puts back what somebody did in the grid against their role, at once and by a change set of Rowbook's own. Only what this very
// execution has taken in: lists in hidden tabs can be written by anybody, so none of them says what is to be put back.

import { againstRoles } from './against-role';
import type { Workbook } from './api';
import { withLock } from './lock';
import { writeMeta } from './meta';
import { readSettings } from './plain-table';
import { rowbookItself } from './rights';
import { undo } from './undo';
import { newChangeSet } from './work';

/**
 * Puts these change sets back where Settings say so, in bounded steps under the lock. What was typed stays in History, followed by
 * the putting back; what has changed again since stays. An execution that is cut off leaves the rest listed as standing.
 */
export function putBackAgainstRole(workbook: Workbook, changeSets: readonly string[]): void {
  if (changeSets.length === 0 || readSettings(workbook).againstRole !== 'put back') return;
  for (const changeSet of changeSets) {
    const by = newChangeSet(workbook);
    let step = undo(workbook, rowbookItself, changeSet, by);
    let isAny = step.undone > 0;
    while (step.more) {
      step = undo(workbook, rowbookItself, changeSet, by);
      isAny = isAny || step.undone > 0;
    }
    remember(workbook, changeSet, isAny ? by : '', step.kept.length);
  }
}

function remember(workbook: Workbook, changeSet: string, by: string, kept: number): void {
  withLock(workbook, () => {
    const list = againstRoles(workbook).map((one) =>
      one.changeSet === changeSet ? { ...one, state: 'put back' as const, kept, ...(by ? { putBack: by } : {}) } : one,
    );
    writeMeta(workbook, { againstRoles: list });
  });
}
