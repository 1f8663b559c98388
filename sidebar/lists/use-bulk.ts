// A bulk edit: step by step under one change set, so that one undo takes all of it back. What cannot be changed is left and told.
import { useRef, useState } from 'preact/hooks';
import { sameValue } from '../../src/domain/record';
import type { FieldValue } from '../../src/domain/schema';
import type { SegmentTab } from '../../src/domain/segment';
import type { KeptRecord } from '../../src/rpc/contract';
import type { RecordRow } from '../../src/rpc/contract-lists';
import { toastWithUndo } from '../app/undo';
import { call } from '../call';
import { sentenceFor } from '../messages';
import * as words from '../words';

/** Records in one step: about three seconds under the lock. */
const perStep = 60;

export type Changes = { [field: string]: FieldValue };

export interface Edit {
  readonly row: RecordRow;
  readonly changes: Changes;
}

export interface BulkState {
  kind: 'idle' | 'running' | 'stopped' | 'done';
  /** Records that were tried, of how many. */
  done: number;
  total: number;
  changed: number;
  kept: readonly KeptRecord[];
  /** Why it stopped; '' when the person stopped it. */
  error: string;
}

const idle: BulkState = { kind: 'idle', done: 0, total: 0, changed: 0, kept: [], error: '' };

export interface Bulk {
  state: BulkState;
  run: (edits: readonly Edit[]) => void;
  /** Goes on where it stopped, under the same change set. */
  goOn: () => void;
  /** Ends after the step that is under way. */
  stop: () => void;
}

/** `after` runs when it ended, and when it was taken back. */
export function useBulk(tab: SegmentTab, after: () => void): Bulk {
  const [state, setState] = useState(idle);
  const work = useRef<{ edits: readonly Edit[]; changeSet: string; stopped: boolean }>({
    edits: [],
    changeSet: '',
    stopped: false,
  });

  const steps = async (from: BulkState) => {
    const now = work.current;
    now.stopped = false;
    let at: BulkState = { ...from, kind: 'running', error: '' };
    setState(at);
    while (at.done < now.edits.length) {
      if (now.stopped) return end({ ...at, kind: 'stopped' });
      const step = now.edits.slice(at.done, at.done + perStep);
      try {
        const answer = await call.saveRecords({
          tab,
          each: true,
          records: step.map(({ row, changes }) => ({ id: row.id, changes, base: baseOf(row, changes) })),
          ...(now.changeSet ? { changeSet: now.changeSet } : {}),
        });
        now.changeSet = answer.changeSet || now.changeSet;
        at = {
          ...at,
          done: at.done + step.length,
          changed: at.changed + answer.ids.length,
          kept: [...at.kept, ...answer.kept],
        };
        setState(at);
      } catch (error) {
        return end({ ...at, kind: 'stopped', error: sentenceFor(error) });
      }
    }
    end({ ...at, kind: 'done' });
  };

  const end = (ended: BulkState) => {
    setState(ended);
    const { changeSet } = work.current;
    if (changeSet !== '') toastWithUndo(words.recordsChanged(ended.changed), changeSet, after);
    after();
  };

  return {
    state,
    run: (edits) => {
      work.current = { edits, changeSet: '', stopped: false };
      void steps({ ...idle, total: edits.length });
    },
    goOn: () => void steps(state),
    stop: () => {
      work.current.stopped = true;
    },
  };
}

/** What the person saw in the fields that are changed. */
function baseOf({ fields }: RecordRow, changes: Changes): Changes {
  return Object.fromEntries(Object.keys(changes).map((key) => [key, fields[key] ?? null]));
}

/** Those of these edits that change anything, with only what changes. */
export function realEdits(edits: readonly Edit[]): Edit[] {
  return edits.flatMap(({ row, changes }) => {
    const real = Object.entries(changes).filter(([key, value]) => !sameValue(row.fields[key], value));
    return real.length > 0 ? [{ row, changes: Object.fromEntries(real) }] : [];
  });
}
