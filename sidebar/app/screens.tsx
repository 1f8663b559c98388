// Going from screen to screen: the stack of them, the question before leaving a form, where the focus goes, the keys.
import type { ComponentChildren, ComponentType } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { StartView } from '../../src/rpc/contract';
import { indexTouched, useIndexState } from '../find/index-state';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { latestAction } from '../ui/toasts';
import * as words from '../words';
import { type App, AppContext, mayWrite, type Screen, type ScreenMemory } from './app';
import { makeClock } from './clock';
import { focusSoon } from './keep-focus';
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

interface ScreensProps {
  start: StartView;
  reload: () => Promise<void>;
  /** The screens to begin with, the one that shows last. */
  first: readonly Screen[];
  View: ComponentType<{ screen: Screen }>;
  /** Where "back" leads from the bottom, in a window with records and their forms alone; left out: nowhere. */
  out?: () => void;
  /** A grid stands beside: the row that is selected there can be followed. */
  follows?: boolean;
  /** Something was changed from one of the screens. */
  onTouched?: () => void;
}

/** Screens over each other. */
export function Screens({ start, reload, first, View, out, follows = false, onTouched }: ScreensProps) {
  const [stack, setStack] = useState<readonly Place[]>(() => first.map(placeOf));
  const [touches, setTouches] = useState(0);
  const { news } = useIndexState();
  const version = touches + news;
  const [leave, question] = useLeaving();
  const place = stack[stack.length - 1] as Place;
  const now = useRef(place);
  now.current = place;
  const clock = useMemo(() => makeClock(start.timeZone, start.today), [start]);

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
      go: (screen, stayed) =>
        leave(() => {
          remember();
          setStack((now) => [...now, placeOf(screen)]);
        }, stayed),
      replace: (screen, of = now.current.screen) =>
        setStack((all) => all.flatMap((one) => (one.screen !== of ? [one] : screen ? [placeOf(screen)] : []))),
      back: () => leave(() => (stack.length > 1 ? setStack((now) => now.slice(0, -1)) : out?.())),
      canGoBack: stack.length > 1 || out !== undefined,
      screen: () => now.current.screen,
      memory: place.memory,
      version,
      touched: () => {
        store.forgetLists();
        indexTouched();
        setTouches((now) => now + 1);
        onTouched?.();
      },
      reload,
      follow: follows ? follow : null,
      onlyRecords: out !== undefined,
    }),
    [start, clock, leave, remember, stack.length, place, version, reload, follows, follow.on, out, onTouched],
  );

  useScreenFocus(place);
  useKeys(app);

  return (
    <AppContext.Provider value={app}>
      <View key={place.key} screen={place.screen} />
      {follow.on && (
        <div class="following">
          <span class="words">{words.followingSelectedRow}</span>
          <Button slim onClick={follow.toggle}>
            {words.stop}
          </Button>
        </div>
      )}
      {question}
    </AppContext.Provider>
  );
}

interface Leaving {
  act: () => void;
  stayed?: (() => void) | undefined;
}

/**
 * Does what leads elsewhere, once the person has agreed where a form holds unsaved changes (else `stayed` is called); and that question,
 * to be shown.
 */
export function useLeaving(): [leave: (act: () => void, stayed?: () => void) => void, question: ComponentChildren] {
  const [wanted, setWanted] = useState<Leaving | null>(null);
  const leave = useCallback((act: () => void, stayed?: () => void) => {
    if (hasUnsaved()) setWanted({ act, stayed });
    else act();
  }, []);
  const question = wanted && (
    <Confirm
      title={words.leaveWithoutSaving}
      yes={words.discardChanges}
      no={words.keepEditing}
      danger
      onYes={() => {
        discardUnsaved();
        setWanted(null);
        wanted.act();
      }}
      onNo={() => {
        setWanted(null);
        wanted.stayed?.();
      }}
    >
      <p>{words.typedIsNotSaved}</p>
    </Confirm>
  );
  return [leave, question];
}

/** A new screen starts on top with its heading focused (of a quick form the first field); a screen one comes back to is as it was left. */
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
    else if (place.screen.kind === 'home') focusSoon(place.memory.focus);
    else if (!first) {
      const isQuick = place.screen.kind === 'form' && place.screen.quick;
      document.querySelector<HTMLElement>(isQuick ? 'form .field input' : 'main h1')?.focus();
    }
  }, [place]);
}

/**
 * Escape goes back, `/` to the search, `n` to a quick new record, Ctrl+Z outside of a field takes the last change back.
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
      } else if (event.key === 'n' && !event.ctrlKey && !event.metaKey && !event.altKey) {
        if (!mayWrite(app.start) || app.screen().kind === 'form' || document.querySelector('dialog[open]')) return;
        event.preventDefault();
        app.go({ kind: 'form', tab: 'contacts', quick: true });
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
