// An import being taken back: how far it is, and what stayed.
import { useState } from 'preact/hooks';
import type { UndoResult } from '../../src/rpc/contract';
import { undoAll } from '../app/undo';
import { sentenceFor } from '../messages';

export interface Undone {
  /** Records taken back so far. */
  count: number;
  done: boolean;
  kept: UndoResult['kept'];
}

export interface Undoing {
  /** Null before it began, and again after it failed. */
  undone: Undone | null;
  error: string;
  /** `after` runs once all is taken back. */
  undo: (changeSet: string, after?: () => void) => void;
  reset: () => void;
}

export function useUndo(): Undoing {
  const [undone, setUndone] = useState<Undone | null>(null);
  const [error, setError] = useState('');
  const undo = (changeSet: string, after?: () => void) => {
    setUndone({ count: 0, done: false, kept: [] });
    setError('');
    undoAll(changeSet, (count) => setUndone({ count, done: false, kept: [] })).then(
      ({ undone: count, kept }) => {
        setUndone({ count, done: true, kept });
        after?.();
      },
      (failure) => {
        setUndone(null);
        setError(sentenceFor(failure));
      },
    );
  };
  const reset = () => {
    setUndone(null);
    setError('');
  };
  return { undone, error, undo, reset };
}
