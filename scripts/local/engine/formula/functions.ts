// Calling functions: those that look at their arguments before computing them stand here; the others take computed values.
import * as library from '@formulajs/formulajs';
import { utcToSerial } from '../serial';
import { OWN_FUNCTIONS } from './own-functions';
import type { Evaluation } from './surroundings';
import type { Node } from './syntax';
import { FormulaError, isErrorCode, scalar, toBoolean, type Value } from './values';

type LazyFunction = (args: readonly Node[], evaluator: Evaluation) => Value;

const LAZY: Record<string, LazyFunction> = {
  IF: ([condition, yes, no], evaluator) => {
    if (!condition || !yes) throw new FormulaError('#N/A');
    if (toBoolean(evaluator.value(condition))) return evaluator.value(yes);
    return no ? evaluator.value(no) : false;
  },
  IFS: (args, evaluator) => {
    for (let index = 0; index + 1 < args.length; index += 2) {
      if (toBoolean(evaluator.value(need(args[index])))) return evaluator.value(need(args[index + 1]));
    }
    throw new FormulaError('#N/A');
  },
  IFERROR: ([value, otherwise], evaluator) =>
    attempt(evaluator, need(value), () => (otherwise ? evaluator.value(otherwise) : null)),
  IFNA: ([value, otherwise], evaluator) =>
    attempt(evaluator, need(value), (error) => {
      if (error.code !== '#N/A') throw error;
      return otherwise ? evaluator.value(otherwise) : null;
    }),
  ISERROR: ([value], evaluator) => failureOf(evaluator, need(value)) !== null,
  ISERR: ([value], evaluator) => ![null, '#N/A'].includes(failureOf(evaluator, need(value))),
  ISNA: ([value], evaluator) => failureOf(evaluator, need(value)) === '#N/A',
  ROW: ([of], evaluator) => (of ? needRect(evaluator, of).row : evaluator.around.row),
  COLUMN: ([of], evaluator) => (of ? needRect(evaluator, of).column : evaluator.around.column),
  ROWS: ([of], evaluator) => needRect(evaluator, need(of)).rows,
  COLUMNS: ([of], evaluator) => needRect(evaluator, need(of)).columns,
  COUNTBLANK: ([of], evaluator) => {
    const rect = needRect(evaluator, need(of));
    const value = evaluator.cells(rect);
    const filled = (Array.isArray(value) ? value.flat() : [value]).filter((cell) => cell !== null && cell !== '');
    return rect.rows * rect.columns - filled.length;
  },
  NA: () => {
    throw new FormulaError('#N/A');
  },
};

/** Calls a function by its upper-case name; one that is not here is a #NAME?. */
export function callFunction(name: string, args: readonly Node[], evaluator: Evaluation): Value {
  const lazy = LAZY[name];
  if (lazy) return lazy(args, evaluator);
  const own = OWN_FUNCTIONS[name];
  const values = args.map((argument) => evaluator.value(argument));
  if (own) return own(values, evaluator.around);
  const known: unknown = /^[A-Z][A-Z0-9]*$/.test(name) ? (library as Record<string, unknown>)[name] : undefined;
  if (typeof known !== 'function') throw new FormulaError('#NAME?');
  return fromLibrary(known(...values.map(toLibrary)));
}

function need(node: Node | undefined): Node {
  if (!node) throw new FormulaError('#N/A');
  return node;
}

function needRect(evaluator: Evaluation, node: Node) {
  const rect = evaluator.rectOf(node);
  if (!rect) throw new FormulaError('#VALUE!');
  return rect;
}

function attempt(evaluator: Evaluation, node: Node, otherwise: (error: FormulaError) => Value): Value {
  try {
    const value = evaluator.value(node);
    return Array.isArray(value) ? value : scalar(value);
  } catch (error) {
    if (error instanceof FormulaError) return otherwise(error);
    throw error;
  }
}

function failureOf(evaluator: Evaluation, node: Node): string | null {
  let code: string | null = null;
  attempt(evaluator, node, (error) => {
    code = error.code;
    return null;
  });
  return code;
}

/** The library reads blanks as null and throws nothing; error values inside ranges stop the call. */
function toLibrary(value: Value): unknown {
  if (!Array.isArray(value)) return scalar(value);
  return value.map((row) => row.map((cell) => scalar(cell)));
}

/** The library answers errors as Error objects and dates as local Dates. */
function fromLibrary(result: unknown): Value {
  if (result instanceof Error) throw new FormulaError(isErrorCode(result.message) ? result.message : '#ERROR!');
  if (result instanceof Date) return dateToSerial(result);
  if (Array.isArray(result)) return result.map((row: unknown) => (Array.isArray(row) ? row : [row]).map(libraryScalar));
  return libraryScalar(result);
}

function libraryScalar(result: unknown): string | number | boolean | null {
  if (typeof result === 'string' || typeof result === 'boolean' || typeof result === 'number') return result;
  return null;
}

function dateToSerial(date: Date): number {
  return utcToSerial(
    Date.UTC(
      date.getFullYear(),
      date.getMonth(),
      date.getDate(),
      date.getHours(),
      date.getMinutes(),
      date.getSeconds(),
    ),
  );
}
