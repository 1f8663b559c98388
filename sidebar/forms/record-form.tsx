// The form of a record, made from the schema: what matters first, the rest folded, errors beside the field and on top.
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RecordTabKey } from '../../src/domain/schema';
import type { RecordView } from '../../src/rpc/contract';
import { type Preset, useApp } from '../app/app';
import { guardLeaving } from '../app/leaving';
import { Button } from '../ui/button';
import { FieldFrame } from '../ui/field';
import { Icon } from '../ui/icons';
import { Notice } from '../ui/notice';
import { ConflictView } from './conflict';
import { entryOf, isUnchosen } from './entry';
import { allFields, type FieldGroup, formGroups, type KeyedField } from './layout';
import { RecordInput } from './record-input';
import { type Form, type Problem, problemsOf, type Settled, useForm } from './use-form';
import { type Saved, useSave } from './use-save';

interface RecordFormProps {
  tab: RecordTabKey;
  /** Left out: a new record. */
  record?: RecordView | undefined;
  preset?: Preset | undefined;
  onSaved: (saved: Saved) => void;
  onCancel: () => void;
}

export function RecordForm({ tab, record, preset, onSaved, onCancel }: RecordFormProps) {
  const app = useApp();
  const id = useId();
  const form = useForm(tab, app.start, record, preset);
  const groups = useMemo(() => formGroups(tab, app.start), [tab, app.start]);
  const [found, setProblems] = useState<readonly Problem[]>([]);
  const problems = found.filter((one) => !one.unchosen || isUnchosen(form.entry(one.field)));
  const [looking, setLooking] = useState(false);
  const saver = useSave((saved) => {
    form.discard();
    guardLeaving(null);
    onSaved(saved);
  });
  const summary = useRef<HTMLDivElement>(null);

  // At once: a key may lead elsewhere before the next paint.
  useLayoutEffect(() => {
    guardLeaving(form.dirty ? form.discard : null);
    return () => guardLeaving(null);
  });
  useEffect(() => {
    if (saver.state.kind === 'invalid') setProblems(problemsOf(saver.state.issues, allFields(tab, app.start)));
  }, [saver.state, tab, app.start]);
  // Before the next paint, as the folded groups below: who sees the summary can already go on from it.
  useLayoutEffect(() => {
    if (found.length > 0) summary.current?.focus();
  }, [found]);
  /** The form as it is when an answer comes: typing goes on in the meantime. Null: it is gone. */
  const latest = useRef<Form | null>(form);
  latest.current = form;
  useEffect(
    () => () => {
      latest.current = null;
    },
    [],
  );

  const submit = () => {
    if (looking) return;
    const asked = form.lookUp();
    if (!asked) return save(form, {});
    setLooking(true);
    asked.then((settled) => {
      setLooking(false);
      if (!latest.current) return;
      latest.current.settle(settled);
      save(latest.current, settled);
    });
  };

  const save = (now: Form, settled: Settled) => {
    const read = now.read(settled);
    if (!read.ok) return setProblems(read.problems);
    setProblems([]);
    if (record && Object.keys(read.input.changes).length === 0) return onCancel();
    saver.save(read.input);
  };

  if (saver.state.kind === 'conflict') {
    return (
      <ConflictView
        tab={tab}
        record={saver.state.record}
        labels={form.labels}
        conflicts={saver.state.conflicts}
        onSettle={saver.settle}
        onBack={saver.reset}
      />
    );
  }

  const saving = looking || saver.state.kind === 'saving';
  return (
    <form
      class="stack"
      noValidate
      aria-label={record ? record.name : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
      }}
    >
      {form.restored && (
        <Notice>
          <span>What you typed here before was kept.</span>
          <span>
            <Button slim onClick={form.discard}>
              Start over
            </Button>
          </span>
        </Notice>
      )}
      {problems.length > 0 && (
        <div ref={summary} tabIndex={-1} data-quiet>
          <Summary problems={problems} idOf={(key) => `${id}-${key}`} />
        </div>
      )}
      {saver.state.kind === 'failed' && (
        <Notice kind="danger">
          <strong>Not saved.</strong>
          <span>{saver.state.sentence}</span>
          <span class="small">What you typed is still here.</span>
        </Notice>
      )}
      {groups.map((group) => (
        <Group key={group.title} group={group} opened={problems.some((one) => holds(group, one.field))}>
          {group.fields
            .filter((one) => isShown(one, form))
            .map((one) => (
              <FormField
                key={one.key}
                keyed={one}
                id={`${id}-${one.key}`}
                form={form}
                record={record}
                problem={problems.find((problem) => problem.field === one.key)?.message}
              />
            ))}
        </Group>
      ))}
      <div class="sticky-actions">
        <Button kind="main" type="submit" disabled={saving}>
          {saving ? 'Saving…' : 'Save'}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

function holds(group: FieldGroup, key: string): boolean {
  return group.fields.some((one) => one.key === key);
}

/** A field that is needed only for one stage shows when that stage is chosen, or when it holds something. */
function isShown({ key, field }: KeyedField, form: Form): boolean {
  return !field.requiredWhen || field.requiredWhen.outcome === form.outcome || form.entry(key) !== '';
}

function Group({
  group,
  opened,
  children,
}: {
  group: FieldGroup;
  opened: boolean;
  children: preact.ComponentChildren;
}) {
  const box = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (opened && box.current) box.current.open = true;
  }, [opened]);
  if (group.title === '') return <div class="stack">{children}</div>;
  return (
    <details class="folded" ref={box}>
      <summary>
        <Icon name="forward" size={14} />
        {group.title}
      </summary>
      <div class="stack">{children}</div>
    </details>
  );
}

