// Writes of one session that have not been flushed: a log in order, and an index so that the session's own reads see them.
import { ATTRIBUTE_NAMES, type Attributes, type Change, mergeChanges } from './cell';
import type { Rect } from './types';

/** One waiting write: a cell, or attributes of a whole rectangle. */
export type PendingWrite =
  | { kind: 'cell'; sheetId: number; row: number; column: number; change: Change }
  | { kind: 'area'; rect: Rect; attributes: Attributes };

type RowChanges = Map<number, Change>;

export class WriteBuffer {
  private log: PendingWrite[] = [];
  private readonly cells = new Map<number, Map<number, RowChanges>>();
  private readonly areas = new Map<number, { rect: Rect; attributes: Attributes }[]>();

  get size(): number {
    return this.log.length;
  }

  setCell(sheetId: number, row: number, column: number, change: Change): void {
    this.log.push({ kind: 'cell', sheetId, row, column, change });
    const rows = getOrMake(this.cells, sheetId, () => new Map<number, RowChanges>());
    const columns = getOrMake(rows, row, () => new Map<number, Change>());
    const earlier = columns.get(column);
    columns.set(column, earlier ? mergeChanges(earlier, change) : change);
  }

  setArea(rect: Rect, attributes: Attributes): void {
    this.log.push({ kind: 'area', rect, attributes });
    getOrMake(this.areas, rect.sheetId, () => []).push({ rect, attributes });
    // Cells written before the area take its attributes; cells written later win over it.
    for (const [row, columns] of this.rowsIn(rect)) {
      for (const [column, change] of columns) {
        if (contains(rect, row, column)) columns.set(column, mergeChanges(change, attributes));
      }
    }
  }

  /** What waits for one cell, all writes as one; undefined when nothing does. */
  at(sheetId: number, row: number, column: number): Change | undefined {
    const own = this.cells.get(sheetId)?.get(row)?.get(column);
    const areas = this.areas.get(sheetId);
    if (!areas) return own;
    let merged: Change | undefined;
    for (const area of areas) {
      if (contains(area.rect, row, column)) merged = { ...merged, ...area.attributes };
    }
    return own ? { ...merged, ...own } : merged;
  }

  /** Rows of a sheet with waiting cell writes, those inside the rectangle. */
  rowsIn(rect: Pick<Rect, 'sheetId' | 'row' | 'rows'>): [number, RowChanges][] {
    const rows = this.cells.get(rect.sheetId);
    if (!rows) return [];
    return [...rows].filter(([row]) => row >= rect.row && row < rect.row + rect.rows);
  }

  /** True when formats, notes or validations of whole areas wait for this sheet. */
  hasAreas(sheetId: number): boolean {
    return this.areas.has(sheetId);
  }

  /** Empties the buffer and returns its writes in order. */
  take(): PendingWrite[] {
    const writes = this.log;
    this.log = [];
    this.cells.clear();
    this.areas.clear();
    return writes;
  }
}

/** True when the change says nothing but attributes, so that it may be kept per area. */
export function onlyAttributes(change: Change): boolean {
  return Object.keys(change).every((name) => (ATTRIBUTE_NAMES as readonly string[]).includes(name));
}

function contains(rect: Rect, row: number, column: number): boolean {
  return row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns;
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
