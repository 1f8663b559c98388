// Searching while typing. The records that this window holds answer at once; while they are not all there, or where the search
// needs more than they tell, the server is asked: after a pause, one question at a time, never showing an answer to an older one.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FindInput, FindResult } from '../../src/rpc/contract';
import { call } from '../call';
import { findInIndex, isIndexed, useIndexState } from '../find/index-state';
import { sentenceFor } from '../messages';
import { useApp } from './app';
import { store } from './store';

/** A pause this long in the typing starts the search. */
const pauseMs = 160;

export interface Finding {
  result: FindResult | null;
  searching: boolean;
  error: string;
}

/** What `input` finds, kept up to date as it changes. While a new search runs, the last result stays. */
export function useFind(input: FindInput, enabled = true): Finding {
  const { version } = useApp();
  const index = useIndexState();
  const key = JSON.stringify(input);
  const [finding, setFinding] = useState<Finding>(() => ({ result: store.found(key), searching: enabled, error: '' }));
  const latest = useRef('');
  const running = useRef(false);
  const { tab, query = '', limit = 20, where, ids, offset } = input;
  const isHeld = enabled && !where && !ids && !offset && isIndexed(tab);
  /** The server has nothing to add. */
  const isComplete = isHeld && index.isWhole;

  useLayoutEffect(() => {
    // Of a part of the records, the newest are not the newest of all.
    if (!isHeld || !isIndexed(tab) || !(index.isWhole || query.trim() !== '')) return;
    return findInIndex({ ...(tab ? { tab } : {}), query, limit }, (result) => {
      if (index.isWhole) setFinding({ result, searching: false, error: '' });
      else if (result.records.length > 0 && !store.found(key)) setFinding((now) => ({ ...now, result }));
    });
  }, [key, isHeld, index.version]);

  useEffect(() => {
    latest.current = isComplete ? '' : key;
    if (!enabled || isComplete) return;
    const kept = store.found(key);
    if (kept) return setFinding({ result: kept, searching: false, error: '' });
    setFinding((now) => ({ ...now, searching: true, error: '' }));
    const ask = () => {
      // Apps Script runs calls side by side and slowly: while one is out, only the newest question waits for it.
      if (running.current || latest.current === '' || store.found(latest.current)) return;
      const asked = latest.current;
      running.current = true;
      call
        .findRecords(JSON.parse(asked) as FindInput)
        .then(
          (result) => {
            store.keepFound(asked, result);
            if (latest.current === asked) setFinding({ result, searching: false, error: '' });
          },
          (error) => {
            if (latest.current === asked)
              setFinding((now) => ({ ...now, searching: false, error: sentenceFor(error) }));
          },
        )
        .finally(() => {
          running.current = false;
          if (latest.current !== asked) ask();
        });
    };
    const timer = setTimeout(ask, input.query ? pauseMs : 0);
    return () => clearTimeout(timer);
  }, [key, enabled, isComplete, version]);

  useEffect(
    () => () => {
      latest.current = '';
    },
    [],
  );
  return finding;
}
