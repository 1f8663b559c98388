// One cell as it is kept: a bare primitive when it is only a value, an object when it also has a formula, format or note.
import type { CellPatch, CellValue, Validation } from './types';

/** Attributes a whole column can have; a cell's own one wins, and an own null or '' means "none here". */
export interface Attributes {
  numberFormat?: string;
  background?: string | null;
  fontColor?: string | null;
  fontWeight?: string | null;
  wrap?: boolean;
  validation?: Validation | null;
}

export type AttributeName = keyof Attributes;

export const ATTRIBUTE_NAMES: readonly AttributeName[] = [
  'numberFormat',
  'background',
  'fontColor',
  'fontWeight',
  'wrap',
  'validation',
];

export interface CellObject extends Attributes {
  value?: string | number | boolean;
  formula?: string;
  note?: string;
}

/** `null` and `undefined` are blank cells without anything of their own. */
export type Stored = string | number | boolean | CellObject | null | undefined;

/** A patch whose typed input has been read. What is absent stays. */
export interface Change extends Attributes {
  /** Present with `value`: null for a plain value, the text (with `=`) for a formula. */
  formula?: string | null;
  value?: CellValue;
  /** The format a typed date or amount brings along; used when the cell has none. */
  impliedFormat?: string;
  note?: string | null;
}

export function isObject(stored: Stored): stored is CellObject {
  return typeof stored === 'object' && stored !== null;
}

export function storedValue(stored: Stored): CellValue {
  if (isObject(stored)) return stored.value ?? null;
  return stored ?? null;
}

export function storedFormula(stored: Stored): string | null {
  return isObject(stored) ? (stored.formula ?? null) : null;
}

/** True when the cell counts for getLastRow: a value or a formula. */
export function hasContent(stored: Stored): boolean {
  if (!isObject(stored)) return stored !== null && stored !== undefined;
  return stored.value !== undefined || stored.formula !== undefined;
}

/** The attributes of a patch, with `general` read as automatic. */
export function patchAttributes(patch: CellPatch): Attributes {
  const attributes: Attributes = {};
  if (patch.numberFormat !== undefined) attributes.numberFormat = normalFormat(patch.numberFormat);
  if (patch.background !== undefined) attributes.background = patch.background;
  if (patch.fontColor !== undefined) attributes.fontColor = patch.fontColor;
  if (patch.fontWeight !== undefined) attributes.fontWeight = patch.fontWeight;
  if (patch.wrap !== undefined) attributes.wrap = patch.wrap;
  if (patch.validation !== undefined) attributes.validation = patch.validation;
  return attributes;
}

function normalFormat(format: string): string {
  return /^general$/i.test(format) ? '' : format;
}

/** One change after another, as one. */
export function mergeChanges(first: Change, second: Change): Change {
  const merged = { ...first, ...second };
  // A value typed later brings its own implied format, or none.
  if ('value' in second && second.impliedFormat === undefined) delete merged.impliedFormat;
  return merged;
}

/** The cell after the change. `columnFormat` is the format it would inherit. */
export function applyChange(stored: Stored, change: Change, columnFormat: string): Stored {
  const cell: CellObject = isObject(stored) ? { ...stored } : plain(stored);
  for (const name of ATTRIBUTE_NAMES) {
    if (change[name] !== undefined) Object.assign(cell, { [name]: change[name] });
  }
  if (change.value !== undefined) {
    if (change.value === null) delete cell.value;
    else cell.value = change.value;
    if (change.formula) cell.formula = change.formula;
    else delete cell.formula;
    if (change.impliedFormat && (cell.numberFormat ?? columnFormat) === '') cell.numberFormat = change.impliedFormat;
  }
  if (change.note !== undefined) {
    if (change.note === null || change.note === '') delete cell.note;
    else cell.note = change.note;
  }
  return compact(cell);
}

function plain(stored: string | number | boolean | null | undefined): CellObject {
  return stored === null || stored === undefined ? {} : { value: stored };
}

/** A cell with only a value becomes that value, so that big tabs stay small. */
export function compact(cell: CellObject): Stored {
  const names = Object.keys(cell);
  if (names.length === 0) return null;
  return names.length === 1 && cell.value !== undefined ? cell.value : cell;
}

/** The cell without its own copy of some attributes, when the column now says them. */
export function withoutAttributes(stored: Stored, names: readonly AttributeName[]): Stored {
  if (!isObject(stored)) return stored;
  const cell = { ...stored };
  for (const name of names) delete cell[name];
  return compact(cell);
}
