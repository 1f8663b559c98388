// Sheets' serial numbers: whole days since 1899-12-30 plus the part of the day, wall clock, no zone inside
// (developers.google.com/workspace/sheets/api/reference/rest/v4/DateTimeRenderOption). Plain calendar arithmetic.

const dayMs = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);
const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** Serial of `2026-11-23`, or null when there is no such day (30 February). */
export function serialOfDate(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day || year < 1900) return null;
  return Math.round((at.getTime() - epoch) / dayMs);
}

/** Part of the day of `09:30` or `09:30:15`, or null. */
export function serialOfTime(time: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(time);
  if (!match) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? '0')];
  return hour > 23 || minute > 59 || second > 59 ? null : (hour * 3600 + minute * 60 + second) / 86_400;
}

/** Serial of `2026-11-23T09:30`, or null. */
export function serialOfDateTime(dateTime: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}(?::\d{2})?)$/.exec(dateTime);
  const day = serialOfDate(match?.[1] ?? '');
  const time = serialOfTime(match?.[2] ?? '');
  return day === null || time === null ? null : day + time;
}

/** `2026-11-23`; a part of the day is dropped. */
export function dateOfSerial(serial: number): string {
  const at = new Date(epoch + Math.floor(serial + 1e-9) * dayMs);
  return `${pad(at.getUTCFullYear(), 4)}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`;
}

/** `09:30`, to the minute below; float noise under a millisecond is forgiven. */
export function timeOfSerial(serial: number): string {
  const ms = Math.round((serial - Math.floor(serial)) * dayMs);
  const minutes = Math.floor(ms / 60_000) % 1440;
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** `2026-11-23T09:30`. */
export function dateTimeOfSerial(serial: number): string {
  // Rounded to whole milliseconds first, so that noise below midnight does not name the day before.
  const ms = Math.round(serial * dayMs);
  return `${dateOfSerial(Math.floor(ms / dayMs))}T${timeOfSerial((ms % dayMs) / dayMs)}`;
}

/** Whether a number can be a day between 1900 and 9999. */
export function isSerial(value: number): boolean {
  return Number.isFinite(value) && value >= 1 && value < 2_958_466;
}
