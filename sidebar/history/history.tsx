// History of the workbook, or of one record: who changed what and when, newest first, and taking it back.
import { useState } from 'preact/hooks';
import type { RecordTabKey } from '../../src/domain/schema';
import { shorten } from '../../src/domain/text';
import type { ChangeSetView, HistoryInput } from '../../src/rpc/contract-history';
import { useApp } from '../app/app';
import { undoAll, undoneText } from '../app/undo';
import { memberName } from '../forms/member-name';
import { sentenceFor } from '../messages';
import { Bar } from '../screens/bar';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { Empty, Failed, Ghosts, Spinner } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { ChangeSet } from './change-set';
import { Filters } from './filters';
import { Outcome, type UndoOutcome } from './kept-list';
import { useHistory } from './use-history';

/** More records than these are not undone without a question. */
const mostUnasked = 1;

export function HistoryScreen({ tab, id, name }: { tab?: RecordTabKey; id?: string; name?: string }) {
  const app = useApp();
  const own = tab && id ? { tab, id } : {};
  const [filter, setFilter] = useState<HistoryInput>(own);
  const { sets, labels, cursor, total, loading, error, more, again } = useHistory(filter);
  const [asking, setAsking] = useState<ChangeSetView | null>(null);
  const [undoing, setUndoing] = useState<{ changeSet: string; count: number } | null>(null);
  const [outcome, setOutcome] = useState<UndoOutcome | null>(null);

  const undo = ({ changeSet }: ChangeSetView) => {
    setAsking(null);
    setOutcome(null);
    setUndoing({ changeSet, count: 0 });
    undoAll(changeSet, (count) => setUndoing({ changeSet, count })).then(
      (result) => {
        setUndoing(null);
        toast(undoneText(result));
        if (result.kept.length > 0 || result.undone > mostUnasked) {
          setOutcome(result);
          window.scrollTo(0, 0);
        }
        app.touched();
      },
      (failure) => {
        setUndoing(null);
        toast(sentenceFor(failure));
        app.touched();
      },
    );
  };

  return (
    <>
      <Bar title={words.history} />
      <h1 tabIndex={-1} class={name ? '' : 'unseen'}>
        {name ? words.historyOf(shorten(name, 120)) : words.history}
      </h1>
      {!id && <Ways />}
      <Filters filter={filter} onChange={setFilter} whole={!id} />
      {outcome && <Outcome {...outcome} />}
      {undoing && undoing.count > 0 && <Spinner label={words.undoingSoFar(undoing.count)} />}
      {error && <Failed error={error} onRetry={again} />}
      {loading && sets.length === 0 && <Ghosts lines={6} label={words.loadingHistory} />}
      {!loading && !error && sets.length === 0 && (
        <Empty icon="clock">
          <p>{cursor === null ? words.noSuchChange : words.moreFurtherBack}</p>
        </Empty>
      )}
      <ol class="timeline sets">
        {sets.map((set) => (
          <ChangeSet
            key={set.changeSet}
            set={set}
            labels={labels}
            own={id}
            undoing={undoing?.changeSet === set.changeSet}
            undo={() => {
              if (undoing) return;
              if (set.count > mostUnasked) setAsking(set);
              else undo(set);
            }}
          />
        ))}
      </ol>
      <div class="row spread">
        <span class="muted small" role="status" tabIndex={-1}>
          {total !== null && !id ? words.entriesInAll(total) : ''}
        </span>
        {cursor !== null && (
          <Button slim kind="plain" disabled={loading} onClick={more}>
            {loading ? words.looking : words.showOlder}
          </Button>
        )}
      </div>
      {asking && (
        <Confirm
          title={words.undoChangeOf(asking.count)}
          yes={words.undo}
          onYes={() => undo(asking)}
          onNo={() => setAsking(null)}
        >
          <p>{words.changedThemTogether(memberName(app.start.team, asking.who))}</p>
        </Confirm>
      )}
    </>
  );
}

/** What else there is about the workbook's past. */
function Ways() {
  const app = useApp();
  return (
    <div class="actions below">
      <Button slim icon="trash" onClick={() => app.go({ kind: 'deleted' })}>
        {words.deletedRecords}
      </Button>
      {app.start.user.role === 'admin' && (
        <Button slim icon="undo" onClick={() => app.go({ kind: 'undo-by' })}>
          {words.undoByPerson}
        </Button>
      )}
      <Button slim icon="chart" onClick={() => app.go({ kind: 'room' })}>
        {words.room}
      </Button>
    </div>
  );
}
