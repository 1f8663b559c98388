// The pipeline board: deals in columns by stage, with what each column comes to. Sums and weights are the reports' own
// (tally), so that board and report never differ.
import { minorPerMajor } from './currency';
import { addDays } from './days';
import { knownSum } from './reports/known';
import { leftOutLines } from './reports/pipeline';
import { ownerFinder, selection } from './reports/selection';
import { type Sums, tally, total } from './reports/tally';
import type { LeftOut, ReportDeal, ReportMember } from './reports/types';
import type { Deal } from './schema';
import type { Settings, Stage } from './settings';
import { stageFinder } from './stages';
import { type StallReason, stallReasons } from './stalled';

/** A deal as the board needs it. `company` is its name for people, blank where there is none. */
export type BoardDeal = ReportDeal &
  Pick<Deal, 'stageSince' | 'nextFollowUp' | 'lostReason'> & { readonly name: string; readonly company: string };

/** Days for which a won or lost deal stays on the board. */
export const recentDays = 30;

export type Closes = 'any' | 'overdue' | 'month' | 'nextMonth' | 'quarter';

export interface BoardFilters {
  /** Blank: the first one. */
  readonly pipeline: string;
  /** As in the reports: a member's key, `-` for nobody; blank for all. */
  readonly owner: string;
  /** The expected day for open deals, the day they closed for others. */
  readonly closes: Closes;
}

export interface BoardSource {
  readonly deals: readonly BoardDeal[];
  readonly settings: Pick<Settings, 'currency' | 'stages' | 'rates'>;
  readonly team: readonly ReportMember[];
  /** `2026-11-23` in the workbook's zone. */
  readonly today: string;
}

export interface BoardCard {
  readonly deal: BoardDeal;
  readonly ownerName: string;
  readonly stalled: readonly StallReason[];
}

/** What deals come to, in major units of the workbook's currency; null where no amount of theirs is known. */
export interface BoardSums {
  readonly count: number;
  readonly value: number | null;
  readonly weighted: number | null;
  /** Deals of `count` that are in no sum. */
  readonly unknown: number;
}

export interface BoardColumn {
  /** Null: deals whose stage is blank or not in Settings. */
  readonly stage: Stage | null;
  readonly cards: readonly BoardCard[];
  readonly sums: BoardSums;
}

export interface Board {
  readonly pipeline: string;
  /** Stages in the order of Settings; before them, only where there are such deals, those in no known stage. */
  readonly columns: readonly BoardColumn[];
  /** All open deals that are shown. */
  readonly open: BoardSums;
  /** Deals of this pipeline that the filters keep out. */
  readonly hidden: number;
  /** What is not in the sums, and why. */
  readonly leftOut: readonly LeftOut[];
}

/** Whether a deal stands on the board on this day: open, in no known stage, or closed lately. */
export function isOnBoard(deal: ReportDeal, stage: Stage | undefined, today: string): boolean {
  return stage === undefined || stage.outcome === 'open' || (deal.closedOn ?? '') >= addDays(today, -recentDays);
}

/** The board of one pipeline. A deal in no known stage stands in its Pipeline, or in the first one where that is none. */
export function boardOf({ deals, settings, team, today }: BoardSource, filters: BoardFilters): Board {
  const { stages } = settings;
  const findStage = stageFinder(stages);
  const pipelines = new Set(stages.map((stage) => stage.pipeline));
  const [first = ''] = pipelines;
  const pipeline = pipelines.has(filters.pipeline) ? filters.pipeline : first;
  const own = deals.filter((deal) => {
    const wanted = findStage(deal.pipeline, deal.stage)?.pipeline ?? deal.pipeline ?? '';
    return (pipelines.has(wanted) ? wanted : first) === pipeline;
  });

  const findOwner = ownerFinder(team);
  const select = selection({ owner: filters.owner, ...periodOf(filters.closes, today) }, findOwner);
  const shown = own.filter((deal) => {
    const stage = findStage(deal.pipeline, deal.stage);
    if (filters.closes === 'overdue' && stage?.outcome !== 'open') return false;
    return select(deal, stage, findOwner(deal.owner)) === 'in';
  });

  const cards = new Map<Stage | null, BoardCard[]>();
  const byId = new Map(shown.map((deal) => [deal.id, deal]));
  const counted = tally({ deals: shown, settings, team, today, filters: {} }, ({ deal: { id }, stage, owner }) => {
    const deal = byId.get(id);
    if (!deal) return;
    const column = cards.get(stage ?? null) ?? [];
    cards.set(stage ?? null, column);
    column.push({ deal, ownerName: owner.name, stalled: stage ? stallReasons(deal, stage, today) : [] });
  });
  const units = minorPerMajor(settings.currency);
  const open = [...counted.stages].flatMap(([stage, sums]) => (stage.outcome === 'open' ? [sums] : []));
  const strangers = cards.get(null);
  return {
    pipeline,
    columns: [
      ...(strangers ? [{ stage: null, cards: strangers, sums: boardSums(noSums(strangers.length), units) }] : []),
      ...stages
        .filter((stage) => stage.pipeline === pipeline)
        .map((stage) => ({
          stage,
          cards: (cards.get(stage) ?? []).sort(byDay(stage)),
          sums: boardSums(counted.stages.get(stage) ?? noSums(0), units),
        })),
    ],
    open: boardSums(total(open), units),
    hidden: own.length - shown.length,
    leftOut: leftOutLines(counted).filter(({ from }) => from === 'values' || from === 'weighted'),
  };
}

/** The days of a filter, as the reports take them. */
export function periodOf(closes: Closes, today: string): { from?: string; to?: string } {
  const [year = 0, month = 1] = today.split('-').map(Number);
  /** The first day of the month that lies `ahead` of this one. */
  const monthStart = (ahead: number) => new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString().slice(0, 10);
  const span = (from: number, months: number) => ({
    from: monthStart(from),
    to: addDays(monthStart(from + months), -1),
  });
  switch (closes) {
    case 'overdue':
      return { to: addDays(today, -1) };
    case 'month':
      return span(0, 1);
    case 'nextMonth':
      return span(1, 1);
    case 'quarter':
      return span(-((month - 1) % 3), 3);
    default:
      return {};
  }
}

function noSums(count: number): Sums {
  return { count, minor: 0, weightedMinor: 0, unknown: count };
}

function boardSums(sums: Sums, units: number): BoardSums {
  return {
    count: sums.count,
    value: knownSum(sums.minor / units, sums),
    weighted: knownSum(sums.weightedMinor / units, sums),
    unknown: sums.unknown,
  };
}

/** Open deals by the day they should close, those without one last; closed ones the latest first. */
function byDay({ outcome }: Stage): (one: BoardCard, other: BoardCard) => number {
  const open = outcome === 'open';
  const day = ({ deal }: BoardCard) => (open ? (deal.closeDate ?? '~') : (deal.closedOn ?? ''));
  return (one, other) => {
    const [a, b] = open ? [day(one), day(other)] : [day(other), day(one)];
    return a < b ? -1 : a > b ? 1 : 0;
  };
}
