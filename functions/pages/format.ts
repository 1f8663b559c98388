// Numbers and days as the page shows them: numbers as in the workbook's locale, words in English like the rest of the page.
import { moneyFormat, numberTag } from '../../src/domain/number-text';

export interface Format {
  count(value: number): string;
  /** With cents below 1,000: beyond that they only make a sum harder to read. CSV and JSON have them all. */
  money(value: number | null): string;
  /** To the cent. */
  exactMoney(value: number | null): string;
  /** `$1.2K`, for axes. */
  shortMoney(value: number): string;
  ratio(value: number | null): string;
  days(value: number | null): string;
}

const none = '–';

/** `locale` as Sheets writes it (`de_DE`). */
export function formatFor(locale: string, currency: string): Format {
  const tag = numberTag(locale);
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const oneDigit = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const withCents = moneyFormat(tag, currency, {});
  const withoutCents = moneyFormat(tag, currency, { maximumFractionDigits: 0 });
  const short = moneyFormat(tag, currency, {
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  });
  const cents = (value: number) => !Number.isInteger(value) && Math.abs(value) < 1_000;
  return {
    count: (value) => whole.format(value),
    money: (value) => (value === null ? none : cents(value) ? withCents(value) : withoutCents(value)),
    exactMoney: (value) => (value === null ? none : withCents(value)),
    shortMoney: short,
    ratio: (value) => (value === null ? none : percent.format(value)),
    days: (value) => (value === null ? none : `${oneDigit.format(value)} ${value === 1 ? 'day' : 'days'}`),
  };
}

/** `Nov 2026` of `2026-11`. */
export function monthName(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year ?? 1970, (number ?? 1) - 1),
  );
}

/** `23 November 2026` of `2026-11-23`. */
export function dayName(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));
}
