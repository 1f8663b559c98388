// Between a script's values and cells (APPS_SCRIPT.md 2.1, 2.2).
import type { CellJson, ValuesAnswer } from '../protocol';
import { serialToInstant } from '../zone';
import { exception } from './bridge';
import { isDate } from './signature';

/** What a script reads from a cell; blank is ''. */
export type ScriptValue = string | number | boolean | Date;

/** What a script writes: null and undefined clear, other objects become their text. */
export function toCell(value: unknown): CellJson {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (isDate(value) && Number.isFinite(value.getTime())) return { d: value.getTime() };
  return String(value);
}

export function toValues({ values, dates, timeZone }: ValuesAnswer): ScriptValue[][] {
  const rows = values as (ScriptValue | null)[][];
  for (const row of rows) {
    for (let column = 0; column < row.length; column++) if (row[column] === null) row[column] = '';
  }
  for (const position of dates) {
    const width = rows[0]?.length ?? 1;
    const row = rows[Math.floor(position / width)];
    const column = position % width;
    if (row) row[column] = new Date(serialToInstant(Number(row[column]), timeZone));
  }
  return rows as ScriptValue[][];
}

/** Throws in Google's words unless the data has exactly this size. */
export function requireSize(data: readonly (readonly unknown[])[], rows: number, columns: number): void {
  if (data.length !== rows) throw exception(mismatch('rows', data.length, rows));
  for (const row of data) if (row.length !== columns) throw exception(mismatch('columns', row.length, columns));
}

function mismatch(what: 'rows' | 'columns', data: number, range: number): string {
  return `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${data} but the range has ${range}.`;
}
