// The part of the add-on that plans imports (code-part.ts): reads the tab, and what it is compared with. Reads only.
import type { ImportMapping } from '../domain/import/mapping';
import type { ImportContext, ImportReview } from '../domain/import/plan-types';
import { mainTab, reviewImport, tabsNeeded } from '../domain/import/review';
import { personKey } from '../domain/people';
import { countryOfLocale } from '../domain/phone-plans';
import type { AnyRecord, RecordTabKey } from '../domain/schema';
import { aliasesIn } from './aliases';
import type { Workbook } from './api';
import { dateOrderOf, readSource } from './import-source';
import { readImportMaps } from './import-staging';
import { readSettings, readTeam } from './plain-table';
import { readTable } from './table';

/** See review-tab.ts. */
export function reviewTab(workbook: Workbook, title: string, role: string, mapping?: ImportMapping): ImportReview {
  const table = readSource(workbook, title);
  const settings = readSettings(workbook);
  const main = mainTab(table, { settings, customFields: {} }, mapping);
  return reviewImport(table, contextOf(workbook, main, role), mapping);
}

function contextOf(workbook: Workbook, main: RecordTabKey, role: string): ImportContext {
  const existing: { [tab in RecordTabKey]?: AnyRecord[] } = {};
  const aliases: { [tab in RecordTabKey]?: ReadonlyMap<string, string> } = {};
  const customFields: { [tab: string]: string[] } = {};
  for (const tab of tabsNeeded(main)) {
    const { records, customFields: custom } = readTable(workbook, tab);
    // Rows that somebody typed and that have no id yet cannot be referred to.
    existing[tab] = records.flatMap(({ id, fields }) => (id === '' ? [] : [{ ...fields, id }]));
    aliases[tab] = aliasesIn(workbook, tab);
    customFields[tab] = custom.map(({ header }) => header);
  }
  const country = countryOfLocale(workbook.locale);
  return {
    ...(country === undefined ? {} : { country }),
    settings: readSettings(workbook),
    team: readTeam(workbook).members.map((member) => ({
      key: personKey(member),
      name: member.name ?? '',
      email: member.email ?? '',
    })),
    role,
    existing,
    aliases,
    customFields,
    today: workbook.today(),
    dateOrder: dateOrderOf(workbook),
    remembered: readImportMaps(workbook),
  };
}
