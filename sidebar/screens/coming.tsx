// The page of a new record while it is on its way into the workbook: to be read, not yet to be changed.
import { useMemo } from 'preact/hooks';
import type { RecordPage } from '../../src/rpc/contract';
import { type App, AppContext, useApp } from '../app/app';
import { Spinner } from '../ui/notice';
import * as words from '../words';
import { Bar } from './bar';
import { Details } from './details';
import { Facts } from './facts';
import { Reach, Title } from './record-head';
import { StagePicker } from './stage-picker';

export function ComingScreen({ page: { record } }: { page: RecordPage }) {
  const app = useApp();
  // It has no ID that a change could name.
  const onlyRead = useMemo<App>(
    () => ({ ...app, start: { ...app.start, user: { ...app.start.user, role: 'viewer' } } }),
    [app],
  );
  return (
    <>
      <Bar title={words.kindTitle(record.tab)} />
      <Title tab={record.tab} name={record.name}>
        <Spinner label={words.saving} />
      </Title>
      <AppContext.Provider value={onlyRead}>
        <Reach record={record} />
        {record.tab === 'deals' && <StagePicker record={record} />}
        <Facts record={record} />
        <Details record={record} />
      </AppContext.Provider>
    </>
  );
}
