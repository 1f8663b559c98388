// What is selected in front of the person, as this execution finds and moves it: a tab, a range in it, the cell that has the focus.
import type { Rect } from '../protocol';
import { call, exception, started } from './bridge';

interface Selected {
  sheetId: number;
  /** null: nobody sees a grid where this runs (triggers of time, web apps). */
  range: Rect | null;
  cell: Rect | null;
}

let selected: Selected | null = null;

const withoutGrid = new Set(['timeTrigger', 'installable', 'webApp', 'webClient']);

/** What is selected now; without a word from the page, the first cell of the first visible tab. */
export function selection(as: string): Selected {
  selected ??= atStart(as);
  return selected;
}

function atStart(as: string): Selected {
  const { selection: shown, activeSheetId, event, source } = started();
  const edited = event?.kind === 'edit' ? event.range : null;
  if (edited) return { sheetId: edited.sheetId, range: edited, cell: corner(edited) };
  const sheetId = activeSheetId ?? firstVisible(as);
  if (withoutGrid.has(source)) return { sheetId, range: null, cell: null };
  const range = shown?.range ?? first(sheetId);
  return { sheetId, range, cell: shown?.cell ?? corner(range) };
}

/** The tab that is known to be in front; null: the first visible one. */
export function workedOn(): number | null {
  return selected?.sheetId ?? started().activeSheetId;
}

/** The tab this execution works on from here on; the person goes on seeing what they see. */
export function workOn(sheetId: number | null): void {
  selected = sheetId === null ? null : { sheetId, range: first(sheetId), cell: first(sheetId) };
}

/** Puts a tab in front of the person, with the first cell selected where the execution knows no other selection of it. */
export function showSheet(as: string, sheetId: number): void {
  if (selection(as).sheetId !== sheetId) workOn(sheetId);
  call('Spreadsheet.select', as, { sheetId, range: null, cell: null });
}

/** Selects a range in front of the person and brings it into view, also on another tab; `cell` gets the focus. */
export function select(as: string, range: Rect, cell = corner(range)): void {
  selected = { sheetId: range.sheetId, range, cell };
  call('Spreadsheet.select', as, selected);
}

/** Gives one cell the focus: inside the range that is selected, that stays. */
export function focusCell(as: string, cell: Rect): void {
  if (cell.rows !== 1 || cell.columns !== 1) throw exception('The range must consist of a single cell.');
  const { range } = selection(as);
  const inside =
    range?.sheetId === cell.sheetId &&
    cell.row >= range.row &&
    cell.row < range.row + range.rows &&
    cell.column >= range.column &&
    cell.column < range.column + range.columns;
  select(as, inside ? range : cell, cell);
}

function firstVisible(as: string): number {
  const visible = call('Spreadsheet.sheets', as).find(({ hidden }) => !hidden);
  if (!visible) throw exception('The spreadsheet has no visible sheet.');
  return visible.sheetId;
}

function first(sheetId: number): Rect {
  return { sheetId, row: 1, column: 1, rows: 1, columns: 1 };
}

function corner(range: Rect): Rect {
  return { ...range, rows: 1, columns: 1 };
}
