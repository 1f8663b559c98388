// The form of a record, made from the schema: what matters first, the rest folded, errors beside the field and on top.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RecordTabKey } from '../../src/domain/schema';
import type { RecordView, SaveInput } from '../../src/rpc/contract';
import { type Preset, useApp } from '../app/app';
import { guardLeaving } from '../app/leaving';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { ConflictView } from './conflict';
import type { Carried, Draft, NewDraft } from './draft';
import { isUnchosen } from './entry';
import { FormField, Group } from './form-field';
import { Summary } from './form-problems';
import { allFields, type FieldGroup, formGroups, type KeyedField } from './layout';
import { Likely } from './likely';
import { createNamed, referenceTab } from './references';
import type { Saved, SaveState } from './save-state';
import { type Form, fitting, type Problem, problemsOf, type Settled, useForm } from './use-form';
import { useSave } from './use-save';

interface RecordFormProps {
  tab: RecordTabKey;
  /** Left out: a new record. */
  record?: RecordView | undefined;
  preset?: Preset | undefined;
  /** What was typed for a new record that turned out to be this one. */
  carried?: Carried | undefined;
  /** Of a new record: which draft it is typed into. */
  draftName?: NewDraft | undefined;
  /** How a save of what is typed here ended. */
  ended?: SaveState | undefined;
  /** The only fields to show. */
  only?: readonly string[] | undefined;
  /** Something that fills the form, above its fields. */
  filler?: (form: Form) => ComponentChildren;
  /** Beside the buttons. */
  more?: ComponentChildren;
  /** Takes the save over and answers true; else the form saves, and stands until that is through. */
  onSave: (input: SaveInput, draft: Draft) => boolean;
  /** `isHere`: the form still stands, and may lead elsewhere. */
  onSaved: (saved: Saved, isHere: boolean) => void;
  onCancel: () => void;
}

export function RecordForm(props: RecordFormProps) {
  const { tab, record, carried, ended, only, onCancel } = props;
  const app = useApp();
  const id = useId();
  const form = useForm(tab, app.start, record, props.preset, carried, props.draftName);
  const groups = useMemo(() => {
    if (!only) return formGroups(tab, app.start);
    const fields = allFields(tab, app.start).filter(({ key }) => only.includes(key));
    return [{ title: '', fields: fields.sort((one, other) => only.indexOf(one.key) - only.indexOf(other.key)) }];
  }, [tab, app.start, only]);
  const [found, setProblems] = useState<readonly Problem[]>([]);
  const problems = found.filter((one) => !one.unchosen || isUnchosen(form.entry(one.field)));
  const [looking, setLooking] = useState(false);
  const saver = useSave((saved, isHere) => {
    form.discard();
    if (isHere) guardLeaving(null);
    props.onSaved(saved, isHere);
  }, ended);
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
    guardLeaving(null);
    if (!now.draft || !props.onSave(read.input, now.draft)) saver.save(read.input);
  };

  /** Makes the record that a reference only names so far, then saves. */
  const create = ({ field: key, label }: Problem) => {
    const entry = form.entry(key);
    const to = referenceTab(allFields(tab, app.start).find((one) => one.key === key)?.field);
    if (looking || !to || !isUnchosen(entry)) return;
    const typed = entry.unchosen.trim();
    const failed = (message: string) => setProblems([{ field: key, label, message }]);
    setLooking(true);
    createNamed(to, typed, app.start.stages[0]?.name ?? '').then(
      (made) => {
        setLooking(false);
        if ('problem' in made) return failed(made.problem);
        const settled = { [key]: { typed, record: made } };
        latest.current?.settle(settled);
        if (latest.current) save(latest.current, settled);
      },
      (error) => {
        setLooking(false);
        failed(sentenceFor(error));
      },
    );
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
      {form.restored && !ended && (
        <Notice>
          <span>{words.whatYouTypedWasKept}</span>
          <span>
            <Button slim onClick={form.discard}>
              {words.startOver}
            </Button>
          </span>
        </Notice>
      )}
      {problems.length > 0 && (
        <div ref={summary} tabIndex={-1} data-quiet>
          <Summary problems={problems} idOf={(key) => `${id}-${key}`} onCreate={create} />
        </div>
      )}
      {saver.state.kind === 'failed' && (
        <Notice kind="danger">
          <strong>{words.notSaved}</strong>
          <span>{saver.state.sentence}</span>
          <span class="small">{words.typedIsStillHere}</span>
        </Notice>
      )}
      {record && carried && <FromOther tab={tab} record={record} carried={carried} />}
      {props.filler?.(form)}
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
          {!record && group === groups[0] && <Likely tab={tab} form={form} />}
        </Group>
      ))}
      <div class="sticky-actions">
        <Button kind="main" type="submit" disabled={saving}>
          {saving ? words.saving : words.save}
        </Button>
        {props.more}
        <Button onClick={onCancel}>{words.cancel}</Button>
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

/** What came here from a form for a new record, and what did not because the record has its own value. */
function FromOther({ tab, record, carried }: { tab: RecordTabKey; record: RecordView; carried: Carried }) {
  const { start } = useApp();
  const filled = fitting(record, carried);
  const named = (keys: string[]) =>
    allFields(tab, start)
      .filter(({ key }) => keys.includes(key))
      .map(({ field }) => words.label(field.header))
      .join(', ');
  const same = (one: unknown, other: unknown) => String(one).trim().toLowerCase() === String(other).toLowerCase();
  const others = Object.entries(carried.entries).flatMap(([key, entry]) =>
    key in filled || same(entry, record.fields[key]) ? [] : [key],
  );
  return (
    <Notice>
      <span>
        {Object.keys(filled).length > 0
          ? words.filledInFromTyped(named(Object.keys(filled)))
          : words.allHasValuesAlready}
      </span>
      {others.length > 0 && <span>{words.leftAsItWas(named(others))}</span>}
    </Notice>
  );
}
