// Phone numbers: E.164 for comparing, national format for showing. Add-on and function only: the number plans are
// too heavy for the sidebar (118 KB), so nothing that the sidebar imports may import this file.
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** The number to compare by: E.164 when it can be read, else its digits. `country` is an ISO code, for numbers without +. */
export function normalizePhone(text: string, country = ''): string {
  const parsed = parsePhoneNumberFromString(text, countryCode(country));
  return parsed?.isPossible() ? parsed.number : text.replace(/\D/g, '');
}

/** The number as people of its country write it; a foreign or unreadable one stays as it is. */
export function showPhone(text: string, country = ''): string {
  const parsed = parsePhoneNumberFromString(text, countryCode(country));
  if (!parsed?.isPossible()) return text.trim();
  return parsed.country === country ? parsed.formatNational() : parsed.formatInternational();
}

function countryCode(country: string): CountryCode | undefined {
  const code = country.trim().toUpperCase();
  return isSupportedCountry(code) ? code : undefined;
}
