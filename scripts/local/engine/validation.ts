// Data validation that refuses: whether a value fits a cell's rule. Types are Apps Script's criteria names; REST translates.
import { refusedByValidation } from './errors';
import type { CellValue, Validation } from './types';

/** Throws when the rule refuses (`allowInvalid` false) and the value breaks it. Blank always fits. */
export function checkValidation(
  rule: Validation | null | undefined,
  value: CellValue,
  row: number,
  column: number,
): void {
  if (!rule || rule.allowInvalid || value === null) return;
  if (!fits(rule, value)) throw refusedByValidation(row, column);
}

/** True when the value satisfies the rule; a rule of a kind not known here is satisfied by everything. */
export function fits(rule: Validation, value: CellValue): boolean {
  const [first, second] = rule.values;
  switch (rule.type) {
    case 'VALUE_IN_LIST':
      return rule.values.some((allowed) => String(allowed).toLowerCase() === String(value).toLowerCase());
    case 'CHECKBOX':
      return rule.values.length > 0 ? rule.values.includes(value) : typeof value === 'boolean';
    case 'DATE_IS_VALID_DATE':
      return typeof value === 'number';
    case 'TEXT_IS_VALID_EMAIL':
      return typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);
    case 'TEXT_IS_VALID_URL':
      return typeof value === 'string' && /^https?:\/\/\S+$/.test(value);
    case 'TEXT_CONTAINS':
      return String(value).toLowerCase().includes(String(first).toLowerCase());
    case 'TEXT_EQUAL_TO':
      return String(value).toLowerCase() === String(first).toLowerCase();
    case 'NUMBER_BETWEEN':
      return typeof value === 'number' && value >= Number(first) && value <= Number(second);
    case 'NUMBER_NOT_BETWEEN':
      return typeof value === 'number' && (value < Number(first) || value > Number(second));
    case 'NUMBER_GREATER_THAN':
      return typeof value === 'number' && value > Number(first);
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return typeof value === 'number' && value >= Number(first);
    case 'NUMBER_LESS_THAN':
      return typeof value === 'number' && value < Number(first);
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return typeof value === 'number' && value <= Number(first);
    case 'NUMBER_EQUAL_TO':
      return value === Number(first);
    default:
      return true;
  }
}
