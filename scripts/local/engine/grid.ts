// One tab's cells. Rows and columns have stable keys, so that sorting, inserting, deleting and moving only change an order.
// Positions are 1-based; nothing here checks rights or limits.
import { type AttributeName, type Attributes, hasContent, isObject, type Stored } from './cell';

/** A format for a whole column from row `from` downwards. */
export interface ColumnDefault<Name extends AttributeName = AttributeName> {
  from: number;
  value: NonNullable<Attributes[Name]> | null;
}

export interface Column {
  key: number;
  width?: number;
  hidden?: boolean;
  defaults?: { [Name in AttributeName]?: ColumnDefault<Name> };
}

/** Cells of one row by column key. */
export type Cells = Stored[];

/** What has to be written at the next commit. */
export interface Dirt {
  rows: Set<number>;
  removed: Set<number>;
  /** Index in the row order from which it changed; Infinity for not at all. */
  orderFrom: number;
}

/** Told about every cell that changes; formulas and undo hang on it. */
export interface GridWatcher {
  cell(grid: Grid, rowKey: number, columnKey: number, before: Stored, after: Stored): void;
}

export class Grid {
  /** Row keys from the top; 0 stands for a row that never held anything. May be shorter than the grid. */
  order: number[] = [];
  readonly cells = new Map<number, Cells>();
  columns: Column[] = [];
  rowCount = 0;
  nextRow = 1;
  nextColumn = 1;
  /** Changes with the order of rows; lets others cache positions. */
  orderVersion = 0;
  watcher: GridWatcher | null = null;
  readonly dirt: Dirt = { rows: new Set(), removed: new Set(), orderFrom: Number.POSITIVE_INFINITY };
  private positions = new Map<number, number>();
  private positionsAt = -1;
  /** Cells with content per column key. */
  private readonly filled = new Map<number, number>();

  constructor(readonly sheetId: number) {}

  get columnCount(): number {
    return this.columns.length;
  }

  /** True when something waits for the next commit. */
  get isDirty(): boolean {
    return this.dirt.rows.size > 0 || this.dirt.removed.size > 0 || Number.isFinite(this.dirt.orderFrom);
  }

  columnKey(column: number): number {
    return this.columns[column - 1]?.key ?? 0;
  }

  columnPosition(key: number): number {
    return this.columns.findIndex((column) => column.key === key) + 1;
  }

  /** Where a row stands, 0 when it is gone. */
  rowPosition(key: number): number {
    if (this.positionsAt !== this.orderVersion) {
      this.positions = new Map(this.order.map((rowKey, index) => [rowKey, index + 1]));
      this.positionsAt = this.orderVersion;
    }
    return this.positions.get(key) ?? 0;
  }

  /** The row's cells, undefined for one that never held anything. */
  rowCells(row: number): Cells | undefined {
    const key = this.order[row - 1];
    return key ? this.cells.get(key) : undefined;
  }

  stored(row: number, column: number): Stored {
    return this.rowCells(row)?.[this.columnKey(column)];
  }

  /** An attribute of the cell: its own, else its column's. */
  attribute<Name extends AttributeName>(row: number, column: number, name: Name): Attributes[Name] {
    const stored = this.stored(row, column);
    const own: Attributes | undefined = isObject(stored) ? stored : undefined;
    if (own?.[name] !== undefined) return own[name];
    return this.columnAttribute(row, column, name);
  }

  columnAttribute<Name extends AttributeName>(row: number, column: number, name: Name): Attributes[Name] {
    const given = this.columns[column - 1]?.defaults?.[name] as ColumnDefault<Name> | undefined;
    if (!given || row < given.from) return undefined as Attributes[Name];
    return given.value as Attributes[Name];
  }

  /** Sets one cell by position, giving its row a key when it has none. */
  set(row: number, column: number, stored: Stored): void {
    if (stored === null && this.rowCells(row) === undefined) return;
    this.setByKey(this.keyOfRow(row), this.columnKey(column), stored);
  }

  /** The key of a row, made when the row has none yet. */
  keyOfRow(row: number): number {
    const known = this.order[row - 1];
    if (known) return known;
    while (this.order.length < row) this.order.push(0);
    const key = this.nextRow;
    this.nextRow += 1;
    this.order[row - 1] = key;
    this.cells.set(key, []);
    this.orderChanged(row - 1);
    this.dirt.rows.add(key);
    return key;
  }

  setByKey(rowKey: number, columnKey: number, stored: Stored): void {
    const cells = this.cells.get(rowKey);
    if (!cells) return;
    const before = cells[columnKey];
    while (cells.length < columnKey) cells.push(null);
    cells[columnKey] = stored ?? null;
    this.count(columnKey, Number(hasContent(stored)) - Number(hasContent(before)));
    this.dirt.rows.add(rowKey);
    this.watcher?.cell(this, rowKey, columnKey, before, stored);
  }

