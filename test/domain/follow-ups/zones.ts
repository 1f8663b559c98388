// The zone port for tests: Intl knows the zone rules, the patterns are those domain uses.
import type { FormatInZone } from '../../../src/domain/ports';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

/** Java patterns of letters yyyy MM dd HH mm, any other text kept. Throws RangeError for an unknown zone. */
export const formatInZone: FormatInZone = (epochMs, timeZone, pattern) => {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(epochMs)
      .map((part) => [part.type, part.value]),
  );
  return pattern
    .replace('yyyy', (parts.year ?? '').padStart(4, '0'))
    .replace('MM', parts.month ?? '')
    .replace('dd', parts.day ?? '')
    .replace('HH', parts.hour ?? '')
    .replace('mm', parts.minute ?? '');
};
