// The rows of Lists, Team or Settings: read once, saved with the checks for all rows together, with the way back.
import { useCallback, useEffect, useState } from 'preact/hooks';
import { rowProblems } from '../../src/domain/admin-rows';
import type { AdminChange, AdminRow, AdminTab } from '../../src/rpc/contract-lists';
import { call } from '../call';
import { issueSentence, sentenceFor } from '../messages';
import { toast } from '../ui/toasts';
import * as words from '../words';

export interface AdminRows {
  /** In the order of the tab; null while they are read. */
  rows: readonly AdminRow[] | null;
  error: string;
  reload: () => void;
  /**
   * Makes all of these changes or none; answers the rows that were made or changed, in the order of the changes (null where one was
   * taken out). `said` is told with the way back. Rejects with a sentence.
   */
  save: (changes: readonly AdminChange[], said: string) => Promise<readonly (AdminRow | null)[]>;
  /** The same without a check and a word: a step of something longer. */
  write: (changes: readonly AdminChange[]) => Promise<readonly (AdminRow | null)[]>;
}

/** `overtaken` is what a person is told whose row holds something else by now. */
export function useAdminRows(tab: AdminTab, overtaken: string): AdminRows {
  const [rows, setRows] = useState<readonly AdminRow[] | null>(null);
  const [error, setError] = useState('');

  const reload = useCallback(() => {
    setError('');
    call.adminRows({ tab }).then(
      (answer) => answer.status !== 'invalid' && setRows(answer.rows),
      (failure) => setError(sentenceFor(failure)),
    );
  }, [tab]);
  useEffect(reload, [reload]);

  const write = useCallback(
    async (changes: readonly AdminChange[]): Promise<readonly (AdminRow | null)[]> => {
      const answer = await call.adminRows({ tab, changes: [...changes] }).catch((failure) => {
        throw new Error(sentenceFor(failure));
      });
      if (answer.status === 'invalid') throw new Error(answer.issues.map(issueSentence).join(' '));
      setRows(answer.rows);
      if (answer.status === 'conflict') throw new Error(overtaken);
      // New rows stand below all others; the others where they were, but for those above that went.
      const added = changes.filter(({ before }) => !before).length;
      let next = answer.rows.length - added;
      const gone = changes.flatMap(({ row, after }) => (after || row === undefined ? [] : [row]));
      return changes.map(({ row = 0, before, after }) => {
        if (!before) return answer.rows[next++] ?? null;
        const now = row - gone.filter((one) => one < row).length;
        return after && (answer.rows.find((one) => one.row === now) ?? null);
      });
    },
    [tab, overtaken],
  );

  const save = async (changes: readonly AdminChange[], said: string) => {
    const problem = rows && newProblem(tab, rows, changes);
    if (problem) throw new Error(words.told(problem));
    const made = await write(changes);
    const back = changes.map(({ before }, at): AdminChange => {
      const row = made[at];
      return row ? { row: row.row, before: row.fields, after: before ?? null } : { after: before ?? null };
    });
    toast(said, {
      label: words.undo,
      run: () => {
        write(back).then(
          () => toast(words.undone),
          (failure: Error) => toast(failure.message),
        );
      },
    });
    return made;
  };

  return { rows, error, reload, save, write };
}

/** What these changes bring with them that was not wrong before. */
function newProblem(tab: AdminTab, rows: readonly AdminRow[], changes: readonly AdminChange[]): string | undefined {
  const before = rows.map(({ fields }) => fields);
  const after: AdminRow['fields'][] = [];
  for (const one of rows) {
    const change = changes.find((other) => other.before && other.row === one.row);
    const fields = change ? change.after : one.fields;
    if (fields) after.push(fields);
  }
  for (const { before: held, after: fields } of changes) if (!held && fields) after.push(fields);
  const known = rowProblems(tab, before);
  return rowProblems(tab, after).find((problem) => !known.includes(problem));
}