/** All that is wrong, on top, each with a way to its field. */
function Summary({ problems, idOf }: { problems: readonly Problem[]; idOf: (key: string) => string }) {
  return (
    <Notice kind="danger">
      <strong>{problems.length === 1 ? 'One thing to fix' : `${problems.length} things to fix`}</strong>
      <ul class="stack tight">
        {problems.map((problem) => (
          <li key={`${problem.field}${problem.message}`}>
            {problem.field ? (
              <button type="button" class="link" onClick={() => document.getElementById(idOf(problem.field))?.focus()}>
                {problem.message.startsWith(problem.label) ? '' : `${problem.label}: `}
                {problem.message}
              </button>
            ) : (
              problem.message
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function FormField(props: {
  keyed: KeyedField;
  id: string;
  form: Form;
  record: RecordView | undefined;
  problem: string | undefined;
}) {
  const { keyed, form, record } = props;
  const { key, field } = keyed;
  const formula = record?.formulas[key];
  const locked = formula !== undefined && !form.agreed.has(key);
  const inGrid = record?.issues.find((issue) => issue.field === key)?.message;
  return (
    <div class="stack tight">
      <FieldFrame
        id={props.id}
        label={field.header}
        required={field.required || field.requiredWhen?.outcome === form.outcome}
        hint={inGrid ? `In the sheet: ${inGrid}` : field.help}
        error={props.problem}
        group={field.type === 'choices'}
      >
        {(ids) => (
          <RecordInput
            field={field}
            entry={locked ? entryOf(field, record?.fields[key]) : form.entry(key)}
            onEntry={(entry) => !locked && form.set(key, entry)}
            ids={ids}
            labels={form.labels}
            onLabel={form.label}
            others={form.entries}
            readOnly={locked}
          />
        )}
      </FieldFrame>
      {locked && (
        <Notice kind="warn">
          <span>
            This cell holds the formula <code>{formula}</code>. Saving a value here would replace it.
          </span>
          <span>
            <Button slim onClick={() => form.agree(key)}>
              Write over the formula
            </Button>
          </span>
        </Notice>
      )}
    </div>
  );
}
