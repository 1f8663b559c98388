// DataValidation and its builder: what a cell accepts. By default an invalid value is only warned about.
import type { CellValue } from '../../engine/types';
import { rectToA1 } from '../calls/a1';
import type { Validation } from '../protocol';
import { exception } from './bridge';
import { type EnumValue, nameIn } from './enums';
import { type Range, rectOf } from './range';
import { registerClass } from './register';
import { isDate, signature } from './signature';
import { validationCriteria } from './spreadsheet-enums';

/** Where the rule of a DataValidation is kept, out of a script's sight. */
export const validationOf = Symbol('validation');

type Criteria = keyof typeof validationCriteria;

export class DataValidation {
  readonly [validationOf]: Validation;

  constructor(validation: Validation) {
    this[validationOf] = validation;
  }

  getCriteriaType(): EnumValue {
    return validationCriteria[this[validationOf].type as Criteria];
  }

  /** A list's items and whether it has a dropdown; else the criterion's values. */
  getCriteriaValues(): unknown[] {
    const { type, values, showDropdown } = this[validationOf];
    return type === 'VALUE_IN_LIST' ? [[...values], showDropdown] : [...values];
  }

  getAllowInvalid(): boolean {
    return this[validationOf].allowInvalid;
  }

  getHelpText(): string | null {
    return this[validationOf].helpText;
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this[validationOf]);
  }
}

export class DataValidationBuilder {
  #rule: Validation;
  #chosen: boolean;

  constructor(from?: Validation) {
    this.#rule = from ?? { type: 'VALUE_IN_LIST', values: [], allowInvalid: true, showDropdown: true, helpText: null };
    this.#chosen = from !== undefined;
  }

  requireValueInList(values: string[], showDropdown?: boolean): this {
    signature('SpreadsheetApp.DataValidationBuilder.requireValueInList', arguments, 'array', 'array,boolean');
    return this.#require('VALUE_IN_LIST', values.map(String), showDropdown ?? true);
  }

  requireValueInRange(range: Range, showDropdown?: boolean): this {
    signature('SpreadsheetApp.DataValidationBuilder.requireValueInRange', arguments, 'object', 'object,boolean');
    const title = range.getSheet().getName().replace(/'/g, "''");
    return this.#require('VALUE_IN_RANGE', [`'${title}'!${rectToA1(range[rectOf])}`], showDropdown ?? true);
  }

  requireCheckbox(checked?: string | number | boolean, unchecked?: string | number | boolean): this {
    signature('SpreadsheetApp.DataValidationBuilder.requireCheckbox', arguments, '', 'any', 'any,any');
    return this.#require('CHECKBOX', [checked, unchecked].filter((value) => value !== undefined) as CellValue[]);
  }

  requireDate(): this {
    signature('SpreadsheetApp.DataValidationBuilder.requireDate', arguments, '');
    return this.#require('DATE_IS_VALID_DATE', []);
  }

  requireDateAfter(date: Date): this {
    return this.#date('requireDateAfter', 'DATE_AFTER', arguments, date);
  }

  requireDateBefore(date: Date): this {
    return this.#date('requireDateBefore', 'DATE_BEFORE', arguments, date);
  }

  requireDateOnOrAfter(date: Date): this {
    return this.#date('requireDateOnOrAfter', 'DATE_ON_OR_AFTER', arguments, date);
  }

  requireDateOnOrBefore(date: Date): this {
    return this.#date('requireDateOnOrBefore', 'DATE_ON_OR_BEFORE', arguments, date);
  }

  requireNumberBetween(start: number, end: number): this {
    return this.#number('requireNumberBetween', 'NUMBER_BETWEEN', [start, end]);
  }

  requireNumberNotBetween(start: number, end: number): this {
    return this.#number('requireNumberNotBetween', 'NUMBER_NOT_BETWEEN', [start, end]);
  }

  requireNumberEqualTo(number: number): this {
    return this.#number('requireNumberEqualTo', 'NUMBER_EQUAL_TO', [number]);
  }

  requireNumberGreaterThan(number: number): this {
    return this.#number('requireNumberGreaterThan', 'NUMBER_GREATER_THAN', [number]);
  }

  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.#number('requireNumberGreaterThanOrEqualTo', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
  }

