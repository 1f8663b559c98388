// What a read answered, by tab and field.
import type { TabKey } from '../src/domain/schema';
import type { Cell } from './google-sheets';
import type { Layout } from './layout';
import { RequestProblem } from './problem';

/** Columns of a tab below the header, all of the same length: entry 0 stands in row 2. */
export interface Columns {
  readonly count: number;
  /** The cells of a field; all blank when the tab has no such column. */
  of(field: string): readonly Cell[];
  /** The column as it was answered, for long columns: entry 0 is the header, blanks are '' or missing. */
  raw(field: string): readonly Cell[];
}

export interface Snapshot {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Milliseconds since 1970 when the read began. */
  readonly readAt: number;
  /** Undefined when the workbook has no such tab. */
  columns(tab: string): Columns | undefined;
  /** One row by its header texts, null when the tab or row is not there. */
  row(tab: string, row: number): { readonly [header: string]: Cell } | null;
}

/** A snapshot of columns by their 0-based place, and of rows by `tab\nrow`. */
export function snapshotOf(
  layout: Layout,
  read: ReadonlyMap<string, ReadonlyMap<number, readonly Cell[]>>,
  lines: ReadonlyMap<string, readonly Cell[]>,
  readAt: number,
): Snapshot {
  return {
    title: layout.title,
    locale: layout.locale,
    timeZone: layout.timeZone,
    readAt,
    columns(tab) {
      const known = layout.tabs.get(tab);
      if (!known) return undefined;
      const columns = read.get(tab) ?? new Map<number, readonly Cell[]>();
      let longest = 1;
      for (const column of columns.values()) longest = Math.max(longest, column.length);
      const count = longest - 1;
      const raw = (field: string) => columns.get(known.columns.get(field) ?? -1) ?? [];
      return {
        count,
        raw,
        of(field) {
          const column = raw(field);
          return Array.from({ length: count }, (_, index) => blankToNull(column[index + 1]));
        },
      };
    },
    row(tab, row) {
      const cells = lines.get(`${tab}\n${row}`);
      const headers = layout.tabs.get(tab)?.headers;
      if (!cells || !headers || cells.length === 0) return null;
      return Object.fromEntries(headers.map((header, column) => [header, blankToNull(cells[column])]));
    },
  };
}

/** Inner blanks come as '', trailing ones not at all (APPS_SCRIPT.md 6.2). */
function blankToNull(cell: Cell | undefined): Cell {
  return cell === undefined || cell === '' ? null : cell;
}

/** Throws `not-set-up` (409) unless the workbook has these tabs. */
export function requireTabs(snapshot: Snapshot, keys: readonly TabKey[]): void {
  const missing = keys.filter((key) => snapshot.columns(key) === undefined);
  if (missing.length > 0) {
    throw new RequestProblem(
      409,
      'not-set-up',
      `This workbook is not set up for Rowbook: it has no tab for ${missing.join(', ')}. Choose “Set up this workbook” in the Rowbook menu.`,
    );
  }
}
