// What needs attention, and its repairs: the part of the workbook layer that src/rpc asks.
import type { Problem } from '../../domain/attention/problem';
import { fieldOf } from '../../domain/record';
import { type RecordTabKey, recordTabKeys, tabOf } from '../../domain/schema';
import type { Workbook } from '../api';
import { bringBack } from '../bring-back';
import { chooseColumn } from '../column-choices';
import { WorkbookError } from '../errors';
import { withLock } from '../lock';
import { writeMeta } from '../meta';
import { recover } from '../recover';
import { type Counts, readCounts, withCount } from './count';
import { forgetGivenUp } from './given-up';
import { forgetTorn, readTorn, settleTorn } from './torn';

export { leftOut as columnsLeftOut } from '../column-choices';
export { keepCopy, removeCopy } from './copied-column';
export { attentionCount } from './count';
export { lastGoodValue } from './last-good';
export { lookAt } from './look';
export { unmerge } from './merges';
export { putRight } from './put-right';

/** The tab whose rows a remembered sort tore; none when it is not remembered. */
export function changesOfSort(workbook: Workbook, changeSet: string): RecordTabKey[] {
  return readTorn(workbook).flatMap((torn) => (torn.changeSet === changeSet ? [torn.tab] : []));
}

/** Takes a sort or an unfinished change off the list: it is right as it is, or was seen to (1 write). */
export function dismiss(workbook: Workbook, changeSet: string): void {
  withLock(workbook, () => {
    forgetTorn(workbook, changeSet);
    forgetGivenUp(workbook, changeSet);
  });
}

/** Brings a column back with the ledger's values, also one that was left out. Throws `no-column` when it stands there. */
export function bringColumnBack(workbook: Workbook, tab: RecordTabKey, key: string): void {
  withLock(workbook, () => {
    recover(workbook);
    chooseColumn(workbook, tab, key, false);
    if (bringBack(workbook, tab, [key]).length === 0)
      throw new WorkbookError(
        'no-column',
        `${fieldOf(tab, key)?.header ?? key} stands in ${tabOf(tab).title} already.`,
      );
  });
}

/** Remembers that the team wants no column for a field that is not needed. Throws `no-column` for one that is. */
export function leaveColumnOut(workbook: Workbook, tab: RecordTabKey, key: string): void {
  const field = fieldOf(tab, key);
  if (!field || field.required || field.requiredUnless !== undefined || field.writer === 'system')
    throw new WorkbookError('no-column', `${tabOf(tab).title} needs the column ${field?.header ?? key}.`);
  withLock(workbook, () => chooseColumn(workbook, tab, key, true));
}

/** Sets the remembered counts right after a look at all tabs (1 write, none when they are). */
export function keepCounts(workbook: Workbook, found: readonly Problem[]): void {
  const counted = found.filter(({ kind }) => kind !== 'sort' && kind !== 'unfinished');
  let counts: Counts = {};
  for (const tab of recordTabKeys) {
    const own = counted.filter((one) => one.tab === tab);
    const others = own.filter(isSeenBesideOthers).length;
    if (own.length > 0) counts = withCount(counts, tab, own.length - others, others);
  }
  const sorts = new Set(found.flatMap(({ kind, changeSet }) => (kind === 'sort' ? [changeSet] : [])));
  const isKnown =
    JSON.stringify(counts) === JSON.stringify(readCounts(workbook)) &&
    readTorn(workbook).every(({ changeSet, settled }) => sorts.has(changeSet) !== (settled ?? false));
  if (isKnown) return;
  withLock(workbook, () => {
    writeMeta(workbook, { attention: counts });
    settleTorn(workbook, ({ changeSet }) => sorts.has(changeSet));
  });
}

/** What the compare of one tab does not find: it reads no other tab and asks for no merges. */
function isSeenBesideOthers({ kind, code }: Problem): boolean {
  return kind === 'merge' || kind === 'header' || code === 'deleted' || code === 'never';
}
