// Records as clients see them: plain JSON, with names for what they refer to.

import { nameOf } from '../domain/record';
import { type FieldValue, fieldsOf } from '../domain/schema';
import { detailOf } from '../domain/search-entry';
import type { CommittedRecord, LoadedRecord, StoredRecord, Team } from '../workbook';
import type { FoundRecord, RecordView } from './contract';

/** A record for a form. */
export function recordView(record: LoadedRecord, team: Team): RecordView {
  return {
    tab: record.tab,
    id: record.id,
    version: record.version,
    name: nameOf(record.tab, record.fields) || record.id,
    fields: fieldsForClients(record),
    labels: { ...record.labels, ...peopleIn(record, team) },
    formulas: { ...record.formulas },
    issues: [...record.issues],
    row: record.row,
  };
}

/** The same for a record that was just saved, without reading it again. */
export function committedView(record: CommittedRecord, team: Team): RecordView {
  const stored = { ...record, raw: {}, issues: [], formulas: {} };
  return recordView(stored, team);
}

/** A record for a list. */
export function foundRecord(record: StoredRecord): FoundRecord {
  return {
    tab: record.tab,
    id: record.id,
    name: nameOf(record.tab, record.fields) || record.id,
    detail: detailOf(record),
    fields: fieldsForClients(record),
  };
}

/** Unreadable cells are shown as they were typed, so that the person can put them right. */
function fieldsForClients({ fields, raw }: Pick<StoredRecord, 'fields' | 'raw'>): { [key: string]: FieldValue } {
  return { ...fields, ...raw };
}

function peopleIn({ tab, fields }: Pick<StoredRecord, 'tab' | 'fields'>, team: Team): { [key: string]: string } {
  const names: { [key: string]: string } = {};
  for (const [key, field] of fieldsOf(tab)) {
    const value = fields[key];
    const member = field.type === 'person' && typeof value === 'string' ? team.member(value) : undefined;
    if (member?.name && typeof value === 'string') names[value] = member.name;
  }
  return names;
}
