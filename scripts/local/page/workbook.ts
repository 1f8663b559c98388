// The workbook as this window knows it, kept fresh by the server's events.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { WireBook, WireEvent } from '../server/wire';
import { api } from './api';

export interface LiveBook {
  book: WireBook | null;
  /** Grows when cells of a sheet may have changed, by sheet. */
  stamps: { [sheetId: number]: number };
  /** Grows when something ran. */
  runs: number;
  connected: boolean;
  reload: () => void;
}

export function useWorkbook(failed: (error: Error) => void): LiveBook {
  const [book, setBook] = useState<WireBook | null>(null);
  const [stamps, setStamps] = useState<{ [sheetId: number]: number }>({});
  const [runs, setRuns] = useState(0);
  const [connected, setConnected] = useState(true);
  const loading = useRef<{ again: boolean } | null>(null);

  const reload = useCallback(() => {
    // One request at a time; what happens meanwhile asks for one more.
    if (loading.current) {
      loading.current.again = true;
      return;
    }
    const mine = { again: false };
    loading.current = mine;
    api
      .book()
      .then(setBook, failed)
      .finally(() => {
        loading.current = null;
        if (mine.again) reload();
      });
  }, []);

  useEffect(() => {
    reload();
    const source = new EventSource('/local/page/events');
    let lost = false;
    source.addEventListener('hello', () => {
      setConnected(true);
      // After a break anything may have changed.
      if (lost) setStamps((old) => Object.fromEntries(Object.entries(old).map(([id, stamp]) => [id, stamp + 1])));
      if (lost) reload();
      lost = false;
    });
    source.onerror = () => {
      lost = true;
      setConnected(false);
    };
    source.onmessage = (message) => {
      const event: WireEvent = JSON.parse(message.data);
      if (event.kind === 'execution') setRuns((count) => count + 1);
      if (event.kind === 'sheets') {
        setStamps((old) => {
          const next = { ...old };
          for (const id of event.sheetIds) next[id] = (next[id] ?? 0) + 1;
          return next;
        });
      }
      if (event.kind !== 'execution') reload();
    };
    return () => source.close();
  }, []);

  return { book, stamps, runs, connected, reload };
}
