// Merges, filters and what else stands on a tab besides its cells, as a session lists and changes them.
import { applyChange, hasContent } from './cell';
import { EngineError, mergeCut, verticalMergeInFilter } from './errors';
import { misfits } from './filter';
import { overlaps } from './protection';
import type { Reader } from './reader';
import type { Rect, Session, SheetExtras } from './types';
import type { Workbook } from './workbook';

type Methods = Pick<Session, 'extras' | 'updateExtras' | 'merge' | 'unmerge' | 'setFilter'>;

/** `change` runs a structural change: it flushes the session first. */
export function extrasMethods(
  workbook: Workbook,
  reader: Reader,
  change: <T>(rect: Rect | null, work: () => T) => T,
): Methods {
  const extras = (sheetId: number): SheetExtras => workbook.sheet(sheetId).extras;

  function unmerged(rect: Rect): Rect[] {
    const { merges } = extras(rect.sheetId);
    if (merges.some((merge) => overlaps(merge, rect) && !contains(rect, merge))) throw mergeCut();
    return merges.filter((merge) => !overlaps(merge, rect));
  }

  return {
    extras: (sheetId) => structuredClone(extras(sheetId)),
    updateExtras: (sheetId, changed) => change(null, () => setExtras(workbook, sheetId, structuredClone(changed))),
    merge: (rect) =>
      change(rect, () => {
        reader.check(rect);
        const others = unmerged(rect);
        if (rect.rows * rect.columns === 1) return;
        setExtras(workbook, rect.sheetId, { merges: [...others, { ...rect }] });
        const { grid } = workbook.sheet(rect.sheetId);
        // Only the first cell keeps what it holds (APPS_SCRIPT.md 2.1).
        for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
          for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
            const stored = row > rect.row || column > rect.column ? grid.stored(row, column) : null;
            if (hasContent(stored)) grid.set(row, column, applyChange(stored, { value: null, formula: null }, ''));
          }
        }
      }),
    unmerge: (rect) =>
      change(rect, () => {
        reader.check(rect);
        setExtras(workbook, rect.sheetId, { merges: unmerged(rect) });
      }),
    setFilter: (sheetId, filter) =>
      change(null, () => {
        if (filter) {
          reader.check(filter.rect);
          const tall = extras(sheetId).merges.some((merge) => merge.rows > 1 && overlaps(merge, filter.rect));
          if (tall) throw verticalMergeInFilter();
        }
        setExtras(workbook, sheetId, { filter: structuredClone(filter) });
        setFilteredRows(workbook, sheetId, filter ? misfits(reader, filter, workbook.rules) : []);
      }),
  };
}

/** Throws when a sort would tear merged cells apart. */
export function assertNoMerges(workbook: Workbook, rect: Rect): void {
  if (workbook.sheet(rect.sheetId).extras.merges.some((merge) => overlaps(merge, rect)))
    throw new EngineError('bad-argument', "You can't sort a range containing merged cells.");
}

/** Whether a cell is covered by a merge that begins elsewhere: what is written there is lost. */
export function isCovered(workbook: Workbook, sheetId: number, row: number, column: number): boolean {
  return workbook
    .sheet(sheetId)
    .extras.merges.some(
      (merge) =>
        contains(merge, { sheetId, row, column, rows: 1, columns: 1 }) && (row > merge.row || column > merge.column),
    );
}

function setExtras(workbook: Workbook, sheetId: number, changed: Partial<SheetExtras>): void {
  const names = Object.keys(changed) as (keyof SheetExtras)[];
  const put = (values: Partial<SheetExtras>) => {
    if (!workbook.hasSheet(sheetId)) return;
    const sheet = workbook.sheet(sheetId);
    sheet.extras = { ...sheet.extras, ...values };
    workbook.markSheet(sheetId);
  };
  const now = workbook.sheet(sheetId).extras;
  const before: Partial<SheetExtras> = Object.fromEntries(names.map((name) => [name, now[name]]));
  put(changed);
  workbook.recorder?.shape({ undo: () => put(before), redo: () => put(changed) });
}

function setFilteredRows(workbook: Workbook, sheetId: number, rows: readonly number[]): void {
  const put = (values: ReadonlySet<number>) => {
    if (!workbook.hasSheet(sheetId)) return;
    workbook.sheet(sheetId).filteredRows = new Set(values);
    workbook.markSheet(sheetId);
  };
  const before = workbook.sheet(sheetId).filteredRows;
  const after = new Set(rows);
  put(after);
  workbook.recorder?.shape({ undo: () => put(before), redo: () => put(after) });
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}
