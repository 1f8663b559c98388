// Serial numbers: days since 1899-12-30 on the wall clock, without a zone (APPS_SCRIPT.md 6.2).

const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);

/** The serial of a calendar date, or null when there is no such date. */
export function dateSerial(year: number, month: number, day: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real ? (at.getTime() - EPOCH_MS) / DAY_MS : null;
}

/** The wall clock of a serial as if it were UTC, rounded to the millisecond. */
export function serialToUtc(serial: number): Date {
  return new Date(Math.round(EPOCH_MS + serial * DAY_MS));
}

/** A UTC reading as a serial. */
export function utcToSerial(epochMs: number): number {
  return (epochMs - EPOCH_MS) / DAY_MS;
}

/** The wall clock of an instant in a zone, as a serial. */
export function serialInZone(epochMs: number, timeZone: string): number {
  const parts = wallClock(timeZone).formatToParts(epochMs);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return utcToSerial(wall + (((epochMs % 1000) + 1000) % 1000));
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow; there are few zones. */
function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  wallClocks.set(timeZone, made);
  return made;
}
