// A range that was sorted without its neighbours: half of each row moved away. Told from what changed in a tab at once.
import { isBlank } from '../record';
import type { AnyRecord } from '../schema';

/** One record as it was known, and as its row stands now. */
export interface RowChange {
  readonly id: string;
  /** Where it stands now. */
  readonly row: number;
  readonly before: AnyRecord;
  readonly after: AnyRecord;
  /** Fields that differ. */
  readonly changed: readonly string[];
}

export interface TornSort {
  readonly fields: readonly string[];
  /** Records whose values in these fields are what another of them held. */
  readonly ids: readonly string[];
  /** Records that changed in these fields too, to values that none of the others held: moved, and typed over since. */
  readonly doubtful: readonly string[];
}

/** Fewer records than this may well be edits: two deals whose owners were swapped. */
const leastRows = 3;
/** So much of what changed in these fields must be explained by the move: somebody may have typed since. */
const leastShare = 0.8;

/**
 * The sort that these changes are, null when they are none.
 *
 * The rule: at least 3 records of a tab changed in the same fields such that, for those fields together, the values after are
 * the values before in another order (a permutation of tuples; at least 80 % of the records, the others being `doubtful`). And
 * the tuples must tell records apart: at least 3 different ones that are not blank, and either half of all are different or
 * the records stand in the order of one of these fields, as a sort leaves them. So two owners swapped, territories exchanged
 * between two people, a fill-down and a find-and-replace are none of it. Whether the ids moved along does not matter: seen from
 * the ids, the other half of each row has moved.
 *
 * Two ranges sorted one after the other are found together, each by the rule.
 */
export function findTornSort(changes: readonly RowChange[]): TornSort | null {
  const fields = [...new Set(changes.flatMap(({ changed }) => changed))].filter((key) => key !== 'updated');
  const counts = new Map(fields.map((key) => [key, changes.filter(({ changed }) => changed.includes(key)).length]));
  let left = fields
    .filter((key) => isShuffled(changes, [key]))
    .sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
  const found: TornSort[] = [];
  while (left.length > 0) {
    const group: string[] = [];
    for (const key of left) if (isShuffled(changes, [...group, key])) group.push(key);
    const torn = judge(changes, group);
    if (torn) found.push(torn);
    left = left.filter((key) => !group.includes(key));
  }
  if (found.length === 0) return null;
  const ids = new Set(found.flatMap((torn) => torn.ids));
  return {
    fields: found.flatMap((torn) => torn.fields),
    ids: [...ids],
    doubtful: [...new Set(found.flatMap((torn) => torn.doubtful))].filter((id) => !ids.has(id)),
  };
}

function isShuffled(changes: readonly RowChange[], fields: readonly string[]): boolean {
  const { moved, others } = split(changes, fields);
  return moved.length >= leastRows && moved.length >= leastShare * (moved.length + others.length);
}

function judge(changes: readonly RowChange[], fields: readonly string[]): TornSort | null {
  const { moved, others } = split(changes, fields);
  const told = moved.filter(({ after }) => fields.some((key) => !isBlank(after[key])));
  const different = new Set(told.map(({ after }) => tuple(after, fields))).size;
  if (different < leastRows) return null;
  if (different * 2 < moved.length && !isInOrder(moved, fields)) return null;
  return { fields: [...fields], ids: moved.map(({ id }) => id), doubtful: others.map(({ id }) => id) };
}

/** Records that changed in one of the fields: those that now hold, in all of them, what one of the records held; and the others. */
function split(changes: readonly RowChange[], fields: readonly string[]) {
  const touched = changes.filter(({ changed }) => fields.some((key) => changed.includes(key)));
  const free = new Map<string, number>();
  for (const { before } of touched) {
    const held = tuple(before, fields);
    free.set(held, (free.get(held) ?? 0) + 1);
  }
  const moved: RowChange[] = [];
  const others: RowChange[] = [];
  for (const change of touched) {
    const held = tuple(change.after, fields);
    const count = free.get(held) ?? 0;
    free.set(held, count - 1);
    (count > 0 ? moved : others).push(change);
  }
  return { moved, others };
}

function tuple(record: AnyRecord, fields: readonly string[]): string {
  return JSON.stringify(fields.map((key) => (isBlank(record[key]) ? null : record[key])));
}

/** Whether the records, as they stand below each other, are in the order of one of these fields (blanks last). */
function isInOrder(changes: readonly RowChange[], fields: readonly string[]): boolean {
  const rows = [...changes].sort((one, other) => one.row - other.row);
  return fields.some((key) => {
    const values = rows.map(({ after }) => after[key]).filter((value) => !isBlank(value));
    if (new Set(values.map(String)).size < leastRows) return false;
    const pairs = values.slice(1).map((value, index) => compare(values[index], value));
    return pairs.every((order) => order <= 0) || pairs.every((order) => order >= 0);
  });
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [left, right] = [String(one).toLowerCase(), String(other).toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
