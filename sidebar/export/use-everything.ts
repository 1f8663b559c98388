// Everything that the record tabs hold, read tab by tab.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type RecordTabKey, recordTabKeys } from '../../src/domain/schema';
import type { RecordRow } from '../../src/rpc/contract-lists';
import { readAll } from '../app/read-rows';
import { sentenceFor } from '../messages';

export interface Everything {
  /** Null until all is read. */
  rows: { readonly [tab in RecordTabKey]: readonly RecordRow[] } | null;
  /** Records read so far. */
  count: number;
  error: string;
  reload: () => void;
}

export function useEverything(): Everything {
  const [state, setState] = useState<Omit<Everything, 'reload'>>({ rows: null, count: 0, error: '' });
  const latest = useRef(0);
  const reload = useCallback(() => {
    const question = ++latest.current;
    const isOld = () => question !== latest.current;
    setState({ rows: null, count: 0, error: '' });
    const read = async () => {
      const all: Partial<Record<RecordTabKey, readonly RecordRow[]>> = {};
      let before = 0;
      for (const tab of recordTabKeys) {
        const { rows } = await readAll(tab, isOld, (part) =>
          setState((now) => ({ ...now, count: before + part.length })),
        );
        if (isOld()) return;
        all[tab] = rows;
        before += rows.length;
        setState((now) => ({ ...now, count: before }));
      }
      setState({ rows: all as Record<RecordTabKey, readonly RecordRow[]>, count: before, error: '' });
    };
    read().catch((error) => {
      if (!isOld()) setState({ rows: null, count: 0, error: sentenceFor(error) });
    });
  }, []);
  useEffect(reload, [reload]);
  return { ...state, reload };
}
