// A stage's column: its sums on top, its cards below, the first of them at once and more when asked for.
import { useState } from 'preact/hooks';
import type { BoardColumn } from '../../src/domain/board';
import { recentDays } from '../../src/domain/board';
import { numberText, percentText } from '../numbers';
import { Button } from '../ui/button';
import * as words from '../words';
import { Card } from './card';
import { columnName, shortSum, sumsText } from './deal-text';

/** Cards drawn at first, and with each wish for more. */
const step = 40;

export interface ColumnProps {
  column: BoardColumn;
  currency: string;
  today: string;
  saving: ReadonlySet<string>;
  isLocked: (card: BoardColumn['cards'][number]) => boolean;
  /** Id of the deal whose menu is open. */
  menu: string | null;
}

/** Names a column in the page: its place among the stages. */
export function columnKey({ stage }: Pick<BoardColumn, 'stage'>): string {
  return stage?.name ?? '';
}

export function Column({ column, currency, today, saving, isLocked, menu }: ColumnProps) {
  const { stage, cards, sums } = column;
  const [most, setMost] = useState(step);
  const [current, setCurrent] = useState<string | null>(null);
  const outcome = stage?.outcome ?? 'open';
  const open = outcome === 'open';
  const name = columnName(column);
  const shown = cards.slice(0, most);
  const tabbable = shown.some(({ deal }) => deal.id === current) ? current : shown[0]?.deal.id;
  return (
    <section class={`column ${stage ? outcome : 'strange'}`} data-column={columnKey(column)} aria-label={name}>
      <header title={sumsText(sums, currency, open)}>
        <div class="line">
          <h2 class="clip" tabIndex={-1}>
            {name} {stage && open && <span class="detail">{percentText(stage.probability)}</span>}
          </h2>
          <span class="badge">{numberText(sums.count)}</span>
        </div>
        {stage ? (
          <p class="clip small">
            {shortSum(sums.value, currency)}{' '}
            {open && sums.value !== null && (
              <span class="muted">{words.weightedSum(shortSum(sums.weighted, currency))}</span>
            )}
          </p>
        ) : (
          <p class="small muted">{words.moveThemToStage}</p>
        )}
        {stage && sums.unknown > 0 && <p class="clip small muted">{words.withoutKnownAmount(sums.unknown)}</p>}
        {!open && <p class="clip small muted">{words.lastDays(recentDays)}</p>}
      </header>
      {cards.length === 0 ? (
        <p class="nothing muted small">{words.noDeals}</p>
      ) : (
        <ul
          aria-label={`${name}, ${words.deals(cards.length)}`}
          onFocusIn={(event) => {
            const deal = event.target instanceof HTMLElement ? event.target.dataset.deal : undefined;
            if (deal !== undefined) setCurrent(deal);
          }}
        >
          {shown.map((card) => (
            <li key={card.deal.id}>
              <Card
                card={card}
                outcome={outcome}
                currency={currency}
                today={today}
                saving={saving.has(card.deal.id)}
                locked={isLocked(card)}
                tabbable={card.deal.id === tabbable}
                menuOpen={card.deal.id === menu}
              />
            </li>
          ))}
          {shown.length < cards.length && (
            <li>
              <Button slim wide kind="plain" onClick={() => setMost(most + step)}>
                {words.showMoreOf(Math.min(step, cards.length - shown.length), cards.length)}
              </Button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
