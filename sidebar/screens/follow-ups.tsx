// Whom to follow up with: overdue, today, the next seven days. What is done here acts at once and can be undone.
import { useId, useState } from 'preact/hooks';
import type { FollowUp } from '../../src/rpc/contract';
import { mayWrite, useApp } from '../app/app';
import type { FollowUps as Held } from '../app/use-follow-ups';
import { Button, IconButton } from '../ui/button';
import { Empty, Failed, Ghosts } from '../ui/notice';
import * as words from '../words';
import { Item } from './follow-up-item';

export function FollowUps({ held }: { held: Held }) {
  const { lists, error, scope, setScope, load } = held;
  return (
    <section class="section" aria-labelledby="follow-ups">
      <div class="head">
        <h2 id="follow-ups" tabIndex={-1}>
          {words.followUps}
        </h2>
        <span class="row">
          <fieldset class="row whose" aria-label={words.whoseFollowUps}>
            {(['mine', 'all'] as const).map((one) => (
              <button key={one} type="button" class="filter" aria-pressed={scope === one} onClick={() => setScope(one)}>
                {one === 'mine' ? words.myFollowUps : words.all}
              </button>
            ))}
          </fieldset>
          <IconButton icon="refresh" label={words.refresh} onClick={load} />
        </span>
      </div>
      {error && <Failed error={error} onRetry={load} />}
      {!lists && !error && <Ghosts lines={4} label={words.loadingFollowUps} />}
      {lists && <Lists held={held} />}
    </section>
  );
}

function Lists({ held }: { held: Held }) {
  const { lists } = held;
  const { go, start } = useApp();
  const parts = [
    { title: words.overdue, tasks: lists?.overdue ?? [], tone: 'danger' },
    { title: words.today, tasks: lists?.dueToday ?? [], tone: 'accent' },
    { title: words.next7Days, tasks: lists?.next7 ?? [], tone: '' },
  ];
  return (
    <>
      {parts
        .filter(({ tasks }) => tasks.length > 0)
        .map(({ title, tasks, tone }) => (
          <Part key={title} title={title} tasks={tasks} tone={tone} held={held} />
        ))}
      {parts.every(({ tasks }) => tasks.every(({ id }) => held.leaving.has(id))) && (
        <Empty icon="check">
          <p>{words.nothingToFollowUp}</p>
          {mayWrite(start) && (
            <Button slim icon="plus" onClick={() => go({ kind: 'form', tab: 'tasks' })}>
              {words.addATask}
            </Button>
          )}
        </Empty>
      )}
    </>
  );
}

/** How many tasks of one part show before "Show all". */
const shownAtFirst = 6;

function Part({ title, tasks, tone, held }: { title: string; tasks: FollowUp[]; tone: string; held: Held }) {
  const id = useId();
  const [all, setAll] = useState(false);
  const staying = tasks.filter((task) => !held.leaving.has(task.id));
  const shown = new Set(all ? staying : staying.slice(0, shownAtFirst));
  return (
    <div hidden={staying.length === 0}>
      <h3 id={id} class="row">
        {title} <span class={`badge ${tone}`}>{staying.length}</span>
      </h3>
      <ul class="list" aria-labelledby={id}>
        {tasks.map((task) =>
          // One on its way out keeps what was typed into it, for when it comes back.
          shown.has(task) || held.leaving.has(task.id) ? (
            <Item key={task.id} task={task} act={held.act} hidden={!shown.has(task)} />
          ) : null,
        )}
      </ul>
      {shown.size < staying.length && (
        <Button slim kind="plain" onClick={() => setAll(true)}>
          {words.showAllCounted(staying.length)}
        </Button>
      )}
    </div>
  );
}
