// What cannot be right in a tab's records: values, what is missing, references into nothing, values that only one may have.
import { normalizeEmail } from '../email';
import { parseId } from '../ids';
import type { Issue } from '../issue';
import { isBlank, nameOf } from '../record';
import { type FieldValue, fieldsOf, type RecordTabKey } from '../schema';
import { fold } from '../text';
import { displayValue } from '../values';
import { type Problem, problem } from './problem';

/** A record as it stands in the grid, with what is wrong with its cells. */
export interface SeenRecord {
  readonly tab: RecordTabKey;
  readonly id: string;
  readonly row: number;
  readonly fields: { readonly [field: string]: FieldValue };
  readonly raw: { readonly [field: string]: FieldValue };
  readonly issues: readonly Issue[];
  readonly labels: { readonly [id: string]: string };
}

/** What a reference may point to. */
export interface Targets {
  /** Ids that stand in a tab; undefined where that is not known, and then nothing is said. */
  ids(tab: RecordTabKey): ReadonlySet<string> | undefined;
  /** The highest number ever given in a tab: a higher one never was a record. */
  highest(tab: RecordTabKey): number;
  /** The name of a deleted record of which enough is kept to bring it back; null for any other. */
  kept(tab: RecordTabKey, id: string): string | null;
}

/** Cells that cannot be right and fields that are missing. */
export function problemsOfCells(records: readonly SeenRecord[]): Problem[] {
  return records.flatMap((record) =>
    record.issues.map((issue) => {
      const isMissing = issue.code === 'required';
      return problem({
        ...placeOf(record, issue.field),
        kind: isMissing ? 'missing' : issue.code === 'reference' ? 'reference' : 'value',
        code: issue.code,
        stands: issue.received,
        expected: issue.expected,
        repairs: record.id === '' ? [] : isMissing ? ['open'] : ['open', 'lastGood'],
      });
    }),
  );
}

/** References to records that are not there: deleted ones, and ids that were never given. */
export function problemsOfReferences(records: readonly SeenRecord[], targets: Targets): Problem[] {
  return records.flatMap((record) =>
    fieldsOf(record.tab).flatMap(([key, field]) => {
      const id = record.fields[key];
      if (field.type !== 'reference' || typeof id !== 'string' || id === '' || key in record.raw) return [];
      const target = parseId(id);
      const known = target ? targets.ids(target.tab) : undefined;
      if (!target || !known || known.has(target.id)) return [];
      const name = record.labels[id] ?? '';
      const isPast = target.number <= targets.highest(target.tab);
      const kept = isPast ? targets.kept(target.tab, target.id) : null;
      return problem({
        ...placeOf(record, key),
        kind: 'reference',
        code: isPast ? 'deleted' : 'never',
        stands: name === '' ? target.id : `${name} (${target.id})`,
        ...(kept === null ? {} : { other: { id: target.id, row: 0, name: kept } }),
        repairs: record.id === '' ? [] : ['open', ...(kept === null ? [] : ['restore' as const]), 'lastGood'],
      });
    }),
  );
}

/** Values that only one record may have, and two or more do: listed at all but the first of them. */
export function clashes(records: readonly SeenRecord[]): Problem[] {
  const found: Problem[] = [];
  const tab = records[0]?.tab;
  for (const [key, field] of tab ? fieldsOf(tab) : []) {
    if (!field.unique) continue;
    const holders = new Map<string, SeenRecord>();
    for (const record of records) {
      const value = record.fields[key];
      if (typeof value !== 'string' || isBlank(value)) continue;
      const same = field.type === 'email' ? normalizeEmail(value) : fold(value);
      const first = holders.get(same);
      if (!first) holders.set(same, record);
      else {
        found.push(
          problem({
            ...placeOf(record, key),
            kind: 'duplicate',
            code: 'unique',
            stands: displayValue(field, value),
            other: { id: first.id, row: first.row, name: nameFor(first) },
            repairs: record.id === '' ? [] : ['open', 'lastGood'],
          }),
        );
      }
    }
  }
  return found;
}

function placeOf(record: SeenRecord, field: string) {
  const { tab, id, row } = record;
  return { tab, id, row, name: nameFor(record), field };
}

function nameFor({ tab, id, row, fields, raw }: SeenRecord): string {
  return nameOf(tab, { ...fields, ...raw }) || id || `row ${row}`;
}
