// Tabs that are not whole yet: their lists are still on their way, or stopped there.
import type { Arriving } from '../domain/import/arriving';
import { arrivingMark } from '../domain/schema/marks';
import type { Sheet, Workbook } from './api';

export interface ArrivingTab {
  readonly sheet: Sheet;
  readonly mark: GoogleAppsScript.Spreadsheet.DeveloperMetadata;
  readonly state: Arriving;
}

/** Every tab that a list was written to of late, whole or not (1 read). */
export function arrivingTabs(workbook: Workbook): ArrivingTab[] {
  const marks = workbook.spreadsheet.createDeveloperMetadataFinder().withKey(arrivingMark).find();
  return marks.flatMap((mark) => {
    const sheet = mark.getLocation().getSheet();
    return sheet ? [{ sheet, mark, state: JSON.parse(mark.getValue() ?? '{}') as Arriving }] : [];
  });
}
