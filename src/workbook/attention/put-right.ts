// Putting right a range that was sorted without its neighbours: each cell back where it still holds what the sort put there.
import { type Author, undoOf } from '../../domain/change-set';
import type { Workbook } from '../api';
import { WorkbookError } from '../errors';
import { type HistoryEntry, kindOf } from '../history';
import { withLock } from '../lock';
import { planUndo, putBack, type Undone } from '../undo';
import { readChangeSet } from '../whole-history';
import { readTorn, settleTorn, type Torn } from './torn';

/** Records in one step. */
const perStep = 200;
/** What Rowbook itself sets when a deal's stage changes goes back with the stage. */
const withStage = ['stageSince', 'closedOn', 'probability'];

/** What to put right; everything, where neither is given. */
export interface Part {
  readonly fields?: readonly string[];
  readonly ids?: readonly string[];
}

/**
 * Puts right what a sort moved, or a part of it, in steps (`more`: call again). It is a change set of its own, and can be
 * undone. Throws WorkbookError `no-change-set`, `unsettled`, `busy`.
 */
export function putRight(workbook: Workbook, author: Author, changeSet: string, part: Part = {}): Undone {
  const torn = readTorn(workbook).find((one) => one.changeSet === changeSet);
  if (!torn) throw new WorkbookError('no-change-set', 'This sort is not listed any more. Look at the list again.');
  const { changes, kept } = planUndo(workbook, author, entriesOf(workbook, torn, part));
  const isWhole = part.fields === undefined && part.ids === undefined;
  const settle = () =>
    withLock(workbook, () => settleTorn(workbook, (one) => one.changeSet !== changeSet && one.settled !== true));
  if (changes.length === 0) {
    if (isWhole) settle();
    return { changeSet: '', more: false, undone: 0, kept };
  }
  const step = changes.slice(0, perStep);
  const more = changes.length > step.length;
  const done = putBack(workbook, author, undoOf(changeSet, !isWhole || more || kept.length > 0), step);
  if (isWhole && !more) settle();
  return { ...done, more, kept: [...kept, ...done.kept] };
}

function entriesOf(workbook: Workbook, { changeSet, tab }: Torn, { fields, ids }: Part): HistoryEntry[] {
  const entries = readChangeSet(workbook, changeSet).reverse();
  if (fields === undefined && ids === undefined) return entries;
  const wanted = fields?.includes('stage') ? [...fields, ...withStage] : fields;
  return entries
    .filter((entry) => entry.tab === tab && kindOf(entry) === 'update' && (ids === undefined || ids.includes(entry.id)))
    .map((entry) => ({
      ...entry,
      delta: Object.fromEntries(
        Object.entries(entry.delta).filter(([key]) => wanted === undefined || wanted.includes(key)),
      ),
    }));
}
