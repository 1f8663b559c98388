// Whom to follow up with: overdue, today, the next seven days. Done and snooze act at once and can be undone.
import { useCallback, useEffect, useId, useState } from 'preact/hooks';
import type { FieldValue } from '../../src/domain/schema';
import type { FollowUp, FollowUpsResult } from '../../src/rpc/contract';
import { mayWrite, useApp } from '../app/app';
import { store } from '../app/store';
import { toastWithUndo } from '../app/undo';
import { call } from '../call';
import { addDays, ageText, dayText, nextMonday } from '../format';
import { sentenceFor } from '../messages';
import { Button, IconButton } from '../ui/button';
import { Icon } from '../ui/icons';
import { Menu } from '../ui/menu';
import { Empty, Ghosts, Notice } from '../ui/notice';
import { toast } from '../ui/toasts';

type Act = (task: FollowUp, changes: { [field: string]: FieldValue }, said: string) => void;

export function FollowUps() {
  const app = useApp();
  const [lists, setLists] = useState<FollowUpsResult | null>(store.followUps());
  const [error, setError] = useState('');

  const load = useCallback(() => {
    call.followUps({}).then(
      (result) => {
        const before = store.followUps();
        store.keepFollowUps(result);
        // A sidebar left open over night: everything that counts from today starts anew.
        if (before && before.today !== result.today) void app.reload();
        setLists(result);
        setError('');
      },
      (failure) => setError(sentenceFor(failure)),
    );
  }, [app.reload]);

  useEffect(load, [load, app.version]);

  const act: Act = (task, changes, said) => {
    const before = lists;
    // It leaves the list at once; a failure brings it back.
    setLists((now) => now && without(now, task.id));
    call.saveRecord({ tab: 'tasks', id: task.id, changes }).then(
      (saved) => {
        if (saved.status !== 'saved') {
          setLists(before);
          return toast(saved.status === 'invalid' ? (saved.issues[0]?.message ?? 'Not saved.') : 'Changed meanwhile.');
        }
        store.forgetLists();
        toastWithUndo(said, saved.changeSet, app.touched);
        app.touched();
      },
      (failure) => {
        setLists(before);
        toast(sentenceFor(failure));
      },
    );
  };

  return (
    <section class="section" aria-labelledby="follow-ups">
      <div class="head">
        <h2 id="follow-ups">Follow-ups</h2>
        <IconButton icon="refresh" label="Refresh" onClick={load} />
      </div>
      {error && <Notice kind="danger">{error}</Notice>}
      {!lists && !error && <Ghosts lines={4} label="Loading follow-ups" />}
      {lists && <Lists lists={lists} act={act} />}
    </section>
  );
}

function without(lists: FollowUpsResult, id: string): FollowUpsResult {
  const others = (tasks: FollowUp[]) => tasks.filter((task) => task.id !== id);
  return { ...lists, overdue: others(lists.overdue), dueToday: others(lists.dueToday), next7: others(lists.next7) };
}

function Lists({ lists, act }: { lists: FollowUpsResult; act: Act }) {
  const { go, start } = useApp();
  const parts = [
    { title: 'Overdue', tasks: lists.overdue, tone: 'danger' },
    { title: 'Today', tasks: lists.dueToday, tone: 'accent' },
    { title: 'Next 7 days', tasks: lists.next7, tone: '' },
  ];
  if (parts.every(({ tasks }) => tasks.length === 0)) {
    return (
      <Empty icon="check">
        <p>Nothing to follow up on in the next seven days.</p>
        {mayWrite(start) && (
          <Button slim icon="plus" onClick={() => go({ kind: 'form', tab: 'tasks' })}>
            Add a task
          </Button>
        )}
      </Empty>
    );
  }
  return (
    <>
      {parts
        .filter(({ tasks }) => tasks.length > 0)
        .map(({ title, tasks, tone }) => (
          <Part key={title} title={title} tasks={tasks} tone={tone} act={act} />
        ))}
    </>
  );
}

