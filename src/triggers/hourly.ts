// The one hourly trigger: puts right what an earlier execution left, sends what is due, goes on with long work, and leaves a
// heartbeat. Each step leaves the workbook consistent, and one that fails does not keep the next from running.
import type { Task } from '../domain/schema';
import { type TableReader, tableReader } from '../mail/digest-desk';
import { sendDigests } from '../mail/digests';
import type { Heartbeat } from '../mail/notices';
import type { OutboxReport } from '../mail/outbox';
import { functionNews } from '../remote';
import {
  countCells,
  guardTabs,
  isSetUp,
  openWorkbook,
  packHistory,
  readMeta,
  reconcileDue,
  recover,
  resumeImport,
  summaryOf,
  tidyJournal,
  type Workbook,
  withLock,
  writeMeta,
} from '../workbook';

/** Google kills an execution after six minutes, and nothing can catch that; this leaves room for a slow last call. */
const timeMs = 4 * 60_000;

/** What a run did, as plain JSON: shown by the local page, ignored by the trigger. */
export interface HourlyResult {
  /** False when another run was under way, which then does the work, or when the workbook is not set up. */
  ran: boolean;
  mail: OutboxReport | null;
  /** Steps that ended with an error, for the log. */
  errors: string[];
}

/** Does what is due: recovers, sends reminder digests, goes on with an import, leaves a heartbeat. */
export function hourly(): HourlyResult {
  // Held to the end of the execution, so that runs never overlap; saves take the document lock and are not kept waiting.
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(500)) return { ran: false, mail: null, errors: [] };
  try {
    const workbook = openWorkbook();
    return isSetUp(workbook) ? run(workbook, Date.now()) : { ran: false, mail: null, errors: [] };
  } finally {
    lock.releaseLock();
  }
}

function run(workbook: Workbook, startedMs: number): HourlyResult {
  const hasTime = () => Date.now() - startedMs < timeMs;
  // A tab with thousands of pasted rows takes several runs; the day's mails do not wait for it.
  const hasTimeForGrid = () => Date.now() - startedMs < timeMs / 2;
  const tables = tableReader(workbook);
  const result: HourlyResult = { ran: true, mail: null, errors: [] };
  const step = (name: string, work: () => void) => {
    try {
      work();
    } catch (error) {
      const message = String((error as { message?: unknown } | null)?.message ?? error);
      console.error(`Hourly run, ${name}: ${message}`);
      result.errors.push(`${name}: ${message}`);
    }
  };
  step('recovery', () =>
    withLock(workbook, () => {
      step('protections', () => guardTabs(workbook));
      recover(workbook);
      tidyJournal(workbook);
    }),
  );
  step('grid', () => reconcileDue(workbook, hasTimeForGrid));
  step('summary', () => summarize(workbook, tables));
  step('mail', () => {
    result.mail = sendDigests(workbook, tables, hasTime);
  });
  step('history', () => packHistory(workbook, hasTime));
  step('import', () => {
    if (hasTime()) resumeImport(workbook, hasTime);
  });
  step('heartbeat', () => beat(workbook, result));
  return result;
}

/** The first run of a day takes the follow-up counts anew: commits keep them, but only some weeks ahead. */
function summarize(workbook: Workbook, tables: TableReader): void {
  if (!isFirstOfDay(workbook)) return;
  withLock(workbook, () => {
    const tasks = tables('tasks').records.map((stored) => stored.fields as Task);
    writeMeta(workbook, { summary: summaryOf(tasks, workbook.today()) });
  });
}

function isFirstOfDay(workbook: Workbook): boolean {
  const last = readMeta(workbook, 'heartbeat') as Heartbeat | null;
  return !last || workbook.format(Date.parse(last.at), workbook.timeZone, 'yyyy-MM-dd') !== workbook.today();
}

/** One write: when the last run ended, and what went wrong in it. The sidebar and the function's uptime check read it. */
function beat(workbook: Workbook, result: HourlyResult): void {
  const news = functionNews(workbook);
  const last = readMeta(workbook, 'heartbeat') as Heartbeat | null;
  const cells = last && isFirstOfDay(workbook) ? countCells(workbook) : last?.cells;
  withLock(workbook, () => {
    const heartbeat: Heartbeat = {
      at: workbook.now(),
      errors: result.errors.slice(0, 5),
      mail: result.mail,
      ...(cells === undefined ? {} : { cells }),
    };
    writeMeta(workbook, { heartbeat, ...news });
  });
}
