// Date cells ↔ serial numbers. A Date that Sheets hands out is the cell's wall clock read in the workbook's zone
// (APPS_SCRIPT.md 2.1); only Utilities.formatDate knows the zone's rules.
import type { Workbook } from './api';

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** Serial of 1970-01-01. */
const unixEpochSerial = 25_569;
/** Before this, zones had odd offsets of minutes and seconds; such dates are always asked for one by one. */
const modernMs = Date.UTC(1972, 0, 1);

/**
 * Answers the serial number of a date cell. Asks the zone's offset once for each week and reuses it when the week begins and
 * ends with the same one (no zone changes its clock twice within a week); so a tab with years of dates costs some hundred
 * calls, not one for each cell.
 */
export function serialReader(timeZone: string): (date: Date) => number {
  const known = new Map<number, number>();
  const offsetAt = (ms: number): number => {
    const cached = known.get(ms);
    if (cached !== undefined) return cached;
    const wall = Utilities.formatDate(new Date(ms), timeZone, "yyyy-MM-dd'T'HH:mm:ss");
    const offset = Date.parse(`${wall}Z`) - Math.floor(ms / 1000) * 1000;
    known.set(ms, offset);
    return offset;
  };
  return (date) => {
    const ms = date.getTime();
    const week = Math.floor(ms / weekMs) * weekMs;
    const weekOffset = ms > modernMs ? offsetAt(week) : null;
    const offset = weekOffset !== null && weekOffset === offsetAt(week + weekMs) ? weekOffset : offsetAt(ms);
    // To whole seconds: parts of a day are not exact in binary.
    return Math.round((ms + offset) / 1000) / 86_400 + unixEpochSerial;
  };
}

/** The instant at which a day (`2026-11-23`) begins in the workbook's zone, as UTC ISO text. Asks no cell. */
export function instantOfDay(workbook: Pick<Workbook, 'format' | 'timeZone'>, day: string): string {
  const wall = Date.parse(`${day}T00:00:00Z`);
  const offsetAt = (ms: number) =>
    Date.parse(`${workbook.format(ms, workbook.timeZone, "yyyy-MM-dd'T'HH:mm:ss")}Z`) - ms;
  // The second look is for a day on which the clocks change.
  const near = wall - offsetAt(wall);
  return new Date(wall - offsetAt(near)).toISOString();
}
