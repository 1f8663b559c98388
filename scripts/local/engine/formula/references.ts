// Rewriting the references in a formula's text: when it is copied, when rows or columns move, when a tab is renamed or deleted.
import { quoteTitle } from '../a1';
import { type Shift, shiftSpan } from '../spans';
import { type Reference, type ReferenceEnd, tokenize, writeReference } from './tokens';

/** Rewrites each reference; null makes it `#REF!`. A text that is no formula stays as it is. */
export function mapReferences(
  formula: string,
  map: (reference: Reference) => Reference | null,
  write?: (reference: Reference) => string,
): string {
  const tokens = tokenize(formula.slice(1), false);
  if (!tokens) return formula;
  const written = tokens.map((token) => {
    if (token.kind !== 'reference') return token.text;
    const mapped = map(token.reference);
    if (mapped === token.reference && !write) return token.text;
    return mapped ? (write ?? writeReference)(mapped) : '#REF!';
  });
  return `=${written.join('')}`;
}

/** The formula as it reads after being copied so many rows down and columns right: relative parts move along. */
export function translateFormula(formula: string, rows: number, columns: number): string {
  const move = (end: ReferenceEnd): ReferenceEnd | null => {
    const row = end.row === undefined || end.rowFixed ? end.row : end.row + rows;
    const column = end.column === undefined || end.columnFixed ? end.column : end.column + columns;
    if ((row ?? 1) < 1 || (column ?? 1) < 1) return null;
    return { ...end, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
  };
  return mapReferences(formula, (reference) => {
    const start = move(reference.start);
    const end = reference.end ? move(reference.end) : undefined;
    if (!start || end === null) return null;
    return { ...reference, start, ...(end ? { end } : {}) };
  });
}

/** The formula after rows or columns of a tab were inserted, deleted or moved. `concerns` says which references mean that tab. */
export function shiftFormula(
  formula: string,
  shift: Shift,
  axis: 'rows' | 'columns',
  concerns: (reference: Reference) => boolean,
): string {
  return mapReferences(formula, (reference) =>
    concerns(reference) ? shiftReference(reference, shift, axis) : reference,
  );
}

function shiftReference(reference: Reference, shift: Shift, axis: 'rows' | 'columns'): Reference | null {
  const name = axis === 'rows' ? 'row' : 'column';
  const { start, end } = reference;
  const first = start[name];
  const last = end ? end[name] : first;
  // `A:C` has no rows to shift; `A5:A` only a first one.
  if (first === undefined && last === undefined) return reference;
  const from = first ?? 1;
  const count = last === undefined ? Number.MAX_SAFE_INTEGER - from : last - from + 1;
  const span = shiftSpan({ start: from, count }, shift);
  if (!span) return null;
  if (span.start === from && span.count === count) return reference;
  return {
    ...reference,
    start: first === undefined ? start : { ...start, [name]: span.start },
    ...(end ? { end: last === undefined ? end : { ...end, [name]: span.start + span.count - 1 } } : {}),
  };
}

/** The formula after cells moved from one rectangle to another: only what lies wholly inside either is concerned. */
export function moveReferences(
  formula: string,
  from: Area,
  to: Area,
  concerns: (reference: Reference) => boolean,
): string {
  const [down, right] = [to.row - from.row, to.column - from.column];
  const move = (end: ReferenceEnd): ReferenceEnd => ({
    ...end,
    ...(end.row === undefined ? {} : { row: end.row + down }),
    ...(end.column === undefined ? {} : { column: end.column + right }),
  });
  return mapReferences(formula, (reference) => {
    if (!concerns(reference)) return reference;
    const { start, end } = reference;
    if (isInside(reference, from)) return { ...reference, start: move(start), ...(end ? { end: move(end) } : {}) };
    return isInside(reference, to) ? null : reference;
  });
}

interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

function isInside({ start, end = start }: Reference, area: Area): boolean {
  return [start, end].every(
    ({ row, column }) =>
      row !== undefined &&
      column !== undefined &&
      row >= area.row &&
      row < area.row + area.rows &&
      column >= area.column &&
      column < area.column + area.columns,
  );
}

/** The formula after a tab got another title. */
export function renameInFormula(formula: string, before: string, after: string): string {
  const old = before.toLowerCase();
  return mapReferences(formula, (reference) =>
    reference.title?.toLowerCase() === old
      ? { ...reference, title: after, prefix: `${quoteTitle(after)}!` }
      : reference,
  );
}
