// Pairs of records that look alike and are not one, as people have said. They stand in `_Meta` as numbers, so that one cell holds
// thousands of them: `{"contacts":"12-40 13-99"}`.
import { formatId, parseId } from '../domain/ids';
import type { RecordTabKey } from '../domain/schema';
import type { Workbook } from './api';
import { maxCellText } from './cells';
import { WorkbookError } from './errors';
import { liveIds } from './ledger';
import { withLock } from './lock';
import { readMeta, writeMeta } from './meta';

export type Pair = readonly [string, string];

/** Pairs of a tab, in the order they were told, the lower number first (no read of its own). */
export function notDuplicates(workbook: Workbook, tab: RecordTabKey): Pair[] {
  const known = remembered(workbook)[tab];
  return String(known ?? '')
    .split(' ')
    .flatMap((text): Pair[] => {
      const [one, other] = text.split('-').map(Number);
      return one && other ? [[formatId(tab, one), formatId(tab, other)]] : [];
    });
}

/**
 * Remembers that two records are not one, or takes that back; answers all pairs. Those of records that are gone are forgotten
 * (1 read of a part of the ledger, 1 write). Throws WorkbookError `no-record`, `too-large`.
 */
export function tellNotDuplicates(workbook: Workbook, tab: RecordTabKey, ids: Pair, not: boolean): Pair[] {
  return withLock(workbook, () => {
    const pair = [...ids].sort((one, other) => numberOf(one) - numberOf(other)) as [string, string];
    const live = new Set(liveIds(workbook, tab));
    // None are told where somebody has moved the ledger's rows.
    const isLive = (id: string) => live.size === 0 || live.has(id);
    const missing = not ? pair.find((id) => !isLive(id)) : undefined;
    if (missing) throw new WorkbookError('no-record', `${missing} is not in the workbook any more.`);
    const others = notDuplicates(workbook, tab).filter((one) => one.join() !== pair.join() && one.every(isLive));
    const pairs = not ? [...others, pair] : others;
    const text = pairs.map((one) => one.map(numberOf).join('-')).join(' ');
    const values = { ...remembered(workbook), [tab]: text };
    if (JSON.stringify(values).length > maxCellText)
      throw new WorkbookError(
        'too-large',
        'Rowbook cannot remember more pairs that are not duplicates. Take some back, or merge or delete records of others: their pairs are forgotten.',
      );
    writeMeta(workbook, { notDuplicates: values });
    return pairs;
  });
}

function remembered(workbook: Workbook): { readonly [tab: string]: unknown } {
  const known = readMeta(workbook, 'notDuplicates');
  return typeof known === 'object' && known !== null ? { ...known } : {};
}

function numberOf(id: string): number {
  return parseId(id)?.number ?? 0;
}
