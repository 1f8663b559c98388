// What crosses for records that are one, and for those that only look alike. Types only.
import type { Issue } from '../domain/issue';
import type { FieldValue, RecordTabKey } from '../domain/schema';
import type { RecordView } from './contract';

/** Tabs whose records can be merged. */
export type MergedTab = 'contacts' | 'companies' | 'deals';

export interface MergeInput {
  tab: MergedTab;
  /** The record that stays and the one that becomes a part of it, with the versions that were looked at. */
  keep: { id: string; version: number };
  gone: { id: string; version: number };
  /**
   * Values that the kept record gets: the other one's, or both joined. What is left out stays as it is. What Rowbook keeps by itself
   * (Created, Last contact …) follows without being named.
   */
  changes: { [field: string]: FieldValue };
  /** Of a merge in steps: what the step before answered. The same call without it goes on as well. */
  changeSet?: string;
}

export type MergeResult =
  /** `moved`: how many records refer to the kept one since, of all steps. */
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
  /** True (or left out): they are not one; false: takes that back. */
  not?: boolean;
}

export interface NotDuplicates {
  /** All pairs of the tab, each with the lower number first. */
  pairs: [string, string][];
}

export interface DuplicateCalls {
  mergeRecords: (input: MergeInput) => MergeResult;
  notDuplicates: (input: NotDuplicatesInput) => NotDuplicates;
}
