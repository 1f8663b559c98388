// Searching while typing: waits for a pause, asks one question at a time, and never shows an answer to an older question.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FindInput, FindResult } from '../../src/rpc/contract';
import { call } from '../call';
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
  const key = JSON.stringify(input);
  const [finding, setFinding] = useState<Finding>(() => ({ result: store.found(key), searching: enabled, error: '' }));
  const latest = useRef('');
  const running = useRef(false);

  useEffect(() => {
    if (!enabled) return;
    latest.current = key;
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
  }, [key, enabled, version]);

  useEffect(
    () => () => {
      latest.current = '';
    },
    [],
  );
  return finding;
}
