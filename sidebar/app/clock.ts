// The day and the wall clock in the workbook's zone. The server says which day it is; this browser only counts on from there.
import { addDays, daysBetween } from '../format';

export interface Clock {
  today: () => string;
  now: () => string;
}

/** A clock for a zone that starts at the server's day. `nowMs` is the browser's clock. */
export function makeClock(timeZone: string, serverToday: string, nowMs: () => number = Date.now): Clock {
  const wall = () => wallClock(nowMs(), timeZone);
  const ahead = daysBetween(wall().slice(0, 10), serverToday);
  const today = () => addDays(wall().slice(0, 10), ahead);
  return {
    today,
    now: () => `${today()}T${wall().slice(11, 16)}`,
  };
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
