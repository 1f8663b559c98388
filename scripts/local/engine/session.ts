// One actor's door to the workbook: reads through its own waiting writes, writes into the buffer, flushes as one transaction.
import { onlyAttributes, type PendingWrite, WriteBuffer } from './buffer';
import { applyChange, type Change, patchAttributes, storedValue } from './cell';
import { setAttributes } from './column-defaults';
import { EngineError, outsideGrid, sizeMismatch } from './errors';
import { assertNoMerges, extrasMethods, isCovered } from './extras-list';
import type { CellSight } from './formula/book';
import { metadataMethods } from './metadata';
import { moveCells } from './move-cells';
import { assertMayEdit, assertMayEditSheet } from './protection';
import { protectionMethods } from './protection-list';
import { Reader } from './reader';
import * as recorded from './recorded';
import { serialInZone, serialToUtc } from './serial';
import type * as structure from './structure';
import type { CellPatch, CellValue, CellView, Rect, Session, SheetLayout, SheetView } from './types';
import { readInput, type TypingContext } from './typing';
import { checkValidation } from './validation';
import type { Workbook } from './workbook';

interface Place {
  sheetId: number;
  row: number;
  column: number;
}

/** `person`: someone at the grid, for whom text columns keep what is typed (a script's strings obey the switches). */
export function openSession(workbook: Workbook, user: string, person = false): Session {
  const buffer = new WriteBuffer();
  const reader = new Reader(workbook, buffer);
  const typing: TypingContext = {
    get rules() {
      return workbook.rules;
    },
    switches: workbook.switches,
    get year() {
      return currentYear(workbook);
    },
    person,
  };
  const sight: CellSight = {
    value: (sheetId, row, column) => storedValue(reader.stored(sheetId, row, column)),
    numberFormat: (sheetId, row, column) => reader.attributes(sheetId, row, column).numberFormat ?? '',
  };

  /** Structural changes flush first and apply at once. */
  function structural<T>(work: () => T): T {
    flush();
    return workbook.change(work);
  }

  function flush(): void {
    if (buffer.size > 0) apply(workbook, buffer.take());
  }

  function write(rect: Rect, patches: readonly (readonly (CellPatch | undefined)[])[]): void {
    reader.check(rect);
    checkSize(rect, patches);
    assertMayEdit(workbook, user, rect);
    // Read everything before anything waits, so that one refused cell refuses the call.
    const changes = patches.flatMap((cells, index) =>
      cells.flatMap((patch, offset) => {
        const place = { sheetId: rect.sheetId, row: rect.row + index, column: rect.column + offset };
        return patch ? [{ ...place, change: readPatch(place, patch) }] : [];
      }),
    );
    // Formulas last: they may refer to values of the same call.
    for (const { sheetId, row, column, change } of changes) {
      if (!change.formula) buffer.setCell(sheetId, row, column, change);
    }
    for (const { sheetId, row, column, change } of changes) {
      if (!change.formula) continue;
      const { value, format } = workbook.formulas.evaluate(change.formula, { sheetId, row, column }, sight);
      buffer.setCell(sheetId, row, column, { ...change, value, ...(format ? { impliedFormat: format } : {}) });
    }
  }

  function readPatch({ sheetId, row, column }: Place, patch: CellPatch): Change {
    const attributes = patchAttributes(patch);
    const current = reader.attributes(sheetId, row, column);
    const change: Change = { ...attributes };
    if (patch.note !== undefined) change.note = patch.note;
    // Under a merge there is nothing to hold a value (APPS_SCRIPT.md 2.1, u).
    if (patch.input && !isCovered(workbook, sheetId, row, column)) {
      const format = attributes.numberFormat ?? current.numberFormat ?? '';
      Object.assign(change, readInput(patch.input, format, typing));
      const rule = attributes.validation === undefined ? current.validation : attributes.validation;
      checkValidation(rule, change.value ?? null, row, column);
    }
    return change;
  }

  function writeAll(rect: Rect, patch: CellPatch): void {
    reader.check(rect);
    assertMayEdit(workbook, user, rect);
    const attributes = patchAttributes(patch);
    if (patch.input === undefined && patch.note === undefined && onlyAttributes(attributes)) {
      buffer.setArea(rect, attributes);
      return;
    }
    write(
      rect,
      Array.from({ length: rect.rows }, () => new Array<CellPatch>(rect.columns).fill(patch)),
    );
  }

  /** Rows or columns that an operation touches, for the check of rights. */
  function band(sheetId: number, axis: 'rows' | 'columns', first: number, count: number): Rect {
    const { grid } = workbook.sheet(sheetId);
    return axis === 'rows'
      ? { sheetId, row: first, column: 1, rows: count, columns: grid.columnCount }
      : { sheetId, row: 1, column: first, rows: grid.rowCount, columns: count };
  }

  function changeBand<T>(axis: 'rows' | 'columns', sheetId: number, first: number, count: number, work: () => T): T {
    return structural(() => {
      assertMayEdit(workbook, user, band(sheetId, axis, first, count));
      return work();
    });
  }

  function view(sheetId: number): SheetView {
    return workbook.sheet(sheetId).view(workbook.parts.tabs.indexOf(sheetId));
  }

  const cells = {
    values: (rect: Rect): CellValue[][] => reader.values(rect),
    formulas: (rect: Rect): (string | null)[][] => reader.formulas(rect),
    displayValues: (rect: Rect): string[][] => reader.displayValues(rect),
    cells: (rect: Rect): (CellView | null)[][] => reader.cells(rect),
    numberFormats: (rect: Rect): string[][] => reader.numberFormats(rect),
    lastRow: (sheetId: number): number => reader.lastRow(sheetId),
    lastColumn: (sheetId: number): number => reader.lastColumn(sheetId),
    write,
    writeAll,
    flush,
    abandon(keep: number): void {
      const kept = buffer.take().slice(0, keep);
      if (kept.length > 0) apply(workbook, kept);
    },
  };

  const tabs = {
    sheets: (): SheetView[] => workbook.sheets.map((sheet, index) => sheet.view(index)),
    layout(sheetId: number): SheetLayout {
      const sheet = workbook.sheet(sheetId);
      return {
        widths: sheet.grid.columns.map((column) => column.width ?? 100),
        hiddenColumns: sheet.grid.columns.flatMap((column, index) => (column.hidden ? [index + 1] : [])),
        hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
        filteredRows: [...sheet.filteredRows].sort((a, b) => a - b),
      };
    },
    addSheet: (title: string, index?: number, rows?: number, columns?: number, id?: number): SheetView =>
      structural(() => view(recorded.addSheet(workbook, title, index, rows, columns, id).id)),
    deleteSheet: (sheetId: number): void =>
      structural(() => {
        assertMayEditSheet(workbook, user, sheetId);
        recorded.deleteSheet(workbook, sheetId);
      }),
    duplicateSheet: (sheetId: number, title?: string, index?: number, id?: number): SheetView =>
      structural(() => view(recorded.duplicateSheet(workbook, sheetId, title, index, id).id)),
    updateSheet: (sheetId: number, change: structure.SheetChange): void =>
      structural(() => {
        assertMayEditSheet(workbook, user, sheetId);
        recorded.updateSheet(workbook, sheetId, change);
      }),
  };

  const shape = {
    insertRows: (sheetId: number, before: number, count: number): void =>
      changeBand('rows', sheetId, before, 1, () => recorded.insertRows(workbook, sheetId, before, count)),
    deleteRows: (sheetId: number, first: number, count: number): void =>
      changeBand('rows', sheetId, first, count, () => recorded.deleteRows(workbook, sheetId, first, count)),
    insertColumns: (sheetId: number, before: number, count: number): void =>
      changeBand('columns', sheetId, before, 1, () => recorded.insertColumns(workbook, sheetId, before, count)),
    deleteColumns: (sheetId: number, first: number, count: number): void =>
      changeBand('columns', sheetId, first, count, () => recorded.deleteColumns(workbook, sheetId, first, count)),
    moveColumns: (sheetId: number, first: number, count: number, before: number): void =>
      changeBand('columns', sheetId, first, count, () => recorded.moveColumns(workbook, sheetId, first, count, before)),
    sort: (rect: Rect, by: readonly { column: number; ascending: boolean }[]): void =>
      structural(() => {
        reader.check(rect);
        assertMayEdit(workbook, user, rect);
        assertNoMerges(workbook, rect);
        recorded.sort(workbook, rect, by);
      }),
    setColumnWidth: (sheetId: number, column: number, pixels: number): void =>
      changeBand('columns', sheetId, column, 1, () => {
        if (column > workbook.sheet(sheetId).grid.columnCount) throw outsideGrid();
        recorded.setColumnWidth(workbook, sheetId, column, pixels);
      }),
    setHiddenColumns: (sheetId: number, first: number, count: number, hidden: boolean): void =>
      changeBand('columns', sheetId, first, count, () =>
        recorded.setHiddenColumns(workbook, sheetId, first, count, hidden),
      ),
    setHiddenRows: (sheetId: number, rows: readonly number[]): void =>
      structural(() => recorded.setHiddenRows(workbook, sheetId, rows)),
    moveCells: (from: Rect, row: number, column: number): void =>
      structural(() => {
        const to = { ...from, row, column };
        reader.check(from);
        reader.check(to);
        assertMayEdit(workbook, user, from);
        assertMayEdit(workbook, user, to);
        assertNoMerges(workbook, from);
        assertNoMerges(workbook, to);
        moveCells(workbook, from, to);
      }),
  };

  return {
    user,
    get pending() {
      return buffer.size;
    },
    ...cells,
    ...tabs,
    ...shape,
    ...metadataMethods(workbook, structural),
    ...protectionMethods(workbook, user, structural),
    ...extrasMethods(workbook, reader, (rect, work) =>
      structural(() => {
        if (rect) assertMayEdit(workbook, user, rect);
        return work();
      }),
    ),
    newObjectId: () => structural(() => workbook.nextId('object')),
  };
}

