// Which ranges a request takes: runs of adjacent columns, and spans of rows, few enough to stand in an address.
import { columnName, type Layout, rangeOf, type TabLayout } from './layout';

/** What to read. Tabs by key, hidden ones by title; a tab or field that is not there is left out of the answer. */
export interface ReadRequest {
  /** Whole columns of these fields. `all`: every column, custom ones under `custom:<header>`. */
  readonly columns: { readonly [tab: string]: readonly string[] };
  /** Single rows (1-based) of tabs. */
  readonly rows?: { readonly [tab: string]: readonly number[] };
}

export interface Block {
  readonly range: string;
  readonly tab: string;
  readonly first: number;
  readonly width: number;
}

/** Adjacent rows. */
export interface Line {
  readonly range: string;
  readonly tab: string;
  readonly first: number;
  readonly count: number;
}

/** The ranges of a request: runs of adjacent columns from row 1 (the header proves the layout), and single rows. */
export function planOf(layout: Layout, request: ReadRequest): { blocks: Block[]; lines: Line[] } {
  const blocks = Object.entries(request.columns).flatMap(([tab, fields]) => {
    const known = layout.tabs.get(tab);
    if (!known) return [];
    return runs(columnsOf(known, fields)).map(({ first, width }) => ({
      tab,
      first,
      width,
      range: rangeOf(known.title, `${columnName(first)}1:${columnName(first + width - 1)}`),
    }));
  });
  const lines = Object.entries(request.rows ?? {}).flatMap(([tab, rows]) => {
    const known = layout.tabs.get(tab);
    if (!known) return [];
    // Google refuses the whole request for one row below the grid; no record stands there.
    return spans(rows.filter((row) => row <= known.rows)).map(({ first, count }) => ({
      tab,
      first,
      count,
      range: rangeOf(known.title, `${first}:${first + count - 1}`),
    }));
  });
  return { blocks, lines };
}

function columnsOf(tab: TabLayout, fields: readonly string[]): number[] {
  return fields.map((field) => tab.columns.get(field)).filter((column) => column !== undefined);
}

function runs(columns: readonly number[]): { first: number; width: number }[] {
  const found: { first: number; width: number }[] = [];
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && last.first + last.width === column) last.width += 1;
    else found.push({ first: column, width: 1 });
  }
  return found;
}

/** Ranges stand in the request's address, which may not grow without bound. */
const mostSpans = 50;

/** Few spans of rows that hold all of these: neighbours are joined, nearest first, until there are few enough. */
function spans(rows: readonly number[]): { first: number; count: number }[] {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((row, index) => row - (sorted[index] ?? row));
  const widest = [...gaps].sort((a, b) => b - a)[mostSpans - 1] ?? 1;
  const found: { first: number; count: number }[] = [];
  for (const row of sorted) {
    const last = found[found.length - 1];
    if (last && row - (last.first + last.count - 1) <= widest) last.count = row - last.first + 1;
    else found.push({ first: row, count: 1 });
  }
  return found;
}
