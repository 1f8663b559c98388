// What reading and checking values needs to know about the rest of the workbook, fetched only when it is asked for.

import type { Issue } from '../domain/issue';
import { countryOfLocale } from '../domain/phone-plans';
import { fieldOf, isBlank, nameOf } from '../domain/record';
import type { FieldValue } from '../domain/schema';
import { fieldsOf, type RecordTabKey, recordTabKeys } from '../domain/schema';
import { fold } from '../domain/text';
import type { ValidationContext } from '../domain/validate';
import { issue, requiredIssues } from '../domain/validate';
import { parseCell } from '../domain/values';
import type { StoredRecord, Workbook } from './api';
import { identifyColumns } from './columns';
import { readLedger } from './ledger';
import { readSettings, readTeam } from './plain-table';
import { isRecordRow, type Row, rowOf } from './rows';

const nameIndexes = new WeakMap<Workbook, Map<string, Map<string, string | null>>>();

/** Choices, people and names as the workbook has them. Team and Settings are read once, a tab's names only for bare names. */
export function valueContext(workbook: Workbook): ValidationContext {
  let locale: string | undefined;
  return {
    choices: (from) => choicesOf(workbook, from),
    country: () => {
      locale = locale ?? workbook.locale;
      return countryOfLocale(locale);
    },
    person: (text) => readTeam(workbook).person(text),
    idOfName: (tab, name) => nameIndex(workbook, tab as RecordTabKey).get(fold(name)) ?? undefined,
    stages: () => readSettings(workbook).stages,
  };
}

/** Every record's row of a tab, without resolving anything (1 read, 1 more where the tab lacks a column of the schema). */
export function readRows(workbook: Workbook, tab: RecordTabKey) {
  const given = workbook.sheet(tab);
  const read = (sheet: typeof given) =>
    sheet.getRange(1, 1, Math.max(1, sheet.getLastRow()), sheet.getMaxColumns()).getValues();
  let cells = read(given);
  const columns = identifyColumns(workbook, tab, given, cells[0] ?? []);
  if (columns.sheet !== given) cells = read(columns.sheet);
  if (columns.absent.length > 0) readLedger(workbook, tab);
  const rows: Row[] = [];
  for (let index = 1; index < cells.length; index++) {
    const row = cells[index] ?? [];
    if (isRecordRow(columns, row)) rows.push(rowOf(workbook, tab, columns, index + 1, row));
  }
  return { columns, rows };
}

/** The row with choices, people and bare names looked up, and with everything that is wrong with it. */
export function resolveRow(row: Row, context: ValidationContext): StoredRecord {
  const { tab, id } = row;
  const fields: { [key: string]: FieldValue } = { ...row.fields };
  const raw: { [key: string]: FieldValue } = {};
  const issues: Issue[] = [];
  const about = { tab, id };
  for (const [key, value] of Object.entries({ ...row.fields, ...row.raw })) {
    const field = isBlank(value) ? undefined : fieldOf(tab, key);
    if (!field) continue;
    if (!(key in row.raw) && !resolvable.has(field.type)) continue;
    const parsed = parseCell(
      field,
      Array.isArray(value) ? value.join(', ') : (value as string | number | boolean),
      context,
    );
    fields[key] = parsed.value;
    if (!parsed.problem) continue;
    raw[key] = value;
    issues.push({ ...issue(about, key, parsed.problem.code, parsed.problem.expected, value), row: row.row });
  }
  const seen = { ...fields, ...raw };
  for (const missing of requiredIssues({ tab, id, before: {}, changes: {} }, seen, context)) {
    issues.push({ ...missing, row: row.row });
  }
  return { tab, id, row: row.row, fields, raw, issues, labels: row.labels };
}

const resolvable = new Set(['choice', 'choices', 'person']);

/** Fields that stand in a row's column but not in the schema. */
export function customFieldsOf(tab: RecordTabKey, keys: readonly string[], headers: readonly string[]) {
  const declared = new Set(fieldsOf(tab).map(([key]) => key));
  return keys.flatMap((key, index) =>
    key === '' || declared.has(key) ? [] : [{ key, header: headers[index] ?? key }],
  );
}

function choicesOf(workbook: Workbook, from: 'stages' | 'pipelines' | 'currencies'): readonly string[] {
  const { stages, currency, rates } = readSettings(workbook);
  switch (from) {
    case 'stages':
      return [...new Set(stages.map((stage) => stage.name))];
    case 'pipelines':
      return [...new Set(stages.map((stage) => stage.pipeline))];
    default:
      return [...new Set([currency, ...rates.map((rate) => rate.code)])];
  }
}

/** Id by folded name; null where two records share it. */
function nameIndex(workbook: Workbook, tab: RecordTabKey): Map<string, string | null> {
  const indexes = nameIndexes.get(workbook) ?? new Map<string, Map<string, string | null>>();
  nameIndexes.set(workbook, indexes);
  const known = indexes.get(tab);
  if (known) return known;
  const index = new Map<string, string | null>();
  if (recordTabKeys.includes(tab)) {
    for (const row of readRows(workbook, tab).rows) {
      const name = fold(nameOf(tab, row.fields));
      if (row.id !== '' && name !== '') index.set(name, index.has(name) ? null : row.id);
    }
  }
  indexes.set(tab, index);
  return index;
}

/** Forgets names read so far, after records were written. */
export function forgetNames(workbook: Workbook): void {
  nameIndexes.delete(workbook);
}
