// Between the cells of scripts (JSON) and those of the engine.
import { isDateFormat } from '../../engine/format';
import type { CellInput, CellPatch, CellValue, Rect, Session } from '../../engine/types';
import type { CellJson, LookPatch } from '../protocol';
import { instantToSerial } from '../zone';

/** How many cells a rectangle has. */
export function cellCount({ rows, columns }: Rect): number {
  return rows * columns;
}

/** What writing this value from a script means for a cell (APPS_SCRIPT.md 2.2). */
export function toInput(cell: CellJson, timeZone: string): CellInput {
  if (cell === null || cell === '') return { kind: 'value', value: null };
  if (typeof cell === 'string') return { kind: 'typed', text: cell };
  if (typeof cell !== 'object') return { kind: 'value', value: cell };
  return 'd' in cell ? { kind: 'date', serial: instantToSerial(cell.d, timeZone) } : { kind: 'formula', text: cell.f };
}

export function toPatch(patch: LookPatch, timeZone: string): CellPatch {
  const { input, ...looks } = patch;
  return input === undefined ? looks : { ...looks, input: toInput(input, timeZone) };
}

/** Flat positions of numbers that are dates. Formats are only fetched for columns that hold numbers. */
export function datePositions(session: Session, rect: Rect, values: readonly (readonly CellValue[])[]): number[] {
  const positions: number[] = [];
  for (let column = 0; column < rect.columns; column++) {
    if (!values.some((row) => typeof row[column] === 'number')) continue;
    const formats = session.numberFormats({ ...rect, column: rect.column + column, columns: 1 });
    values.forEach((row, index) => {
      if (typeof row[column] === 'number' && isDateFormat(formats[index]?.[0] ?? '')) {
        positions.push(index * rect.columns + column);
      }
    });
  }
  return positions;
}
