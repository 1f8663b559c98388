// Drives a handing over from preview to result, one call after the other. It goes on when the screen is left; a toast tells the end.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { HandOverInput, HandOverPreview, HandOverStep } from '../../src/rpc/contract-hand-over';
import { useApp } from '../app/app';
import { toastWithUndo, undoAll, undoneText } from '../app/undo';
import { call } from '../call';
import { sentenceFor } from '../messages';
import * as words from '../words';

export type Moved = HandOverStep['moved'][number];
export type KeptRecord = HandOverStep['kept'][number];

export interface Result {
  changeSet: string;
  moved: readonly Moved[];
  kept: readonly KeptRecord[];
  deactivated: boolean;
  /** What came of taking it back; blank while it stands. */
  undone: string;
}

export interface HandingOver {
  preview: HandOverPreview | null;
  /** What is under way: nothing, reading, handing over (so many done), taking back (so many). */
  busy: null | { what: 'reading' | 'moving' | 'undoing'; done: number };
  error: string;
  /** It was begun and could not go on: `run` with the same choices does. */
  stopped: boolean;
  result: Result | null;
  look: (from: string) => void;
  /** Starts; called again with the same choices after an error it goes on where it stopped. */
  run: (choices: Omit<HandOverInput, 'changeSet' | 'done'>) => void;
  undo: () => void;
}

export function useHandOver(): HandingOver {
  const app = useApp();
  const [preview, setPreview] = useState<HandOverPreview | null>(null);
  const [busy, setBusy] = useState<HandingOver['busy']>(null);
  const [error, setError] = useState('');
  const [result, setResult] = useState<Result | null>(null);
  const asked = useRef('');
  const begun = useRef<Result | null>(null);
  const alive = useRef(true);
  useEffect(
    () => () => {
      alive.current = false;
    },
    [],
  );

  const fail = (failure: unknown) => {
    setBusy(null);
    setError(sentenceFor(failure));
  };

  const look = (from: string) => {
    asked.current = from;
    begun.current = null;
    setPreview(null);
    setResult(null);
    setError('');
    if (from === '') return;
    setBusy({ what: 'reading', done: 0 });
    call.handOverPreview({ from }).then(
      (view) => {
        if (asked.current !== from) return;
        setBusy(null);
        setPreview(view);
      },
      (failure) => asked.current === from && fail(failure),
    );
  };

  const run = async (choices: Omit<HandOverInput, 'changeSet' | 'done'>) => {
    let now = begun.current ?? { changeSet: '', moved: [], kept: [], deactivated: false, undone: '' };
    setError('');
    setBusy({ what: 'moving', done: now.moved.length });
    try {
      for (let more = true; more; ) {
        const goOn = now.changeSet ? { changeSet: now.changeSet, done: now.moved.length } : {};
        const step = await call.handOver({ ...choices, ...goOn });
        more = step.more;
        const known = new Set(now.kept.map(({ id }) => id));
        now = {
          changeSet: step.changeSet,
          moved: [...now.moved, ...step.moved],
          kept: [...now.kept, ...step.kept.filter(({ id }) => !known.has(id))],
          deactivated: step.deactivated === true,
          undone: '',
        };
        begun.current = now;
        setBusy({ what: 'moving', done: now.moved.length });
      }
    } catch (failure) {
      app.touched();
      return fail(failure);
    }
    begun.current = null;
    setBusy(null);
    setResult(now);
    app.touched();
    const said = words.recordsWereHandedOver(now.moved.length);
    if (!alive.current && now.changeSet) toastWithUndo(said, now.changeSet, app.touched);
  };

  const undo = () => {
    if (!result) return;
    setError('');
    setBusy({ what: 'undoing', done: 0 });
    undoAll(result.changeSet, (done) => setBusy({ what: 'undoing', done })).then((undone) => {
      setBusy(null);
      setResult({ ...result, undone: undoneText(undone) });
      app.touched();
    }, fail);
  };

  const stopped = busy === null && error !== '' && begun.current !== null;
  return { preview, busy, error, stopped, result, look, run: (choices) => void run(choices), undo };
}
