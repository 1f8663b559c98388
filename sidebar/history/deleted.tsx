// Records that were deleted, to be found by name and brought back.
import { useEffect, useState } from 'preact/hooks';
import { shorten } from '../../src/domain/text';
import type { DeletedRecord, DeletedResult } from '../../src/rpc/contract-history';
import { mayWrite, useApp } from '../app/app';
import { toastWithUndo } from '../app/undo';
import { call } from '../call';
import { momentText } from '../format';
import { singular, singularTitle, tabIcon } from '../forms/layout';
import { sentenceFor } from '../messages';
import { Bar } from '../screens/bar';
import { Button } from '../ui/button';
import { Icon } from '../ui/icons';
import { Empty, Ghosts, Notice } from '../ui/notice';
import { toast } from '../ui/toasts';
import { Who } from './who';

/** A pause this long in the typing starts the search. */
const pauseMs = 250;

export function DeletedScreen() {
  const { version } = useApp();
  const [query, setQuery] = useState('');
  const [result, setResult] = useState<DeletedResult | null>(null);
  const [error, setError] = useState('');
  useEffect(() => {
    let current = true;
    const ask = () =>
      call.deletedRecords({ query }).then(
        (found) => {
          if (!current) return;
          setResult(found);
          setError('');
        },
        (failure) => current && setError(sentenceFor(failure)),
      );
    const timer = setTimeout(() => void ask(), query ? pauseMs : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, version]);

  return (
    <>
      <Bar title="Deleted records" />
      <h1 tabIndex={-1} class="unseen">
        Deleted records
      </h1>
      <search class="search below">
        <Icon name="search" />
        <input
          id="deleted-search"
          class="input"
          type="text"
          inputMode="search"
          aria-label="Search deleted records"
          placeholder="Search by name …"
          autocomplete="off"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </search>
      {error && <Notice kind="danger">{error}</Notice>}
      {!result && !error && <Ghosts lines={4} label="Loading deleted records" />}
      {result && result.records.length === 0 && (
        <Empty icon="trash">
          <p>{query ? `No deleted record is called “${query}”.` : 'No record has been deleted.'}</p>
        </Empty>
      )}
      {result && (
        <ul class="list" aria-label="Deleted records">
          {result.records.map((record) => (
            <Deleted key={record.id} record={record} />
          ))}
        </ul>
      )}
      {result?.more && <p class="hint">Older ones are not shown. Search by name to find them.</p>}
      <p class="hint">Records that went with an undone import come back by undoing that undo in History.</p>
    </>
  );
}

function Deleted({ record }: { record: DeletedRecord }) {
  const app = useApp();
  const [working, setWorking] = useState(false);
  const { tab, id, name, when, who } = record;
  const restore = () => {
    setWorking(true);
    call.restoreRecord({ tab, id }).then(
      ({ changeSet, warnings }) => {
        toastWithUndo(
          [`${singularTitle(tab)} “${shorten(name, 80)}” is back.`, ...warnings].join(' '),
          changeSet,
          app.touched,
        );
        app.touched();
        app.replace({ kind: 'record', tab, id, known: { name, detail: '' } });
      },
      (error) => {
        setWorking(false);
        toast(sentenceFor(error));
      },
    );
  };
  return (
    <li class="entry">
      <span class="mark" title={singular(tab)}>
        <Icon name={tabIcon(tab)} />
      </span>
      <span class="words">
        <span class="name two-lines">{name}</span>
        <span class="clip detail">
          {momentText(when, app.start.timeZone, app.today())} · <Who who={who} /> · {id}
        </span>
      </span>
      {mayWrite(app.start) && (
        <Button slim disabled={working} label={`Restore ${shorten(name, 80)}`} onClick={restore}>
          {working ? 'Restoring…' : 'Restore'}
        </Button>
      )}
    </li>
  );
}
