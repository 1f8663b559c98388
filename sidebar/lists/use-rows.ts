// All records of a tab, read page by page; those that came already are shown meanwhile, and what was read before while it is read anew.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { SegmentTab } from '../../src/domain/segment';
import type { RecordRow, RecordRowsInput } from '../../src/rpc/contract-lists';
import { call } from '../call';
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

interface Kept {
  rows: readonly RecordRow[];
  total: number;
}

const kept = new Map<SegmentTab, Kept>();
/** Rows move while others work; a tab that never stands still is not read for ever. */
const mostPages = 500;

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

/** Reads a tab to its end; `step` hears what there is so far. Ends early, with a part, once `isOld` says so. */
export async function readAll(
  tab: SegmentTab,
  isOld: () => boolean,
  step: (rows: readonly RecordRow[], total: number) => void,
): Promise<Kept> {
  // By id: where rows moved meanwhile one may come twice, and the later counts.
  let found = new Map<string, RecordRow>();
  let input: RecordRowsInput = { tab };
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await call.recordRows(input);
    if (isOld()) break;
    if (page.moved) found = new Map();
    for (const row of page.rows) found.set(row.id, row);
    if (!page.next) return { rows: [...found.values()], total: page.total };
    step([...found.values()], page.total);
    input = { tab, from: page.next };
  }
  return { rows: [...found.values()], total: found.size };
}
