// Lists from files and the clipboard: taken in by code that is loaded for them alone.
import type { AddedSource, AddSourceInput } from '../domain/import/arriving';
import type { Workbook } from './api';
import { loadPart } from './code-part';

/** Begins, fills or removes the tab of a list, as `input` says; see source-tab.ts. */
export function takeInSource(workbook: Workbook, input: AddSourceInput): AddedSource {
  const part = loadPart('source-tab');
  if ('cancel' in input) return part.cancelSourceTab(workbook, input);
  return 'cells' in input ? part.fillSourceTab(workbook, input) : part.openSourceTab(workbook, input);
}
