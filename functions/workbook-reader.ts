// Reads columns and single rows of a workbook in one request, shares reads in flight, and keeps each for a few seconds:
// one service account is one user to Google, with 60 reads a minute (APPS_SCRIPT.md 6.4).

import { fieldMark, tabMark } from '../src/domain/schema/marks';
import { type Deadline, deadlineIn, within } from './deadline';
import { isUnknownRange, mayPass, translated } from './google-errors';
import type { Cell, Sheets } from './google-sheets';
import { findTabs, type Layout, layOut, rangeOf } from './layout';
import { RequestProblem } from './problem';
import { planOf, type ReadRequest } from './read-plan';
import { type RetryOptions, withRetries } from './retry';
import { type Snapshot, snapshotOf } from './snapshot';

export interface WorkbookReader {
  /** Joins a read in flight. Throws RequestProblem: what Google refused, `out-of-time`. */
  read(workbook: string, request: ReadRequest, options: ReadOptions): Promise<Snapshot>;
}

export interface ReadOptions {
  readonly deadline: Deadline;
  /** What may be answered from memory: cells of the last seconds, only where tabs and columns stand, or nothing. */
  readonly from?: 'cells' | 'layout' | 'nothing';
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

/** A reader over these requests. Keeps nothing longer than a layout of ten minutes, and that only while it proves true. */
export function workbookReader({ sheets, now = Date.now, keepMs = 2_000, retry = {} }: ReaderOptions): WorkbookReader {
  const layouts = new Map<string, { layout: Promise<Layout>; at: number }>();
  const kept = new Map<string, { snapshot: Promise<Snapshot>; at: number; done: boolean }>();

  const ask = <T>(deadline: Deadline, call: (timeoutMs: number) => Promise<T>) =>
    withRetries(deadline, () => call(Math.max(1, deadline.remaining())), { ...retry, again: mayPass });

  /** What was read later than now is of a clock that has been set back since. */
  const isYounger = (at: number, ms: number) => {
    const age = now() - at;
    return age >= 0 && age < ms;
  };

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
    if (known && isYounger(known.at, layoutMs)) return known.layout;
    const layout = readLayout(workbook, deadline);
    layouts.delete(workbook);
    layouts.set(workbook, { layout, at: now() });
    layout.catch(() => {
      if (layouts.get(workbook)?.layout === layout) layouts.delete(workbook);
    });
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
    async read(workbook, request, { deadline, from = 'cells' }) {
      const key = `${workbook}\n${JSON.stringify(request)}`;
      const known = kept.get(key);
      const usable = known?.done ? from === 'cells' && isYounger(known.at, keepMs) : from !== 'nothing';
      if (known && usable) return within(deadline, known.snapshot);

      if (from === 'nothing') layouts.delete(workbook);
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

function dropOldest(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
