// The menus that open on column letters, row numbers and cells.
import type { WireTab } from '../../server/wire';
import type { Choice } from '../popup';
import { letters, type Place, type Span } from './a1';

interface MenuContext {
  tab: WireTab;
  place: Place;
  span: Span;
  act: (kind: string, details: { [name: string]: unknown }) => void;
  ask: (question: { title: string; value: string; then: (text: string) => void }) => void;
}

/** Choices for the place where the menu was asked for. */
export function gridChoices(context: MenuContext): Choice[] {
  const { place } = context;
  if (place.row === 0) return columnChoices(context);
  if (place.column === 0) return rowChoices(context);
  return [...rowChoices(context), { caption: null }, ...columnChoices(context)];
}

function rowChoices({ span, act }: MenuContext): Choice[] {
  const count = span.bottom - span.top + 1;
  const rows = count === 1 ? 'row' : `${count} rows`;
  return [
    { caption: `Insert ${rows} above`, act: () => act('insertRows', { row: span.top, count }) },
    { caption: `Insert ${rows} below`, act: () => act('insertRows', { row: span.bottom + 1, count }) },
    {
      caption: count === 1 ? `Delete row ${span.top}` : `Delete rows ${span.top}–${span.bottom}`,
      danger: true,
      act: () => act('deleteRows', { row: span.top, count }),
    },
  ];
}

function columnChoices({ tab, place, span, act, ask }: MenuContext): Choice[] {
  const count = span.right - span.left + 1;
  // Sorting and filtering go by the column that was pointed at; the rest is for all selected ones.
  const by = place.column || span.left;
  const column = letters(by);
  const columns = count === 1 ? 'column' : `${count} columns`;
  const sorts: Choice[] = [
    { caption: `Sort sheet A to Z by ${column}`, act: () => act('sort', { column: by, ascending: true }) },
    { caption: `Sort sheet Z to A by ${column}`, act: () => act('sort', { column: by, ascending: false }) },
    {
      caption: `Filter ${column}…`,
      act: () =>
        ask({
          title: `Show only rows whose column ${column} contains`,
          value: '',
          then: (contains) => act('filter', contains === '' ? {} : { column: by, contains }),
        }),
    },
    ...(tab.filtered === null ? [] : [{ caption: 'Remove the filter', act: () => act('filter', {}) }]),
    { caption: null },
  ];
  const moves: Choice[] = [
    ...(span.left > 1
      ? [
          {
            caption: `Move ${columns} left`,
            act: () => act('moveColumns', { column: span.left, count, before: span.left - 1 }),
          },
        ]
      : []),
    ...(span.right < tab.columns
      ? [
          {
            caption: `Move ${columns} right`,
            act: () => act('moveColumns', { column: span.left, count, before: span.right + 2 }),
          },
        ]
      : []),
    { caption: `Hide ${columns}`, act: () => act('hideColumns', { column: span.left, count, hidden: true }) },
    ...(tab.hiddenColumns.length > 0
      ? [
          {
            caption: 'Show hidden columns',
            act: () => act('hideColumns', { column: 1, count: tab.columns, hidden: false }),
          },
        ]
      : []),
  ];
  return [
    ...sorts,
    { caption: `Insert ${columns} left`, act: () => act('insertColumns', { column: span.left, count }) },
    { caption: `Insert ${columns} right`, act: () => act('insertColumns', { column: span.right + 1, count }) },
    ...moves,
    {
      caption: count === 1 ? `Delete column ${letters(span.left)}` : `Delete columns ${column}–${letters(span.right)}`,
      danger: true,
      act: () => act('deleteColumns', { column: span.left, count }),
    },
  ];
}
