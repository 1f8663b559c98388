// How much needs attention, kept in `_Meta` so that the sidebar opens without reading a tab. The compare counts a tab anew; edits
// between two compares move it; whoever looks at the whole list sets it right.
import type { RecordTabKey } from '../../domain/schema';
import type { Workbook } from '../api';
import { readMeta } from '../meta';
import { readGivenUp } from './given-up';
import { readTorn } from './torn';

/** By tab: what its own rows and columns show, and what shows only beside other tabs. */
export interface Counts {
  readonly [tab: string]: { readonly own: number; readonly others: number };
}

/** The counts as remembered (no read of its own). */
export function readCounts(workbook: Workbook): Counts {
  return (readMeta(workbook, 'attention') ?? {}) as Counts;
}

/** What the first screen says: how much needs attention, as far as was counted (no read of its own). */
export function attentionCount(workbook: Workbook): number {
  const counted = Object.values(readCounts(workbook)).reduce((sum, { own, others }) => sum + own + others, 0);
  return counted + readTorn(workbook).filter(({ settled }) => !settled).length + readGivenUp(workbook).length;
}

/** The counts with a tab's counted anew; what is left out stays. */
export function withCount(counts: Counts, tab: RecordTabKey, own?: number, others?: number): Counts {
  const before = counts[tab] ?? { own: 0, others: 0 };
  return { ...counts, [tab]: { own: Math.max(0, own ?? before.own), others: others ?? before.others } };
}
