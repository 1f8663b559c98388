// The sidebar as a whole: reads the start view, keeps the stack of screens, the undo key and the question before leaving a form.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { parseId } from '../../src/domain/ids';
import type { StartView } from '../../src/rpc/contract';
import { call } from '../call';
import { indexTouched, keepIndex } from '../find/search-index';
import { writeNumbersAs } from '../format';
import { DeletedScreen } from '../history/deleted';
import { HistoryScreen } from '../history/history';
import { RoomScreen } from '../history/room';
import { UndoByScreen } from '../history/undo-by';
import { AttentionScreen } from '../screens/attention';
import { BehindScreen } from '../screens/behind';
import { EditScreen, NewScreen } from '../screens/form-screen';
import { GridChanges } from '../screens/grid-changes';
import { HandOver } from '../screens/hand-over';
import { Home } from '../screens/home';
import { ListScreen } from '../screens/list-screen';
import { LostScreen } from '../screens/lost';
import { PipelineScreen } from '../screens/pipeline';
import { RecordScreen } from '../screens/record';
import { SetUp, StartFailed } from '../screens/set-up';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { Ghosts } from '../ui/notice';
import { Progress } from '../ui/progress';
import { latestAction, Toasts } from '../ui/toasts';
import { type App, AppContext, type Screen, type ScreenMemory } from './app';
import { makeClock } from './clock';
import { keepFocus } from './keep-focus';
import { askBeforeUnload, discardUnsaved, hasUnsaved } from './leaving';
import { store } from './store';
import { useFollow } from './use-follow';

interface Place {
  key: number;
  screen: Screen;
  memory: ScreenMemory;
  /** It came by itself: the keyboard stays where it is. */
  isQuiet?: boolean;
}

let nextKey = 1;
function placeOf(screen: Screen): Place {
  return { key: nextKey++, screen, memory: { query: '', tab: null, scroll: 0, focus: '' } };
}

/** The screens to begin with. `link`: what the web app's link names, blank for nothing. */
function firstPlaces(link = ''): Place[] {
  const home = placeOf({ kind: 'home' });
  if (link === '') return [home];
  const record = parseId(link);
  return [home, placeOf(record ? { kind: 'record', tab: record.tab, id: record.id } : { kind: 'lost' })];
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

  return (
    <>
      <Progress />
      <main class="panel">
        {failure !== null && !start && <StartFailed error={failure} onRetry={() => void load()} />}
        {failure === null && !start && <Ghosts lines={7} label="Opening Rowbook" />}
        {start && !start.ready && <SetUp onDone={load} />}
        {start?.ready && <Screens start={start} reload={load} link={link} />}
      </main>
      <Toasts />
    </>
  );
}

function Screens(props: { start: StartView; reload: () => Promise<void>; link: string | undefined }) {
  const { start, reload, link } = props;
  const [stack, setStack] = useState<readonly Place[]>(() => firstPlaces(link));
  const [version, setVersion] = useState(0);
  /** Where the person wants to go while a form holds unsaved changes. */
  const [wanted, setWanted] = useState<(() => void) | null>(null);
  const place = stack[stack.length - 1] ?? placeOf({ kind: 'home' });
  const clock = useMemo(() => makeClock(start.timeZone, start.today), [start]);

  const leave = useCallback((act: () => void) => {
    if (hasUnsaved()) setWanted(() => act);
    else act();
  }, []);
  const remember = useCallback(() => {
    place.memory.scroll = window.scrollY;
    place.memory.focus = document.activeElement?.id ?? '';
  }, [place]);

  const follow = useFollow((screen) =>
    setStack((now) => {
      const above = now[now.length - 1]?.screen.kind === 'record' ? now.slice(0, -1) : now;
      return [...above, { ...placeOf(screen), isQuiet: true }];
    }),
  );
  const app = useMemo<App>(
    () => ({
      start,
      today: clock.today,
      now: clock.now,
      go: (screen) =>
        leave(() => {
          remember();
          setStack((now) => [...now, placeOf(screen)]);
        }),
      replace: (screen) => setStack((now) => [...now.slice(0, -1), placeOf(screen)]),
      back: () => leave(() => setStack((now) => (now.length > 1 ? now.slice(0, -1) : now))),
      canGoBack: stack.length > 1,
      memory: place.memory,
      version,
      touched: () => {
        store.forgetLists();
        indexTouched();
        setVersion((now) => now + 1);
      },
      reload,
      follow: link === undefined ? follow : null,
    }),
    [start, clock, leave, remember, stack.length, place, version, reload, follow.on],
  );

  useScreenFocus(place);
  useLayoutEffect(keepFocus, []);
  useEffect(keepIndex, []);
  useKeys(app);

  return (
    <AppContext.Provider value={app}>
      <ScreenView key={place.key} screen={place.screen} />
      {follow.on && (
        <div class="following">
          <span class="words">Following the selected row</span>
          <Button slim onClick={follow.toggle}>
            Stop
          </Button>
        </div>
      )}
      {wanted && (
        <Confirm
          title="Leave without saving?"
          yes="Discard changes"
          no="Keep editing"
          danger
          onYes={() => {
            discardUnsaved();
            setWanted(null);
            wanted();
          }}
          onNo={() => setWanted(null)}
        >
          <p>What you typed is not saved yet.</p>
        </Confirm>
      )}
    </AppContext.Provider>
  );
}

function ScreenView({ screen }: { screen: Screen }) {
  switch (screen.kind) {
    case 'home':
      return <Home />;
    case 'attention':
      return <AttentionScreen />;
    case 'record':
      return <RecordScreen tab={screen.tab} id={screen.id} {...(screen.known ? { known: screen.known } : {})} />;
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
      return screen.id ? (
        <EditScreen tab={screen.tab} id={screen.id} />
      ) : (
        <NewScreen tab={screen.tab} preset={screen.preset} />
      );
  }
}

/** A new screen starts on top with its heading focused (or the first field); a screen one comes back to is as it was left. */
function useScreenFocus(place: Place): void {
  const shown = useRef(0);
  useLayoutEffect(() => {
    if (shown.current === place.key) return;
    const first = shown.current === 0;
    shown.current = place.key;
    window.scrollTo(0, place.memory.scroll);
    if (place.isQuiet) return;
    const left = place.memory.focus ? document.getElementById(place.memory.focus) : null;
    if (left) left.focus({ preventScroll: true });
    else if (!first && place.screen.kind !== 'home') document.querySelector<HTMLElement>('main h1')?.focus();
  }, [place]);
}

/**
 * Escape goes back, `/` to the search, Ctrl+Z outside of a field takes the last change back.
 * Bound before the next paint, so that a key pressed as soon as a screen shows is that screen's.
 */
function useKeys(app: App): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog');
      if (event.key === 'Escape' && app.canGoBack && !document.querySelector('dialog[open]')) {
        // The same key would close the question that may open now.
        event.preventDefault();
        app.back();
      } else if (typing) return;
      else if (event.key === '/') {
        event.preventDefault();
        document.getElementById('search')?.focus();
      } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) {
        const undo = latestAction();
        if (!undo) return;
        event.preventDefault();
        undo();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    window.addEventListener('beforeunload', askBeforeUnload);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('beforeunload', askBeforeUnload);
    };
  }, [app]);
}
