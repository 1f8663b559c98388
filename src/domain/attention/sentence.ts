// What needs attention, said to a person: what is wrong, where, and what follows from it.
import { fieldOf } from '../record';
import { findTab, type RecordTabKey, tabOf } from '../schema';
import type { Problem } from './problem';

/** One or two sentences; which record and row is meant stands beside them. `moment` writes an instant for the reader. */
export function sentenceOf(problem: Problem, moment: (when: string) => string): string {
  const { kind, code, tab, field, stands, expected } = problem;
  const header = headerOf(tab, field);
  const title = titleOf(tab);
  switch (kind) {
    case 'unfinished':
      return `A change by ${problem.who ?? 'somebody'} (${moment(problem.when ?? '')}) was cut off and could not be completed. What stands in the cells was kept. Look at these records.`;
    case 'column':
      return code === 'missing'
        ? `The column ${header} is missing in ${title}. Its values are not lost.`
        : `${title} has a second column ${stands}, a copy. Rowbook goes on with the first one.`;
    case 'sort':
      return `In ${title} half of ${rows(problem.rows)} moved away: ${(problem.fields ?? []).map((one) => one.header).join(', ')} sorted without their neighbours (found ${moment(problem.when ?? '')}).${doubt(problem)}`;
    case 'merge':
      return `${problem.range ?? ''} of ${title} is merged. Only its first cell can hold a value; nothing can be saved in the others.`;
    case 'duplicate': {
      const { id = '', row = 0, name = '' } = problem.other ?? {};
      return `${header} ${stands} belongs to ${name}${id === '' || id === name ? '' : ` (${id})`} as well, in row ${row}.`;
    }
    case 'reference':
      if (code === 'deleted') return `${header} points nowhere: ${stands} was deleted.`;
      if (code === 'never') return `${header} points nowhere: there never was a ${stands}.`;
      return `${header}: there is no “${stands}”.`;
    case 'missing':
      return `${header} is missing.`;
    case 'value':
      return `${header}: “${stands}” is ${code === 'choice' ? 'none of' : 'not'} ${expected}.`;
    case 'mail':
      return mailSentence(problem);
    case 'header':
      return problem.message ?? '';
  }
}

function mailSentence({ code, row, name, message = '' }: Problem): string {
  if (code === 'foreign') return `Row ${row} of Outbox was not queued by Rowbook and is never sent. Delete it there.`;
  const state = code === 'unknown' ? 'may have arrived or not' : 'could not be sent';
  return `${name} ${state}. ${message} Delete its row in Outbox once it is settled.`;
}

function doubt({ doubtful = [] }: Problem): string {
  return doubtful.length === 0 ? '' : ` Changed there as well, and not put right with them: ${doubtful.join(', ')}.`;
}

function rows(count = 0): string {
  return `${count} row${count === 1 ? '' : 's'}`;
}

function titleOf(tab: string): string {
  const key = findTab(tab);
  return key ? tabOf(key).title : tab;
}

function headerOf(tab: string, key: string): string {
  return fieldOf(tab as RecordTabKey, key)?.header ?? key;
}
