// What this window alone asks the server.
import type { MergeInput, MergeResult, NotDuplicates, NotDuplicatesInput } from '../../src/rpc/contract-duplicates';
import { ask } from '../call';

/** Makes one record a part of another; of many steps, one. Rejects with a `CallError`. */
export const mergeRecords = (input: MergeInput): Promise<MergeResult> => ask('mergeRecords', input);

/** The pairs that are said to be no duplicates, after adding one or taking one back. Rejects with a `CallError`. */
export const notDuplicates = (input: NotDuplicatesInput): Promise<NotDuplicates> => ask('notDuplicates', input);
