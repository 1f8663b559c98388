// Whether a record that is being typed is likely one that exists: by what only one person or company has, or by its name. Asked of
// tens of thousands at a key, so it works on what the search holds of them.
import { normalizeEmail } from './email';
import { companyKey } from './import/names';
import { scoreOf, soughtIn } from './match';
import { digitsFinder, significantDigits } from './phone-digits';
import type { AnyRecord } from './schema';
import { type SearchEntry, type SearchedTab, valuesOf } from './search-entry';
import { fold } from './text';

/** What a record may have in common with another, the most telling first. */
export const likenesses = ['email', 'phone', 'domain', 'name'] as const;
export type Likeness = (typeof likenesses)[number];

/** Fewer digits are the beginning of too many numbers. */
const tellingDigits = 7;
/** Shorter names are those of too many. */
const tellingName = 3;

/**
 * Answers what judges the entries of a tab: what each has in common with the record typed so far, or null. `company` is the
 * company's name. Null where nothing that tells was typed. Names alike count where the companies, as far as both are known, are one.
 */
export function likenessTo(
  tab: SearchedTab,
  typed: AnyRecord,
  company: string,
): ((entry: SearchEntry) => Likeness | null) | null {
  const text = (key: string) => (typeof typed[key] === 'string' ? (typed[key] as string).trim() : '');
  const emails = [text('email'), ...text('otherEmails').split(',')]
    .map(normalizeEmail)
    .filter((one) => one.includes('@'));
  const phones = [text('phone'), text('otherPhone')]
    .filter((one) => significantDigits(one).length >= tellingDigits)
    .map(digitsFinder);
  const domain = tab === 'companies' ? hostOf(text('domain') || text('website')) : '';
  const name = fold(tab === 'contacts' ? `${text('firstName')} ${text('lastName')}` : text('name'));
  const key = companyKey(name);
  const sought = soughtIn(name);
  const firm = companyKey(company);
  // A first name is no name yet.
  const isNamed = name.length >= tellingName && (tab !== 'contacts' || text('lastName') !== '');
  if (emails.length === 0 && phones.length === 0 && domain === '' && !isNamed) return null;

  const isAlike = (other: string, otherFirm: string): boolean => {
    const known = fold(other);
    if (tab === 'companies' && key !== '' && companyKey(other) === key) return true;
    const isSameFirm = firm !== '' && otherFirm !== '' && companyKey(otherFirm) === firm;
    if (known === name) return isSameFirm || firm === '' || otherFirm === '';
    // A slip or two: as many words, and hardly longer or shorter.
    if (tab !== 'companies' && !isSameFirm) return false;
    if (Math.abs(known.length - name.length) > 2 || known.split(' ').length !== sought.words.length) return false;
    return scoreOf({ id: '', name: known, text: known }, sought, () => false, true) > 0;
  };
  return (entry) => {
    const [, given = '', , numbers = '', more = ''] = entry;
    const values = valuesOf(tab, entry);
    if (emails.some((one) => one === values.email || ` ${more.toLowerCase()} `.split(/[\s,;]+/).includes(one)))
      return 'email';
    if (phones.some((isIn) => isIn(numbers))) return 'phone';
    if (domain !== '' && hostOf(values.domain ?? '') === domain) return 'domain';
    return isNamed && isAlike(given, values.company ?? '') ? 'name' : null;
  };
}

/** `halvorsen.example` of `https://www.Halvorsen.example/about`. */
function hostOf(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\.|[/?#].*$/g, '');
}
