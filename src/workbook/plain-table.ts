// Tabs whose rows are no records: Team, Settings, Outbox and the like. Read whole, in one read, headers included.

import { personIndex, personKey, unreadableRole } from '../domain/people';
import { isBlank } from '../domain/record';
import { type FieldValue, fieldsOf, type RecordOf, type TabKey } from '../domain/schema';
import { parseSettings, type Settings } from '../domain/settings';
import { fold } from '../domain/text';
import { parseCell } from '../domain/values';
import type { Team, Workbook } from './api';
import { cellFor, plainCell } from './cells';
import { type Columns, identifyColumns } from './columns';
import { ensureRows } from './ledger';
import { withLock } from './lock';
import { isEmptyRow } from './rows';

export interface PlainTable<K extends TabKey> {
  readonly columns: Columns;
  /** Rows that hold something; `row` is 1-based. */
  readonly rows: readonly {
    readonly row: number;
    readonly fields: RecordOf<K>;
    /** Cells that could not be read, by field, as text. */
    readonly unread: { readonly [field: string]: string };
  }[];
  readonly lastRow: number;
}

/** Reads a tab's rows by its schema (1 read). Cells that cannot be read are blank. */
export function readPlainTable<K extends TabKey>(workbook: Workbook, tab: K): PlainTable<K> {
  const sheet = workbook.sheet(tab);
  const lastRow = Math.max(1, sheet.getLastRow());
  const cells = sheet.getRange(1, 1, lastRow, sheet.getMaxColumns()).getValues();
  const columns = identifyColumns(workbook, tab, sheet, cells[0] ?? []);
  const rows = cells.slice(1).flatMap((row, index) => {
    if (isEmptyRow(row)) return [];
    const fields: { [key: string]: FieldValue } = {};
    const unread: { [key: string]: string } = {};
    for (const [key, field] of fieldsOf(tab)) {
      const at = columns.at(key);
      const cell = at === undefined ? null : plainCell(workbook, field, row[at - 1]);
      const { value, problem } = parseCell(field, cell);
      fields[key] = value;
      if (problem) unread[key] = String(cell);
    }
    return [{ row: index + 2, fields: fields as RecordOf<K>, unread }];
  });
  return { columns, rows, lastRow };
}

/** Appends rows below the last one (1 write). */
export function appendPlainRows<K extends TabKey>(
  table: PlainTable<K>,
  tab: K,
  records: readonly { readonly [field: string]: FieldValue }[],
): void {
  if (records.length === 0) return;
  const { columns } = table;
  const cells = records.map((record) =>
    columns.keys.map((key) => {
      const field = fieldsOf(tab).find(([name]) => name === key)?.[1];
      return field ? cellFor(field, record[key], {}) : '';
    }),
  );
  const first = (table.rows[table.rows.length - 1]?.row ?? 1) + 1;
  ensureRows(columns.sheet, first + cells.length - 1);
  columns.sheet.getRange(first, 1, cells.length, columns.keys.length).setValues(cells);
}

const teams = new WeakMap<Workbook, Team>();
const settingsOf = new WeakMap<Workbook, Settings>();

/** The team, read once for each execution (1 read). */
export function readTeam(workbook: Workbook): Team {
  const known = teams.get(workbook);
  if (known) return known;
  const rows = readPlainTable(workbook, 'team').rows.filter(({ fields: { name, email } }) => name || email);
  const members = rows.map(({ fields, unread }) => ('role' in unread ? { ...fields, role: unreadableRole } : fields));
  const unreadEmails = new Map(members.map((member, index) => [member, rows[index]?.unread.email]));
  const byKey = new Map(members.map((member) => [fold(personKey(member)), member]));
  const team: Team = {
    members,
    person: personIndex(members),
    member: (key) => byKey.get(fold(key)),
    unreadEmail: (member) => unreadEmails.get(member),
  };
  teams.set(workbook, team);
  return team;
}

/** The settings, read once for each execution (1 read). */
export function readSettings(workbook: Workbook): Settings {
  const known = settingsOf.get(workbook);
  if (known) return known;
  const settings = parseSettings(readPlainTable(workbook, 'settings').rows.map(({ fields }) => fields));
  settingsOf.set(workbook, settings);
  return settings;
}

/** Adds people to Team (role rep, active, unless told otherwise); names and addresses that are there already are left alone. */
export function addMembers(
  workbook: Workbook,
  people: readonly { readonly name: string; readonly email?: string; readonly role?: string }[],
): void {
  appendPlainRows(
    readPlainTable(workbook, 'team'),
    'team',
    newMembers(workbook, people).map(({ name, email, role }) => ({
      name,
      email: email ?? null,
      role: role ?? 'rep',
      active: true,
    })),
  );
  teams.delete(workbook);
}

/** Those of the people who are not in Team yet. */
export function newMembers<P extends { readonly name: string; readonly email?: string }>(
  workbook: Workbook,
  people: readonly P[],
): P[] {
  const team = readTeam(workbook);
  return people.filter(
    ({ name, email }) => !isBlank(name) && team.person(email ?? '') === undefined && team.person(name) === undefined,
  );
}

/** Unticks Active of a member in Team (2 reads, 1 write); false when there is no such member. */
export function switchOff(workbook: Workbook, key: string): boolean {
  return withLock(workbook, () => {
    const { columns, rows } = readPlainTable(workbook, 'team');
    const own = rows.find(({ fields }) => fold(personKey(fields)) === fold(key));
    const column = columns.at('active');
    if (!own || column === undefined) return false;
    columns.sheet.getRange(own.row, column).setValue(false);
    teams.delete(workbook);
    return true;
  });
}

/** Forgets team and settings, after they were written. */
export function forgetPeople(workbook: Workbook): void {
  teams.delete(workbook);
  settingsOf.delete(workbook);
}
