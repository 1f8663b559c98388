// Each person's undo and redo, as the grid's toolbar offers them. Kept in memory: a restart forgets them, as a reload of
// a sheet does.
import type { CellView, Rect, Session, SheetView } from '../engine/types';
import { restoring } from './cells';
import { RequestError } from './problem';

/** What other parts must be told after a step: which cells it edited, or which kind of change it was. */
export type Effect = { kind: 'edit'; rect: Rect } | { kind: 'change'; changeType: string };

export interface Step {
  sheetId: number;
  undo(session: Session): Effect;
  redo(session: Session): Effect;
}

interface Entry {
  step: Step;
  /** The grid's size when the step was done; a step is not replayed over a grid that has another one. */
  size: string;
}

const longestHistory = 100;
/** Above this many cells a step is not kept. */
export const mostCellsKept = 1_500_000;

export class UndoStacks {
  private readonly stacks = new Map<string, { done: Entry[]; undone: Entry[] }>();

  record(session: Session, step: Step): void {
    const stack = this.of(session.user);
    stack.done.push({ step, size: sizeOf(session, step.sheetId) });
    if (stack.done.length > longestHistory) stack.done.shift();
    stack.undone = [];
  }

  undo(session: Session): Effect {
    const stack = this.of(session.user);
    return this.replay(session, stack.done, stack.undone, 'undo', (step) => step.undo(session));
  }

  redo(session: Session): Effect {
    const stack = this.of(session.user);
    return this.replay(session, stack.undone, stack.done, 'redo', (step) => step.redo(session));
  }

  private replay(session: Session, from: Entry[], to: Entry[], word: string, act: (step: Step) => Effect): Effect {
    const entry = from.pop();
    if (!entry) throw new RequestError(409, `There is nothing to ${word}.`);
    if (entry.size !== sizeOf(session, entry.step.sheetId)) {
      from.length = 0;
      throw new RequestError(
        409,
        `Rows or columns have changed since, so this can no longer be ${word === 'undo' ? 'undone' : 'redone'}.`,
      );
    }
    const effect = act(entry.step);
    to.push({ step: entry.step, size: sizeOf(session, entry.step.sheetId) });
    return effect;
  }

  private of(user: string) {
    const stack = this.stacks.get(user) ?? { done: [], undone: [] };
    this.stacks.set(user, stack);
    return stack;
  }
}

function sizeOf(session: Session, sheetId: number): string {
  const sheet: SheetView | undefined = session.sheets().find((candidate) => candidate.sheetId === sheetId);
  return sheet ? `${sheet.rows}×${sheet.columns}` : 'gone';
}

/** A step that only changed cells of a rectangle. */
export function cellStep(
  rect: Rect,
  before: (CellView | null)[][],
  after: (CellView | null)[][],
  effect: Effect,
): Step {
  const write = (session: Session, cells: (CellView | null)[][]): Effect => {
    session.write(
      rect,
      cells.map((row) => row.map(restoring)),
    );
    session.flush();
    return effect;
  };
  return {
    sheetId: rect.sheetId,
    undo: (session) => write(session, before),
    redo: (session) => write(session, after),
  };
}