  /** Puts back a row that persistence or undo holds. */
  addRow(key: number, cells: Cells): void {
    this.cells.set(key, cells);
    cells.forEach((stored, columnKey) => {
      if (hasContent(stored)) this.count(columnKey, 1);
      if (isObject(stored)) this.watcher?.cell(this, key, columnKey, null, stored);
    });
    this.dirt.removed.delete(key);
    this.dirt.rows.add(key);
  }

  removeRow(key: number): void {
    const cells = this.cells.get(key);
    if (!cells) return;
    cells.forEach((stored, columnKey) => {
      if (hasContent(stored)) this.count(columnKey, -1);
      if (isObject(stored)) this.watcher?.cell(this, key, columnKey, stored, null);
    });
    this.cells.delete(key);
    this.dirt.rows.delete(key);
    this.dirt.removed.add(key);
  }

  /** Inserts rows before a position; `keys` puts back known ones. */
  insertRows(before: number, count: number, keys: readonly number[] = []): void {
    this.rowCount += count;
    this.shiftDefaults((from) => (from > before ? from + count : from));
    const inserted = Array.from({ length: count }, (_, index) => keys[index] ?? 0);
    if (before - 1 >= this.order.length && inserted.every((key) => key === 0)) return;
    while (this.order.length < before - 1) this.order.push(0);
    this.order = [...this.order.slice(0, before - 1), ...inserted, ...this.order.slice(before - 1)];
    this.orderChanged(before - 1);
  }

  /** Takes rows out with their cells. */
  deleteRows(first: number, count: number): void {
    this.rowCount -= count;
    this.shiftDefaults((from) => (from >= first + count ? from - count : Math.min(from, first)));
    const keys = this.order.slice(first - 1, first - 1 + count);
    for (const key of keys) if (key) this.removeRow(key);
    if (keys.length > 0) {
      this.order = [...this.order.slice(0, first - 1), ...this.order.slice(first - 1 + count)];
      this.orderChanged(first - 1);
    }
  }

  /** Puts rows (0 for blank ones) at positions that together they already hold. */
  reorder(keys: readonly number[], positions: readonly number[]): void {
    let first = Number.POSITIVE_INFINITY;
    positions.forEach((position, index) => {
      while (this.order.length < position) this.order.push(0);
      this.order[position - 1] = keys[index] ?? 0;
      first = Math.min(first, position);
    });
    if (Number.isFinite(first)) this.orderChanged(first - 1);
  }

  /** Inserts new columns, or ones that stood here before (undo). */
  insertColumns(before: number, count: number, known?: readonly Column[]): void {
    const added = known ?? Array.from({ length: count }, (_, index) => ({ key: this.nextColumn + index }));
    if (!known) this.nextColumn += count;
    this.columns.splice(before - 1, 0, ...added);
  }

  /** Takes columns out with their cells. */
  deleteColumns(first: number, count: number): Column[] {
    const gone = this.columns.splice(first - 1, count);
    for (const [rowKey, cells] of this.cells) {
      for (const column of gone) {
        const stored = cells[column.key];
        if (stored !== null && stored !== undefined) this.setByKey(rowKey, column.key, null);
      }
    }
    return gone;
  }

  /** Moves columns so that they stand before column `before`, counted as the columns stand now. */
  moveColumns(first: number, count: number, before: number): void {
    const moved = this.columns.splice(first - 1, count);
    this.columns.splice(before > first ? before - 1 - count : before - 1, 0, ...moved);
  }

  /** The last row with content, 0 when there is none. */
  lastRow(): number {
    for (let row = this.order.length; row > 0; row -= 1) {
      if (this.rowCells(row)?.some(hasContent)) return row;
    }
    return 0;
  }

  lastColumn(): number {
    for (let column = this.columns.length; column > 0; column -= 1) {
      if (this.contentCount(column) > 0) return column;
    }
    return 0;
  }

  /** Cells with content in a column. */
  contentCount(column: number): number {
    return this.filled.get(this.columnKey(column)) ?? 0;
  }

  orderChanged(fromIndex: number): void {
    this.orderVersion += 1;
    this.dirt.orderFrom = Math.min(this.dirt.orderFrom, fromIndex);
  }

  private count(columnKey: number, by: number): void {
    if (by !== 0) this.filled.set(columnKey, (this.filled.get(columnKey) ?? 0) + by);
  }

  private shiftDefaults(move: (from: number) => number): void {
    for (const column of this.columns) {
      for (const given of Object.values(column.defaults ?? {})) given.from = move(given.from);
    }
  }
}
