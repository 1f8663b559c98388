// Changing several records at once: what to do, with which value, to whom it will not be done; then progress and what came of it.
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isBlank } from '../../src/domain/record';
import { tabOf } from '../../src/domain/schema';
import type { SegmentTab } from '../../src/domain/segment';
import type { RecordRow } from '../../src/rpc/contract-lists';
import { useApp } from '../app/app';
import { askBeforeUnload, guardLeaving } from '../app/leaving';
import { whyLocked } from '../app/rights';
import { countText } from '../format';
import { type Entry, entryOf, readEntry } from '../forms/entry';
import { useNeeded } from '../forms/needed-fields';
import { RecordInput } from '../forms/record-input';
import { numberText } from '../numbers';
import { Button } from '../ui/button';
import { FieldFrame } from '../ui/field';
import { Notice } from '../ui/notice';
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
  const box = useRef<HTMLDialogElement>(null);
  const title = useId();
  const bulk = useBulk(tab, onChanged);
  const { kind } = bulk.state;
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  useEffect(() => {
    guardLeaving(kind === 'running' ? () => {} : null);
    window.addEventListener('beforeunload', askBeforeUnload);
    return () => {
      guardLeaving(null);
      window.removeEventListener('beforeunload', askBeforeUnload);
    };
  }, [kind]);
  return (
    <dialog
      ref={box}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        if (kind !== 'running') onClose();
      }}
    >
      <div class="stack">
        <h2 id={title} tabIndex={-1}>
          Change {countText(rows.length, tabOf(tab).singular, tabOf(tab).title.toLowerCase())}
        </h2>
        {kind === 'idle' ? (
          <Choose tab={tab} rows={rows} onRun={bulk.run} onClose={onClose} />
        ) : (
          <Running bulk={bulk} tab={tab} rows={rows} onClose={onClose} />
        )}
      </div>
    </dialog>
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
      if (!stage) return setProblem('Choose a stage.');
      const answers = asked.length > 0 ? needed.read() : {};
      if (!answers) return;
      return run(allowed.map((row) => ({ row, changes: changesForStage(stage, start.stages, row, answers) })));
    }
    const reading = readEntry(field, entry);
    if (!reading.ok) return setProblem(reading.problem);
    if (action.kind !== 'set' && isBlank(reading.value)) return setProblem('Say which words.');
    if (field.required && isBlank(reading.value)) return setProblem(`${field.header} must not be blank.`);
    run(allowed.map((row) => ({ row, changes: changesFor(action, reading.value, row) })));
  };
  const run = (edits: Edit[]) => {
    const real = realEdits(edits);
    if (real.length === 0) return setProblem('Nothing to change: all of them hold this already.');
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
      <FieldFrame id={`${id}-what`} label="What to do">
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
        label={action.kind === 'set' ? `New ${field.header}` : field.header}
        hint={action.kind === 'set' && !field.required && !isStage ? 'Leave it blank to clear the field.' : undefined}
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
        <Notice kind="warn">
          {numberText(rows.length - allowed.length)} of them {rows.length - allowed.length === 1 ? 'is' : 'are'} not
          yours to change and will be left alone.
        </Notice>
      )}
      <div class="actions">
        <Button kind="main" type="submit" disabled={allowed.length === 0}>
          Change {numberText(allowed.length)}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
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
        <progress class="meter" aria-label="Progress" max={Math.max(1, state.total)} value={state.done} />
      )}
      <p role="status">
        {state.kind === 'running'
          ? `${numberText(state.done)} of ${numberText(state.total)} …`
          : `${countText(state.changed, 'record')} changed${state.kind === 'stopped' ? `, ${numberText(state.total - state.done)} still to do` : ''}.`}
      </p>
      {state.error && (
        <Notice kind="danger">
          <span>{state.error}</span>
          <span>What was changed before is saved. You can go on with the rest.</span>
        </Notice>
      )}
      {state.kept.length > 0 && (
        <Notice kind="warn">
          <strong>{countText(state.kept.length, 'record')} left as before</strong>
          <ul class="stack tight kept">
            {state.kept.slice(0, mostNamed).map(({ id, reason }) => (
              <li key={id}>
                {names.get(id) ?? id}: {reason}
              </li>
            ))}
          </ul>
          {state.kept.length > mostNamed && <span>And {numberText(state.kept.length - mostNamed)} more.</span>}
        </Notice>
      )}
      <div class="actions">
        {state.kind === 'running' && <Button onClick={bulk.stop}>Stop after this step</Button>}
        {state.kind === 'stopped' && (
          <Button kind="main" onClick={bulk.goOn}>
            Go on
          </Button>
        )}
        {state.kind !== 'running' && <Button onClick={onClose}>Close</Button>}
      </div>
    </div>
  );
}
