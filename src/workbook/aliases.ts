// Ids of records that were merged into others. The ledger's tombstone of such a record says which one it became a part of, so an
// alias is found by its number, and is none any more once the merge is undone. `_Meta` only knows in which tabs there may be any.
import { parseId } from '../domain/ids';
import type { RecordTabKey } from '../domain/schema';
import type { Workbook } from './api';
import { isDeleted, type LedgerEntry, readLedger, readLedgerEntry } from './ledger';
import { readMeta } from './meta';
import { entryOf, type Work } from './work';

/** Longer chains of merges are followed no further: somebody may have typed a circle into the ledger. */
const longest = 50;

/**
 * The record that this id means now: itself, or the one that it was merged into, through a chain of merges. Undefined where the
 * ledger knows that there is none any more. `entryOf`: the ledger's entry of an id.
 */
function meantBy(id: string, entryOf: (id: string) => LedgerEntry | null): string | undefined {
  let meant = id;
  for (let step = 0; step < longest; step++) {
    const entry = entryOf(meant);
    if (!entry || !isDeleted(entry)) return meant;
    const { to } = entry.state;
    if (to === undefined || parseId(to)?.tab !== parseId(id)?.tab) return undefined;
    meant = to;
  }
  return undefined;
}

/** The same in a commit, by what it has read of the ledger. */
export function meantIn(work: Work, id: string): string | undefined {
  return meantBy(id, (one) => {
    const tab = parseId(one)?.tab;
    return tab ? entryOf(work, tab, one) : null;
  });
}

/** All aliases of a tab, with the records they mean (1 read where there may be any). */
export function aliasesIn(workbook: Workbook, tab: RecordTabKey): Map<string, string> {
  const ledger = mayHaveAliases(workbook, tab) ? readLedger(workbook, tab) : new Map<string, LedgerEntry>();
  const aliases = new Map<string, string>();
  for (const { id, state } of ledger.values()) {
    const meant = state.to === undefined ? id : meantBy(id, (one) => ledger.get(one) ?? null);
    if (meant !== undefined && meant !== id) aliases.set(id, meant);
  }
  return aliases;
}

/** The record that the one with this id was merged into; undefined where it was not, or that one is gone (1 read for each merge). */
export function aliasOf(workbook: Workbook, tab: RecordTabKey, id: string): string | undefined {
  const meant = meantBy(id, (one) => readLedgerEntry(workbook, tab, one));
  return meant === id ? undefined : meant;
}

/** Whether a record of this tab was ever merged into another (no read of its own): else nobody needs to look for aliases. */
export function mayHaveAliases(workbook: Workbook, tab: RecordTabKey): boolean {
  return mergedTabs(workbook)[tab] === true;
}

/** Tabs with records that were merged into others, as `_Meta` keeps them. */
export function mergedTabs(workbook: Workbook): { readonly [tab: string]: boolean } {
  return (readMeta(workbook, 'merged') ?? {}) as { [tab: string]: boolean };
}
