// What people did in the grid although their role does not allow it: who, what, why not, and the way back (or in again).
import { useEffect, useState } from 'preact/hooks';
import { findTab, type RecordTabKey } from '../../src/domain/schema';
import type { GridChangeAgainstRole, GridChangesAgainstRoles } from '../../src/rpc/contract-hand-over';
import { useApp } from '../app/app';
import { RecordLink } from '../app/record-link';
import { undoAll, undoneText } from '../app/undo';
import { call } from '../call';
import { momentText } from '../format';
import { summaryText } from '../history/summary-text';
import { Who } from '../history/who';
import { sentenceFor } from '../messages';
import { Button } from '../ui/button';
import { Empty, Failed, Ghosts } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { Bar } from './bar';

export function GridChanges() {
  const app = useApp();
  const [list, setList] = useState<GridChangesAgainstRoles | null>(null);
  const [error, setError] = useState('');
  useEffect(() => {
    let current = true;
    setError('');
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
      <Bar title={words.gridChangesAgainstRoles} />
      <h1 class="unseen" tabIndex={-1}>
        {words.gridChangesAgainstRoles}
      </h1>
      {error && <Failed error={error} onRetry={app.touched} />}
      {!list && !error && <Ghosts lines={5} label={words.loading} />}
      {list && (
        <div class="stack">
          <p class="muted">
            {words.everyEditorCanType}{' '}
            {list.choice === 'put back' ? words.againstRoleIsPutBack : words.againstRoleStays} {words.adminChoosesThat}
          </p>
          {list.changes.length === 0 ? (
            <Empty icon="check">
              <p>{words.nobodyChangedAgainstRole}</p>
            </Empty>
          ) : (
            <ul class="list long" aria-label={words.gridChangesAgainstRoles}>
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
  const wasBack = state === 'put back';
  const isBack = said === '' ? wasBack : !wasBack && said === doneOf(change);
  // A change that was put back can be brought in again, by undoing the putting back.
  const target = wasBack ? putBack : change.changeSet;
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
        {count > 1 && <span class="muted"> {words.andMore(count - 1)}</span>}
        <span class="detail">{summaryText(change.summary)}</span>
        <span class="detail">
          <Who who={change.who} />, {momentText(change.when, start.timeZone, start.today)}. {words.told(change.why)}
        </span>
      </span>
      <span class="row spread">
        <span class={`badge ${isBack ? 'good' : 'warn'}`} role="status" tabIndex={-1}>
          {said || (wasBack ? (kept > 0 ? words.putBackExcept(kept) : words.wasPutBack) : words.stands)}
        </span>
        {target && !said && (
          <Button
            slim
            icon="undo"
            disabled={busy}
            label={wasBack ? words.bringInAgainNamed(name || id) : words.putBackNamed(name || id)}
            onClick={() => undo(target)}
          >
            {wasBack ? words.bringInAgain : words.putBack}
          </Button>
        )}
      </span>
    </li>
  );
}

function doneOf({ state }: GridChangeAgainstRole): string {
  return state === 'put back' ? words.broughtInAgain : words.wasPutBack;
}
