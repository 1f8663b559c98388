// Reports inside the workbook, without the cloud function: the same figures by the same code.
import { isDay } from '../domain/days';
import {
  pipelineReport,
  type ReportDeal,
  type ReportFilters,
  type ReportSource,
  rowsBehind,
  setFilters,
} from '../domain/reports';
import type { Deal } from '../domain/schema';
import { readSettings, readTable, readTeam, type StoredRecord, type Workbook } from '../workbook';
import type { Caller } from './caller';
import type { ReportInput, ReportResult } from './contract';
import { badInput } from './reply';

/** Ids that an answer holds at most; `total` says how many there are. */
const mostIds = 500;

/** The pipeline report of this workbook (1 read each of Deals, Team and Settings). Throws `bad-input`. */
export function reportOf({ workbook }: Caller, input: ReportInput): ReportResult {
  const source = sourceOf(workbook, readFilters(input));
  const report = { ...pipelineReport(source), locale: workbook.locale };
  if (!input.rows) return report;
  const ids = rowsBehind(source, input.rows);
  if (!ids) throw badInput(`The report has no figure “${input.rows}”.`);
  return { ...report, rows: { rows: input.rows, total: ids.length, ids: ids.slice(0, mostIds) } };
}

/** The filters as a client sent them, blanks left out. Throws `bad-input` for an unknown report and for days that are none. */
export function readFilters(input: ReportInput): ReportFilters {
  const { name, filters } = input ?? {};
  if (name !== 'pipeline') throw badInput(`There is no report “${String(name)}”. There is “pipeline”.`);
  const texts: { [key: string]: string } = {};
  for (const [key, value] of Object.entries(filters ?? {})) {
    if (typeof value === 'string') texts[key] = value;
  }
  const set = setFilters(texts);
  for (const day of [set.from, set.to]) {
    if (day !== undefined && !isDay(day)) throw badInput(`“${day}” is no day like 2026-11-23.`);
  }
  if (set.from && set.to && set.from > set.to) throw badInput('The period ends before it begins.');
  return set;
}

function sourceOf(workbook: Workbook, filters: ReportFilters): ReportSource {
  return {
    deals: readTable(workbook, 'deals').records.map(dealOf),
    settings: readSettings(workbook),
    team: readTeam(workbook).members,
    filters,
    today: workbook.today(),
  };
}

/** What could not be read is blank in `fields`; stage, pipeline and owner count by what the cell says all the same. */
export function dealOf({ id, row, fields, raw }: StoredRecord): ReportDeal {
  const deal = fields as Deal;
  const text = (key: 'pipeline' | 'stage' | 'currency' | 'owner') =>
    deal[key] ?? (key in raw ? String(raw[key]) : null);
  return {
    id: id || `row ${row}`,
    pipeline: text('pipeline'),
    stage: text('stage'),
    amount: deal.amount,
    currency: text('currency'),
    probability: deal.probability,
    source: deal.source,
    owner: text('owner'),
    startedOn: deal.startedOn,
    closeDate: deal.closeDate,
    closedOn: deal.closedOn,
    invalid: Object.keys(raw),
  };
}
