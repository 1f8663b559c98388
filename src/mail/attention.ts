// Messages that a person has to look at: those of which nobody knows whether they went out, those that failed, and rows of the
// Outbox that Rowbook did not queue.
import { type Problem, problem } from '../domain/attention/problem';
import { readPlainTable, type Workbook } from '../workbook';
import { foreignReason } from './outbox';

/** From the Outbox tab alone (1 read). A row that was looked at may be deleted there. */
export function mailProblems(workbook: Workbook): Problem[] {
  return readPlainTable(workbook, 'outbox').rows.flatMap(({ row, fields }) => {
    const text = (key: keyof typeof fields) => String(fields[key] ?? '');
    const reason = text('reason');
    const isForeign = reason.startsWith(foreignReason);
    const state = text('state');
    if (!isForeign && state !== 'unknown' && state !== 'failed') return [];
    const name = `${text('kind')} to ${text('person')}, ${text('localDate')}`;
    const code = isForeign ? 'foreign' : state;
    return problem({ kind: 'mail', code, tab: 'outbox', row, name, stands: state, message: reason });
  });
}
