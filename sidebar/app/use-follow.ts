// Following the selected row: while it is on and somebody looks, the server is asked now and then which record the person is in.
// It reads nothing while they stay where they are; ever more seldom then, at once when they go over to the grid or come back.
import { useEffect, useRef, useState } from 'preact/hooks';
import { parseId } from '../../src/domain/ids';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { toast } from '../ui/toasts';
import * as words from '../words';
import type { Follow, Screen } from './app';
import { hasUnsaved } from './leaving';

const soonestMs = 1500;
const latestMs = 15_000;
const growth = 1.4;

/** Something is being typed, or asked, that another screen would take away. */
function isHeld(): boolean {
  const focused = document.hasFocus() && document.activeElement;
  return (
    hasUnsaved() ||
    (focused instanceof HTMLInputElement && focused.value !== '') ||
    document.querySelector('main form, dialog[open], [role="menu"]') !== null
  );
}

/** `show` puts a record's screen before the person without taking the keyboard from where it is. */
export function useFollow(show: (screen: Screen) => void): Follow {
  const [on, setOn] = useState(false);
  const latest = useRef(show);
  latest.current = show;

  useEffect(() => {
    if (!on) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let place: string | undefined;
    let wait = soonestMs;
    let isAsking = false;
    let ended = false;
    const plan = (ms: number) => {
      clearTimeout(timer);
      if (!ended) timer = setTimeout(() => void ask(), ms);
    };
    const ask = async () => {
      if (isAsking || document.visibilityState === 'hidden') return;
      if (isHeld()) return plan(soonestMs);
      isAsking = true;
      try {
        const now = await call.selectedRecord(place === undefined ? {} : { place });
        wait = now.place === place ? Math.min(latestMs, wait * growth) : soonestMs;
        const record = parseId(now.id);
        // What was begun while the answer was on its way stays; the row is asked for again after it.
        if (ended || (record && isHeld())) return;
        place = now.place;
        if (record) latest.current({ kind: 'record', tab: record.tab, id: record.id });
      } catch (error) {
        wait = latestMs;
        setOn(false);
        toast(`${words.rowIsNotFollowed} ${sentenceFor(error)}`);
      } finally {
        isAsking = false;
        plan(wait);
      }
    };
    // The window loses the keyboard when the person goes over to the grid.
    const soon = () => {
      wait = soonestMs;
      plan(soonestMs / 3);
    };
    const events = ['blur', 'focus'] as const;
    for (const event of events) window.addEventListener(event, soon);
    document.addEventListener('visibilitychange', soon);
    plan(0);
    return () => {
      ended = true;
      clearTimeout(timer);
      for (const event of events) window.removeEventListener(event, soon);
      document.removeEventListener('visibilitychange', soon);
    };
  }, [on]);

  return { on, toggle: () => setOn((now) => !now) };
}
