// The saved lists of the workbook, as rows of the tab Lists.
import { useMemo } from 'preact/hooks';
import type { AdminChange } from '../../src/rpc/contract-lists';
import { useApp } from '../app/app';
import { useAdminRows } from '../app/use-admin-rows';
import * as words from '../words';
import { finderFor, listOf, type SavedList } from './saved-list';

export interface Lists {
  /** In the order of the tab; null while they are read. */
  lists: readonly SavedList[] | null;
  error: string;
  reload: () => void;
  /** Answers the list that stands there now (null: deleted), or rejects with a sentence. `said` is told with the way back. */
  save: (change: AdminChange, said: string) => Promise<SavedList | null>;
}

export function useLists(): Lists {
  const { start } = useApp();
  const { rows, error, reload, save } = useAdminRows('lists', words.listWasOvertaken);
  const find = useMemo(() => finderFor(start), [start]);
  const lists = useMemo(() => rows?.map((row) => listOf(row, find)) ?? null, [rows, find]);
  return {
    lists,
    error,
    reload,
    save: async (change, said) => {
      const [row] = await save([change], said);
      return row ? listOf(row, find) : null;
    },
  };
}
