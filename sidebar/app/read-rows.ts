// All records of a tab, read page by page.
import type { RecordTabKey } from '../../src/domain/schema';
import type { RecordRow, RecordRowsInput } from '../../src/rpc/contract-lists';
import { call } from '../call';

export interface AllRows {
  rows: readonly RecordRow[];
  total: number;
}

/** Rows move while others work; a tab that never stands still is not read for ever. */
const mostPages = 500;

/** Reads them all; after each page but the last `step` is told what is there. Ends early where `isOld`. */
export async function readAll(
  tab: RecordTabKey,
  isOld: () => boolean,
  step: (rows: readonly RecordRow[], total: number) => void,
): Promise<AllRows> {
  // By id: where rows moved meanwhile one may come twice, and the later counts.
  let found = new Map<string, RecordRow>();
  let input: RecordRowsInput = { tab };
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await call.recordRows(input);
    if (isOld()) break;
    if (page.moved) found = new Map();
    for (const row of page.rows) found.set(row.id, row);
    if (!page.next) return { rows: [...found.values()], total: page.total };
    step([...found.values()], page.total);
    input = { tab, from: page.next };
  }
  return { rows: [...found.values()], total: found.size };
}