  requireNumberLessThan(number: number): this {
    return this.#number('requireNumberLessThan', 'NUMBER_LESS_THAN', [number]);
  }

  requireNumberLessThanOrEqualTo(number: number): this {
    return this.#number('requireNumberLessThanOrEqualTo', 'NUMBER_LESS_THAN_OR_EQUAL_TO', [number]);
  }

  requireTextContains(text: string): this {
    return this.#text('requireTextContains', 'TEXT_CONTAINS', text);
  }

  requireTextEqualTo(text: string): this {
    return this.#text('requireTextEqualTo', 'TEXT_EQUAL_TO', text);
  }

  requireTextIsEmail(): this {
    signature('SpreadsheetApp.DataValidationBuilder.requireTextIsEmail', arguments, '');
    return this.#require('TEXT_IS_VALID_EMAIL', []);
  }

  requireTextIsUrl(): this {
    signature('SpreadsheetApp.DataValidationBuilder.requireTextIsUrl', arguments, '');
    return this.#require('TEXT_IS_VALID_URL', []);
  }

  requireFormulaSatisfied(formula: string): this {
    return this.#text('requireFormulaSatisfied', 'CUSTOM_FORMULA', formula);
  }

  withCriteria(criteria: EnumValue, values: unknown[]): this {
    signature('SpreadsheetApp.DataValidationBuilder.withCriteria', arguments, 'object,array');
    const type = nameIn(validationCriteria, criteria);
    if (type === null) throw exception('Invalid argument: criteria');
    const [list, dropdown] = values;
    return type === 'VALUE_IN_LIST' && Array.isArray(list)
      ? this.#require(type, list.map(String), dropdown !== false)
      : this.#require(type, values as CellValue[]);
  }

  setAllowInvalid(allowInvalid: boolean): this {
    signature('SpreadsheetApp.DataValidationBuilder.setAllowInvalid', arguments, 'boolean');
    this.#rule = { ...this.#rule, allowInvalid };
    return this;
  }

  setHelpText(helpText: string): this {
    signature('SpreadsheetApp.DataValidationBuilder.setHelpText', arguments, 'string');
    this.#rule = { ...this.#rule, helpText };
    return this;
  }

  build(): DataValidation {
    if (!this.#chosen) throw exception('A data validation rule needs a criterion.');
    return new DataValidation(this.#rule);
  }

  #require(type: Criteria, values: CellValue[], showDropdown = true): this {
    this.#rule = { ...this.#rule, type, values, showDropdown };
    this.#chosen = true;
    return this;
  }

  #date(method: string, type: Criteria, args: ArrayLike<unknown>, date: Date): this {
    signature(`SpreadsheetApp.DataValidationBuilder.${method}`, args, 'date');
    return this.#require(type, [isDate(date) ? date.toISOString().slice(0, 10) : null]);
  }

  #number(method: string, type: Criteria, numbers: number[]): this {
    signature(
      `SpreadsheetApp.DataValidationBuilder.${method}`,
      numbers,
      numbers.length === 2 ? 'number,number' : 'number',
    );
    return this.#require(type, numbers);
  }

  #text(method: string, type: Criteria, text: string): this {
    signature(`SpreadsheetApp.DataValidationBuilder.${method}`, [text], 'string');
    return this.#require(type, [text]);
  }
}

export function fromValidation(validation: Validation | null): DataValidation | null {
  return validation ? new DataValidation(validation) : null;
}

registerClass('DataValidation', DataValidation);
registerClass('DataValidationBuilder', DataValidationBuilder);
