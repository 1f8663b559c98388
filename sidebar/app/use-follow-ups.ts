// The follow-ups of the first screen: read, kept up to date, and changed at once with the way back.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { FieldValue } from '../../src/domain/schema';
import type { FollowUp, FollowUpsResult } from '../../src/rpc/contract';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { useApp } from './app';
import { store } from './store';
import { toastWithUndo } from './undo';

/** Changes a task at once; `said` is what the toast says. */
export type Act = (task: FollowUp, changes: { [field: string]: FieldValue }, said: string) => void;

export interface FollowUps {
  /** Null until they are read for the first time. */
  lists: FollowUpsResult | null;
  /** Ids of tasks whose change is on its way: out of sight, but in the lists still, so that one that fails is back in its place. */
  leaving: ReadonlySet<string>;
  error: string;
  scope: 'mine' | 'all';
  setScope: (scope: 'mine' | 'all') => void;
  load: () => void;
  act: Act;
}

export function useFollowUps(): FollowUps {
  const app = useApp();
  const [lists, setLists] = useState<FollowUpsResult | null>(store.followUps());
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
          if (saved.status === 'conflict') return toast(words.changedMeanwhile);
          const [issue] = saved.issues;
          return toast(issue ? words.told(issue.message) : words.notSaved);
        }
        setLists((now) => now && without(now, task.id));
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

  const choose = (next: 'mine' | 'all') => {
    store.keepScope(next);
    setScope(next);
  };
  return { lists, leaving, error, scope, setScope: choose, load, act };
}

function without(lists: FollowUpsResult, id: string): FollowUpsResult {
  const others = (tasks: FollowUp[]) => tasks.filter((task) => task.id !== id);
  return { ...lists, overdue: others(lists.overdue), dueToday: others(lists.dueToday), next7: others(lists.next7) };
}