function currentYear(workbook: Workbook): number {
  return serialToUtc(serialInZone(workbook.now(), workbook.parts.info.timeZone)).getUTCFullYear();
}

/** Applies waiting writes to the shared workbook as one change; all are looked at before the first is made. */
function apply(workbook: Workbook, writes: readonly PendingWrite[]): void {
  workbook.change(() => {
    for (const write of writes) checkStillInside(workbook, write);
    for (const write of writes) {
      if (write.kind === 'area') {
        setAttributes(workbook.sheet(write.rect.sheetId).grid, write.rect, write.attributes);
        workbook.markSheet(write.rect.sheetId);
        continue;
      }
      const { grid } = workbook.sheet(write.sheetId);
      const columnFormat = grid.columnAttribute(write.row, write.column, 'numberFormat') ?? '';
      grid.set(write.row, write.column, applyChange(grid.stored(write.row, write.column), write.change, columnFormat));
    }
  });
}

/** Someone may have deleted rows, columns or the tab while the write was waiting. */
function checkStillInside(workbook: Workbook, write: PendingWrite): void {
  const rect = write.kind === 'area' ? write.rect : { ...write, rows: 1, columns: 1 };
  const { grid } = workbook.sheet(rect.sheetId);
  if (rect.row + rect.rows - 1 > grid.rowCount || rect.column + rect.columns - 1 > grid.columnCount)
    throw outsideGrid();
}

function checkSize(rect: Rect, patches: readonly (readonly unknown[])[]): void {
  if (patches.length !== rect.rows) throw sizeMismatch('rows', patches.length, rect.rows);
  for (const cells of patches) {
    if (!Array.isArray(cells)) throw new EngineError('bad-argument', 'The data must be an array of rows.');
    if (cells.length !== rect.columns) throw sizeMismatch('columns', cells.length, rect.columns);
  }
}
