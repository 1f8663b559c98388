// A column that was duplicated with its header. It carries no mark, so Rowbook goes on with the first one; the copy is removed
// where it holds nothing of its own, or becomes a column of the team's own under another header.
import { customPrefix } from '../../domain/record';
import type { RecordTabKey } from '../../domain/schema';
import type { Workbook } from '../api';
import { columnOf, columnsIfMoved, copiedColumns, readColumns, withSignature } from '../columns';
import { markDirty } from '../dirty';
import { WorkbookError } from '../errors';
import { withLock } from '../lock';
import { writeMeta } from '../meta';
import { recover } from '../recover';

/**
 * Deletes the copy; answers the first rows in which it differs, and then deletes nothing (3 reads). Throws `no-column`, `unsettled`.
 */
export function removeCopy(workbook: Workbook, tab: RecordTabKey, key: string): number[] {
  return withLock(workbook, () => {
    recover(workbook);
    const { columns, of } = copyOf(workbook, tab, key);
    const { sheet } = columns;
    const at = columnOf(columns, key);
    const rows = Math.max(1, sheet.getLastRow() - 1);
    const contents = (column: number) => {
      const range = sheet.getRange(2, column, rows, 1);
      const formulas = range.getFormulas();
      return range.getValues().map(([value], index) => formulas[index]?.[0] || String(value ?? ''));
    };
    const own = contents(columnOf(columns, of));
    const different = contents(at).flatMap((text, index) => (text === own[index] || text === '' ? [] : [index + 2]));
    if (different.length > 0) return different.slice(0, 5);
    if (columnsIfMoved(workbook, columns)) throw moving();
    sheet.deleteColumn(at);
    SpreadsheetApp.flush();
    markDirty(workbook, [tab]);
    writeMeta(workbook, { signatures: withSignature(workbook, readColumns(workbook, tab)) });
    return [];
  });
}

/** Gives the copy a header of its own, by which it is a custom field; answers that header. Throws `no-column`, `unsettled`. */
export function keepCopy(workbook: Workbook, tab: RecordTabKey, key: string): string {
  return withLock(workbook, () => {
    recover(workbook);
    const { columns } = copyOf(workbook, tab, key);
    const at = columnOf(columns, key);
    const base = `${columns.headers[at - 1] ?? ''} (own)`;
    let header = base;
    for (let count = 2; columns.headers.includes(header); count++) header = `${base.slice(0, -1)} ${count})`;
    if (columnsIfMoved(workbook, columns)) throw moving();
    columns.sheet.getRange(1, at).setValue(header);
    SpreadsheetApp.flush();
    markDirty(workbook, [tab]);
    writeMeta(workbook, { signatures: withSignature(workbook, readColumns(workbook, tab)) });
    return header;
  });
}

function copyOf(workbook: Workbook, tab: RecordTabKey, key: string) {
  const columns = readColumns(workbook, tab);
  const copy = copiedColumns({ ...columns, tab }).find((one) => one.key === key);
  if (!copy)
    throw new WorkbookError(
      'no-column',
      `There is no copied column ${key.replace(customPrefix, '')} any more. Look again.`,
    );
  return { columns, of: copy.of };
}

function moving(): WorkbookError {
  return new WorkbookError('unsettled', 'Columns are being moved. Nothing was changed; try again in a moment.');
}
