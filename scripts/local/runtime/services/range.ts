// Range: a rectangle of cells. Values, blocks and metadata stand here, looks and rules in range-looks.ts.
import { fromR1C1 } from '../../engine/formula/r1c1';
import { call, exception, outside } from './bridge';
import { requireSize, type ScriptValue, toCell, toValues } from './cells';
import { DeveloperMetadata, DeveloperMetadataFinder, metadataArguments } from './developer-metadata';
import { Filter } from './filter';
import { Protection } from './protection';
import { clearParts, corner, fill, first, patch, rectOf } from './range-area';
import { RangeLooks } from './range-looks';
import { registerClass } from './register';
import { focusCell, select } from './selection';
import { Sheet } from './sheet';
import { signature } from './signature';
import { TextFinder } from './text-finder';

export { rectOf };

export type SortSpec = number | { column: number; ascending?: boolean };

export class Range extends RangeLooks {
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
    return outside(() => first(toValues(call('Range.getValues', 'Range.getValue', corner(this))), ''));
  }

  getDisplayValues(): string[][] {
    return call('Range.getDisplayValues', 'Range.getDisplayValues', this[rectOf]);
  }

  getDisplayValue(): string {
    return first(call('Range.getDisplayValues', 'Range.getDisplayValue', corner(this)), '');
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
    return fill(this, 'Range.setValue', { input: toCell(value) });
  }

  getFormulas(): string[][] {
    const formulas = call('Range.getFormulas', 'Range.getFormulas', this[rectOf]);
    return formulas.map((row) => row.map((formula) => formula ?? ''));
  }

  getFormula(): string {
    return first(call('Range.getFormulas', 'Range.getFormula', corner(this)), null) ?? '';
  }

  getFormulasR1C1(): string[][] {
    const formulas = call('Range.getFormulasR1C1', 'Range.getFormulasR1C1', this[rectOf]);
    return formulas.map((row) => row.map((formula) => formula ?? ''));
  }

  getFormulaR1C1(): string {
    return first(call('Range.getFormulasR1C1', 'Range.getFormulaR1C1', corner(this)), null) ?? '';
  }

  /** Every cell of the range gets the formula, each as it reads from there. */
  setFormulaR1C1(formula: string): this {
    signature('SpreadsheetApp.Range.setFormulaR1C1', arguments, 'string');
    const { row, column, rows, columns } = this[rectOf];
    const inputs = Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (_, right) => fromR1C1(formula, row + down, column + right)),
    );
    return patch(this, 'Range.setFormulaR1C1', inputs, (text) => ({ input: text === '' ? null : { f: text } }));
  }

  setFormula(formula: string): this {
    signature('SpreadsheetApp.Range.setFormula', arguments, 'string');
    return fill(this, 'Range.setFormula', { input: formula === '' ? null : { f: formula } });
  }

  setFormulas(formulas: string[][]): this {
    signature('SpreadsheetApp.Range.setFormulas', arguments, 'grid');
    return patch(this, 'Range.setFormulas', formulas, (formula) => ({ input: formula === '' ? null : { f: formula } }));
  }

  // ---- blocks ---------------------------------------------------------------------------------------------------

  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): this {
    const all = !options?.contentsOnly && !options?.formatOnly;
    return clearParts(this, 'Range.clear', {
      contents: all || options?.contentsOnly === true,
      formats: all || options?.formatOnly === true,
      notes: all,
      validations: all,
    });
  }

  clearContent(): this {
    return clearParts(this, 'Range.clearContent', { contents: true, formats: false, notes: false, validations: false });
  }

  clearFormat(): this {
    return clearParts(this, 'Range.clearFormat', { contents: false, formats: true, notes: false, validations: false });
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

  // ---- merges and the filter ------------------------------------------------------------------------------------

  merge(): this {
    call('Range.merge', 'Range.merge', [this[rectOf]]);
    return this;
  }

  /** Merges each row of the range. */
  mergeAcross(): this {
    const { rows } = this[rectOf];
    const strips = Array.from({ length: rows }, (_, row) => this.#part(row, 0, 1, this[rectOf].columns)[rectOf]);
    call('Range.merge', 'Range.mergeAcross', strips);
    return this;
  }

  /** Merges each column of the range. */
  mergeVertically(): this {
    const { columns } = this[rectOf];
    const strips = Array.from({ length: columns }, (_, column) => this.#part(0, column, this[rectOf].rows, 1)[rectOf]);
    call('Range.merge', 'Range.mergeVertically', strips);
    return this;
  }

  breakApart(): this {
    call('Range.unmerge', 'Range.breakApart', this[rectOf]);
    return this;
  }

  /** Merges that have a cell in the range, each as a whole. */
  getMergedRanges(): Range[] {
    return call('Range.merges', 'Range.getMergedRanges', this[rectOf]).map((rect) => new Range(rect));
  }

  isPartOfMerge(): boolean {
    return call('Range.merges', 'Range.isPartOfMerge', this[rectOf]).length > 0;
  }

  /** The first row of the range is the header. */
  createFilter(): Filter {
    call('Filter.create', 'Range.createFilter', this[rectOf]);
    return new Filter(this[rectOf].sheetId);
  }

  getFilter(): Filter | null {
    return call('Filter.get', 'Range.getFilter', this[rectOf].sheetId) ? new Filter(this[rectOf].sheetId) : null;
  }

  activate(): this {
    select('Range.activate', this[rectOf]);
    return this;
  }

  activateAsCurrentCell(): this {
    focusCell('Range.activateAsCurrentCell', this[rectOf]);
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

  override toString(): string {
    return 'Range';
  }

  #part(row: number, column: number, rows: number, columns: number): Range {
    const rect = this[rectOf];
    return new Range({ ...rect, row: rect.row + row, column: rect.column + column, rows, columns });
  }
}

registerClass('Range', Range);
