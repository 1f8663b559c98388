// Reads columns and single rows of a workbook in one request, shares reads in flight, and keeps each for a few seconds:
// one service account is one user to Google, with 60 reads a minute (APPS_SCRIPT.md 6.4).
import type { TabKey } from '../src/domain/schema';
import { type Deadline, deadlineIn, within } from './deadline';
import { isUnknownRange, mayPass, translated } from './google-errors';
import type { Cell, Sheets } from './google-sheets';
import { columnName, fieldMark, findTabs, type Layout, layOut, rangeOf, type TabLayout, tabMark } from './layout';
import { RequestProblem } from './problem';
import { type RetryOptions, withRetries } from './retry';

/** What to read. Tabs by key, hidden ones by title; a tab or field that is not there is left out of the answer. */
export interface ReadRequest {
  /** Whole columns of these fields. `all`: every column, custom ones under `custom:<header>`. */
  readonly columns: { readonly [tab: string]: readonly string[] };
  /** Single rows (1-based) of tabs. */
  readonly rows?: { readonly [tab: string]: readonly number[] };
}

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

export interface WorkbookReader {
  /** `fresh`: neither cells nor layout from what is kept. Throws RequestProblem: what Google refused, `out-of-time`, `not-set-up`. */
  read(workbook: string, request: ReadRequest, options: { deadline: Deadline; fresh?: boolean }): Promise<Snapshot>;
}

export interface ReaderOptions {
  readonly sheets: Sheets;
  readonly now?: () => number;
  /** How long a snapshot answers for. */
  readonly keepMs?: number;
  readonly retry?: Pick<RetryOptions, 'sleep' | 'random'>;
}

/** A read serves everyone who waits for it, so it runs on its own clock, not the first caller's. */
const readMs = 25_000;
const layoutMs = 600_000;
/** Snapshots can be large; more than a handful at once is many workbooks busy in the same seconds. */
const mostKept = 6;
const mostLayouts = 200;

/** The layout that a read used is not the workbook's any more. */
class StaleLayout extends Error {
  override readonly name = 'StaleLayout';
}

export function workbookReader({ sheets, now = Date.now, keepMs = 3_000, retry = {} }: ReaderOptions): WorkbookReader {
  const layouts = new Map<string, { layout: Promise<Layout>; at: number }>();
  const kept = new Map<string, { snapshot: Promise<Snapshot>; at: number; done: boolean }>();

  const ask = <T>(deadline: Deadline, call: (timeoutMs: number) => Promise<T>) =>
    withRetries(deadline, () => call(Math.max(1, deadline.remaining())), { ...retry, again: mayPass });

  async function readLayout(workbook: string, deadline: Deadline): Promise<Layout> {
    const [properties, marks] = await Promise.all([
      ask(deadline, (ms) => sheets.properties(workbook, ms)),
      ask(deadline, (ms) => sheets.marks(workbook, [tabMark, fieldMark], ms)),
    ]);
    const found = findTabs(properties, marks);
    const headers =
      found.length === 0
        ? []
        : await ask(deadline, (ms) =>
            sheets.cells(
              workbook,
              found.map(({ title }) => rangeOf(title, '1:1')),
              'ROWS',
              ms,
            ),
          );
    return {
      title: properties.title,
      locale: properties.locale,
      timeZone: properties.timeZone,
      tabs: new Map(found.map((tab, index) => [tab.key, layOut(tab, marks, headers[index]?.[0] ?? [])])),
    };
  }

  function layoutOf(workbook: string, deadline: Deadline): Promise<Layout> {
    const known = layouts.get(workbook);
    if (known && now() - known.at < layoutMs) return known.layout;
    const layout = readLayout(workbook, deadline);
    layouts.delete(workbook);
    layouts.set(workbook, { layout, at: now() });
    layout.catch(() => layouts.delete(workbook));
    dropOldest(layouts, mostLayouts);
    return layout;
  }

  async function readNow(workbook: string, request: ReadRequest): Promise<Snapshot> {
    const deadline = deadlineIn(readMs);
    try {
      for (let attempt = 1; ; attempt++) {
        const readAt = now();
        const layout = await layoutOf(workbook, deadline);
        try {
          return await readCells(workbook, layout, request, readAt, deadline);
        } catch (error) {
          // A tab or column was renamed, moved or removed since: look once more where things stand.
          if (attempt > 1 || !(error instanceof StaleLayout || isUnknownRange(error))) throw error;
          layouts.delete(workbook);
        }
      }
    } catch (error) {
      if (error instanceof StaleLayout) {
        throw new RequestProblem(
          503,
          'workbook-busy',
          'Columns are being moved in the workbook. Try again in a moment.',
          {
            retryAfter: 2,
            cause: error,
          },
        );
      }
      throw translated(error);
    }
  }

  async function readCells(
    workbook: string,
    layout: Layout,
    request: ReadRequest,
    readAt: number,
    deadline: Deadline,
  ): Promise<Snapshot> {
    const plan = planOf(layout, request);
    const ranges = [...plan.blocks, ...plan.lines].map(({ range }) => range);
    // Rows come by columns too, so that one request serves both.
    const cells = ranges.length === 0 ? [] : await ask(deadline, (ms) => sheets.cells(workbook, ranges, 'COLUMNS', ms));

    const read = new Map<string, Map<number, readonly Cell[]>>();
    plan.blocks.forEach(({ tab, first, width }, index) => {
      const columns = read.get(tab) ?? new Map<number, readonly Cell[]>();
      read.set(tab, columns);
      const headers = layout.tabs.get(tab)?.headers ?? [];
      for (let offset = 0; offset < width; offset++) {
        const column = cells[index]?.[offset] ?? [];
        if (String(column[0] ?? '').trim() !== (headers[first + offset] ?? '')) throw new StaleLayout(tab);
        columns.set(first + offset, column);
      }
    });
    const lines = new Map<string, readonly Cell[]>();
    plan.lines.forEach(({ tab, first, count }, index) => {
      const columns = cells[plan.blocks.length + index] ?? [];
      for (let offset = 0; offset < count; offset++) {
        lines.set(
          `${tab}\n${first + offset}`,
          columns.map((column) => column[offset] ?? null),
        );
      }
    });
    return snapshotOf(layout, read, lines, readAt);
  }

  return {
    async read(workbook, request, { deadline, fresh = false }) {
      const key = `${workbook}\n${JSON.stringify(request)}`;
      const known = kept.get(key);
      const usable = known && !fresh && (!known.done || now() - known.at < keepMs);
      if (usable) return within(deadline, known.snapshot);

      if (fresh) layouts.delete(workbook);
      const entry = { snapshot: readNow(workbook, request), at: now(), done: false };
      kept.delete(key);
      kept.set(key, entry);
      dropOldest(kept, mostKept);
      const forget = () => {
        if (kept.get(key) === entry) kept.delete(key);
      };
      entry.snapshot.then(() => {
        entry.done = true;
        entry.at = now();
        setTimeout(forget, keepMs).unref();
      }, forget);
      return within(deadline, entry.snapshot);
    },
  };
}

interface Block {
  readonly range: string;
  readonly tab: string;
  readonly first: number;
  readonly width: number;
}

/** Adjacent rows. */
interface Line {
  readonly range: string;
  readonly tab: string;
  readonly first: number;
  readonly count: number;
}

/** The ranges of a request: runs of adjacent columns from row 1 (the header proves the layout), and single rows. */
function planOf(layout: Layout, request: ReadRequest): { blocks: Block[]; lines: Line[] } {
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

function snapshotOf(
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

function dropOldest(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
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
