// FilterCriteria and its builder: hidden values, a condition, or both.
import type { FilterEntry } from '../protocol';
import { exception } from './bridge';
import { registerClass } from './register';
import { signature } from './signature';

type Criterion = Omit<FilterEntry['criteria'][number], 'column'>;

/** Where a criterion is kept, out of a script's sight. */
export const criterionOf = Symbol('criterion');

export class FilterCriteria {
  readonly [criterionOf]: Criterion;

  constructor({ hiddenValues, condition }: Criterion) {
    this[criterionOf] = { hiddenValues, condition };
  }

  getHiddenValues(): string[] {
    return [...this[criterionOf].hiddenValues];
  }

  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this[criterionOf]);
  }

  toString(): string {
    return 'FilterCriteria';
  }
}

export class FilterCriteriaBuilder {
  #criterion: Criterion;

  constructor(criterion: Criterion = { hiddenValues: [], condition: null }) {
    this.#criterion = criterion;
  }

  setHiddenValues(values: string[]): this {
    signature('SpreadsheetApp.FilterCriteriaBuilder.setHiddenValues', arguments, 'array');
    this.#criterion = { ...this.#criterion, hiddenValues: values.map(String) };
    return this;
  }

  whenCellEmpty(): this {
    return this.#when('CELL_EMPTY');
  }

  whenCellNotEmpty(): this {
    return this.#when('CELL_NOT_EMPTY');
  }

  whenTextContains(text: string): this {
    return this.#when('TEXT_CONTAINS', text);
  }

  whenTextDoesNotContain(text: string): this {
    return this.#when('TEXT_DOES_NOT_CONTAIN', text);
  }

  whenTextEqualTo(text: string): this {
    return this.#when('TEXT_EQUAL_TO', text);
  }

  whenTextStartsWith(text: string): this {
    return this.#when('TEXT_STARTS_WITH', text);
  }

  whenTextEndsWith(text: string): this {
    return this.#when('TEXT_ENDS_WITH', text);
  }

  whenNumberEqualTo(number: number): this {
    return this.#when('NUMBER_EQUAL_TO', number);
  }

  whenNumberNotEqualTo(number: number): this {
    return this.#when('NUMBER_NOT_EQUAL_TO', number);
  }

  whenNumberGreaterThan(number: number): this {
    return this.#when('NUMBER_GREATER_THAN', number);
  }

  whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.#when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }

  whenNumberLessThan(number: number): this {
    return this.#when('NUMBER_LESS_THAN', number);
  }

  whenNumberLessThanOrEqualTo(number: number): this {
    return this.#when('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }

  whenNumberBetween(start: number, end: number): this {
    return this.#when('NUMBER_BETWEEN', start, end);
  }

  build(): FilterCriteria {
    const { hiddenValues, condition } = this.#criterion;
    if (hiddenValues.length === 0 && !condition)
      throw exception('A filter criterion needs values to hide or a condition.');
    return new FilterCriteria(this.#criterion);
  }

  toString(): string {
    return 'FilterCriteriaBuilder';
  }

  #when(type: string, ...values: (string | number)[]): this {
    this.#criterion = { ...this.#criterion, condition: { type, values: values.map(String) } };
    return this;
  }
}

registerClass('FilterCriteria', FilterCriteria);
registerClass('FilterCriteriaBuilder', FilterCriteriaBuilder);
