// What the search finds, while it is typed. The search box itself stands on the home screen.
import { useState } from 'preact/hooks';
import { type RecordTabKey, tabOf } from '../../src/domain/schema';
import type { FindResult } from '../../src/rpc/contract';
import { mayWrite, useApp } from '../app/app';
import { useFind } from '../app/use-find';
import { isIndexed, useIndexState } from '../find/index-state';
import { namedFields } from '../forms/references';
import { Button } from '../ui/button';
import { Filters } from '../ui/filters';
import { Empty, Failed, Ghosts } from '../ui/notice';
import * as words from '../words';
import { FoundList } from './found-list';

const searchable: readonly RecordTabKey[] = ['contacts', 'companies', 'deals', 'tasks', 'tickets', 'products'];
const creatable = ['contacts', 'companies', 'deals'] as const;
const pageSize = 30;

export function Find({
  query,
  tab,
  onTab,
}: {
  query: string;
  tab: RecordTabKey | null;
  onTab: (tab: RecordTabKey | null) => void;
}) {
  const { touched } = useApp();
  const [limit, setLimit] = useState(pageSize);
  const { result, searching, error } = useFind({ ...(tab ? { tab } : {}), query, limit });
  return (
    <section class="stack tight" aria-label={words.searchResults}>
      <TabFilter tab={tab} onTab={onTab} />
      <p class="unseen" role="status">
        {searching ? '' : result ? words.resultCount(result.total) : ''}
      </p>
      {error && <Failed error={error} onRetry={touched} />}
      {!result && searching && <Ghosts lines={5} label={words.searching} />}
      {result && result.records.length > 0 && (
        <>
          <FoundList records={result.records} label={words.results} logs />
          <More result={result} searching={searching} onMore={() => setLimit(Math.min(500, limit + 100))} />
        </>
      )}
      {result && result.records.length === 0 && !searching && <Nothing query={query.trim()} tab={tab} />}
      {isIndexed(tab ?? undefined) && <StillLoading />}
    </section>
  );
}

/** While the records are on their way: results from what is there come at once, the rest by the server's answer. */
function StillLoading() {
  const { isWhole, isFailing, count } = useIndexState();
  if (isWhole) return null;
  return <p class="muted small">{isFailing ? words.quickSearchNotLoaded : words.stillLoadingSearch(count)}</p>;
}

function TabFilter({ tab, onTab }: { tab: RecordTabKey | null; onTab: (tab: RecordTabKey | null) => void }) {
  return (
    <Filters
      label={words.searchIn}
      options={[null, ...searchable].map((value) => ({
        value,
        label: value ? words.label(tabOf(value).title) : words.all,
      }))}
      value={tab}
      onValue={onTab}
    />
  );
}

function More({ result, searching, onMore }: { result: FindResult; searching: boolean; onMore: () => void }) {
  const shown = result.records.length;
  if (shown >= result.total) return null;
  return (
    <div class="row spread">
      <span class="muted small">{words.shownOf(shown, result.total)}</span>
      {shown < 500 && (
        <Button slim kind="plain" disabled={searching} onClick={onMore}>
          {words.showMore}
        </Button>
      )}
    </div>
  );
}

function Nothing({ query, tab }: { query: string; tab: RecordTabKey | null }) {
  const app = useApp();
  const offered = tab ? [tab] : creatable;
  return (
    <Empty icon="search">
      <p>{query ? words.nothingFoundFor(query) : words.nothingHereYet}</p>
      {mayWrite(app.start) && (
        <div class="stack tight">
          {offered.map((one) => (
            <Button
              key={one}
              slim
              icon="plus"
              onClick={() =>
                app.go({
                  kind: 'form',
                  tab: one,
                  ...(query
                    ? { preset: { fields: namedFields(one, query, app.start.stages[0]?.name ?? ''), labels: {} } }
                    : {}),
                })
              }
            >
              {query ? words.newKindNamed(one, query) : words.newKind(one)}
            </Button>
          ))}
        </div>
      )}
    </Empty>
  );
}
