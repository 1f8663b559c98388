// Is a person's reminder digest due now? And the key under which it is sent at most once.
import type { FormatInZone } from '../ports';
import { type DigestPerson, digestHourOf, localTime, worksOn, zoneOf } from './person-day';

const hourMs = 3_600_000;

export interface DigestSchedule {
  /** The zone the person's mail goes by. */
  readonly timeZone: string;
  /** The person's date now. */
  readonly localDate: string;
  /** A digest for `localDate` should go now, unless it has gone already. */
  readonly due: boolean;
  /** The person gets a digest on `localDate`, be it now, earlier or later. */
  readonly workingDay: boolean;
}

export interface Calendar {
  readonly workbookZone: string;
  readonly holidays: readonly string[];
  readonly format: FormatInZone;
}

/**
 * A digest is due at the first hourly run at or after the person's digest hour on a working day of theirs.
 * "At most once a date" is not decided here but by `messageKey`: a date that a clock change makes longer stays one date.
 *
 * Runs come once in each hour, at any minute of it. Where the zone's hours do not start with ours (Lord Howe, Kolkata) and
 * the digest hour is the last of the day, the next run may come after midnight; then the run before it counts as the first.
 */
export function digestSchedule(person: DigestPerson, nowMs: number, calendar: Calendar): DigestSchedule {
  const timeZone = zoneOf(person, calendar.workbookZone, calendar.format);
  const local = localTime(nowMs, timeZone, calendar.format);
  const workingDay = worksOn(person, local.date, calendar.holidays);
  const hourCame = local.hour >= digestHourOf(person);
  return {
    timeZone,
    localDate: local.date,
    workingDay,
    due: workingDay && (hourCame || isLastSureRun(nowMs, local.date, timeZone, calendar.format)),
  };
}

/** Whether the next hourly run may fall on another date. */
function isLastSureRun(nowMs: number, localDate: string, timeZone: string, format: FormatInZone): boolean {
  const latestNextRun = (Math.floor(nowMs / hourMs) + 2) * hourMs - 1;
  return localTime(latestNextRun, timeZone, format).date !== localDate;
}

/** What a message is for; a key of its own each. Only the digest is sent today. */
export type MessageKind = 'digest';

export interface MessageReference {
  readonly kind: MessageKind;
  /** The member's email in lower case. */
  readonly person: string;
  /** Id of the record the message is about; blank for a digest. */
  readonly record: string;
  readonly localDate: string;
}

/** The idempotency key: one message of a kind to a person about a record on a local date. */
export function messageKey(message: MessageReference): string {
  return [message.kind, message.person.trim().toLowerCase(), message.record, message.localDate]
    .map(escapePart)
    .join('|');
}

/** The reference that a key was made of, or null for a text that is no key. */
export function parseMessageKey(key: string): MessageReference | null {
  const [kind, person, record, localDate, more] = key.split('|').map(unescapePart);
  if (kind !== 'digest' || !person || record === undefined || !localDate || more !== undefined) return null;
  return { kind, person, record, localDate };
}

/** `|` is a legal character of an address, so it is escaped where it separates. */
function escapePart(part: string): string {
  return part.replace(/%/g, '%25').replace(/\|/g, '%7C');
}

function unescapePart(part: string): string {
  return part.replace(/%7C/g, '|').replace(/%25/g, '%');
}
