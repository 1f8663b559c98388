// A small world around the outbox that can be stopped between any two steps: a register that is durable at once, a tab whose
// writes wait for a flush, and a post box. A stopped run does nothing more, as a killed execution does nothing more.
import type { MessageReference } from '../../src/domain/follow-ups';
import type { Mail } from '../../src/mail/message';
import type { Composed, Entry, OutboxPorts, OutboxRow } from '../../src/mail/outbox-ports';

export class Killed extends Error {}

export class World {
  readonly register = new Map<string, Entry>();
  /** What the tab durably holds. */
  rows: OutboxRow[] = [];
  readonly mails: Mail[] = [];
  readonly errors: unknown[] = [];
  quota = 100;
  nowMs = Date.parse('2026-11-23T08:10:00Z');
  compose: (reference: MessageReference) => Composed = (reference) => ({
    kind: 'mail',
    mail: { to: reference.person, subject: 's', text: 't', html: 'h' },
  });

  /** Ports of one run. It is killed at its `killAt`-th step (1-based), or fails there once when `fails` is set. */
  run(
    options: { killAt?: number; failAt?: number; applied?: number; seconds?: number } = {},
  ): OutboxPorts & { steps: () => number } {
    let step = 0;
    let dead = false;
    let shown: OutboxRow[] = [...this.rows];
    const pending: ((rows: OutboxRow[]) => void)[] = [];
    const apply = (count: number) => {
      for (const write of pending.splice(0, count)) write(this.rows);
      pending.length = 0;
    };
    const at = <T>(work: () => T): T => {
      if (dead) throw new Killed();
      step++;
      if (step === options.killAt) {
        dead = true;
        // What a killed execution had not flushed applies in part, or not at all.
        apply(options.applied ?? 0);
        throw new Killed();
      }
      if (step === options.failAt) throw new Error('Service failed');
      return work();
    };
    const write = (change: (rows: OutboxRow[]) => void) => {
      change(shown);
      pending.push(change);
    };
    return {
      steps: () => step,
      register: {
        load: () => at(() => new Map(this.register)),
        put: (entries) =>
          at(() => {
            for (const [key, entry] of entries) this.register.set(key, entry);
          }),
        forget: (keys) =>
          at(() => {
            for (const key of keys) this.register.delete(key);
          }),
      },
      tab: {
        rows: () =>
          at(() => {
            shown = [...this.rows];
            return [...shown];
          }),
        append: (rows) => {
          if (rows.length > 0) at(() => write((all) => void all.push(...rows)));
        },
        update: (changes) => {
          for (const { index, fields } of changes) {
            at(() =>
              write((all) => {
                const row = all[index];
                if (row) all[index] = { ...row, ...fields };
              }),
            );
          }
        },
        flush: () => at(() => apply(pending.length)),
      },
      now: () => new Date(this.nowMs).toISOString(),
      hasTime: () => this.mails.length < (options.seconds ?? Number.POSITIVE_INFINITY),
      quota: () => at(() => this.quota),
      send: (mail) =>
        at(() => {
          this.mails.push(mail);
          this.quota--;
        }),
      compose: (reference) => this.compose(reference),
      report: (error) => {
        if (error instanceof Killed) throw error;
        this.errors.push(error);
      },
    };
  }

  mailsTo(person: string): number {
    return this.mails.filter((mail) => mail.to === person).length;
  }
}
