// Undoing all changes of one person since a day: first what that would be, then step by step, then what stayed. For admins.
import { useState } from 'preact/hooks';
import type { UndoByResult } from '../../src/rpc/contract-history';
import { useApp } from '../app/app';
import { undoAll, undoneText } from '../app/undo';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { Bar } from '../screens/bar';
import { Button } from '../ui/button';
import { FieldFrame } from '../ui/field';
import { Notice, Spinner } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { Outcome, type UndoOutcome } from './kept-list';
import { PersonSelect } from './person-select';

type Preview = Extract<UndoByResult, { status: 'preview' }>;

/** Null between the parts of the way: choosing, the preview, the steps, the outcome. */
interface Way {
  preview: Preview | null;
  working: string;
  outcome: (UndoOutcome & { changeSet: string }) | null;
  error: string;
}

const beginning: Way = { preview: null, working: '', outcome: null, error: '' };

export function UndoByScreen() {
  const app = useApp();
  const [who, setWho] = useState('');
  const [since, setSince] = useState(app.start.today);
  const [way, setWay] = useState<Way>(beginning);

  const failed = (error: unknown) => setWay({ ...beginning, error: sentenceFor(error) });
  const ask = () => {
    if (who === '' || since === '') return setWay({ ...beginning, error: words.choosePersonAndDay });
    setWay({ ...beginning, working: words.lookingThroughHistory });
    call
      .undoChangesBy({ who, since })
      .then((preview) => preview.status === 'preview' && setWay({ ...beginning, preview }), failed);
  };
  const undo = async ({ until }: Preview) => {
    const kept: UndoOutcome['kept'] = [];
    let undone = 0;
    let place: { at?: number; changeSet?: string } = {};
    setWay({ ...beginning, working: words.undoing });
    for (;;) {
      const step = await call.undoChangesBy({ who, since, until, ...place });
      if (step.status !== 'step') return;
      undone += step.undone;
      kept.push(...step.kept);
      place = { at: step.at, changeSet: step.changeSet };
      setWay({ ...beginning, working: words.undoingSoFar(undone) });
      if (!step.more) return setWay({ ...beginning, outcome: { undone, kept, changeSet: step.changeSet } });
    }
  };

  const { preview, working, outcome, error } = way;
  return (
    <>
      <Bar title={words.undoByPerson} />
      <h1 tabIndex={-1} class="below">
        {words.undoAllOfPerson}
      </h1>
      <div class="stack">
        <PersonSelect
          id="undo-who"
          label={words.whose}
          value={who}
          any={words.chooseOne}
          onChange={(next) => {
            setWho(next);
            setWay(beginning);
          }}
        />
        <FieldFrame id="undo-since" label={words.sinceBeginningOf}>
          {(ids) => (
            <input
              {...ids}
              class="input"
              type="date"
              max={app.start.today}
              value={since}
              onChange={(event) => {
                setSince(event.currentTarget.value);
                setWay(beginning);
              }}
            />
          )}
        </FieldFrame>
        {error && <Notice kind="danger">{error}</Notice>}
        {working && <Spinner label={working} />}
        {!working && !preview && !outcome && (
          <Button kind="main" onClick={ask}>
            {words.showWhatWouldBeUndone}
          </Button>
        )}
        {preview && <Foreseen preview={preview} onYes={() => void undo(preview).catch(failed).finally(app.touched)} />}
      </div>
      {outcome && <Outcome {...outcome} />}
      {outcome && outcome.undone > 0 && (
        <div class="section">
          <Button
            icon="undo"
            onClick={() => {
              setWay({ ...beginning, working: words.takingUndoBack });
              undoAll(outcome.changeSet)
                .then((result) => {
                  toast(undoneText(result));
                  setWay(beginning);
                }, failed)
                .finally(app.touched);
            }}
          >
            {words.takeUndoBack}
          </Button>
        </div>
      )}
    </>
  );
}

function Foreseen({ preview, onYes }: { preview: Preview; onYes: () => void }) {
  const { changeSets, records, tabs } = preview;
  if (records === 0) {
    return (
      <Notice>
        <span role="status" tabIndex={-1}>
          {words.nothingChangedSince}
        </span>
      </Notice>
    );
  }
  return (
    <div class="stack tight">
      <Notice kind="warn">
        <strong role="status" tabIndex={-1}>
          {words.changesWouldBeUndone(changeSets, records)}
        </strong>
        <span>{tabs.map((tab) => `${words.label(tab.title)}: ${tab.records}`).join(', ')}.</span>
        <span>{words.changedByOthersStays}</span>
      </Notice>
      <Button kind="danger" onClick={onYes}>
        {words.undoRecords(records)}
      </Button>
    </div>
  );
}
