// Wall clocks and instants, by Intl. Pure, and used on both sides of the bridge: cells hold wall-clock serials
// (days since 1899-12-30), scripts hold Dates (APPS_SCRIPT.md 2.1, 6.2).

const dayMs = 86_400_000;
/** Serial of 1970-01-01. */
const unixEpochSerial = 25_569;
/** Every offset that zones have had since 1970 changes on a quarter of an hour, so one look-up serves that long. */
const quarterMs = 900_000;

interface Zone {
  format: Intl.DateTimeFormat;
  offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();

/** Whether Intl knows this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What a wall clock in `timeZone` is ahead of UTC at an instant, in milliseconds. Throws RangeError for an unknown zone. */
export function zoneOffset(instant: number, timeZone: string): number {
  if (timeZone === 'Etc/UTC' || timeZone === 'UTC' || timeZone === 'GMT') return 0;
  const zone = zoneOf(timeZone);
  const quarter = Math.floor(instant / quarterMs);
  let offset = zone.offsets.get(quarter);
  if (offset === undefined) {
    offset = measureOffset(quarter * quarterMs, zone.format);
    zone.offsets.set(quarter, offset);
  }
  return offset;
}

/**
 * The instant at which a clock in `timeZone` shows `wall` (milliseconds since 1970 as if it were UTC).
 * A time that occurs twice means the first; one that is skipped means as much later (Java does the same).
 */
export function wallToInstant(wall: number, timeZone: string): number {
  const before = zoneOffset(wall - dayMs, timeZone);
  const after = zoneOffset(wall + dayMs, timeZone);
  if (before === after && zoneOffset(wall - before, timeZone) === before) return wall - before;
  if (zoneOffset(wall - before, timeZone) === before) return wall - before;
  if (zoneOffset(wall - after, timeZone) === after) return wall - after;
  return wall - before;
}

/** A cell's serial as the instant its wall clock names. */
export function serialToInstant(serial: number, timeZone: string): number {
  return wallToInstant(Math.round((serial - unixEpochSerial) * dayMs), timeZone);
}

/** An instant as the serial that a cell of a workbook in `timeZone` stores. */
export function instantToSerial(instant: number, timeZone: string): number {
  return (instant + zoneOffset(instant, timeZone)) / dayMs + unixEpochSerial;
}

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    zone = { format, offsets: new Map() };
    zones.set(name, zone);
  }
  return zone;
}

function measureOffset(instant: number, format: Intl.DateTimeFormat): number {
  const parts: { [type: string]: string } = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = value;
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
  // Date.UTC takes years 0–99 for 1900–1999, hence the two steps.
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  wall.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second), 0);
  return wall.getTime() - instant;
}
