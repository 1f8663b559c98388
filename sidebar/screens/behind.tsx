// The deals behind a figure of the pipeline report.
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useApp } from '../app/app';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { Failed, Ghosts } from '../ui/notice';
import * as words from '../words';
import { Bar } from './bar';
import { ListScreen } from './list-screen';

export function BehindScreen({ title, rows }: { title: string; rows: string }) {
  const { version } = useApp();
  const [ids, setIds] = useState<readonly string[] | null>(null);
  const [error, setError] = useState('');

  const load = useCallback(() => {
    setError('');
    call.report({ name: 'pipeline', rows }).then(
      (report) => setIds(report.rows?.ids ?? []),
      (failure) => setError(sentenceFor(failure)),
    );
  }, [rows]);
  useEffect(load, [load, version]);

  if (ids) return <ListScreen title={title} tab="deals" ids={ids} />;
  return (
    <>
      <Bar title={title} />
      <h1 class="unseen" tabIndex={-1}>
        {title}
      </h1>
      {error ? <Failed error={error} onRetry={load} /> : <Ghosts lines={5} label={words.readingTheDeals} />}
    </>
  );
}
