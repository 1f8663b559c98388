// The columns with their cards, and what can be done to a card: dragging, keys, its menu.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BoardDeal, Board as BoardView } from '../../src/domain/board';
import type { Stage } from '../../src/domain/settings';
import type { BoardResult } from '../../src/rpc/contract-board';
import { percentText } from '../numbers';
import { MenuItems } from '../ui/menu';
import * as words from '../words';
import { keyStep } from './board-keys';
import { cardId } from './card';
import { Column, columnKey } from './column';
import { dealName } from './deal-text';
import { useDrag } from './drag';
import { type Moves, useLocked } from './use-moves';

interface BoardProps {
  board: BoardView;
  result: BoardResult;
  moves: Moves;
  onOpen: (deal: BoardDeal) => void;
}

export function Board({ board, result, moves, onOpen }: BoardProps) {
  const root = useRef<HTMLDivElement>(null);
  const locked = useLocked();
  const [menu, setMenu] = useState<{ deal: BoardDeal; left: number; top: number } | null>(null);
  /** The deal whose card gets the focus when it is drawn in its new place. */
  const follow = useRef<string | null>(null);
  const stages = board.columns.flatMap(({ stage }) => (stage ? [stage] : []));
  const dealOf = (id: string | undefined) => moves.deals.find((deal) => deal.id === id);
  const stageOf = (id: string) =>
    board.columns.find(({ cards }) => cards.some(({ deal }) => deal.id === id))?.stage ?? null;

  const move = (deal: BoardDeal, target: Stage | undefined) => {
    if (!target || target === stageOf(deal.id)) return;
    follow.current = deal.id;
    moves.move(deal, target);
  };

  useDrag(
    root,
    (id) => {
      const deal = dealOf(id);
      return deal !== undefined && locked(deal) === undefined;
    },
    ({ deal: id, column }) => {
      const deal = dealOf(id);
      if (deal)
        move(
          deal,
          stages.find((stage) => columnKey({ stage }) === column),
        );
    },
  );

  useLayoutEffect(() => {
    const id = follow.current;
    if (id === null || moves.asking) return;
    follow.current = null;
    const card = document.getElementById(cardId(id));
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-deal]') : null;
    const deal = dealOf(card?.dataset.deal);
    const step = card && root.current && !menu ? keyStep(event, card, root.current) : null;
    if (!step || !deal) return;
    event.preventDefault();
    if (step.kind === 'go') return step.to.focus();
    const at = stages.indexOf(stageOf(deal.id) as Stage);
    move(deal, stages[at + step.by]);
  };

  const openMenu = (event: MouseEvent) => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-deal]') : null;
    const deal = dealOf(card?.dataset.deal);
    if (!card || !deal) return;
    const { left, bottom, top } = card.getBoundingClientRect();
    // Below the card, or beside its top where there is no room left.
    const room = 94 + stages.length * 34;
    setMenu({ deal, left, top: bottom + room < window.innerHeight ? bottom : Math.max(8, top - room / 2) });
  };

  const reason = menu ? locked(menu.deal) : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and presses of the cards in it
    <div ref={root} class="board" onKeyDown={onKeyDown} onClick={openMenu}>
      <p id="board-keys" class="unseen">
        {words.arrowKeysMoveDeals}
      </p>
      {board.columns.map((column) => (
        <Column
          key={columnKey(column)}
          column={column}
          currency={result.settings.currency}
          today={result.today}
          saving={moves.saving}
          isLocked={({ deal }) => locked(deal) !== undefined}
          menu={menu?.deal.id ?? null}
        />
      ))}
      {menu && (
        <div class="menu-at" style={{ left: `${menu.left}px`, top: `${menu.top}px` }}>
          <MenuItems
            label={words.openOrMoveDeal(dealName(menu.deal))}
            items={[
              {
                label: words.open,
                icon: 'deal',
                ...(reason === undefined ? {} : { detail: words.told(reason) }),
                run: () => onOpen(menu.deal),
              },
              ...(reason === undefined ? stages : [])
                .filter((stage) => stage !== stageOf(menu.deal.id))
                .map((stage) => ({
                  label: words.moveTo(stage.name),
                  icon: 'stage' as const,
                  ...(stage.outcome === 'open' ? { detail: percentText(stage.probability) } : {}),
                  run: () => move(menu.deal, stage),
                })),
            ]}
            onClose={(back) => {
              setMenu(null);
              if (back) document.getElementById(cardId(menu.deal.id))?.focus();
            }}
          />
        </div>
      )}
    </div>
  );
}
