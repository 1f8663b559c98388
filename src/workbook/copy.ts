// A copied file carries everything but its triggers and properties, and still thinks it is the workbook it was copied from.
import type { Workbook } from './api';
import { readMeta } from './meta';

/** Whether this file is a copy that was not set up as a workbook of its own yet (DESIGN.md §3, ids). */
export function isCopy(workbook: Workbook): boolean {
  const known = readMeta(workbook, 'workbook') as { readonly fileId?: string } | null;
  return known?.fileId !== undefined && known.fileId !== workbook.id;
}
