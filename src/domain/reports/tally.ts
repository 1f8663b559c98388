// One walk over the deals that puts each where it belongs. The report and `rowsBehind` both come from this walk, so the
// rows shown behind a figure are the very rows it was computed from.

import { dayNumber } from '../days';
import type { Settings, Stage } from '../settings';
import { stageFinder } from '../stages';
import { amountReader } from './amount';
import { type Owner, ownerFinder, selection } from './selection';
import type { LeftOutReason, ReportDeal, ReportFilters, ReportMember } from './types';

/** What a report is made from. */
export interface ReportSource {
  /** Walked more than once. Need not all be there at a time: a host may make each from its cells as it is asked for. */
  readonly deals: Iterable<ReportDeal>;
  readonly settings: Pick<Settings, 'currency' | 'stages' | 'rates'>;
  readonly team: readonly ReportMember[];
  readonly filters: ReportFilters;
  /** `2026-11-23` in the workbook's zone. Open amounts in other currencies are converted at this day's rate. */
  readonly today: string;
}

/** Sums over some deals, in whole minor units of the workbook's currency. */
export interface Sums {
  count: number;
  minor: number;
  weightedMinor: number;
  /** Deals of `count` without a usable amount. */
  unknown: number;
}

export interface OwnerSums {
  readonly owner: Owner;
  readonly open: Sums;
  readonly won: Sums;
  readonly lost: Sums;
}

export interface LeftOutSums {
  count: number;
  /** Distinct values at fault (stage names, currency codes), as far as there are any. */
  readonly details: Set<string>;
  readonly sample: string[];
}

export interface Tally {
  /** Every deal there is. */
  all: number;
  /** Deals that the filters let through, those in no figure included. */
  deals: number;
  readonly stages: ReadonlyMap<Stage, Sums>;
  /** Open deals by `2026-11`; blank: no close date. */
  readonly months: ReadonlyMap<string, Sums>;
  /** By the owner's key, everyone who owns a deal, whatever the filters let through. */
  readonly owners: ReadonlyMap<string, OwnerSums>;
  readonly leftOut: ReadonlyMap<LeftOutReason, LeftOutSums>;
  /** Whole days from Started on to Closed on. */
  readonly cycles: { readonly won: number[]; readonly lost: number[] };
  readonly sources: ReadonlySet<string>;
}

/** Where one deal went: what `rowsBehind` is told of each that the filters let through. */
export interface Placed {
  readonly deal: ReportDeal;
  /** Undefined when it is in no figure. */
  readonly stage: Stage | undefined;
  readonly owner: Owner;
  /** Null: unknown. */
  readonly minor: number | null;
  readonly inCycle: boolean;
  readonly leftOut: readonly LeftOutReason[];
}

/** Looks something up once for each distinct text; a hundred thousand deals share a few thousand. */
function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const found = new Map<K, V>();
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    const value = find(key);
    found.set(key, value);
    return value;
  };
}

const noSums = (): Sums => ({ count: 0, minor: 0, weightedMinor: 0, unknown: 0 });

