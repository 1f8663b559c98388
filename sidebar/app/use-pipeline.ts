// The pipeline's figures for the first screen.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ReportResult } from '../../src/rpc/contract';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { useApp } from './app';
import { store } from './store';

export interface Pipeline {
  /** Null until it is read, and where that failed. */
  report: ReportResult | null;
  error: string;
  load: () => void;
}

export function usePipeline(): Pipeline {
  const { version } = useApp();
  const [state, setState] = useState({ report: store.report(), error: '' });

  const load = useCallback(() => {
    setState((now) => ({ ...now, error: '' }));
    call.report({ name: 'pipeline' }).then(
      (report) => {
        store.keepReport(report);
        setState({ report, error: '' });
      },
      (failure) => setState({ report: null, error: sentenceFor(failure) }),
    );
  }, []);

  useEffect(() => {
    // Read again after a change made here; otherwise what was read before will do for this visit.
    const kept = version >= 0 ? store.report() : null;
    if (kept) setState({ report: kept, error: '' });
    else load();
  }, [version, load]);

  return { ...state, load };
}
