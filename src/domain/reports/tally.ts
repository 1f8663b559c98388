// One walk over the deals that puts each into the groups it belongs to. Report and `rowsBehind` both come from this
// walk, so the rows shown behind a figure are the very rows it was computed from.
import { converter, toMinor } from '../currency';
import { dayNumber } from '../days';
import type { Settings, Stage } from '../settings';
import { stageFinder } from '../stages';
import { type Owner, ownerFinder, selection } from './selection';
import type { LeftOutReason, ReportDeal, ReportFilters, ReportMember } from './types';

/** What a report is made from. */
export interface ReportSource {
  readonly deals: readonly ReportDeal[];
  readonly settings: Pick<Settings, 'currency' | 'stages' | 'rates'>;
  readonly team: readonly ReportMember[];
  readonly filters: ReportFilters;
  /** `2026-11-23` in the workbook's zone. Open amounts in other currencies are converted at this day's rate. */
  readonly today: string;
}

/** Sums over some deals, in whole minor units of the workbook's currency. */
export interface Group {
  readonly key: string;
  count: number;
  minor: number;
  weightedMinor: number;
  /** Deals of `count` without a usable amount. */
  unknown: number;
  /** Filled only in the group whose rows were asked for. */
  readonly ids: string[] | null;
}

export interface StageGroup extends Group {
  readonly stage: Stage;
}

export interface OwnerGroups {
  readonly owner: Owner;
  readonly all: Group;
  readonly open: Group;
  readonly won: Group;
  readonly lost: Group;
}

export interface LeftOutGroup extends Group {
  readonly reason: LeftOutReason;
  /** Distinct values at fault (stage names, currency codes), as far as there are any. */
  readonly details: Set<string>;
  readonly sample: string[];
}

export interface Tally {
  /** Deals that the filters let through, those in no figure included. */
  deals: number;
  readonly open: Group;
  readonly openKnown: Group;
  readonly openUnknown: Group;
  readonly won: Group;
  readonly wonKnown: Group;
  readonly lost: Group;
  readonly lostKnown: Group;
  readonly closed: Group;
  readonly wonCycle: Group & { readonly days: number[] };
  readonly lostCycle: Group & { readonly days: number[] };
  readonly stages: ReadonlyMap<Stage, StageGroup>;
  /** By `2026-11`; blank: no close date. */
  readonly months: ReadonlyMap<string, Group>;
  readonly owners: ReadonlyMap<string, OwnerGroups>;
  readonly leftOut: ReadonlyMap<LeftOutReason, LeftOutGroup>;
  readonly sources: ReadonlySet<string>;
}

