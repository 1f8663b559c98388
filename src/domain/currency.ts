// Money in code: whole minor units by the currency's ISO 4217 exponent, and conversion by the dated rates of Settings.
// Cells hold major units; nothing here formats for people.
import type { Settings } from './settings';

/**
 * Currencies whose minor unit is not a hundredth, by exponent. From ISO 4217 list one as SIX, its maintenance agency,
 * publishes it (https://www.six-group.com/en/products-services/financial-information/data-standards.html). Not taken
 * from Intl: whether Apps Script has it is unverified (APPS_SCRIPT.md 1.1), and add-on and function must agree.
 */
const exponents: { readonly [exponent: number]: string } = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const exponentOf = new Map<string, number>(
  Object.keys(exponents).flatMap((exponent) =>
    (exponents[Number(exponent)] ?? '').split(' ').map((code): [string, number] => [code, Number(exponent)]),
  ),
);

/** Minor units in one major unit: 100 for USD, 1 for JPY, 1000 for KWD. A code that ISO does not list counts as having hundredths. */
export function minorPerMajor(code: string): number {
  return 10 ** (exponentOf.get(code) ?? 2);
}

/** Whole minor units of an amount in major units, halves away from zero; null where the number is too large to stay exact. */
function toMinor(major: number, code: string): number | null {
  return wholeUnits(major * minorPerMajor(code));
}

/** The nearest whole number, halves away from zero; null beyond what a double holds exactly. */
export function wholeUnits(value: number): number | null {
  // 1.005 × 100 is 100.49999999999999 in binary; one step up makes the half a half again.
  const size = Math.round(Math.abs(value) * (1 + Number.EPSILON));
  return size <= Number.MAX_SAFE_INTEGER ? (value < 0 ? -size : size) : null;
}

/** Answers an amount in the workbook's currency, in whole minor units; `noRate` when Settings has no rate for that day. */
export type Convert = (major: number, code: string | null, day: string) => number | null | 'noRate';

/** Conversion by the rates of these settings: the one with the latest date that is not after `day`; undated ones hold before all. */
export function converter(settings: Pick<Settings, 'currency' | 'rates'>): Convert {
  const home = settings.currency;
  const rates = new Map<string, { from: string; rate: number }[]>();
  for (const { code, rate, date } of settings.rates) {
    const list = rates.get(code) ?? [];
    list.push({ from: date ?? '', rate });
    rates.set(code, list);
  }
  for (const list of rates.values()) list.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));

  return (major, code, day) => {
    if (!code || code === home) return toMinor(major, home);
    const foreign = code.trim().toUpperCase();
    if (foreign === '' || foreign === home) return toMinor(major, home);
    const rate = rates.get(foreign)?.find(({ from }) => from <= day)?.rate;
    if (rate === undefined) return 'noRate';
    const minor = toMinor(major, foreign);
    return minor === null ? null : wholeUnits((minor / minorPerMajor(foreign)) * rate * minorPerMajor(home));
  };
}
