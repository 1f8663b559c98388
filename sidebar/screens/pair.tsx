// One field of a record with its value, editable in its place: Enter saves, Escape leaves it as it was.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FieldValue } from '../../src/domain/schema';
import type { Issue, RecordView } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { whyLocked } from '../app/rights';
import { toastWithUndo } from '../app/undo';
import type { ValueContext } from '../format';
import { ConflictView } from '../forms/conflict';
import { type Entry, entryOf, isUnchosen, readEntry, sameValue } from '../forms/entry';
import { allFields, isEditable, type KeyedField } from '../forms/layout';
import { RecordInput } from '../forms/record-input';
import { recordNamed, referenceTab } from '../forms/references';
import { useSave } from '../forms/use-save';
import { issueSentence } from '../messages';
import { Button, IconButton } from '../ui/button';
import { FieldFrame } from '../ui/field';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { useValueContext, ValueView } from './value-view';

export function Pair(props: {
  record: RecordView;
  keyed: KeyedField;
  /** How the value shows; left out: as it is. */
  view?: (value: FieldValue, context: ValueContext) => ComponentChildren;
}) {
  const { record, keyed } = props;
  const app = useApp();
  const [editing, setEditing] = useState(false);
  /** What is on its way into the workbook: it shows already, and its input waits unseen in case it is refused. */
  const [coming, setComing] = useState<Coming | null>(null);
  const context = useValueContext(coming ? { ...record, labels: { ...record.labels, ...coming.labels } } : record);
  const pencil = useRef<HTMLButtonElement>(null);
  const { key, field } = keyed;
  const value = coming ? coming.value : (record.fields[key] ?? null);
  const mayEdit = isEditable(keyed) && whyLocked(app.start, record) === undefined;
  // The button is back only after the next paint.
  const focusPencil = () => requestAnimationFrame(() => pencil.current?.focus());
  const edit = () => {
    // Writing over a formula needs a question first, which the form asks.
    if (record.formulas[key]) app.go({ kind: 'form', tab: record.tab, id: record.id });
    else setEditing(true);
  };
  const isOpen = editing && !coming;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: its button does the same for keys
    <div
      class={isOpen ? 'open' : mayEdit ? 'may-edit' : ''}
      onClick={({ target }) => {
        // A click on the value itself; links and buttons in it lead where they say, and selected text is to be copied.
        const isOther = target instanceof Element && target.closest('a, button, input, form');
        if (mayEdit && !editing && !isOther && String(getSelection()) === '') edit();
      }}
    >
      <dt class={isOpen ? 'unseen' : ''}>{words.label(field.header)}</dt>
      {!isOpen && (
        <dd>{props.view ? props.view(value, context) : <ValueView field={field} value={value} context={context} />}</dd>
      )}
      {!isOpen && mayEdit && (
        <dd class="tool">
          <IconButton
            icon="edit"
            label={words.editField(words.label(field.header))}
            buttonRef={pencil}
            onClick={() => !editing && edit()}
          />
        </dd>
      )}
      {editing && (
        <dd key="edit" hidden={coming !== null}>
          <InPlace
            record={record}
            keyed={keyed}
            onComing={(next) => {
              setComing(next);
              if (next) focusPencil();
            }}
            onClose={() => {
              setEditing(false);
              setComing(null);
              focusPencil();
            }}
          />
        </dd>
      )}
    </div>
  );
}

interface Coming {
  value: FieldValue;
  labels: RecordView['labels'];
}

/** This field's own problems; what is wrong elsewhere in the record keeps it from being saved too. */
function problemFor(key: string, issues: readonly Issue[]): string {
  return issues.map((issue) => (issue.field === key ? issueSentence(issue) : words.told(issue.message))).join(' ');
}

