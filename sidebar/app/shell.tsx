// The sidebar as a whole: reads the start view, then shows its screens.
import { useCallback, useEffect, useState } from 'preact/hooks';
import { parseId } from '../../src/domain/ids';
import type { StartView } from '../../src/rpc/contract';
import { call } from '../call';
import { keepIndex } from '../find/search-index';
import { DeletedScreen } from '../history/deleted';
import { HistoryScreen } from '../history/history';
import { RoomScreen } from '../history/room';
import { UndoByScreen } from '../history/undo-by';
import { writeNumbersAs } from '../numbers';
import { AttentionScreen } from '../screens/attention';
import { BehindScreen } from '../screens/behind';
import { ComingScreen } from '../screens/coming';
import { EditScreen, NewScreen } from '../screens/form-screen';
import { GridChanges } from '../screens/grid-changes';
import { HandOver } from '../screens/hand-over';
import { Home } from '../screens/home';
import { ListScreen } from '../screens/list-screen';
import { LostScreen } from '../screens/lost';
import { PipelineScreen } from '../screens/pipeline';
import { RecordScreen } from '../screens/record';
import { SetUp, StartFailed } from '../screens/set-up';
import { Ghosts } from '../ui/notice';
import { Progress } from '../ui/progress';
import { Toasts } from '../ui/toasts';
import * as words from '../words';
import type { Screen } from './app';
import { Screens } from './screens';

const home: Screen = { kind: 'home' };

/** The screens to begin with. `link`: what the web app's link names, blank for nothing. */
function firstScreens(link = ''): Screen[] {
  if (link === '') return [home];
  const record = parseId(link);
  return [home, record ? { kind: 'record', tab: record.tab, id: record.id } : { kind: 'lost' }];
}

/** `link` is left out beside the sheet. */
export function Shell({ link }: { link: string | undefined }) {
  const [start, setStart] = useState<StartView | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  const load = useCallback(async () => {
    setFailure(null);
    try {
      const view = await call.start({});
      writeNumbersAs(view.locale);
      setStart(view);
    } catch (error) {
      setFailure(error);
    }
  }, []);
  useEffect(() => {
    void load();
  }, [load]);
  const ready = start?.ready === true;
  useEffect(() => (ready ? keepIndex() : undefined), [ready]);

  return (
    <>
      <Progress />
      <main class="panel">
        {failure !== null && !start && <StartFailed error={failure} onRetry={() => void load()} />}
        {failure === null && !start && (
          <>
            <h1 class="unseen">Rowbook</h1>
            <Ghosts lines={7} label={words.openingRowbook} />
          </>
        )}
        {start && !start.ready && <SetUp onDone={load} />}
        {start?.ready && (
          <Screens
            start={start}
            reload={load}
            first={firstScreens(link)}
            View={ScreenView}
            follows={link === undefined}
          />
        )}
      </main>
      <Toasts />
    </>
  );
}

function ScreenView({ screen }: { screen: Screen }) {
  switch (screen.kind) {
    case 'home':
      return <Home />;
    case 'attention':
      return <AttentionScreen />;
    case 'record':
      return <RecordScreen {...screen} />;
    case 'coming':
      return <ComingScreen page={screen.page} />;
    case 'handOver':
      return <HandOver />;
    case 'gridChanges':
      return <GridChanges />;
    case 'list':
      return <ListScreen title={screen.title} tab={screen.tab} ids={screen.ids} />;
    case 'behind':
      return <BehindScreen title={screen.title} rows={screen.rows} />;
    case 'pipeline':
      return <PipelineScreen {...screen} />;
    case 'history':
      return <HistoryScreen {...screen} />;
    case 'deleted':
      return <DeletedScreen />;
    case 'undo-by':
      return <UndoByScreen />;
    case 'lost':
      return <LostScreen />;
    case 'room':
      return <RoomScreen />;
    case 'form':
      return screen.id ? <EditScreen {...screen} id={screen.id} /> : <NewScreen {...screen} />;
  }
}
