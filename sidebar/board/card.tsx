// One deal on the board: a button that opens what can be done with it.
import { Component } from 'preact';
import type { BoardCard } from '../../src/domain/board';
import type { Outcome } from '../../src/domain/settings';
import { dayText } from '../format';
import { moneyText } from '../numbers';
import { Icon } from '../ui/icons';
import * as words from '../words';
import { dealName } from './deal-text';
import { StallBadges } from './stall-badges';

export interface CardProps {
  card: BoardCard;
  outcome: Outcome;
  currency: string;
  today: string;
  saving: boolean;
  locked: boolean;
  tabbable: boolean;
  menuOpen: boolean;
}

/** Id of a card's button. */
export function cardId(deal: string): string {
  return `deal-${deal}`;
}

/** Drawn anew only when its deal or its state has changed: a board has hundreds. */
export class Card extends Component<CardProps> {
  override shouldComponentUpdate(next: CardProps): boolean {
    const { card, ...state } = this.props;
    return (
      card.deal !== next.card.deal ||
      Object.entries(state).some(([key, value]) => next[key as keyof CardProps] !== value)
    );
  }

  override render(props: CardProps) {
    return <CardButton {...props} />;
  }
}

function CardButton({ card, outcome, currency, today, saving, locked, tabbable, menuOpen }: CardProps) {
  const { deal, ownerName, stalled } = card;
  const { amount, closedOn, closeDate, nextFollowUp } = deal;
  const closing = outcome === 'open' ? closeDate : closedOn;
  return (
    <button
      type="button"
      class={`deal${saving ? ' saving' : ''}`}
      id={cardId(deal.id)}
      data-deal={deal.id}
      tabIndex={tabbable ? 0 : -1}
      aria-haspopup="menu"
      aria-expanded={menuOpen}
      aria-describedby="board-keys"
    >
      <span class="two-lines name">{dealName(deal)}</span>
      {deal.company !== '' && <span class="clip detail">{deal.company}</span>}
      <span class="line">
        <strong class="clip">{amount === null ? words.noAmount : moneyText(amount, deal.currency || currency)}</strong>
        {locked && <Icon name="lock" size={12} />}
      </span>
      <span class="clip detail">{ownerName || words.noOwner}</span>
      <span class="line small">
        {closing && (
          <span class={outcome === 'open' && closing < today ? 'late' : 'muted'}>
            {outcome === 'open'
              ? words.closesOnDay(dayText(closing, today))
              : words.closedOnDay(dayText(closing, today))}
          </span>
        )}
        {outcome === 'open' && nextFollowUp && (
          <span class={nextFollowUp < today ? 'late' : 'muted'}>{words.nextOn(dayText(nextFollowUp, today))}</span>
        )}
      </span>
      {stalled.length > 0 && (
        <span class="stalled">
          <StallBadges reasons={stalled} />
        </span>
      )}
      {saving && <span class="unseen">{words.savingNow}</span>}
    </button>
  );
}
