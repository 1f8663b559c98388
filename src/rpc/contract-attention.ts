// What crosses between a client and the add-on about what needs attention. Types only.
import type { Problem, ProblemKind } from '../domain/attention/problem';
import type { FieldValue, RecordTabKey } from '../domain/schema';

export interface AttentionInput {
  /** One record tab, or all and the mails when left out. */
  tab?: RecordTabKey;
  /** One kind only; the counts are of all. */
  kind?: ProblemKind;
  offset?: number;
  /** At most this many (default 50, at most 200). */
  limit?: number;
}

export interface NeedsAttention {
  /** A page of problems, ordered by kind, tab and row. */
  problems: Problem[];
  /** How many there are of each kind, on all pages. */
  counts: { [kind in ProblemKind]?: number };
  /** How many of the wanted kind. */
  total: number;
  /** Columns that the team left out, which can be brought back at any time. */
  leftOut: { tab: RecordTabKey; field: string; header: string }[];
}

export interface LastGoodInput {
  tab: RecordTabKey;
  id: string;
  field: string;
}

/** The last value of a field that could be right, as History tells. */
export type LastGood =
  | { found: false }
  | {
      found: true;
      value: FieldValue;
      /** The name of the record that it refers to, and the currency of a deal; blank for others. */
      label: string;
      currency: FieldValue;
      /** UTC ISO: when it was changed to something else, or set. */
      when: string;
    };

/** One repair. `check` compares all tabs with their ledgers now, instead of at the next hourly run. */
export type RepairInput =
  | { action: 'check' }
  | { action: 'lastGood'; tab: RecordTabKey; id: string; field: string }
  | { action: 'putRight'; changeSet?: string; fields?: string[]; ids?: string[] }
  | { action: 'dismiss'; changeSet?: string }
  | { action: 'bringBack' | 'leaveOut' | 'removeCopy' | 'keepCopy'; tab: RecordTabKey; field: string }
  | { action: 'unmerge'; tab: RecordTabKey; range: string };

export interface RepairResult {
  /** The header that a copy got; blank for other repairs. */
  shown: string;
  /** Undoes it; blank where no record was changed. */
  changeSet: string;
  /** Records changed by this step. */
  changed: number;
  /** Not at its end yet: call again. */
  more: boolean;
  /** What was left alone, and why. */
  left: { tab: string; id: string; field: string; reason: string }[];
}

export interface AttentionCalls {
  needsAttention: (input: AttentionInput) => NeedsAttention;
  lastGoodValue: (input: LastGoodInput) => LastGood;
  repair: (input: RepairInput) => RepairResult;
}
