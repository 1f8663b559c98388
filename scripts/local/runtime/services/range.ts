// Range: a rectangle of cells.
import { rectToA1 } from '../calls/a1';
import type { LookPatch, Rect } from '../protocol';
import { call, exception, outside } from './bridge';
import { requireSize, type ScriptValue, toCell, toValues } from './cells';
import { type DataValidation, fromValidation, validationOf } from './data-validation';
import { DeveloperMetadata, DeveloperMetadataFinder, metadataArguments } from './developer-metadata';
import type { EnumValue } from './enums';
import { Protection } from './protection';
import { registerClass } from './register';
import { Sheet } from './sheet';
import { signature } from './signature';
import { wrapStrategies } from './spreadsheet-enums';
import { TextFinder } from './text-finder';

/** Where the rectangle of a Range is kept, out of a script's sight. */
export const rectOf = Symbol('rect');

export type SortSpec = number | { column: number; ascending?: boolean };

export class Range {
  readonly [rectOf]: Rect;

  constructor(rect: Rect) {
    this[rectOf] = rect;
  }

  getRow(): number {
    return this[rectOf].row;
  }

  getColumn(): number {
    return this[rectOf].column;
  }

  getRowIndex(): number {
    return this[rectOf].row;
  }

  getLastRow(): number {
    return this[rectOf].row + this[rectOf].rows - 1;
  }

  getLastColumn(): number {
    return this[rectOf].column + this[rectOf].columns - 1;
  }

  getNumRows(): number {
    return this[rectOf].rows;
  }

  getNumColumns(): number {
    return this[rectOf].columns;
  }

  getHeight(): number {
    return this[rectOf].rows;
  }

  getWidth(): number {
    return this[rectOf].columns;
  }

  getA1Notation(): string {
    return rectToA1(this[rectOf]);
  }

  getSheet(): Sheet {
    return new Sheet(this[rectOf].sheetId);
  }

  getGridId(): number {
    return this[rectOf].sheetId;
  }

