// Putting values into many rows at once: columns that change in the same rows, and rows next to each other, are written together.

import { columnLetters } from '../domain/column-letters';
import type { AnyRecord } from '../domain/schema';
import { type Columns, columnOf } from './columns';

type Content = string | number | boolean;

interface Item {
  readonly row: number;
  readonly values: AnyRecord;
}

/**
 * Writes these fields of many rows: 1 write for each stretch of rows that change the same fields, or for each value of a field
 * where there are fewer of those. No other cell is touched.
 */
export function writeByColumns<T extends Item>(
  columns: Columns,
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
  for (const group of groups) writeGroup(columns, group.keys, group.column, group.items, contentOf);
}

function sameItems<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function writeGroup<T extends Item>(
  columns: Columns,
  keys: readonly string[],
  column: number,
  items: readonly T[],
  contentOf: (item: T, key: string) => Content,
): void {
  const stretches = stretchesOf(items);
  const [key = ''] = keys;
  const alike = keys.length > 1 ? [] : rowsByContent(items, (item) => contentOf(item, key));
  if (keys.length === 1 && alike.length < stretches.length) {
    const letter = columnLetters(column);
    for (const { content, rows } of alike) {
      columns.sheet.getRangeList(rows.map((row) => `${letter}${row}`)).setValue(content);
    }
    return;
  }
  for (const stretch of stretches) {
    columns.sheet
      .getRange(stretch[0]?.row ?? 1, column, stretch.length, keys.length)
      .setValues(stretch.map((item) => keys.map((one) => contentOf(item, one))));
  }
}

/** Rows that get the same content, wherever they stand. */
function rowsByContent<T extends Item>(
  items: readonly T[],
  contentOf: (item: T) => Content,
): { content: Content; rows: number[] }[] {
  const groups = new Map<Content, number[]>();
  for (const item of items) {
    const content = contentOf(item);
    const rows = groups.get(content);
    if (rows) rows.push(item.row);
    else groups.set(content, [item.row]);
  }
  return [...groups].map(([content, rows]) => ({ content, rows }));
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
