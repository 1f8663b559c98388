// The cells of one tab that the page has seen, fetched in windows of rows as they scroll into view.

import type { NumberedMove } from '../../engine/moves';
import type { WireCell, WireCells, WireRule, WireStyle } from '../../server/wire';
import { api } from '../api';

export const windowRows = 200;

export interface Cell {
  text: string;
  edit: string;
  kind: 'text' | 'number' | 'checkbox';
  note: string | null;
  style: WireStyle | null;
  rule: WireRule | null;
}

export interface CachedRow {
  /** Grows with every change, so that painting can skip what it has painted. */
  version: number;
  cells: readonly (Cell | null)[];
}

const plain = { kind: 'text', note: null, style: null, rule: null } as const;

export class CellCache {
  private readonly rows = new Map<number, CachedRow>();
  /** Windows fetched or on their way, by number; a stale one is fetched again when it is in view. */
  private readonly windows = new Map<number, 'asked' | 'fresh' | 'stale'>();
  private version = 0;
  private generation = 0;
  /** Number of the last move of rows and columns that these cells show; null before the first have come. */
  seen: number | null = null;

  constructor(
    readonly sheetId: number,
    private readonly heard: {
      arrived(): void;
      /** Rows or columns stand elsewhere from now on; null: nobody knows where. */
      moved(moves: readonly NumberedMove[] | null): void;
      failed(error: Error): void;
    },
  ) {}

  row(row: number): CachedRow | undefined {
    return this.rows.get(row);
  }

  cell(row: number, column: number): Cell | null {
    return this.rows.get(row)?.cells[column - 1] ?? null;
  }

  /** Sees to it that these rows are here and fresh; `arrived` tells when they came. */
  need(rows: readonly number[]): Promise<void> {
    const windows = new Set(rows.map((row) => Math.floor((row - 1) / windowRows)));
    const wanted = [...windows].filter((number) => {
      const state = this.windows.get(number);
      return state === undefined || state === 'stale';
    });
    return Promise.all(wanted.map((number) => this.fetch(number))).then(() => {});
  }

  /** What is shown may no longer be so: everything is fetched again when it is next in view. */
  invalidate(): void {
    this.generation++;
    for (const number of this.windows.keys()) this.windows.set(number, 'stale');
  }

  /** Shows what was typed until the server's answer comes. */
  expect(row: number, column: number, text: string): void {
    const cells = [...(this.rows.get(row)?.cells ?? [])];
    const before = cells[column - 1];
    cells[column - 1] = { ...(before ?? plain), text: text.replace(/^'/, ''), edit: text };
    for (let index = 0; index < cells.length; index++) cells[index] ??= null;
    this.rows.set(row, { version: ++this.version, cells });
  }

  private async fetch(number: number): Promise<void> {
    const generation = this.generation;
    this.windows.set(number, 'asked');
    const first = number * windowRows + 1;
    try {
      const answer = await api.cells(this.sheetId, first, windowRows, this.seen);
      if (generation !== this.generation) return await this.again(number);
      // Another window's answer is newer: these cells may stand elsewhere by now.
      if (answer.nth < (this.seen ?? 0)) return await this.fetch(number);
      this.follow(answer);
      const version = ++this.version;
      for (let index = 0; index < windowRows; index++) {
        const cells = (answer.rows[index] ?? []).map((cell) => view(cell, answer.styles, answer.rules));
        this.rows.set(first + index, { version, cells });
      }
      this.windows.set(number, 'fresh');
      this.heard.arrived();
    } catch (error) {
      this.windows.set(number, 'stale');
      this.heard.failed(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Takes note of moves that another window's cells did not bring yet; all other cells are then out of place. */
  private follow({ nth, moves }: WireCells): void {
    const { seen } = this;
    this.seen = nth;
    const fresh = moves?.filter((move) => move.nth > (seen ?? nth)) ?? null;
    if (seen === null || seen === nth || fresh?.length === 0) return;
    for (const [number, state] of this.windows) if (state === 'fresh') this.windows.set(number, 'stale');
    this.heard.moved(fresh);
  }

  /** The tab changed while the answer was on its way. */
  private async again(number: number): Promise<void> {
    if (this.windows.get(number) !== 'asked') return this.fetch(number);
  }
}

function view(cell: WireCell | null, styles: readonly WireStyle[], rules: readonly WireRule[]): Cell | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return { ...plain, text: cell, edit: cell };
  return {
    text: cell.d,
    edit: cell.e ?? cell.d,
    kind: cell.k === 'n' ? 'number' : cell.k === 'b' ? 'checkbox' : 'text',
    note: cell.note ?? null,
    style: cell.s === undefined ? null : (styles[cell.s] ?? null),
    rule: cell.r === undefined ? null : (rules[cell.r] ?? null),
  };
}
