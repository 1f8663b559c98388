// All formulas of a workbook: which cells hold them, what they depend on, and computing them again after a change.
import { isObject, type Stored, storedFormula, storedValue } from '../cell';
import type { Grid } from '../grid';
import { serialInZone } from '../serial';
import type { Sheet } from '../sheet';
import type { Shift } from '../spans';
import type { CellValue, Rect } from '../types';
import type { Workbook } from '../workbook';
import { ChangedCells } from './changed-cells';
import { Evaluator, evaluateFormula } from './evaluate';
import { mapReferences, moveReferences, renameInFormula, shiftFormula } from './references';
import { resultFormat } from './result-format';
import type { Surroundings } from './surroundings';
import { type Node, parseFormula, walk } from './syntax';
import type { Reference } from './tokens';
import { FormulaError, isErrorCode, type Scalar } from './values';

/** How the asker sees cells: with their own waiting writes. */
export interface CellSight {
  value(sheetId: number, row: number, column: number): CellValue;
  numberFormat(sheetId: number, row: number, column: number): string;
}

interface FormulaCell {
  grid: Grid;
  rowKey: number;
  columnKey: number;
  text: string;
  /** Null: not well formed. */
  tree: Node | null;
  references: Reference[];
  /** Computed anew at every change: it depends on the clock, on names, or on where it stands. */
  volatile: boolean;
}

const VOLATILE = new Set(['TODAY', 'NOW', 'RAND', 'RANDBETWEEN', 'ROW', 'COLUMN']);

export class FormulaBook {
  private readonly cells = new Map<number, Map<string, FormulaCell>>();
  private readonly fresh = new Set<FormulaCell>();
  private readonly changed: ChangedCells;
  /** True while a computed result is put into its cell. */
  isWriting = false;

  constructor(private readonly workbook: Workbook) {
    this.changed = new ChangedCells();
  }

  /** Told about every cell that someone changes. */
  cell(grid: Grid, rowKey: number, columnKey: number, before: Stored, after: Stored): void {
    const formula = storedFormula(after);
    if (formula !== storedFormula(before)) this.index(grid, rowKey, columnKey, formula);
    else if (formula !== null) this.refresh(grid, rowKey, columnKey);
    if (this.cells.size > 0) this.changed.add(grid, rowKey, columnKey);
  }

  /** Everything on the tab may have moved. */
  structureChanged(sheetId: number): void {
    this.changed.addSheet(sheetId);
  }

  sheetRemoved(sheet: Sheet): void {
    this.cells.delete(sheet.id);
    this.rewrite((text) =>
      mapReferences(text, (reference) => (sameTitle(reference.title, sheet.title) ? null : reference)),
    );
    this.structureChanged(sheet.id);
  }

  sheetRenamed(before: string, after: string): void {
    this.rewrite((text) => renameInFormula(text, before, after));
  }

  shifted(sheet: Sheet, shift: Shift, axis: 'rows' | 'columns'): void {
    this.rewrite((text, own) =>
      shiftFormula(text, shift, axis, ({ title }) =>
        title === null ? own === sheet.id : sameTitle(title, sheet.title),
      ),
    );
    this.structureChanged(sheet.id);
  }

  /** Cells of a tab are about to move: references inside `from` follow, those inside `to` lose what they meant. */
  cellsMoved(sheet: Sheet, from: Rect, to: Rect): void {
    this.rewrite((text, own) =>
      moveReferences(text, from, to, ({ title }) =>
        title === null ? own === sheet.id : sameTitle(title, sheet.title),
      ),
    );
    this.structureChanged(sheet.id);
  }

  clear(): void {
    this.cells.clear();
    this.fresh.clear();
    this.changed.clear();
  }

  /** After loading, values are as they were saved. */
  loaded(): void {
    this.fresh.clear();
    this.changed.clear();
  }

  /** Value and format of a formula at a place, computed now, with cells as the asker sees them. */
  evaluate(
    text: string,
    place: { sheetId: number; row: number; column: number },
    sight: CellSight,
  ): { value: CellValue; format: string } {
    const tree = parseFormula(text, this.decimalComma);
    const around = this.surroundings(place.sheetId, place.row, place.column, (sheetId, row, column) =>
      asScalar(sight.value(sheetId, row, column)),
    );
    const evaluator = new Evaluator(around);
    const format = resultFormat(tree, {
      rules: around.rules,
      rect: (reference) => attemptRect(evaluator, reference),
      numberFormat: sight.numberFormat,
    });
    return { value: evaluateFormula(tree, around), format };
  }

  /** Computes every formula that the changes since the last call may have touched, in order of dependency. */
  recalculate(): void {
    if (this.cells.size > 0) this.compute(this.dirtyCells());
    this.fresh.clear();
    this.changed.clear();
  }

  private dirtyCells(): Set<FormulaCell> {
    const all = [...this.cells.values()].flatMap((cells) => [...cells.values()]);
    const dirty = new Set(all.filter((cell) => cell.volatile || this.fresh.has(cell)));
    for (const cell of dirty) this.changed.add(cell.grid, cell.rowKey, cell.columnKey);
    // Each round finds the formulas that depend on what the round before made dirty.
    for (let wave = this.changed.positions(this.workbook); !wave.isEmpty; ) {
      const next = new ChangedCells();
      for (const cell of all) {
        if (dirty.has(cell) || !this.depends(cell, wave)) continue;
        dirty.add(cell);
        next.add(cell.grid, cell.rowKey, cell.columnKey);
      }
      wave = next.positions(this.workbook);
    }
    return dirty;
  }

