// A merge: in steps where much belongs to the record that goes, under one change set; it goes on by itself, and after a failure when asked.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Issue } from '../../src/rpc/contract';
import type { MergeInput, MergeResult } from '../../src/rpc/contract-duplicates';
import { askBeforeUnload, guardLeaving } from '../app/leaving';
import { sentenceFor } from '../messages';
import { mergeRecords } from './calls';

export type MergeState =
  | { readonly kind: 'idle' }
  /** `left`: records still to be moved; null: not known. */
  | { readonly kind: 'running'; readonly left: number | null }
  | { readonly kind: 'changed'; readonly id: string }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly kind: 'failed'; readonly error: string };

export interface Merge {
  readonly state: MergeState;
  /** The change set of what has moved already of a merge that did not end; '' where nothing has. */
  readonly begun: () => string;
  readonly run: (input: Omit<MergeInput, 'changeSet'>) => void;
}

/** `onMerged` runs at the end; `onChanged` when one of both was changed since it was looked at. */
export function useMerge(
  onMerged: (result: Extract<MergeResult, { status: 'merged' }>) => void,
  onChanged: () => void,
): Merge {
  const [state, setState] = useState<MergeState>({ kind: 'idle' });
  const changeSet = useRef('');
  const isRunning = useRef(false);
  const isRun = state.kind === 'running';
  useEffect(() => {
    guardLeaving(isRun ? () => {} : null);
    window.addEventListener('beforeunload', askBeforeUnload);
    return () => {
      guardLeaving(null);
      window.removeEventListener('beforeunload', askBeforeUnload);
    };
  }, [isRun]);

  const steps = async (input: Omit<MergeInput, 'changeSet'>) => {
    setState({ kind: 'running', left: null });
    for (;;) {
      const result = await mergeRecords({ ...input, ...(changeSet.current ? { changeSet: changeSet.current } : {}) });
      switch (result.status) {
        case 'more':
          changeSet.current = result.changeSet;
          setState({ kind: 'running', left: result.left });
          break;
        case 'merged':
          return onMerged(result);
        case 'changed':
          setState({ kind: 'changed', id: result.id });
          return onChanged();
        case 'invalid':
          return setState({ kind: 'invalid', issues: result.issues });
      }
    }
  };
  const run = (input: Omit<MergeInput, 'changeSet'>) => {
    if (isRunning.current) return;
    isRunning.current = true;
    steps(input)
      .catch((error) => setState({ kind: 'failed', error: sentenceFor(error) }))
      .finally(() => {
        isRunning.current = false;
      });
  };
  return { state, begun: () => changeSet.current, run };
}
