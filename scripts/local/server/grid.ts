// A person's hands on the grid: what `/local/edit` and `/local/act` do, with the triggers that Google would fire.
import { follow } from '../engine/moves';
import type { CellPatch, CellValue, Engine, Rect, Session, SheetView } from '../engine/types';
import type { Runtime } from '../runtime/types';
import { type Area, parseRange } from './a1';
import { eventText, inputOf } from './cells';
import { RequestError } from './problem';
import { type Effect, UndoStacks } from './undo';

export interface Edit {
  user: string;
  /** A title, or a sheet's id. */
  tab: string | number;
  range: string;
  /** One value, or rows of values; a block larger than the range spills over as a paste does. */
  values: CellValue | readonly (readonly CellValue[])[];
  /** Number of the last move of rows and columns that the person saw: the edit follows its cells from there. */
  seen?: number;
}

/** What an action did, and what it must tell triggers. */
export interface Done {
  effect: Effect | null;
  answer: { [key: string]: unknown };
}

export class Grid {
  private readonly stacks = new UndoStacks();

  constructor(
    readonly engine: Engine,
    readonly runtime: Runtime,
  ) {}

  /** Types or pastes values; resolves with the edited rectangle. `settled` resolves when all triggers have ended. */
  async edit(edit: Edit): Promise<{ range: Area; settled: Promise<void> }> {
    let single: { value?: string; oldValue?: string } = {};
    const { answer, settled } = await this.perform(
      edit.user,
      `edit ${edit.tab}!${edit.range}`,
      (session) => {
        const sheet = typeof edit.tab === 'number' ? sheetById(session, edit.tab) : sheetByTitle(session, edit.tab);
        const target = this.followed(sheet, parseRange(edit.range, sheet), edit.seen);
        const rows = valuesFor(edit.values, target);
        const area = { ...target, rows: rows.length, columns: Math.max(...rows.map((row) => row.length)) };
        growTo(session, sheet, area);
        const rect: Rect = { sheetId: sheet.sheetId, ...area };
        const oldValue = eventText(session.values({ ...rect, rows: 1, columns: 1 })[0]?.[0] ?? null);
        const done = writeCells(
          session,
          rect,
          rows.map((row) => row.map((value): CellPatch => ({ input: inputOf(value) }))),
        );
        if (area.rows === 1 && area.columns === 1) {
          const value = eventText(session.values(rect)[0]?.[0] ?? null);
          single = { ...(value === undefined ? {} : { value }), ...(oldValue === undefined ? {} : { oldValue }) };
        }
        return { ...done, answer: { range: area } };
      },
      () => single,
    );
    return { range: answer.range as Area, settled };
  }

  /** Does one action of a person between two calls of whatever runs, keeps it for undo, then fires its triggers. */
  async perform(
    user: string,
    label: string,
    work: (session: Session) => Done,
    single: () => { value?: string; oldValue?: string } = () => ({}),
  ): Promise<{ answer: { [key: string]: unknown }; settled: Promise<void> }> {
    const done = await this.runtime.act(user, label, () => {
      const session = this.engine.session(user, 'person');
      const { result, change } = this.engine.record(() => {
        const outcome = work(session);
        session.flush();
        return outcome;
      });
      if (!change.isEmpty) this.stacks.record(user, { change, effect: result.effect });
      return result;
    });
    return { answer: done.answer, settled: this.tell(user, done.effect, single()) };
  }

  /** Where the cells that a person saw stand now; throws 410 when they are gone. */
  private followed(sheet: SheetView, area: Area, seen: number | undefined): Area {
    if (seen === undefined) return area;
    const { moves } = this.engine.moves(sheet.sheetId, seen);
    const now = moves && follow(area, moves);
    if (now) return now;
    throw new RequestError(410, 'Someone deleted or moved these cells at the same moment, so nothing was written.');
  }

  /** Takes back (or does again) this person's last step. */
  async replay(user: string, direction: 'undo' | 'redo'): Promise<{ settled: Promise<void> }> {
    const effect = await this.runtime.act(user, direction, () => this.stacks[direction](user));
    return { settled: this.tell(user, effect, {}) };
  }

  private async tell(user: string, effect: Effect | null, single: { value?: string; oldValue?: string }) {
    if (effect?.kind === 'edit') {
      const { sheetId, row, column, rows, columns } = effect.rect;
      await Promise.all([
        this.runtime.fireEdit({ user, sheetId, row, column, rows, columns, ...single }),
        this.runtime.fireChange({ user, changeType: 'EDIT', sheetId }),
      ]);
    } else if (effect?.kind === 'change') {
      const { changeType, sheetId } = effect;
      await this.runtime.fireChange({ user, changeType, ...(sheetId === undefined ? {} : { sheetId }) });
    }
  }
}

/** The sheet with this title; throws 404 in words. */
export function sheetByTitle(session: Session, title: string): SheetView {
  const sheet = session.sheets().find((candidate) => candidate.title === title);
  if (!sheet) throw new RequestError(404, `There is no tab “${title}”.`);
  return sheet;
}

function sheetById(session: Session, id: number): SheetView {
  const sheet = session.sheets().find(({ sheetId }) => sheetId === id);
  if (!sheet) throw new RequestError(410, 'Someone deleted this tab, so nothing was written.');
  return sheet;
}

/** Writes patches as one edit. */
export function writeCells(session: Session, rect: Rect, patches: CellPatch[][]): Omit<Done, 'answer'> {
  session.write(rect, patches);
  session.flush();
  return { effect: { kind: 'edit', rect } };
}

function valuesFor(values: Edit['values'], target: Area): CellValue[][] {
  const block: CellValue[][] = isBlock(values) ? values.map((row) => [...row]) : [[values]];
  const width = Math.max(0, ...block.map((row) => row.length));
  if (width === 0) throw new RequestError(400, 'There are no values to write.');
  const [first] = block;
  if (block.length === 1 && width === 1 && first) {
    return Array.from({ length: target.rows }, () => Array.from({ length: target.columns }, () => first[0] ?? null));
  }
  return block.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? null));
}

function isBlock(values: Edit['values']): values is readonly (readonly CellValue[])[] {
  return Array.isArray(values);
}

/** A paste past the last row or column makes the grid larger, as in Sheets. */
export function growTo(session: Session, sheet: SheetView, area: Area): void {
  const rows = area.row + area.rows - 1 - sheet.rows;
  const columns = area.column + area.columns - 1 - sheet.columns;
  if (rows > 0) session.insertRows(sheet.sheetId, sheet.rows + 1, rows);
  if (columns > 0) session.insertColumns(sheet.sheetId, sheet.columns + 1, columns);
}