/** How many tasks of one part show before "Show all". */
const shownAtFirst = 6;

function Part({ title, tasks, tone, act }: { title: string; tasks: FollowUp[]; tone: string; act: Act }) {
  const id = useId();
  const [all, setAll] = useState(false);
  const shown = all ? tasks : tasks.slice(0, shownAtFirst);
  return (
    <div>
      <h3 id={id} class="row">
        {title} <span class={`badge ${tone}`}>{tasks.length}</span>
      </h3>
      <ul class="list" aria-labelledby={id}>
        {shown.map((task) => (
          <Item key={task.id} task={task} act={act} />
        ))}
      </ul>
      {shown.length < tasks.length && (
        <Button slim kind="plain" onClick={() => setAll(true)}>
          Show all {tasks.length}
        </Button>
      )}
    </div>
  );
}

function Item({ task, act }: { task: FollowUp; act: Act }) {
  const { today, start, go } = useApp();
  const [picking, setPicking] = useState(false);
  const day = today();
  const snooze = (until: string) => act(task, { snoozedUntil: until }, `Snoozed until ${dayText(until, day)}.`);
  const others = task.owner !== start.user.email && task.ownerName ? task.ownerName : '';
  const about = task.about[0];
  return (
    <li class="follow">
      {mayWrite(start) && (
        <button
          type="button"
          class="tick"
          aria-label={`Done: ${task.title}`}
          title="Done"
          onClick={() => act(task, { status: 'Done', doneOn: day }, `“${task.title}” is done.`)}
        >
          <Icon name="check" size={12} />
        </button>
      )}
      <span class="words">
        <button
          type="button"
          class="plain-link name"
          id={`found-tasks-${task.id}`}
          onClick={() => go({ kind: 'record', tab: 'tasks', id: task.id, known: { name: task.title, detail: '' } })}
        >
          {task.title}
        </button>
        <span class="detail">
          {about && (
            <>
              <button
                type="button"
                class="link small"
                onClick={() =>
                  go({ kind: 'record', tab: about.tab, id: about.id, known: { name: about.name, detail: '' } })
                }
              >
                {about.name}
              </button>
              {' · '}
            </>
          )}
          <DueText task={task} day={day} />
          {others && ` · ${others}`}
          {(task.priority === 'High' || task.priority === 'Urgent') && (
            <>
              {' '}
              <span class="badge warn">{task.priority}</span>
            </>
          )}
        </span>
        {picking && <SnoozeDate onPick={snooze} onCancel={() => setPicking(false)} first={addDays(day, 1)} />}
      </span>
      {mayWrite(start) && (
        <Menu
          icon="clock"
          label={`Snooze: ${task.title}`}
          items={[
            { label: 'Tomorrow', detail: dayText(addDays(day, 1), day), run: () => snooze(addDays(day, 1)) },
            { label: 'Next week', detail: dayText(nextMonday(day), day), run: () => snooze(nextMonday(day)) },
            { label: 'Pick a date…', run: () => setPicking(true) },
          ]}
        />
      )}
    </li>
  );
}

function DueText({ task, day }: { task: FollowUp; day: string }) {
  const time = task.dueTime ? ` ${task.dueTime}` : '';
  if (task.due < day) return <span class="late">due {ageText(task.due, day)}</span>;
  if (task.due === day) return <>today{time}</>;
  return (
    <>
      {dayText(task.due, day)}
      {time}
    </>
  );
}

function SnoozeDate({
  first,
  onPick,
  onCancel,
}: {
  first: string;
  onPick: (day: string) => void;
  onCancel: () => void;
}) {
  const id = useId();
  const [day, setDay] = useState(first);
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (day) onPick(day);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <input
        id={id}
        class="input"
        type="date"
        aria-label="Snooze until"
        min={first}
        value={day}
        onInput={(event) => setDay(event.currentTarget.value)}
      />
      <Button slim kind="main" type="submit">
        Snooze
      </Button>
      <Button slim onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}
