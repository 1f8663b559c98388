// A record's page: what was read before at once, then what the workbook holds now.
import { useEffect, useState } from 'preact/hooks';
import type { RecordTabKey } from '../../src/domain/schema';
import type { RecordPage } from '../../src/rpc/contract';
import { CallError, call } from '../call';
import { sentenceFor } from '../messages';
import { useApp } from './app';
import { store } from './store';

export interface PageState {
  page: RecordPage | null;
  /** True while `page` is what was read before. */
  stale: boolean;
  error: string;
  /** The record is gone. */
  gone: boolean;
}

export function usePage(tab: RecordTabKey, id: string): PageState {
  const { version } = useApp();
  const [state, setState] = useState<PageState>(() => ({
    page: store.page(tab, id),
    stale: true,
    error: '',
    gone: false,
  }));
  useEffect(() => {
    let current = true;
    setState((now) => ({ ...now, page: store.page(tab, id) ?? now.page, stale: true, error: '' }));
    call.getRecord({ tab, id }).then(
      (page) => {
        store.keepPage(page);
        if (current) setState({ page: store.page(tab, id), stale: false, error: '', gone: false });
      },
      (error) => {
        const gone = error instanceof CallError && error.code === 'no-record';
        if (gone) store.forgetPage(tab, id);
        if (current)
          setState((now) => ({ page: gone ? null : now.page, stale: false, error: sentenceFor(error), gone }));
      },
    );
    return () => {
      current = false;
    };
  }, [tab, id, version]);
  return state;
}