function InPlace(props: {
  record: RecordView;
  keyed: KeyedField;
  /** A value is being saved, or (null) was refused. */
  onComing: (coming: Coming | null) => void;
  onClose: () => void;
}) {
  const { record, keyed, onClose } = props;
  const app = useApp();
  const id = useId();
  const { key, field } = keyed;
  const [opened] = useState(record);
  const [entry, setEntry] = useState<Entry>(() => entryOf(field, record.fields[key]));
  const [labels, setLabels] = useState(record.labels);
  const [problem, setProblem] = useState('');
  const saver = useSave((saved) => {
    toastWithUndo(words.fieldSaved(words.label(field.header)), saved.changeSet, app.touched);
    onClose();
  });
  const { state } = saver;

  useLayoutEffect(() => document.getElementById(id)?.focus(), [id]);
  useLayoutEffect(() => {
    if (state.kind === 'idle' || state.kind === 'saving') return;
    if (state.kind === 'invalid') setProblem(problemFor(key, state.issues));
    props.onComing(null);
    // Somebody who types elsewhere by now is not torn away.
    if (!document.activeElement?.closest('input, textarea, select'))
      requestAnimationFrame(() => document.getElementById(id)?.focus());
  }, [state, key, id]);

  const latest = useRef<Entry | null>(entry);
  latest.current = entry;
  useEffect(
    () => () => {
      latest.current = null;
    },
    [],
  );
  const latestLabels = useRef(labels);
  const label = (reference: string, name: string) => {
    latestLabels.current = { ...latestLabels.current, [reference]: name };
    setLabels(latestLabels.current);
  };

  /** What is to be saved: for a name typed out in full, the record it means. Null: the field was closed meanwhile. */
  const settled = async (): Promise<Entry | null> => {
    const tab = referenceTab(field);
    const typed = isUnchosen(entry) ? entry.unchosen.trim() : '';
    if (!tab || typed === '') return entry;
    const record = await recordNamed(tab, typed).catch(() => null);
    if (!record || latest.current !== entry) return latest.current;
    label(record.id, record.name);
    setEntry(record.id);
    return record.id;
  };

  const save = async () => {
    const chosen = await settled();
    if (chosen === null) return;
    const reading = readEntry(field, chosen);
    if (!reading.ok) return setProblem(reading.problem);
    setProblem('');
    const base = opened.fields[key] ?? null;
    if (sameValue(reading.value, base)) return onClose();
    props.onComing({ value: reading.value, labels: latestLabels.current });
    saver.save({
      tab: record.tab,
      id: record.id,
      baseVersion: opened.version,
      base: { [key]: base },
      changes: { [key]: reading.value },
    });
  };

  if (state.kind === 'conflict') {
    return (
      <ConflictView
        tab={record.tab}
        record={state.record}
        labels={labels}
        conflicts={state.conflicts}
        onSettle={(mine) => {
          if (mine.length > 0) return saver.settle(mine);
          // Theirs stays, so there is nothing to save: only what is shown is out of date.
          app.touched();
          onClose();
        }}
        onBack={saver.reset}
      />
    );
  }
  const others = Object.fromEntries(
    allFields(record.tab, app.start).map((one) => [one.key, entryOf(one.field, record.fields[one.key])]),
  );
  return (
    <form
      class="stack tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
      }}
    >
      <FieldFrame
        id={id}
        label={words.label(field.header)}
        hint={field.help && words.told(field.help)}
        error={problem || undefined}
        group={field.type === 'choices'}
      >
        {(ids) => (
          <RecordInput
            field={field}
            entry={entry}
            onEntry={(next) => {
              setEntry(next);
              // A name that is chosen now was all that was wrong.
              if (isUnchosen(entry)) setProblem('');
            }}
            ids={ids}
            labels={labels}
            onLabel={label}
            others={others}
          />
        )}
      </FieldFrame>
      {state.kind === 'failed' && <Notice kind="danger">{state.sentence}</Notice>}
      <div class="actions">
        <Button slim kind="main" type="submit">
          {words.save}
        </Button>
        <Button slim onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
