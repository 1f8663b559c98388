// What a spreadsheet locale means for typing and showing: separators, date order, default formats. Taken from Intl, so every locale works.

export interface LocaleRules {
  /** BCP 47, as Intl and the number formatter take it. */
  tag: string;
  decimal: string;
  /** Characters that may stand between groups of three digits. */
  groups: readonly string[];
  order: 'mdy' | 'dmy' | 'ymd';
  /** Between the parts of a numeric date when shown. */
  dateSeparator: string;
  /** Lower-case month names, full and short, to 1..12; English ones always. */
  months: ReadonlyMap<string, number>;
  dateFormat: string;
  timeFormat: string;
  dateTimeFormat: string;
  /** Separates arguments of a typed formula: ';' where the comma is the decimal sign. */
  argument: ',' | ';';
}

const cache = new Map<string, LocaleRules>();

/** Rules for a spreadsheet locale such as `en_US` or `de_DE`. An unknown one counts as en_US. */
export function localeRules(locale: string): LocaleRules {
  const known = cache.get(locale);
  if (known) return known;
  const tag = supported(locale.replaceAll('_', '-'));
  const rules = build(tag);
  cache.set(locale, rules);
  return rules;
}

function supported(tag: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

function build(tag: string): LocaleRules {
  const number = new Intl.NumberFormat(tag, { numberingSystem: 'latn', useGrouping: true }).formatToParts(1234567.5);
  const decimal = number.find((part) => part.type === 'decimal')?.value ?? '.';
  const group = number.find((part) => part.type === 'group')?.value ?? ',';
  const date = new Intl.DateTimeFormat(tag, { numberingSystem: 'latn', calendar: 'gregory', timeZone: 'UTC' });
  // 3 April shows which parts are padded.
  const parts = date.formatToParts(Date.UTC(2025, 3, 3));
  const letters = { day: 'd', month: 'M', year: 'y' } as Record<string, string>;
  const order = parts.map((part) => letters[part.type]?.toLowerCase() ?? '').join('');
  const dateFormat = parts
    .map((part) => {
      const letter = letters[part.type];
      if (!letter) return part.value;
      return part.type === 'year' ? 'yyyy' : letter.repeat(part.value.length);
    })
    .join('');
  const time = 'H:mm:ss';
  return {
    tag,
    decimal,
    groups: /\s/.test(group) ? [group, ' ', '\u00a0', '\u202f'] : [group],
    order: order === 'mdy' || order === 'ymd' ? order : 'dmy',
    dateSeparator: (parts.find((part) => part.type === 'literal')?.value ?? '/').trim(),
    months: monthNames(tag),
    dateFormat,
    timeFormat: time,
    dateTimeFormat: `${dateFormat} ${time}`,
    argument: decimal === ',' ? ';' : ',',
  };
}

function monthNames(tag: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of ['en-US', tag]) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const part = format.formatToParts(Date.UTC(2025, month - 1, 15)).find((each) => each.type === 'month');
        if (part) names.set(part.value.toLowerCase().replace(/\.$/, ''), month);
      }
    }
  }
  return names;
}
