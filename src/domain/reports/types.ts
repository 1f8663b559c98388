// The shapes of reports: what a host hands in, what comes out. Plain JSON, so that they cross to sidebar, page and API as they are.
import type { Deal, Member } from '../schema';
import type { FigureKey, Unit } from './definitions';

/** Days are inclusive, `2026-11-23`. A filter left out (or blank) lets everything through. */
export interface ReportFilters {
  /** Open deals by their expected close date, won and lost ones by the day they closed. */
  from?: string;
  to?: string;
  /** Email of a team member, or their name where they have none; `-` means deals without an owner. */
  owner?: string;
  /** Value of the Team column in the Team tab. */
  team?: string;
  pipeline?: string;
  source?: string;
}

/** The fields of a deal that the pipeline report reads. */
export type ReportDeal = Pick<
  Deal,
  | 'id'
  | 'pipeline'
  | 'stage'
  | 'amount'
  | 'currency'
  | 'probability'
  | 'source'
  | 'owner'
  | 'startedOn'
  | 'closeDate'
  | 'closedOn'
> & {
  /** Keys of fields whose cell holds something that is not a value of the field; the field itself is null then. */
  readonly invalid?: readonly string[];
};

export type ReportMember = Pick<Member, 'email' | 'name' | 'team'>;

/** One number of the report with what it means. `value` is null when there is nothing to compute it from. */
export interface Figure {
  key: FigureKey;
  name: string;
  definition: string;
  unit: Unit;
  value: number | null;
}

/** Deals of one group. Money is in major units of the report's currency. */
export interface Amounts {
  /** Names the group for `rowsBehind`, e.g. `stage:Sales/Won`. */
  rows: string;
  count: number;
  /** Sum of the known amounts. */
  value: number;
  /** Deals of `count` whose amount is blank (unknown, not zero) or left out: `value` knows nothing of them. */
  unknown: number;
}

export interface StageLine extends Amounts {
  pipeline: string;
  stage: string;
  outcome: 'open' | 'won' | 'lost';
  /** 0..1, the stage's own; deals may carry another. */
  probability: number;
  /** Value times probability, open stages only (0 otherwise). */
  weighted: number;
}

/** Open deals by the month of their expected close date. */
export interface MonthLine extends Amounts {
  /** `2026-11`; null: no close date. */
  month: string | null;
  weighted: number;
  /** The month lies before today's: these should have closed. */
  overdue: boolean;
}

export interface OwnerLine {
  rows: string;
  /** As in the deals' Owner cells; blank for deals without one. */
  owner: string;
  name: string;
  open: number;
  /** Deals of `open` without a known amount: `openValue` and `weighted` know nothing of them. */
  openUnknown: number;
  openValue: number;
  weighted: number;
  won: number;
  lost: number;
  wonValue: number;
  winRate: number | null;
  averageWon: number | null;
}

/** Deals, or their amounts, that some figures do not contain, and why. */
export interface LeftOut {
  rows: string;
  reason: LeftOutReason;
  /** `deals`: in no figure; `values`: counted, but in no sum of money; `weighted`, `cycle`: not in those only. */
  from: 'deals' | 'values' | 'weighted' | 'cycle';
  count: number;
  /** For people, with what to do. */
  message: string;
  /** What stands behind the reason, e.g. the currency codes without a rate. */
  details: string[];
  /** At most 20 ids; all of them through `rowsBehind`. */
  sample: string[];
}

export type LeftOutReason = 'stage' | 'period' | 'amount' | 'currency' | 'probability' | 'dates' | 'cycle';

export interface PipelineReport {
  name: 'pipeline';
  title: string;
  /** The day it was made for, in the workbook's zone. */
  today: string;
  /** ISO 4217 code of every amount in the report. */
  currency: string;
  /** Only those that are set. */
  filters: ReportFilters;
  /** Deals in the workbook, and those that the filters let through. */
  dealsInWorkbook: number;
  deals: number;
  /** The headline figures, in the catalogue's order. */
  figures: Figure[];
  /** Every stage of the settings in their order, empty ones too. */
  stages: StageLine[];
  /** Months in order, the one without a date last. */
  forecast: MonthLine[];
  /** Highest won value first. */
  owners: OwnerLine[];
  leftOut: LeftOut[];
  /** What each filter could be set to. */
  choices: {
    owners: { owner: string; name: string }[];
    teams: string[];
    pipelines: string[];
    sources: string[];
  };
}
