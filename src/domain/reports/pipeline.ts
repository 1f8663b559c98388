// The pipeline report: shapes one tally of the deals into figures and tables. Definitions stand in definitions.ts.
import { minorPerMajor } from '../currency';
import { definitions, type FigureKey } from './definitions';
import { setFilters } from './selection';
import {
  type Group,
  groupsOf,
  type LeftOutGroup,
  type OwnerGroups,
  type ReportSource,
  type Tally,
  tally,
} from './tally';
import type { LeftOut, LeftOutReason, MonthLine, OwnerLine, PipelineReport, StageLine } from './types';

/** The whole report. Money is in major units of the workbook's currency; a figure with nothing behind it is null. */
export function pipelineReport(source: ReportSource): PipelineReport {
  const counted = tally(source);
  const { settings, today, team } = source;
  const filters = setFilters(source.filters);
  const major = (minor: number) => minor / minorPerMajor(settings.currency);
  const values = figureValues(counted, major);
  return {
    name: 'pipeline',
    title: 'Pipeline report',
    today,
    currency: settings.currency,
    filters,
    dealsInWorkbook: source.deals.length,
    deals: counted.deals,
    figures: definitions.map((definition) => ({ ...definition, value: values[definition.key] })),
    stages: stageLines(counted, filters.pipeline, major),
    forecast: monthLines(counted, today, major),
    owners: ownerLines(counted, major),
    leftOut: leftOutLines(counted),
    choices: {
      owners: Array.from(counted.owners.values(), ({ owner }) => ({ owner: owner.key, name: owner.name }))
        .filter(({ owner }) => owner !== '')
        .sort((a, b) => order(a.name, b.name)),
      teams: distinct(team.map((member) => member.team)),
      pipelines: Array.from(new Set(settings.stages.map((stage) => stage.pipeline))),
      sources: distinct(Array.from(counted.sources)),
    },
  };
}

/** Value of one headline figure; null when there is nothing to compute it from. */
export function figureValue(report: PipelineReport, key: FigureKey): number | null {
  return report.figures.find((figure) => figure.key === key)?.value ?? null;
}

/** The group of deals behind each headline figure. */
const groupBehind: { readonly [key in FigureKey]: string } = {
  open: 'open',
  openValue: 'openKnown',
  openUnknown: 'openUnknown',
  weighted: 'openKnown',
  won: 'won',
  wonValue: 'wonKnown',
  lost: 'lost',
  lostValue: 'lostKnown',
  winRate: 'closed',
  averageWon: 'wonKnown',
  cycleWonMean: 'wonCycle',
  cycleWonMedian: 'wonCycle',
  cycleLostMean: 'lostCycle',
  cycleLostMedian: 'lostCycle',
};

/**
 * Ids of the deals that a figure was computed from, in the order of `source.deals`. `figure` is a figure's key or the
 * `rows` of a line; null when the report has no such figure.
 */
export function rowsBehind(source: ReportSource, figure: string): string[] | null {
  const key = definitions.some((definition) => definition.key === figure) ? groupBehind[figure as FigureKey] : figure;
  return groupsOf(tally(source, key)).find((group) => group.key === key)?.ids ?? null;
}

type Major = (minor: number) => number;

function figureValues(counted: Tally, major: Major): { [key in FigureKey]: number | null } {
  const { open, won, lost, wonKnown, wonCycle, lostCycle } = counted;
  return {
    open: open.count,
    openValue: major(open.minor),
    openUnknown: open.unknown,
    weighted: major(open.weightedMinor),
    won: won.count,
    wonValue: major(won.minor),
    lost: lost.count,
    lostValue: major(lost.minor),
    winRate: winRate(won.count, lost.count),
    averageWon: average(wonKnown, major),
    cycleWonMean: mean(wonCycle.days),
    cycleWonMedian: median(wonCycle.days),
    cycleLostMean: mean(lostCycle.days),
    cycleLostMedian: median(lostCycle.days),
  };
}

