// Leaving Rowbook: admins only.
import { leave, unfinishedImport } from '../workbook';
import type { Caller } from './caller';
import type { LeaveResult } from './contract';
import { CallError, notAllowed } from './reply';

/** Throws `not-allowed`, `import-unfinished`, `busy`. */
export function leaveIn({ workbook, role, email }: Caller): LeaveResult {
  if (role !== 'admin') throw notAllowed('Only admins remove Rowbook from the workbook. Ask one of them.');
  const open = unfinishedImport(workbook)?.state;
  if (open)
    throw new CallError(
      'import-unfinished',
      `The import of “${open.source}” is not finished. Finish it, or take it back, then try again.`,
    );
  return { triggersOf: leave(workbook, email).triggersOf };
}
