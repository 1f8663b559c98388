// One record with what belongs to it: its page in the sidebar.
import { undoes } from '../domain/change-set';
import { fieldOf } from '../domain/record';
import type { FieldValue, RecordTabKey } from '../domain/schema';
import {
  aliasOf,
  findById,
  type HistoryEntry,
  kindOf,
  type LoadedRecord,
  readOrigin,
  readReferring,
  readTeam,
  readWholeHistoryOf,
  type StoredRecord,
  type Workbook,
} from '../workbook';
import { type Caller, neededId, recordTab } from './caller';
import type { GetInput, RecordPage, TimelineEntry } from './contract';
import { CallError } from './reply';
import { foundRecord, recordView } from './view';

/** Which field of another tab points to a record of this tab. */
const referringField: { readonly [tab in RecordTabKey]?: string } = {
  contacts: 'contact',
  companies: 'company',
  deals: 'deal',
  tickets: 'ticket',
};
const relatedTabs: readonly RecordTabKey[] = ['deals', 'contacts', 'tickets'];
const mostChanges = 50;

/** The record that a client names, also by the id of one that was merged into it. Throws `no-record`, `bad-input`. */
export function foundById(workbook: Workbook, input: GetInput): LoadedRecord {
  const tab = recordTab(input.tab);
  const id = neededId(input.id);
  const alias = () => {
    const merged = aliasOf(workbook, tab, id);
    return merged === undefined ? null : findById(workbook, tab, merged);
  };
  const record = findById(workbook, tab, id) ?? alias();
  if (!record) throw new CallError('no-record', `${id} is not in the workbook any more.`);
  return record;
}

/** Throws `no-record`, `bad-input`. */
export function recordPage({ workbook }: Caller, input: GetInput): RecordPage {
  const record = foundById(workbook, input);
  const { tab } = record;
  const team = readTeam(workbook);
  const key = referringField[tab];
  const about = (other: RecordTabKey): StoredRecord[] =>
    key !== undefined && other !== tab && fieldOf(other, key) ? readReferring(workbook, other, key, record.id) : [];
  const who = (value: FieldValue | undefined) => team.member(String(value ?? ''))?.name ?? String(value ?? '');
  const timeline = [
    ...about('interactions').map((one) => interactionEntry(one, who)),
    ...about('tasks').map((one) => taskEntry(one, who)),
    ...changeEntries(workbook, record.id),
  ].sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  return {
    record: recordView(record, team),
    related: relatedTabs.flatMap((other) => about(other).map(foundRecord)),
    timeline,
  };
}

type Who = (value: FieldValue | undefined) => string;

function interactionEntry({ tab, id, fields }: StoredRecord, who: Who): TimelineEntry {
  return {
    at: String(fields.when ?? ''),
    kind: 'interaction',
    title: `${String(fields.kind ?? 'Note')}: ${String(fields.subject ?? '')}`,
    detail: String(fields.details ?? fields.outcome ?? ''),
    who: who(fields.owner),
    tab,
    id,
  };
}

function taskEntry({ tab, id, fields }: StoredRecord, who: Who): TimelineEntry {
  return {
    at: String(fields.doneOn ?? fields.due ?? ''),
    kind: 'task',
    title: String(fields.title ?? ''),
    detail: String(fields.status ?? ''),
    who: who(fields.owner),
    tab,
    id,
  };
}

function changeEntries(workbook: Workbook, id: string): TimelineEntry[] {
  const entries = readWholeHistoryOf(workbook, id);
  const recent = entries
    .slice(-mostChanges)
    .map((entry) => changeEntry(entry, entry.summary, undoes(entry.how) === null ? entry.how : 'undo'));
  if (entries.some((entry) => kindOf(entry) === 'create')) return recent;
  // History tells of an import in a line per block, so a record that came with one has no line that says “Created”.
  const block = readOrigin(workbook, id);
  if (!block) return recent;
  return [
    block.how === 'import' ? changeEntry(block, 'Created by import', '') : changeEntry(block, 'Created', block.how),
    ...recent,
  ];
}

function changeEntry({ when, who }: HistoryEntry, title: string, detail: string): TimelineEntry {
  return { at: when, kind: 'change', title, detail, who };
}