function stageLines(counted: Tally, pipeline: string | undefined, major: Major): StageLine[] {
  const wanted = pipeline?.toLowerCase();
  return Array.from(counted.stages.values())
    .filter(({ stage }) => wanted === undefined || stage.pipeline.toLowerCase() === wanted)
    .map((group) => ({
      rows: group.key,
      pipeline: group.stage.pipeline,
      stage: group.stage.name,
      outcome: group.stage.outcome,
      probability: group.stage.probability,
      count: group.count,
      value: major(group.minor),
      unknown: group.unknown,
      weighted: major(group.weightedMinor),
    }));
}

function monthLines(counted: Tally, today: string, major: Major): MonthLine[] {
  const thisMonth = today.slice(0, 7);
  // '~' sorts after every digit: the month without a date comes last.
  return Array.from(counted.months)
    .sort(([a], [b]) => order(a || '~', b || '~'))
    .map(([month, group]) => ({
      rows: group.key,
      month: month || null,
      overdue: month !== '' && month < thisMonth,
      count: group.count,
      value: major(group.minor),
      unknown: group.unknown,
      weighted: major(group.weightedMinor),
    }));
}

function ownerLines(counted: Tally, major: Major): OwnerLine[] {
  return Array.from(counted.owners.values())
    .filter(({ all }) => all.count > 0)
    .map((groups) => ownerLine(groups, major))
    .sort((a, b) => b.wonValue - a.wonValue || b.openValue - a.openValue || order(a.name, b.name));
}

function ownerLine({ owner, all, open, won, lost }: OwnerGroups, major: Major): OwnerLine {
  return {
    rows: all.key,
    owner: owner.key,
    name: owner.name,
    open: open.count,
    openValue: major(open.minor),
    weighted: major(open.weightedMinor),
    won: won.count,
    lost: lost.count,
    wonValue: major(won.minor),
    winRate: winRate(won.count, lost.count),
    averageWon: average(won, major),
  };
}

const leftOutTexts: {
  readonly [reason in LeftOutReason]: { readonly from: LeftOut['from']; text(details: string): string };
} = {
  stage: {
    from: 'deals',
    text: (details) =>
      `In no figure: the stage is blank or not among the stages of Settings${details && ` (${details})`}. Correct the deal, or add the stage.`,
  },
  period: {
    from: 'deals',
    text: () =>
      'In no figure: a period is chosen, and the deal has no day to place it by (Close date while open, else Closed on).',
  },
  amount: {
    from: 'values',
    text: () => 'Counted, but in no sum: the Amount is not a number that can be summed. Correct the cell.',
  },
  currency: {
    from: 'values',
    text: (details) =>
      `Counted, but in no sum: Settings has no rate for that day for ${details}. Add a Currency row there.`,
  },
  probability: {
    from: 'weighted',
    text: () => 'Not in the weighted forecast: the Probability is not between 0% and 100%. Correct the cell.',
  },
  dates: {
    from: 'cycle',
    text: () => 'Not in the sales cycle: Started on or Closed on is blank or no date.',
  },
  cycle: {
    from: 'cycle',
    text: () => 'Not in the sales cycle: closed before it started. Correct one of the dates.',
  },
};

function leftOutLines(counted: Tally): LeftOut[] {
  const reasons = Object.keys(leftOutTexts) as LeftOutReason[];
  return reasons
    .map((reason) => counted.leftOut.get(reason))
    .filter((group): group is LeftOutGroup => group !== undefined)
    .map((group) => {
      const details = Array.from(group.details).sort(order);
      const { from, text } = leftOutTexts[group.reason];
      return {
        rows: group.key,
        reason: group.reason,
        from,
        count: group.count,
        message: text(listed(details)),
        details,
        sample: group.sample,
      };
    });
}

function listed(details: readonly string[]): string {
  const shown = details.slice(0, 5).join(', ');
  return details.length > 5 ? `${shown} and ${details.length - 5} more` : shown;
}

function winRate(won: number, lost: number): number | null {
  return won + lost === 0 ? null : won / (won + lost);
}

function average(group: Group, major: Major): number | null {
  const known = group.count - group.unknown;
  return known === 0 ? null : major(group.minor / known);
}

function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  const lower = sorted[half - 1];
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

function distinct(texts: readonly (string | null)[]): string[] {
  return Array.from(new Set(texts.filter((text): text is string => text !== null && text !== ''))).sort(order);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
