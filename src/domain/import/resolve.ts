// Finding the record, or the team member, that a text in the source means: one that exists, one that this import makes,
// or none yet. Names are compared as names.ts says.
import { normalizeEmail } from '../email';
import { parseReference } from '../references';
import type { AnyRecord, FieldValue } from '../schema';
import { companyKey, personKey, productKey } from './names';
import type { ImportContext, Member, PlannedCreate } from './plan-types';

/** A record that exists (`id`) or the one at this position among those the import makes. */
export type Found = { readonly id: string } | { readonly at: number };

/** Whether the record is in the workbook already, not one that this import makes. */
export function isExisting(found: Found): found is { readonly id: string } {
  return 'id' in found;
}

const textOf = (value: FieldValue | undefined) => (value === null || value === undefined ? '' : String(value));

/** The keys that a record can be found by, from its values and its references to records of this import. */
export type Keys = (fields: AnyRecord, refs: { readonly [field: string]: number }) => readonly string[];

/** Records of one tab by their keys: those in the workbook, and those the import adds as it goes. */
export class RecordFinder {
  private readonly found = new Map<string, Found>();
  private readonly ids = new Map<string, AnyRecord>();
  readonly creates: PlannedCreate[] = [];

  constructor(
    records: readonly AnyRecord[],
    private readonly keys: Keys,
    private readonly aliases?: ReadonlyMap<string, string>,
  ) {
    for (const record of records) {
      const id = textOf(record.id);
      this.ids.set(id, record);
      for (const key of keys(record, {})) this.index(key, { id });
    }
  }

  /** Of two records with one key the first is meant, as for a name typed in the grid. */
  private index(key: string, found: Found): void {
    if (key !== '' && !this.found.has(key)) this.found.set(key, found);
  }

  /** The record with one of these keys, the first key that has one. */
  find(keys: readonly string[]): Found | undefined {
    const key = keys.find((candidate) => this.found.has(candidate));
    return key === undefined ? undefined : this.found.get(key);
  }

  /** The existing record whose id the text names, as `CO-12` or `Acme (CO-12)`; also by the id of one that was merged into it. */
  findId(text: string): Found | undefined {
    const named = parseReference(text).id ?? '';
    const id = this.aliases?.get(named) ?? named;
    return id !== '' && this.ids.has(id) ? { id } : undefined;
  }

  keysOf(create: PlannedCreate): readonly string[] {
    return this.keys(create.fields, create.refs);
  }

  /** The existing record with this id. */
  record(id: string): AnyRecord {
    return this.ids.get(id) ?? {};
  }

  /** Adds a record to be made; from now on it is found by its keys. */
  add(create: PlannedCreate): { readonly at: number } {
    const found = { at: this.creates.push(create) - 1 };
    this.reindex(found.at);
    return found;
  }

  /** After a planned record got more values. */
  reindex(at: number): void {
    const create = this.creates[at];
    if (create) for (const key of this.keys(create.fields, create.refs)) this.index(key, { at });
  }
}

/** A company is found by its name as `companyKey` compares it, or by its domain (`domain:`). None for one without both. */
export function companyKeys(record: AnyRecord): string[] {
  const domain = textOf(record.domain).toLowerCase();
  return [companyKey(textOf(record.name)), domain === '' ? '' : `domain:${domain}`].filter((key) => key !== '');
}

/** A product is found by its name or any alias, as `productKey` compares them. */
export function productKeys(record: AnyRecord): string[] {
  const aliases = Array.isArray(record.aliases) ? record.aliases : [];
  return [textOf(record.name), ...aliases].map((name) => productKey(String(name))).filter((key) => key !== '');
}

/**
 * A contact is found by email; by name and company where there is no email to tell namesakes apart (`bare:`);
 * by the name alone only when another record refers to "Anna Snelling" (`name:` without company).
 */
export function contactKeys(record: AnyRecord, refs: { readonly [field: string]: number }): string[] {
  const email = normalizeEmail(textOf(record.email));
  const name = personKey(`${textOf(record.firstName)} ${textOf(record.lastName)}`);
  const company = companyToken(record, refs);
  if (name === '') return email === '' ? [] : [`mail:${email}`];
  const byName = [`name:${name}|${company}`, `name:${name}`];
  return email === '' ? [...byName, `bare:${name}|${company}`] : [`mail:${email}`, ...byName];
}

/** The keys by which a contact's own row, or a reference to a contact, looks for it. */
export function contactLookup(record: AnyRecord, refs: { readonly [field: string]: number }, loose: boolean): string[] {
  const email = normalizeEmail(textOf(record.email));
  const name = personKey(`${textOf(record.firstName)} ${textOf(record.lastName)}`);
  const company = companyToken(record, refs);
  if (email !== '') return [`mail:${email}`, `bare:${name}|${company}`];
  return loose ? [`name:${name}|${company}`, `name:${name}`] : [`name:${name}|${company}`];
}

function companyToken(record: AnyRecord, refs: { readonly [field: string]: number }): string {
  return refs.company === undefined ? textOf(record.company) : `@${refs.company}`;
}

/** Deals, tickets and the like: by their name alone. */
export function titleKeys(field: string): Keys {
  return (record) => [personKey(textOf(record[field]))].filter((key) => key !== '');
}

/** Team members by email or name; names that nobody has are collected as new members. */
export class MemberFinder {
  private readonly known = new Map<string, string>();
  private readonly seen = new Map<string, string>();
  readonly added: string[] = [];

  constructor(team: ImportContext['team']) {
    for (const member of team) this.index(member);
  }

  private index({ key, name, email }: Member): void {
    for (const text of [name, email, key]) {
      const plain = personKey(text);
      if (plain !== '' && !this.known.has(plain)) this.known.set(plain, key);
    }
  }

  /** What the person cell holds; a name not known yet becomes a new member without email. */
  keyOf(text: string): string {
    const seen = this.seen.get(text);
    if (seen !== undefined) return seen;
    const known = this.known.get(personKey(text));
    if (known === undefined) {
      this.added.push(text);
      this.index({ key: text, name: text, email: '' });
    }
    this.seen.set(text, known ?? text);
    return known ?? text;
  }
}