  getCell(row: number, column: number): Range {
    signature('SpreadsheetApp.Range.getCell', arguments, 'number,number');
    const { rows, columns } = this[rectOf];
    if (row < 1 || column < 1 || row > rows || column > columns) throw exception('Cell reference out of range');
    return this.#part(row - 1, column - 1, 1, 1);
  }

  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number): Range {
    signature(
      'SpreadsheetApp.Range.offset',
      arguments,
      'number,number',
      'number,number,number',
      'number,number,number,number',
    );
    const { rows, columns } = this[rectOf];
    const moved = this.#part(rowOffset, columnOffset, numRows ?? rows, numColumns ?? columns);
    return new Range(call('Sheet.getRange', 'Range.offset', moved[rectOf]));
  }

  // ---- values ---------------------------------------------------------------------------------------------------

  getValues(): ScriptValue[][] {
    return outside(() => toValues(call('Range.getValues', 'Range.getValues', this[rectOf])));
  }

  getValue(): ScriptValue {
    return outside(() => first(toValues(call('Range.getValues', 'Range.getValue', this.#corner())), ''));
  }

  getDisplayValues(): string[][] {
    return call('Range.getDisplayValues', 'Range.getDisplayValues', this[rectOf]);
  }

  getDisplayValue(): string {
    return first(call('Range.getDisplayValues', 'Range.getDisplayValue', this.#corner()), '');
  }

  isBlank(): boolean {
    const { values } = call('Range.getValues', 'Range.isBlank', this[rectOf]);
    return values.every((row) => row.every((value) => value === null));
  }

  setValues(values: unknown[][]): this {
    signature('SpreadsheetApp.Range.setValues', arguments, 'grid');
    requireSize(values, this[rectOf].rows, this[rectOf].columns);
    outside(() =>
      call(
        'Range.setValues',
        'Range.setValues',
        this[rectOf],
        values.map((row) => Array.from(row, toCell)),
      ),
    );
    return this;
  }

  setValue(value: unknown): this {
    signature('SpreadsheetApp.Range.setValue', arguments, 'any');
    return this.#fill('Range.setValue', { input: toCell(value) });
  }

  getFormulas(): string[][] {
    const formulas = call('Range.getFormulas', 'Range.getFormulas', this[rectOf]);
    return formulas.map((row) => row.map((formula) => formula ?? ''));
  }

  getFormula(): string {
    return first(call('Range.getFormulas', 'Range.getFormula', this.#corner()), null) ?? '';
  }

  setFormula(formula: string): this {
    signature('SpreadsheetApp.Range.setFormula', arguments, 'string');
    return this.#fill('Range.setFormula', { input: formula === '' ? null : { f: formula } });
  }

  setFormulas(formulas: string[][]): this {
    signature('SpreadsheetApp.Range.setFormulas', arguments, 'grid');
    return this.#patch('Range.setFormulas', formulas, (formula) => ({ input: formula === '' ? null : { f: formula } }));
  }

  // ---- looks ----------------------------------------------------------------------------------------------------

  getNumberFormats(): string[][] {
    return call('Range.getNumberFormats', 'Range.getNumberFormats', this[rectOf]);
  }

  getNumberFormat(): string {
    return first(call('Range.getNumberFormats', 'Range.getNumberFormat', this.#corner()), '');
  }

  setNumberFormat(format: string): this {
    signature('SpreadsheetApp.Range.setNumberFormat', arguments, 'string');
    return this.#fill('Range.setNumberFormat', { numberFormat: plainFormat(format) });
  }

  setNumberFormats(formats: string[][]): this {
    signature('SpreadsheetApp.Range.setNumberFormats', arguments, 'grid');
    return this.#patch('Range.setNumberFormats', formats, (format) => ({ numberFormat: plainFormat(format) }));
  }

  getNotes(): string[][] {
    return this.#looks('Range.getNotes', 'note', '');
  }

  getNote(): string {
    return first(new Range(this.#corner()).#looks('Range.getNote', 'note', ''), '');
  }

  setNote(note: string | null): this {
    signature('SpreadsheetApp.Range.setNote', arguments, 'string|null');
    return this.#fill('Range.setNote', { note: note || null });
  }

  setNotes(notes: (string | null)[][]): this {
    signature('SpreadsheetApp.Range.setNotes', arguments, 'grid');
    return this.#patch('Range.setNotes', notes, (note) => ({ note: note || null }));
  }

  clearNote(): this {
    return this.#fill('Range.clearNote', { note: null });
  }

  getBackgrounds(): string[][] {
    return this.#looks('Range.getBackgrounds', 'background', '#ffffff');
  }

  getBackground(): string {
    return first(new Range(this.#corner()).#looks('Range.getBackground', 'background', '#ffffff'), '#ffffff');
  }

  setBackground(color: string | null): this {
    signature('SpreadsheetApp.Range.setBackground', arguments, 'string|null');
    return this.#fill('Range.setBackground', { background: color });
  }

  setBackgrounds(colors: (string | null)[][]): this {
    signature('SpreadsheetApp.Range.setBackgrounds', arguments, 'grid');
    return this.#patch('Range.setBackgrounds', colors, (background) => ({ background }));
  }

  getFontColors(): string[][] {
    return this.#looks('Range.getFontColors', 'fontColor', '#000000');
  }

  setFontColor(color: string | null): this {
    signature('SpreadsheetApp.Range.setFontColor', arguments, 'string|null');
    return this.#fill('Range.setFontColor', { fontColor: color });
  }

  setFontColors(colors: (string | null)[][]): this {
    signature('SpreadsheetApp.Range.setFontColors', arguments, 'grid');
    return this.#patch('Range.setFontColors', colors, (fontColor) => ({ fontColor }));
  }

  getFontWeights(): string[][] {
    return this.#looks('Range.getFontWeights', 'fontWeight', 'normal');
  }

  setFontWeight(weight: string | null): this {
    signature('SpreadsheetApp.Range.setFontWeight', arguments, 'string|null');
    return this.#fill('Range.setFontWeight', { fontWeight: weight });
  }

  setFontWeights(weights: (string | null)[][]): this {
    signature('SpreadsheetApp.Range.setFontWeights', arguments, 'grid');
    return this.#patch('Range.setFontWeights', weights, (fontWeight) => ({ fontWeight }));
  }

  setWrap(wrap: boolean): this {
    signature('SpreadsheetApp.Range.setWrap', arguments, 'boolean');
    return this.#fill('Range.setWrap', { wrap });
  }

  setWrapStrategy(strategy: EnumValue): this {
    return this.#fill('Range.setWrapStrategy', { wrap: strategy === wrapStrategies.WRAP });
  }

  // ---- rules ----------------------------------------------------------------------------------------------------

  getDataValidations(): (DataValidation | null)[][] {
    const rules = call('Range.getDataValidations', 'Range.getDataValidations', this[rectOf]);
    return rules.map((row) => row.map(fromValidation));
  }

  getDataValidation(): DataValidation | null {
    const rules = call('Range.getDataValidations', 'Range.getDataValidation', this.#corner());
    return fromValidation(first(rules, null));
  }

  setDataValidation(rule: DataValidation | null): this {
    signature('SpreadsheetApp.Range.setDataValidation', arguments, 'object|null');
    return this.#fill('Range.setDataValidation', { validation: rule ? rule[validationOf] : null });
  }

  setDataValidations(rules: (DataValidation | null)[][]): this {
    signature('SpreadsheetApp.Range.setDataValidations', arguments, 'grid');
    return this.#patch('Range.setDataValidations', rules, (rule) => ({ validation: rule ? rule[validationOf] : null }));
  }

  clearDataValidations(): this {
    return this.#fill('Range.clearDataValidations', { validation: null });
  }

  insertCheckboxes(): this {
    signature('SpreadsheetApp.Range.insertCheckboxes', arguments, '');
    const validation = { type: 'CHECKBOX', values: [], allowInvalid: false, showDropdown: true, helpText: null };
    return this.#fill('Range.insertCheckboxes', { validation });
  }

  removeCheckboxes(): this {
    return this.#fill('Range.removeCheckboxes', { validation: null });
  }

  // ---- blocks ---------------------------------------------------------------------------------------------------

  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): this {
    const all = !options?.contentsOnly && !options?.formatOnly;
    return this.#clearParts('Range.clear', {
      contents: all || options?.contentsOnly === true,
      formats: all || options?.formatOnly === true,
      notes: all,
      validations: all,
    });
  }

  clearContent(): this {
    return this.#clearParts('Range.clearContent', { contents: true, formats: false, notes: false, validations: false });
  }

  clearFormat(): this {
    return this.#clearParts('Range.clearFormat', { contents: false, formats: true, notes: false, validations: false });
  }

  /** Columns are the sheet's, not counted from the range (APPS_SCRIPT.md 2.2). */
  sort(spec: SortSpec | SortSpec[]): this {
    signature('SpreadsheetApp.Range.sort', arguments, 'number', 'object');
    const by = (Array.isArray(spec) ? spec : [spec]).map((one) =>
      typeof one === 'number'
        ? { column: one, ascending: true }
        : { column: one.column, ascending: one.ascending ?? true },
    );
    call('Range.sort', 'Range.sort', this[rectOf], by);
    return this;
  }

  copyTo(destination: Range, options?: { contentsOnly?: boolean; formatOnly?: boolean }): void {
    signature('SpreadsheetApp.Range.copyTo', arguments, 'object', 'object,object');
    call('Range.copyTo', 'Range.copyTo', this[rectOf], destination[rectOf], {
      contents: !options?.contentsOnly && !options?.formatOnly,
      values: options?.contentsOnly === true,
      formats: !options?.contentsOnly,
    });
  }

  protect(): Protection {
    const { sheetId } = this[rectOf];
    return new Protection(
      call('Protection.add', 'Range.protect', { sheetId, rect: this[rectOf], description: '', warningOnly: false }),
    );
  }

  canEdit(): boolean {
    return call('Range.canEdit', 'Range.canEdit', this[rectOf]);
  }

  /** The stand-in has no merged cells. */
  getMergedRanges(): Range[] {
    return [];
  }

  isPartOfMerge(): boolean {
    return false;
  }

  activate(): this {
    return this;
  }

  createTextFinder(text: string): TextFinder {
    signature('SpreadsheetApp.Range.createTextFinder', arguments, 'string');
    return new TextFinder(text, () => [this[rectOf]]);
  }

  addDeveloperMetadata(...args: unknown[]): this {
    const entry = metadataArguments('SpreadsheetApp.Range.addDeveloperMetadata', args);
    const target = { on: 'range', rect: this[rectOf] } as const;
    call('DeveloperMetadata.add', 'Range.addDeveloperMetadata', { ...entry, target });
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    const { sheetId } = this[rectOf];
    const found = call('DeveloperMetadata.find', 'Range.getDeveloperMetadata', {
      within: { sheetId, rect: this[rectOf] },
    });
    return found.map((entry) => new DeveloperMetadata(entry));
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder({ within: { sheetId: this[rectOf].sheetId, rect: this[rectOf] } });
  }

  toString(): string {
    return 'Range';
  }

  #corner(): Rect {
    return { ...this[rectOf], rows: 1, columns: 1 };
  }

  #part(row: number, column: number, rows: number, columns: number): Range {
    const rect = this[rectOf];
    return new Range({ ...rect, row: rect.row + row, column: rect.column + column, rows, columns });
  }

  #fill(as: string, patch: LookPatch): this {
    call('Range.fill', as, [this[rectOf]], patch);
    return this;
  }

  #patch<T>(as: string, grid: T[][], toPatch: (one: T) => LookPatch): this {
    requireSize(grid, this[rectOf].rows, this[rectOf].columns);
    outside(() =>
      call(
        'Range.patch',
        as,
        this[rectOf],
        grid.map((row) => row.map(toPatch)),
      ),
    );
    return this;
  }

  #clearParts(as: string, what: { contents: boolean; formats: boolean; notes: boolean; validations: boolean }): this {
    call('Range.clear', as, [this[rectOf]], what);
    return this;
  }

  #looks(as: string, look: 'note' | 'background' | 'fontColor' | 'fontWeight', blank: string): string[][] {
    return call('Range.getLooks', as, this[rectOf], look).map((row) => row.map((value) => value ?? blank));
  }
}

function first<T>(grid: T[][], blank: T): T {
  return grid[0]?.[0] ?? blank;
}

/** 'general' resets to automatic. */
function plainFormat(format: string): string {
  return format.toLowerCase() === 'general' ? '' : format;
}

registerClass('Range', Range);
