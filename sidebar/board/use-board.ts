// The board's deals as they were read; in the sidebar what was read before shows at once.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { parseId } from '../../src/domain/ids';
import type { StartView } from '../../src/rpc/contract';
import type { BoardResult } from '../../src/rpc/contract-board';
import { useApp } from '../app/app';
import { keepAsking } from '../app/keep-asking';
import { store } from '../app/store';
import { call } from '../call';
import { tellNews } from '../find/index-state';
import { sentenceFor } from '../messages';

export interface Reading {
  result: BoardResult | null;
  reading: boolean;
  error: string;
  reload: () => void;
}

/** Reads the board; again after a change made from here, while what was read before still shows. */
export function useBoard(): Reading {
  const { version } = useApp();
  const [result, setResult] = useState(store.board);
  const [reading, setReading] = useState(false);
  const [error, setError] = useState('');
  const latest = useRef(0);

  const reload = useCallback(() => {
    const question = ++latest.current;
    setReading(true);
    call.board({}).then(
      (answer) => {
        store.keepBoard(answer);
        if (question !== latest.current) return;
        setResult(answer);
        setError('');
        setReading(false);
      },
      (failure) => {
        if (question !== latest.current) return;
        setError(sentenceFor(failure));
        setReading(false);
      },
    );
  }, []);
  useEffect(() => {
    // Read again after a change made here; otherwise what was read before will do for this visit.
    const kept = version >= 0 ? store.board() : null;
    if (kept) setResult(kept);
    else reload();
  }, [reload, version]);

  return { result, reading, error, reload };
}

/** Reads the board's window again soon after somebody else has changed a deal. */
export function useDealNews({ mark }: BoardResult, reload: () => void): void {
  const known = useRef(mark);
  useEffect(() => {
    known.current = mark;
  }, [mark]);
  useEffect(() => {
    const asking = keepAsking(async () => {
      const news = await call.changesSince({ mark: known.current });
      known.current = news.mark;
      const isOfDeals =
        news.reload ||
        news.changed.some(({ tab, entries }) => tab === 'deals' && entries.length > 0) ||
        news.gone.some((id) => parseId(id)?.tab === 'deals');
      if (isOfDeals) {
        reload();
        tellNews();
      }
      return isOfDeals;
    });
    return asking.stop;
  }, [reload]);
}

/** The team as the reports know it. */
export function membersOf({ team }: Pick<StartView, 'team'>) {
  return team.map(({ email, name }) => ({ email, name, team: null }));
}
