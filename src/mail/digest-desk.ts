// The outbox's clerk for digests: whose is due, and what it says at the moment it is sent. All of it comes from Team, Settings
// and the records as they stand now; an Outbox row contributes nothing but its key (DESIGN.md invariant 11).
import { isEmail } from '../domain/email';
import {
  asksForSomething,
  type Calendar,
  type Digest,
  type DigestRecords,
  digestFor,
  digestSchedule,
  isOpen,
  type MessageReference,
  messageKey,
} from '../domain/follow-ups';
import { personKey } from '../domain/people';
import type { Member, RecordOf, RecordTabKey, Task } from '../domain/schema';
import type { Settings } from '../domain/settings';
import { readTable, type StoredRecord, type Table, type Team, type Workbook } from '../workbook';
import { digestMail, type Links } from './digest';
import { oneLine } from './message';
import type { Composed } from './outbox-ports';

export interface DigestDesk {
  /** Members whose digest is due, who have an address and something to do, and whose message is not known yet. */
  due(known: (key: string) => boolean): MessageReference[];
  compose(reference: MessageReference): Composed;
}

/** A desk for the instant `nowMs`. It asks for a tab only when it needs it. */
export function digestDesk(
  workbook: Workbook,
  settings: Settings,
  team: Team,
  tables: TableReader,
  nowMs: number,
): DigestDesk {
  const calendar: Calendar = {
    workbookZone: workbook.timeZone,
    holidays: settings.holidays,
    format: workbook.format,
  };
  const records = recordsOf(tables);
  const links = linksOf(workbook, tables);
  let byOwner: Map<string, Task[]> | undefined;

  const digestOf = (member: Member, today: string): Digest => {
    byOwner = byOwner ?? openTasksByOwner(tables('tasks'), team);
    return digestFor(today, byOwner.get(personKey(member)) ?? [], records);
  };

  return {
    due: (known) =>
      team.members.flatMap((member) => {
        const address = addressOf(member, team);
        if (address === '') return [];
        const schedule = digestSchedule(member, nowMs, calendar);
        if (!schedule.due) return [];
        const reference = referenceFor(address, schedule.localDate);
        if (known(messageKey(reference))) return [];
        return asksForSomething(digestOf(member, schedule.localDate)) ? [reference] : [];
      }),

    compose: (reference) => {
      const member = team.members.find((one) => sameAddress(addressOf(one, team), reference.person));
      if (!member) return { kind: 'skipped', reason: 'No member of Team has this address any more.' };
      if (member.active === false) return { kind: 'skipped', reason: 'Is not active in Team any more.' };
      const address = addressOf(member, team);
      if (!isEmail(address)) return { kind: 'failed', reason: `“${oneLine(address)}” is not an email address.` };
      const schedule = digestSchedule(member, nowMs, calendar);
      if (reference.localDate < schedule.localDate) {
        // It waited past its day. The next working day's digest says all it would have said, so that one goes instead.
        if (schedule.due) return { kind: 'skipped', reason: `The digest of ${schedule.localDate} went instead.` };
        return { kind: 'wait' };
      }
      if (!schedule.workingDay) return { kind: 'skipped', reason: 'Does not work on this day any more.' };
      const digest = digestOf(member, schedule.localDate);
      if (!asksForSomething(digest)) return { kind: 'skipped', reason: 'Nothing is due any more.' };
      return { kind: 'mail', mail: digestMail(address, member.name ?? '', digest, links) };
    },
  };
}

/** The member's address as Team says it, be it one or not; '' for a member without, who gets no mail. */
function addressOf(member: Member, team: Team): string {
  return (member.email ?? team.unreadEmail(member) ?? '').trim();
}

function sameAddress(address: string, person: string): boolean {
  return address !== '' && address.toLowerCase() === person;
}

function referenceFor(address: string, localDate: string): MessageReference {
  return { kind: 'digest', person: address.toLowerCase(), record: '', localDate };
}

/** The records of a tab. */
export type TableReader = (tab: RecordTabKey) => Table;

/** Reads each tab at most once in an execution. */
export function tableReader(workbook: Workbook): TableReader {
  const tables = new Map<RecordTabKey, Table>();
  return (tab) => {
    const known = tables.get(tab) ?? readTable(workbook, tab);
    tables.set(tab, known);
    return known;
  };
}

/** A stored record in its tab's own type: the workbook layer fills in every field of the schema. */
function asRecord<K extends RecordTabKey>(stored: StoredRecord | undefined): RecordOf<K> | undefined {
  return stored?.fields as RecordOf<K> | undefined;
}

function recordsOf(tables: TableReader): DigestRecords {
  return {
    contact: (id) => asRecord<'contacts'>(tables('contacts').byId(id)),
    company: (id) => asRecord<'companies'>(tables('companies').byId(id)),
    deal: (id) => asRecord<'deals'>(tables('deals').byId(id)),
    ticket: (id) => asRecord<'tickets'>(tables('tickets').byId(id)),
  };
}

/** Open tasks by the key of their owner. A task with a date nobody can read is kept out until it is put right. */
function openTasksByOwner(tasks: Table, team: Team): Map<string, Task[]> {
  const byOwner = new Map<string, Task[]>();
  for (const stored of tasks.records) {
    const task = stored.fields as Task;
    if (stored.id === '' || !isOpen(task) || !task.owner) continue;
    const owner = team.person(task.owner) ?? task.owner;
    const own = byOwner.get(owner) ?? [];
    own.push(task);
    byOwner.set(owner, own);
  }
  return byOwner;
}

function linksOf(workbook: Workbook, tables: TableReader): Links {
  let address: string | null | undefined;
  const workbookAddress = () => {
    address = address === undefined ? workbook.spreadsheet.getUrl() || null : address;
    return address;
  };
  return {
    get workbook() {
      return workbookAddress();
    },
    row: (tab, id) => {
      const base = workbookAddress();
      const stored = tables(tab).byId(id);
      if (base === null || !stored) return null;
      return `${base.replace(/#.*$/, '')}#gid=${workbook.sheet(tab).getSheetId()}&range=A${stored.row}`;
    },
  };
}
