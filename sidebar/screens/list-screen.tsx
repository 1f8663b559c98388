// Certain records by their ids, e.g. the deals behind a figure.
import type { RecordTabKey } from '../../src/domain/schema';
import { useFind } from '../app/use-find';
import { countText } from '../format';
import { Empty, Ghosts, Notice } from '../ui/notice';
import { Bar } from './bar';
import { FoundList } from './found-list';

export function ListScreen({ title, tab, ids }: { title: string; tab: RecordTabKey; ids: readonly string[] }) {
  const { result, searching, error } = useFind({ tab, ids: [...ids], limit: 500 });
  return (
    <>
      <Bar title={title} />
      <h1 class="unseen" tabIndex={-1}>
        {title}
      </h1>
      <p class="muted" role="status">
        {result ? countText(result.total, 'record') : ''}
      </p>
      {error && <Notice kind="danger">{error}</Notice>}
      {!result && searching && <Ghosts lines={5} label="Loading" />}
      {result && result.records.length === 0 && (
        <Empty icon="search">
          <p>None of them is in the workbook any more.</p>
        </Empty>
      )}
      {result && <FoundList records={result.records} label={title} />}
    </>
  );
}
