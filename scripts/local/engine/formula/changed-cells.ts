// Which cells a change touched, first by key while they change, then by position when formulas are checked against them.
import type { Grid } from '../grid';
import type { Workbook } from '../workbook';
import type { Reference } from './tokens';

/** Rows and columns touched on one tab; every crossing of the two counts as touched. */
interface Touched {
  rows: Set<number>;
  columns: Set<number>;
}

export class ChangedCells {
  private readonly sheets = new Map<number, Touched>();
  private readonly whole = new Set<number>();

  add(grid: Grid, rowKey: number, columnKey: number): void {
    const touched = this.sheets.get(grid.sheetId) ?? { rows: new Set<number>(), columns: new Set<number>() };
    touched.rows.add(rowKey);
    touched.columns.add(columnKey);
    this.sheets.set(grid.sheetId, touched);
  }

  addSheet(sheetId: number): void {
    this.whole.add(sheetId);
  }

  clear(): void {
    this.sheets.clear();
    this.whole.clear();
  }

  /** Where the touched cells stand now. */
  positions(workbook: Workbook): ChangedPositions {
    const places = new Map<number, { rows: number[]; columns: number[] }>();
    for (const [sheetId, { rows, columns }] of this.sheets) {
      if (this.whole.has(sheetId) || !workbook.hasSheet(sheetId)) continue;
      const { grid } = workbook.sheet(sheetId);
      places.set(sheetId, {
        rows: [...rows].map((key) => grid.rowPosition(key)).sort((a, b) => a - b),
        columns: [...columns].map((key) => grid.columnPosition(key)),
      });
    }
    return new ChangedPositions(places, new Set(this.whole));
  }
}

export class ChangedPositions {
  constructor(
    private readonly places: ReadonlyMap<number, { rows: readonly number[]; columns: readonly number[] }>,
    private readonly whole: ReadonlySet<number>,
  ) {}

  get isEmpty(): boolean {
    return this.places.size === 0 && this.whole.size === 0;
  }

  /** True when the reference (to this tab) covers a touched cell. */
  touches(sheetId: number, { start, end = start }: Reference): boolean {
    if (this.whole.has(sheetId)) return true;
    const place = this.places.get(sheetId);
    if (!place) return false;
    const [top, bottom] = ordered(start.row ?? 1, end.row ?? Number.POSITIVE_INFINITY);
    const [left, right] = ordered(start.column ?? 1, end.column ?? Number.POSITIVE_INFINITY);
    return place.columns.some((column) => column >= left && column <= right) && anyBetween(place.rows, top, bottom);
  }
}

function ordered(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}

/** Whether a sorted list has a number in the interval. */
function anyBetween(sorted: readonly number[], low: number, high: number): boolean {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) < low) from = middle + 1;
    else to = middle;
  }
  return (sorted[from] ?? Number.POSITIVE_INFINITY) <= high;
}
