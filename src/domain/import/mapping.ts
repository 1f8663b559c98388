// How a source tab becomes records, as the import dialog shows and a person confirms it. Plain JSON: it crosses to clients.
import type { RecordTabKey } from '../schema';

/** Where one source column goes. */
export type ColumnTarget =
  | { kind: 'field'; tab: RecordTabKey; field: string }
  | { kind: 'custom'; tab: RecordTabKey; header: string }
  | { kind: 'skip' };

export interface ColumnPlan {
  /** 0-based position in the source tab, and its header. */
  column: number;
  header: string;
  samples: string[];
  /** 0..1; below 0.5 the dialog shows it as a guess. */
  confidence: number;
  target: ColumnTarget;
}

/** Source values of a choice (stages first of all) and what each becomes; `null` target: not decided yet. */
export interface ValueMap {
  tab: RecordTabKey;
  field: string;
  /** `to` blank means: leave the field blank. */
  values: {
    from: string;
    count: number;
    to: string | null;
    suggested: string | null;
    /** What it became in the last import of this list. */
    remembered?: string;
  }[];
  /** What may be chosen. */
  choices: string[];
}

export interface ImportMapping {
  /** The tab that one source row becomes first of all (deals for a pipeline, contacts for a contact list). */
  main: RecordTabKey;
  columns: { column: number; target: ColumnTarget }[];
  values: { tab: RecordTabKey; field: string; map: { [from: string]: string } }[];
  /** Which comes first in dates that can be read both ways, by column. Left out: decided from the values. */
  dates?: { column: number; order: 'dmy' | 'mdy' }[];
}
