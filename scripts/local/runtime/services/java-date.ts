// Utilities.formatDate: Java's SimpleDateFormat patterns, zone rules by Intl.
import { zoneOffset } from '../zone';
import { exception } from './bridge';

const dayMs = 86_400_000;

/** Throws for an unknown zone or pattern letter, as Java does. */
export function formatJavaDate(instant: number, timeZone: string, pattern: string): string {
  let offset: number;
  try {
    offset = zoneOffset(instant, timeZone);
  } catch {
    // Java takes an unknown zone for GMT, without a word.
    offset = 0;
  }
  const wall = new Date(instant + offset);
  return tokens(pattern)
    .map(({ letter, count, text }) => (letter ? field(letter, count, wall, offset, instant, timeZone) : text))
    .join('');
}

interface Token {
  /** Blank for literal text. */
  letter: string;
  count: number;
  text: string;
}

function tokens(pattern: string): Token[] {
  const found: Token[] = [];
  for (let index = 0; index < pattern.length; ) {
    const character = pattern.charAt(index);
    if (character === "'") {
      const quoted = readQuoted(pattern, index);
      found.push({ letter: '', count: 0, text: quoted.text });
      index = quoted.end;
    } else if (/[A-Za-z]/.test(character)) {
      let end = index;
      while (pattern.charAt(end) === character) end++;
      found.push({ letter: character, count: end - index, text: '' });
      index = end;
    } else {
      found.push({ letter: '', count: 0, text: character });
      index++;
    }
  }
  return found;
}

function readQuoted(pattern: string, start: number): { text: string; end: number } {
  if (pattern.charAt(start + 1) === "'") return { text: "'", end: start + 2 };
  let text = '';
  for (let index = start + 1; index < pattern.length; index++) {
    if (pattern.charAt(index) !== "'") text += pattern.charAt(index);
    else if (pattern.charAt(index + 1) === "'") {
      text += "'";
      index++;
    } else return { text, end: index + 1 };
  }
  throw exception('Invalid argument: format. Unterminated quote');
}

/** `wall` shows the zone's wall clock in its UTC fields. */
function field(letter: string, count: number, wall: Date, offset: number, instant: number, timeZone: string): string {
  const pad = (value: number) => String(value).padStart(count, '0');
  const words = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(wall);
  const hour = wall.getUTCHours();
  switch (letter) {
    case 'y':
    case 'Y':
      return year(letter === 'y' ? wall.getUTCFullYear() : weekYear(wall), count);
    case 'M':
    case 'L':
      if (count >= 4) return words({ month: 'long' });
      return count === 3 ? words({ month: 'short' }) : pad(wall.getUTCMonth() + 1);
    case 'd':
      return pad(wall.getUTCDate());
    case 'D':
      return pad(dayOfYear(wall));
    case 'E':
      return words({ weekday: count >= 4 ? 'long' : 'short' });
    case 'u':
      return pad(((wall.getUTCDay() + 6) % 7) + 1);
    case 'F':
      return pad(Math.floor((wall.getUTCDate() - 1) / 7) + 1);
    case 'w':
      return pad(weekOfYear(wall));
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(hour);
    case 'k':
      return pad(hour === 0 ? 24 : hour);
    case 'K':
      return pad(hour % 12);
    case 'h':
      return pad(hour % 12 === 0 ? 12 : hour % 12);
    case 'm':
      return pad(wall.getUTCMinutes());
    case 's':
      return pad(wall.getUTCSeconds());
    case 'S':
      return pad(wall.getUTCMilliseconds());
    case 'G':
      return 'AD';
    case 'Z':
      return offsetText(offset, '');
    case 'X':
      return offset === 0
        ? 'Z'
        : count === 1
          ? offsetText(offset, '').slice(0, 3)
          : offsetText(offset, count === 2 ? '' : ':');
    case 'z':
      return zoneName(instant, timeZone, count);
    default:
      throw exception(`Invalid argument: format. Illegal pattern character '${letter}'`);
  }
}

function year(value: number, count: number): string {
  return count === 2 ? String(value % 100).padStart(2, '0') : String(value).padStart(count, '0');
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(Math.trunc(offset / 60_000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}

function zoneName(instant: number, timeZone: string, count: number): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    timeZoneName: count >= 4 ? 'long' : 'short',
  }).formatToParts(instant);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

function dayOfYear(wall: Date): number {
  return Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / dayMs) + 1;
}

/** Weeks as in the United States: they begin on Sunday, and the first is the one with 1 January. */
function weekOfYear(wall: Date): number {
  if (weekYear(wall) !== wall.getUTCFullYear()) return 1;
  const first = new Date(Date.UTC(wall.getUTCFullYear(), 0, 1));
  return Math.floor((dayOfYear(wall) - 1 + first.getUTCDay()) / 7) + 1;
}

function weekYear(wall: Date): number {
  const saturday = new Date(wall.getTime() + (6 - wall.getUTCDay()) * dayMs);
  return saturday.getUTCFullYear();
}
