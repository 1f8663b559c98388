// Times and amounts as the page writes them.

/** An instant on the workbook's wall clock: `Mon 23 Nov, 09:00`. */
export function wallClock(iso: string, timeZone: string): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return iso;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')}, ${part('hour')}:${part('minute')}`;
}

/** Year, month (1-12), day, hour and minute of an instant on a zone's wall clock. */
function wallParts(epochMs: number, timeZone: string): number[] {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(epochMs);
  return ['year', 'month', 'day', 'hour', 'minute'].map((type) =>
    Number(parts.find((candidate) => candidate.type === type)?.value ?? 0),
  );
}

/** `2026-11-23T09:00`, for a date-and-time input. */
export function wallInput(iso: string, timeZone: string): string {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = wallParts(Date.parse(iso), timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The instant (UTC ISO) at which a zone's wall clock shows `2026-11-23T09:00`; in a gap, the first one after it. */
export function instantOf(wall: string, timeZone: string): string {
  const wanted = Date.parse(`${wall}Z`);
  let guess = wanted;
  // Two corrections settle it: the first may cross a change of the offset, the second then sees the right one.
  for (let round = 0; round < 2; round++) {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = wallParts(guess, timeZone);
    guess += wanted - Date.UTC(year, month - 1, day, hour, minute);
  }
  return new Date(guess).toISOString();
}

/** `340 ms`, `2.1 s`, `1 min 12 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

export function formatNumber(value: number): string {
  return number.format(value);
}
