// When a time trigger is due next (APPS_SCRIPT.md 3.2). "Slightly randomized": the minute and second within the hour are
// drawn once per trigger and then stay.
import type { TimeSpec } from './protocol';
import { seededRandom, seedOf } from './random';
import { wallToInstant, zoneOffset } from './zone';

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;
/** `nearMinute` is kept within a quarter of an hour. */
const nearnessMinutes = 15;

/**
 * The first due time after `after` (an instant); null when there is none any more.
 * `id` decides the random part, `created` is the instant from which intervals of hours and minutes count.
 */
export function nextDue(time: TimeSpec, id: string, created: number, after: number): number | null {
  switch (time.kind) {
    case 'after':
      return created + time.durationMs > after ? created + time.durationMs : null;
    case 'at':
      return time.at > after ? time.at : null;
    case 'everyMinutes':
      return nextInterval(created, time.minutes * minuteMs, after);
    case 'everyHours': {
      const random = seededRandom(seedOf(id));
      const inHour = Math.floor(random() * 3600) * 1000;
      const first = Math.floor(created / hourMs) * hourMs + inHour;
      return nextInterval(first > created ? first - time.hours * hourMs : first, time.hours * hourMs, after);
    }
    case 'calendar':
      return nextCalendarDue(time, id, created, after);
  }
}

function nextInterval(start: number, period: number, after: number): number {
  return start + (Math.floor((after - start) / period) + 1) * period;
}

function nextCalendarDue(
  time: Extract<TimeSpec, { kind: 'calendar' }>,
  id: string,
  created: number,
  after: number,
): number | null {
  const random = seededRandom(seedOf(id));
  const hour = time.hour ?? Math.floor(random() * 24);
  const drawn =
    time.minute === undefined
      ? random() * 60
      : time.minute + (random() * 2 - 1) * Math.min(nearnessMinutes, time.minute);
  const inDay = hour * hourMs + Math.floor(drawn * 60) * 1000;
  const dayOf = (instant: number) => Math.floor((instant + zoneOffset(instant, time.zone)) / dayMs);
  const firstDay = dayOf(created);
  // Five years of days: any rule that is due at all is due within them (31st of a month, every few weeks).
  for (let day = Math.max(dayOf(after), firstDay); day < dayOf(after) + 5 * 366; day++) {
    if (!isDueDay(time, day, firstDay)) continue;
    const due = wallToInstant(day * dayMs + inDay, time.zone);
    if (due > after) return due;
  }
  return null;
}

function isDueDay(time: Extract<TimeSpec, { kind: 'calendar' }>, day: number, firstDay: number): boolean {
  const date = new Date(day * dayMs);
  const weekDay = ((date.getUTCDay() + 6) % 7) + 1;
  if (time.monthDay !== undefined) return date.getUTCDate() === time.monthDay;
  if (time.everyWeeks !== undefined) {
    const weekOf = (any: number) => Math.floor((any + 3) / 7);
    const wanted = time.weekDay ?? ((new Date(firstDay * dayMs).getUTCDay() + 6) % 7) + 1;
    return weekDay === wanted && (weekOf(day) - weekOf(firstDay)) % time.everyWeeks === 0;
  }
  if (time.weekDay !== undefined) return weekDay === time.weekDay;
  return (day - firstDay) % (time.everyDays ?? 1) === 0;
}
