// The sidebar beside the grid: which record the person is in, and the way to a record's row.
import { idAt, openWorkbook, placeInFront, showRow } from '../workbook';
import { type Caller, callerOf } from './caller';
import type { GetInput } from './contract';
import type { Selected, SelectedInput, ShownInSheet } from './contract-sheet';
import { foundById } from './get';

/** Asked again and again, so that it reads nothing while the person stays where they are. Throws `not-in-team`. */
export function recordInFront({ place }: SelectedInput): Selected {
  const workbook = openWorkbook();
  const now = placeInFront(workbook);
  const name = now?.name ?? '';
  if (!now || name === place) return { place: name, id: '' };
  callerOf(workbook);
  return { place: name, id: idAt(workbook, now) };
}

/** Throws `no-record`, `bad-input`. */
export function showRecordRow({ workbook }: Caller, input: GetInput): ShownInSheet {
  return { hidden: showRow(workbook, foundById(workbook, input)) };
}
