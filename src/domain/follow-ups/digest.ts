// What a reminder digest says: a person's follow-ups with all that is needed to act on them. No words of the mail, no markup.
import { nameOf } from '../record';
import type { Company, Contact, Deal, Task, Ticket } from '../schema';
import { agendaOf, attentionDay, daysOverdue } from './due';

/** Finds the records that tasks refer to; undefined where there is none. Asked only for what is needed. */
export interface DigestRecords {
  contact(id: string): Contact | undefined;
  company(id: string): Company | undefined;
  deal(id: string): Deal | undefined;
  ticket(id: string): Ticket | undefined;
}

/** One record that a task is about. */
export interface Subject {
  readonly tab: 'contacts' | 'companies' | 'deals' | 'tickets';
  readonly id: string;
  readonly name: string;
}

export interface DigestItem {
  readonly taskId: string;
  readonly title: string;
  readonly kind: string;
  readonly priority: string;
  /** The day the task asks for attention. */
  readonly day: string;
  readonly dueTime: string | null;
  /** 0 for today, negative for days to come. */
  readonly daysOverdue: number;
  /** Most telling first: contact, company, deal, ticket. */
  readonly about: readonly Subject[];
  /** How to reach them: the contact's own, else the company's phone. Blank where the contact must not be contacted. */
  readonly phone: string;
  readonly email: string;
  readonly doNotContact: boolean;
}

export interface Digest {
  readonly today: string;
  readonly overdue: readonly DigestItem[];
  readonly dueToday: readonly DigestItem[];
  readonly next7: readonly DigestItem[];
}

/** The digest for a date of one person's tasks, with whom each is about. */
export function digestFor(today: string, ownTasks: readonly Task[], records: DigestRecords): Digest {
  const agenda = agendaOf(ownTasks, today);
  const items = (some: readonly Task[]) => some.map((task) => itemOf(task, today, records));
  return {
    today,
    overdue: items(agenda.overdue),
    dueToday: items(agenda.today),
    next7: items(agenda.next7),
  };
}

/** A digest that asks for nothing by today is not sent: a look ahead alone is no reminder. */
export function asksForSomething(digest: Digest): boolean {
  return digest.overdue.length + digest.dueToday.length > 0;
}

/** Name of a contact for people; falls back to email, then id. */
function contactName(contact: Contact): string {
  return nameOf('contacts', contact) || contact.email || contact.id;
}

function itemOf(task: Task, today: string, records: DigestRecords): DigestItem {
  const deal = found(task.deal, records.deal);
  const ticket = found(task.ticket, records.ticket);
  // A task on a deal alone is still about somebody: the deal's contact and company.
  const contact = found(task.contact ?? deal?.contact ?? ticket?.contact ?? null, records.contact);
  const company = found(task.company ?? contact?.company ?? deal?.company ?? ticket?.company ?? null, records.company);
  const doNotContact = contact?.doNotContact === true;
  const about: Subject[] = [];
  if (contact) about.push({ tab: 'contacts', id: contact.id, name: contactName(contact) });
  if (company) about.push({ tab: 'companies', id: company.id, name: company.name ?? company.id });
  if (deal) about.push({ tab: 'deals', id: deal.id, name: deal.name ?? deal.id });
  if (ticket) about.push({ tab: 'tickets', id: ticket.id, name: ticket.subject ?? ticket.id });
  return {
    taskId: task.id,
    title: task.title ?? task.id,
    kind: task.kind ?? '',
    priority: task.priority ?? 'Normal',
    day: attentionDay(task) ?? today,
    dueTime: task.dueTime,
    daysOverdue: daysOverdue(task, today) ?? 0,
    about,
    phone: doNotContact ? '' : (contact?.phone ?? contact?.otherPhone ?? company?.phone ?? ''),
    email: doNotContact ? '' : (contact?.email ?? ''),
    doNotContact,
  };
}

function found<T>(id: string | null, find: (id: string) => T | undefined): T | undefined {
  return id === null ? undefined : find(id);
}
