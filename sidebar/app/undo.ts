// Taking a change back, and saying what came of it.
import { findTab, tabOf } from '../../src/domain/schema';
import type { UndoResult } from '../../src/rpc/contract';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { toast } from '../ui/toasts';
import * as words from '../words';

/** Undoes a change set to its end: a long one takes several calls, of which the last says all that stayed. */
export async function undoAll(changeSet: string, step?: (undone: number) => void): Promise<UndoResult> {
  let undone = 0;
  for (;;) {
    const result = await call.undoChangeSet({ changeSet });
    undone += result.undone;
    step?.(undone);
    if (!result.more) return { ...result, undone };
  }
}

type Kept = UndoResult['kept'];

/** The server's reasons as they stand after “3 values …”; each is a sentence about one value or record. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/changed since/, words.changedSince],
  [/deleted since/, words.deletedSince],
  [/back already/, words.restoredAlready],
  [/column is gone/, words.whoseColumnIsMissing],
  [/merged cells/, words.underMergedCells],
  [/refers to it/, words.othersReferTo],
  [/^(This is|Only|Viewers)/, words.notYoursToChange],
];

/** Why values or records stayed, the most frequent reason first: “2 values changed since, 1 record not yours to change”. */
export function keptText(kept: Kept): string {
  const counts = new Map<string, number>();
  for (const { field, reason } of kept) {
    const why = reasons.find(([pattern]) => pattern.test(reason))?.[1] ?? words.wasLeftAlone;
    const group = `${field === '' ? 'record' : 'value'}/${why}`;
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([group, count]) => {
      const [thing, why = ''] = group.split('/');
      return words.countAndWhy(thing === 'record' ? words.records(count) : words.values(count), why);
    })
    .join(', ');
}

/** What came of an undo: all of it, a part, or nothing, and then why. */
export function undoneText({ undone, kept }: Pick<UndoResult, 'undone' | 'kept'>): string {
  const [first, second] = kept;
  if (!first) return undone > 0 ? words.undone : words.nothingLeftToUndo;
  if (undone > 0) return words.undoneExcept(keptText(kept));
  if (second) return words.nothingUndoneBecause(keptText(kept));
  const tab = findTab(first.tab);
  const header = tab ? tabOf(tab).fields[first.field]?.header : undefined;
  const reason = words.told(first.reason);
  return header ? words.fieldNotUndone(words.label(header), reason) : words.recordNotUndone(reason);
}

/** Undoes several change sets, in this order, as one. */
async function undoEach(changeSets: readonly string[]): Promise<UndoResult> {
  const all: UndoResult = { changeSet: '', more: false, undone: 0, kept: [] };
  for (const changeSet of changeSets) {
    const result = await undoAll(changeSet);
    all.undone += result.undone;
    all.kept.push(...result.kept);
  }
  return all;
}

/**
 * Says that something was done, with "Undo" beside it; what was done in steps has several change sets, the last first. `after`
 * runs when it was taken back.
 */
export function toastWithUndo(text: string, changeSet: string | readonly string[], after: () => void): void {
  toast(text, {
    label: words.undo,
    run: () => {
      undoEach(typeof changeSet === 'string' ? [changeSet] : changeSet).then(
        (result) => {
          toast(undoneText(result));
          if (result.undone > 0 || result.kept.length === 0) after();
        },
        (error) => toast(sentenceFor(error)),
      );
    },
  });
}
