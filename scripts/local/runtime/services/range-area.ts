// What all parts of Range share: the rectangle, and calls that write to it.
import { rectToA1 } from '../calls/a1';
import type { LookPatch, Rect } from '../protocol';
import { call, outside } from './bridge';
import { requireSize } from './cells';

/** Where the rectangle of a Range is kept, out of a script's sight. */
export const rectOf = Symbol('rect');

/** A rectangle of cells: where it lies. */
export class RangeArea {
  readonly [rectOf]: Rect;

  constructor(rect: Rect) {
    this[rectOf] = rect;
  }

  getRow(): number {
    return this[rectOf].row;
  }

  getColumn(): number {
    return this[rectOf].column;
  }

  getRowIndex(): number {
    return this[rectOf].row;
  }

  getLastRow(): number {
    return this[rectOf].row + this[rectOf].rows - 1;
  }

  getLastColumn(): number {
    return this[rectOf].column + this[rectOf].columns - 1;
  }

  getNumRows(): number {
    return this[rectOf].rows;
  }

  getNumColumns(): number {
    return this[rectOf].columns;
  }

  getHeight(): number {
    return this[rectOf].rows;
  }

  getWidth(): number {
    return this[rectOf].columns;
  }

  getA1Notation(): string {
    return rectToA1(this[rectOf]);
  }
}

/** The first cell of the rectangle. */
export function corner(range: RangeArea): Rect {
  return { ...range[rectOf], rows: 1, columns: 1 };
}

/** The first value of a grid. */
export function first<T>(grid: readonly (readonly T[])[], blank: T): T {
  return grid[0]?.[0] ?? blank;
}

/** Gives every cell the same patch; answers the range, as setters do. */
export function fill<T extends RangeArea>(range: T, as: string, change: LookPatch): T {
  call('Range.fill', as, [range[rectOf]], change);
  return range;
}

/** Gives each cell a patch of its own, out of a grid of the range's size. */
export function patch<T extends RangeArea, V>(range: T, as: string, grid: V[][], toPatch: (one: V) => LookPatch): T {
  requireSize(grid, range[rectOf].rows, range[rectOf].columns);
  outside(() =>
    call(
      'Range.patch',
      as,
      range[rectOf],
      grid.map((row) => row.map(toPatch)),
    ),
  );
  return range;
}

export function clearParts<T extends RangeArea>(
  range: T,
  as: string,
  what: { contents: boolean; formats: boolean; notes: boolean; validations: boolean },
): T {
  call('Range.clear', as, [range[rectOf]], what);
  return range;
}
