// What one action changed, named by the keys of rows and columns, so that it can be taken back after others changed other things.
import type { Stored } from './cell';
import type { Grid } from './grid';
import type { RecordedChange } from './types';
import type { Workbook } from './workbook';

/** A change of rows, columns or a tab's properties, both ways. */
export interface ShapeChange {
  undo(): void;
  redo(): void;
}

interface CellChange {
  sheetId: number;
  rowKey: number;
  columnKey: number;
  before: Stored;
  after: Stored;
}

/** Collects while an action runs. */
export class Recorder {
  private readonly cells: CellChange[] = [];
  private readonly shapes: ShapeChange[] = [];

  cell(grid: Grid, rowKey: number, columnKey: number, before: Stored, after: Stored): void {
    this.cells.push({ sheetId: grid.sheetId, rowKey, columnKey, before, after });
  }

  shape(change: ShapeChange): void {
    this.shapes.push(change);
  }

  /**
   * The finished record. Rows and columns come back first, since cells live in them; the cells' own states come last,
   * so that formulas which the shape changes rewrote end as they were.
   */
  finish(workbook: Workbook): RecordedChange {
    const { cells, shapes } = this;
    return {
      isEmpty: cells.length === 0 && shapes.length === 0,
      undo: () =>
        workbook.change(() => {
          for (const shape of [...shapes].reverse()) shape.undo();
          for (const cell of [...cells].reverse()) put(workbook, cell, cell.before);
        }),
      redo: () =>
        workbook.change(() => {
          for (const shape of shapes) shape.redo();
          for (const cell of cells) put(workbook, cell, cell.after);
        }),
    };
  }
}

/** A cell whose tab or row is gone by now stays gone. */
function put(workbook: Workbook, { sheetId, rowKey, columnKey }: CellChange, stored: Stored): void {
  if (workbook.hasSheet(sheetId)) workbook.sheet(sheetId).grid.setByKey(rowKey, columnKey, stored ?? null);
}
