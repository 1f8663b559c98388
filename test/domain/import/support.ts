// Shared by the import tests: source tabs from text, and a context of an empty workbook.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { ImportMapping } from '../../../src/domain/import/mapping';
import type { ImportContext, ImportReview } from '../../../src/domain/import/plan-types';
import { reviewImport } from '../../../src/domain/import/review';
import type { SourceCell, SourceTable } from '../../../src/domain/import/source';
import { defaultSettings } from '../../../src/domain/settings';

export const shared = join(import.meta.dirname, '../../../../shared/data');
/** Why tests on real data are skipped, where they are. */
export const noData = existsSync(shared) ? '' : ' (skipped: ../shared/data is not on this machine)';

/** A cell as a sheet has it after `--open` or a paste: numbers are numbers, ISO dates stay text as the reader hands them over. */
function cell(text: string): SourceCell {
  if (text === '') return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

export function csvTable(file: string): SourceTable {
  const text = readFileSync(join(shared, file), 'utf8').replace(/^\ufeff/, '');
  const title = file.replace(/^.*\//, '').replace(/\.csv$/, '');
  return { title, rows: Papa.parse<string[]>(text).data.map((row) => row.map(cell)) };
}

/** Rows of cells from lines with ` | ` between the cells. */
export function table(title: string, lines: readonly string[]): SourceTable {
  return { title, rows: lines.map((line) => line.split('|').map((text) => cell(text.trim()))) };
}

export function context(parts: Partial<ImportContext> = {}): ImportContext {
  return {
    settings: defaultSettings,
    team: [],
    role: 'admin',
    existing: {},
    customFields: {},
    today: '2026-11-23',
    dateOrder: 'mdy',
    ...parts,
  };
}

/** The suggested mapping with every suggested choice confirmed, as a person in a hurry does it. */
export function confirmed(review: ImportReview): ImportMapping {
  return {
    ...review.mapping,
    values: review.values.map(({ tab, field, values }) => ({
      tab,
      field,
      map: Object.fromEntries(values.map(({ from, to, suggested }) => [from, to ?? suggested ?? ''])),
    })),
  };
}

/** The review after the suggestions were confirmed. */
export function confirmedReview(source: SourceTable, given: ImportContext = context()): ImportReview {
  return reviewImport(source, given, confirmed(reviewImport(source, given)));
}
