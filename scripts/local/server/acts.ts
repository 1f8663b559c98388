// The actions of `POST /local/act`: what a person does to rows, columns and tabs.
//
// Every action has `user` and `kind`; all but undo, redo and copyWorkbook name a `tab`. Rows and columns are 1-based, a
// column may also be its letters.
//   sort {column, ascending?, range?}      filter {column, values?, contains?} (without a column: off)
//   addFilterView {title?, column?, values?, contains?}
//   insertRows {row, count?} (before row)  deleteRows {row, count?}        hideRows {row, count?, hidden}
//   insertColumns {column, count?}         deleteColumns {column, count?}  moveColumns {column, count?, before}
//   hideColumns {column, count?, hidden}   columnWidth {column, pixels}
//   mergeCells {range}                     unmergeCells {range}
//   fill {range, from?} (from: the range's first row unless given)         clear {range, what?: contents|formats|all}
//   copy {from, to, what?: all|values|formats} (to: a range, filled, or its first cell)      cut {from, to}
//   addTab {tab}   hideTab {hidden}   renameTab {title}   copyTab {title?}   deleteTab
//   copyWorkbook {title?}   undo   redo
// A column is duplicated as in Sheets: insertColumns, then copy. Undo takes back each of them but copyWorkbook.
import { z } from 'zod';
import { columnNumber } from '../engine/a1';
import { translateFormula } from '../engine/formula/references';
import type { CellPatch, CellView, Session, SheetView } from '../engine/types';
import { type Area, parseRange } from './a1';
import { contents, looks, restoring } from './cells';
import { filterOf } from './filters';
import { type Done, type Grid, growTo, sheetByTitle, writeCells } from './grid';
import { RequestError } from './problem';

const column = z
  .union([z.number().int().min(1), z.string().regex(/^[A-Za-z]{1,3}$/)])
  .transform((value) => (typeof value === 'number' ? value : columnNumber(value)));
const row = z.number().int().min(1);
const count = z.number().int().min(1).max(1_000_000).default(1);
const person = z.string().min(1);
const tab = z.string().min(1);
const title = z.string().min(1).max(100);
const on = { user: person, tab };
const range = z.string();
const criterion = {
  column: column.optional(),
  values: z.array(z.string()).optional(),
  contains: z.string().optional(),
};

export const actSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sort'),
    ...on,
    column,
    ascending: z.boolean().default(true),
    range: range.optional(),
  }),
  z.object({ kind: z.literal('filter'), ...on, ...criterion }),
  z.object({ kind: z.literal('addFilterView'), ...on, title: title.optional(), ...criterion }),
  z.object({ kind: z.literal('insertRows'), ...on, row, count }),
  z.object({ kind: z.literal('deleteRows'), ...on, row, count }),
  z.object({ kind: z.literal('insertColumns'), ...on, column, count }),
  z.object({ kind: z.literal('deleteColumns'), ...on, column, count }),
  z.object({ kind: z.literal('moveColumns'), ...on, column, count, before: column }),
  z.object({ kind: z.literal('hideRows'), ...on, row, count, hidden: z.boolean() }),
  z.object({ kind: z.literal('mergeCells'), ...on, range }),
  z.object({ kind: z.literal('unmergeCells'), ...on, range }),
  z.object({ kind: z.literal('fill'), ...on, range, from: range.optional() }),
  z.object({
    kind: z.literal('clear'),
    ...on,
    range,
    what: z.enum(['contents', 'formats', 'all']).default('contents'),
  }),
  z.object({
    kind: z.literal('copy'),
    ...on,
    from: range,
    to: range,
    what: z.enum(['all', 'values', 'formats']).default('all'),
  }),
  z.object({ kind: z.literal('cut'), ...on, from: range, to: range }),
  z.object({ kind: z.literal('addTab'), ...on }),
  z.object({ kind: z.literal('hideTab'), ...on, hidden: z.boolean() }),
  z.object({ kind: z.literal('columnWidth'), ...on, column, pixels: z.number().int().min(20).max(2000) }),
  z.object({ kind: z.literal('hideColumns'), ...on, column, count, hidden: z.boolean() }),
  z.object({ kind: z.literal('renameTab'), ...on, title }),
  z.object({ kind: z.literal('copyTab'), ...on, title: title.optional() }),
  z.object({ kind: z.literal('deleteTab'), ...on }),
  z.object({ kind: z.literal('copyWorkbook'), user: person, title: title.optional() }),
  z.object({ kind: z.literal('undo'), user: person }),
  z.object({ kind: z.literal('redo'), user: person }),
]);

