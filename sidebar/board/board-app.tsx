// The pipeline board's window: who is asking and the deals are read side by side; then filters, columns, and what is left out.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { type BoardFilters, boardOf } from '../../src/domain/board';
import type { StartView } from '../../src/rpc/contract';
import type { BoardResult } from '../../src/rpc/contract-board';
import { type App, AppContext, useApp } from '../app/app';
import { makeClock } from '../app/clock';
import { keepFocus } from '../app/keep-focus';
import { call } from '../call';
import { countText, numberText, writeNumbersAs } from '../format';
import { sentenceFor } from '../messages';
import { Button, IconButton } from '../ui/button';
import { Empty, Ghosts, Notice } from '../ui/notice';
import { Progress } from '../ui/progress';
import { latestAction, Toasts } from '../ui/toasts';
import { Board } from './board';
import { Filters, noFilters } from './filters';
import { MoveDialog } from './move-dialog';
import { membersOf, type Reading, useBoard } from './use-board';
import { useMoves } from './use-moves';
import { sumsText } from './words';

export function BoardApp() {
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
        <AppContext.Provider value={app}>
          <BoardWindow />
        </AppContext.Provider>
      ) : (
        <Frame status={error ? '' : 'Reading the deals…'}>
          {error ? <Failed error={error} onRetry={() => setAsked(asked + 1)} /> : <Waiting />}
        </Frame>
      )}
      <Toasts />
    </>
  );
}

/** The app around the window's forms: there are no screens to go to, and what a move changes is known here already. */
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
    touched: nowhere,
    reload: async () => {},
    follow: null,
  };
}

function BoardWindow() {
  const board = useBoard();
  const { result, error, reload } = board;
  if (result) return <Loaded result={result} board={board} />;
  return (
    <Frame status={error ? '' : 'Reading the deals…'}>
      {error ? <Failed error={error} onRetry={reload} /> : <Waiting />}
    </Frame>
  );
}

function Loaded({ result, board: { reading, error, reload } }: { result: BoardResult; board: Reading }) {
  const { start } = useApp();
  const [filters, setFilters] = useState<BoardFilters>(noFilters);
  const moves = useMoves(result, reload);
  const { deals, moved } = moves;
  const board = useMemo(() => {
    const { settings, today } = result;
    const view = boardOf({ deals, settings, team: membersOf(start), today }, filters);
    // What was moved just now stands on top, where it was let go.
    const place = new Map(moved.map((id, at) => [id, at]));
    const at = (id: string) => place.get(id) ?? moved.length;
    const columns = view.columns.map((column) => ({
      ...column,
      cards: [...column.cards].sort((one, other) => at(one.deal.id) - at(other.deal.id)),
    }));
    return { ...view, columns };
  }, [deals, moved, filters, result, start]);
  useLayoutEffect(keepFocus, []);
  useUndoKey();
  const { currency } = result.settings;
  const status = `${countText(board.open.count, 'open deal')}${board.open.count > 0 ? `, ${sumsText(board.open, currency, true)}` : ''}`;
  return (
    <Frame
      status={status}
      tools={<IconButton icon="refresh" label="Refresh" onClick={reload} />}
      below={
        <>
          <Filters
            filters={filters}
            onFilters={setFilters}
            deals={result.deals}
            pipelines={[...new Set(result.settings.stages.map(({ pipeline }) => pipeline))]}
          />
          {board.hidden > 0 && (
            <p class="small muted" role="status">
              {numberText(board.hidden)} {board.hidden === 1 ? 'deal is' : 'deals are'} hidden by the filters.
            </p>
          )}
          {error && <Failed error={error} onRetry={reload} />}
          {board.leftOut.map(({ rows, count, message }) => (
            <Notice key={rows} kind="warn">
              {countText(count, 'deal')}. {message}
            </Notice>
          ))}
        </>
      }
      busy={reading}
    >
      {result.deals.length === 0 && (
        <Empty icon="stage">
          <p>There are no open deals. Add one in the sidebar, or import them from a tab.</p>
        </Empty>
      )}
      <Board board={board} result={result} moves={moves} />
      <div class="unseen" role="status" aria-live="assertive">
        {moves.said}
      </div>
      {moves.asking && <MoveDialog key={moves.asking.deal.id} asking={moves.asking} moves={moves} />}
    </Frame>
  );
}

function Frame(props: {
  status: string;
  tools?: ComponentChildren;
  /** Under the heading: what does not scroll with the columns. */
  below?: ComponentChildren;
  busy?: boolean;
  children: ComponentChildren;
}) {
  return (
    <div class="window whole">
      <header class="window-head">
        <div class="words">
          <h1 tabIndex={-1}>Pipeline board</h1>
          <p class="muted" role="status">
            {props.status}
          </p>
        </div>
        <div class="row">{props.tools}</div>
      </header>
      <main class="window-body board-body" aria-busy={props.busy ?? false}>
        {props.below && <div class="stack tight">{props.below}</div>}
        {props.children}
      </main>
    </div>
  );
}

function Waiting() {
  return <Ghosts lines={8} label="Reading the deals" />;
}

function Failed({ error, onRetry }: { error: string; onRetry: () => void }) {
  return (
    <Notice kind="danger">
      <span>{error}</span>
      <span>
        <Button slim onClick={onRetry}>
          Try again
        </Button>
      </span>
    </Notice>
  );
}

/** Ctrl+Z outside of a field takes the last move back. */
function useUndoKey(): void {
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
