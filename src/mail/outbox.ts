// Sends each message exactly once, or lists it as unknown (DESIGN.md invariant 6). No service is named here: what remembers,
// shows and sends comes in as ports, so that a test can stop it between any two steps.
//
// Two places know a message. The register (document properties) is Rowbook's own memory: nobody can type into it, and it alone
// decides. The Outbox tab shows the same to people; a row there that the register does not know was not queued by Rowbook and
// is never sent. Both hold references only; text and recipient are made at the moment of sending.
import { type MessageReference, messageKey, parseMessageKey } from '../domain/follow-ups';
import type { Mail } from './message';
import type { Composed, Entry, MessageState, OutboxPorts, OutboxRow } from './outbox-ports';

export interface OutboxReport {
  sent: number;
  skipped: number;
  failed: number;
  unknown: number;
  /** Messages that wait: for quota, for time, for their day. */
  waiting: number;
  /** Rows that Rowbook did not queue. */
  foreign: number;
  /** Failed and unknown messages of the last days whose row still stands in the tab: a person has to look at them. */
  toDecide: number;
}

/** Which messages are due; what the outbox knows already (by key) need not be looked into again. */
export type DueNow = (known: (key: string) => boolean) => readonly MessageReference[];

const finals: readonly string[] = ['sent', 'skipped', 'failed', 'unknown'];

/** How long the register remembers what is done; longer than any date lasts somewhere on earth. */
const rememberDays = { settled: 3, open: 7 };

const unknownReason = 'The run ended while sending. It may have arrived; it is not sent again.';
export const foreignReason = 'Rowbook did not queue this row. It is never sent.';

/**
 * One run: settles what an earlier run left, queues what is due, sends what is queued. At most one run at a time, which the
 * caller sees to (a lock held to the end of the run): a message found in "sending" then belongs to a run that is dead.
 */
export function runOutbox(dueNow: DueNow, ports: OutboxPorts, maySend: boolean): OutboxReport {
  const run = new OutboxRun(ports);
  run.settle();
  if (maySend) run.plan(dueNow);
  run.show();
  if (maySend) run.sendQueued();
  run.forgetOld();
  run.countOpen();
  return run.report;
}

class OutboxRun {
  readonly report: OutboxReport = { sent: 0, skipped: 0, failed: 0, unknown: 0, waiting: 0, foreign: 0, toDecide: 0 };
  private readonly entries: Map<string, Entry>;
  /** Where the row of a key stands in the tab's list; the first of several. */
  private readonly places = new Map<string, number>();

  constructor(private readonly ports: OutboxPorts) {
    this.entries = ports.register.load();
  }

  /** What a dead run left in "sending" is unknown from now on. */
  settle(): void {
    const found = new Map<string, Entry>();
    for (const [key, entry] of this.entries) {
      if (entry.state === 'sending') found.set(key, this.changed(entry, 'unknown', unknownReason));
    }
    this.report.unknown += found.size;
    this.put(found);
  }

  /** Registers what is due and not known yet. */
  plan(dueNow: DueNow): void {
    const now = this.ports.now();
    const fresh = new Map<string, Entry>();
    const isKnown = this.knowledge();
    for (const reference of dueNow(isKnown)) {
      const key = messageKey(reference);
      if (!isKnown(key)) fresh.set(key, { state: 'planned', reason: '', planned: now, changed: now });
    }
    this.put(fresh);
  }

  /**
   * Which messages are known by now. A person's days only go forward: what is known of a later one says that an earlier one is
   * over, also where the register has forgotten it and a clock was set back.
   */
  private knowledge(): (key: string) => boolean {
    const latest = this.latestDates();
    return (key) => {
      const reference = parseMessageKey(key);
      return (
        this.entries.has(key) || (reference !== null && reference.localDate < (latest.get(seriesOf(reference)) ?? ''))
      );
    };
  }

  /** The latest date that the register knows of each series of messages. */
  private latestDates(): Map<string, string> {
    const latest = new Map<string, string>();
    for (const key of this.entries.keys()) {
      const reference = parseMessageKey(key);
      if (!reference) continue;
      const series = seriesOf(reference);
      if (reference.localDate > (latest.get(series) ?? '')) latest.set(series, reference.localDate);
    }
    return latest;
  }

  /** Makes the tab say what the register knows, marks rows that are not Rowbook's, then releases what was planned. */
  show(): void {
    const rows = this.ports.tab.rows();
    const changes: { index: number; fields: Partial<OutboxRow> }[] = [];
    rows.forEach((row, index) => {
      const entry = this.entries.get(row.key);
      if (entry && !this.places.has(row.key)) {
        this.places.set(row.key, index);
        const fields = differing(row, rowOf(row.key, entry));
        if (Object.keys(fields).length > 0) changes.push({ index, fields });
      } else if (row.key !== '' || row.state !== '') {
        // Old rows whose message is settled and forgotten stay as they are, unless someone sets them back.
        if (finals.includes(row.state) && !entry) return;
        if (row.state === 'skipped' && row.reason.startsWith(foreignReason)) return;
        const typed = row.state === '' ? '' : ` (State said “${row.state.slice(0, 40)}”.)`;
        const fields = { state: 'skipped', reason: foreignReason + typed, changed: this.ports.now() };
        changes.push({ index, fields });
        this.report.foreign++;
      }
    });
    const missing = [...this.entries].filter(([key, entry]) => !finals.includes(entry.state) && !this.places.has(key));
    this.ports.tab.append(missing.map(([key, entry]) => rowOf(key, entry)));
    missing.forEach(([key], offset) => {
      this.places.set(key, rows.length + offset);
    });
    this.ports.tab.update(changes);
    const planned = [...this.entries].filter(([, entry]) => entry.state === 'planned');
    if (missing.length + changes.length > 0) this.ports.tab.flush();
    this.put(new Map(planned.map(([key, entry]) => [key, this.changed(entry, 'queued', '')])));
  }

