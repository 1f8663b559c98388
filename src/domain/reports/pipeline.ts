// The pipeline report: shapes one tally of the deals into figures and tables. Definitions stand in definitions.ts.
import { minorPerMajor } from '../currency';
import type { Outcome } from '../settings';
import { definitions, type FigureKey } from './definitions';
import { knownSum } from './known';
import { rowsOf } from './rows-behind';
import { setFilters } from './selection';
import { type OwnerSums, type ReportSource, type Sums, type Tally, tally, total } from './tally';
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
    dealsInWorkbook: counted.all,
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

type Major = (minor: number) => number;

function figureValues(counted: Tally, major: Major): { [key in FigureKey]: number | null } {
  const of = (outcome: Outcome) =>
    total(Array.from(counted.stages).flatMap(([stage, sums]) => (stage.outcome === outcome ? [sums] : [])));
  const [open, won, lost] = [of('open'), of('won'), of('lost')];
  const { cycles } = counted;
  const known = (sums: Sums, minor: number) => knownSum(major(minor), sums);
  return {
    open: open.count,
    openValue: known(open, open.minor),
    openUnknown: open.unknown,
    weighted: known(open, open.weightedMinor),
    won: won.count,
    wonValue: known(won, won.minor),
    lost: lost.count,
    lostValue: known(lost, lost.minor),
    winRate: winRate(won.count, lost.count),
    averageWon: average(won, major),
    cycleWonMean: mean(cycles.won),
    cycleWonMedian: median(cycles.won),
    cycleLostMean: mean(cycles.lost),
    cycleLostMedian: median(cycles.lost),
  };
}

function amounts(rows: string, sums: Sums, major: Major) {
  return {
    rows,
    count: sums.count,
    value: major(sums.minor),
    unknown: sums.unknown,
    weighted: major(sums.weightedMinor),
  };
}

function stageLines(counted: Tally, pipeline: string | undefined, major: Major): StageLine[] {
  const wanted = pipeline?.toLowerCase();
  return Array.from(counted.stages)
    .filter(([stage]) => wanted === undefined || stage.pipeline.toLowerCase() === wanted)
    .map(([stage, sums]) => ({
      ...amounts(rowsOf.stage(stage.pipeline, stage.name), sums, major),
      pipeline: stage.pipeline,
      stage: stage.name,
      outcome: stage.outcome,
      probability: stage.probability,
    }));
}

function monthLines(counted: Tally, today: string, major: Major): MonthLine[] {
  const thisMonth = today.slice(0, 7);
  // '~' sorts after every digit: the month without a date comes last.
  return Array.from(counted.months)
    .sort(([a], [b]) => order(a || '~', b || '~'))
    .map(([month, sums]) => ({
      ...amounts(rowsOf.month(month), sums, major),
      month: month || null,
      overdue: month !== '' && month < thisMonth,
    }));
}

function ownerLines(counted: Tally, major: Major): OwnerLine[] {
  return Array.from(counted.owners.values())
    .filter(({ open, won, lost }) => open.count + won.count + lost.count > 0)
    .map((sums) => ownerLine(sums, major))
    .sort((a, b) => b.wonValue - a.wonValue || b.openValue - a.openValue || order(a.name, b.name));
}

function ownerLine({ owner, open, won, lost }: OwnerSums, major: Major): OwnerLine {
  return {
    rows: rowsOf.owner(owner.key),
    owner: owner.key,
    name: owner.name,
    open: open.count,
    openUnknown: open.unknown,
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

/** What some figures do not contain, and why. */
export function leftOutLines(counted: Tally): LeftOut[] {
  const reasons = Object.keys(leftOutTexts) as LeftOutReason[];
  return reasons.flatMap((reason) => {
    const sums = counted.leftOut.get(reason);
    if (!sums) return [];
    const details = Array.from(sums.details).sort(order);
    const { from, text } = leftOutTexts[reason];
    const { count, sample } = sums;
    return [{ rows: rowsOf.leftOut(reason), reason, from, count, message: text(listed(details)), details, sample }];
  });
}

function listed(details: readonly string[]): string {
  const shown = details.slice(0, 5).join(', ');
  return details.length > 5 ? `${shown} and ${details.length - 5} more` : shown;
}

function winRate(won: number, lost: number): number | null {
  return won + lost === 0 ? null : won / (won + lost);
}

function average(sums: Sums, major: Major): number | null {
  const known = sums.count - sums.unknown;
  return known === 0 ? null : major(sums.minor / known);
}

function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function median(numbers: readonly number[]): number | null {
  // A typed array sorts by number, and much faster than with a comparison of our own.
  const sorted = Int32Array.from(numbers).sort();
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
