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
import type { Session, SheetView } from '../engine/types';
import { parseRange } from './a1';
import { restoring, shiftFormula } from './cells';
import type { Filters } from './filters';
import { type Done, type Grid, sheetByTitle, writeCells } from './grid';
import { RequestError } from './problem';
import { cellStep, type Effect, mostCellsKept, type Step } from './undo';

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
    return onSheet(deps, session, sheetByTitle(session, action.tab), action);
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
      return step(session, insertRows(sheetId, action.row, action.count));
    case 'deleteRows':
      return step(session, deleteRows(session, sheet, action.row, action.count));
    case 'insertColumns':
      return step(session, insertColumns(sheetId, action.column, action.count));
    case 'deleteColumns':
      return step(session, deleteColumns(session, sheet, action.column, action.count));
    case 'moveColumns':
      return step(session, moveColumns(sheetId, action.column, action.count, action.before));
    case 'fill':
      return fill(session, sheet, action);
    case 'hideTab':
      session.updateSheet(sheetId, { hidden: action.hidden });
      return changed('OTHER');
    case 'columnWidth':
      session.setColumnWidth(sheetId, action.column, action.pixels);
      return { step: null, effect: null, answer: {} };
    case 'hideColumns':
      session.setHiddenColumns(sheetId, action.column, action.count, action.hidden);
      return changed('OTHER');
    case 'renameTab':
      return step(session, rename(sheetId, sheet.title, action.title));
    case 'copyTab':
      return changed('INSERT_GRID', { title: session.duplicateSheet(sheetId, action.title).title });
    case 'deleteTab':
      session.deleteSheet(sheetId);
      return changed('REMOVE_GRID');
  }
}

function changed(changeType: string, answer: { [key: string]: unknown } = {}): Done {
  return { step: null, effect: { kind: 'change', changeType }, answer };
}

/** Does a step for the first time, the same way as redo will. */
function step(session: Session, made: Step): Done {
  return { step: made, effect: made.redo(session), answer: {} };
}

function effect(changeType: string, work: (session: Session) => void): (session: Session) => Effect {
  return (session) => {
    work(session);
    session.flush();
    return { kind: 'change', changeType };
  };
}

function addTab(session: Session, wanted: string): Done {
  return changed('INSERT_GRID', { title: session.addSheet(wanted).title });
}

function insertRows(sheetId: number, at: number, many: number): Step {
  return {
    sheetId,
    redo: effect('INSERT_ROW', (session) => session.insertRows(sheetId, at, many)),
    undo: effect('REMOVE_ROW', (session) => session.deleteRows(sheetId, at, many)),
  };
}

function insertColumns(sheetId: number, at: number, many: number): Step {
  return {
    sheetId,
    redo: effect('INSERT_COLUMN', (session) => session.insertColumns(sheetId, at, many)),
    undo: effect('REMOVE_COLUMN', (session) => session.deleteColumns(sheetId, at, many)),
  };
}

function deleteRows(session: Session, sheet: SheetView, first: number, many: number): Step {
  const { sheetId } = sheet;
  const rect = { sheetId, row: first, column: 1, rows: many, columns: sheet.columns };
  needInside(first + many - 1, sheet.rows, 'row');
  const before = session.cells(rect);
  return {
    sheetId,
    redo: effect('REMOVE_ROW', (later) => later.deleteRows(sheetId, first, many)),
    undo: effect('INSERT_ROW', (later) => {
      later.insertRows(sheetId, first, many);
      later.write(
        rect,
        before.map((line) => line.map(restoring)),
      );
    }),
  };
}

function deleteColumns(session: Session, sheet: SheetView, first: number, many: number): Step {
  const { sheetId } = sheet;
  const rect = { sheetId, row: 1, column: first, rows: sheet.rows, columns: many };
  needInside(first + many - 1, sheet.columns, 'column');
  const before = session.cells(rect);
  const tags = session
    .metadata()
    .filter(
      ({ location }) =>
        location.type === 'COLUMN' &&
        location.sheetId === sheetId &&
        location.column >= first &&
        location.column < first + many,
    );
  return {
    sheetId,
    redo: effect('REMOVE_COLUMN', (later) => later.deleteColumns(sheetId, first, many)),
    undo: effect('INSERT_COLUMN', (later) => {
      later.insertColumns(sheetId, first, many);
      later.write(
        rect,
        before.map((line) => line.map(restoring)),
      );
      later.flush();
      for (const tag of tags) later.addMetadata(tag);
    }),
  };
}

function moveColumns(sheetId: number, first: number, many: number, before: number): Step {
  const right = before > first;
  const now = right ? before - many : before;
  return {
    sheetId,
    redo: effect('OTHER', (session) => session.moveColumns(sheetId, first, many, before)),
    undo: effect('OTHER', (session) => session.moveColumns(sheetId, now, many, right ? first : first + many)),
  };
}

function rename(sheetId: number, from: string, to: string): Step {
  return {
    sheetId,
    redo: effect('OTHER', (session) => session.updateSheet(sheetId, { title: to })),
    undo: effect('OTHER', (session) => session.updateSheet(sheetId, { title: from })),
  };
}

function sort(session: Session, sheet: SheetView, action: ActOf<'sort'>): Done {
  const { sheetId } = sheet;
  const first = sheet.frozenRows + 1;
  const whole = { row: first, column: 1, rows: session.lastRow(sheetId) - first + 1, columns: sheet.columns };
  const rect = { sheetId, ...(action.range ? parseRange(action.range, sheet) : whole) };
  if (rect.rows < 1) return changed('OTHER');
  const keep = rect.rows * rect.columns <= mostCellsKept;
  const before = keep ? session.cells(rect) : [];
  session.sort(rect, [{ column: action.column, ascending: action.ascending }]);
  session.flush();
  const told: Effect = { kind: 'change', changeType: 'OTHER' };
  return { step: keep ? cellStep(rect, before, session.cells(rect), told) : null, effect: told, answer: {} };
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
      return restoring({ ...view, formula: shiftFormula(formula, down, right) });
    }),
  );
  return { ...writeCells(session, { sheetId: sheet.sheetId, ...target }, patches), answer: {} };
}

function needInside(last: number, edge: number, word: string): void {
  if (last > edge) throw new RequestError(400, `The tab ends at ${word} ${edge}.`);
}
