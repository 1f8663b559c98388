// Follow-ups: when a task is due for whom, when their reminder digest goes, and what it says.
export {
  asksForSomething,
  type Digest,
  type DigestItem,
  type DigestRecords,
  digestFor,
  type Subject,
} from './digest';
export {
  type Calendar,
  type DigestSchedule,
  digestSchedule,
  type MessageKind,
  type MessageReference,
  messageKey,
  parseMessageKey,
} from './digest-due';
export {
  type Agenda,
  agendaOf,
  attentionDay,
  type DueState,
  type DueTask,
  daysOverdue,
  dueState,
  isOpen,
} from './due';
export { type DigestPerson, digestHourOf, localTime, worksOn, zoneOf } from './person-day';
