// The model of cost: what each call to a service would take on Google, and how it counts. All constants stand here.
// Sources: APPS_SCRIPT.md 2.4 and 4; the milliseconds are round figures of the size that users report, not promises.
import type { HostCall } from './protocol';

/** `read` and `write` fetch or change cells, metadata, properties or cache; everything else is `other`. */
export type CallKind = 'read' | 'write' | 'other';

interface Cost {
  kind: CallKind;
  ms: number;
}

const read = (ms: number): Cost => ({ kind: 'read', ms });
const write = (ms: number): Cost => ({ kind: 'write', ms });
const other = (ms: number): Cost => ({ kind: 'other', ms });

/** Microseconds for each cell that a call reads, writes or flushes. */
export const microsPerCell = { read: 5, write: 20, other: 5 } as const;

/** Modelled milliseconds of services that need no call to the workbook's owner (`Utilities.formatDate`). */
export const localCallMs = 0.05;

export const costs: { readonly [call in HostCall]: Cost } = {
  'SpreadsheetApp.active': other(5),
  'SpreadsheetApp.openById': other(100),
  'SpreadsheetApp.flush': other(120),
  'SpreadsheetApp.ui': other(1),
  'Spreadsheet.info': other(2),
  'Spreadsheet.update': other(60),
  'Spreadsheet.sheets': other(30),
  'Spreadsheet.insertSheet': write(300),
  'Spreadsheet.deleteSheet': write(300),
  'Spreadsheet.duplicateSheet': write(600),
  'Spreadsheet.toast': other(20),
  'Spreadsheet.select': other(20),
  'NamedRange.list': other(40),
  'NamedRange.set': other(60),
  'NamedRange.remove': other(60),
  'Sheet.view': other(5),
  'Sheet.last': other(30),
  'Sheet.getRange': other(1),
  'Sheet.getRangeA1': other(1),
  'Sheet.update': other(60),
  'Sheet.insertRows': write(150),
  'Sheet.deleteRows': write(150),
  'Sheet.insertColumns': write(150),
  'Sheet.deleteColumns': write(150),
  'Sheet.moveColumns': write(150),
  'Sheet.appendRow': write(80),
  'Sheet.setColumnWidth': other(20),
  'Sheet.setHiddenColumns': other(20),
  'Sheet.clear': write(80),
  'Sheet.setHiddenRows': other(20),
  'Sheet.hiddenRows': other(30),
  'Sheet.conditionalRules': other(40),
  'Sheet.setConditionalRules': other(60),
  'Filter.get': other(30),
  'Filter.create': other(60),
  'Filter.set': other(60),
  'Range.getValues': read(60),
  'Range.getDisplayValues': read(60),
  'Range.getFormulas': read(60),
  'Range.getFormulasR1C1': read(60),
  'Range.getNumberFormats': read(60),
  'Range.getLooks': read(60),
  'Range.getDataValidations': read(60),
  'Range.setValues': write(40),
  'Range.fill': write(40),
  'Range.patch': write(40),
  'Range.clear': write(40),
  'Range.sort': write(200),
  'Range.copyTo': write(80),
  'Range.canEdit': other(30),
  'Range.merges': other(30),
  'Range.merge': write(60),
  'Range.unmerge': write(60),
  'TextFinder.find': read(80),
  'DeveloperMetadata.find': read(60),
  'DeveloperMetadata.add': write(60),
  'DeveloperMetadata.update': write(60),
  'DeveloperMetadata.move': write(60),
  'DeveloperMetadata.remove': write(60),
  'Protection.list': other(60),
  'Protection.add': other(80),
  'Protection.update': other(60),
  'Protection.editors': other(80),
  'Protection.view': other(30),
  'Protection.remove': other(60),
  'Ui.addMenu': other(20),
  'Ui.showSidebar': other(150),
  'Ui.showDialog': other(150),
  'Ui.alert': other(0),
  'HtmlService.file': other(10),
  'Lock.tryLock': other(25),
  'Lock.releaseLock': other(25),
  'Properties.get': read(25),
  'Properties.getAll': read(30),
  'Properties.set': write(40),
  'Properties.delete': write(40),
  'Cache.get': read(15),
  'Cache.put': write(15),
  'Cache.remove': write(15),
  'MailApp.getRemainingDailyQuota': other(50),
  'MailApp.sendEmail': other(400),
  'UrlFetchApp.fetch': other(150),
  'ScriptApp.getProjectTriggers': other(60),
  'ScriptApp.createTrigger': other(300),
  'ScriptApp.deleteTrigger': other(200),
  'ScriptApp.getIdentityToken': other(60),
  'ScriptApp.getAuthorizationInfo': other(60),
  'Session.getActiveUser': other(10),
  'Session.getEffectiveUser': other(10),
  'Session.getTemporaryActiveUserKey': other(10),
  'Utilities.sleep': other(0),
};

/** Modelled milliseconds of one call that touched `cells` cells. */
export function callCost(call: HostCall, cells: number): number {
  const { kind, ms } = costs[call];
  return ms + (cells * microsPerCell[kind]) / 1000;
}
