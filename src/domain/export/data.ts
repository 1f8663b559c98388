// What files for other programs are made of.
import type { CsvCell } from '../csv';
import type { FieldValue, RecordTabKey } from '../schema';

export interface ExportRow {
  readonly id: string;
  /** What is left out is blank. */
  readonly fields: { readonly [key: string]: FieldValue };
  /** Names of the records that `fields` refer to, by id. */
  readonly labels: { readonly [id: string]: string };
}

export interface ExportData {
  readonly rows: { readonly [tab in RecordTabKey]: readonly ExportRow[] };
  /** Columns of the team's own, by tab. */
  readonly custom: (tab: RecordTabKey) => readonly { readonly key: string; readonly header: string }[];
  /** The person whom a person field names. */
  readonly person: (key: string) => { readonly name: string; readonly email: string };
  /** What a deal in this stage is. */
  readonly outcome: (pipeline: string, stage: string) => 'open' | 'won' | 'lost';
  /** The pipeline that a blank one means. */
  readonly pipeline: string;
  /** The workbook's currency code. */
  readonly currency: string;
}

/** One file: its name without ending, and its table, headers first. */
export interface ExportFile {
  readonly name: string;
  readonly count: number;
  readonly table: readonly (readonly CsvCell[])[];
}

/** A column: its header there, and what a record has in it. */
export type Column = readonly [header: string, of: (row: ExportRow) => CsvCell];

/** A value as plain text or number. Blank is null. */
export function plainValue(value: FieldValue | undefined): CsvCell {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value.length > 0 ? value.join(', ') : null;
}

/** A column that holds a field as it stands. */
export function plain(header: string, key: string): Column {
  return [header, ({ fields }) => plainValue(fields[key])];
}

/** A column that holds the name of the record that a field refers to. */
export function named(header: string, key: string): Column {
  return [
    header,
    ({ fields, labels }) => {
      const id = fields[key];
      return typeof id === 'string' && id !== '' ? (labels[id] ?? id) : null;
    },
  ];
}

/** The team's own columns under their own headers. */
export function customColumns(custom: ExportData['custom'], tab: RecordTabKey): Column[] {
  return custom(tab).map(({ key, header }) => plain(header, key));
}

/** Several values as one text, one below the other; null where all are blank. */
export function joined(separator: string, ...parts: CsvCell[]): CsvCell {
  const texts = parts.filter((part) => part !== null && part !== '');
  return texts.length > 0 ? texts.join(separator) : null;
}

/** A file of the rows of a tab. */
export function fileOf(name: string, rows: readonly ExportRow[], columns: readonly Column[]): ExportFile {
  const table = [columns.map(([header]) => header), ...rows.map((row) => columns.map(([, of]) => of(row)))];
  return { name, count: rows.length, table };
}

/** Finds a tab's rows by id, for what other records take from them. */
export function finder(rows: readonly ExportRow[]): (id: FieldValue | undefined) => ExportRow | undefined {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (id) => (typeof id === 'string' ? byId.get(id) : undefined);
}

/** `https://www.halberg.example/en` → `halberg.example`. */
export function domainOf(company: ExportRow | undefined): CsvCell {
  if (!company) return null;
  const { domain, website } = company.fields;
  if (typeof domain === 'string' && domain !== '') return domain;
  const host =
    typeof website === 'string' ? /^(?:https?:\/\/)?(?:www\.)?([^/?#\s]+\.[^/?#\s]+)/i.exec(website)?.[1] : '';
  return host ? host.toLowerCase() : null;
}
