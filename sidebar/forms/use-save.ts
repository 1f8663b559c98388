// Saving a record and everything that can come of it: saved, invalid, a conflict, a failed call.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FieldValue } from '../../src/domain/schema';
import type { Conflict, RecordView, SaveInput } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { refused, stateOf } from '../app/saves';
import { store } from '../app/store';
import { call } from '../call';
import { sentenceFor } from '../messages';
import type { Saved, SaveState } from './save-state';

export interface Saver {
  state: SaveState;
  /** Saves; `onSaved` is called only when it is in the workbook. A call while one is under way does nothing. */
  save: (input: SaveInput) => void;
  /** Saves again after a conflict; `mine` are the fields where the person chose their own value. */
  settle: (mine: readonly string[]) => void;
  reset: () => void;
}

/**
 * `initial` is how a save ended that was made before this form stood here. `onSaved` is also told whether the form still stands: only
 * then may it lead elsewhere.
 */
export function useSave(
  onSaved: (saved: Saved, isHere: boolean) => void,
  initial: SaveState = { kind: 'idle' },
): Saver {
  const app = useApp();
  const [state, setState] = useState<SaveState>(initial);
  const busy = useRef(false);

  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );

  const save = useCallback(
    (input: SaveInput) => {
      if (busy.current) return;
      busy.current = true;
      setState({ kind: 'saving' });
      const end = (ended: SaveState) => {
        busy.current = false;
        if (isHere.current) setState(ended);
        else refused(app, input, null, ended);
      };
      call.saveRecord(input).then(
        (result) => {
          if (result.status !== 'saved') return end(stateOf(input, result));
          busy.current = false;
          setState({ kind: 'idle' });
          store.keepRecord(result.record);
          onSaved(result, isHere.current);
          app.touched();
        },
        (error) => end({ kind: 'failed', input, sentence: sentenceFor(error) }),
      );
    },
    [app, onSaved],
  );

  const settle = (mine: readonly string[]) => {
    if (state.kind === 'conflict') save(afterConflict(state.input, state.record, state.conflicts, mine));
  };

  return { state, save, settle, reset: () => setState({ kind: 'idle' }) };
}

/** What to save so that an existing deal gets these values, with the ones they replace. */
export function moveInput(
  { id, version, fields }: { id: string; version: number; fields: { readonly [field: string]: FieldValue } },
  changes: { [field: string]: FieldValue },
): SaveInput {
  const base = Object.fromEntries(Object.keys(changes).map((field) => [field, fields[field] ?? null]));
  return { tab: 'deals', id, baseVersion: version, base, changes };
}

/** The save that follows a conflict: against the record as it is now, without the fields where theirs was chosen. */
export function afterConflict(
  input: SaveInput,
  now: RecordView,
  conflicts: readonly Conflict[],
  mine: readonly string[],
): SaveInput {
  const theirs = new Set(conflicts.map(({ field }) => field).filter((field) => !mine.includes(field)));
  const changes = Object.fromEntries(Object.entries(input.changes).filter(([field]) => !theirs.has(field)));
  const base: { [field: string]: FieldValue } = {};
  for (const field of Object.keys(changes)) base[field] = now.fields[field] ?? null;
  return {
    ...input,
    changes,
    base,
    baseVersion: now.version,
    overwrite: [...new Set([...(input.overwrite ?? []), ...mine])],
  };
}