/** Walks the deals once; `see` is told of each that the filters let through. */
export function tally(source: ReportSource, see?: (placed: Placed) => void): Tally {
  const { settings, today, filters } = source;
  const findStage = stageFinder(settings.stages);
  const findOwner = ownerFinder(source.team);
  const select = selection(filters, findOwner);
  const amountOf = amountReader(settings, today);

  const stages = new Map(settings.stages.map((stage): [Stage, Sums] => [stage, noSums()]));
  const months = new Map<string, Sums>();
  const owners = new Map<string, OwnerSums>();
  const leftOut = new Map<LeftOutReason, LeftOutSums>();
  const sources = new Set<string>();
  const cycles: Tally['cycles'] = { won: [], lost: [] };
  let all = 0;
  let through = 0;
  let reasons: LeftOutReason[] = [];

  const stagesOf = remembered((pipeline: string | null) =>
    remembered((stage: string | null) => {
      const found = findStage(pipeline, stage);
      return { stage: found, sums: found && stages.get(found) };
    }),
  );
  const ownerOf = remembered((cell: string | null) => {
    const owner = findOwner(cell);
    const known = owners.get(owner.key) ?? { owner, open: noSums(), won: noSums(), lost: noSums() };
    owners.set(owner.key, known);
    return known;
  });
  const monthOf = remembered((day: string | null) => {
    const month = day === null ? '' : day.slice(0, 7);
    const sums = months.get(month) ?? noSums();
    months.set(month, sums);
    return sums;
  });
  const dayOf = remembered((day: string | null) => (day === null ? Number.NaN : (dayNumber(day) ?? Number.NaN)));

  const leave = (reason: LeftOutReason, deal: ReportDeal, detail?: string | null) => {
    const sums = leftOut.get(reason) ?? { count: 0, details: new Set<string>(), sample: [] };
    leftOut.set(reason, sums);
    sums.count += 1;
    if (sums.sample.length < 20) sums.sample.push(deal.id);
    if (detail) sums.details.add(detail);
    reasons.push(reason);
  };

  let pipeline: string | null = null;
  let stageOf = stagesOf(pipeline);
  for (const deal of source.deals) {
    all += 1;
    if (deal.source !== null) sources.add(deal.source);
    // Neighbours mostly share a pipeline.
    if (deal.pipeline !== pipeline) {
      pipeline = deal.pipeline;
      stageOf = stagesOf(pipeline);
    }
    const { stage, sums } = stageOf(deal.stage);
    const ownerSums = ownerOf(deal.owner);
    const selected = select(deal, stage, ownerSums.owner);
    if (selected === 'out') continue;
    through += 1;
    if (reasons.length > 0) reasons = [];
    let minor: number | null = null;
    let inCycle = false;

    if (!stage || !sums) leave('stage', deal, deal.stage);
    else if (selected === 'undated') leave('period', deal);
    else {
      const amount = amountOf(deal, stage);
      minor = amount.minor;
      if (amount.problem !== null) leave(amount.problem, deal, amount.problem === 'currency' ? deal.currency : null);
      const { outcome } = stage;
      let weighted = 0;
      if (outcome === 'open') {
        const probability = probabilityOf(deal, stage);
        if (probability === null) leave('probability', deal);
        // Each deal is rounded, not the sum: the total then equals what a person adds up by hand.
        else if (minor !== null) weighted = Math.round(minor * probability);
        add(monthOf(deal.closeDate), minor, weighted);
      } else {
        const days = dayOf(deal.closedOn) - dayOf(deal.startedOn);
        inCycle = days >= 0;
        if (inCycle) cycles[outcome].push(days);
        else leave(days < 0 ? 'cycle' : 'dates', deal);
      }
      add(sums, minor, weighted);
      add(ownerSums[outcome], minor, weighted);
    }
    const placed = stage && selected === 'in' ? stage : undefined;
    see?.({ deal, stage: placed, owner: ownerSums.owner, minor, inCycle, leftOut: reasons });
  }
  return { all, deals: through, stages, months, owners, leftOut, cycles, sources };
}

/** 0..1; null when the deal's own is no probability. */
function probabilityOf(deal: ReportDeal, stage: Stage): number | null {
  if (deal.invalid?.includes('probability')) return null;
  const own = deal.probability;
  if (own === null) return stage.probability;
  return own >= 0 && own <= 1 ? own : null;
}

function add(sums: Sums, minor: number | null, weightedMinor: number): void {
  sums.count += 1;
  if (minor === null) sums.unknown += 1;
  else sums.minor += minor;
  sums.weightedMinor += weightedMinor;
}

/** Several sums as one. */
export function total(parts: readonly Sums[]): Sums {
  return parts.reduce<Sums>(
    (all, { count, minor, weightedMinor, unknown }) => ({
      count: all.count + count,
      minor: all.minor + minor,
      weightedMinor: all.weightedMinor + weightedMinor,
      unknown: all.unknown + unknown,
    }),
    noSums(),
  );
}
