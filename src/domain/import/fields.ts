// Which fields of the schema an import may fill, and which of them a header names.
import { type Field, fieldsOf, type RecordTabKey, recordTabKeys } from '../schema';
import { normalHeader } from './header-text';

/** Fields that a person fills: an import fills no other (ids, created, derived ones are Rowbook's). */
export function importableFields(tab: RecordTabKey): readonly (readonly [string, Field])[] {
  return fieldsOf(tab).filter(([, field]) => field.writer === 'person' || field.writer === 'twoWay');
}

/** The tabs that a row of `main` can make records in besides its own, with the reference field that leads there. */
export function relatedTabs(main: RecordTabKey): readonly { tab: 'companies' | 'contacts'; field: string }[] {
  return importableFields(main).flatMap(([key, field]) =>
    key !== 'parentCompany' && (field.reference === 'companies' || field.reference === 'contacts')
      ? [{ tab: field.reference, field: key }]
      : [],
  );
}

interface Names {
  readonly key: string;
  /** Normalised header first, synonyms after it in the schema's order. */
  readonly names: readonly string[];
}

const namesByTab = new Map<RecordTabKey, readonly Names[]>();

function namesOf(tab: RecordTabKey): readonly Names[] {
  const known = namesByTab.get(tab);
  if (known) return known;
  const names = importableFields(tab).map(([key, field]) => ({
    key,
    names: [field.header, ...(field.synonyms ?? [])].map(normalHeader),
  }));
  namesByTab.set(tab, names);
  return names;
}

/** Ends of headers that make another thing of a field's name: "product id" is not the product. */
const notTheThing = /\b(id|code|number|no|nr|key|count|type)$/;

export interface FieldMatch {
  readonly field: string;
  /** 1 for the field's own header, 0.9 and less for synonyms, 0.55 where one is only a part of the header. */
  readonly score: number;
}

/** The fields of a tab that a normalised header may mean, best first. */
export function matchFields(tab: RecordTabKey, header: string): FieldMatch[] {
  if (header === '') return [];
  const matches = namesOf(tab).flatMap(({ key, names }): FieldMatch[] => {
    const at = names.indexOf(header);
    if (at === 0) return [{ field: key, score: 1 }];
    if (at > 0) return [{ field: key, score: 0.9 - Math.min(at, 40) * 0.005 }];
    if (notTheThing.test(header)) return [];
    const part = names.some(
      (name) => name.length >= 4 && (header.startsWith(`${name} `) || header.endsWith(` ${name}`)),
    );
    return part ? [{ field: key, score: 0.55 }] : [];
  });
  return matches.sort((a, b) => b.score - a.score);
}

/** Words before a related record's field: "company phone", "account industry", "contact email". */
const prefixes = {
  companies: ['company', 'account', 'organisation', 'organization', 'customer', 'client', 'employer'],
  contacts: ['contact', 'person', 'primary contact', 'contact person'],
};

/** Fields that say by themselves whose they are, without such a word before them. */
const telling = {
  companies: ['domain', 'industry', 'employees', 'revenue'],
  contacts: ['firstName', 'lastName', 'email', 'jobTitle', 'phone'],
};

/** A field of a related record that a header of a `main` row may mean: the company's phone, the contact's email. */
export function matchRelated(
  main: RecordTabKey,
  header: string,
): { tab: RecordTabKey; field: string; score: number } | undefined {
  for (const { tab } of relatedTabs(main)) {
    const prefix = prefixes[tab].find((word) => header.startsWith(`${word} `));
    const own = prefix ? matchFields(tab, header.slice(prefix.length + 1))[0] : undefined;
    if (own && own.score > 0.6) return { tab, field: own.field, score: own.score * 0.8 };
  }
  for (const { tab } of relatedTabs(main)) {
    const own = matchFields(tab, header).find((match) => telling[tab].includes(match.field) && match.score > 0.6);
    if (own) return { tab, field: own.field, score: own.score * 0.7 };
  }
  return undefined;
}

const teamHeaders: { readonly [field: string]: readonly string[] } = {
  name: ['name', 'sales agent', 'sales rep', 'rep', 'agent', 'member', 'team member', 'salesperson', 'employee'],
  email: ['email', 'e mail', 'email address'],
  role: ['role'],
  manager: ['manager', 'reports to', 'supervisor', 'team lead'],
  team: ['team', 'department', 'sales team'],
  region: ['region', 'regional office', 'office', 'territory'],
};

/** The field of Team that a normalised header names, or undefined. Team is no record tab: it is only recognised. */
export function matchTeam(header: string): string | undefined {
  return Object.keys(teamHeaders).find((field) => teamHeaders[field]?.includes(header));
}

/** Whether a normalised header is a name that some tab of Rowbook knows. */
export function isKnownHeader(header: string): boolean {
  return (
    recordTabKeys.some((tab) => matchFields(tab, header).some((match) => match.score > 0.6)) ||
    matchTeam(header) !== undefined
  );
}
