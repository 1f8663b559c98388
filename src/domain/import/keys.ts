// Telling source rows apart: the column that names each row (an "Opportunity ID"), so that importing twice makes no doubles.
import { normalHeader } from './header-text';
import type { SourceRecords } from './headers';
import type { Reader } from './readers';
import { cellText } from './source';

const namesRows = /(^| )(id|key|uuid|guid|ref|reference|no|nr|number|code)$/;

/** Spelling of a key for comparing. */
export function keyText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value).trim().toLowerCase();
}

/**
 * The custom column of the main tab whose header says "id" (or key, number, reference …) and whose values hardly ever
 * repeat; undefined where there is none.
 */
export function findKeyColumn(records: SourceRecords, readers: readonly Reader[], main: string): Reader | undefined {
  return readers.find((reader) => {
    if (reader.tab !== main || reader.type !== 'custom') return false;
    if (!namesRows.test(normalHeader(reader.column.header))) return false;
    const keys = records.rows.map((row) => keyText(cellText(row.cells[reader.column.column]))).filter(Boolean);
    return keys.length > 0 && new Set(keys).size >= keys.length * 0.95;
  });
}
