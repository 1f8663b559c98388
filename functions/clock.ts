// Days and times of the workbook's zone, by Intl.

/** `2026-11-23` of an instant in a zone. An unknown zone name counts as UTC. */
export function dayInZone(epochMs: number, timeZone: string): string {
  // Swedish writes dates as ISO does.
  return formatter('sv-SE', timeZone, { dateStyle: 'short' }).format(epochMs);
}

/** `2026-11-23 09:30` of an instant in a zone. */
export function minuteInZone(epochMs: number, timeZone: string): string {
  return formatter('sv-SE', timeZone, { dateStyle: 'short', timeStyle: 'short' }).format(epochMs);
}

function formatter(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  }
}
