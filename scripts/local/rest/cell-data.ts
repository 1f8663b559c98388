// Cells in Google's CellData shape, both ways.
import { z } from 'zod';
import { displayText } from '../engine/format';
import { localeRules } from '../engine/locale';
import type { CellPatch, CellValue, CellView } from '../engine/types';
import { fromRule, ruleSchema, toRule } from './validation-rule';

const colorSchema = z.object({
  red: z.number().optional(),
  green: z.number().optional(),
  blue: z.number().optional(),
});
type Color = z.infer<typeof colorSchema>;

export const formatSchema = z.object({
  numberFormat: z.object({ type: z.string().optional(), pattern: z.string().optional() }).optional(),
  backgroundColor: colorSchema.optional(),
  backgroundColorStyle: z.object({ rgbColor: colorSchema.optional() }).optional(),
  textFormat: z
    .object({
      bold: z.boolean().optional(),
      foregroundColor: colorSchema.optional(),
      foregroundColorStyle: z.object({ rgbColor: colorSchema.optional() }).optional(),
    })
    .optional(),
  wrapStrategy: z.string().optional(),
});

export const cellDataSchema = z.object({
  userEnteredValue: z
    .object({
      numberValue: z.number().optional(),
      stringValue: z.string().optional(),
      boolValue: z.boolean().optional(),
      formulaValue: z.string().optional(),
    })
    .optional(),
  userEnteredFormat: formatSchema.optional(),
  note: z.string().optional(),
  dataValidation: ruleSchema.optional(),
});
export type CellData = z.infer<typeof cellDataSchema>;

/** A cell as Google answers it; `{}` for a blank one. */
export function toCellData(cell: CellView | null, locale: string): object {
  if (!cell) return {};
  const format = formatOf(cell);
  const shown = displayText(cell.value, cell.numberFormat, localeRules(locale));
  return {
    ...(cell.value === null && cell.formula === null ? {} : valuesOf(cell, shown)),
    ...(format ? { userEnteredFormat: format, effectiveFormat: format } : {}),
    ...(cell.note === null ? {} : { note: cell.note }),
    ...(cell.validation ? { dataValidation: fromRule(cell.validation) } : {}),
  };
}

const ERRORS: Record<string, string> = {
  '#N/A': 'N_A',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#REF!': 'REF',
  '#VALUE!': 'VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#ERROR!': 'ERROR',
  '#NULL!': 'NULL_VALUE',
};

function valuesOf(cell: CellView, shown: string): object {
  const error = cell.formula !== null && typeof cell.value === 'string' ? ERRORS[cell.value] : undefined;
  const effectiveValue = error ? { errorValue: { type: error, message: '' } } : extended(cell.value);
  return {
    userEnteredValue: cell.formula === null ? extended(cell.value) : { formulaValue: cell.formula },
    effectiveValue,
    formattedValue: shown,
  };
}

function extended(value: CellValue): object {
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return { stringValue: value ?? '' };
}

function formatOf(cell: CellView): object | null {
  const text = {
    ...(cell.fontWeight === 'bold' ? { bold: true } : {}),
    ...(cell.fontColor ? { foregroundColor: fromHex(cell.fontColor) } : {}),
  };
  const format = {
    ...(cell.numberFormat ? { numberFormat: { type: typeOf(cell.numberFormat), pattern: cell.numberFormat } } : {}),
    ...(cell.background ? { backgroundColor: fromHex(cell.background) } : {}),
    ...(Object.keys(text).length > 0 ? { textFormat: text } : {}),
  };
  return Object.keys(format).length > 0 ? format : null;
}

function typeOf(pattern: string): string {
  if (pattern === '@') return 'TEXT';
  if (/%/.test(pattern)) return 'PERCENT';
  const day = /[yd]/i.test(pattern);
  const clock = /h|s/i.test(pattern);
  if (day) return clock ? 'DATE_TIME' : 'DATE';
  if (clock && !/e/i.test(pattern)) return 'TIME';
  return /E\+/.test(pattern) ? 'SCIENTIFIC' : 'NUMBER';
}

/** Patterns of number format types written without one. */
const PATTERNS: Record<string, string> = {
  TEXT: '@',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"$"#,##0.00',
  DATE: 'yyyy-mm-dd',
  TIME: 'h:mm:ss',
  DATE_TIME: 'yyyy-mm-dd h:mm:ss',
  SCIENTIFIC: '0.00E+00',
};

/** The patch that sets what `wants` names; a named field that the data lacks is cleared. */
export function toPatch(data: CellData, wants: (path: string) => boolean): CellPatch {
  const patch: CellPatch = {};
  if (wants('userEnteredValue')) patch.input = toInput(data.userEnteredValue);
  if (wants('note')) patch.note = data.note ?? null;
  if (wants('dataValidation')) patch.validation = data.dataValidation ? toRule(data.dataValidation) : null;
  const format = data.userEnteredFormat;
  if (wants('userEnteredFormat.numberFormat')) {
    const { type = '', pattern } = format?.numberFormat ?? {};
    patch.numberFormat = pattern ?? PATTERNS[type] ?? '';
  }
  if (wants('userEnteredFormat.backgroundColor')) {
    patch.background = toHex(format?.backgroundColorStyle?.rgbColor ?? format?.backgroundColor);
  }
  if (wants('userEnteredFormat.textFormat')) {
    patch.fontWeight = format?.textFormat?.bold ? 'bold' : null;
    patch.fontColor = toHex(format?.textFormat?.foregroundColorStyle?.rgbColor ?? format?.textFormat?.foregroundColor);
  }
  if (wants('userEnteredFormat.wrapStrategy')) patch.wrap = format?.wrapStrategy === 'WRAP';
  return patch;
}

function toInput(value: CellData['userEnteredValue']): NonNullable<CellPatch['input']> {
  if (value?.formulaValue !== undefined) return { kind: 'formula', text: value.formulaValue };
  return { kind: 'value', value: value?.numberValue ?? value?.boolValue ?? value?.stringValue ?? null };
}

export function fromHex(color: string): Color {
  const digits = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  const part = (index: number): number => Number.parseInt(digits?.[index] ?? '0', 16) / 255;
  return { red: part(1), green: part(2), blue: part(3) };
}

/** Missing parts are 0, as in Google's JSON; no colour at all is none. */
export function toHex(color: Color | undefined): string | null {
  if (!color) return null;
  const part = (value = 0): string =>
    Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(color.red)}${part(color.green)}${part(color.blue)}`;
}
