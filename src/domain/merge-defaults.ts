// Which values the kept record is to get of the other one when two records become one, before a person has chosen. Pure.
import { normalizeEmail } from './email';
import { significantDigits } from './phone-digits';
import { customPrefix, isBlank, sameValue } from './record';
import { type AnyRecord, type FieldValue, fieldsOf, type RecordTabKey } from './schema';
import { fold } from './text';

/**
 * The changes that are proposed for the record that stays: its own values stay, blank ones are taken from the other; lists and notes
 * are joined; the earlier Created counts. The other's address goes to Other emails, and its phone number to Other phone where that is
 * blank, unless the kept record gets them as its own. Fields that stay as they are, or that Rowbook keeps by itself, are left out.
 */
export function mergeDefaults(tab: RecordTabKey, keep: AnyRecord, gone: AnyRecord): { [field: string]: FieldValue } {
  const changes: { [field: string]: FieldValue } = {};
  for (const [key, field] of fieldsOf(tab)) {
    if (key === 'created') takeEarlier(changes, keep, gone);
    if ((field.writer ?? 'person') !== 'person' || isBlank(gone[key])) continue;
    if (field.type === 'choices') takeList(changes, key, keep[key], gone[key]);
    else if (field.type === 'longText') takeNotes(changes, key, keep[key], gone[key]);
    // Whoever asked not to be contacted, or not to be mailed, has asked, whichever of the two records it was told to.
    else if (field.type === 'checkbox') take(changes, key, gone[key] === true && keep[key] !== true, true);
    else if (key === 'emailConsent') take(changes, key, isConsentToTake(keep[key], gone[key]), gone[key]);
    // A company is no parent of itself.
    else if (key !== 'otherEmails' && gone[key] !== keep.id) take(changes, key, isBlank(keep[key]), gone[key]);
  }
  for (const [key, value] of Object.entries(gone))
    if (key.startsWith(customPrefix)) take(changes, key, isBlank(keep[key]) && !isBlank(value), value);
  if (tab === 'contacts') takeAddresses(changes, keep, gone);
  // An amount is nothing without its currency.
  if (changes.amount !== undefined) take(changes, 'currency', !sameValue(keep.currency, gone.currency), gone.currency);
  return changes;
}

function take(
  changes: { [field: string]: FieldValue },
  key: string,
  isTaken: boolean,
  value: FieldValue | undefined,
): void {
  if (isTaken) changes[key] = value ?? null;
}

function isConsentToTake(own: FieldValue | undefined, other: FieldValue | undefined): boolean {
  return !sameValue(own, other) && (other === 'opted out' || isBlank(own) || own === 'unknown');
}

/** Both are wall clocks written alike, so the earlier text is the earlier time. */
function takeEarlier(changes: { [field: string]: FieldValue }, keep: AnyRecord, gone: AnyRecord): void {
  const { created } = gone;
  const isEarlier = typeof created === 'string' && (isBlank(keep.created) || created < String(keep.created));
  take(changes, 'created', isEarlier, created);
}

function takeList(
  changes: { [field: string]: FieldValue },
  key: string,
  own: FieldValue | undefined,
  other: FieldValue | undefined,
): void {
  const list = Array.isArray(own) ? own.map(String) : [];
  const known = new Set(list.map(fold));
  const more = (Array.isArray(other) ? other.map(String) : []).filter((one) => !known.has(fold(one)));
  take(changes, key, more.length > 0, [...list, ...more]);
}

function takeNotes(
  changes: { [field: string]: FieldValue },
  key: string,
  own: FieldValue | undefined,
  other: FieldValue | undefined,
): void {
  const [kept, left] = [String(own ?? ''), String(other ?? '')];
  take(changes, key, !kept.includes(left), kept === '' ? left : `${kept}\n\n${left}`);
}

function takeAddresses(changes: { [field: string]: FieldValue }, keep: AnyRecord, gone: AnyRecord): void {
  const email = changes.email ?? keep.email;
  const own = splitEmails(keep.otherEmails);
  const known = new Set([email, ...own].map((one) => normalizeEmail(String(one ?? ''))));
  const more = [...splitEmails(gone.email), ...splitEmails(gone.otherEmails)].filter((one) => {
    const isNew = !known.has(normalizeEmail(one));
    known.add(normalizeEmail(one));
    return isNew;
  });
  take(changes, 'otherEmails', more.length > 0, [...own, ...more].join(', '));
  const isSpare = changes.phone === undefined && changes.otherPhone === undefined && isBlank(keep.otherPhone);
  const digits = (value: FieldValue | undefined) => significantDigits(String(value ?? ''));
  take(changes, 'otherPhone', isSpare && !isBlank(gone.phone) && digits(gone.phone) !== digits(keep.phone), gone.phone);
}

function splitEmails(value: FieldValue | undefined): string[] {
  return String(value ?? '')
    .split(/[,;\s]+/)
    .filter((one) => one !== '');
}
