// All records of a tab, read page by page; those that came already are shown meanwhile, and what was read before while it is read anew.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { SegmentTab } from '../../src/domain/segment';
import type { RecordRow } from '../../src/rpc/contract-lists';
import { type AllRows, readAll } from '../app/read-rows';
import { sentenceFor } from '../messages';

export interface Rows {
  rows: readonly RecordRow[];
  /** Everything is there. */
  whole: boolean;
  reading: boolean;
  /** Rows of the tab in all, as far as known. */
  total: number;
  error: string;
  reload: () => void;
}

const kept = new Map<SegmentTab, AllRows>();

export function useRows(tab: SegmentTab): Rows {
  const [state, setState] = useState<Omit<Rows, 'reload'> & { tab: SegmentTab }>(() => beginning(tab));
  const latest = useRef(0);

  const reload = useCallback(() => {
    const question = ++latest.current;
    const isOld = () => question !== latest.current;
    setState((now) => ({ ...(now.tab === tab ? now : beginning(tab)), reading: true, error: '' }));
    readAll(tab, isOld, (rows, total) => {
      // What was read before is more than the first pages of what is read now.
      if (!kept.has(tab)) setState({ tab, rows, total, whole: false, reading: true, error: '' });
    }).then(
      (read) => {
        if (isOld()) return;
        kept.set(tab, read);
        setState({ tab, ...read, whole: true, reading: false, error: '' });
      },
      (failure) => {
        if (!isOld()) setState((now) => ({ ...now, reading: false, error: sentenceFor(failure) }));
      },
    );
  }, [tab]);
  // What was read for another list of this tab will do.
  useEffect(() => {
    if (!kept.has(tab)) reload();
  }, [tab, reload]);

  return { ...(state.tab === tab ? state : beginning(tab)), reload };
}

function beginning(tab: SegmentTab) {
  const before = kept.get(tab);
  return { tab, rows: [], total: 0, ...before, whole: before !== undefined, reading: before === undefined, error: '' };
}
