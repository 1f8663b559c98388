// How far an import is, as the workbook layer says it and clients see it.
import type { Issue } from '../issue';

/** The state of an import after one step of it. */
export interface ImportProgress {
  importId: string;
  changeSet: string;
  done: boolean;
  /** What the next step does, for people. */
  step: string;
  /** Rows of the source tab. */
  rowsDone: number;
  rowsTotal: number;
  created: { [tab: string]: number };
  skipped: number;
  problems: Issue[];
}
