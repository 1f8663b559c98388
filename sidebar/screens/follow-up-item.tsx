// One follow-up: what it is about, when it is due, and what can be done with it: done, snoozed, moved to another day.
import { useState } from 'preact/hooks';
import { shorten } from '../../src/domain/text';
import type { FollowUp } from '../../src/rpc/contract';
import { useApp } from '../app/app';
import { whyLocked } from '../app/rights';
import type { Act } from '../app/use-follow-ups';
import { addDays, ageText, dayText, nextMonday } from '../format';
import { Icon } from '../ui/icons';
import { Menu } from '../ui/menu';
import * as words from '../words';
import { Ask } from './follow-up-ask';

/** What the item asks for before it acts. */
type Asking = 'snooze' | 'move' | 'outcome';

export function Item({ task, act, hidden }: { task: FollowUp; act: Act; hidden: boolean }) {
  const { today, start, go } = useApp();
  const [asking, setAsking] = useState<Asking | null>(null);
  const day = today();
  const snooze = (until: string) => act(task, { snoozedUntil: until }, words.snoozedUntil(dayText(until, day)));
  // A snooze that reaches beyond the new day would hide it.
  const move = (due: string) => act(task, { due, snoozedUntil: null }, words.nowDue(dayText(due, day)));
  const done = (outcome?: string) =>
    act(task, { status: 'Done', doneOn: day, ...(outcome ? { outcome } : {}) }, words.taskIsDone(task.title));
  const tomorrow = { label: words.snoozeUntilTomorrow, until: addDays(day, 1) };
  const nextWeek = { label: words.snoozeUntilNextWeek, until: nextMonday(day) };
  // On a Sunday they are the same day.
  const days = tomorrow.until === nextWeek.until ? [tomorrow] : [tomorrow, nextWeek];
  const others = task.owner !== start.user.email && task.ownerName ? task.ownerName : '';
  const about = task.about[0];
  const cancel = () => setAsking(null);
  const mayChange = whyLocked(start, { tab: 'tasks', fields: { owner: task.owner } }) === undefined;
  return (
    <li class="follow" hidden={hidden}>
      {mayChange && (
        <button
          type="button"
          class="tick"
          aria-label={words.doneTask(task.title)}
          title={words.done}
          onClick={() => done()}
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
          {shorten(task.title, 120)}
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
                {shorten(about.name, 80)}
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
        {asking === 'outcome' && (
          <Ask
            label={words.label('Outcome')}
            type="text"
            value=""
            button={words.done}
            onAnswer={done}
            onCancel={cancel}
          />
        )}
        {asking === 'snooze' && (
          <Ask
            label={words.snoozeUntil}
            type="date"
            value={addDays(day, 1)}
            first={addDays(day, 1)}
            button={words.snooze}
            onAnswer={snooze}
            onCancel={cancel}
          />
        )}
        {asking === 'move' && (
          <Ask
            label={words.newDueDate}
            type="date"
            value={task.due < day ? day : task.due}
            first={day}
            button={words.moveDueDate}
            onAnswer={move}
            onCancel={cancel}
          />
        )}
      </span>
      {mayChange && (
        <Menu
          icon="more"
          label={words.moreActionsFor(task.title)}
          items={[
            ...days.map(({ label, until }) => ({ label, detail: dayText(until, day), run: () => snooze(until) })),
            { label: words.snoozeUntilADate, run: () => setAsking('snooze') },
            { label: words.changeDueDate, run: () => setAsking('move') },
            { label: words.doneWithAnOutcome, run: () => setAsking('outcome') },
          ]}
        />
      )}
    </li>
  );
}

function DueText({ task, day }: { task: FollowUp; day: string }) {
  const time = task.dueTime ? ` ${task.dueTime}` : '';
  if (task.due < day) return <span class="late">{words.dueAgo(ageText(task.due, day))}</span>;
  if (task.due === day) return <>{words.dueTodayAt(time)}</>;
  return (
    <>
      {dayText(task.due, day)}
      {time}
    </>
  );
}
