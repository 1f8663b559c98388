// Rows of small tabs as records: Team and Settings, which every request needs.
import { unreadableRole } from '../src/domain/people';
import { type Field, type FieldValue, type Member, type TabKey, tabOf, tabs } from '../src/domain/schema';
import { parseSettings, type SettingRow, type Settings } from '../src/domain/settings';
import { parseCell } from '../src/domain/values';
import type { TeamMember } from './access';
import type { Snapshot } from './snapshot';

/** The fields that decide who may do what, and who is who in a report. */
export const teamFields = ['email', 'name', 'role', 'team', 'active'] as const;
export const settingFields = Object.keys(tabs.settings.fields) as (keyof SettingRow & string)[];

/** Members in the order of the Team tab; rows without email and name are none. */
export function teamOf(snapshot: Snapshot): TeamMember[] {
  const rows = rowsOf(snapshot, 'team', teamFields, { role: unreadableRole });
  return rows.map((row) => row as TeamMember).filter(({ email, name }) => Boolean(email) || Boolean(name));
}

/** The team with every field of the schema, those that were not read blank. */
export function wholeMembers(team: readonly TeamMember[]): Member[] {
  return team.map((member) => ({
    region: null,
    manager: null,
    timeZone: null,
    digestHour: null,
    workingDays: [],
    language: null,
    awayUntil: null,
    ...member,
  }));
}

/** Settings of the workbook; what is missing or cannot be read has its default. */
export function settingsOf(snapshot: Snapshot): Settings {
  return parseSettings(rowsOf(snapshot, 'settings', settingFields).map((row) => row as SettingRow));
}

/** Each row below the header as field → value; what cannot be read is blank, or what `unreadable` says for its field. */
function rowsOf(
  snapshot: Snapshot,
  tab: TabKey,
  fields: readonly string[],
  unreadable: { readonly [field: string]: FieldValue } = {},
): { [field: string]: unknown }[] {
  const columns = snapshot.columns(tab);
  if (!columns) return [];
  const declared = tabOf(tab).fields;
  const cells = fields.flatMap((key) => {
    const field: Field | undefined = declared[key];
    return field ? [{ key, field, column: columns.of(key) }] : [];
  });
  return Array.from({ length: columns.count }, (_, row) =>
    Object.fromEntries(
      cells.map(({ key, field, column }) => {
        const { value, problem } = parseCell(field, column[row]);
        return [key, problem ? (unreadable[key] ?? null) : value];
      }),
    ),
  );
}
