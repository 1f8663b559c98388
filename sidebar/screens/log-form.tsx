// The form of an interaction: what kind, about what, how it went, and what comes next.
import { h, type JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { tabOf } from '../../src/domain/schema';
import type { RecordView, SaveInput, TimelineEntry } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { guardLeaving } from '../app/leaving';
import { store } from '../app/store';
import { toastWithUndo } from '../app/undo';
import { call } from '../call';
import { addDays } from '../format';
import type { DraftKeeper } from '../forms/draft';
import { interactionIcons } from '../forms/layout';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { FieldFrame } from '../ui/field';
import { Icon } from '../ui/icons';
import { Notice } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { presetFor } from './preset';

const kinds = tabOf('interactions').fields.kind?.choices ?? [];
export interface LogProps {
  record: RecordView;
  /** An interaction shows while it is being saved; null: it was refused. */
  onComing: (entry: TimelineEntry | null) => void;
}

/** What was typed. `task` blank: no next step. */
export interface Typed {
  kind: string;
  subject: string;
  outcome: string;
  details: string;
  when: string;
  task: string;
  due: string;
  /** The change set of the interaction, where it is written already and only its next step was not: it is never written twice. */
  logged?: string;
}

export function LogForm(
  props: LogProps & {
    kind: string;
    keeper: DraftKeeper<Typed>;
    /** It stands here because something was typed before. */
    isKept: boolean;
    onKind: (kind: string) => void;
    /** `back`: the focus belongs where it was before. */
    onClose: (back: boolean) => void;
  },
) {
  const { record, kind, keeper, onClose } = props;
  const app = useApp();
  const id = useId();
  const [typed, setTyped] = useState<Typed>(
    () =>
      keeper.read() ?? {
        kind,
        subject: '',
        outcome: '',
        details: '',
        when: app.now(),
        task: '',
        due: addDays(app.today(), 7),
      },
  );
  const [problems, setProblems] = useState<Partial<Typed>>({});
  const [failure, setFailure] = useState('');
  const [saving, setSaving] = useState(false);
  const isHere = useRef(true);
  useLayoutEffect(() => {
    if (!props.isKept) document.getElementById(`${id}-subject`)?.focus();
    return () => {
      isHere.current = false;
    };
  }, [id]);
  const isTyped = [typed.subject, typed.outcome, typed.details, typed.task].some((text) => text.trim() !== '');
  useLayoutEffect(() => {
    if (isTyped) keeper.keep({ ...typed, kind });
    guardLeaving(isTyped && !saving ? keeper.drop : null);
    return () => guardLeaving(null);
  }, [isTyped, typed, kind, saving, keeper]);

  const { logged = '' } = typed;
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const me = app.start.team.find((member) => member.email !== '' && member.email === app.start.user.email)?.key ?? null;
  const links = presetFor(record, 'interactions')?.fields ?? taskLinks(record);

  const save = async () => {
    const wrong: Partial<Typed> = {};
    // What came of it says what it was about as well.
    const subject = typed.subject.trim() || typed.outcome.trim();
    if (logged === '' && subject === '') wrong.subject = words.sayWhatItWasAbout;
    if (logged === '' && typed.when === '') wrong.when = words.whenDidItHappen;
    if (typed.task.trim() !== '' && typed.due === '') wrong.due = words.nextStepNeedsADay;
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
    const entry = {
      at: typed.when,
      kind: 'interaction' as const,
      title: `${kind}: ${subject}`,
      detail: typed.details || typed.outcome,
      who: me ?? '',
    };
    props.onComing(entry);
    let changeSet = logged;
    try {
      if (changeSet === '') {
        changeSet = await saved({
          tab: 'interactions',
          changes: {
            ...links,
            kind,
            subject,
            outcome: typed.outcome.trim() || null,
            details: typed.details.trim() === '' ? null : typed.details,
            when: typed.when,
            owner: me,
          },
        });
        store.keepEntry(record.tab, record.id, entry);
        keeper.keep({ ...typed, kind, logged: changeSet });
      }
      const written = [changeSet];
      if (typed.task.trim() !== '') {
        const changes = { ...links, title: typed.task.trim(), due: typed.due, status: 'Open', owner: me };
        written.unshift(await saved({ tab: 'tasks', changes }));
      }
      props.onComing(null);
      keeper.drop();
      toastWithUndo(words.kindLogged(kind), written, app.touched);
      if (isHere.current) onClose(false);
      app.touched();
    } catch (error) {
      const reason = error instanceof Refused ? error.message : sentenceFor(error);
      props.onComing(null);
      setFailure(reason);
      setSaving(false);
      if (changeSet !== logged) {
        set({ logged: changeSet });
        app.touched();
      }
      if (isHere.current) return;
      const { tab, id, name } = record;
      const known = { name, detail: '' };
      toast(words.notLogged(reason), { label: words.backToIt, run: () => app.go({ kind: 'record', tab, id, known }) });
    }
  };

  const input = (key: Exclude<keyof Typed, 'kind'>, label: string, type = 'text') => (
    <FieldFrame id={`${id}-${key}`} label={label} required={key === 'subject'} error={problems[key]}>
      {(ids) =>
        h(type === 'long' ? 'textarea' : 'input', {
          ...ids,
          class: 'input',
          ...(type === 'long' ? { rows: 3 } : { type }),
          autocomplete: 'off',
          value: typed[key],
          onInput: ({ currentTarget }: JSX.TargetedEvent<HTMLInputElement>) => set({ [key]: currentTarget.value }),
        })
      }
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
        // What was typed waits for the next time; Cancel gives it up.
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose(true);
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !saving) void save();
      }}
    >
      <h2 id={`${id}-title`}>{words.logInteraction}</h2>
      {props.isKept && <p class="hint">{words.whatYouTypedWasKept}</p>}
      {logged === '' && (
        <>
          <fieldset>
            <legend class="unseen">{words.label('Kind')}</legend>
            <div class="kinds">
              {kinds.map((one) => (
                <label key={one} class="kind">
                  <input type="radio" name={`${id}-kind`} checked={kind === one} onChange={() => props.onKind(one)} />
                  <Icon name={interactionIcons[one] ?? 'note'} />
                  {words.interactionKind(one)}
                </label>
              ))}
            </div>
          </fieldset>
          {input('subject', words.label('Subject'))}
          {input('outcome', words.label('Outcome'))}
          {input('details', words.label('Details'), 'long')}
          {input('when', words.label('When'), 'datetime-local')}
        </>
      )}
      <div class="stack tight next-step">
        {input('task', words.nextStep)}
        {typed.task.trim() !== '' && (
          <>
            {input('due', words.label('Due'), 'date')}
            <p class="hint">{words.makesATask}</p>
          </>
        )}
      </div>
      {(failure || logged) && (
        <Notice kind="danger">
          <strong>{logged === '' ? words.notSaved : words.loggedWithoutNextStep}</strong>
          <span>{failure}</span>
          <span class="small">{words.typedIsStillHere}</span>
        </Notice>
      )}
      <div class="actions">
        <Button kind="main" type="submit" disabled={saving}>
          {words.saveLogged(kind)}
        </Button>
        <Button
          onClick={() => {
            keeper.drop();
            onClose(true);
          }}
        >
          {words.cancel}
        </Button>
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
    result.status === 'invalid'
      ? result.issues.map((issue) => words.told(issue.message)).join(' ')
      : words.itChangedMeanwhile,
  );
}
