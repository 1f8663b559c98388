// A record as the search needs it: what it is found by and what a list shows of it. Short, since tens of thousands travel to the
// sidebar at once.
import type { Findable } from './match';
import { fieldOf, isBlank, nameOf } from './record';
import type { AnyRecord, FieldValue, RecordTabKey } from './schema';
import { fold, shorten } from './text';
import { displayValue } from './values';

/** Where one looks who names no tab. */
export const searchedTabs = ['contacts', 'companies', 'deals'] as const satisfies readonly RecordTabKey[];
export type SearchedTab = (typeof searchedTabs)[number];

/** What the second line of a list shows for each tab. */
const detailFields: { readonly [tab in RecordTabKey]: readonly string[] } = {
  contacts: ['company', 'email', 'phone'],
  companies: ['industry', 'city', 'domain'],
  deals: ['stage', 'amount', 'currency', 'company'],
  interactions: ['kind', 'when', 'contact', 'company'],
  tasks: ['due', 'status', 'contact', 'company', 'deal'],
  tickets: ['status', 'priority', 'contact', 'company'],
  products: ['category', 'price'],
};

/** What a record is found by, besides its name, its id and its phone numbers. */
const foundBy: readonly string[] = ['email', 'otherEmails', 'domain', 'company', 'jobTitle'];

/** Longer texts are cut: nobody tells apart by what comes so far behind, and an answer keeps its size. */
const longest = 200;

interface Shown {
  readonly tab: RecordTabKey;
  readonly id: string;
  readonly fields: AnyRecord;
  /** Names for people of what `fields` refer to, by id. */
  readonly labels: { readonly [id: string]: string };
}

/** `[id, name, created, phones, more words to find it by, …values of the second line]`; phones as `digitsFinder` takes them. */
export type SearchEntry = readonly string[];

/** How many parts stand before the second line's. */
const head = 5;

/** A record's entry; `phones` as the keys of its numbers (`phoneKey`), left out where nobody looks for a number by it. */
export function entryOf(record: Shown, phones = ''): SearchEntry {
  const { tab, id, fields } = record;
  const more = foundBy.filter((key) => !detailFields[tab].includes(key)).map((key) => shown(record, key));
  const parts = [nameOf(tab, fields) || id, String(fields.created ?? ''), phones, more.filter(Boolean).join(' ')];
  return [id, ...[...parts, ...details(record)].map((part) => (part.length > longest ? shorten(part, longest) : part))];
}

/** What of an entry is searched. */
export function findableOf(tab: RecordTabKey, entry: SearchEntry): Findable {
  const [id = '', given = '', , , more = ''] = entry;
  const others = detailFields[tab].map((key, at) => (foundBy.includes(key) ? (entry[head + at] ?? '') : ''));
  const name = fold(given);
  const text = fold([given, id, more, ...others].join(' '));
  // Cut out of the text it takes no room of its own.
  return { id: id.toLowerCase(), name: text.slice(0, name.length), text };
}

/** What a list shows of an entry: the second line, and a deal's amount as a number. */
export function shownOf(tab: RecordTabKey, entry: SearchEntry) {
  const values = entry.slice(head);
  const fields: { [key: string]: FieldValue } = {};
  if (tab === 'deals') {
    const [stage, amount, currency] = values;
    Object.assign(fields, { stage: stage || null, amount: amount ? Number(amount) : null, currency: currency || null });
  }
  return { tab, id: entry[0] ?? '', name: entry[1] ?? '', detail: lineOf(values), fields };
}

/** The values of an entry's second line, by field; a reference is its record's name. */
export function valuesOf(tab: RecordTabKey, entry: SearchEntry): { readonly [field: string]: string | undefined } {
  return Object.fromEntries(detailFields[tab].map((key, at) => [key, entry[head + at]]));
}

/** The second line of a record in a list. */
export function detailOf(record: Shown): string {
  return lineOf(details(record));
}

function details(record: Shown): string[] {
  return detailFields[record.tab].map((key) => shown(record, key));
}

function lineOf(values: readonly string[]): string {
  return values.filter((text) => text !== '').join(' · ');
}

function shown({ tab, fields, labels }: Shown, key: string): string {
  const value = fields[key];
  if (isBlank(value)) return '';
  return displayValue(fieldOf(tab, key), value, typeof value === 'string' ? labels[value] : '');
}
