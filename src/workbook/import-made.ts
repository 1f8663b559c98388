// What an import made besides records: columns of the team's own, and people in Team. They go with it when it is taken back, where
// nobody has put anything into them since.
import { personKey } from '../domain/people';
import { isBlank } from '../domain/record';
import { fieldsOf, type RecordTabKey, recordTabKeys } from '../domain/schema';
import { fold } from '../domain/text';
import type { Workbook } from './api';
import { type Columns, readColumns } from './columns';
import { forgetPeople, newMembers, readPlainTable } from './plain-table';

export interface MadeByImport {
  readonly columns: readonly { tab: RecordTabKey; header: string }[];
  /** Names. */
  readonly members: readonly string[];
}

export const madeNothing: MadeByImport = { columns: [], members: [] };

/** What of these is not there yet, and would be made. */
export function yetToMake(workbook: Workbook, wanted: MadeByImport): MadeByImport {
  const tabs = new Set(wanted.columns.map(({ tab }) => tab));
  const columns = [...tabs].flatMap((tab) => {
    const there = new Set(readColumns(workbook, tab).headers.map(fold));
    return wanted.columns.filter((one) => one.tab === tab && !there.has(fold(one.header)));
  });
  const people = wanted.members.map((name) => ({ name }));
  return { columns, members: people.length > 0 ? newMembers(workbook, people).map(({ name }) => name) : [] };
}

/**
 * Takes out what an import made: columns without any content below their header, and people of whom Team says nothing but what the
 * import put there and whom no record names. Call it under the lock.
 */
export function takeOutMade(workbook: Workbook, made: MadeByImport): void {
  for (const { tab, header } of made.columns) {
    const { sheet, headers } = readColumns(workbook, tab);
    const at = headers.findIndex((one) => fold(one) === fold(header)) + 1;
    if (at > 0 && isEmptyBelow(sheet, at)) sheet.deleteColumn(at);
  }
  if (made.members.length > 0) takeOutMembers(workbook, made.members);
}

function isEmptyBelow(sheet: Columns['sheet'], column: number): boolean {
  const last = sheet.getLastRow();
  if (last < 2) return true;
  const range = sheet.getRange(2, column, last - 1, 1);
  // A formula may come to nothing.
  return [...range.getValues(), ...range.getFormulas()].every(([cell]) => cell === '');
}

function takeOutMembers(workbook: Workbook, names: readonly string[]): void {
  const { columns, rows } = readPlainTable(workbook, 'team');
  const wanted = new Set(names.map(fold));
  const isAsMade = (fields: (typeof rows)[number]['fields']) =>
    wanted.has(fold(personKey(fields))) &&
    Object.entries(fields).every(([key, value]) =>
      key === 'role' ? value === 'rep' : key === 'active' ? value === true : key === 'name' || isBlank(value),
    );
  const asMade = rows.filter(({ fields, unread }) => isAsMade(fields) && Object.keys(unread).length === 0);
  if (asMade.length === 0) return;
  const named = new Set([...peopleNamed(workbook), ...rows.map(({ fields }) => fold(fields.manager ?? ''))]);
  const gone = asMade.filter(({ fields }) => !named.has(fold(personKey(fields))));
  for (const { row } of gone.sort((one, other) => other.row - one.row)) columns.sheet.deleteRow(row);
  forgetPeople(workbook);
}

/** Everybody whom a record names, folded (2 reads for each tab that names people). */
function peopleNamed(workbook: Workbook): Set<string> {
  const named = new Set<string>();
  for (const tab of recordTabKeys) {
    const people = fieldsOf(tab).flatMap(([key, { type }]) => (type === 'person' ? [key] : []));
    if (people.length === 0) continue;
    const columns = readColumns(workbook, tab);
    const last = columns.sheet.getLastRow();
    for (const key of people) {
      const at = columns.at(key);
      if (at === undefined || last < 2) continue;
      for (const [cell] of columns.sheet.getRange(2, at, last - 1, 1).getValues()) named.add(fold(String(cell)));
    }
  }
  return named;
}
