// Argument checks in Google's words: "The parameters (String) don't match the method signature for …".
import { exception } from './bridge';

type Check = (value: unknown) => boolean;

const checks: { [type: string]: Check } = {
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
  grid: (value) => Array.isArray(value) && value.every((row) => Array.isArray(row)),
  date: isDate,
  object: (value) => typeof value === 'object' && value !== null,
  null: (value) => value === null || value === undefined,
  any: () => true,
};

/**
 * Throws unless the arguments fit one of the signatures, each a list like `number,number` or `string|null`.
 * `method` with its class: `SpreadsheetApp.Range.setValue`.
 */
export function signature(method: string, args: ArrayLike<unknown>, ...signatures: string[]): void {
  const given = Array.from(args);
  if (signatures.some((text) => fits(given, text))) return;
  throw exception(`The parameters (${given.map(typeName).join(',')}) don't match the method signature for ${method}.`);
}

/** Also true for Dates of another realm. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

function fits(args: readonly unknown[], text: string): boolean {
  const types = text === '' ? [] : text.split(',');
  return (
    args.length === types.length &&
    args.every((value, index) => (types[index] ?? '').split('|').some((type) => checks[type]?.(value)))
  );
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return 'number';
  if (Array.isArray(value)) return 'number[]';
  if (isDate(value)) return 'Date';
  return '(class)';
}
