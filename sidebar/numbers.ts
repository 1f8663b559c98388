// Numbers and money as people read them: as the workbook writes them.
import { moneyFormat, numberTag } from '../src/domain/number-text';

/** Whose way of writing numbers is followed: the workbook's, once it is known; until then the browser's. */
let tag: string | undefined;

/** Numbers are written as in the workbook from here on; `locale` as Sheets has it (`de_DE`). */
export function writeNumbersAs(locale: string | undefined): void {
  if (locale) tag = numberTag(locale);
}

/** Money in major units; cents are shown only when there are some. */
export function moneyText(amount: number, currency: string): string {
  return moneyFormat(tag, currency, Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {})(amount);
}

/** Money in few characters, for narrow places: "€1.2M". */
export function shortMoneyText(amount: number, currency: string): string {
  const maximumFractionDigits = Math.abs(amount) >= 1000 ? 1 : 0;
  return moneyFormat(tag, currency, { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits })(amount);
}

export function numberText(value: number): string {
  return new Intl.NumberFormat(tag).format(value);
}

export function percentText(share: number): string {
  return new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}
