// The words of "Needs attention": its groups, its buttons, and what is said of a repair that was done.
import type { Problem, ProblemKind, RepairKind } from '../../src/domain/attention/problem';
import { fieldOf } from '../../src/domain/record';
import { findTab, tabOf } from '../../src/domain/schema';
import { shorten } from '../../src/domain/text';
import type { RepairResult } from '../../src/rpc/contract-attention';
import { keptText } from '../app/undo';
import { countText } from '../format';

export const kindTitles: { readonly [kind in ProblemKind]: string } = {
  unfinished: 'Cut off',
  header: 'Header rows',
  column: 'Columns',
  sort: 'Half a row moved',
  merge: 'Merged cells',
  duplicate: 'Held twice',
  reference: 'Points nowhere',
  value: 'Cannot be right',
  missing: 'Missing',
  mail: 'Mails',
};

export const repairLabels: { readonly [repair in RepairKind]: string } = {
  open: 'Open',
  lastGood: 'Last good value',
  restore: 'Bring back',
  putRight: 'Put all right',
  dismiss: 'It is right so',
  bringBack: 'Bring it back',
  leaveOut: 'Leave it out',
  removeCopy: 'Remove the copy',
  keepCopy: 'Keep as our own column',
  unmerge: 'Unmerge',
};

/** Where a problem stands: "Contacts, row 5". */
export function placeText({ tab, row }: Problem): string {
  const key = findTab(tab);
  return `${key ? tabOf(key).title : tab}${row > 0 ? `, row ${row}` : ''}`;
}

/** What a repair did, what it left alone, and why. `value`: as people read it, where one was put back. */
export function repairedText(repair: RepairKind, problem: Problem, result: RepairResult, value: string): string {
  const key = findTab(problem.tab);
  const title = key ? tabOf(key).title : problem.tab;
  const header = (key && fieldOf(key, problem.field)?.header) || problem.field;
  const { left, shown, changed } = result;
  switch (repair) {
    case 'lastGood':
      return `${header} of ${shorten(problem.name, 80)} is ${shorten(value, 80)} again.`;
    case 'restore':
      return `${shorten(problem.other?.name || problem.stands, 80)} is back.`;
    case 'putRight': {
      const stayed = left.length > 0 ? ` Left alone: ${keptText(left)}.` : '';
      return `${changed > 0 ? `${countText(changed, 'record')} put right.` : 'Nothing was left to put right.'}${stayed}`;
    }
    case 'bringBack':
      return `${header} is back in ${title}, right of the other columns, with its values.`;
    case 'leaveOut':
      return `${title} goes on without ${header}. It can be brought back at any time.`;
    case 'removeCopy':
      return left.length > 0
        ? `The copy stays: it holds something else in ${left.map(({ id }) => id).join(', ')}.`
        : `The copy of ${problem.stands} is removed.`;
    case 'keepCopy':
      return `The copy is a column of your own now: ${shown}.`;
    case 'unmerge':
      return `${problem.range ?? 'The cells'} of ${title}: unmerged. What was shown stays in the first cell.`;
    default:
      return 'Not listed any more. History keeps it.';
  }
}
