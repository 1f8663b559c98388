// Change sets that recovery had to give up: what they began to write may stand in part, and was taken in as the grid's. A person
// looks at their records.
import { authorText } from '../../domain/change-set';
import type { RecordTabKey } from '../../domain/schema';
import type { Workbook } from '../api';
import type { Pending } from '../journal';
import { readMeta, writeMeta } from '../meta';

export interface GivenUp {
  readonly changeSet: string;
  /** UTC ISO: when the change was made. */
  readonly when: string;
  readonly who: string;
  readonly tab: RecordTabKey;
  /** The first of its records. */
  readonly ids: readonly string[];
  readonly count: number;
}

const mostRemembered = 20;
const mostIds = 20;

/** What was given up, the oldest first (no read of its own). */
export function readGivenUp(workbook: Workbook): GivenUp[] {
  return (readMeta(workbook, 'givenUp') ?? []) as GivenUp[];
}

/** Remembers a change set that could not be settled (1 write). Under the lock. */
export function rememberGivenUp(workbook: Workbook, { changeSet, when, author, records, block }: Pending): void {
  const tab = block?.tab ?? records[0]?.tab;
  if (!tab) return;
  const ids = records.slice(0, mostIds).map(({ id }) => id);
  const count = block?.count ?? records.length;
  const one: GivenUp = { changeSet, when, who: authorText(author), tab, ids, count };
  writeMeta(workbook, { givenUp: [...readGivenUp(workbook), one].slice(-mostRemembered) });
}

/** Somebody has looked at it (1 write, none when it is not known). Under the lock. */
export function forgetGivenUp(workbook: Workbook, changeSet: string): void {
  const others = readGivenUp(workbook).filter((one) => one.changeSet !== changeSet);
  if (others.length < readGivenUp(workbook).length) writeMeta(workbook, { givenUp: others });
}
