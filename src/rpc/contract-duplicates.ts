// What crosses for the window of duplicates: merging two records, and which pairs are said to be none. Types only.
import type { Issue } from '../domain/issue';
import type { FieldValue, RecordTabKey } from '../domain/schema';
import type { RecordView } from './contract-record';

export type MergedTab = 'contacts' | 'companies' | 'deals';

export interface MergeInput {
  tab: MergedTab;
  /** The record that stays and the one that becomes a part of it, with the versions that were looked at. */
  keep: { id: string; version: number };
  gone: { id: string; version: number };
  /** Values that the kept record gets: the other one's, or both joined. What is left out stays as it is. */
  changes: { [field: string]: FieldValue };
  /** Of a merge in steps: what the step before answered. */
  changeSet?: string;
}

export type MergeResult =
  | {
      status: 'merged';
      changeSet: string;
      record: RecordView;
      moved: { tab: RecordTabKey; count: number }[];
      warnings: string[];
    }
  /** Many records referred to the other one: some are moved, call again with `changeSet`. `left`: still to be moved. */
  | { status: 'more'; changeSet: string; left: number }
  /** One of both was changed since: nothing was written; look again. */
  | { status: 'changed'; id: string }
  | { status: 'invalid'; issues: Issue[] };

export interface NotDuplicatesInput {
  tab: MergedTab;
  /** Left out: only reads. */
  ids?: [string, string];
  /** true: they are not one; false: takes that back */
  not?: boolean;
}

export interface NotDuplicates {
  pairs: [string, string][];
}

export interface DuplicateCalls {
  mergeRecords: (input: MergeInput) => MergeResult;
  notDuplicates: (input: NotDuplicatesInput) => NotDuplicates;
}