/** Walks the deals once. `collect` names the group whose ids are kept. */
export function tally(source: ReportSource, collect?: string): Tally {
  const { settings, today } = source;
  const findStage = remembered(stageFinder(settings.stages));
  const findOwner = ownerFinder(source.team);
  const select = selection(source.filters, findOwner);
  const convert = converter(settings);
  // A hundred thousand deals share a few thousand days.
  const days = new Map<string, number | null>();
  const dayOf = (day: string) => upsert(days, day, () => dayNumber(day));
  const group = (key: string): Group => ({
    key,
    count: 0,
    minor: 0,
    weightedMinor: 0,
    unknown: 0,
    ids: key === collect ? [] : null,
  });

  const stages = new Map<Stage, StageGroup>(
    settings.stages.map((stage) => [stage, { ...group(`stage:${stage.pipeline}/${stage.name}`), stage }]),
  );
  const months = new Map<string, Group>();
  const owners = new Map<string, OwnerGroups>();
  const leftOut = new Map<LeftOutReason, LeftOutGroup>();
  const sources = new Set<string>();
  const result: Tally = {
    deals: 0,
    open: group('open'),
    openKnown: group('openKnown'),
    openUnknown: group('openUnknown'),
    won: group('won'),
    wonKnown: group('wonKnown'),
    lost: group('lost'),
    lostKnown: group('lostKnown'),
    closed: group('closed'),
    wonCycle: { ...group('wonCycle'), days: [] },
    lostCycle: { ...group('lostCycle'), days: [] },
    stages,
    months,
    owners,
    leftOut,
    sources,
  };

  const leave = (reason: LeftOutReason, deal: ReportDeal, detail?: string | null) => {
    const out = upsert(leftOut, reason, () => ({
      ...group(`leftOut:${reason}`),
      reason,
      details: new Set<string>(),
      sample: [],
    }));
    out.count += 1;
    out.ids?.push(deal.id);
    if (out.sample.length < 20) out.sample.push(deal.id);
    if (detail) out.details.add(detail);
  };

  /** The deal's amount, or null where it is blank or cannot be used (which is noted). */
  const amountOf = (deal: ReportDeal, stage: Stage): number | null => {
    if (deal.invalid?.includes('amount')) {
      leave('amount', deal);
      return null;
    }
    if (deal.amount === null) return null;
    const day = stage.outcome === 'open' ? today : (deal.closedOn ?? today);
    const minor =
      deal.currency === null ? toMinor(deal.amount, settings.currency) : convert(deal.amount, deal.currency, day);
    if (minor === 'noRate') leave('currency', deal, deal.currency);
    else if (minor === null) leave('amount', deal);
    return minor === 'noRate' ? null : minor;
  };

  const probabilityOf = (deal: ReportDeal, stage: Stage): number => {
    const own = deal.probability;
    if (deal.invalid?.includes('probability') || (own !== null && !(own >= 0 && own <= 1))) {
      leave('probability', deal);
      return 0;
    }
    return own ?? stage.probability;
  };

  for (const deal of source.deals) {
    if (deal.source) sources.add(deal.source);
    const stage = findStage(deal.pipeline, deal.stage);
    const owner = findOwner(deal.owner);
    const ownerGroups = upsert(owners, owner.key, () => ({
      owner,
      all: group(`owner:${owner.key}`),
      open: group(`owner:${owner.key}/open`),
      won: group(`owner:${owner.key}/won`),
      lost: group(`owner:${owner.key}/lost`),
    }));
    const selected = select(deal, stage, owner);
    if (selected === 'out') continue;
    result.deals += 1;
    const stageGroup = stage && stages.get(stage);
    if (!stageGroup) {
      leave('stage', deal, deal.stage);
      continue;
    }
    if (selected === 'undated') {
      leave('period', deal);
      continue;
    }
    const minor = amountOf(deal, stage);
    const { outcome } = stage;
    let weighted = 0;
    if (outcome === 'open') {
      // Each deal is rounded, not the sum: the total then equals what a person adds up by hand.
      if (minor !== null) weighted = Math.round(minor * probabilityOf(deal, stage));
      add(result.open, deal, minor, weighted);
      add(minor === null ? result.openUnknown : result.openKnown, deal, minor, weighted);
      const month = deal.closeDate ? deal.closeDate.slice(0, 7) : '';
      add(
        upsert(months, month, () => group(`month:${month}`)),
        deal,
        minor,
        weighted,
      );
    } else {
      add(result[outcome], deal, minor, 0);
      if (minor !== null) add(outcome === 'won' ? result.wonKnown : result.lostKnown, deal, minor, 0);
      add(result.closed, deal, minor, 0);
      const cycle = outcome === 'won' ? result.wonCycle : result.lostCycle;
      const started = deal.startedOn === null ? null : dayOf(deal.startedOn);
      const ended = deal.closedOn === null ? null : dayOf(deal.closedOn);
      if (started === null || ended === null) leave('dates', deal);
      else if (ended < started) leave('cycle', deal);
      else {
        add(cycle, deal, minor, 0);
        cycle.days.push(ended - started);
      }
    }
    add(stageGroup, deal, minor, weighted);
    add(ownerGroups.all, deal, minor, weighted);
    add(ownerGroups[outcome], deal, minor, weighted);
  }
  return result;
}

/** Every group of a tally, in no particular order. */
export function groupsOf(result: Tally): Group[] {
  return [
    result.open,
    result.openKnown,
    result.openUnknown,
    result.won,
    result.wonKnown,
    result.lost,
    result.lostKnown,
    result.closed,
    result.wonCycle,
    result.lostCycle,
    ...result.stages.values(),
    ...result.months.values(),
    ...Array.from(result.owners.values()).flatMap(({ all, open, won, lost }) => [all, open, won, lost]),
    ...result.leftOut.values(),
  ];
}

function add(group: Group, deal: ReportDeal, minor: number | null, weightedMinor: number): void {
  group.count += 1;
  if (minor === null) group.unknown += 1;
  else group.minor += minor;
  group.weightedMinor += weightedMinor;
  group.ids?.push(deal.id);
}

function upsert<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** Deals repeat a handful of stages, so each pair of cells is looked up once. */
function remembered(find: (pipeline: string | null, stage: string | null) => Stage | undefined): typeof find {
  const seen = new Map<string | null, Map<string | null, Stage | undefined>>();
  return (pipeline, stage) => {
    const inPipeline = upsert(seen, pipeline, () => new Map<string | null, Stage | undefined>());
    const found = inPipeline.get(stage);
    if (found !== undefined || inPipeline.has(stage)) return found;
    const looked = find(pipeline, stage);
    inPipeline.set(stage, looked);
    return looked;
  };
}
