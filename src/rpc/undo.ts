// Undoing a change set, step by step for a long one.
import { abandonImport, tabsOfChangeSet, undo, withLock } from '../workbook';
import { assertMayWrite, type Caller } from './caller';
import type { UndoInput, UndoResult } from './contract';
import { CallError } from './reply';

/** Throws `not-allowed`, `no-change-set`, `bad-input`. */
export function undoIn(caller: Caller, input: UndoInput): UndoResult {
  if (caller.role === 'viewer') throw new CallError('not-allowed', 'You may look at records, not change them.');
  const changeSet = String(input?.changeSet ?? '').trim();
  if (changeSet === '') throw new CallError('bad-input', 'Say which change set to undo.');
  for (const tab of tabsOfChangeSet(caller.workbook, changeSet)) assertMayWrite(caller, tab);
  // An import that stands unfinished would go on filling what is being taken out.
  withLock(caller.workbook, () => abandonImport(caller.workbook, changeSet));
  const done = undo(caller.workbook, caller.author, changeSet);
  return { ...done, kept: [...done.kept] };
}
