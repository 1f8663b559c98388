// What words of "Needs attention" stand where: its groups, its buttons, and what is said of a repair that was done.
import type { Problem, ProblemKind, RepairKind } from '../../src/domain/attention/problem';
import { fieldOf } from '../../src/domain/record';
import { findTab, tabOf } from '../../src/domain/schema';
import { shorten } from '../../src/domain/text';
import type { RepairResult } from '../../src/rpc/contract-attention';
import { keptText } from '../app/undo';
import * as words from '../words';

export const kindTitles: { readonly [kind in ProblemKind]: string } = {
  unfinished: words.cutOff,
  header: words.headerRows,
  column: words.columnsTitle,
  sort: words.halfRowMoved,
  merge: words.mergedCells,
  duplicate: words.heldTwice,
  reference: words.pointsNowhere,
  value: words.cannotBeRight,
  missing: words.missing,
  mail: words.mails,
};

export const repairLabels: { readonly [repair in Exclude<RepairKind, 'restore'>]: string } = {
  open: words.open,
  lastGood: words.lastGoodValue,
  putRight: words.putAllRight,
  dismiss: words.itIsRightSo,
  bringBack: words.bringItBack,
  leaveOut: words.leaveItOut,
  removeCopy: words.removeTheCopy,
  keepCopy: words.keepAsOwnColumn,
  unmerge: words.unmerge,
};

/** Where a problem stands: "Contacts, row 5". */
export function placeText({ tab, row }: Problem): string {
  const key = findTab(tab);
  const title = key ? tabOf(key).title : tab;
  return row > 0 ? words.inRow(title, row) : title;
}

/** What a repair did, what it left alone, and why. `value`: as people read it, where one was put back. */
export function repairedText(repair: RepairKind, problem: Problem, result: RepairResult, value: string): string {
  const key = findTab(problem.tab);
  const title = key ? tabOf(key).title : problem.tab;
  const header = (key && fieldOf(key, problem.field)?.header) || problem.field;
  const { left, shown, changed } = result;
  switch (repair) {
    case 'lastGood':
      return words.isAgain(words.label(header), shorten(problem.name, 80), shorten(value, 80));
    case 'restore':
      return words.isBack(shorten(problem.other?.name || problem.stands, 80));
    case 'putRight': {
      const done = changed > 0 ? words.recordsPutRight(changed) : words.nothingLeftToPutRight;
      return left.length > 0 ? `${done} ${words.leftAlone(keptText(left))}` : done;
    }
    case 'bringBack':
      return words.columnIsBack(header, title);
    case 'leaveOut':
      return words.goesOnWithout(header, title);
    case 'removeCopy':
      return left.length > 0
        ? words.copyStays(left.map(({ id }) => id).join(', '))
        : words.copyIsRemoved(problem.stands);
    case 'keepCopy':
      return words.copyIsYours(shown);
    case 'unmerge':
      return words.unmergedIn(title, problem.range);
    default:
      return words.notListedAnyMore;
  }
}
