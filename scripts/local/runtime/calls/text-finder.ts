// TextFinder's search: cells, in reading order, whose shown text (or formula) matches.
import type { Execution } from '../execution';
import type { FindRequest, Rect } from '../protocol';

/** Rectangles of one cell each. */
export function findText(execution: Execution, request: FindRequest): Rect[] {
  const matches = matcher(request);
  const found: Rect[] = [];
  for (const rect of request.rects) {
    const area = clipped(execution, rect);
    if (!area) continue;
    execution.touch(area.rows * area.columns);
    const texts = execution.session.displayValues(area);
    const formulas = request.formulas ? execution.session.formulas(area) : null;
    texts.forEach((row, rowIndex) => {
      row.forEach((text, columnIndex) => {
        if (!matches(formulas?.[rowIndex]?.[columnIndex] ?? text)) return;
        found.push({
          sheetId: area.sheetId,
          row: area.row + rowIndex,
          column: area.column + columnIndex,
          rows: 1,
          columns: 1,
        });
      });
    });
  }
  return found;
}

/** The part of a rectangle that can hold content. */
function clipped(execution: Execution, rect: Rect): Rect | null {
  const rows = Math.min(rect.rows, execution.session.lastRow(rect.sheetId) - rect.row + 1);
  const columns = Math.min(rect.columns, execution.session.lastColumn(rect.sheetId) - rect.column + 1);
  return rows > 0 && columns > 0 ? { ...rect, rows, columns } : null;
}

function matcher(request: FindRequest): (text: string) => boolean {
  const fold = (text: string) => {
    const plain = request.ignoreDiacritics ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
    return request.matchCase ? plain : plain.toLowerCase();
  };
  if (request.regularExpression) {
    const source = request.entireCell ? `^(?:${request.text})$` : request.text;
    const pattern = new RegExp(source, request.matchCase ? 'u' : 'iu');
    return (text) => pattern.test(text);
  }
  const wanted = fold(request.text);
  return request.entireCell ? (text) => fold(text) === wanted : (text) => fold(text).includes(wanted);
}
