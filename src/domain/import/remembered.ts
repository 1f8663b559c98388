// What the words of a source became in earlier imports, so that the next import of the same list need not ask again.
import { hashText } from '../hash';
import type { RecordTabKey } from '../schema';
import { normalHeader } from './header-text';
import type { ImportMapping } from './mapping';

type Values = ImportMapping['values'];

export interface RememberedMap {
  /** Title of the tab that was imported. */
  readonly source: string;
  /** Which columns it had: `columnsKey`. */
  readonly columns: string;
  readonly values: Values;
}

const mostMaps = 20;
/** Characters of JSON: what is remembered stands in one cell. */
const mostText = 30_000;

/** A fingerprint of a list's column headers, whatever their spelling and order. */
export function columnsKey(headers: readonly string[]): string {
  return hashText(headers.map(normalHeader).sort().join('\n'));
}

/** What was decided for this list before: the same tab, or another one with the same columns (next month's export). */
export function recall(maps: readonly RememberedMap[], source: string, columns: string): Values {
  const known = maps.find((map) => map.source === source && map.columns === columns);
  const like = known ?? maps.find((map) => map.columns === columns) ?? maps.find((map) => map.source === source);
  return like?.values ?? [];
}

/** The maps with this import's decisions, the latest first. Words that this time did not occur stay remembered. */
export function remember(maps: readonly RememberedMap[], latest: RememberedMap): RememberedMap[] {
  const values = joined(recall(maps, latest.source, latest.columns), latest.values);
  if (values.length === 0) return [...maps];
  const others = maps.filter((map) => map.source !== latest.source && map.columns !== latest.columns);
  const all = [{ ...latest, values }, ...others].slice(0, mostMaps);
  while (all.length > 0 && JSON.stringify(all).length > mostText) all.pop();
  return all;
}

function joined(before: Values, now: Values): Values {
  const fresh = now.filter(({ map }) => Object.keys(map).length > 0);
  const kept = before.filter(({ tab, field }) => !fresh.some((one) => one.tab === tab && one.field === field));
  return [...fresh.map((one) => ({ ...one, map: { ...wordsOf(before, one.tab, one.field), ...one.map } })), ...kept];
}

/** What each word of a field became. */
export function wordsOf(values: Values, tab: RecordTabKey, field: string): { readonly [from: string]: string } {
  return values.find((entry) => entry.tab === tab && entry.field === field)?.map ?? {};
}
