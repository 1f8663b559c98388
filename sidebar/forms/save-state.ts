// What can come of a save.
import type { Conflict, Issue, RecordView, SaveInput, SaveResult } from '../../src/rpc/contract';

export type Saved = Extract<SaveResult, { status: 'saved' }>;

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'invalid'; issues: readonly Issue[] }
  | { kind: 'conflict'; input: SaveInput; record: RecordView; conflicts: readonly Conflict[] }
  | { kind: 'failed'; input: SaveInput; sentence: string };
