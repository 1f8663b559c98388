// The stage of a deal and moving it on: one click for an open stage or Won; Lost asks why.
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { changesToEnter, missingToEnter } from '../../src/domain/entering';
import type { FieldValue } from '../../src/domain/schema';
import type { RecordView, StageView } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { whyLocked } from '../app/rights';
import { toastWithUndo } from '../app/undo';
import { useNeeded } from '../forms/needed-fields';
import { moveInput, useSave } from '../forms/use-save';
import { percentText } from '../numbers';
import { Button } from '../ui/button';
import * as words from '../words';

export function StagePicker({ record }: { record: RecordView }) {
  const app = useApp();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  /** A stage that is being saved shows already. */
  const [coming, setComing] = useState('');
  // The record was read again: it holds what came of that.
  useLayoutEffect(() => setComing(''), [record]);
  const name = coming || (typeof record.fields.stage === 'string' ? record.fields.stage : '');
  const pipeline = typeof record.fields.pipeline === 'string' ? record.fields.pipeline : app.start.pipelines[0];
  const stages = app.start.stages.filter((stage) => stage.pipeline === pipeline);
  const stage = stages.find((one) => one.name === name);
  const tone = stage?.outcome === 'won' ? 'good' : stage?.outcome === 'lost' ? 'danger' : 'accent';
  const close = (moved = '') => {
    setOpen(false);
    setComing(moved);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <div class="stage below">
      <div class="row spread">
        <span class="row">
          <span class="unseen">{words.itsStage}</span>
          <span class={`badge stage-name ${tone}`}>{name || words.noStage}</span>
        </span>
        {whyLocked(app.start, record) === undefined && (
          <Button slim icon="stage" buttonRef={button} onClick={() => (open ? close() : setOpen(coming === ''))}>
            {words.moveStage}
          </Button>
        )}
      </div>
      <StageTrack stages={stages} now={name} />
      {open && <MoveStage deal={record} stages={stages} now={name} onClose={close} />}
    </div>
  );
}

/** How far the deal has come: one segment for each open stage. Only for the eye; the name stands beside it. */
function StageTrack({ stages, now }: { stages: readonly StageView[]; now: string }) {
  const open = stages.filter((stage) => stage.outcome === 'open');
  const outcome = stages.find((stage) => stage.name === now)?.outcome;
  const at = outcome === 'won' ? open.length : open.findIndex((stage) => stage.name === now);
  return (
    <div class={`track ${outcome ?? ''}`} aria-hidden="true">
      {open.map((stage, index) => (
        <span key={stage.name} class={index <= at ? 'past' : ''} />
      ))}
    </div>
  );
}

/** Moving one deal: its stages to choose from, and what the chosen one asks for. Nobody waits for the save. */
export function MoveStage(props: {
  deal: { id: string; version: number; fields: { readonly [field: string]: FieldValue } };
  stages: readonly StageView[];
  now: string;
  /** `moved`: the stage that is being saved; it may still be refused. */
  onClose: (moved?: string) => void;
}) {
  const { stages, now, onClose } = props;
  const app = useApp();
  const id = useId();
  const [chosen, setChosen] = useState(now);
  const [opened] = useState(props.deal);
  const target = stages.find((stage) => stage.name === chosen);
  const changes = target ? changesToEnter(target, opened.fields, app.start.stages) : {};
  const saver = useSave((saved) => {
    toastWithUndo([words.movedTo(chosen), ...saved.warnings.map(words.told)].join(' '), saved.changeSet, app.touched);
  });
  const missing = chosen === now ? [] : missingToEnter(opened.fields, changes, app.start.stages);
  const needed = useNeeded(missing, opened.fields, []);

  const save = () => {
    if (chosen === now) return onClose();
    const values = needed.read();
    if (!values) return;
    saver.save(moveInput(opened, { ...changes, ...values }));
    onClose(chosen);
  };

  return (
    <form
      class="card stack tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <fieldset class="stages">
        <legend class="unseen">{words.moveToStage}</legend>
        {stages.map((stage) => (
          <label key={stage.name} class="stage-choice">
            <input
              type="radio"
              name={`${id}-stage`}
              checked={chosen === stage.name}
              ref={(input) => {
                if (stage.name === now && input && !input.dataset.met) {
                  input.dataset.met = 'yes';
                  input.focus();
                }
              }}
              onChange={() => setChosen(stage.name)}
            />
            <span class="words">{stage.name}</span>
            <span class="detail">{stage.outcome === 'open' ? percentText(stage.probability) : ''}</span>
          </label>
        ))}
      </fieldset>
      {needed.inputs}
      <div class="actions">
        <Button kind="main" type="submit">
          {words.saveStage}
        </Button>
        <Button onClick={() => onClose()}>{words.cancel}</Button>
      </div>
    </form>
  );
}
