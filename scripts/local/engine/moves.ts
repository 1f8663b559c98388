// Where rows and columns went, in order, so that whoever saw a cell a moment ago can find it again: what a person types
// goes into the cell they see, whatever others insert, delete, move or sort meanwhile. Pure; kept in memory only.
import { type Shift, shiftPosition } from './spans';

/** One change of where cells of a tab stand. */
export type Move =
  | { kind: 'rows' | 'columns'; shift: Shift }
  /** A sort: cells of columns `left` to `right` that went from one row to another. */
  | { kind: 'order'; left: number; right: number; rows: readonly (readonly [from: number, to: number])[] };

/** A move and its number; numbers grow over the whole workbook. */
export type NumberedMove = Move & { nth: number };

interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

const mostMoves = 500;
/** Rows named by kept sorts, all together. */
const mostSorted = 200_000;

export class MoveLog {
  private moves: (NumberedMove & { sheetId: number })[] = [];
  private sorted = 0;
  /** Of moves up to this number nothing is known any more. */
  private forgotten: number;

  /** `nth`: number of the last move. Begin at the time of day, so that a number from an earlier run is known as old. */
  constructor(public nth: number) {
    this.forgotten = nth;
  }

  add(sheetId: number, move: Move): void {
    this.nth += 1;
    this.moves.push({ ...move, nth: this.nth, sheetId });
    this.sorted += weight(move);
    while (this.moves.length > mostMoves || (this.sorted > mostSorted && this.moves.length > 1)) {
      const oldest = this.moves.shift();
      if (!oldest) return;
      this.sorted -= weight(oldest);
      this.forgotten = oldest.nth;
    }
  }

  /** Moves of a tab after this number; null when they are not known (any more). */
  since(sheetId: number, nth: number): NumberedMove[] | null {
    if (nth < this.forgotten || nth > this.nth) return null;
    return this.moves
      .filter((move) => move.nth > nth && move.sheetId === sheetId)
      .map(({ sheetId: _, ...move }) => move);
  }

  /** Takes back what a failed change had added since this number. */
  backTo(nth: number): void {
    this.moves = this.moves.filter((move) => move.nth <= nth);
    this.sorted = this.moves.reduce((sum, move) => sum + weight(move), 0);
    this.nth = nth;
  }
}

function weight(move: Move): number {
  return move.kind === 'order' ? move.rows.length : 0;
}

/** Where an area stands after these moves; null when a part of it is gone, or when its parts do not stand together any more. */
export function follow<A extends Area>(area: A, moves: readonly Move[]): A | null {
  let rows: readonly number[] | null = run(area.row, area.rows);
  let columns: readonly number[] | null = run(area.column, area.columns);
  for (const move of moves) {
    if (move.kind === 'order') rows = sorted(rows, columns, move);
    else if (move.kind === 'rows') rows = shifted(rows, move.shift);
    else columns = shifted(columns, move.shift);
    if (!rows || !columns) return null;
  }
  if (!isRun(rows) || !isRun(columns)) return null;
  return { ...area, row: rows[0] ?? area.row, column: columns[0] ?? area.column };
}

function run(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

function isRun(positions: readonly number[]): boolean {
  return positions.every((position, index) => position === (positions[0] ?? 0) + index);
}

function shifted(positions: readonly number[], shift: Shift): number[] | null {
  const after = positions.map((position) => shiftPosition(position, shift));
  return after.every((position) => position !== null) ? after : null;
}

function sorted(
  rows: readonly number[],
  columns: readonly number[],
  { left, right, rows: went }: Extract<Move, { kind: 'order' }>,
): readonly number[] | null {
  const inside = columns.filter((column) => column >= left && column <= right).length;
  if (inside === 0) return rows;
  const places = new Map(went);
  const after = rows.map((row) => places.get(row) ?? row);
  const stays = after.every((row, index) => row === rows[index]);
  return inside === columns.length || stays ? after : null;
}
