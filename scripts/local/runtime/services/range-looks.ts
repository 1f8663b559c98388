// The part of Range that is about looks, notes and validation rules.
import type { LookName, Rect } from '../protocol';
import { call } from './bridge';
import { type DataValidation, fromValidation, validationOf } from './data-validation';
import type { EnumValue } from './enums';
import { corner, fill, first, patch, RangeArea, rectOf } from './range-area';
import { signature } from './signature';
import { wrapStrategies } from './spreadsheet-enums';

export class RangeLooks extends RangeArea {
  getNumberFormats(): string[][] {
    return call('Range.getNumberFormats', 'Range.getNumberFormats', this[rectOf]);
  }

  getNumberFormat(): string {
    return first(call('Range.getNumberFormats', 'Range.getNumberFormat', corner(this)), '');
  }

  setNumberFormat(format: string): this {
    signature('SpreadsheetApp.Range.setNumberFormat', arguments, 'string');
    return fill(this, 'Range.setNumberFormat', { numberFormat: plainFormat(format) });
  }

  setNumberFormats(formats: string[][]): this {
    signature('SpreadsheetApp.Range.setNumberFormats', arguments, 'grid');
    return patch(this, 'Range.setNumberFormats', formats, (format) => ({ numberFormat: plainFormat(format) }));
  }

  getNotes(): string[][] {
    return looksOf(this[rectOf], 'Range.getNotes', 'note', '');
  }

  getNote(): string {
    return first(looksOf(corner(this), 'Range.getNote', 'note', ''), '');
  }

  setNote(note: string | null): this {
    signature('SpreadsheetApp.Range.setNote', arguments, 'string|null');
    return fill(this, 'Range.setNote', { note: note || null });
  }

  setNotes(notes: (string | null)[][]): this {
    signature('SpreadsheetApp.Range.setNotes', arguments, 'grid');
    return patch(this, 'Range.setNotes', notes, (note) => ({ note: note || null }));
  }

  clearNote(): this {
    return fill(this, 'Range.clearNote', { note: null });
  }

  getBackgrounds(): string[][] {
    return looksOf(this[rectOf], 'Range.getBackgrounds', 'background', '#ffffff');
  }

  getBackground(): string {
    return first(looksOf(corner(this), 'Range.getBackground', 'background', '#ffffff'), '#ffffff');
  }

  setBackground(color: string | null): this {
    signature('SpreadsheetApp.Range.setBackground', arguments, 'string|null');
    return fill(this, 'Range.setBackground', { background: color });
  }

  setBackgrounds(colors: (string | null)[][]): this {
    signature('SpreadsheetApp.Range.setBackgrounds', arguments, 'grid');
    return patch(this, 'Range.setBackgrounds', colors, (background) => ({ background }));
  }

  getFontColors(): string[][] {
    return looksOf(this[rectOf], 'Range.getFontColors', 'fontColor', '#000000');
  }

  setFontColor(color: string | null): this {
    signature('SpreadsheetApp.Range.setFontColor', arguments, 'string|null');
    return fill(this, 'Range.setFontColor', { fontColor: color });
  }

  setFontColors(colors: (string | null)[][]): this {
    signature('SpreadsheetApp.Range.setFontColors', arguments, 'grid');
    return patch(this, 'Range.setFontColors', colors, (fontColor) => ({ fontColor }));
  }

  getFontWeights(): string[][] {
    return looksOf(this[rectOf], 'Range.getFontWeights', 'fontWeight', 'normal');
  }

  setFontWeight(weight: string | null): this {
    signature('SpreadsheetApp.Range.setFontWeight', arguments, 'string|null');
    return fill(this, 'Range.setFontWeight', { fontWeight: weight });
  }

  setFontWeights(weights: (string | null)[][]): this {
    signature('SpreadsheetApp.Range.setFontWeights', arguments, 'grid');
    return patch(this, 'Range.setFontWeights', weights, (fontWeight) => ({ fontWeight }));
  }

  setWrap(wrap: boolean): this {
    signature('SpreadsheetApp.Range.setWrap', arguments, 'boolean');
    return fill(this, 'Range.setWrap', { wrap });
  }

  setWrapStrategy(strategy: EnumValue): this {
    return fill(this, 'Range.setWrapStrategy', { wrap: strategy === wrapStrategies.WRAP });
  }

  getDataValidations(): (DataValidation | null)[][] {
    const rules = call('Range.getDataValidations', 'Range.getDataValidations', this[rectOf]);
    return rules.map((row) => row.map(fromValidation));
  }

  getDataValidation(): DataValidation | null {
    const rules = call('Range.getDataValidations', 'Range.getDataValidation', corner(this));
    return fromValidation(first(rules, null));
  }

  setDataValidation(rule: DataValidation | null): this {
    signature('SpreadsheetApp.Range.setDataValidation', arguments, 'object|null');
    return fill(this, 'Range.setDataValidation', { validation: rule ? rule[validationOf] : null });
  }

  setDataValidations(rules: (DataValidation | null)[][]): this {
    signature('SpreadsheetApp.Range.setDataValidations', arguments, 'grid');
    return patch(this, 'Range.setDataValidations', rules, (rule) => ({ validation: rule ? rule[validationOf] : null }));
  }

  clearDataValidations(): this {
    return fill(this, 'Range.clearDataValidations', { validation: null });
  }

  insertCheckboxes(): this {
    signature('SpreadsheetApp.Range.insertCheckboxes', arguments, '');
    const validation = { type: 'CHECKBOX', values: [], allowInvalid: false, showDropdown: true, helpText: null };
    return fill(this, 'Range.insertCheckboxes', { validation });
  }

  removeCheckboxes(): this {
    return fill(this, 'Range.removeCheckboxes', { validation: null });
  }
}

function looksOf(rect: Rect, as: string, look: LookName, blank: string): string[][] {
  return call('Range.getLooks', as, rect, look).map((row) => row.map((value) => value ?? blank));
}

/** 'general' resets to automatic. */
function plainFormat(format: string): string {
  return format.toLowerCase() === 'general' ? '' : format;
}
