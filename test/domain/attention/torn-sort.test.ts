// What is a range sorted without its neighbours, and what only looks like one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTornSort, type RowChange } from '../../../src/domain/attention/torn-sort';
import { sameValue } from '../../../src/domain/record';
import type { AnyRecord } from '../../../src/domain/schema';

/** Changes from records before and after, one below the other. */
function changes(before: readonly AnyRecord[], after: readonly AnyRecord[]): RowChange[] {
  return before.flatMap((record, index) => {
    const now = after[index] ?? {};
    const changed = Object.keys({ ...record, ...now }).filter((key) => !sameValue(record[key], now[key]));
    return changed.length === 0 ? [] : [{ id: `C-${index + 1}`, row: index + 2, before: record, after: now, changed }];
  });
}

/** The records with these fields taken from others, by the order of `from`. */
function moved(records: readonly AnyRecord[], fields: readonly string[], from: readonly number[]): AnyRecord[] {
  return records.map((record, index) => {
    const other = records[from[index] ?? index] ?? {};
    return { ...record, ...Object.fromEntries(fields.map((key) => [key, other[key] ?? null])) };
  });
}

const four: AnyRecord[] = [
  { name: 'Ann', city: 'Rome', phone: '1', owner: 'x' },
  { name: 'Ben', city: 'Oslo', phone: '2', owner: 'x' },
  { name: 'Cem', city: 'Bonn', phone: '3', owner: 'y' },
  { name: 'Dora', city: 'Lima', phone: '4', owner: 'y' },
];

describe('a torn sort', () => {
  it('is found with all its fields, whatever else changed in the same tab', () => {
    const after = moved(four, ['city', 'phone'], [2, 3, 1, 0]).map((record, index) =>
      index === 1 ? { ...record, name: 'Benno' } : record,
    );
    const found = findTornSort(changes(four, after));
    expect(found).toMatchObject({ doubtful: [] });
    expect([...(found?.fields ?? [])].sort()).toEqual(['city', 'phone']);
    expect(found?.ids).toEqual(['C-1', 'C-2', 'C-3', 'C-4']);
  });

  it('leaves out a record that was typed over since, and names it', () => {
    const many = Array.from({ length: 10 }, (_, index) => ({ city: `City ${index}`, phone: String(index) }));
    const after = moved(many, ['city'], [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
    after[4] = { ...after[4], city: 'Typed' };
    const found = findTornSort(changes(many, after));
    expect(found?.ids).toHaveLength(9);
    expect(found?.doubtful).toEqual(['C-5']);
  });

  it('of a column with few values is told by the order it leaves', () => {
    const stages = ['Won', 'Lead', 'Lost', 'Won', 'Lead', 'Lost', 'Won', 'Lead', 'Lost', 'Lead'];
    const before = stages.map((stage) => ({ stage }));
    const sorted = [...stages].sort().map((stage) => ({ stage }));
    expect(findTornSort(changes(before, sorted))?.fields).toEqual(['stage']);
    const other = ['Lead', 'Won', 'Won', 'Lost', 'Lost', 'Lead', 'Lead', 'Lost', 'Lead', 'Won'];
    expect(
      findTornSort(
        changes(
          before,
          other.map((stage) => ({ stage })),
        ),
      ),
    ).toBeNull();
  });

  it.each<[string, AnyRecord[], AnyRecord[]]>([
    ['two owners swapped', four.slice(1, 3), moved(four.slice(1, 3), ['owner'], [1, 0])],
    ['territories exchanged', four, moved(four, ['owner'], [2, 3, 0, 1])],
    ['a fill-down', four, four.map((record) => ({ ...record, city: 'Rome' }))],
    ['a find-and-replace', four, four.map((record) => ({ ...record, city: `${String(record.city)}!` }))],
    ['a column emptied', four, four.map((record) => ({ ...record, city: null }))],
    ['two people swapped whole', four, moved(four, ['city', 'phone'], [1, 0, 2, 3])],
  ])('is not %s', (_, before, after) => {
    expect(findTornSort(changes(before, after))).toBeNull();
  });

  it('is any reordering of three different values or more, and nothing that makes new values', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (from) => {
        const before = from.map((_, index) => ({ a: `a${index}`, b: `b${index}`, c: `c${index}` }));
        const after = moved(before, ['a', 'c'], from);
        const touched = from.filter((source, index) => source !== index).length;
        const found = findTornSort(changes(before, after));
        expect(found?.ids.length ?? 0).toBe(touched >= 3 ? touched : 0);
        const fresh = before.map((record, index) => ({ ...record, a: `new ${from[index]}` }));
        expect(findTornSort(changes(before, fresh))).toBeNull();
      }),
    );
  });
});
