// Sheet: a tab of the workbook. It knows its tab by id, so renaming and moving the tab break nothing.
import type { Rect, SheetChange } from '../protocol';
import { call, exception } from './bridge';
import { type ScriptValue, toCell } from './cells';
import { ConditionalFormatRule, ruleOf } from './conditional-format';
import { DeveloperMetadata, DeveloperMetadataFinder, metadataArguments } from './developer-metadata';
import type { EnumValue } from './enums';
import { Filter } from './filter';
import { Protection } from './protection';
import { Range, rectOf, type SortSpec } from './range';
import { RangeList } from './range-list';
import { registerClass } from './register';
import { selection, showSheet } from './selection';
import { signature } from './signature';
import { activeSpreadsheet, type Spreadsheet } from './spreadsheet';
import { protectionTypes } from './spreadsheet-enums';
import { TextFinder } from './text-finder';

export class Sheet {
  readonly #id: number;

  constructor(sheetId: number) {
    this.#id = sheetId;
  }

  getSheetId(): number {
    return this.#id;
  }

  getName(): string {
    return call('Sheet.view', 'Sheet.getName', this.#id).title;
  }

  getSheetName(): string {
    return call('Sheet.view', 'Sheet.getSheetName', this.#id).title;
  }

  setName(name: string): this {
    signature('SpreadsheetApp.Sheet.setName', arguments, 'string');
    return this.#update('Sheet.setName', { title: name });
  }

  /** 1-based position of the tab. */
  getIndex(): number {
    const sheets = call('Spreadsheet.sheets', 'Sheet.getIndex');
    return sheets.findIndex(({ sheetId }) => sheetId === this.#id) + 1;
  }

  getParent(): Spreadsheet {
    return activeSpreadsheet();
  }

  activate(): this {
    showSheet('Sheet.activate', this.#id);
    return this;
  }

  /** Of another tab than the one in front nobody knows what is selected. */
  getActiveRange(): Range | null {
    const { sheetId, range } = selection('Sheet.getActiveRange');
    return range && sheetId === this.#id ? new Range(range) : null;
  }

  getCurrentCell(): Range | null {
    const { sheetId, cell } = selection('Sheet.getCurrentCell');
    return cell && sheetId === this.#id ? new Range(cell) : null;
  }

  setActiveRange(range: Range): Range {
    signature('SpreadsheetApp.Sheet.setActiveRange', arguments, 'object');
    return range.activate();
  }

  setCurrentCell(cell: Range): Range {
    signature('SpreadsheetApp.Sheet.setCurrentCell', arguments, 'object');
    return cell.activateAsCurrentCell();
  }

  // ---- ranges ---------------------------------------------------------------------------------------------------

  getRange(row: number | string, column?: number, numRows?: number, numColumns?: number): Range {
    signature(
      'SpreadsheetApp.Sheet.getRange',
      arguments,
      'string',
      'number,number',
      'number,number,number',
      'number,number,number,number',
    );
    if (typeof row === 'string') return new Range(call('Sheet.getRangeA1', 'Sheet.getRange', row, this.#id));
    const rect = { sheetId: this.#id, row, column: column ?? 1, rows: numRows ?? 1, columns: numColumns ?? 1 };
    return new Range(call('Sheet.getRange', 'Sheet.getRange', rect));
  }

  getRangeList(addresses: string[]): RangeList {
    signature('SpreadsheetApp.Sheet.getRangeList', arguments, 'array');
    return new RangeList(
      addresses.map((a1) => new Range(call('Sheet.getRangeA1', 'Sheet.getRangeList', a1, this.#id))),
    );
  }

  getDataRange(): Range {
    const { row, column } = call('Sheet.last', 'Sheet.getDataRange', this.#id);
    return new Range({
      sheetId: this.#id,
      row: 1,
      column: 1,
      rows: Math.max(row, 1),
      columns: Math.max(column, 1),
    });
  }

  getSheetValues(row: number, column: number, numRows: number, numColumns: number): ScriptValue[][] {
    return this.getRange(row, column, numRows, numColumns).getValues();
  }

  getLastRow(): number {
    return call('Sheet.last', 'Sheet.getLastRow', this.#id).row;
  }

  getLastColumn(): number {
    return call('Sheet.last', 'Sheet.getLastColumn', this.#id).column;
  }

  getMaxRows(): number {
    return call('Sheet.view', 'Sheet.getMaxRows', this.#id).rows;
  }

  getMaxColumns(): number {
    return call('Sheet.view', 'Sheet.getMaxColumns', this.#id).columns;
  }

  createTextFinder(text: string): TextFinder {
    signature('SpreadsheetApp.Sheet.createTextFinder', arguments, 'string');
    return new TextFinder(text, () => [this.#whole('Sheet.createTextFinder')]);
  }

  // ---- rows and columns -----------------------------------------------------------------------------------------

  appendRow(values: unknown[]): this {
    signature('SpreadsheetApp.Sheet.appendRow', arguments, 'array');
    call('Sheet.appendRow', 'Sheet.appendRow', this.#id, Array.from(values, toCell));
    return this;
  }

  insertRows(rowIndex: number, numRows = 1): void {
    signature('SpreadsheetApp.Sheet.insertRows', arguments, 'number', 'number,number');
    call('Sheet.insertRows', 'Sheet.insertRows', this.#id, rowIndex, numRows);
  }

  insertRowBefore(position: number): this {
    signature('SpreadsheetApp.Sheet.insertRowBefore', arguments, 'number');
    call('Sheet.insertRows', 'Sheet.insertRowBefore', this.#id, position, 1);
    return this;
  }

  insertRowAfter(position: number): this {
    signature('SpreadsheetApp.Sheet.insertRowAfter', arguments, 'number');
    call('Sheet.insertRows', 'Sheet.insertRowAfter', this.#id, position + 1, 1);
    return this;
  }

  insertRowsBefore(position: number, count: number): this {
    signature('SpreadsheetApp.Sheet.insertRowsBefore', arguments, 'number,number');
    call('Sheet.insertRows', 'Sheet.insertRowsBefore', this.#id, position, count);
    return this;
  }

  insertRowsAfter(position: number, count: number): this {
    signature('SpreadsheetApp.Sheet.insertRowsAfter', arguments, 'number,number');
    call('Sheet.insertRows', 'Sheet.insertRowsAfter', this.#id, position + 1, count);
    return this;
  }

  deleteRow(position: number): this {
    signature('SpreadsheetApp.Sheet.deleteRow', arguments, 'number');
    call('Sheet.deleteRows', 'Sheet.deleteRow', this.#id, position, 1);
    return this;
  }

  deleteRows(position: number, count: number): void {
    signature('SpreadsheetApp.Sheet.deleteRows', arguments, 'number,number');
    call('Sheet.deleteRows', 'Sheet.deleteRows', this.#id, position, count);
  }

  insertColumns(columnIndex: number, numColumns = 1): void {
    signature('SpreadsheetApp.Sheet.insertColumns', arguments, 'number', 'number,number');
    call('Sheet.insertColumns', 'Sheet.insertColumns', this.#id, columnIndex, numColumns);
  }

  insertColumnBefore(position: number): this {
    signature('SpreadsheetApp.Sheet.insertColumnBefore', arguments, 'number');
    call('Sheet.insertColumns', 'Sheet.insertColumnBefore', this.#id, position, 1);
    return this;
  }

  insertColumnAfter(position: number): this {
    signature('SpreadsheetApp.Sheet.insertColumnAfter', arguments, 'number');
    call('Sheet.insertColumns', 'Sheet.insertColumnAfter', this.#id, position + 1, 1);
    return this;
  }

  insertColumnsBefore(position: number, count: number): this {
    signature('SpreadsheetApp.Sheet.insertColumnsBefore', arguments, 'number,number');
    call('Sheet.insertColumns', 'Sheet.insertColumnsBefore', this.#id, position, count);
    return this;
  }

  insertColumnsAfter(position: number, count: number): this {
    signature('SpreadsheetApp.Sheet.insertColumnsAfter', arguments, 'number,number');
    call('Sheet.insertColumns', 'Sheet.insertColumnsAfter', this.#id, position + 1, count);
    return this;
  }

  deleteColumn(position: number): this {
    signature('SpreadsheetApp.Sheet.deleteColumn', arguments, 'number');
    call('Sheet.deleteColumns', 'Sheet.deleteColumn', this.#id, position, 1);
    return this;
  }

  deleteColumns(position: number, count: number): void {
    signature('SpreadsheetApp.Sheet.deleteColumns', arguments, 'number,number');
    call('Sheet.deleteColumns', 'Sheet.deleteColumns', this.#id, position, count);
  }

  moveColumns(columns: Range, destination: number): void {
    signature('SpreadsheetApp.Sheet.moveColumns', arguments, 'object,number');
    const { column, columns: count } = columns[rectOf];
    call('Sheet.moveColumns', 'Sheet.moveColumns', this.#id, column, count, destination);
  }

  sort(column: number, ascending?: boolean): this {
    signature('SpreadsheetApp.Sheet.sort', arguments, 'number', 'number,boolean');
    const { frozenRows } = call('Sheet.view', 'Sheet.sort', this.#id);
    const { row, column: lastColumn } = call('Sheet.last', 'Sheet.sort', this.#id);
    if (row <= frozenRows) return this;
    const spec: SortSpec = { column, ascending: ascending ?? true };
    this.getRange(frozenRows + 1, 1, row - frozenRows, lastColumn).sort(spec);
    return this;
  }

  setColumnWidth(column: number, width: number): this {
    signature('SpreadsheetApp.Sheet.setColumnWidth', arguments, 'number,number');
    call('Sheet.setColumnWidth', 'Sheet.setColumnWidth', this.#id, column, 1, width);
    return this;
  }

  setColumnWidths(first: number, count: number, width: number): this {
    signature('SpreadsheetApp.Sheet.setColumnWidths', arguments, 'number,number,number');
    call('Sheet.setColumnWidth', 'Sheet.setColumnWidths', this.#id, first, count, width);
    return this;
  }

  hideRows(first: number, count = 1): void {
    signature('SpreadsheetApp.Sheet.hideRows', arguments, 'number', 'number,number');
    call('Sheet.setHiddenRows', 'Sheet.hideRows', this.#id, first, count, true);
  }

  showRows(first: number, count = 1): void {
    signature('SpreadsheetApp.Sheet.showRows', arguments, 'number', 'number,number');
    call('Sheet.setHiddenRows', 'Sheet.showRows', this.#id, first, count, false);
  }

  hideRow(row: Range): void {
    signature('SpreadsheetApp.Sheet.hideRow', arguments, 'object');
    call('Sheet.setHiddenRows', 'Sheet.hideRow', this.#id, row[rectOf].row, row[rectOf].rows, true);
  }

  unhideRow(row: Range): void {
    signature('SpreadsheetApp.Sheet.unhideRow', arguments, 'object');
    call('Sheet.setHiddenRows', 'Sheet.unhideRow', this.#id, row[rectOf].row, row[rectOf].rows, false);
  }

  /** By the tab's filter, not by filter views (APPS_SCRIPT.md 2.1). */
  isRowHiddenByFilter(row: number): boolean {
    signature('SpreadsheetApp.Sheet.isRowHiddenByFilter', arguments, 'number');
    return call('Sheet.hiddenRows', 'Sheet.isRowHiddenByFilter', this.#id, 'filter').includes(row);
  }

  isRowHiddenByUser(row: number): boolean {
    signature('SpreadsheetApp.Sheet.isRowHiddenByUser', arguments, 'number');
    return call('Sheet.hiddenRows', 'Sheet.isRowHiddenByUser', this.#id, 'user').includes(row);
  }

  getFilter(): Filter | null {
    return call('Filter.get', 'Sheet.getFilter', this.#id) ? new Filter(this.#id) : null;
  }

  hideColumns(first: number, count = 1): void {
    signature('SpreadsheetApp.Sheet.hideColumns', arguments, 'number', 'number,number');
    call('Sheet.setHiddenColumns', 'Sheet.hideColumns', this.#id, first, count, true);
  }

  showColumns(first: number, count = 1): void {
    signature('SpreadsheetApp.Sheet.showColumns', arguments, 'number', 'number,number');
    call('Sheet.setHiddenColumns', 'Sheet.showColumns', this.#id, first, count, false);
  }

  hideColumn(column: Range): void {
    signature('SpreadsheetApp.Sheet.hideColumn', arguments, 'object');
    call('Sheet.setHiddenColumns', 'Sheet.hideColumn', this.#id, column[rectOf].column, column[rectOf].columns, true);
  }

  unhideColumn(column: Range): void {
    signature('SpreadsheetApp.Sheet.unhideColumn', arguments, 'object');
    const { column: first, columns } = column[rectOf];
    call('Sheet.setHiddenColumns', 'Sheet.unhideColumn', this.#id, first, columns, false);
  }

  // ---- the tab itself -------------------------------------------------------------------------------------------

  getFrozenRows(): number {
    return call('Sheet.view', 'Sheet.getFrozenRows', this.#id).frozenRows;
  }

  setFrozenRows(rows: number): void {
    signature('SpreadsheetApp.Sheet.setFrozenRows', arguments, 'number');
    this.#update('Sheet.setFrozenRows', { frozenRows: rows });
  }

  getFrozenColumns(): number {
    return call('Sheet.view', 'Sheet.getFrozenColumns', this.#id).frozenColumns;
  }

  setFrozenColumns(columns: number): void {
    signature('SpreadsheetApp.Sheet.setFrozenColumns', arguments, 'number');
    this.#update('Sheet.setFrozenColumns', { frozenColumns: columns });
  }

  getTabColor(): string | null {
    return call('Sheet.view', 'Sheet.getTabColor', this.#id).tabColor;
  }

  setTabColor(color: string | null): this {
    signature('SpreadsheetApp.Sheet.setTabColor', arguments, 'string|null');
    return this.#update('Sheet.setTabColor', { tabColor: color });
  }

  isSheetHidden(): boolean {
    return call('Sheet.view', 'Sheet.isSheetHidden', this.#id).hidden;
  }

  hideSheet(): this {
    return this.#update('Sheet.hideSheet', { hidden: true });
  }

  showSheet(): this {
    return this.#update('Sheet.showSheet', { hidden: false });
  }

  copyTo(spreadsheet: Spreadsheet): Sheet {
    const { title } = call('Sheet.view', 'Sheet.copyTo', this.#id);
    if (spreadsheet.getId() !== activeSpreadsheet().getId()) {
      throw exception('Sheet.copyTo another spreadsheet is not in the stand-in');
    }
    return new Sheet(call('Spreadsheet.duplicateSheet', 'Sheet.copyTo', this.#id, `Copy of ${title}`).sheetId);
  }

  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): this {
    const all = !options?.contentsOnly && !options?.formatOnly;
    call('Sheet.clear', 'Sheet.clear', this.#id, {
      contents: all || options?.contentsOnly === true,
      formats: all || options?.formatOnly === true,
      notes: all,
    });
    return this;
  }

  clearContents(): this {
    call('Sheet.clear', 'Sheet.clearContents', this.#id, { contents: true, formats: false, notes: false });
    return this;
  }

  clearFormats(): this {
    call('Sheet.clear', 'Sheet.clearFormats', this.#id, { contents: false, formats: true, notes: false });
    return this;
  }

  clearNotes(): this {
    call('Sheet.clear', 'Sheet.clearNotes', this.#id, { contents: false, formats: false, notes: true });
    return this;
  }

  protect(): Protection {
    const entry = { sheetId: this.#id, rect: null, description: '', warningOnly: false };
    return new Protection(call('Protection.add', 'Sheet.protect', entry));
  }

  getProtections(type: EnumValue): Protection[] {
    const kind = type === protectionTypes.SHEET ? 'SHEET' : 'RANGE';
    return call('Protection.list', 'Sheet.getProtections', this.#id, kind).map((view) => new Protection(view));
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    const rules = call('Sheet.conditionalRules', 'Sheet.getConditionalFormatRules', this.#id);
    return rules.map((rule) => new ConditionalFormatRule(rule));
  }

  setConditionalFormatRules(rules: ConditionalFormatRule[]): void {
    signature('SpreadsheetApp.Sheet.setConditionalFormatRules', arguments, 'array');
    call(
      'Sheet.setConditionalRules',
      'Sheet.setConditionalFormatRules',
      this.#id,
      rules.map((rule) => rule[ruleOf]),
    );
  }

  clearConditionalFormatRules(): void {
    call('Sheet.setConditionalRules', 'Sheet.clearConditionalFormatRules', this.#id, []);
  }

  addDeveloperMetadata(...args: unknown[]): this {
    const entry = metadataArguments('SpreadsheetApp.Sheet.addDeveloperMetadata', args);
    const target = { on: 'sheet', sheetId: this.#id } as const;
    call('DeveloperMetadata.add', 'Sheet.addDeveloperMetadata', { ...entry, target });
    return this;
  }

  /** What hangs on the tab itself, not on its rows and columns. */
  getDeveloperMetadata(): DeveloperMetadata[] {
    const found = call('DeveloperMetadata.find', 'Sheet.getDeveloperMetadata', { on: { sheetId: this.#id } });
    return found.map((entry) => new DeveloperMetadata(entry));
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder({ within: { sheetId: this.#id } });
  }

  toString(): string {
    return 'Sheet';
  }

  #update(as: string, change: SheetChange): this {
    call('Sheet.update', as, this.#id, change);
    return this;
  }

  #whole(as: string): Rect {
    const { rows, columns } = call('Sheet.view', as, this.#id);
    return { sheetId: this.#id, row: 1, column: 1, rows, columns };
  }
}

registerClass('Sheet', Sheet);
