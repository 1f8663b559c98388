// What the computing of a formula and the functions in it know of each other and of the workbook. Types only.
import type { LocaleRules } from '../locale';
import type { Rect } from '../types';
import type { Node } from './syntax';
import type { Scalar, Value } from './values';

/** What a formula may ask of the workbook around it. */
export interface Surroundings {
  sheetId: number;
  row: number;
  column: number;
  rules: LocaleRules;
  /** The wall clock of the workbook's zone as a serial. */
  now(): number;
  /** Null: no such tab. */
  sheetIdOf(title: string): number | null;
  /** Size of a tab and its last row with content, or null when it is gone. */
  extent(sheetId: number): { rows: number; columns: number; lastRow: number } | null;
  read(sheetId: number, row: number, column: number): Scalar;
  namedRange(name: string): Rect | null;
}

/** A formula being computed, as a function sees it that decides itself which of its arguments to compute. */
export interface Evaluation {
  readonly around: Surroundings;
  value(node: Node): Value;
  /** The rectangle a node names, when it is a reference or a named range. */
  rectOf(node: Node): Rect | null;
  /** Cells of a rectangle, as far down as there is content; a single cell is its value. */
  cells(rect: Rect): Value;
}
