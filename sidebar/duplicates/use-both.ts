// The two records of a pair as they stand now, with what belongs to them.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RecordPage } from '../../src/rpc/contract';
import type { MergedTab } from '../../src/rpc/contract-duplicates';
import { call } from '../call';
import { sentenceFor } from '../messages';
import type { Ids } from './pairs';

type Pages = readonly [RecordPage, RecordPage];

export interface Both {
  /** Null until they are read; what was read before stays while they are read anew. */
  readonly pages: Pages | null;
  readonly error: string;
  /** Reads both again; answers whether that went well. */
  readonly reload: () => Promise<boolean>;
}

export function useBoth(tab: MergedTab, ids: Ids): Both {
  const [pages, setPages] = useState<Pages | null>(null);
  const [error, setError] = useState('');
  const latest = useRef(0);
  const [one, other] = ids;
  const reload = useCallback(async () => {
    const question = ++latest.current;
    setError('');
    try {
      const read = await Promise.all([call.getRecord({ tab, id: one }), call.getRecord({ tab, id: other })]);
      if (question !== latest.current) return false;
      setPages(read);
      return true;
    } catch (failure) {
      if (question === latest.current) setError(sentenceFor(failure));
      return false;
    }
  }, [tab, one, other]);
  useEffect(() => {
    void reload();
    return () => {
      latest.current++;
    };
  }, [reload]);
  return { pages, error, reload };
}
