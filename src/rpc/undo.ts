// Undoing a change set, step by step for a long one.
import { isBy } from '../domain/change-set';
import { abandonImport, markUndone, readToUndo, undo, unfinishedImport, withLock } from '../workbook';
import { assertMayChange, assertMayWrite, type Caller } from './caller';
import type { UndoInput, UndoResult } from './contract';
import { badInput, notAllowed } from './reply';

/**
 * Whoever may write may undo any change set: of its records those that they may change, the others are listed with the reason.
 * Throws `not-allowed`, `no-change-set`, `bad-input`.
 */
export function undoIn(caller: Caller, input: UndoInput): UndoResult {
  assertMayChange(caller);
  const { workbook, author, role, email } = caller;
  const changeSet = String(input?.changeSet ?? '').trim();
  if (changeSet === '') throw badInput('Say which change set to undo.');
  const entries = readToUndo(workbook, changeSet);
  for (const tab of new Set(entries.map((entry) => entry.tab))) assertMayWrite(caller, tab);
  const open = unfinishedImport(workbook)?.state;
  const imported = entries.find(({ how, who }) => how === 'import' && !isBy(who, email));
  const other = open?.changeSet === changeSet && open.author.email !== email ? open.author.name : imported?.who;
  if (role === 'rep' && other !== undefined)
    throw notAllowed(`${other} has made this import; they or a manager can take it back.`);
  // An import that stands unfinished would go on filling what is being taken out.
  withLock(workbook, () => abandonImport(workbook, changeSet));
  // One that has written no record yet has nothing in History.
  const isBare = entries.length === 0 && open?.changeSet === changeSet;
  const done = isBare ? { changeSet: '', undone: 0, more: false, kept: [] } : undo(workbook, author, changeSet);
  if (!done.more) markUndone(workbook, changeSet, author);
  return { ...done, kept: [...done.kept] };
}
