// The mapping made ready to read rows: each column with its field, its habits, and what its cells become.
import { normalizeEmail } from '../email';
import { phoneCountry, tidyPhone } from '../phone';
import { customPrefix } from '../record';
import { type Field, type FieldValue, type RecordTabKey, tabOf } from '../schema';
import type { Decide } from './choices';
import type { DateOrder } from './dates';
import { normalHeader, readableHeader } from './header-text';
import type { SourceRecords } from './headers';
import type { ImportMapping } from './mapping';
import { splitName } from './names';
import type { SourceColumn, SourceRow } from './source';
import { cellText, type SourceCell } from './source';
import { type ColumnHabits, emailsIn, habitsOf, readValue } from './values';

export interface Reader {
  readonly column: SourceColumn;
  readonly tab: RecordTabKey;
  /** Key of the record field, with the prefix of custom fields. */
  readonly field: string;
  readonly type: Field['type'] | 'custom';
  readonly habits: ColumnHabits;
  /** The column holds whole names, of which the last name is to be parted. */
  readonly wholeName: boolean;
}

export interface CellProblem {
  column: string;
  code: string;
  expected: string;
  received: string;
  /** A sentence without the row. */
  message: string;
}

/** Values of one source row by the tab they go to. References, people and choices already decided are still names. */
export interface RowValues {
  row: number;
  fields: { [tab in RecordTabKey]?: { [field: string]: FieldValue } };
  problems: CellProblem[];
}

/** Column header for people: `close_date` → `Close date`. */
export function columnLabel(column: SourceColumn): string {
  return readableHeader(column.header);
}

/** One reader for each mapped column. */
export function readersOf(records: SourceRecords, mapping: ImportMapping, fallback: DateOrder): Reader[] {
  const targets = new Set(
    mapping.columns.map(({ target }) => (target.kind === 'field' ? `${target.tab}.${target.field}` : '')),
  );
  return mapping.columns.flatMap(({ column: at, target }): Reader[] => {
    const column = records.columns.find((candidate) => candidate.column === at);
    if (!column || target.kind === 'skip') return [];
    const type = target.kind === 'custom' ? 'custom' : tabOf(target.tab).fields[target.field]?.type;
    if (!type) return [];
    const order = mapping.dates?.find((entry) => entry.column === at)?.order;
    const cells = records.rows.map((row) => row.cells[at] ?? null);
    const field = target.kind === 'custom' ? `${customPrefix}${target.header}` : target.field;
    return [
      {
        column,
        tab: target.tab,
        field,
        type,
        habits: habitsOf(cells, type, order, fallback),
        wholeName:
          field === 'firstName' &&
          !targets.has(`${target.tab}.lastName`) &&
          !/first|given|forename/.test(normalHeader(column.header)),
      },
    ];
  });
}

function problemOf(reader: Reader, cell: SourceCell, code: string, expected: string): CellProblem {
  const received = cellText(cell).slice(0, 60);
  const label = columnLabel(reader.column);
  const message =
    code === 'tooLong' ? `${label}: the text is too long (${expected})` : `${label}: “${received}” is no ${expected}`;
  return { column: reader.column.header, code, expected, received, message };
}

/** What a row's values depend on in the workbook. */
interface Home {
  /** Blank in a deal means this currency. */
  readonly currency: string;
  /** Where phone numbers of a row without a country are dialled, by two letters. */
  readonly country: string | undefined;
}

/** Reads one row: every mapped cell, all its problems. */
export function readRow(row: SourceRow, readers: readonly Reader[], decide: Decide, home: Home): RowValues {
  const values: RowValues = { row: row.row, fields: {}, problems: [] };
  for (const reader of readers) {
    const cell = row.cells[reader.column.column] ?? null;
    const read = readValue(cell, reader.type, reader.habits);
    if ('problem' in read) {
      values.problems.push(problemOf(reader, cell, read.problem, read.expected));
      continue;
    }
    const fields = values.fields[reader.tab] ?? {};
    values.fields[reader.tab] = fields;
    put(fields, reader, cell, read.value, values, decide);
    // Blank means the workbook's currency; only a foreign one is worth saying.
    if (read.currency && read.currency !== home.currency && reader.tab === 'deals' && fields.currency === undefined)
      fields.currency = read.currency;
  }
  tidyPhones(values, readers, home.country);
  return values;
}

/** Once the row's country is known: numbers as every other door keeps them. */
function tidyPhones(values: RowValues, readers: readonly Reader[], usual: string | undefined): void {
  for (const { tab, field, type } of readers) {
    const fields = values.fields[tab];
    const text = fields?.[field];
    if (type === 'phone' && fields && typeof text === 'string')
      fields[field] = tidyPhone(text, phoneCountry(fields.country, usual));
  }
}

function put(
  fields: { [field: string]: FieldValue },
  reader: Reader,
  cell: SourceCell,
  value: FieldValue,
  values: RowValues,
  decide: Decide,
): void {
  if (reader.type === 'choice' && typeof value === 'string') {
    if (reader.field === 'currency') {
      const code = currencyCode(value);
      if (code === null) values.problems.push(problemOf(reader, cell, 'choice', 'currency code like EUR'));
      else fields.currency = code;
      return;
    }
    // A word not decided yet stays as it is: until the person has decided, nothing is imported, only counted.
    fields[reader.field] = decide(reader.tab, reader.field, value) ?? value;
    if (fields[reader.field] === '') fields[reader.field] = null;
    return;
  }
  if (reader.wholeName && typeof value === 'string') {
    Object.assign(fields, splitName(value));
    return;
  }
  if (reader.type === 'email') {
    const others = emailsIn(cell).slice(1).map(normalizeEmail);
    if (others.length > 0 && reader.tab === 'contacts') fields.otherEmails ??= others.join(', ');
  }
  fields[reader.field] = value;
}

function currencyCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : null;
}
