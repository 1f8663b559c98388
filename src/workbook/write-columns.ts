// Putting values into many rows at once. Columns that change in the same rows are written together; one that changes here and
// there is written as one stretch, with what stands between read just before, so that calls do not grow with rows.
import { fieldOf } from '../domain/record';
import type { AnyRecord, RecordTabKey } from '../domain/schema';
import { numberFormat } from '../domain/values';
import { guardText } from './cells';
import { type Columns, columnOf } from './columns';

type Content = string | number | boolean;

interface Item {
  readonly row: number;
  readonly values: AnyRecord;
}

/** Stretches that a column may fall into before what lies between them is written along. */
const mostStretches = 3;

/** Writes these fields of many rows: 1 write for each stretch of rows, at most 2 reads for each column that changes here and there. */
export function writeByColumns<T extends Item>(
  columns: Columns,
  tab: RecordTabKey,
  items: readonly T[],
  contentOf: (item: T, key: string) => Content,
): void {
  const sorted = [...items].sort((one, other) => one.row - other.row);
  const keys = [...new Set(sorted.flatMap(({ values }) => Object.keys(values)))]
    .map((key) => ({ key, column: columnOf(columns, key) }))
    .sort((one, other) => one.column - other.column);
  const groups: { keys: string[]; column: number; items: T[] }[] = [];
  for (const { key, column } of keys) {
    const own = sorted.filter(({ values }) => key in values);
    const last = groups[groups.length - 1];
    if (last && last.column + last.keys.length === column && sameItems(last.items, own)) last.keys.push(key);
    else groups.push({ keys: [key], column, items: own });
  }
  for (const group of groups) writeGroup(columns, tab, group.keys, group.column, group.items, contentOf);
}

function sameItems<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function writeGroup<T extends Item>(
  columns: Columns,
  tab: RecordTabKey,
  keys: readonly string[],
  column: number,
  items: readonly T[],
  contentOf: (item: T, key: string) => Content,
): void {
  const stretches = stretchesOf(items);
  const isText = keys.every((key) => {
    const field = fieldOf(tab, key);
    return field !== undefined && numberFormat(field) === '@';
  });
  const first = items[0]?.row ?? 0;
  const count = (items[items.length - 1]?.row ?? 0) - first + 1;
  // Only text columns: there, what was read can be written again without becoming anything else.
  if (stretches.length > mostStretches && isText) {
    const range = columns.sheet.getRange(first, column, count, keys.length);
    const formulas = range.getFormulas();
    const standing = range.getValues();
    const ours = new Map(items.map((item) => [item.row, item]));
    const cells = standing.map((row, index): Content[] | null => {
      const item = ours.get(first + index);
      if (item) return keys.map((key) => contentOf(item, key));
      const isPlain = row.every((cell, at) => typeof cell === 'string' && !formulas[index]?.[at]);
      return isPlain ? row.map((cell) => guardText(String(cell))) : null;
    });
    writeStretches(columns, first, column, keys.length, cells);
    return;
  }
  for (const stretch of stretches) {
    columns.sheet
      .getRange(stretch[0]?.row ?? first, column, stretch.length, keys.length)
      .setValues(stretch.map((item) => keys.map((key) => contentOf(item, key))));
  }
}

/** Writes rows of cells from `first` on; a null is a row that is left alone. */
function writeStretches(
  columns: Columns,
  first: number,
  column: number,
  width: number,
  cells: readonly (readonly Content[] | null)[],
): void {
  let from = 0;
  while (from < cells.length) {
    if (cells[from] === null) {
      from += 1;
      continue;
    }
    let to = from;
    while (to < cells.length && cells[to] !== null) to += 1;
    const block = cells.slice(from, to).map((row) => [...(row ?? [])]);
    columns.sheet.getRange(first + from, column, to - from, width).setValues(block);
    from = to;
  }
}

function stretchesOf<T extends Item>(items: readonly T[]): T[][] {
  const all: T[][] = [];
  for (const item of items) {
    const last = all[all.length - 1];
    if (last && (last[last.length - 1]?.row ?? 0) + 1 === item.row) last.push(item);
    else all.push([item]);
  }
  return all;
}
