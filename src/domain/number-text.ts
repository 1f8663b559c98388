// Numbers and money as people read them, for the panels and the report page alike, so that one workbook looks the same in
// both. Not for the add-on's server side: whether Apps Script has Intl is unverified (APPS_SCRIPT.md 1.1).

/** A locale as Sheets writes it (`de_DE`) as Intl takes it; what Intl does not know is shown as in the United States. */
export function numberTag(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replace(/_/g, '-'))[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

/**
 * Writes money in major units. The sign is the locale's own: `$` is the US dollar in a workbook of the United States, the
 * Canadian one in one of Canada. A code that is no currency code (an admin may type anything) stands behind a plain number.
 */
export function moneyFormat(
  tag: string | undefined,
  currency: string,
  options: Intl.NumberFormatOptions,
): (value: number) => string {
  if (/^[A-Z]{3}$/.test(currency)) {
    const format = new Intl.NumberFormat(tag, { style: 'currency', currency, ...options });
    return (value) => format.format(value);
  }
  const format = new Intl.NumberFormat(tag, { maximumFractionDigits: 2, ...options });
  return (value) => `${format.format(value)} ${currency}`.trim();
}
