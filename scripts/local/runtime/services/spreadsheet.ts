// Spreadsheet: the workbook that the script is bound to.
import type { WorkbookInfo } from '../protocol';
import { call } from './bridge';
import { DeveloperMetadata, DeveloperMetadataFinder, metadataArguments } from './developer-metadata';
import type { EnumValue } from './enums';
import { NamedRange } from './named-range';
import { Protection } from './protection';
import { Range, rectOf } from './range';
import { RangeList } from './range-list';
import { registerClass } from './register';
import { selection, workedOn, workOn } from './selection';
import { Sheet } from './sheet';
import { signature } from './signature';
import { protectionTypes } from './spreadsheet-enums';
import { TextFinder } from './text-finder';
import { User } from './user';

const defaultToastSeconds = 5;
export function activeSpreadsheet(as = 'SpreadsheetApp.getActiveSpreadsheet'): Spreadsheet {
  return new Spreadsheet(call('SpreadsheetApp.active', as));
}

export class Spreadsheet {
  readonly #id: string;

  constructor(info: WorkbookInfo) {
    this.#id = info.id;
  }

  getId(): string {
    return this.#id;
  }

  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.#id}/edit`;
  }

  getName(): string {
    return call('Spreadsheet.info', 'Spreadsheet.getName').title;
  }

  rename(name: string): void {
    signature('SpreadsheetApp.Spreadsheet.rename', arguments, 'string');
    call('Spreadsheet.update', 'Spreadsheet.rename', { title: name });
  }

  getSpreadsheetLocale(): string {
    return call('Spreadsheet.info', 'Spreadsheet.getSpreadsheetLocale').locale;
  }

  setSpreadsheetLocale(locale: string): void {
    signature('SpreadsheetApp.Spreadsheet.setSpreadsheetLocale', arguments, 'string');
    call('Spreadsheet.update', 'Spreadsheet.setSpreadsheetLocale', { locale });
  }

  getSpreadsheetTimeZone(): string {
    return call('Spreadsheet.info', 'Spreadsheet.getSpreadsheetTimeZone').timeZone;
  }

  setSpreadsheetTimeZone(timeZone: string): void {
    signature('SpreadsheetApp.Spreadsheet.setSpreadsheetTimeZone', arguments, 'string');
    call('Spreadsheet.update', 'Spreadsheet.setSpreadsheetTimeZone', { timeZone });
  }

  getOwner(): User {
    return new User(call('Spreadsheet.info', 'Spreadsheet.getOwner').owner);
  }

  // ---- tabs -----------------------------------------------------------------------------------------------------

  getSheets(): Sheet[] {
    return call('Spreadsheet.sheets', 'Spreadsheet.getSheets').map(({ sheetId }) => new Sheet(sheetId));
  }

  getNumSheets(): number {
    return call('Spreadsheet.sheets', 'Spreadsheet.getNumSheets').length;
  }

  getSheetByName(name: string): Sheet | null {
    signature('SpreadsheetApp.Spreadsheet.getSheetByName', arguments, 'string');
    const found = call('Spreadsheet.sheets', 'Spreadsheet.getSheetByName').find(({ title }) => title === name);
    return found ? new Sheet(found.sheetId) : null;
  }

  getSheetById(id: number): Sheet | null {
    signature('SpreadsheetApp.Spreadsheet.getSheetById', arguments, 'number');
    const found = call('Spreadsheet.sheets', 'Spreadsheet.getSheetById').find(({ sheetId }) => sheetId === id);
    return found ? new Sheet(found.sheetId) : null;
  }

  // ---- what is selected -----------------------------------------------------------------------------------------

  getActiveSheet(): Sheet {
    return new Sheet(selection('Spreadsheet.getActiveSheet').sheetId);
  }

  getActiveRange(): Range | null {
    const { range } = selection('Spreadsheet.getActiveRange');
    return range && new Range(range);
  }

  getCurrentCell(): Range | null {
    const { cell } = selection('Spreadsheet.getCurrentCell');
    return cell && new Range(cell);
  }

  setActiveRange(range: Range): Range {
    signature('SpreadsheetApp.Spreadsheet.setActiveRange', arguments, 'object');
    return range.activate();
  }

  setCurrentCell(cell: Range): Range {
    signature('SpreadsheetApp.Spreadsheet.setCurrentCell', arguments, 'object');
    return cell.activateAsCurrentCell();
  }

  setActiveSheet(sheet: Sheet): Sheet {
    signature('SpreadsheetApp.Spreadsheet.setActiveSheet', arguments, 'object', 'object,boolean');
    return sheet.activate();
  }

  /** `insertSheet([name][, index])`; index is 0-based. */
  insertSheet(...args: unknown[]): Sheet {
    signature('SpreadsheetApp.Spreadsheet.insertSheet', args, '', 'string', 'number', 'string,number');
    const title = args.find((value) => typeof value === 'string');
    const index = args.find((value) => typeof value === 'number');
    const sheet = call('Spreadsheet.insertSheet', 'Spreadsheet.insertSheet', {
      ...(typeof title === 'string' ? { title } : {}),
      ...(typeof index === 'number' ? { index } : {}),
    });
    workOn(sheet.sheetId);
    return new Sheet(sheet.sheetId);
  }

  deleteSheet(sheet: Sheet): void {
    signature('SpreadsheetApp.Spreadsheet.deleteSheet', arguments, 'object');
    call('Spreadsheet.deleteSheet', 'Spreadsheet.deleteSheet', sheet.getSheetId());
    if (workedOn() === sheet.getSheetId()) workOn(null);
  }

  duplicateActiveSheet(): Sheet {
    const sheet = this.getActiveSheet();
    const title = `Copy of ${sheet.getName()}`;
    const copy = call('Spreadsheet.duplicateSheet', 'Spreadsheet.duplicateActiveSheet', sheet.getSheetId(), title);
    workOn(copy.sheetId);
    return new Sheet(copy.sheetId);
  }

  /** Moves the active tab to a 1-based position. */
  moveActiveSheet(position: number): void {
    signature('SpreadsheetApp.Spreadsheet.moveActiveSheet', arguments, 'number');
    const sheetId = this.getActiveSheet().getSheetId();
    call('Sheet.update', 'Spreadsheet.moveActiveSheet', sheetId, { index: position - 1 });
  }

  // ---- ranges ---------------------------------------------------------------------------------------------------

  getRange(a1: string): Range {
    signature('SpreadsheetApp.Spreadsheet.getRange', arguments, 'string');
    return new Range(call('Sheet.getRangeA1', 'Spreadsheet.getRange', a1, workedOn()));
  }

  getRangeList(addresses: string[]): RangeList {
    signature('SpreadsheetApp.Spreadsheet.getRangeList', arguments, 'array');
    return new RangeList(addresses.map((a1) => this.getRange(a1)));
  }

  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }

  getRangeByName(name: string): Range | null {
    signature('SpreadsheetApp.Spreadsheet.getRangeByName', arguments, 'string');
    const found = call('NamedRange.list', 'Spreadsheet.getRangeByName').find((range) => range.name === name);
    return found ? new Range(found.rect) : null;
  }

  getNamedRanges(): NamedRange[] {
    const ranges = call('NamedRange.list', 'Spreadsheet.getNamedRanges');
    return ranges.map(({ name, rect }) => new NamedRange(name, rect));
  }

  setNamedRange(name: string, range: Range): void {
    signature('SpreadsheetApp.Spreadsheet.setNamedRange', arguments, 'string,object');
    call('NamedRange.set', 'Spreadsheet.setNamedRange', name, range[rectOf]);
  }

  removeNamedRange(name: string): void {
    signature('SpreadsheetApp.Spreadsheet.removeNamedRange', arguments, 'string');
    call('NamedRange.remove', 'Spreadsheet.removeNamedRange', name);
  }

  createTextFinder(text: string): TextFinder {
    signature('SpreadsheetApp.Spreadsheet.createTextFinder', arguments, 'string');
    return new TextFinder(text, () =>
      call('Spreadsheet.sheets', 'Spreadsheet.createTextFinder').map(({ sheetId, rows, columns }) => ({
        sheetId,
        row: 1,
        column: 1,
        rows,
        columns,
      })),
    );
  }

  // ---- the workbook itself --------------------------------------------------------------------------------------

  toast(message: string, title?: string, timeoutSeconds?: number | null): void {
    signature('SpreadsheetApp.Spreadsheet.toast', arguments, 'any', 'any,string|null', 'any,string|null,number|null');
    call('Spreadsheet.toast', 'Spreadsheet.toast', {
      message: String(message),
      title: title ?? '',
      seconds: timeoutSeconds ?? defaultToastSeconds,
    });
  }

  getProtections(type: EnumValue): Protection[] {
    const kind = type === protectionTypes.SHEET ? 'SHEET' : 'RANGE';
    return call('Protection.list', 'Spreadsheet.getProtections', null, kind).map((view) => new Protection(view));
  }

  addDeveloperMetadata(...args: unknown[]): this {
    const entry = metadataArguments('SpreadsheetApp.Spreadsheet.addDeveloperMetadata', args);
    call('DeveloperMetadata.add', 'Spreadsheet.addDeveloperMetadata', { ...entry, target: { on: 'spreadsheet' } });
    return this;
  }

  /** What hangs on the workbook itself, not on its tabs. */
  getDeveloperMetadata(): DeveloperMetadata[] {
    const found = call('DeveloperMetadata.find', 'Spreadsheet.getDeveloperMetadata', { on: 'spreadsheet' });
    return found.map((entry) => new DeveloperMetadata(entry));
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder({});
  }

  toString(): string {
    return 'Spreadsheet';
  }
}

registerClass('Spreadsheet', Spreadsheet);