export type Act = z.infer<typeof actSchema>;
type ActOf<K extends Act['kind']> = Extract<Act, { kind: K }>;

export interface ActDeps {
  grid: Grid;
  /** Makes a copy of the workbook's file and says where. */
  copyWorkbook(title: string | undefined): { file: string; id: string };
}

/** Does one action; `settled` resolves when the triggers it fired have ended. */
export async function act(deps: ActDeps, action: Act): Promise<{ answer: object; settled: Promise<void> }> {
  if (action.kind === 'undo' || action.kind === 'redo') {
    return { answer: {}, ...(await deps.grid.replay(action.user, action.kind)) };
  }
  if (action.kind === 'copyWorkbook') {
    return { answer: deps.copyWorkbook(action.title), settled: Promise.resolve() };
  }
  return deps.grid.perform(action.user, `${action.kind} ${action.tab}`, (session) => {
    if (action.kind === 'addTab') return addTab(session, action.tab);
    const sheet = sheetByTitle(session, action.tab);
    return happenedOn(sheet.sheetId, onSheet(session, sheet, action));
  });
}

type SheetAct = Exclude<Act, ActOf<'undo'> | ActOf<'redo'> | ActOf<'copyWorkbook'> | ActOf<'addTab'>>;

function onSheet(session: Session, sheet: SheetView, action: SheetAct): Done {
  const { sheetId } = sheet;
  switch (action.kind) {
    case 'sort':
      return sort(session, sheet, action);
    case 'filter':
      session.setFilter(sheetId, action.column ? filterOf(session, sheet, { ...action, column: action.column }) : null);
      return changed('OTHER');
    case 'addFilterView':
      return addFilterView(session, sheet, action);
    case 'insertRows':
      session.insertRows(sheetId, action.row, action.count);
      return changed('INSERT_ROW');
    case 'deleteRows':
      needInside(action.row + action.count - 1, sheet.rows, 'row');
      session.deleteRows(sheetId, action.row, action.count);
      return changed('REMOVE_ROW');
    case 'insertColumns':
      session.insertColumns(sheetId, action.column, action.count);
      return changed('INSERT_COLUMN');
    case 'deleteColumns':
      needInside(action.column + action.count - 1, sheet.columns, 'column');
      session.deleteColumns(sheetId, action.column, action.count);
      return changed('REMOVE_COLUMN');
    case 'moveColumns':
      session.moveColumns(sheetId, action.column, action.count, action.before);
      return changed('OTHER');
    case 'hideRows':
      needInside(action.row + action.count - 1, sheet.rows, 'row');
      session.setHiddenRows(sheetId, hiddenRows(session, sheetId, action));
      return changed('OTHER');
    case 'mergeCells':
      session.merge({ sheetId, ...parseRange(action.range, sheet) });
      return changed('OTHER');
    case 'unmergeCells':
      session.unmerge({ sheetId, ...parseRange(action.range, sheet) });
      return changed('OTHER');
    case 'fill':
      return fill(session, sheet, action);
    case 'clear':
      return clear(session, sheet, action);
    case 'copy':
      return copy(session, sheet, action);
    case 'cut':
      return cut(session, sheet, action);
    case 'hideTab':
      session.updateSheet(sheetId, { hidden: action.hidden });
      return changed('OTHER');
    case 'columnWidth':
      session.setColumnWidth(sheetId, action.column, action.pixels);
      return { effect: null, answer: {} };
    case 'hideColumns':
      session.setHiddenColumns(sheetId, action.column, action.count, action.hidden);
      return changed('OTHER');
    case 'renameTab':
      session.updateSheet(sheetId, { title: action.title });
      return changed('OTHER');
    case 'copyTab':
      return changed('INSERT_GRID', { title: session.duplicateSheet(sheetId, action.title).title });
    case 'deleteTab':
      session.deleteSheet(sheetId);
      return changed('REMOVE_GRID');
  }
}

/** A change event does not name its tab, but the tab is in front of whoever made the change. */
function happenedOn(sheetId: number, done: Done): Done {
  return done.effect?.kind === 'change' ? { ...done, effect: { ...done.effect, sheetId } } : done;
}

function changed(changeType: string, answer: { [key: string]: unknown } = {}): Done {
  return { effect: { kind: 'change', changeType }, answer };
}

function addTab(session: Session, wanted: string): Done {
  return changed('INSERT_GRID', { title: session.addSheet(wanted).title });
}

