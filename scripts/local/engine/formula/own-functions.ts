// Functions where Sheets differs from the library's Excel rules, or that need the workbook's clock and locale.
import { displayText } from '../format';
import { dateSerial, serialToUtc, utcToSerial } from '../serial';
import { CRITERIA_FUNCTIONS } from './criteria';
import type { Surroundings } from './surroundings';
import { FormulaError, flat, numbers, scalar, toBoolean, toNumber, toText, type Value } from './values';

type OwnFunction = (args: readonly Value[], around: Surroundings) => Value;

const number = (args: readonly Value[], index: number, around: Surroundings, otherwise?: number): number => {
  const value = args[index];
  if (value === undefined && otherwise !== undefined) return otherwise;
  return toNumber(value ?? null, around.rules);
};

const text = (args: readonly Value[], index: number, around: Surroundings): string =>
  toText(args[index] ?? null, around.rules);

function aggregate(compute: (values: number[]) => number): OwnFunction {
  return (args, around) => compute(numbers(args, around.rules));
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

const filled = (args: readonly Value[]) => args.flatMap(flat).filter((value) => value !== null);

/** A part of the wall clock of a serial. */
function part(read: (date: Date) => number): OwnFunction {
  return (args, around) => read(serialToUtc(number(args, 0, around)));
}

const dates: Record<string, OwnFunction> = {
  TODAY: (_args, around) => Math.floor(around.now()),
  NOW: (_args, around) => around.now(),
  DATE: (args, around) => {
    const [year, month, day] = [0, 1, 2].map((index) => Math.trunc(number(args, index, around)));
    const at = new Date(0);
    // Months and days past their end carry over, as in Sheets.
    at.setUTCFullYear(year ?? 0, (month ?? 1) - 1, day ?? 1);
    return utcToSerial(at.getTime());
  },
  TIME: (args, around) =>
    ((number(args, 0, around) * 3600 + number(args, 1, around) * 60 + number(args, 2, around)) / 86_400) % 1,
  YEAR: part((date) => date.getUTCFullYear()),
  MONTH: part((date) => date.getUTCMonth() + 1),
  DAY: part((date) => date.getUTCDate()),
  HOUR: part((date) => date.getUTCHours()),
  MINUTE: part((date) => date.getUTCMinutes()),
  SECOND: part((date) => date.getUTCSeconds()),
  WEEKDAY: (args, around) => {
    const sunday = serialToUtc(number(args, 0, around)).getUTCDay();
    const type = number(args, 1, around, 1);
    if (type === 1) return sunday + 1;
    return type === 2 ? ((sunday + 6) % 7) + 1 : (sunday + 6) % 7;
  },
  EDATE: (args, around) => addMonths(number(args, 0, around), number(args, 1, around)),
  EOMONTH: (args, around) => {
    const date = serialToUtc(number(args, 0, around));
    return utcToSerial(
      Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + Math.trunc(number(args, 1, around)) + 1, 0),
    );
  },
  DATEVALUE: (args, around) => Math.floor(number(args, 0, around)),
  TO_DATE: (args, around) => number(args, 0, around),
  DAYS: (args, around) => number(args, 0, around) - number(args, 1, around),
};

/** The same day so many months on, or that month's last day. */
function addMonths(serial: number, months: number): number {
  const date = serialToUtc(serial);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + Math.trunc(months), 1));
  for (let day = date.getUTCDate(); day > 0; day -= 1) {
    const found = dateSerial(first.getUTCFullYear(), first.getUTCMonth() + 1, day);
    if (found !== null) return found;
  }
  throw new FormulaError('#NUM!');
}

const aggregates: Record<string, OwnFunction> = {
  SUM: aggregate(sum),
  PRODUCT: aggregate((values) => values.reduce((product, value) => product * value, values.length > 0 ? 1 : 0)),
  MIN: aggregate((values) => values.reduce((least, value) => Math.min(least, value), values[0] ?? 0)),
  MAX: aggregate((values) => values.reduce((most, value) => Math.max(most, value), values[0] ?? 0)),
  AVERAGE: aggregate((values) => {
    if (values.length === 0) throw new FormulaError('#DIV/0!');
    return sum(values) / values.length;
  }),
  COUNT: (args) => args.flatMap(flat).filter((value) => typeof value === 'number').length,
  COUNTA: (args) => filled(args).length,
  AND: (args) => filled(args).every((value) => toBoolean(value)),
  OR: (args) => filled(args).some((value) => toBoolean(value)),
  NOT: ([value]) => !toBoolean(value ?? null),
};

const texts: Record<string, OwnFunction> = {
  CONCATENATE: (args, around) =>
    args
      .flatMap(flat)
      .map((value) => toText(value, around.rules))
      .join(''),
  CONCAT: (args, around) => text(args, 0, around) + text(args, 1, around),
  JOIN: (args, around) =>
    args
      .slice(1)
      .flatMap(flat)
      .map((value) => toText(value, around.rules))
      .join(text(args, 0, around)),
  TEXTJOIN: (args, around) => {
    const parts = args
      .slice(2)
      .flatMap(flat)
      .map((value) => toText(value, around.rules));
    const skipBlank = toBoolean(args[1] ?? null);
    return parts.filter((each) => !skipBlank || each !== '').join(text(args, 0, around));
  },
  LEN: (args, around) => text(args, 0, around).length,
  UPPER: (args, around) => text(args, 0, around).toUpperCase(),
  LOWER: (args, around) => text(args, 0, around).toLowerCase(),
  TRIM: (args, around) => text(args, 0, around).trim().replace(/ +/g, ' '),
  LEFT: (args, around) => text(args, 0, around).slice(0, number(args, 1, around, 1)),
  RIGHT: (args, around) => {
    const count = number(args, 1, around, 1);
    return count <= 0 ? '' : text(args, 0, around).slice(-count);
  },
  MID: (args, around) => {
    const start = number(args, 1, around) - 1;
    return text(args, 0, around).slice(start, start + number(args, 2, around));
  },
  TEXT: (args, around) => displayText(scalar(args[0] ?? null), text(args, 1, around), around.rules),
  VALUE: (args, around) => number(args, 0, around),
  HYPERLINK: (args, around) => text(args, args.length > 1 ? 1 : 0, around),
  ISBLANK: ([value]) => value === null,
  ISNUMBER: ([value]) => typeof value === 'number',
  ISTEXT: ([value]) => typeof value === 'string',
  ISLOGICAL: ([value]) => typeof value === 'boolean',
};

export const OWN_FUNCTIONS: Record<string, OwnFunction> = { ...dates, ...aggregates, ...texts, ...CRITERIA_FUNCTIONS };
