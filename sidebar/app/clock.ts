// The day and the wall clock in the workbook's zone. The server says what time it is with each of its answers; this browser only
// counts on from there. Its own clock is never asked: it may be wrong, and tests of a workbook may move the server's.

/** Counts on from the moment that the server told last. */
export interface ServerTime {
  /** `now` is a UTC ISO text. */
  heard: (now: string) => void;
  /** Epoch milliseconds; null while nothing was told. */
  ms: () => number | null;
}

/** `elapsedMs` never goes back and no one can set it. It may stand still while a computer sleeps: until the next answer. */
export function serverTime(elapsedMs: () => number = () => performance.now()): ServerTime {
  let told: { ms: number; at: number } | null = null;
  return {
    heard: (now) => {
      const ms = Date.parse(now);
      if (!Number.isNaN(ms)) told = { ms, at: elapsedMs() };
    },
    ms: () => told && told.ms + elapsedMs() - told.at,
  };
}

/** The one time of this window. */
export const time = serverTime();

export interface Clock {
  /** `2026-11-23` */
  today: () => string;
  /** `2026-11-23T09:30` */
  now: () => string;
}

/** A clock in a zone. `today` is the day to show while the server has told no time. */
export function makeClock(timeZone: string, today: string, of: ServerTime = time): Clock {
  const wall = () => {
    const ms = of.ms();
    return ms === null ? `${today}T12:00` : wallClock(ms, timeZone);
  };
  return { today: () => wall().slice(0, 10), now: wall };
}

function wallClock(ms: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timeZone || 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(ms);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}
