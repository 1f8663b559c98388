// A tab: its cells and what stands around them (title, frozen rows, hidden rows).
import { noExtras } from './extras';
import { type Column, Grid } from './grid';
import { type Shift, shiftPosition } from './spans';
import type { SheetExtras, SheetView } from './types';

/** What is kept of a tab besides its cells. */
export interface SheetHead {
  id: number;
  title: string;
  hidden: boolean;
  frozenRows: number;
  frozenColumns: number;
  tabColor: string | null;
  rows: number;
  columns: Column[];
  nextRow: number;
  nextColumn: number;
  hiddenRows: number[];
  filteredRows: number[];
  /** Missing in files of before there were any. */
  extras?: SheetExtras;
}

export class Sheet {
  title: string;
  hidden = false;
  frozenRows = 0;
  frozenColumns = 0;
  tabColor: string | null = null;
  /** Rows a person hid, and rows the filter hides; by position, since a sort does not move them. */
  hiddenRows = new Set<number>();
  filteredRows = new Set<number>();
  extras: SheetExtras = noExtras;
  readonly grid: Grid;

  constructor(
    readonly id: number,
    title: string,
  ) {
    this.title = title;
    this.grid = new Grid(id);
  }

  static blank(id: number, title: string, rows: number, columns: number): Sheet {
    const sheet = new Sheet(id, title);
    sheet.grid.rowCount = rows;
    sheet.grid.insertColumns(1, columns);
    return sheet;
  }

  static fromHead(head: SheetHead): Sheet {
    const sheet = new Sheet(head.id, head.title);
    sheet.hidden = head.hidden;
    sheet.frozenRows = head.frozenRows;
    sheet.frozenColumns = head.frozenColumns;
    sheet.tabColor = head.tabColor;
    sheet.hiddenRows = new Set(head.hiddenRows);
    sheet.filteredRows = new Set(head.filteredRows);
    sheet.extras = head.extras ?? noExtras;
    sheet.grid.rowCount = head.rows;
    sheet.grid.columns = structuredClone(head.columns);
    sheet.grid.nextRow = head.nextRow;
    sheet.grid.nextColumn = head.nextColumn;
    return sheet;
  }

  head(): SheetHead {
    return {
      id: this.id,
      title: this.title,
      hidden: this.hidden,
      frozenRows: this.frozenRows,
      frozenColumns: this.frozenColumns,
      tabColor: this.tabColor,
      rows: this.grid.rowCount,
      columns: this.grid.columns,
      nextRow: this.grid.nextRow,
      nextColumn: this.grid.nextColumn,
      hiddenRows: [...this.hiddenRows],
      filteredRows: [...this.filteredRows],
      extras: this.extras,
    };
  }

  view(index: number): SheetView {
    return {
      sheetId: this.id,
      title: this.title,
      index,
      hidden: this.hidden,
      rows: this.grid.rowCount,
      columns: this.grid.columnCount,
      frozenRows: this.frozenRows,
      frozenColumns: this.frozenColumns,
      tabColor: this.tabColor,
    };
  }

  /** Hidden rows keep their place when rows are inserted or deleted above them. */
  shiftHiddenRows(shift: Shift): void {
    const move = (rows: ReadonlySet<number>): Set<number> =>
      new Set([...rows].map((row) => shiftPosition(row, shift)).filter((row) => row !== null));
    this.hiddenRows = move(this.hiddenRows);
    this.filteredRows = move(this.filteredRows);
  }
}
