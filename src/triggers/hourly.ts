// The one hourly trigger: puts right what an earlier execution left, takes in what people changed, sends what is due, and
// leaves a heartbeat. Each step leaves the workbook consistent, and one that fails does not keep the next from running.
import { sendDigests } from '../mail/digests';
import type { Heartbeat } from '../mail/notices';
import type { OutboxReport } from '../mail/outbox';
import { openWorkbook, type Workbook, withLock, writeMeta } from '../workbook';

/** Google kills an execution after six minutes, and nothing can catch that; this leaves room for a slow last call. */
const timeMs = 4 * 60_000;

/** What a run did, as plain JSON: shown by the local page, ignored by the trigger. */
export interface HourlyResult {
  /** False when another run was under way, which then does the work. */
  ran: boolean;
  mail: OutboxReport | null;
  /** Steps that ended with an error, for the log. */
  errors: string[];
}

/** Runs once an hour: recovers, reconciles, sends reminder digests that are due. */
export function hourly(): HourlyResult {
  // Held to the end of the execution, so that runs never overlap; saves take the document lock and are not kept waiting.
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(500)) return { ran: false, mail: null, errors: [] };
  try {
    return run(openWorkbook(), Date.now());
  } finally {
    lock.releaseLock();
  }
}

function run(workbook: Workbook, startedMs: number): HourlyResult {
  const hasTime = () => Date.now() - startedMs < timeMs;
  const result: HourlyResult = { ran: true, mail: null, errors: [] };
  const step = (name: string, work: () => void) => {
    if (!hasTime()) return;
    try {
      work();
    } catch (error) {
      const message = String((error as { message?: unknown } | null)?.message ?? error);
      console.error(`Hourly run, ${name}: ${message}`);
      result.errors.push(`${name}: ${message}`);
    }
  };
  step('mail', () => {
    result.mail = sendDigests(workbook, hasTime);
  });
  step('heartbeat', () => beat(workbook, result));
  return result;
}

/** One write: when the last run ended, and what went wrong in it. The sidebar and the function's uptime check read it. */
function beat(workbook: Workbook, result: HourlyResult): void {
  withLock(workbook, () => {
    const heartbeat: Heartbeat = { at: workbook.now(), errors: result.errors.slice(0, 5), mail: result.mail };
    writeMeta(workbook, { heartbeat });
  });
}
