// Whom to follow up with: overdue, today, the next seven days. Done and snooze act at once and can be undone.
import { useCallback, useEffect, useId, useState } from 'preact/hooks';
import type { FollowUp, FollowUpsResult } from '../../src/rpc/contract';
import { mayWrite, useApp } from '../app/app';
import { store } from '../app/store';
import { toastWithUndo } from '../app/undo';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { Button, IconButton } from '../ui/button';
import { Empty, Ghosts, Notice } from '../ui/notice';
import { toast } from '../ui/toasts';
import { type Act, Item } from './follow-up-item';

export function FollowUps() {
  const app = useApp();
  const [lists, setLists] = useState<FollowUpsResult | null>(store.followUps());
  // Tasks whose change is on its way: out of sight, but still in the lists, so that one that fails is back in its place.
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState('');
  const [scope, setScope] = useState(store.scope());

  const load = useCallback(() => {
    call.followUps({ scope }).then(
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
  }, [app.reload, scope]);

  useEffect(load, [load, app.version]);

  const act: Act = (task, changes, said) => {
    setLeaving((now) => new Set(now).add(task.id));
    const stays = () => setLeaving((now) => new Set([...now].filter((id) => id !== task.id)));
    call.saveRecord({ tab: 'tasks', id: task.id, changes }).then(
      (saved) => {
        if (saved.status !== 'saved') {
          stays();
          return toast(saved.status === 'invalid' ? (saved.issues[0]?.message ?? 'Not saved.') : 'Changed meanwhile.');
        }
        setLists((now) => now && without(now, new Set([task.id])));
        stays();
        store.forgetLists();
        toastWithUndo(said, saved.changeSet, app.touched);
        app.touched();
      },
      (failure) => {
        stays();
        toast(sentenceFor(failure));
      },
    );
  };

  return (
    <section class="section" aria-labelledby="follow-ups">
      <div class="head">
        <h2 id="follow-ups">Follow-ups</h2>
        <span class="row">
          <fieldset class="row whose" aria-label="Whose follow-ups">
            {(['mine', 'all'] as const).map((one) => (
              <button
                key={one}
                type="button"
                class="filter"
                aria-pressed={scope === one}
                onClick={() => {
                  store.keepScope(one);
                  setScope(one);
                }}
              >
                {one === 'mine' ? 'Mine' : 'All'}
              </button>
            ))}
          </fieldset>
          <IconButton icon="refresh" label="Refresh" onClick={load} />
        </span>
      </div>
      {error && <Notice kind="danger">{error}</Notice>}
      {!lists && !error && <Ghosts lines={4} label="Loading follow-ups" />}
      {lists && <Lists lists={without(lists, leaving)} act={act} />}
    </section>
  );
}

function without(lists: FollowUpsResult, ids: ReadonlySet<string>): FollowUpsResult {
  const others = (tasks: FollowUp[]) => tasks.filter((task) => !ids.has(task.id));
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
