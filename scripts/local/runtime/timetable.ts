// Moves time and fires what becomes due: people's moves of the clock, and real time as it passes.
import type { Host } from './host';
import type { StoredTrigger } from './triggers';

/** Longest wait until the real-time timer looks again. */
const timerStepMs = 60_000;

export class Timetable {
  private timer: NodeJS.Timeout | null = null;
  private work: Promise<void> = Promise.resolve();
  private closed = false;

  /** `fire` resolves when the trigger's execution has ended. `realTime`: due triggers fire by themselves. */
  constructor(
    private readonly host: Host,
    private readonly realTime: boolean,
    private readonly fire: (trigger: StoredTrigger, due: number) => Promise<unknown>,
  ) {
    this.schedule();
  }

  /** Moves the clock. Forwards, every trigger fires at each of its due times, in order; backwards, none does. */
  setClock(to: { now: number } | { advanceMs: number }): Promise<void> {
    return this.inOrder(async () => {
      const { clock, triggers } = this.host;
      const target = 'now' in to ? to.now : clock.now() + to.advanceMs;
      if (target < clock.now()) {
        clock.set(target);
        triggers.reschedule(target);
      } else {
        await this.fireDue(target, true);
        clock.atLeast(target);
      }
    });
  }

  /** To be called when triggers come or go. */
  schedule(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const due = this.host.triggers.nextDueTime();
    if (!this.realTime || this.closed || due === null) return;
    const wait = Math.min(Math.max(due - this.host.clock.now(), 0), timerStepMs);
    this.timer = setTimeout(() => {
      this.inOrder(() => this.fireDue(this.host.clock.now(), false)).catch((error: unknown) =>
        console.error('A time trigger could not be fired:', error),
      );
    }, wait);
    this.timer.unref();
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.work;
  }

  /** Fires what is due up to `until`, one after the other. `each`: every missed time counts, not only one per trigger. */
  private async fireDue(until: number, each: boolean): Promise<void> {
    const { clock, triggers } = this.host;
    for (let trigger = triggers.firstDue(until); trigger && !this.closed; trigger = triggers.firstDue(until)) {
      const due = trigger.due ?? until;
      clock.atLeast(due);
      triggers.fired(trigger, each ? due : until);
      await this.fire(trigger, due);
    }
  }

  private inOrder(work: () => Promise<void>): Promise<void> {
    const done = this.work.then(work);
    this.work = done.catch(() => undefined).then(() => this.schedule());
    return done;
  }
}
