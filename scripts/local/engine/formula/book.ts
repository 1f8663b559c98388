import type { Stored } from '../cell';
import type { Grid, GridWatcher } from '../grid';
import type { Sheet } from '../sheet';
import type { Shift } from '../spans';
import type { CellValue } from '../types';
import type { Workbook } from '../workbook';

/** Reads a cell's value. */
export type CellReader = (sheetId: number, row: number, column: number) => CellValue;

/** Formulas of a workbook (placeholder until the evaluator lands in the next change). */
export class FormulaBook implements GridWatcher {
  constructor(readonly workbook: Workbook) {}
  cell(_grid: Grid, _rowKey: number, _columnKey: number, _before: Stored, _after: Stored): void {}
  sheetRemoved(_id: number): void {}
  structureChanged(_id: number): void {}
  recalculate(): void {}
  sheetRenamed(_before: string, _after: string): void {}
  shifted(_sheet: Sheet, _shift: Shift, _axis: 'rows' | 'columns'): void {}
  evaluate(
    _text: string,
    _sheetId: number,
    _row: number,
    _column: number,
    _read: CellReader,
  ): { value: CellValue; format: string } {
    return { value: '#NAME?', format: '' };
  }
  clear(): void {}
  loaded(): void {}
}
