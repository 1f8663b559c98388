// Entries of History in words: fields with their headers, values with names in the place of ids.
import { parseAuthor } from '../domain/change-set';
import { parseId } from '../domain/ids';
import { fieldOf, isBlank, nameOf } from '../domain/record';
import { mayWrite } from '../domain/roles';
import { type FieldValue, type RecordTabKey, recordTabKeys, tabOf } from '../domain/schema';
import { shorten } from '../domain/text';
import { displayValue } from '../domain/values';
import { blockNumbers, isBlock, kindOf, type PastEntry, readLedgerEntries, readTeam, type Workbook } from '../workbook';
import type { Caller } from './caller';
import type { FieldChange, RecordChange } from './contract-history';

/** Records of a change set that are told one by one, fields of a record, and characters of a value. */
const mostRecords = 5;
const mostFields = 30;
const mostText = 200;
/** Names that one page looks up; a reference beyond them is told by its id. */
const mostNames = 40;

/** Names for what values refer to. */
export type Names = (reference: string) => string;

/** The author's name; an address where there is no name. */
export function nameOfAuthor(text: string): string {
  const { name, email } = parseAuthor(text);
  return name || email;
}

/** Records that an entry tells of. */
export function sizeOf({ id }: PastEntry): number {
  const [from, to] = blockNumbers(id);
  return id.includes('…') ? Math.max(1, to - from + 1) : 1;
}

/** The first few records of each group of entries (1 read for each tab that is referred to, or few). */
export function recordChanges(caller: Caller, groups: readonly (readonly PastEntry[])[]): RecordChange[][] {
  const shown = groups.map((entries) => entries.slice(0, mostRecords));
  const names = namesIn(caller.workbook, shown.flat());
  return shown.map((entries) => entries.map((entry) => recordChange(caller, entry, names)));
}

function recordChange(caller: Caller, entry: PastEntry, names: Names): RecordChange {
  const { tab, id, name, summary } = entry;
  if (isBlock(entry)) return { tab, id, name, summary, changes: [] };
  const writable = mayWrite(caller.role, tabOf(tab)) && kindOf(entry) === 'update';
  const all = Object.entries(entry.delta).filter(([key]) => key !== 'id');
  const told = all.filter(([key]) => fieldOf(tab, key)?.writer !== 'system');
  const changes = (told.length > 0 ? told : all).slice(0, mostFields).map(([key, [before, after]]): FieldChange => {
    const field = fieldOf(tab, key);
    return {
      field: key,
      label: field?.header ?? key,
      before: valueInWords(tab, key, before, names),
      after: valueInWords(tab, key, after, names),
      canPutBack: writable && (field?.writer === 'person' || field?.writer === 'twoWay'),
    };
  });
  return { tab, id, name: name || id, summary: shorten(summary, mostText), changes };
}

/** A value as people read it; blank is ''. */
export function valueInWords(tab: RecordTabKey, key: string, value: FieldValue | undefined, names: Names): string {
  if (isBlank(value)) return '';
  const field = fieldOf(tab, key);
  const refers = field?.type === 'reference' || field?.type === 'person';
  return shorten(displayValue(field, value, refers && typeof value === 'string' ? names(value) : ''), mostText);
}

/** Names of the records and people that these entries' values refer to, as the ledger and Team have them now. */
export function namesIn(workbook: Workbook, entries: readonly Pick<PastEntry, 'tab' | 'delta'>[]): Names {
  const ids = new Set<string>();
  for (const { tab, delta } of entries) {
    for (const [key, values] of Object.entries(delta)) {
      if (fieldOf(tab, key)?.type !== 'reference') continue;
      for (const value of values) if (typeof value === 'string' && ids.size < mostNames) ids.add(value);
    }
  }
  const names = new Map<string, string>();
  for (const tab of recordTabKeys) {
    const own = [...ids].filter((id) => parseId(id)?.tab === tab);
    if (own.length === 0) continue;
    for (const [id, { state }] of readLedgerEntries(workbook, tab, own)) names.set(id, nameOf(tab, state.fields));
  }
  const team = readTeam(workbook);
  return (reference) => names.get(reference) ?? team.member(reference)?.name ?? '';
}
