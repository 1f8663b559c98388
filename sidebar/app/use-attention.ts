// What needs attention: a page of it at a time, read again whenever something was changed from here.
import { useEffect, useState } from 'preact/hooks';
import type { ProblemKind } from '../../src/domain/attention/problem';
import type { NeedsAttention, RepairInput, RepairResult } from '../../src/rpc/contract-attention';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { useApp } from './app';

/** Problems on one page: so many cards draw at once without a pause. */
export const pageSize = 50;

export interface Attention {
  view: NeedsAttention | null;
  loading: boolean;
  error: string;
}

export function useAttention(kind: ProblemKind | null, offset: number): Attention {
  const { version } = useApp();
  const [state, setState] = useState<Attention>({ view: null, loading: true, error: '' });
  useEffect(() => {
    let current = true;
    setState((now) => ({ ...now, loading: true, error: '' }));
    call.needsAttention({ ...(kind ? { kind } : {}), offset, limit: pageSize }).then(
      (view) => current && setState({ view, loading: false, error: '' }),
      (error) => current && setState((now) => ({ ...now, loading: false, error: sentenceFor(error) })),
    );
    return () => {
      current = false;
    };
  }, [kind, offset, version]);
  return state;
}

/** All steps of a repair as one, with the change sets that undo it, the last first. */
export type Repaired = RepairResult & { changeSets: string[]; warnings?: string[] };

/** Runs a repair to its end. */
export async function repairAll(input: RepairInput, step?: (changed: number) => void): Promise<Repaired> {
  const changeSets: string[] = [];
  let changed = 0;
  for (;;) {
    const result = await call.repair(input);
    changed += result.changed;
    if (result.changeSet !== '') changeSets.unshift(result.changeSet);
    step?.(changed);
    if (!result.more) return { ...result, changed, changeSets };
  }
}
