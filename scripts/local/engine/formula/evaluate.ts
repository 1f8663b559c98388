// Computes a formula's tree.
import type { Rect } from '../types';
import { callFunction } from './functions';
import type { Evaluation, Surroundings } from './surroundings';
import type { Node } from './syntax';
import type { Reference } from './tokens';
import {
  compareValues,
  FormulaError,
  isErrorCode,
  type Matrix,
  type Scalar,
  toNumber,
  toText,
  type Value,
} from './values';

/** The value of a whole formula; blank when it is a reference to a blank cell. An array of several cells cannot spill here and is an #ERROR!. */
export function evaluateFormula(node: Node | null, around: Surroundings): string | number | boolean | null {
  try {
    if (!node) throw new FormulaError('#ERROR!');
    const value = new Evaluator(around).value(node);
    const single = Array.isArray(value) && value.length === 1 && value[0]?.length === 1 ? value[0][0] : value;
    if (Array.isArray(single)) throw new FormulaError('#ERROR!');
    if (single instanceof FormulaError) throw single;
    if (typeof single === 'number' && !Number.isFinite(single)) throw new FormulaError('#NUM!');
    return single ?? null;
  } catch (error) {
    if (error instanceof FormulaError) return error.code;
    throw error;
  }
}

export class Evaluator implements Evaluation {
  constructor(readonly around: Surroundings) {}

  value(node: Node): Value {
    switch (node.kind) {
      case 'value':
        return node.value;
      case 'error':
        throw new FormulaError(isErrorCode(node.code) ? node.code : '#ERROR!');
      case 'reference':
        return this.cells(this.rect(node.reference));
      case 'name':
        return this.cells(this.named(node.name));
      case 'call':
        return callFunction(node.name, node.args, this);
      case 'unary':
        return this.unary(node.operator, this.value(node.operand));
      case 'binary':
        return this.binary(node.operator, this.value(node.left), this.value(node.right));
      case 'array':
        return node.rows.map((row) => row.map((item) => this.single(item)));
    }
  }

  /** The rectangle a node names, when it is a reference or a named range. */
  rectOf(node: Node): Rect | null {
    if (node.kind === 'reference') return this.rect(node.reference);
    return node.kind === 'name' ? this.named(node.name) : null;
  }

  /** Cells of a rectangle, as far down as there is content; a single cell is its value. */
  cells(rect: Rect): Value {
    const { read, extent } = this.around;
    if (rect.rows === 1 && rect.columns === 1) return read(rect.sheetId, rect.row, rect.column);
    const lastRow = extent(rect.sheetId)?.lastRow ?? 0;
    const rows = Math.max(1, Math.min(rect.rows, lastRow - rect.row + 1));
    return Array.from({ length: rows }, (_, index) =>
      Array.from({ length: rect.columns }, (__, offset) => read(rect.sheetId, rect.row + index, rect.column + offset)),
    );
  }

  rect(reference: Reference): Rect {
    const { around } = this;
    const sheetId = reference.title === null ? around.sheetId : around.sheetIdOf(reference.title);
    const extent = sheetId === null ? null : around.extent(sheetId);
    if (sheetId === null || !extent) throw new FormulaError('#REF!');
    const { start, end = start } = reference;
    const top = Math.min(start.row ?? 1, end.row ?? extent.rows);
    const bottom = reference.end ? Math.max(start.row ?? 1, end.row ?? extent.rows) : top;
    const left = Math.min(start.column ?? 1, end.column ?? extent.columns);
    const right = reference.end ? Math.max(start.column ?? 1, end.column ?? extent.columns) : left;
    if (top > extent.rows || left > extent.columns) throw new FormulaError('#REF!');
    return {
      sheetId,
      row: top,
      column: left,
      rows: Math.min(bottom, extent.rows) - top + 1,
      columns: Math.min(right, extent.columns) - left + 1,
    };
  }

  private named(name: string): Rect {
    const rect = this.around.namedRange(name);
    if (!rect) throw new FormulaError('#NAME?');
    return rect;
  }

  private single(node: Node): Scalar {
    const value = this.value(node);
    if (Array.isArray(value)) throw new FormulaError('#VALUE!');
    return value;
  }

  private unary(operator: '+' | '-' | '%', operand: Value): Value {
    return this.eachCell(operand, null, (value) => {
      if (operator === '+') return value;
      const number = toNumber(value, this.around.rules);
      return operator === '-' ? -number : number / 100;
    });
  }

  private binary(operator: string, left: Value, right: Value): Value {
    return this.eachCell(left, right, (a, b) => this.operate(operator, a, b));
  }

  /** Operators work cell by cell when a side is a range; a single value goes with every cell. */
  private eachCell(left: Value, right: Value, work: (a: Scalar, b: Scalar) => Scalar): Value {
    if (!Array.isArray(left) && !Array.isArray(right)) return work(left, right);
    const height = Math.max(rowsOf(left), rowsOf(right));
    const width = Math.max(columnsOf(left), columnsOf(right));
    return Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (__, column) => safely(() => work(at(left, row, column), at(right, row, column)))),
    );
  }

  private operate(operator: string, left: Scalar, right: Scalar): Scalar {
    const { rules } = this.around;
    switch (operator) {
      case '&':
        return toText(left, rules) + toText(right, rules);
      case '=':
        return compareValues(left, right) === 0;
      case '<>':
        return compareValues(left, right) !== 0;
      case '<':
        return compareValues(left, right) < 0;
      case '>':
        return compareValues(left, right) > 0;
      case '<=':
        return compareValues(left, right) <= 0;
      case '>=':
        return compareValues(left, right) >= 0;
      default:
        return arithmetic(operator, toNumber(left, rules), toNumber(right, rules));
    }
  }
}

function arithmetic(operator: string, a: number, b: number): number {
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return a * b;
  if (operator === '^') return a ** b;
  if (b === 0) throw new FormulaError('#DIV/0!');
  return a / b;
}

function safely(work: () => Scalar): Scalar {
  try {
    return work();
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
}

const rowsOf = (value: Value): number => (Array.isArray(value) ? value.length : 1);
const columnsOf = (value: Value): number => (Array.isArray(value) ? (value[0]?.length ?? 0) : 1);

function at(value: Value, row: number, column: number): Scalar {
  if (!Array.isArray(value)) return value;
  const matrix: Matrix = value;
  const line = matrix[matrix.length === 1 ? 0 : row];
  const cell = line?.[line.length === 1 ? 0 : column];
  return cell === undefined ? new FormulaError('#N/A') : cell;
}
