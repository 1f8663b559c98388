// Arithmetic on calendar days written `2026-11-23`. A day is never an instant here, so no clock change can bend it.

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01, or null where the text is no day of the calendar (2026-02-30). */
export function dayNumber(day: string): number | null {
  const match = dayPattern.exec(day);
  if (!match) return null;
  const number = Math.floor(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / millisecondsPerDay);
  return dayFromNumber(number) === day ? number : null;
}

/** The day that lies this many days after 1970-01-01. */
function dayFromNumber(number: number): string {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
}

/** Whether the text is a day of the calendar, written `2026-11-23`. */
export function isDay(text: string): boolean {
  return dayNumber(text) !== null;
}

/** The day `count` days later (earlier when negative). Throws RangeError where `day` is none. */
export function addDays(day: string, count: number): string {
  return dayFromNumber(numberOf(day) + count);
}

/** How many days `to` lies after `from`; negative when before. Throws RangeError where one is no day. */
export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from);
}

/** Monday 1 … Sunday 7 (ISO 8601). Throws RangeError where `day` is none. */
export function weekdayOf(day: string): number {
  // 1970-01-01 was a Thursday; the extra modulo keeps days before it positive.
  return ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;
}

function numberOf(day: string): number {
  const number = dayNumber(day);
  if (number === null) throw new RangeError(`“${day}” is no day of the calendar.`);
  return number;
}
