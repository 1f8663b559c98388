// What the wide windows have in common: who is asking is read first, then the window stands in its frame; the undo key.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { StartView } from '../../src/rpc/contract';
import { call } from '../call';
import { sentenceFor } from '../messages';
import { writeNumbersAs } from '../numbers';
import { Failed, Ghosts } from '../ui/notice';
import { Progress } from '../ui/progress';
import { latestAction, Toasts } from '../ui/toasts';
import { type App, AppContext } from './app';
import { makeClock } from './clock';

/** Shows `children` once the start view is read. `waiting` says meanwhile what is being read. */
export function WindowApp(props: { title: string; waiting: string; children: ComponentChildren }) {
  const [start, setStart] = useState<StartView | null>(null);
  const [error, setError] = useState('');
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    // `asked` counts wishes to read again.
    if (asked >= 0) setError('');
    call.start({}).then(
      (view) => {
        writeNumbersAs(view.locale);
        setStart(view);
      },
      (failure) => setError(sentenceFor(failure)),
    );
  }, [asked]);
  const app = useMemo(() => (start ? windowApp(start) : null), [start]);
  return (
    <>
      <Progress quiet />
      {app ? (
        <AppContext.Provider value={app}>{props.children}</AppContext.Provider>
      ) : (
        <WindowFrame title={props.title} status={error ? '' : props.waiting}>
          {error ? (
            <Failed error={error} onRetry={() => setAsked(asked + 1)} />
          ) : (
            <Ghosts lines={8} label={props.waiting} />
          )}
        </WindowFrame>
      )}
      <Toasts />
    </>
  );
}

/** The app around a window's forms: there are no screens to go to, and what is changed here is known here already. */
function windowApp(start: StartView): App {
  const clock = makeClock(start.timeZone, start.today);
  const nowhere = () => {};
  return {
    start,
    ...clock,
    go: nowhere,
    replace: nowhere,
    back: nowhere,
    canGoBack: false,
    memory: { query: '', tab: null, scroll: 0, focus: '' },
    version: 0,
    screen: () => ({ kind: 'home' }),
    touched: nowhere,
    reload: async () => {},
    follow: null,
  };
}

/** A window that fills the dialog: its heading on top, below it what scrolls by itself. */
export function WindowFrame(props: {
  title: string;
  status: string;
  tools?: ComponentChildren;
  /** Under the heading: what does not scroll with the rest. */
  below?: ComponentChildren;
  busy?: boolean;
  children: ComponentChildren;
}) {
  return (
    <div class="window whole">
      <header class="window-head">
        <div class="words">
          <h1 tabIndex={-1}>{props.title}</h1>
          <p class="muted" role="status">
            {props.status}
          </p>
        </div>
        <div class="row">{props.tools}</div>
      </header>
      <main class="window-body whole-body" aria-busy={props.busy ?? false}>
        {props.below && <div class="stack tight">{props.below}</div>}
        {props.children}
      </main>
    </div>
  );
}

/** Ctrl+Z outside of a field takes the last change back. */
export function useUndoKey(): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog');
      if (typing || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      const undo = latestAction();
      if (!undo) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
