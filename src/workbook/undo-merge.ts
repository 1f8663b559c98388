// What is special about taking a merge back: the two records part together or not at all, references follow whoever owns the record
// they stand in, and what is derived is derived anew, since it may have moved on.
import { mergeTold, undoes } from '../domain/change-set';
import { isKeptByRowbook } from '../domain/roles';
import { fieldsOf, type RecordTabKey } from '../domain/schema';
import type { Change } from './api';
import type { HistoryEntry } from './history';
import type { Kept } from './undo-block';
import { isBackAlready } from './undo-record';

/** Two records that became one, or that become one again by the undo of an undo. */
export interface MergedPair {
  readonly tab: RecordTabKey;
  readonly keep: string;
  readonly gone: string;
  /** The undo makes them one again. */
  readonly again: boolean;
}

/** The merge that these entries of one change set tell of, or whose undo they are; null for any other. `read`: what a change set tells. */
export function pairIn(
  entries: readonly HistoryEntry[],
  read: (changeSet: string) => readonly HistoryEntry[],
): MergedPair | null {
  const own = pairTold(entries);
  if (own) return { ...own, again: false };
  const undone = undoes(entries[0]?.how ?? '');
  const other = undone === null || undone === 'many' ? null : pairTold(read(undone));
  return other && { ...other, again: true };
}

function pairTold(entries: readonly HistoryEntry[]): Omit<MergedPair, 'again'> | null {
  for (const { tab, id, summary, delta } of entries) {
    const keep = mergeTold(summary, delta);
    if (keep !== null) return { tab, keep, gone: id };
  }
  return null;
}

/** Whether a change only turns references from one of the two to the other. */
export function isMovedLink({ keep, gone }: MergedPair, { kind, tab, id, fields = {} }: Change): boolean {
  const links = fieldsOf(tab).flatMap(([key, { reference }]) => (reference === undefined ? [] : [key]));
  const isOther = id !== keep && id !== gone;
  const pair = [keep, gone];
  return (
    kind === 'update' &&
    isOther &&
    Object.entries(fields).every(([key, value]) => links.includes(key) && pair.includes(String(value)))
  );
}

/**
 * What takes the merge back, in an order that steps may cut: the one that went comes first, so that references lead somewhere; the
 * kept one last, once they are back and what is derived from them can be told. `refused`: ids that the author may not change.
 */
export function asParted(pair: MergedPair, changes: readonly Change[], refused: ReadonlySet<string>): Change[] {
  if (refused.has(pair.keep) || refused.has(pair.gone)) return [];
  const places = pair.again ? [isLink, isKept, isGone] : [isGone, isLink, isKept];
  const derived = changes.map((change) => withoutDerived(pair, change)).filter((change) => change !== null);
  return places.flatMap((place) => derived.filter((change) => place(pair, change)));
}

function isGone({ gone }: MergedPair, { id }: Change): boolean {
  return id === gone;
}

function isKept({ keep }: MergedPair, { id }: Change): boolean {
  return id === keep;
}

function isLink(pair: MergedPair, change: Change): boolean {
  return !isGone(pair, change) && !isKept(pair, change);
}

/** The change without what follows from others; of the kept record its last contact, which nothing else takes back. Null when nothing is left. */
function withoutDerived(pair: MergedPair, change: Change): Change | null {
  const merge = pair.again
    ? isGone(pair, change)
      ? pair.keep
      : isKept(pair, change)
        ? pair.gone
        : undefined
    : undefined;
  const whole = merge === undefined ? change : { ...change, merge };
  if (change.kind !== 'update') return whole;
  const stays = (key: string) =>
    !isKeptByRowbook(change.tab, { [key]: null }) ||
    key === 'created' ||
    (key === 'lastContact' && isKept(pair, change));
  const fields = Object.fromEntries(Object.entries(change.fields ?? {}).filter(([key]) => stays(key)));
  return Object.keys(fields).length === 0 && merge === undefined ? null : { ...whole, fields };
}

/** Whether what an undo left alone is worth telling: an earlier step has brought the one that went back, and what Rowbook keeps follows. */
export function isToldAsKept({ gone }: MergedPair, { tab, id, field, reason }: Kept): boolean {
  if (id === gone && reason === isBackAlready) return false;
  return field === '' || !isKeptByRowbook(tab as RecordTabKey, { [field]: null });
}
