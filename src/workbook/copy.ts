// A copied file carries everything but its triggers and properties, and still thinks it is the workbook it was copied from.
// Two workbooks of one identity would claim the same records and mail the same people, so a copy sends nothing until set-up
// has made it one of its own, and even then its automation waits for someone to turn it on (DESIGN.md §3).

import { fieldsOf } from '../domain/schema';
import { fold } from '../domain/text';
import type { Workbook } from './api';
import { cellFor } from './cells';
import { columnOf } from './columns';
import { readMeta } from './meta';
import { forgetPeople, readPlainTable } from './plain-table';

/** Whether this file is a copy that was not set up as a workbook of its own yet. */
export function isCopy(workbook: Workbook): boolean {
  const known = readMeta(workbook, 'workbook') as { readonly fileId?: string } | null;
  return known?.fileId !== undefined && known.fileId !== workbook.id;
}

/** Turns automation off in Settings. A value that a person wrote otherwise is theirs, but not in a copy: it came along. */
export function turnAutomationOff(workbook: Workbook): void {
  const { columns, rows } = readPlainTable(workbook, 'settings');
  const field = fieldsOf('settings').find(([key]) => key === 'value')?.[1];
  const place = rows.find(({ fields }) => fold(fields.setting ?? '') === 'automation');
  if (!field || !place) return;
  columns.sheet.getRange(place.row, columnOf(columns, 'value')).setValue(cellFor(field, 'off', {}));
  forgetPeople(workbook);
}
