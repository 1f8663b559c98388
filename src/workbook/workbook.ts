// The one door to the workbook. A domain-wide add-on would differ only here and in the manifest (DESIGN.md §2).

import { type TabKey, tabs } from '../domain/schema';
import { tabMark } from '../domain/schema/marks';
import type { Sheet, Workbook } from './api';
import { WorkbookError } from './errors';
import { serialReader } from './zone';

/** Key of the metadata that marks a sheet as one of ours; its value is the tab's key, or a hidden tab's title. */

/** The workbook this script belongs to. Throws WorkbookError `no-workbook` where there is none. */
export function openWorkbook(): Workbook {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  if (!spreadsheet) throw new WorkbookError('no-workbook', 'Open the workbook and run this from its Rowbook menu.');
  const found = new Map<string, Sheet>();
  let timeZone: string | undefined;
  let toSerial: ((date: Date) => number) | undefined;

  const workbook: Workbook = {
    spreadsheet,
    get id() {
      return spreadsheet.getId();
    },
    get timeZone() {
      timeZone = timeZone ?? spreadsheet.getSpreadsheetTimeZone();
      return timeZone;
    },
    get locale() {
      return spreadsheet.getSpreadsheetLocale();
    },
    format: (ms, zone, pattern) => Utilities.formatDate(new Date(ms), zone, pattern),
    now: () => new Date().toISOString(),
    today: () => Utilities.formatDate(new Date(), workbook.timeZone, 'yyyy-MM-dd'),
    clock: () => Utilities.formatDate(new Date(), workbook.timeZone, "yyyy-MM-dd'T'HH:mm"),
    serialOf: (date) => {
      toSerial = toSerial ?? serialReader(workbook.timeZone);
      return toSerial(date);
    },
    uuid: () => Utilities.getUuid(),
    findSheet: (keyOrTitle) => {
      const known = found.get(keyOrTitle);
      if (known) return known;
      const sheet = spreadsheet.getSheetByName(titleOf(keyOrTitle)) ?? sheetByMetadata(spreadsheet, keyOrTitle);
      if (sheet) found.set(keyOrTitle, sheet);
      return sheet;
    },
    refindSheet: (keyOrTitle) => {
      const sheet = sheetByMetadata(spreadsheet, keyOrTitle) ?? spreadsheet.getSheetByName(titleOf(keyOrTitle));
      if (sheet) found.set(keyOrTitle, sheet);
      else found.delete(keyOrTitle);
      return sheet;
    },
    sheet: (key) => workbook.findSheet(key) ?? missing(titleOf(key)),
    hidden: (title) => workbook.findSheet(title) ?? missing(title),
    forget: () => found.clear(),
  };
  return workbook;
}

/** Title that set-up gives the tab; a hidden tab's title is its key. */
export function titleOf(keyOrTitle: string): string {
  return keyOrTitle in tabs ? tabs[keyOrTitle as TabKey].title : keyOrTitle;
}

function sheetByMetadata(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, keyOrTitle: string): Sheet | null {
  const marks = spreadsheet.createDeveloperMetadataFinder().withKey(tabMark).withValue(keyOrTitle).find();
  for (const mark of marks) {
    const sheet = mark.getLocation().getSheet();
    if (sheet) return sheet;
  }
  return null;
}

function missing(title: string): never {
  throw new WorkbookError(
    'no-tab',
    `The tab “${title}” is missing. Choose Rowbook → Set up this workbook to bring it back.`,
  );
}
