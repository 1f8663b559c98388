// How wide columns are: as someone set them, else as their first rows need.
import type { WireTab } from '../../server/wire';
import { type CellCache, windowRows } from './cell-cache';

/** The width of a column that nobody has set (Google's default). */
const untouched = 100;
const narrowest = 72;
const widest = 260;
const measured = 60;

/** Widths in pixels, by column from the left; 0 for hidden ones. */
export function columnWidths(tab: WireTab, cache: CellCache): number[] {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen) pen.font = `13px ${getComputedStyle(document.body).fontFamily}`;
  const textWidth = (text: string) => pen?.measureText(text.slice(0, 60)).width ?? text.length * 7;
  return Array.from({ length: tab.columns }, (_, index) => {
    const column = index + 1;
    if (tab.hiddenColumns.includes(column)) return 0;
    const set = tab.widths[index];
    if (set !== undefined && set !== untouched) return set;
    let width = tab.lastRow > 1 ? narrowest : untouched;
    for (let row = 1; row <= Math.min(tab.rows, measured, windowRows); row++) {
      const text = cache.cell(row, column)?.text ?? '';
      if (text) width = Math.max(width, textWidth(text) + (row === 1 ? 34 : 20));
    }
    return Math.round(Math.min(width, widest));
  });
}
