// Certain records by their ids, e.g. the deals behind a figure.
import type { RecordTabKey } from '../../src/domain/schema';
import { useApp } from '../app/app';
import { useFind } from '../app/use-find';
import { Empty, Failed, Ghosts } from '../ui/notice';
import * as words from '../words';
import { Bar } from './bar';
import { FoundList } from './found-list';

export function ListScreen({ title, tab, ids }: { title: string; tab: RecordTabKey; ids: readonly string[] }) {
  const { touched } = useApp();
  const { result, searching, error } = useFind({ tab, ids: [...ids], limit: 500 });
  return (
    <>
      <Bar title={title} />
      <h1 class="unseen" tabIndex={-1}>
        {title}
      </h1>
      <p class="muted" role="status">
        {result ? words.records(result.total) : ''}
      </p>
      {error && <Failed error={error} onRetry={touched} />}
      {!result && searching && <Ghosts lines={5} label={words.loading} />}
      {result && result.records.length === 0 && (
        <Empty icon="search">
          <p>{words.noneIsInWorkbook}</p>
        </Empty>
      )}
      {result && <FoundList records={result.records} label={title} />}
    </>
  );
}
