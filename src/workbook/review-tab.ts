// What an import of a tab would do: planned by code that is loaded for it alone.
import type { ImportMapping } from '../domain/import/mapping';
import type { ImportReview } from '../domain/import/plan-types';
import type { Workbook } from './api';
import { loadPart } from './code-part';

/** What an import of this tab would do; without a mapping, with the suggested one. Writes nothing. */
export function reviewTab(workbook: Workbook, title: string, role: string, mapping?: ImportMapping): ImportReview {
  return loadPart('plan-import').reviewTab(workbook, title, role, mapping);
}
