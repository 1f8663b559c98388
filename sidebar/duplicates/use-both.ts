// The two records of a pair as they stand now, with what belongs to them.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RecordPage, RecordView } from '../../src/rpc/contract';
import type { MergedTab } from '../../src/rpc/contract-duplicates';
import { CallError, call } from '../call';
import { sentenceFor } from '../messages';
import type { Ids } from './pairs';

type Pages = readonly [RecordPage, RecordPage];

export interface Both {
  /** Null until they are read; what was read before stays while they are read anew. */
  readonly pages: Pages | null;
  readonly error: string;
  /** One of both is none by itself any more: `into` is the record that it became a part of; null where it was deleted. */
  readonly gone: { readonly id: string; readonly into: RecordView | null } | null;
  readonly reload: () => void;
}

export function useBoth(tab: MergedTab, ids: Ids): Both {
  const [pages, setPages] = useState<Pages | null>(null);
  const [error, setError] = useState('');
  const [gone, setGone] = useState<Both['gone']>(null);
  const latest = useRef(0);
  const [one, other] = ids;
  const read = useCallback(async () => {
    const question = ++latest.current;
    setError('');
    try {
      const found = await Promise.all([pageOf(tab, one), pageOf(tab, other)]);
      if (question !== latest.current) return;
      const [first, second] = found;
      const lost = [one, other].find((id, at) => found[at]?.record.id !== id);
      if (lost !== undefined) setGone({ id: lost, into: found[lost === one ? 0 : 1]?.record ?? null });
      else if (first && second) setPages([first, second]);
    } catch (failure) {
      if (question === latest.current) setError(sentenceFor(failure));
    }
  }, [tab, one, other]);
  useEffect(() => {
    void read();
    return () => {
      latest.current++;
    };
  }, [read]);
  return { pages, error, gone, reload: () => void read() };
}

/** The page of a record; by the id of one that became a part of another, that one's. Null where there is none. */
async function pageOf(tab: MergedTab, id: string): Promise<RecordPage | null> {
  try {
    return await call.getRecord({ tab, id });
  } catch (error) {
    if (error instanceof CallError && error.code === 'no-record') return null;
    throw error;
  }
}
