// One follow-up: what it is about, when it is due, and the two things to do with it, done and snooze.
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import type { FieldValue } from '../../src/domain/schema';
import type { FollowUp } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { whyLocked } from '../app/rights';
import { addDays, ageText, dayText, nextMonday } from '../format';
import { Button } from '../ui/button';
import { Icon } from '../ui/icons';
import { Menu } from '../ui/menu';

/** Changes a task at once; `said` is what the toast says. */
export type Act = (task: FollowUp, changes: { [field: string]: FieldValue }, said: string) => void;

export function Item({ task, act }: { task: FollowUp; act: Act }) {
  const { today, start, go } = useApp();
  const [picking, setPicking] = useState(false);
  const day = today();
  const snooze = (until: string) => act(task, { snoozedUntil: until }, `Snoozed until ${dayText(until, day)}.`);
  const tomorrow = { label: 'Tomorrow', until: addDays(day, 1) };
  const nextWeek = { label: 'Next week', until: nextMonday(day) };
  // On a Sunday they are the same day.
  const days = tomorrow.until === nextWeek.until ? [tomorrow] : [tomorrow, nextWeek];
  const others = task.owner !== start.user.email && task.ownerName ? task.ownerName : '';
  const about = task.about[0];
  const mayChange = whyLocked(start, { tab: 'tasks', fields: { owner: task.owner } }) === undefined;
  return (
    <li class="follow">
      {mayChange && (
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
      {mayChange && (
        <Menu
          icon="clock"
          label={`Snooze: ${task.title}`}
          items={[
            ...days.map(({ label, until }) => ({ label, detail: dayText(until, day), run: () => snooze(until) })),
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
  useLayoutEffect(() => document.getElementById(id)?.focus(), [id]);
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
