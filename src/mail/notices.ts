// What the sidebar should tell about mails and about the runs that send them, from the heartbeat of the last run.
import type { OutboxReport } from './outbox';

/** What the hourly run leaves in `_Meta` under `heartbeat`. */
export interface Heartbeat {
  /** UTC ISO. */
  readonly at: string;
  readonly errors: readonly string[];
  readonly mail: OutboxReport | null;
  /** Cells of the workbook, counted by the first run of a day. */
  readonly cells?: number;
}

export interface MailNotice {
  readonly code: string;
  readonly message: string;
}

/** A run is late when none ended for this long: a trigger that lost its authorisation stops without a word. */
const lateMs = 26 * 3_600_000;

/** Notices for people, most urgent first. `heartbeat` is what `_Meta` holds, null before the first run. */
export function mailNotices(heartbeat: unknown, nowMs: number): MailNotice[] {
  if (typeof heartbeat !== 'object' || heartbeat === null) return [];
  const { at, mail } = heartbeat as Partial<Heartbeat>;
  const notices: MailNotice[] = [];
  if (at !== undefined && nowMs - Date.parse(at) > lateMs) {
    notices.push({
      code: 'hourly-late',
      message:
        'Rowbook’s hourly run has not come for more than a day, so no reminders go out. Choose Rowbook → Set up this workbook to start it again.',
    });
  }
  const open = mail?.toDecide ?? 0;
  if (open > 0) {
    notices.push({
      code: 'mail-to-decide',
      message: `${open === 1 ? '1 mail was' : `${open} mails were`} not sent, or may not have arrived. The Outbox tab says which and why.`,
    });
  }
  if ((mail?.waiting ?? 0) > 0) {
    notices.push({
      code: 'mail-waiting',
      message: 'Some mails wait until the account may send again. They go by themselves.',
    });
  }
  return notices;
}