  /** Sends what is queued, oldest first, one by one. */
  sendQueued(): void {
    let quota: number | null = null;
    const queued = [...this.entries]
      .filter(([, entry]) => entry.state === 'queued')
      .sort(([, a], [, b]) => (a.planned < b.planned ? -1 : a.planned > b.planned ? 1 : 0));
    for (const [key, entry] of queued) {
      if (!this.ports.hasTime()) {
        this.report.waiting++;
        continue;
      }
      try {
        const reference = parseMessageKey(key);
        const composed: Composed = reference
          ? this.ports.compose(reference)
          : { kind: 'failed', reason: 'The key names no message.' };
        if (composed.kind === 'wait') {
          this.report.waiting++;
        } else if (composed.kind !== 'mail') {
          this.move(key, this.changed(entry, composed.kind, composed.reason));
          this.report[composed.kind]++;
        } else {
          quota ??= this.ports.quota();
          if (quota > 0) {
            quota--;
            this.sendOne(key, entry, composed.mail);
          } else {
            this.report.waiting++;
            this.tellWaiting(key, entry);
          }
        }
      } catch (error) {
        this.ports.report(error);
      }
    }
    if (queued.length > 0) this.ports.tab.flush();
  }

  /** "sending" is durable in both places before the mail leaves, so that whatever comes between can never send it twice. */
  private sendOne(key: string, entry: Entry, mail: Mail): void {
    try {
      this.move(key, this.changed(entry, 'sending', ''));
      this.ports.tab.flush();
    } catch (error) {
      // Nothing has left yet, so it may wait for the next run.
      this.move(key, this.changed(entry, 'queued', ''));
      throw error;
    }
    try {
      this.ports.send(mail);
    } catch (error) {
      // Whether a refused call sent the mail or not, nobody can tell from here (there is no message id and no dry run).
      this.report.unknown++;
      this.move(key, this.changed(entry, 'unknown', `Sending ended with an error: ${messageOf(error)}`));
      return;
    }
    this.report.sent++;
    this.move(key, this.changed(entry, 'sent', ''));
  }

  private tellWaiting(key: string, entry: Entry): void {
    const reason = 'Waits: the account’s mails for today are used up.';
    if (entry.reason !== reason) this.move(key, this.changed(entry, 'queued', reason));
  }

  /** The register first: it decides, the tab shows. */
  private move(key: string, entry: Entry): void {
    this.put(new Map([[key, entry]]));
    const index = this.places.get(key);
    if (index !== undefined) this.ports.tab.update([{ index, fields: shownAs(entry) }]);
  }

  private put(entries: ReadonlyMap<string, Entry>): void {
    if (entries.size === 0) return;
    this.ports.register.put(entries);
    for (const [key, entry] of entries) this.entries.set(key, entry);
  }

  private changed(entry: Entry, state: MessageState, reason: string): Entry {
    return { ...entry, state, reason, changed: this.ports.now() };
  }

  /** Forgets settled messages whose date is long over everywhere; of each series the latest stays. */
  forgetOld(): void {
    const latest = this.latestDates();
    const isLatest = (key: string) => {
      const reference = parseMessageKey(key);
      return reference !== null && latest.get(seriesOf(reference)) === reference.localDate;
    };
    const ageMs = (entry: Entry) => Date.parse(this.ports.now()) - Date.parse(entry.changed);
    const old = [...this.entries].filter(([key, entry]) => {
      if (isLatest(key)) return false;
      if (entry.state === 'sent' || entry.state === 'skipped') return ageMs(entry) > rememberDays.settled * 86_400_000;
      return finals.includes(entry.state) && ageMs(entry) > rememberDays.open * 86_400_000;
    });
    if (old.length > 0) this.ports.register.forget(old.map(([key]) => key));
    for (const [key] of old) this.entries.delete(key);
  }

  countOpen(): void {
    const open = [...this.entries].filter(
      ([key, { state }]) => (state === 'unknown' || state === 'failed') && this.places.has(key),
    );
    this.report.toDecide = open.length;
  }
}

/** Messages of one kind to one person about one record: at most one for each date, in the order of the dates. */
function seriesOf({ kind, person, record }: MessageReference): string {
  return messageKey({ kind, person, record, localDate: '' });
}

/** The fields of a row that say something else than the register: typed over, or half written by a run that died. */
function differing(row: OutboxRow, right: OutboxRow): Partial<OutboxRow> {
  return Object.fromEntries(Object.entries(right).filter(([field, text]) => row[field as keyof OutboxRow] !== text));
}

/** The tab does not tell "planned" from "queued": the row is there, so it is queued. */
function shownAs(entry: Entry): { state: string; reason: string; changed: string } {
  return { state: entry.state === 'planned' ? 'queued' : entry.state, reason: entry.reason, changed: entry.changed };
}

function rowOf(key: string, entry: Entry): OutboxRow {
  const reference = parseMessageKey(key);
  return {
    key,
    kind: reference?.kind ?? '',
    person: reference?.person ?? '',
    record: reference?.record ?? '',
    localDate: reference?.localDate ?? '',
    planned: entry.planned,
    ...shownAs(entry),
  };
}

function messageOf(error: unknown): string {
  // Errors from another realm fail instanceof (APPS_SCRIPT.md 7, trap 22).
  return String((error as { message?: unknown } | null)?.message ?? error).slice(0, 200);
}
