// Taking a change back, and saying what came of it.
import type { UndoResult } from '../../src/rpc/contract';
import { call } from '../call';
import { countText } from '../format';
import { sentenceFor } from '../messages';
import { toast } from '../ui/toasts';

/** Undoes a change set to its end: a long one takes several calls, of which the last says all that stayed. */
export async function undoAll(changeSet: string, step?: (undone: number) => void): Promise<UndoResult> {
  let undone = 0;
  for (;;) {
    const result = await call.undoChangeSet({ changeSet });
    undone += result.undone;
    step?.(undone);
    if (!result.more) return { ...result, undone };
  }
}

/** Says that something was done, with "Undo" beside it. `after` runs when it was taken back. */
export function toastWithUndo(text: string, changeSet: string, after: () => void): void {
  toast(text, {
    label: 'Undo',
    run: () => {
      undoAll(changeSet).then(
        ({ kept }) => {
          toast(kept.length === 0 ? 'Undone.' : `Undone, except ${countText(kept.length, 'value')} changed since.`);
          after();
        },
        (error) => toast(sentenceFor(error)),
      );
    },
  });
}
