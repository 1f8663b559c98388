// What people did in the grid although their role does not allow it: who, what, why not, and the way back (or in again).
import { useEffect, useState } from 'preact/hooks';
import { findTab, type RecordTabKey } from '../../src/domain/schema';
import type { GridChangeAgainstRole, GridChangesAgainstRoles } from '../../src/rpc/contract-hand-over';
import { useApp } from '../app/app';
import { RecordLink } from '../app/record-link';
import { undoAll, undoneText } from '../app/undo';
import { call } from '../call';
import { countText, momentText } from '../format';
import { Who } from '../history/who';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { Empty, Ghosts, Notice } from '../ui/notice';
import { toast } from '../ui/toasts';
import { Bar } from './bar';

export function GridChanges() {
  const app = useApp();
  const [list, setList] = useState<GridChangesAgainstRoles | null>(null);
  const [error, setError] = useState('');
  useEffect(() => {
    let current = true;
    call.gridChangesAgainstRoles({}).then(
      (answer) => current && setList(answer),
      (failure) => current && setError(sentenceFor(failure)),
    );
    return () => {
      current = false;
    };
  }, [app.version]);
  return (
    <>
      <Bar title="Grid changes against roles" />
      <h1 class="unseen" tabIndex={-1}>
        Grid changes against roles
      </h1>
      {error && <Notice kind="danger">{error}</Notice>}
      {!list && !error && <Ghosts lines={5} label="Loading" />}
      {list && (
        <div class="stack">
          <p class="muted">
            Every editor of the file can type in the grid.{' '}
            {list.choice === 'put back'
              ? 'What their role does not allow is put back at once.'
              : 'What their role does not allow stays, and is listed here.'}{' '}
            An admin chooses that in Settings, beside “Grid changes against a role”.
          </p>
          {list.changes.length === 0 ? (
            <Empty icon="check">
              <p>Nobody has changed anything against their role.</p>
            </Empty>
          ) : (
            <ul class="list long" aria-label="Grid changes against roles">
              {list.changes.map((change) => (
                <Item key={change.changeSet} change={change} />
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  );
}

function Item({ change }: { change: GridChangeAgainstRole }) {
  const app = useApp();
  const { start } = app;
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const { id, name, count, state, putBack, kept = 0 } = change;
  const tab = findTab(change.tab) as RecordTabKey | undefined;
  const isBack = said === '' ? state === 'put back' : state === 'stands' && said === doneOf(change);
  // A change that was put back can be brought in again, by undoing the putting back.
  const target = state === 'put back' ? putBack : change.changeSet;
  const undo = (changeSet: string) => {
    setBusy(true);
    undoAll(changeSet).then(
      (result) => {
        setBusy(false);
        setSaid(result.kept.length > 0 || result.undone === 0 ? undoneText(result) : doneOf(change));
        app.touched();
      },
      (failure) => {
        setBusy(false);
        toast(sentenceFor(failure));
      },
    );
  };
  return (
    <li class="stack tight against">
      <span class="words">
        {tab ? (
          <RecordLink tab={tab} id={id} name={name || id} class="plain-link name" />
        ) : (
          <span class="name">{name || id}</span>
        )}
        {count > 1 && <span class="muted"> and {countText(count - 1, 'more', 'more')}</span>}
        <span class="detail">{change.summary}</span>
        <span class="detail">
          <Who who={change.who} />, {momentText(change.when, start.timeZone, start.today)}. {change.why}
        </span>
      </span>
      <span class="row spread">
        <span class={`badge ${isBack ? 'good' : 'warn'}`} role="status" tabIndex={-1}>
          {said ||
            (state === 'put back'
              ? kept > 0
                ? `Put back, except ${countText(kept, 'value')} left alone`
                : 'Put back'
              : 'Stands')}
        </span>
        {target && !said && (
          <Button
            slim
            icon="undo"
            disabled={busy}
            label={`${labelOf(change)} ${name || id}`}
            onClick={() => undo(target)}
          >
            {labelOf(change)}
          </Button>
        )}
      </span>
    </li>
  );
}

function doneOf({ state }: GridChangeAgainstRole): string {
  return state === 'put back' ? 'Brought in again' : 'Put back';
}

function labelOf({ state }: GridChangeAgainstRole): string {
  return state === 'put back' ? 'Bring in again' : 'Put back';
}
