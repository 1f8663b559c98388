// Each person's undo and redo, as the grid's toolbar offers them. Kept in memory: a restart forgets them, as a reload of
// a sheet does.
import type { RecordedChange, Rect } from '../engine/types';
import { RequestError } from './problem';

/** What other parts must be told after a step: which cells it edited, or which kind of change it was. */
export type Effect = { kind: 'edit'; rect: Rect } | { kind: 'change'; changeType: string; sheetId?: number };

interface Entry {
  change: RecordedChange;
  /** Null: nobody is told. */
  effect: Effect | null;
}

const longestHistory = 100;

/** What taking a change back looks like to a trigger. */
const opposites: { [changeType: string]: string } = {
  INSERT_ROW: 'REMOVE_ROW',
  REMOVE_ROW: 'INSERT_ROW',
  INSERT_COLUMN: 'REMOVE_COLUMN',
  REMOVE_COLUMN: 'INSERT_COLUMN',
  INSERT_GRID: 'REMOVE_GRID',
  REMOVE_GRID: 'INSERT_GRID',
};

export class UndoStacks {
  private readonly stacks = new Map<string, { done: Entry[]; undone: Entry[] }>();

  record(user: string, entry: Entry): void {
    const stack = this.of(user);
    stack.done.push(entry);
    if (stack.done.length > longestHistory) stack.done.shift();
    stack.undone = [];
  }

  /** Takes this person's last step back and says what that did. */
  undo(user: string): Effect | null {
    const { done, undone } = this.of(user);
    const entry = done.at(-1);
    if (!entry) throw new RequestError(409, 'There is nothing to undo.');
    // Refused (another tab has the title by now), it stays the next one: no older step may be taken back in its place.
    entry.change.undo();
    done.pop();
    undone.push(entry);
    const { effect } = entry;
    return effect?.kind !== 'change'
      ? effect
      : { ...effect, changeType: opposites[effect.changeType] ?? effect.changeType };
  }

  redo(user: string): Effect | null {
    const { done, undone } = this.of(user);
    const entry = undone.at(-1);
    if (!entry) throw new RequestError(409, 'There is nothing to redo.');
    entry.change.redo();
    undone.pop();
    done.push(entry);
    return entry.effect;
  }

  private of(user: string) {
    const stack = this.stacks.get(user) ?? { done: [], undone: [] };
    this.stacks.set(user, stack);
    return stack;
  }
}
