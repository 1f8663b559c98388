// Following the selected row: while it is on and somebody looks, the server is asked now and then which record the person is in.
// It reads nothing while they stay where they are; ever more seldom then, at once when they go over to the grid or come back.
import { useEffect, useRef, useState } from 'preact/hooks';
import { parseId } from '../../src/domain/ids';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { toast } from '../ui/toasts';
import * as words from '../words';
import type { Follow, Screen } from './app';
import { keepAsking } from './keep-asking';
import { hasUnsaved } from './leaving';

const pace = { first: 0, soonest: 1500, latest: 15_000, growth: 1.4 };
/** From going over to the grid to the row that is chosen there. */
const choosingMs = 500;

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
    let place: string | undefined;
    let ended = false;
    const ask = async () => {
      if (isHeld()) return true;
      try {
        const now = await call.selectedRecord(place === undefined ? {} : { place });
        const isNew = now.place !== place;
        const record = parseId(now.id);
        // What was begun while the answer was on its way stays; the row is asked for again after it.
        if (ended || (record && isHeld())) return isNew;
        place = now.place;
        if (record) latest.current({ kind: 'record', tab: record.tab, id: record.id });
        return isNew;
      } catch (error) {
        setOn(false);
        toast(`${words.rowIsNotFollowed} ${sentenceFor(error)}`);
        return false;
      }
    };
    const asking = keepAsking(ask, pace);
    // The window loses the keyboard when the person goes over to the grid.
    const soon = () => asking.soon(choosingMs);
    const events = ['blur', 'focus'] as const;
    for (const event of events) window.addEventListener(event, soon);
    return () => {
      ended = true;
      asking.stop();
      for (const event of events) window.removeEventListener(event, soon);
    };
  }, [on]);

  return { on, toggle: () => setOn((now) => !now) };
}
