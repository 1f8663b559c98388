// How the columns of a tab look and what their dropdowns offer: from the schema, for new columns only.

import { columnLetters } from '../domain/column-letters';
import { type Field, fieldsOf, type TabKey } from '../domain/schema';
import { fieldMark } from '../domain/schema/marks';
import type { Settings } from '../domain/settings';
import { numberFormat } from '../domain/values';
import type { Sheet } from './api';

export interface NewColumn {
  readonly key: string;
  readonly field: Field;
  /** 1-based. */
  readonly column: number;
}

/** Columns of a fresh tab, in the schema's order. */
export function declaredColumns(tab: TabKey): NewColumn[] {
  return fieldsOf(tab).map(([key, field], index) => ({ key, field, column: index + 1 }));
}

/** Header text, format, dropdown and identity of new columns. Neighbours with the same format share a call. */
export function dressColumns(sheet: Sheet, tab: TabKey, columns: readonly NewColumn[], settings: Settings): void {
  if (columns.length === 0) return;
  for (const run of runsOf(columns, () => 'all')) {
    sheet
      .getRange(1, run[0]?.column ?? 1, 1, run.length)
      .setNumberFormat('@')
      .setValues([run.map(({ field }) => field.header)])
      .setFontWeight('bold');
  }
  const rows = sheet.getMaxRows() - 1;
  for (const run of runsOf(columns, ({ field }) => numberFormat(field))) {
    const format = numberFormat(run[0]?.field ?? { type: 'text', header: '', writer: 'person' });
    if (format !== '') sheet.getRange(2, run[0]?.column ?? 1, rows, run.length).setNumberFormat(format);
  }
  for (const run of runsOf(columns, ({ field }) => JSON.stringify(offer(field, settings)))) {
    const rule = ruleFor(run[0]?.field, settings);
    if (rule) sheet.getRange(2, run[0]?.column ?? 1, rows, run.length).setDataValidation(rule);
  }
  tagColumns(sheet, tab, columns);
}

/** Marks columns as these fields, so that people may rename and move them. */
export function tagColumns(sheet: Sheet, tab: TabKey, columns: readonly { key: string; column: number }[]): void {
  for (const { key, column } of columns) {
    const letter = columnLetters(column);
    sheet
      .getRange(`${letter}:${letter}`)
      .addDeveloperMetadata(fieldMark, `${tab}.${key}`, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  }
}

function offer(field: Field, settings: Settings): readonly string[] | string | null {
  if (field.type === 'date') return field.type;
  // No box to tick: one that nobody has touched may read as FALSE, also where blank means yes, and count as content, which
  // makes a tab look full to its end (APPS_SCRIPT.md 2.1, 7.24).
  if (field.type === 'checkbox') return ['TRUE', 'FALSE'];
  if (field.type !== 'choice') return null;
  switch (field.choicesFrom) {
    case 'stages':
      return [...new Set(settings.stages.map((stage) => stage.name))];
    case 'pipelines':
      return [...new Set(settings.stages.map((stage) => stage.pipeline))];
    case 'currencies':
      return [...new Set([settings.currency, ...settings.rates.map((rate) => rate.code)])];
    default:
      return field.choices ?? null;
  }
}

/** Rules never refuse: what a person typed stays and is marked instead (DESIGN.md invariant 4). */
function ruleFor(field: Field | undefined, settings: Settings): GoogleAppsScript.Spreadsheet.DataValidation | null {
  const wanted = field ? offer(field, settings) : null;
  if (!field || wanted === null) return null;
  const builder = SpreadsheetApp.newDataValidation();
  if (wanted === 'date') builder.requireDate();
  else builder.requireValueInList([...wanted], true);
  builder.setAllowInvalid(true);
  if (field.help) builder.setHelpText(field.help);
  return builder.build();
}

/** Runs of neighbouring columns that share `kind`. */
function runsOf(columns: readonly NewColumn[], kind: (column: NewColumn) => string): NewColumn[][] {
  const runs: NewColumn[][] = [];
  for (const column of columns) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run && last && last.column + 1 === column.column && kind(last) === kind(column)) run.push(column);
    else runs.push([column]);
  }
  return runs;
}
