// Filter: what a tab's one filter hides, column by column, and sorting inside it.
import type { FilterEntry } from '../protocol';
import { call, exception } from './bridge';
import { criterionOf, FilterCriteria } from './filter-criteria';
import { Range } from './range';
import { registerClass } from './register';
import { signature } from './signature';

/** Names its tab, as the filter of a tab is only one. */
export class Filter {
  readonly #sheetId: number;

  constructor(sheetId: number) {
    this.#sheetId = sheetId;
  }

  getRange(): Range {
    return new Range(this.#entry('Filter.getRange').rect);
  }

  remove(): void {
    call('Filter.set', 'Filter.remove', this.#sheetId, null);
  }

  /** The column is the sheet's. */
  setColumnFilterCriteria(column: number, criteria: FilterCriteria | null): this {
    signature('SpreadsheetApp.Filter.setColumnFilterCriteria', arguments, 'number,object|null');
    const others = this.#entry('Filter.setColumnFilterCriteria', column).criteria.filter(
      (one) => one.column !== column,
    );
    const wanted = criteria ? [{ column, ...criteria[criterionOf] }] : [];
    call('Filter.set', 'Filter.setColumnFilterCriteria', this.#sheetId, [...others, ...wanted]);
    return this;
  }

  getColumnFilterCriteria(column: number): FilterCriteria | null {
    signature('SpreadsheetApp.Filter.getColumnFilterCriteria', arguments, 'number');
    const { criteria } = this.#entry('Filter.getColumnFilterCriteria', column);
    const found = criteria.find((one) => one.column === column);
    return found ? new FilterCriteria(found) : null;
  }

  removeColumnFilterCriteria(column: number): this {
    signature('SpreadsheetApp.Filter.removeColumnFilterCriteria', arguments, 'number');
    return this.setColumnFilterCriteria(column, null);
  }

  /** Sorts what stands below the header row (APPS_SCRIPT.md 2.2); hidden rows are sorted as well. */
  sort(column: number, ascending: boolean): this {
    signature('SpreadsheetApp.Filter.sort', arguments, 'number,boolean');
    const { rect, criteria } = this.#entry('Filter.sort', column);
    if (rect.rows < 2) return this;
    call('Range.sort', 'Filter.sort', { ...rect, row: rect.row + 1, rows: rect.rows - 1 }, [{ column, ascending }]);
    // The rows that fit stand elsewhere now.
    if (criteria.length > 0) call('Filter.set', 'Filter.sort', this.#sheetId, criteria);
    return this;
  }

  toString(): string {
    return 'Filter';
  }

  #entry(as: string, column?: number): FilterEntry {
    const filter = call('Filter.get', as, this.#sheetId);
    if (!filter) throw exception('The filter does not exist.');
    const { rect } = filter;
    if (column !== undefined && (column < rect.column || column >= rect.column + rect.columns))
      throw exception(`Column ${column} is outside of the filter's range.`);
    return filter;
  }
}

registerClass('Filter', Filter);
