// The board in 300 px: the stages as a list with what they come to, and the deals of one stage.
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { type BoardCard, type BoardColumn, boardOf } from '../../src/domain/board';
import { useApp } from '../app/app';
import { whyLocked } from '../app/rights';
import { columnName, dealName, shortSum, sumsText } from '../board/deal-text';
import { StallBadges } from '../board/stall-badges';
import { membersOf, useBoard } from '../board/use-board';
import { openWindow } from '../call';
import { dayText } from '../format';
import { sentenceFor } from '../messages';
import { moneyText, numberText, percentText } from '../numbers';
import { Button } from '../ui/button';
import { Filters } from '../ui/filters';
import { Empty, Failed, Ghosts } from '../ui/notice';
import { toast } from '../ui/toasts';
import * as words from '../words';
import { Bar } from './bar';
import { moveInList } from './found-list';
import { MoveStage } from './stage-picker';

/** Deals drawn at first, and with each wish for more. */
const step = 50;

export function PipelineScreen({ pipeline, stage }: { pipeline: string; stage?: string }) {
  const { start } = useApp();
  const { result, reading, error, reload } = useBoard();
  const board = useMemo(
    () =>
      result &&
      boardOf(
        { deals: result.deals, settings: result.settings, team: membersOf(start), today: result.today },
        { pipeline, owner: '', closes: 'any' },
      ),
    [result, pipeline, start],
  );
  const column = stage === undefined ? undefined : board?.columns.find((one) => (one.stage?.name ?? '') === stage);
  const title = stage === undefined ? words.pipeline : columnName({ stage: column?.stage ?? null });
  return (
    <>
      <Bar title={stage || title} />
      <h1 class="unseen" tabIndex={-1}>
        {stage || title}
      </h1>
      {error && <Failed error={error} onRetry={reload} />}
      {!board && reading && <Ghosts lines={5} label={words.readingTheDeals} />}
      {board && result && stage === undefined && (
        <Stages columns={board.columns} pipeline={board.pipeline} currency={result.settings.currency} />
      )}
      {board && result && stage !== undefined && (
        <Deals column={column} currency={result.settings.currency} today={result.today} />
      )}
    </>
  );
}

function Stages(props: { columns: readonly BoardColumn[]; pipeline: string; currency: string }) {
  const { columns, pipeline, currency } = props;
  const { start, go, replace, follow } = useApp();
  return (
    <>
      {follow && (
        <div class="actions below">
          <Button icon="external" onClick={() => openWindow('openBoard', (error) => toast(sentenceFor(error)))}>
            {words.openTheBoard}
          </Button>
        </div>
      )}
      {start.pipelines.length > 1 && (
        <Filters
          label={words.pipeline}
          options={start.pipelines.map((value) => ({ value, label: value }))}
          value={pipeline}
          onValue={(next) => replace({ kind: 'pipeline', pipeline: next })}
        />
      )}
      <ul class="list" aria-label={words.stages} onKeyDown={(event) => moveInList(event, event.currentTarget)}>
        {columns.map((column) => {
          const { stage, sums } = column;
          const name = columnName(column);
          const stalled = column.cards.filter((card) => card.stalled.length > 0).length;
          const open = (stage?.outcome ?? 'open') === 'open';
          const value = shortSum(sums.value, currency);
          return (
            <li key={name}>
              <button
                type="button"
                class="entry"
                id={`stage-${name}`}
                onClick={() => go({ kind: 'pipeline', pipeline, stage: stage?.name ?? '' })}
              >
                <span class="words">
                  <span class="clip name">{name}</span>
                  <span class="detail">
                    {!open
                      ? words.valueIn30Days(value)
                      : stage && sums.value !== null
                        ? words.valueAndWeighted(value, shortSum(sums.weighted, currency))
                        : stage && value}
                  </span>
                </span>
                {stalled > 0 && <span class="badge warn">{words.stalledCount(stalled)}</span>}
                <span class="badge">
                  {numberText(sums.count)}
                  <span class="unseen"> {words.dealsUncounted(sums.count)}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Deals(props: { column: BoardColumn | undefined; currency: string; today: string }) {
  const { column, currency, today } = props;
  const [most, setMost] = useState(step);
  /** Deals whose move is on its way are out of sight already; the next reading tells what came of it. */
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  useLayoutEffect(() => setLeaving(new Set()), [column]);
  const cards = (column?.cards ?? []).filter(({ deal }) => !leaving.has(deal.id));
  if (!column || cards.length === 0) {
    return (
      <Empty icon="stage">
        <p>{words.noDealInThisStage}</p>
      </Empty>
    );
  }
  const open = (column.stage?.outcome ?? 'open') === 'open';
  return (
    <>
      <p class="muted" role="status" tabIndex={-1}>
        {words.deals(cards.length)}
        {column.stage && `, ${sumsText(column.sums, currency, open)}`}
      </p>
      <ul
        class="list long"
        aria-label={words.label('Deals')}
        onKeyDown={(event) => moveInList(event, event.currentTarget)}
      >
        {cards.slice(0, most).map((card) => (
          <Deal
            key={card.deal.id}
            card={card}
            column={column}
            currency={currency}
            today={today}
            onMoved={() => setLeaving(new Set([...leaving, card.deal.id]))}
          />
        ))}
      </ul>
      {cards.length > most && (
        <Button slim wide kind="plain" onClick={() => setMost(most + step)}>
          {words.showMore}
        </Button>
      )}
    </>
  );
}

function Deal(props: { card: BoardCard; column: BoardColumn; currency: string; today: string; onMoved: () => void }) {
  const { card, column, currency, today } = props;
  const { deal, stalled, ownerName } = card;
  const { start, go } = useApp();
  const [moving, setMoving] = useState(false);
  const { company, invalid: _invalid, ...fields } = deal;
  const pipeline = column.stage?.pipeline ?? start.pipelines[0];
  const open = column.stage?.outcome === 'open';
  const day = open ? deal.closeDate : deal.closedOn;
  const weight = deal.probability ?? column.stage?.probability ?? 0;
  return (
    <li class="stage-deal">
      <div class="row spread">
        <button
          type="button"
          class="entry"
          id={`found-deals-${deal.id}`}
          onClick={() =>
            go({ kind: 'record', tab: 'deals', id: deal.id, known: { name: dealName(deal), detail: company } })
          }
        >
          <span class="words">
            <span class="clip name">{dealName(deal)}</span>
            <span class="clip detail">
              {deal.amount === null ? words.noAmount : moneyText(deal.amount, deal.currency || currency)}
              {open && deal.amount !== null && ` × ${percentText(weight)}`}
              {company && ` · ${company}`}
            </span>
            <span class="clip detail">
              {ownerName || words.noOwner}
              {day && ` · ${(open ? words.closesOn : words.closedOn)(dayText(day, today))}`}
            </span>
          </span>
        </button>
        {whyLocked(start, { tab: 'deals', fields: { owner: deal.owner } }) === undefined && (
          <Button slim label={words.moveNamed(dealName(deal))} onClick={() => setMoving(!moving)}>
            {words.moveDeal}
          </Button>
        )}
      </div>
      {stalled.length > 0 && (
        <p class="chips stalled">
          <StallBadges reasons={stalled} />
        </p>
      )}
      {moving && (
        <MoveStage
          deal={{ id: deal.id, version: 0, fields }}
          stages={start.stages.filter((stage) => stage.pipeline === pipeline)}
          now={column.stage?.name ?? ''}
          onClose={(moved) => {
            setMoving(false);
            if (moved) props.onMoved();
          }}
        />
      )}
    </li>
  );
}
