// Records that were deleted, to be found by name and brought back.
import { useEffect, useState } from 'preact/hooks';
import { shorten } from '../../src/domain/text';
import type { DeletedRecord, DeletedResult } from '../../src/rpc/contract-history';
import { mayWrite, useApp } from '../app/app';
import { toastWithUndo } from '../app/undo';
import { call } from '../call';
import { momentText } from '../format';
import { tabIcon } from '../forms/layout';
import { sentenceFor } from '../messages';
import { Bar } from '../screens/bar';
import { Button } from '../ui/button';
import { Icon } from '../ui/icons';
import { Empty, Failed, Ghosts } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { Who } from './who';

/** A pause this long in the typing starts the search. */
const pauseMs = 250;

export function DeletedScreen() {
  const { touched, version } = useApp();
  const [query, setQuery] = useState('');
  const [result, setResult] = useState<DeletedResult | null>(null);
  const [error, setError] = useState('');
  useEffect(() => {
    let current = true;
    setError('');
    const ask = () =>
      call.deletedRecords({ query }).then(
        (found) => current && setResult(found),
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
      <Bar title={words.deletedRecords} />
      <h1 tabIndex={-1} class="unseen">
        {words.deletedRecords}
      </h1>
      <search class="search below">
        <Icon name="search" />
        <input
          id="deleted-search"
          class="input"
          type="text"
          inputMode="search"
          aria-label={words.searchDeletedRecords}
          placeholder={words.searchByName}
          autocomplete="off"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </search>
      {error && <Failed error={error} onRetry={touched} />}
      {!result && !error && <Ghosts lines={4} label={words.loadingDeletedRecords} />}
      {result && result.records.length === 0 && (
        <Empty icon="trash">
          <p>{query ? words.noDeletedRecordCalled(query) : words.noRecordDeleted}</p>
        </Empty>
      )}
      {result && (
        <ul class="list" aria-label={words.deletedRecords}>
          {result.records.map((record) => (
            <Deleted key={record.id} record={record} />
          ))}
        </ul>
      )}
      {result?.more && <p class="hint">{words.olderAreNotShown}</p>}
      <p class="hint section">{words.backByUndoingUndo}</p>
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
          [words.namedIsBack(tab, shorten(name, 80)), ...warnings.map(words.told)].join(' '),
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
      <span class="mark" title={words.kind(tab)}>
        <Icon name={tabIcon(tab)} />
      </span>
      <span class="words">
        <span class="name two-lines">{name}</span>
        <span class="clip detail">
          {momentText(when, app.start.timeZone, app.today())} · <Who who={who} /> · {id}
        </span>
      </span>
      {mayWrite(app.start) && (
        <Button slim disabled={working} label={words.restoreNamed(shorten(name, 80))} onClick={restore}>
          {working ? words.restoring : words.restore}
        </Button>
      )}
    </li>
  );
}
