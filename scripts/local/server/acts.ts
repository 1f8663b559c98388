// The actions of `POST /local/act`: what a person does to rows, columns and tabs.
//
// Every action has `user` and `kind`; all but undo, redo and copyWorkbook name a `tab`. Rows and columns are 1-based, a
// column may also be its letters.
//   sort {column, ascending?, range?}      filter {column, values?, contains?} (without a column: off)
//   insertRows {row, count?} (before row)  deleteRows {row, count?}        insertColumns {column, count?}
//   deleteColumns {column, count?}         moveColumns {column, count?, before}
//   fill {range, from?} (from: the range's first row unless given)         addTab {tab}   hideTab {hidden}
//   columnWidth {column, pixels}           hideColumns {column, count?, hidden}
//   renameTab {title}   copyTab {title?}   deleteTab   copyWorkbook {title?}   undo   redo
import { z } from 'zod';
import { columnNumber } from '../engine/a1';
import { translateFormula } from '../engine/formula/references';
import type { Session, SheetView } from '../engine/types';
import { parseRange } from './a1';
import { restoring } from './cells';
import type { Filters } from './filters';
import { type Done, type Grid, sheetByTitle, writeCells } from './grid';
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

export const actSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sort'),
    ...on,
    column,
    ascending: z.boolean().default(true),
    range: z.string().optional(),
  }),
  z.object({
    kind: z.literal('filter'),
    ...on,
    column: column.optional(),
    values: z.array(z.string()).optional(),
    contains: z.string().optional(),
  }),
  z.object({ kind: z.literal('insertRows'), ...on, row, count }),
  z.object({ kind: z.literal('deleteRows'), ...on, row, count }),
  z.object({ kind: z.literal('insertColumns'), ...on, column, count }),
  z.object({ kind: z.literal('deleteColumns'), ...on, column, count }),
  z.object({ kind: z.literal('moveColumns'), ...on, column, count, before: column }),
  z.object({ kind: z.literal('fill'), ...on, range: z.string(), from: z.string().optional() }),
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
  filters: Filters;
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
    return happenedOn(sheet.sheetId, onSheet(deps, session, sheet, action));
  });
}

type SheetAct = Exclude<Act, ActOf<'undo'> | ActOf<'redo'> | ActOf<'copyWorkbook'> | ActOf<'addTab'>>;

function onSheet(deps: ActDeps, session: Session, sheet: SheetView, action: SheetAct): Done {
  const { sheetId } = sheet;
  switch (action.kind) {
    case 'sort':
      return sort(session, sheet, action);
    case 'filter':
      deps.filters.apply(session, sheet, action.column ? { ...action, column: action.column } : null);
      return changed('OTHER');
    case 'insertRows':
      session.insertRows(sheetId, action.row, action.count);
      return undoable('INSERT_ROW');
    case 'deleteRows':
      needInside(action.row + action.count - 1, sheet.rows, 'row');
      session.deleteRows(sheetId, action.row, action.count);
      return undoable('REMOVE_ROW');
    case 'insertColumns':
      session.insertColumns(sheetId, action.column, action.count);
      return undoable('INSERT_COLUMN');
    case 'deleteColumns':
      needInside(action.column + action.count - 1, sheet.columns, 'column');
      session.deleteColumns(sheetId, action.column, action.count);
      return undoable('REMOVE_COLUMN');
    case 'moveColumns':
      session.moveColumns(sheetId, action.column, action.count, action.before);
      return undoable('OTHER');
    case 'fill':
      return fill(session, sheet, action);
    case 'hideTab':
      session.updateSheet(sheetId, { hidden: action.hidden });
      return changed('OTHER');
    case 'columnWidth':
      session.setColumnWidth(sheetId, action.column, action.pixels);
      return { undoable: false, effect: null, answer: {} };
    case 'hideColumns':
      session.setHiddenColumns(sheetId, action.column, action.count, action.hidden);
      return changed('OTHER');
    case 'renameTab':
      session.updateSheet(sheetId, { title: action.title });
      return undoable('OTHER');
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
  return { undoable: false, effect: { kind: 'change', changeType }, answer };
}

function undoable(changeType: string): Done {
  return { undoable: true, effect: { kind: 'change', changeType }, answer: {} };
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
  return undoable('OTHER');
}

/** Repeats the source over the range; formulas move along, values and formats repeat. */
function fill(session: Session, sheet: SheetView, action: ActOf<'fill'>): Done {
  const target = parseRange(action.range, sheet);
  const source = action.from ? parseRange(action.from, sheet) : { ...target, rows: 1 };
  const cells = session.cells({ sheetId: sheet.sheetId, ...source });
  const patches = Array.from({ length: target.rows }, (_, line) =>
    Array.from({ length: target.columns }, (_, place) => {
      const view = cells[line % source.rows]?.[place % source.columns] ?? null;
      const formula = view?.formula;
      if (!view || !formula) return restoring(view);
      const down = target.row + line - (source.row + (line % source.rows));
      const right = target.column + place - (source.column + (place % source.columns));
      return restoring({ ...view, formula: translateFormula(formula, down, right) });
    }),
  );
  return { ...writeCells(session, { sheetId: sheet.sheetId, ...target }, patches), answer: {} };
}

function needInside(last: number, edge: number, word: string): void {
  if (last > edge) throw new RequestError(400, `The tab ends at ${word} ${edge}.`);
}
