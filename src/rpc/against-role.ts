// What was done in the grid against roles, for managers and admins. Undoing such a change set, or the one that put it back, is a
// plain undo.
import { againstRoles, readSettings } from '../workbook';
import { assertMayManage, type Caller } from './caller';
import type { GridChangesAgainstRoles } from './contract-hand-over';

/** The list, newest first (2 reads). Throws `not-allowed`. */
export function changesAgainstRoles(caller: Caller): GridChangesAgainstRoles {
  assertMayManage(caller, 'see this list');
  const { workbook } = caller;
  return {
    choice: readSettings(workbook).againstRole,
    changes: againstRoles(workbook).map((one) => ({ ...one })),
  };
}
