// A person's local date and hour, and which of their days are working days. Zone rules come in through the port.
import { weekdayOf } from '../days';
import type { FormatInZone } from '../ports';
import type { Member } from '../schema';

/** What of a team member decides when mail may reach them. */
export type DigestPerson = Pick<Member, 'timeZone' | 'digestHour' | 'workingDays' | 'active' | 'awayUntil'>;

export interface LocalTime {
  /** `2026-11-23` */
  readonly date: string;
  /** 0..23 */
  readonly hour: number;
}

const defaultDigestHour = 8;

/** Mon 1 … Fri 5. */
const defaultWorkingDays: readonly number[] = [1, 2, 3, 4, 5];

/** The wall clock of a zone at an instant. */
export function localTime(epochMs: number, timeZone: string, format: FormatInZone): LocalTime {
  const [date = '', hour = ''] = format(epochMs, timeZone, 'yyyy-MM-dd HH').split(' ');
  return { date, hour: Number(hour) };
}

/** An IANA name with a region, or one of the few without. Java takes anything else silently as GMT, so it is not asked. */
const zonePattern = /^(?:[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+|UTC|GMT|CET|EET|MET|WET)$/;

/** The zone a person's mail goes by: their own where it is one, else the workbook's. */
export function zoneOf(person: Pick<DigestPerson, 'timeZone'>, workbookZone: string, format: FormatInZone): string {
  const own = (person.timeZone ?? '').trim();
  if (!zonePattern.test(own)) return workbookZone;
  try {
    format(0, own, 'yyyy-MM-dd');
    return own;
  } catch {
    return workbookZone;
  }
}

/** The hour from which a person's digest goes, 0..23. Blank or unreadable: 8. */
export function digestHourOf(person: Pick<DigestPerson, 'digestHour'>): number {
  const hour = person.digestHour;
  return hour !== null && Number.isInteger(hour) && hour >= 0 && hour <= 23 ? hour : defaultDigestHour;
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The person's working days as numbers, Mon 1 … Sun 7. Blank, or nothing readable: Monday to Friday. */
function workingDaysOf(person: Pick<DigestPerson, 'workingDays'>): readonly number[] {
  const days = person.workingDays
    .map((name) => dayNames.indexOf(name.trim().slice(0, 3).toLowerCase()) + 1)
    .filter((day) => day > 0);
  return days.length > 0 ? days : defaultWorkingDays;
}

/** Whether the person works on this date: a working day of theirs, no holiday, not away (Away until is the first day back). */
export function worksOn(person: DigestPerson, date: string, holidays: readonly string[]): boolean {
  if (person.active === false) return false;
  if (holidays.includes(date)) return false;
  if (person.awayUntil && date < person.awayUntil) return false;
  return workingDaysOf(person).includes(weekdayOf(date));
}