function sort(session: Session, sheet: SheetView, action: ActOf<'sort'>): Done {
  const { sheetId } = sheet;
  const first = sheet.frozenRows + 1;
  const whole = { row: first, column: 1, rows: session.lastRow(sheetId) - first + 1, columns: sheet.columns };
  const rect = { sheetId, ...(action.range ? parseRange(action.range, sheet) : whole) };
  if (rect.rows < 1) return changed('OTHER');
  session.sort(rect, [{ column: action.column, ascending: action.ascending }]);
  return changed('OTHER');
}

function hiddenRows(session: Session, sheetId: number, action: ActOf<'hideRows'>): number[] {
  const rows = Array.from({ length: action.count }, (_, index) => action.row + index);
  const others = session.layout(sheetId).hiddenRows.filter((hidden) => !rows.includes(hidden));
  return action.hidden ? [...others, ...rows] : others;
}

/** A view of one's own: kept, and nothing is hidden from anybody else. */
function addFilterView(session: Session, sheet: SheetView, action: ActOf<'addFilterView'>): Done {
  const { filterViews } = session.extras(sheet.sheetId);
  const wish = action.column ? { ...action, column: action.column } : null;
  const view = {
    id: session.newObjectId(),
    title: action.title ?? `Filter ${filterViews.length + 1}`,
    ...filterOf(session, sheet, wish),
  };
  session.updateExtras(sheet.sheetId, { filterViews: [...filterViews, view] });
  return changed('OTHER', { filterViewId: view.id, title: view.title });
}

/** Repeats the source over the range; formulas move along, values and formats repeat. */
function fill(session: Session, sheet: SheetView, action: ActOf<'fill'>): Done {
  const target = parseRange(action.range, sheet);
  const source = action.from ? parseRange(action.from, sheet) : { ...target, rows: 1 };
  return { ...repeat(session, sheet.sheetId, source, target, restoring), answer: {} };
}

/** Pastes what was copied, once or over a whole range that it fits into several times. */
function copy(session: Session, sheet: SheetView, action: ActOf<'copy'>): Done {
  const source = parseRange(action.from, sheet);
  const marked = parseRange(action.to, sheet);
  const fits = marked.rows % source.rows === 0 && marked.columns % source.columns === 0;
  const target = fits ? marked : { ...marked, rows: source.rows, columns: source.columns };
  growTo(session, sheet, target);
  const part = { all: restoring, values: contents, formats: looks }[action.what];
  const done = repeat(session, sheet.sheetId, source, target, part);
  return action.what === 'formats' ? changed('FORMAT') : { ...done, answer: { range: target } };
}

function repeat(
  session: Session,
  sheetId: number,
  source: Area,
  target: Area,
  part: (view: CellView | null) => CellPatch,
): Omit<Done, 'answer'> {
  const cells = session.cells({ sheetId, ...source });
  const patches = Array.from({ length: target.rows }, (_, line) =>
    Array.from({ length: target.columns }, (_, place) => {
      const view = cells[line % source.rows]?.[place % source.columns] ?? null;
      const formula = view?.formula;
      if (!view || !formula) return part(view);
      const down = target.row + line - (source.row + (line % source.rows));
      const right = target.column + place - (source.column + (place % source.columns));
      return part({ ...view, formula: translateFormula(formula, down, right) });
    }),
  );
  return writeCells(session, { sheetId, ...target }, patches);
}

/** Google's events for it are not documented; here they name where the cells are now. */
function cut(session: Session, sheet: SheetView, action: ActOf<'cut'>): Done {
  const { sheetId } = sheet;
  const from = parseRange(action.from, sheet);
  const { row, column } = parseRange(action.to, sheet);
  const target = { ...from, row, column };
  growTo(session, sheet, target);
  session.moveCells({ sheetId, ...from }, row, column);
  return { effect: { kind: 'edit', rect: { sheetId, ...target } }, answer: { range: target } };
}

function clear(session: Session, sheet: SheetView, action: ActOf<'clear'>): Done {
  const rect = { sheetId: sheet.sheetId, ...parseRange(action.range, sheet) };
  const nothing = { contents, formats: looks, all: restoring }[action.what](null);
  session.writeAll(rect, nothing);
  session.flush();
  return action.what === 'formats' ? changed('FORMAT') : { effect: { kind: 'edit', rect }, answer: {} };
}

function needInside(last: number, edge: number, word: string): void {
  if (last > edge) throw new RequestError(400, `The tab ends at ${word} ${edge}.`);
}
