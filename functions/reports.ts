// The pipeline report of a workbook: reads what it is made of in one request, and hands it to the domain.
import {
  type PipelineReport,
  pipelineReport,
  type ReportFilters,
  type ReportSource,
  rowsBehind,
} from '../src/domain/reports';
import { type Access, accessOf } from './access';
import { dayInZone } from './clock';
import type { Deadline } from './deadline';
import type { Caller } from './identity';
import { RequestProblem } from './problem';
import { settingFields, settingsOf, teamFields, teamOf } from './records';
import { dealFields, reportDeals } from './report-deals';
import { requireTabs, type Snapshot } from './snapshot';
import type { WorkbookReader } from './workbook-reader';

const request = { columns: { deals: dealFields, team: teamFields, settings: settingFields } };
const mostRows = 500;

export interface MadeReport {
  readonly report: PipelineReport;
  readonly access: Access;
  readonly workbook: Pick<Snapshot, 'title' | 'locale' | 'timeZone' | 'readAt'>;
  readonly rows?: { readonly rows: string; readonly total: number; readonly ids: string[] };
}

export interface ReportWish {
  readonly workbook: string;
  readonly caller: Caller;
  readonly filters: ReportFilters;
  /** A figure whose deals are wanted as well. */
  readonly rows?: string | undefined;
}

/** The report for a member of the team. Throws RequestProblem: no access, not set up, what Google refused. */
export async function makeReport(
  reader: WorkbookReader,
  { workbook, caller, filters, rows }: ReportWish,
  deadline: Deadline,
): Promise<MadeReport> {
  const snapshot = await reader.read(workbook, request, { deadline });
  requireTabs(snapshot, ['team']);
  const team = teamOf(snapshot);
  const access = accessOf(caller, team);
  requireTabs(snapshot, ['deals', 'settings']);
  const columns = snapshot.columns('deals');
  const source: ReportSource = {
    deals: columns ? reportDeals(columns) : [],
    settings: settingsOf(snapshot),
    team,
    filters,
    today: dayInZone(snapshot.readAt, snapshot.timeZone),
  };
  const report = pipelineReport(source);
  const { title, locale, timeZone, readAt } = snapshot;
  return {
    report,
    access,
    workbook: { title, locale, timeZone, readAt },
    ...(rows === undefined || rows === '' ? {} : { rows: rowsOf(source, rows) }),
  };
}

function rowsOf(source: ReportSource, rows: string): { rows: string; total: number; ids: string[] } {
  const ids = rowsBehind(source, rows);
  if (!ids) throw new RequestProblem(422, 'unknown-figure', `The report has no figure “${rows}”.`, { field: 'rows' });
  return { rows, total: ids.length, ids: ids.slice(0, mostRows) };
}
