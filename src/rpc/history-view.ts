// Entries of History for people: fields with their headers, and the names of what values refer to. Clients write the values.
import { isBy } from '../domain/change-set';
import { parseId } from '../domain/ids';
import { fieldOf, nameOf } from '../domain/record';
import { isKeptByRowbook, mayWrite } from '../domain/roles';
import { recordTabKeys, tabOf } from '../domain/schema';
import {
  idsOfBlock,
  isBlock,
  type PastEntry,
  readField,
  readLedgerEntries,
  refusalFor,
  type Workbook,
} from '../workbook';
import type { Caller } from './caller';
import type { RecordChange } from './contract-history';

/** Records of a change set that are told one by one. */
export const mostRecords = 5;
/** Names that one page looks up; a reference beyond them is told by its id. */
const mostNames = 40;

/** Records that an entry tells of. */
export function sizeOf(entry: PastEntry): number {
  return idsOfBlock(entry).length || 1;
}

/** The first few records of each group of entries, and which groups the caller may undo (3 reads for each tab, or none). */
export function tellGroups(
  caller: Caller,
  groups: readonly (readonly PastEntry[])[],
): { records: RecordChange[]; mayUndo: boolean }[] {
  const mayChange = rightsOf(caller, groups.flat());
  const isMoney = ({ tab, delta }: PastEntry) => tab === 'deals' && delta.amount !== undefined;
  const currencies = groups.flat().some(isMoney) ? readField(caller.workbook, 'deals', 'currency') : new Map();
  return groups.map((entries) => ({
    records: entries.slice(0, mostRecords).map((entry) => {
      const { tab, id, name, summary, delta } = entry;
      return { tab, id, name, summary, delta, mayChange: mayChange(entry), currency: currencies.get(id) ?? '' };
    }),
    mayUndo: mayUndo(caller, entries, mayChange),
  }));
}

type MayChange = (entry: PastEntry) => boolean;

/** Whether the caller may change the record of an entry, as it is now: what an undo will be asked. Only reps need to be looked at. */
function rightsOf({ workbook, author, role }: Caller, entries: readonly PastEntry[]): MayChange {
  const tabs = role === 'rep' ? [...new Set(entries.map(({ tab }) => tab))] : [];
  const owners = new Map(tabs.flatMap((tab) => [...readField(workbook, tab, 'owner')]));
  return ({ tab, id, delta }) => {
    const owner = owners.get(id) ?? delta.owner?.[0] ?? null;
    return refusalFor(workbook, author, { act: 'edit', tab, id, before: { owner } }) === undefined;
  };
}

/** Whether an undo would put back anything of these, by what it asks itself: `undoIn`, and `refusalFor` of each record. */
function mayUndo({ email, role }: Caller, entries: readonly PastEntry[], mayChange: MayChange): boolean {
  if (role === 'rep' && entries.some(({ how, who }) => how === 'import' && !isBy(who, email))) return false;
  if (!entries.every(({ tab }) => mayWrite(role, tabOf(tab)))) return false;
  const own = entries.filter((entry) => isBlock(entry) || !isKeptByRowbook(entry.tab, entry.delta));
  // Two that became one part together or not at all.
  const merged = entries.filter(({ how, summary }) => how === 'merge' && summary.startsWith('Merged '));
  if (merged.length > 0) return merged.every(mayChange);
  return (own.length > 0 ? own : entries).some(mayChange);
}

/** Names of the records that these entries' values refer to, as the ledger has them now (1 read for each tab, or few). */
export function namesIn(
  workbook: Workbook,
  entries: readonly Pick<PastEntry, 'tab' | 'delta'>[],
): { [reference: string]: string } {
  const ids = new Set<string>();
  for (const { tab, delta } of entries) {
    for (const [key, values] of Object.entries(delta)) {
      if (fieldOf(tab, key)?.type !== 'reference') continue;
      for (const value of values) if (typeof value === 'string' && ids.size < mostNames) ids.add(value);
    }
  }
  const names: { [reference: string]: string } = {};
  for (const tab of recordTabKeys) {
    const own = [...ids].filter((id) => parseId(id)?.tab === tab);
    if (own.length === 0) continue;
    for (const [id, { state }] of readLedgerEntries(workbook, tab, own)) names[id] = nameOf(tab, state.fields);
  }
  return names;
}
