// A move that needs the person: what the stage asks for, or what the server said against it. What was typed stays until it is
// saved or given up.
import { useId } from 'preact/hooks';
import { ConflictView } from '../forms/conflict';
import { useNeeded } from '../forms/needed-fields';
import { useSave } from '../forms/use-save';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { dealName } from './deal-text';
import type { Asking, Moves } from './use-moves';

export function MoveDialog({ asking, moves }: { asking: Asking; moves: Moves }) {
  const { deal, stage, fields } = asking;
  const title = useId();
  const saver = useSave((saved) => moves.settled(asking, saved), asking.ended);
  const { state } = saver;
  const issues = state.kind === 'invalid' ? state.issues : [];
  const needed = useNeeded(
    [...new Set([...fields, ...issues.map(({ field }) => field)])].filter((key) => key !== 'stage'),
    { ...deal },
    issues,
  );
  const cancel = () => moves.settled(asking, null);

  const save = () => {
    const values = needed.read();
    if (values) saver.save(moves.input(asking, values));
  };

  return (
    <Dialog title={title} onCancel={cancel}>
      {state.kind === 'conflict' ? (
        <ConflictView
          tab="deals"
          record={state.record}
          conflicts={state.conflicts}
          onSettle={(mine) => (mine.length > 0 ? saver.settle(mine) : cancel())}
          onBack={cancel}
        />
      ) : (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <h2 id={title} class="two-lines">
            {words.moveDealToStage(dealName(deal), stage)}
          </h2>
          {needed.inputs}
          {issues
            .filter(({ field }) => field === 'stage' || field === '')
            .map((issue) => (
              <Notice key={issue.code} kind="danger">
                {words.told(issue.message)}
              </Notice>
            ))}
          {state.kind === 'failed' && (
            <Notice kind="danger">
              <strong>{words.notSaved}</strong>
              <span>{state.sentence}</span>
              <span class="small">{words.typedIsStillHere}</span>
            </Notice>
          )}
          <div class="actions">
            <Button kind="main" type="submit" disabled={state.kind === 'saving'}>
              {state.kind === 'saving' ? words.saving : words.moveDeal}
            </Button>
            <Button onClick={cancel}>{words.cancel}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
