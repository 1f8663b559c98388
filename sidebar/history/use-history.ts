// Pages of History, newest first, added to each other; a change set that goes on in the next page stays one.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ChangeSetView, HistoryInput, HistoryPage } from '../../src/rpc/contract-history';
import { useApp } from '../app/app';
import { call } from '../call';
import { sentenceFor } from '../messages';

export interface HistoryState {
  sets: readonly ChangeSetView[];
  /** Names of the records that values refer to. */
  labels: HistoryPage['labels'];
  /** Null when nothing is older. */
  cursor: string | null;
  /** Entries in the whole past; null before the first answer. */
  total: number | null;
  loading: boolean;
  error: string;
}

const pageSize = 20;

/** What `filter` lets through, read again when something was changed from here. `more` reads the next page, `again` what was asked for last. */
export function useHistory(filter: HistoryInput): HistoryState & { more: () => void; again: () => void } {
  const { version } = useApp();
  const [state, setState] = useState<HistoryState>({
    sets: [],
    labels: {},
    cursor: null,
    total: null,
    loading: true,
    error: '',
  });
  const key = JSON.stringify(filter);
  const latest = useRef('');
  const shown = useRef(pageSize);
  const again = useRef(() => {});

  const read = useCallback(
    (cursor: string | null, limit: number) => {
      const asked = `${key}${cursor ?? ''}`;
      latest.current = asked;
      again.current = () => read(cursor, limit);
      setState((now) => ({ ...now, loading: true, error: '' }));
      const input = { ...(JSON.parse(key) as HistoryInput), limit, ...(cursor === null ? {} : { cursor }) };
      call.history(input).then(
        (page) => {
          if (latest.current !== asked) return;
          setState((now) => {
            const sets = cursor === null ? page.sets : joined(now.sets, page.sets);
            shown.current = Math.min(50, Math.max(pageSize, sets.length));
            const labels = { ...now.labels, ...page.labels };
            return { sets, labels, cursor: page.cursor, total: page.total, loading: false, error: '' };
          });
        },
        (error) => {
          if (latest.current === asked) setState((now) => ({ ...now, loading: false, error: sentenceFor(error) }));
        },
      );
    },
    [key],
  );
  useEffect(() => read(null, shown.current), [read, version]);
  return { ...state, more: () => read(state.cursor, pageSize), again: again.current };
}

function joined(before: readonly ChangeSetView[], after: readonly ChangeSetView[]): ChangeSetView[] {
  const sets = new Map(before.map((set) => [set.changeSet, set]));
  for (const set of after) {
    const known = sets.get(set.changeSet);
    sets.set(
      set.changeSet,
      known ? { ...known, count: known.count + set.count, canUndo: known.canUndo || set.canUndo } : set,
    );
  }
  return [...sets.values()];
}
