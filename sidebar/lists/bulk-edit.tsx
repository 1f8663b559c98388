// Changing several records at once: what to do, with which value, to whom it will not be done; then progress and what came of it.
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isBlank } from '../../src/domain/record';
import type { SegmentTab } from '../../src/domain/segment';
import type { RecordRow } from '../../src/rpc/contract-lists';
import { useApp } from '../app/app';
import { askBeforeUnload, guardLeaving } from '../app/leaving';
import { whyLocked } from '../app/rights';
import { type Entry, entryOf, readEntry } from '../forms/entry';
import { useNeeded } from '../forms/needed-fields';
import { RecordInput } from '../forms/record-input';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FieldFrame } from '../ui/field';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { type Action, actionsOf, askedByStage, changesFor, changesForStage, stageChoices } from './bulk-words';
import { nameOfRow } from './columns';
import { type Edit, realEdits, useBulk } from './use-bulk';

interface BulkEditProps {
  tab: SegmentTab;
  rows: readonly RecordRow[];
  onClose: () => void;
  /** Something was changed or taken back. */
  onChanged: () => void;
}

/** Records that could not be changed, named at most. */
const mostNamed = 50;

export function BulkEdit({ tab, rows, onClose, onChanged }: BulkEditProps) {
  const title = useId();
  const bulk = useBulk(tab, onChanged);
  const { kind } = bulk.state;
  useEffect(() => {
    guardLeaving(kind === 'running' ? () => {} : null);
    window.addEventListener('beforeunload', askBeforeUnload);
    return () => {
      guardLeaving(null);
      window.removeEventListener('beforeunload', askBeforeUnload);
    };
  }, [kind]);
  return (
    <Dialog title={title} onCancel={() => kind !== 'running' && onClose()}>
      <div class="stack">
        <h2 id={title} tabIndex={-1}>
          {words.changeRecords(rows.length, tab)}
        </h2>
        {kind === 'idle' ? (
          <Choose tab={tab} rows={rows} onRun={bulk.run} onClose={onClose} />
        ) : (
          <Running bulk={bulk} tab={tab} rows={rows} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

function Choose(props: {
  tab: SegmentTab;
  rows: readonly RecordRow[];
  onRun: (edits: Edit[]) => void;
  onClose: () => void;
}) {
  const { tab, rows, onRun, onClose } = props;
  const { start } = useApp();
  const id = useId();
  const actions = useMemo(() => actionsOf(tab, start), [tab, start]);
  const [action, setAction] = useState<Action | undefined>(actions[0]);
  const [entry, setEntry] = useState<Entry>('');
  const [stageAt, setStageAt] = useState(-1);
  const [labels, setLabels] = useState<{ [reference: string]: string }>({});
  const [problem, setProblem] = useState('');
  const stages = stageChoices(start.stages);
  const stage = stages[stageAt]?.stage;
  const isStage = tab === 'deals' && action?.id === 'stage';
  const allowed = useMemo(
    () => rows.filter(({ fields }) => whyLocked(start, { tab, fields }) === undefined),
    [rows, start, tab],
  );
  const asked = useMemo(
    () => (isStage && stage ? askedByStage(stage, start.stages, allowed) : []),
    [isStage, stage, start, allowed],
  );
  const needed = useNeeded(asked, {});
  if (!action) return null;
  const { field } = action.field;

  const submit = () => {
    if (isStage) {
      if (!stage) return setProblem(words.chooseStage);
      const answers = asked.length > 0 ? needed.read() : {};
      if (!answers) return;
      return run(allowed.map((row) => ({ row, changes: changesForStage(stage, start.stages, row, answers) })));
    }
    const reading = readEntry(field, entry);
    if (!reading.ok) return setProblem(reading.problem);
    if (action.kind !== 'set' && isBlank(reading.value)) return setProblem(words.sayWhichWords);
    if (field.required && isBlank(reading.value)) return setProblem(words.mustNotBeBlank(words.label(field.header)));
    run(allowed.map((row) => ({ row, changes: changesFor(action, reading.value, row) })));
  };
  const run = (edits: Edit[]) => {
    const real = realEdits(edits);
    if (real.length === 0) return setProblem(words.nothingToChange);
    onRun(real);
  };

  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FieldFrame id={`${id}-what`} label={words.whatToDo}>
        {(ids) => (
          <select
            {...ids}
            class="input"
            value={action.id}
            onChange={(event) => {
              const next = actions.find((one) => one.id === event.currentTarget.value);
              setAction(next);
              setEntry(next ? entryOf(next.field.field, null) : '');
              setProblem('');
            }}
          >
            {actions.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <FieldFrame
        key={action.id}
        id={`${id}-value`}
        label={action.kind === 'set' ? words.newValueOf(words.label(field.header)) : words.label(field.header)}
        hint={action.kind === 'set' && !field.required && !isStage ? words.leaveBlankToClear : undefined}
        error={problem || undefined}
        group={field.type === 'choices'}
      >
        {(ids) =>
          isStage ? (
            <select
              {...ids}
              class="input"
              value={String(stageAt)}
              onChange={(event) => {
                setStageAt(Number(event.currentTarget.value));
                setProblem('');
              }}
            >
              <option value="-1">—</option>
              {stages.map(({ stage: one, label }, at) => (
                <option key={`${one.pipeline}/${one.name}`} value={String(at)}>
                  {label}
                </option>
              ))}
            </select>
          ) : (
            <RecordInput
              field={field}
              entry={entry}
              onEntry={(next) => {
                setEntry(next);
                setProblem('');
              }}
              ids={ids}
              labels={labels}
              onLabel={(reference, name) => setLabels((now) => ({ ...now, [reference]: name }))}
              others={{}}
            />
          )
        }
      </FieldFrame>
      {needed.inputs}
      {allowed.length < rows.length && (
        <Notice kind="warn">{words.recordsNotYours(rows.length - allowed.length)}</Notice>
      )}
      <div class="actions">
        <Button kind="main" type="submit" disabled={allowed.length === 0}>
          {words.changeSome(allowed.length)}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}

function Running(props: {
  bulk: ReturnType<typeof useBulk>;
  tab: SegmentTab;
  rows: readonly RecordRow[];
  onClose: () => void;
}) {
  const { bulk, tab, rows, onClose } = props;
  const { state } = bulk;
  const told = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => told.current?.focus(), [state.kind]);
  const names = new Map(rows.map((row) => [row.id, nameOfRow(tab, row)]));
  return (
    <div class="stack" ref={told} tabIndex={-1} data-quiet>
      {state.kind !== 'done' && (
        <progress class="meter" aria-label={words.progress} max={Math.max(1, state.total)} value={state.done} />
      )}
      <p role="status">
        {state.kind === 'running'
          ? words.triedOf(state.done, state.total)
          : state.kind === 'stopped'
            ? words.recordsChangedSoFar(state.changed, state.total - state.done)
            : words.recordsChanged(state.changed)}
      </p>
      {state.error && (
        <Notice kind="danger">
          <span>{state.error}</span>
          <span>{words.changedBeforeIsSaved}</span>
        </Notice>
      )}
      {state.kept.length > 0 && (
        <Notice kind="warn">
          <strong>{words.recordsLeftAsBefore(state.kept.length)}</strong>
          <ul class="stack tight kept">
            {state.kept.slice(0, mostNamed).map(({ id, reason }) => (
              <li key={id}>
                {names.get(id) ?? id}: {words.told(reason)}
              </li>
            ))}
          </ul>
          {state.kept.length > mostNamed && <span>{words.andMoreKept(state.kept.length - mostNamed)}</span>}
        </Notice>
      )}
      <div class="actions">
        {state.kind === 'running' && <Button onClick={bulk.stop}>{words.stopAfterStep}</Button>}
        {state.kind === 'stopped' && (
          <Button kind="main" onClick={bulk.goOn}>
            {words.goOn}
          </Button>
        )}
        {state.kind !== 'running' && <Button onClick={onClose}>{words.close}</Button>}
      </div>
    </div>
  );
}
