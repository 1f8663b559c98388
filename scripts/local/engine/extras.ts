// What stands on a tab besides its cells, when its rows and columns shift or it is copied.
import { type Shift, shiftPosition, shiftRect } from './spans';
import type { FilterEntry, Rect, SheetExtras } from './types';

export const noExtras: SheetExtras = { merges: [], filter: null, filterViews: [], conditionalRules: [], charts: [] };

/** The extras after rows or columns came, went or moved; what lost all its cells is gone. */
export function shiftExtras(extras: SheetExtras, shift: Shift, axis: 'rows' | 'columns'): SheetExtras {
  const { filter } = extras;
  const moved = filter && shiftFilter(filter, shift, axis);
  return {
    merges: extras.merges.flatMap((merge) => {
      const rect = shiftRect(merge, shift, axis);
      return rect && rect.rows * rect.columns > 1 ? [rect] : [];
    }),
    filter: moved ?? null,
    filterViews: extras.filterViews.flatMap((view) => {
      const shifted = shiftFilter(view, shift, axis);
      return shifted ? [{ ...view, ...shifted }] : [];
    }),
    conditionalRules: extras.conditionalRules.flatMap((rule) => {
      const rects = rule.rects.flatMap((rect) => shiftRect(rect, shift, axis) ?? []);
      return rects.length > 0 ? [{ ...rule, rects }] : [];
    }),
    charts: extras.charts,
  };
}

function shiftFilter(
  { rect, criteria, sortBy }: FilterEntry,
  shift: Shift,
  axis: 'rows' | 'columns',
): FilterEntry | null {
  const shifted = shiftRect(rect, shift, axis);
  if (!shifted) return null;
  const follow = <T extends { column: number }>(items: readonly T[]): T[] =>
    items.flatMap((one) => {
      const column = axis === 'rows' ? one.column : shiftPosition(one.column, shift);
      return column === null ? [] : [{ ...one, column }];
    });
  return { rect: shifted, criteria: follow(criteria), ...(sortBy ? { sortBy: follow(sortBy) } : {}) };
}

/** The extras of a copied tab: everything as on the original, on the copy. */
export function copyExtras(extras: SheetExtras, sheetId: number): SheetExtras {
  const here = (rect: Rect): Rect => ({ ...rect, sheetId });
  const { merges, filter, filterViews, conditionalRules, charts } = structuredClone(extras);
  return {
    merges: merges.map(here),
    filter: filter && { ...filter, rect: here(filter.rect) },
    filterViews: filterViews.map((view) => ({ ...view, rect: here(view.rect) })),
    conditionalRules: conditionalRules.map((rule) => ({ ...rule, rects: rule.rects.map(here) })),
    charts,
  };
}
