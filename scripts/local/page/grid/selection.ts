// Which cells are selected: an active cell and a rectangle that grows from it. Knows coordinates only, no screen.
import type { Place, Span } from './a1';

export interface Bounds {
  /** Selectable rows in shown order (row 1 first, then what a filter leaves). */
  rows: readonly number[];
  columns: number;
}

export class Selection {
  active: Place = { row: 1, column: 1 };
  private far: Place = { row: 1, column: 1 };
  bounds: Bounds = { rows: [1], columns: 1 };
  /** Another one whenever the active cell is chosen anew; the same while it only moves with its row or column. */
  choice = Symbol();

  get span(): Span {
    return {
      top: Math.min(this.active.row, this.far.row),
      bottom: Math.max(this.active.row, this.far.row),
      left: Math.min(this.active.column, this.far.column),
      right: Math.max(this.active.column, this.far.column),
    };
  }

  /** The corner that moves when the selection is extended. */
  get corner(): Place {
    return this.far;
  }

  select(place: Place): void {
    this.active = this.clamp(place);
    this.far = this.active;
    this.choice = Symbol();
  }

  /** Goes with the selected cells to where they stand now; false when the active one is gone. */
  follow(now: (place: Place) => Place | null): boolean {
    const active = now(this.active);
    if (!active) {
      this.select(this.active);
      return false;
    }
    this.far = now(this.far) ?? active;
    this.active = active;
    return true;
  }

  extend(place: Place): void {
    this.far = this.clamp(place);
  }

  selectSpan(span: Span): void {
    this.choice = Symbol();
    this.active = this.clamp({ row: span.top, column: span.left });
    this.far = this.clamp({ row: span.bottom, column: span.right });
  }

  /** The whole row, the whole column, or everything, for a place on the row numbers, the letters or the corner. */
  band({ row, column }: Place): Span {
    const { rows, columns } = this.bounds;
    return {
      top: row || (rows[0] ?? 1),
      bottom: row || (rows.at(-1) ?? 1),
      left: column || 1,
      right: column || columns,
    };
  }

  /** Moves by shown rows and columns; extending moves the far corner alone. */
  move(rows: number, columns: number, extending: boolean): void {
    const from = extending ? this.far : this.active;
    const place = { row: this.stepRow(from.row, rows), column: from.column + columns };
    if (extending) this.extend(place);
    else this.select(place);
  }

  private stepRow(row: number, by: number): number {
    const { rows } = this.bounds;
    const index = this.indexOf(row) + by;
    return rows[Math.min(Math.max(index, 0), rows.length - 1)] ?? 1;
  }

  /** Position of a row among the shown ones (of the nearest shown row above it when it is hidden). */
  indexOf(row: number): number {
    const { rows } = this.bounds;
    let [low, high] = [0, rows.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((rows[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private clamp({ row, column }: Place): Place {
    return {
      row: this.bounds.rows[this.indexOf(row)] ?? 1,
      column: Math.min(Math.max(column, 1), this.bounds.columns),
    };
  }
}
