// What a list's table shows of each record, in which order records stand, and the same as a file. No markup here.
import { csvText } from '../../src/domain/csv';
import { plainFile } from '../../src/domain/export';
import { isBlank, nameOf } from '../../src/domain/record';

import { type Field, type FieldValue, tabOf } from '../../src/domain/schema';
import type { Condition, SegmentTab } from '../../src/domain/segment';
import type { StartView } from '../../src/rpc/contract';
import type { RecordRow } from '../../src/rpc/contract-lists';
import { type ValueContext, valueText } from '../format';
import { allFields, type KeyedField } from '../forms/layout';

const usual: { readonly [tab in SegmentTab]: readonly string[] } = {
  contacts: ['company', 'status', 'owner', 'lastContact', 'nextFollowUp'],
  companies: ['industry', 'owner', 'openValue', 'lastContact', 'nextFollowUp'],
  deals: ['company', 'stage', 'amount', 'closeDate', 'owner', 'nextFollowUp'],
  tasks: ['due', 'status', 'priority', 'owner', 'contact', 'deal'],
  tickets: ['status', 'priority', 'owner', 'contact', 'opened'],
};
/** With more the table would scroll sideways. */
const mostColumns = 8;

/** The columns of a list's table: the usual ones of its tab and those that its conditions ask for; the name is not among them. */
export function columnsOf(
  tab: SegmentTab,
  conditions: readonly Condition[],
  start: Pick<StartView, 'customFields'>,
): KeyedField[] {
  const names = tabOf(tab).nameFields ?? [];
  const keys = [...new Set([...usual[tab], ...conditions.map(({ field }) => field)])].slice(0, mostColumns);
  const fields = allFields(tab, start);
  return keys.flatMap((key) => fields.filter((one) => one.key === key && !names.includes(key)));
}

/** A record's name for people. */
export function nameOfRow(tab: SegmentTab, { id, fields }: RecordRow): string {
  return nameOf(tab, fields) || id;
}

/** What a cell of the table says; blank is ''. */
export function cellText(
  field: Field,
  value: FieldValue | undefined,
  row: RecordRow,
  start: StartView,
  today: string,
): string {
  const people = field.type === 'person' ? Object.fromEntries(start.team.map(({ key, name }) => [key, name])) : {};
  const own = row.fields.currency;
  const context: ValueContext = {
    labels: { ...people, ...row.labels },
    currency: field.header === 'Amount' && typeof own === 'string' ? own : start.currency,
    timeZone: start.timeZone,
    today,
  };
  return valueText(field, value, context);
}

export interface Order {
  /** Blank: by name. */
  readonly key: string;
  readonly down: boolean;
}

/** The records in order, blank ones last either way; records that are alike stay as they stand in the tab. */
export function ordered(tab: SegmentTab, rows: readonly RecordRow[], { key, down }: Order): RecordRow[] {
  const collator = new Intl.Collator(undefined, { numeric: true });
  const of = (row: RecordRow): FieldValue => {
    const value = key === '' ? nameOf(tab, row.fields) : (row.fields[key] ?? null);
    return typeof value === 'string' ? (row.labels[value] ?? value) : value;
  };
  const keyed = rows.map((row) => ({ row, value: of(row) }));
  const sign = down ? -1 : 1;
  keyed.sort(({ value: one }, { value: other }) => {
    const blanks = Number(isBlank(one)) - Number(isBlank(other));
    if (blanks !== 0 || isBlank(one)) return blanks;
    const by =
      typeof one === 'number' && typeof other === 'number' ? one - other : collator.compare(String(one), String(other));
    return sign * by;
  });
  return keyed.map(({ row }) => row);
}

/** These records with all their fields, for another program. */
export function rowsCsv(tab: SegmentTab, rows: readonly RecordRow[], start: Pick<StartView, 'customFields'>): string {
  return csvText(plainFile(tab, rows, (of) => start.customFields[of] ?? []).table);
}
