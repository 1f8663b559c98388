// How stretches of rows or columns move when others are inserted, deleted or moved before them. 1-based, inclusive of count.
import type { Rect } from './types';

export interface Span {
  start: number;
  count: number;
}

/** What a structural change does to positions along one axis. */
export type Shift =
  | { kind: 'insert'; at: number; count: number }
  | { kind: 'delete'; at: number; count: number }
  | { kind: 'move'; at: number; count: number; before: number };

/** The span afterwards; null when all of it was deleted. */
export function shiftSpan(span: Span, shift: Shift): Span | null {
  const end = span.start + span.count - 1;
  if (shift.kind === 'insert') {
    if (shift.at <= span.start) return { ...span, start: span.start + shift.count };
    return shift.at <= end ? { ...span, count: span.count + shift.count } : span;
  }
  if (shift.kind === 'delete') {
    const above = clamp(span.start - shift.at, shift.count);
    const upTo = clamp(end + 1 - shift.at, shift.count);
    const count = span.count - (upTo - above);
    return count > 0 ? { start: span.start - above, count } : null;
  }
  // A span follows a move only when it is wholly moved; one that is cut keeps its size and the place of its first position.
  return { ...span, start: movedPosition(span.start, shift) };
}

/** The rectangle afterwards; null when all of it was deleted. */
export function shiftRect(rect: Rect, shift: Shift, axis: 'rows' | 'columns'): Rect | null {
  const span =
    axis === 'rows'
      ? shiftSpan({ start: rect.row, count: rect.rows }, shift)
      : shiftSpan({ start: rect.column, count: rect.columns }, shift);
  if (!span) return null;
  return axis === 'rows'
    ? { ...rect, row: span.start, rows: span.count }
    : { ...rect, column: span.start, columns: span.count };
}

/** Where a position stands after the shift; null when it was deleted. */
export function shiftPosition(position: number, shift: Shift): number | null {
  return shiftSpan({ start: position, count: 1 }, shift)?.start ?? null;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}

function movedPosition(position: number, move: { at: number; count: number; before: number }): number {
  const { at, count, before } = move;
  const target = before > at ? before - count : before;
  if (position >= at && position < at + count) return target + position - at;
  const without = position >= at + count ? position - count : position;
  return without >= target ? without + count : without;
}