  private depends(cell: FormulaCell, wave: ReturnType<ChangedCells['positions']>): boolean {
    return cell.references.some((reference) => {
      const sheetId = reference.title === null ? cell.grid.sheetId : this.sheetIdOf(reference.title);
      // A tab that is not there may have been there a moment ago.
      return sheetId === null ? true : wave.touches(sheetId, reference);
    });
  }

  private compute(dirty: ReadonlySet<FormulaCell>): void {
    const done = new Set<FormulaCell>();
    const inProgress = new Set<FormulaCell>();
    const settle = (cell: FormulaCell): void => {
      if (done.has(cell) || !dirty.has(cell)) return;
      if (inProgress.has(cell)) throw new FormulaError('#REF!');
      inProgress.add(cell);
      const row = cell.grid.rowPosition(cell.rowKey);
      const column = cell.grid.columnPosition(cell.columnKey);
      const around = this.surroundings(cell.grid.sheetId, row, column, read);
      const value = evaluateFormula(cell.tree, around);
      inProgress.delete(cell);
      done.add(cell);
      this.store(cell, value);
    };
    const read = (sheetId: number, row: number, column: number): Scalar => {
      const { grid } = this.workbook.sheet(sheetId);
      const stored = grid.stored(row, column);
      if (storedFormula(stored) === null) return storedValue(stored);
      const cell = this.cells.get(sheetId)?.get(keyOf(grid.order[row - 1] ?? 0, grid.columnKey(column)));
      if (cell) settle(cell);
      return asScalar(storedValue(grid.stored(row, column)));
    };
    for (const cell of dirty) settle(cell);
  }

  private store(cell: FormulaCell, value: CellValue): void {
    const stored = cell.grid.cells.get(cell.rowKey)?.[cell.columnKey];
    if (!isObject(stored) || storedValue(stored) === value) return;
    const { value: _old, ...rest } = stored;
    this.put(cell, value === null ? rest : { ...rest, value });
  }

  private put(cell: FormulaCell, stored: Stored): void {
    this.isWriting = true;
    cell.grid.setByKey(cell.rowKey, cell.columnKey, stored);
    this.isWriting = false;
  }

  private surroundings(sheetId: number, row: number, column: number, read: Surroundings['read']): Surroundings {
    const { workbook } = this;
    return {
      sheetId,
      row,
      column,
      rules: workbook.rules,
      now: () => serialInZone(workbook.now(), workbook.parts.info.timeZone),
      sheetIdOf: (title) => this.sheetIdOf(title),
      extent: (id) => {
        if (!workbook.hasSheet(id)) return null;
        const { grid } = workbook.sheet(id);
        return { rows: grid.rowCount, columns: grid.columnCount, lastRow: grid.order.length };
      },
      read,
      namedRange: (name): Rect | null => workbook.parts.names.find((each) => sameTitle(each.name, name))?.rect ?? null,
    };
  }

  private sheetIdOf(title: string): number | null {
    return this.workbook.sheetByTitle(title)?.id ?? null;
  }

  private get decimalComma(): boolean {
    return this.workbook.rules.decimal === ',';
  }

  private index(grid: Grid, rowKey: number, columnKey: number, formula: string | null): void {
    const cells = this.cells.get(grid.sheetId) ?? new Map<string, FormulaCell>();
    const key = keyOf(rowKey, columnKey);
    const earlier = cells.get(key);
    if (earlier) this.fresh.delete(earlier);
    cells.delete(key);
    if (formula !== null) {
      const cell = this.read(grid, rowKey, columnKey, formula);
      cells.set(key, cell);
      this.fresh.add(cell);
    }
    if (cells.size > 0) this.cells.set(grid.sheetId, cells);
    else this.cells.delete(grid.sheetId);
  }

  private read(grid: Grid, rowKey: number, columnKey: number, text: string): FormulaCell {
    const tree = parseFormula(text, this.decimalComma);
    const nodes = tree ? [...walk(tree)] : [];
    return {
      grid,
      rowKey,
      columnKey,
      text,
      tree,
      references: nodes.flatMap((node) => (node.kind === 'reference' ? [node.reference] : [])),
      volatile: nodes.some((node) => node.kind === 'name' || (node.kind === 'call' && VOLATILE.has(node.name))),
    };
  }

  /** The same formula was written again: its value must not be taken from the writer. */
  private refresh(grid: Grid, rowKey: number, columnKey: number): void {
    const cell = this.cells.get(grid.sheetId)?.get(keyOf(rowKey, columnKey));
    if (cell) this.fresh.add(cell);
  }

  /** Rewrites formula texts; `own` is the tab the formula stands on. */
  private rewrite(change: (text: string, own: number) => string): void {
    for (const cells of [...this.cells.values()]) {
      for (const cell of [...cells.values()]) {
        const text = change(cell.text, cell.grid.sheetId);
        const stored = cell.grid.cells.get(cell.rowKey)?.[cell.columnKey];
        if (text === cell.text || !isObject(stored)) continue;
        this.workbook.follow(() => cell.grid.setByKey(cell.rowKey, cell.columnKey, { ...stored, formula: text }));
      }
    }
  }
}

function keyOf(rowKey: number, columnKey: number): string {
  return `${rowKey}:${columnKey}`;
}

function sameTitle(a: string | null, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

/** A kept error text is an error again when another formula reads it. */
function asScalar(value: CellValue): Scalar {
  return typeof value === 'string' && isErrorCode(value) ? new FormulaError(value) : value;
}

function attemptRect(evaluator: Evaluator, reference: Reference): Rect | null {
  try {
    return evaluator.rect(reference);
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}
