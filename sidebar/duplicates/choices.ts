// What a merge can choose: for each field the one value, the other, or both together. Pure: records and picks in, choices out.
import { mergeDefaults } from '../../src/domain/merge-defaults';
import { isBlank, sameValue } from '../../src/domain/record';
import type { AnyRecord, FieldValue } from '../../src/domain/schema';
import type { MergedTab } from '../../src/rpc/contract-duplicates';
import type { KeyedField } from '../forms/layout';

/** The place of a record in its pair. */
export type Side = 0 | 1;
export type Pick = Side | 'both';
/** What the person picked, by field; the other fields follow what is proposed. */
export type Picks = { readonly [field: string]: Pick | undefined };

export interface Choice extends KeyedField {
  readonly values: readonly [FieldValue, FieldValue];
  /** A third value: of both together, or what is kept of the record that goes. Undefined: there is none. */
  readonly both: FieldValue | undefined;
  readonly picked: Pick;
  /** Both hold the same, and nothing is to be chosen. */
  readonly isSame: boolean;
}

const listFields: readonly string[] = ['otherEmails'];
/** Of two, one leads; what the other one's was goes to a second field. */
const leadingFields: readonly string[] = ['email', 'phone'];

export function otherSide(side: Side): Side {
  return side === 0 ? 1 : 0;
}

/** The fields to choose from that hold anything, in their order. `stays`: the record that the other becomes a part of. */
export function choicesOf(
  tab: MergedTab,
  fields: readonly KeyedField[],
  records: readonly [AnyRecord, AnyRecord],
  stays: Side,
  picks: Picks,
): Choice[] {
  const proposed = proposals(tab, records[stays], records[otherSide(stays)], (key) => picks[key] === otherSide(stays));
  return fields.flatMap(({ key, field }) => {
    if (field.writer !== 'person') return [];
    const values = [records[0][key] ?? null, records[1][key] ?? null] as const;
    const given = key in proposed ? (proposed[key] ?? null) : values[stays];
    const isThird = !values.some((value) => sameValue(value, given));
    const joined = isThird ? given : joinedOf(key, field.type, values);
    const both = joined !== undefined && values.some((value) => sameValue(value, joined)) ? undefined : joined;
    if (values.every(isBlank) && both === undefined) return [];
    const usual: Pick = isThird ? 'both' : sameValue(given, values[stays]) ? stays : otherSide(stays);
    const wanted = picks[key] ?? usual;
    const picked = wanted === 'both' && both === undefined ? usual : wanted;
    return [{ key, field, values, both, picked, isSame: both === undefined && sameValue(...values) }];
  });
}

/** What the kept record takes over as long as nobody says otherwise; where the other's address leads, its own is the second. */
function proposals(tab: MergedTab, keep: AnyRecord, gone: AnyRecord, isTaken: (key: string) => boolean) {
  const turned = leadingFields.filter(isTaken);
  const swapped = (own: AnyRecord, other: AnyRecord) => ({
    ...own,
    ...Object.fromEntries(turned.map((key) => [key, other[key] ?? null])),
  });
  return mergeDefaults(tab, swapped(keep, gone), swapped(gone, keep));
}

/** Both values in one, where a field can hold them; undefined where it cannot. */
function joinedOf(key: string, type: string, values: readonly [FieldValue, FieldValue]): FieldValue | undefined {
  const [one, other] = values;
  if (Array.isArray(one) && Array.isArray(other)) return [...new Set([...one, ...other])];
  if (typeof one !== 'string' || typeof other !== 'string' || isBlank(one) || isBlank(other)) return undefined;
  if (listFields.includes(key)) {
    const parts = `${one},${other}`.split(',').map((part) => part.trim());
    return [...new Set(parts.filter(Boolean))].join(', ');
  }
  if (type !== 'longText') return undefined;
  return one.includes(other) ? one : other.includes(one) ? other : `${one}\n\n${other}`;
}

/** The value that a choice comes to. */
export function pickedValue({ values, both, picked }: Choice): FieldValue {
  return picked === 'both' ? (both ?? null) : values[picked];
}

/** What the kept record gets: nothing that it holds already. */
export function changesOf(choices: readonly Choice[], stays: Side): { [field: string]: FieldValue } {
  const changed = choices.filter((choice) => !sameValue(pickedValue(choice), choice.values[stays]));
  return Object.fromEntries(changed.map((choice) => [choice.key, pickedValue(choice)]));
}

/** Which of both stays unless somebody says otherwise: the one that holds more, else the older. */
export function fullerSide(fields: readonly KeyedField[], records: readonly [AnyRecord, AnyRecord]): Side {
  const [one, other] = records.map((record) => filledCount(fields, record));
  if (one !== other) return (one ?? 0) > (other ?? 0) ? 0 : 1;
  const [created, later] = records.map((record) => String(record.created ?? ''));
  if (created && later && created !== later) return created < later ? 0 : 1;
  const [first = 0, second = 0] = records.map((record) => Number(String(record.id ?? '').replace(/\D/g, '')));
  return second < first ? 1 : 0;
}

/** Fields of a record that somebody filled. */
export function filledCount(fields: readonly KeyedField[], record: AnyRecord): number {
  return fields.filter(({ key, field }) => {
    const value = record[key];
    return field.writer === 'person' && !isBlank(value) && value !== false;
  }).length;
}
