// A formula in R1C1 notation, where each reference says how far away its cell is: `=G7*0.1` in H7 is `=RC[-1]*0.1`.
import { columnName } from '../a1';
import { mapReferences } from './references';
import type { ReferenceEnd } from './tokens';

/** The formula as it reads from this cell, in R1C1 notation. */
export function toR1C1(formula: string, row: number, column: number): string {
  const part = (letter: string, at: number, from: number, fixed: boolean) =>
    fixed ? `${letter}${at}` : at === from ? letter : `${letter}[${at - from}]`;
  const end = (one: ReferenceEnd) => {
    const rows = one.row === undefined ? '' : part('R', one.row, row, one.rowFixed);
    return rows + (one.column === undefined ? '' : part('C', one.column, column, one.columnFixed));
  };
  return mapReferences(
    formula,
    (reference) => reference,
    ({ prefix, start, end: last }) => `${prefix}${end(start)}${last ? `:${end(last)}` : ''}`,
  );
}

const END = String.raw`(?:R(?:\[-?\d+\]|\d+)?(?:C(?:\[-?\d+\]|\d+)?)?|C(?:\[-?\d+\]|\d+)?)`;

/** A text, a tab's name, or a reference: only the last is rewritten. */
const PIECES = new RegExp(
  String.raw`("(?:[^"]|"")*")|('(?:[^']|'')+'!)|(?<![\p{L}\p{N}_.$])(${END})(?::(${END}))?(?![\p{L}\p{N}_(.!\[])`,
  'gu',
);

/** The formula in A1 notation, as it reads in this cell. A reference that would lie outside the grid is `#REF!`. */
export function fromR1C1(formula: string, row: number, column: number): string {
  return formula.replace(PIECES, (found: string, _text?: string, _title?: string, start?: string, last?: string) => {
    if (start === undefined) return found;
    const ends = [start, last ?? start].map((end) => inA1(end, row, column));
    const [from, to] = ends;
    if (from === null || to === null) return '#REF!';
    // A whole row or column is a range of itself.
    const isWhole = !(start.includes('C') && start.startsWith('R'));
    return last === undefined && !isWhole ? (from ?? '') : `${from}:${to}`;
  });
}

function inA1(end: string, row: number, column: number): string | null {
  const [, rows, columns] = /^(?:R(\[-?\d+\]|\d+|))?(?:C(\[-?\d+\]|\d+|))?$/.exec(end) ?? [];
  const place = (given: string, from: number) =>
    given === '' ? from : given.startsWith('[') ? from + Number(given.slice(1, -1)) : Number(given);
  const mark = (given: string) => (/^\d/.test(given) ? '$' : '');
  const [toRow, toColumn] = [place(rows ?? '', row), place(columns ?? '', column)];
  if (toRow < 1 || toColumn < 1) return null;
  const letters = columns === undefined ? '' : `${mark(columns)}${columnName(toColumn)}`;
  return rows === undefined ? letters : `${letters}${mark(rows)}${toRow}`;
}
