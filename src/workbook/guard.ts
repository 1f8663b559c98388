// Tabs for admins that stand open: their protection is put back, and roles that were raised in Team meanwhile are set back to what
// they were when it was last seen closed. That memory is a document property: nobody can type into it, and copies begin without.
import { personKey, roleOf } from '../domain/people';
import { type TabKey, tabs } from '../domain/schema';
import type { Member, Workbook } from './api';
import { withLock } from './lock';
import { writeMeta } from './meta';
import { forgetPeople, readPlainTable, readTeam } from './plain-table';
import { isForAdmins, protectForAdmins } from './protect';

const memory = 'rowbook.roles';
const ranks = ['off', 'viewer', 'rep', 'manager', 'admin'];

/** What was found and done, for `_Meta`. */
export interface Guarded {
  /** UTC ISO. */
  readonly at: string;
  /** Titles of tabs that stood open. */
  readonly tabs: readonly string[];
  /** Members whose role was set back. */
  readonly people: readonly string[];
}

/** Keys of the tabs for admins. */
const closedTabs = (Object.keys(tabs) as TabKey[]).filter((key) => 'protected' in tabs[key] && tabs[key].protected);

/**
 * Closes what stands open (2 reads, of the protections and of the memory, when all is closed; no write unless a role changed). Only an
 * admin's execution may do it: whoever protects a tab may edit it.
 */
export function guardTabs(workbook: Workbook): void {
  withLock(workbook, () => {
    const open = openTabs(workbook);
    const people = open.includes('team') ? setBackRoles(workbook) : [];
    const admins = readTeam(workbook).members.flatMap((one) =>
      roleOf(one) === 'admin' && one.email ? [one.email] : [],
    );
    for (const tab of open) protectForAdmins(workbook.sheet(tab), admins);
    if (!open.includes('team')) rememberRoles(workbook);
    if (open.length === 0) return;
    const guarded: Guarded = { at: workbook.now(), tabs: open.map((tab) => tabs[tab].title), people };
    writeMeta(workbook, { guarded });
  });
}

/** Sets back roles that were raised while Team stood open; answers whose. Does nothing while Team is closed (1 read). */
export function guardRoles(workbook: Workbook): readonly string[] {
  return withLock(workbook, () => (openTabs(workbook).includes('team') ? setBackRoles(workbook) : []));
}

/** Remembers who is what, as Team says now, for the time when it stands open. */
export function rememberRoles(workbook: Workbook): void {
  const properties = PropertiesService.getDocumentProperties();
  const now = JSON.stringify(
    Object.fromEntries(readTeam(workbook).members.map((one) => [personKey(one), rankOf(one)])),
  );
  if (properties.getProperty(memory) !== now) properties.setProperty(memory, now);
}

function openTabs(workbook: Workbook): TabKey[] {
  const closed = new Set(
    workbook.spreadsheet
      .getProtections(SpreadsheetApp.ProtectionType.SHEET)
      .filter(isForAdmins)
      .map((protection) => protection.getRange().getSheet().getSheetId()),
  );
  return closedTabs.filter((tab) => {
    const sheet = workbook.findSheet(tab);
    return sheet !== null && !closed.has(sheet.getSheetId());
  });
}

function setBackRoles(workbook: Workbook): string[] {
  const text = PropertiesService.getDocumentProperties().getProperty(memory);
  if (text === null) return [];
  const known = JSON.parse(text) as { [person: string]: string };
  const { columns, rows } = readPlainTable(workbook, 'team');
  const set = (row: number, key: string, value: string | boolean) => {
    const column = columns.at(key);
    if (column !== undefined) columns.sheet.getRange(row, column).setValue(value);
  };
  return rows.flatMap(({ row, fields }) => {
    // Of somebody new nobody knows more than that they may look.
    const before = known[personKey(fields)] ?? 'viewer';
    if (ranks.indexOf(rankOf(fields)) <= ranks.indexOf(before)) return [];
    if (before === 'off') set(row, 'active', false);
    else set(row, 'role', before);
    forgetPeople(workbook);
    return [`${fields.name ?? fields.email ?? ''} (${rankOf(fields)} → ${before})`];
  });
}

function rankOf(member: Pick<Member, 'active' | 'role'>): string {
  return member.active === false ? 'off' : roleOf(member);
}
