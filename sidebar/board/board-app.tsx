// The pipeline board's window: filters, columns, and what is left out.
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { type BoardDeal, type BoardFilters, boardOf } from '../../src/domain/board';
import type { BoardResult } from '../../src/rpc/contract-board';
import { useApp } from '../app/app';
import { useUndoKey, WindowApp, WindowFrame } from '../app/window';
import { RecordPane } from '../screens/record-pane';
import { IconButton } from '../ui/button';
import { Empty, Failed, Ghosts, Notice } from '../ui/notice';
import * as words from '../words';
import { Board } from './board';
import { cardId } from './card';
import { dealName, sumsText } from './deal-text';
import { Filters, noFilters } from './filters';
import { MoveDialog } from './move-dialog';
import { membersOf, type Reading, useBoard, useDealNews } from './use-board';
import { useMoves } from './use-moves';

const frame = { title: words.pipelineBoard, waiting: words.readingTheDealsNow };

export function BoardApp() {
  return (
    <WindowApp {...frame}>
      <BoardWindow />
    </WindowApp>
  );
}

function BoardWindow() {
  const board = useBoard();
  const { result, error, reload } = board;
  if (result) return <Loaded result={result} board={board} />;
  return (
    <WindowFrame title={frame.title} status={error ? '' : frame.waiting}>
      {error ? <Failed error={error} onRetry={reload} /> : <Ghosts lines={8} label={frame.waiting} />}
    </WindowFrame>
  );
}

function Loaded({ result, board: { reading, error, reload } }: { result: BoardResult; board: Reading }) {
  const { start } = useApp();
  const [filters, setFilters] = useState<BoardFilters>(noFilters);
  const moves = useMoves(result, reload);
  /** The deal that stands open beside the columns. */
  const [opened, setOpened] = useState<BoardDeal | null>(null);
  useDealNews(result, reload);
  useLayoutEffect(() => {
    if (opened) document.querySelector<HTMLElement>('.record-pane h1')?.focus();
  }, [opened]);
  const close = () => {
    setOpened(null);
    if (opened) document.getElementById(cardId(opened.id))?.focus();
  };
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
  useUndoKey();
  const { currency } = result.settings;
  const status = words.openDealsAndSums(
    board.open.count,
    board.open.count > 0 ? sumsText(board.open, currency, true) : '',
  );
  return (
    <WindowFrame
      title={frame.title}
      status={status}
      tools={<IconButton icon="refresh" label={words.refresh} onClick={reload} />}
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
              {words.hiddenByTheFilters(board.hidden)}
            </p>
          )}
          {error && <Failed error={error} onRetry={reload} />}
          {board.leftOut.map(({ rows, count, message }) => (
            <Notice key={rows} kind="warn">
              {words.deals(count)}. {words.told(message)}
            </Notice>
          ))}
        </>
      }
      busy={reading}
    >
      {result.deals.length === 0 && (
        <Empty icon="stage">
          <p>{words.noOpenDeals}</p>
        </Empty>
      )}
      <div class={`board-beside${opened ? ' open' : ''}`}>
        <Board board={board} result={result} moves={moves} onOpen={setOpened} />
        {opened && (
          <RecordPane
            record={{ tab: 'deals', id: opened.id, name: dealName(opened) }}
            onTouched={reload}
            onClose={close}
          />
        )}
      </div>
      <div class="unseen" role="status" aria-live="assertive">
        {moves.said}
      </div>
      {moves.asking && <MoveDialog key={moves.asking.deal.id} asking={moves.asking} moves={moves} />}
    </WindowFrame>
  );
}
