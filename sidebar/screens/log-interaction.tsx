// Logging what happened, from a record's page: what kind, about what, how it went, and what comes next.
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { tabOf } from '../../src/domain/schema';
import type { RecordView, SaveInput } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { store } from '../app/store';
import { toastWithUndo } from '../app/undo';
import { call } from '../call';
import { addDays } from '../format';
import { interactionIcons } from '../forms/layout';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { FieldError, FieldFrame } from '../ui/field';
import { Icon } from '../ui/icons';
import { Notice } from '../ui/notice';
import { presetFor } from './preset';

const kinds = tabOf('interactions').fields.kind?.choices ?? [];

export function LogInteraction({ record }: { record: RecordView }) {
  const [kind, setKind] = useState('');
  const trigger = useRef<HTMLButtonElement>(null);
  const close = () => {
    setKind('');
    requestAnimationFrame(() => trigger.current?.focus());
  };
  return (
    <div class="section">
      {kind === '' ? (
        <Button wide kind="main" icon="plus" buttonRef={trigger} onClick={() => setKind('Call')}>
          Log interaction
        </Button>
      ) : (
        <LogForm record={record} kind={kind} onKind={setKind} onClose={close} />
      )}
    </div>
  );
}

/** What was typed. `task` blank: no next step. */
interface Typed {
  subject: string;
  outcome: string;
  details: string;
  when: string;
  task: string;
  due: string;
}

function LogForm(props: { record: RecordView; kind: string; onKind: (kind: string) => void; onClose: () => void }) {
  const { record, kind, onClose } = props;
  const app = useApp();
  const id = useId();
  const [typed, setTyped] = useState<Typed>(() => ({
    subject: '',
    outcome: '',
    details: '',
    when: app.now(),
    task: '',
    due: addDays(app.today(), 7),
  }));
  const [problems, setProblems] = useState<Partial<Typed>>({});
  const [failure, setFailure] = useState('');
  const [saving, setSaving] = useState(false);
  /** The interaction is written already and only its next step failed: a second try must not write it twice. */
  const logged = useRef('');
  useLayoutEffect(() => document.getElementById(`${id}-subject`)?.focus(), [id]);

  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const me = app.start.team.find((member) => member.email !== '' && member.email === app.start.user.email)?.key ?? null;
  const links = presetFor(record, 'interactions')?.fields ?? taskLinks(record);

  const save = async () => {
    const wrong: Partial<Typed> = {};
    if (typed.subject.trim() === '') wrong.subject = 'Say in a few words what it was about.';
    if (typed.when === '') wrong.when = 'When did it happen?';
    if (typed.task.trim() !== '' && typed.due === '') wrong.due = 'A next step needs a day.';
    setProblems(wrong);
    const first = Object.keys(wrong)[0];
    if (first) {
      const input = document.getElementById(`${id}-${first}`);
      input?.focus();
      // An input that had the focus all along is not scrolled to by that.
      return input?.scrollIntoView({ block: 'nearest' });
    }
    setSaving(true);
    setFailure('');
    try {
      if (logged.current === '') {
        logged.current = await saved({
          tab: 'interactions',
          changes: {
            ...links,
            kind,
            subject: typed.subject.trim(),
            outcome: typed.outcome.trim() || null,
            details: typed.details.trim() === '' ? null : typed.details,
            when: typed.when,
            owner: me,
          },
        });
      }
      if (typed.task.trim() !== '') {
        await saved({
          tab: 'tasks',
          changes: { ...links, title: typed.task.trim(), due: typed.due, status: 'Open', owner: me },
        });
      }
      store.forgetLists();
      toastWithUndo(`${kind} logged.`, logged.current, app.touched);
      onClose();
      app.touched();
    } catch (error) {
      setFailure(error instanceof Refused ? error.message : sentenceFor(error));
      setSaving(false);
    }
  };

  const text = (key: 'subject' | 'outcome' | 'task', label: string, required = false) => (
    <FieldFrame id={`${id}-${key}`} label={label} required={required} error={problems[key]}>
      {(ids) => (
        <input
          {...ids}
          class="input"
          autocomplete="off"
          value={typed[key]}
          onInput={(event) => set({ [key]: event.currentTarget.value })}
        />
      )}
    </FieldFrame>
  );

  return (
    <form
      class="card stack"
      noValidate
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !saving) void save();
      }}
    >
      <h2 id={`${id}-title`}>Log interaction</h2>
      <fieldset>
        <legend class="unseen">Kind</legend>
        <div class="kinds">
          {kinds.map((one) => (
            <label key={one} class="kind">
              <input type="radio" name={`${id}-kind`} checked={kind === one} onChange={() => props.onKind(one)} />
              <Icon name={interactionIcons[one] ?? 'note'} />
              {one}
            </label>
          ))}
        </div>
      </fieldset>
      {text('subject', 'Subject', true)}
      {text('outcome', 'Outcome')}
      <FieldFrame id={`${id}-details`} label="Details">
        {(ids) => (
          <textarea
            {...ids}
            class="input"
            rows={3}
            value={typed.details}
            onInput={(event) => set({ details: event.currentTarget.value })}
          />
        )}
      </FieldFrame>
      <FieldFrame id={`${id}-when`} label="When" error={problems.when}>
        {(ids) => (
          <input
            {...ids}
            class="input"
            type="datetime-local"
            value={typed.when}
            onInput={(event) => set({ when: event.currentTarget.value })}
          />
        )}
      </FieldFrame>
      <div class="stack tight next-step">
        {text('task', 'Next step')}
        {typed.task.trim() !== '' && (
          <>
            <FieldFrame id={`${id}-due`} label="Due">
              {(ids) => (
                <input
                  {...ids}
                  class="input"
                  type="date"
                  value={typed.due}
                  onInput={(event) => set({ due: event.currentTarget.value })}
                />
              )}
            </FieldFrame>
            {problems.due && <FieldError id={`${id}-due-error`} text={problems.due} />}
            <p class="hint">Makes a task of yours.</p>
          </>
        )}
      </div>
      {failure && (
        <Notice kind="danger">
          <strong>{logged.current === '' ? 'Not saved.' : 'Logged, but the next step was not saved.'}</strong>
          <span>{failure}</span>
        </Notice>
      )}
      <div class="actions">
        <Button kind="main" type="submit" disabled={saving}>
          {saving ? 'Saving…' : `Save ${kind.toLowerCase()}`}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

/** A task's or another record's own links, when the record itself cannot be linked to. */
function taskLinks(record: RecordView): SaveInput['changes'] {
  const keys = ['contact', 'company', 'deal', 'ticket'] as const;
  return Object.fromEntries(keys.flatMap((key) => (record.fields[key] ? [[key, record.fields[key]]] : [])));
}

/** The server read the values and refused them; its sentences are for people. */
class Refused extends Error {
  override readonly name = 'Refused';
}

/** Saves a new record and answers its change set; throws what people should read otherwise. */
async function saved(input: SaveInput): Promise<string> {
  const result = await call.saveRecord(input);
  if (result.status === 'saved') return result.changeSet;
  throw new Refused(
    result.status === 'invalid' ? result.issues.map((issue) => issue.message).join(' ') : 'It changed meanwhile.',
  );
}
