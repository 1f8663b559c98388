// What one session sees: the shared cells with its own waiting writes laid over them.
import type { WriteBuffer } from './buffer';
import { type Attributes, applyChange, hasContent, isObject, type Stored, storedFormula, storedValue } from './cell';
import { outsideGrid, tooFewColumns, tooFewRows } from './errors';
import { displayText } from './format';
import type { CellValue, CellView, Rect } from './types';
import type { Workbook } from './workbook';

export class Reader {
  constructor(
    private readonly workbook: Workbook,
    private readonly buffer: WriteBuffer,
  ) {}

  /** Throws Google's words unless the rectangle lies inside its tab. */
  check(rect: Rect): void {
    if (rect.rows < 1) throw tooFewRows();
    if (rect.columns < 1) throw tooFewColumns();
    const { grid } = this.workbook.sheet(rect.sheetId);
    const inside =
      rect.row >= 1 &&
      rect.column >= 1 &&
      rect.row + rect.rows - 1 <= grid.rowCount &&
      rect.column + rect.columns - 1 <= grid.columnCount;
    if (!inside) throw outsideGrid();
  }

  values(rect: Rect): CellValue[][] {
    const values = this.map(rect, storedValue, null);
    for (const { column, from } of this.checkboxColumns(rect.sheetId)) {
      const offset = column - rect.column;
      if (offset < 0 || offset >= rect.columns) continue;
      for (const line of values.slice(Math.max(0, from - rect.row))) line[offset] ??= false;
    }
    return values;
  }

  formulas(rect: Rect): (string | null)[][] {
    return this.map(rect, storedFormula, null);
  }

  numberFormats(rect: Rect): string[][] {
    this.check(rect);
    return this.each(rect, (row, column) => this.attributes(rect.sheetId, row, column).numberFormat ?? '');
  }

  displayValues(rect: Rect): string[][] {
    const values = this.values(rect);
    const rules = this.workbook.rules;
    return values.map((cells, index) =>
      cells.map((value, offset) => {
        if (value === null) return '';
        const format = this.attributes(rect.sheetId, rect.row + index, rect.column + offset).numberFormat ?? '';
        return displayText(value, format, rules);
      }),
    );
  }

  cells(rect: Rect): (CellView | null)[][] {
    this.check(rect);
    return this.each(rect, (row, column) => this.cell(rect.sheetId, row, column));
  }

  /** The cell as kept, with waiting writes applied; its column's attributes are not part of it. */
  stored(sheetId: number, row: number, column: number): Stored {
    const { grid } = this.workbook.sheet(sheetId);
    const stored = grid.stored(row, column);
    const change = this.buffer.at(sheetId, row, column);
    if (!change) return stored;
    return applyChange(stored, change, grid.columnAttribute(row, column, 'numberFormat') ?? '');
  }

  /** The cell's attributes: its own, else its column's. */
  attributes(sheetId: number, row: number, column: number): Attributes {
    const { grid } = this.workbook.sheet(sheetId);
    const stored = this.stored(sheetId, row, column);
    const attributes: Attributes = {};
    const defaults = grid.columns[column - 1]?.defaults;
    for (const [name, given] of Object.entries(defaults ?? {})) {
      if (row >= given.from) Object.assign(attributes, { [name]: given.value });
    }
    return isObject(stored) ? { ...attributes, ...stored } : attributes;
  }

  /** The last row with content, 0 when there is none. */
  lastRow(sheetId: number): number {
    const { grid } = this.workbook.sheet(sheetId);
    if (this.checkboxColumns(sheetId).length > 0) return grid.rowCount;
    const pending = this.buffer.rowsIn({ sheetId, row: 1, rows: grid.rowCount });
    let row = grid.lastRow();
    for (const [pendingRow] of pending) row = Math.max(row, pendingRow);
    if (pending.length === 0) return row;
    while (row > 0 && !this.rowHasContent(sheetId, row)) row -= 1;
    return row;
  }

  lastColumn(sheetId: number): number {
    const { grid } = this.workbook.sheet(sheetId);
    const counts = new Map<number, number>();
    for (const [row, changes] of this.buffer.rowsIn({ sheetId, row: 1, rows: grid.rowCount })) {
      for (const column of changes.keys()) {
        const difference =
          Number(hasContent(this.stored(sheetId, row, column))) - Number(hasContent(grid.stored(row, column)));
        counts.set(column, (counts.get(column) ?? 0) + difference);
      }
    }
    const lastCheckbox = this.checkboxColumns(sheetId).at(-1)?.column ?? 0;
    for (let column = grid.columnCount; column > lastCheckbox; column -= 1) {
      if (grid.contentCount(column) + (counts.get(column) ?? 0) > 0) return column;
    }
    return lastCheckbox;
  }

  /** Columns whose blank cells read as FALSE, from left to right; none unless the switch says so. */
  private checkboxColumns(sheetId: number): { column: number; from: number }[] {
    if (!this.workbook.switches.blankCheckboxReadsFalse) return [];
    return this.workbook.sheet(sheetId).grid.columns.flatMap(({ defaults }, index) => {
      const rule = defaults?.validation;
      return rule?.value?.type === 'CHECKBOX' ? [{ column: index + 1, from: rule.from }] : [];
    });
  }

  private rowHasContent(sheetId: number, row: number): boolean {
    const { grid } = this.workbook.sheet(sheetId);
    for (let column = 1; column <= grid.columnCount; column += 1) {
      if (hasContent(this.stored(sheetId, row, column))) return true;
    }
    return false;
  }

  private cell(sheetId: number, row: number, column: number): CellView | null {
    const stored = this.stored(sheetId, row, column);
    const attributes = this.attributes(sheetId, row, column);
    if ((stored === null || stored === undefined) && Object.keys(attributes).length === 0) return null;
    return {
      value: storedValue(stored),
      formula: storedFormula(stored),
      numberFormat: attributes.numberFormat ?? '',
      note: isObject(stored) ? (stored.note ?? null) : null,
      background: attributes.background ?? null,
      fontColor: attributes.fontColor ?? null,
      fontWeight: attributes.fontWeight ?? null,
      validation: attributes.validation ?? null,
    };
  }

  private each<T>(rect: Rect, read: (row: number, column: number) => T): T[][] {
    return Array.from({ length: rect.rows }, (_, index) =>
      Array.from({ length: rect.columns }, (__, offset) => read(rect.row + index, rect.column + offset)),
    );
  }

  /** Reads kept cells row by row, skipping rows that hold nothing, then lays waiting cell writes over them. */
  private map<T>(rect: Rect, read: (stored: Stored) => T, blank: T): T[][] {
    this.check(rect);
    const { grid } = this.workbook.sheet(rect.sheetId);
    const keys = Array.from({ length: rect.columns }, (_, offset) => grid.columnKey(rect.column + offset));
    const result: T[][] = [];
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      const cells = grid.rowCells(row);
      result.push(cells ? keys.map((key) => read(cells[key])) : new Array<T>(keys.length).fill(blank));
    }
    for (const [row, changes] of this.buffer.rowsIn(rect)) {
      for (const column of changes.keys()) {
        const line = result[row - rect.row];
        const inside = column >= rect.column && column < rect.column + rect.columns;
        if (line && inside) line[column - rect.column] = read(this.stored(rect.sheetId, row, column));
      }
    }
    return result;
  }
}
