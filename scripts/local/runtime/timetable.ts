// Moves time and fires what becomes due: people's moves of the clock, and real time as it passes.
import type { Host } from './host';
import type { StoredTrigger } from './triggers';
import type { ClockMove } from './types';

/** Runs that one move of the clock carries out, a hundred days of hours: whoever moves it waits for them. */
const mostRuns = 2_400;

/** A move of the clock that is refused; the message is for people. Nothing has moved. */
export class ClockMoveError extends Error {
  override readonly name = 'ClockMoveError';
}

/** Longest wait until the real-time timer looks again. */
const timerStepMs = 60_000;

export class Timetable {
  private timer: NodeJS.Timeout | null = null;
  private work: Promise<void> = Promise.resolve();
  private closed = false;

  /**
   * `fire` resolves when the trigger's execution has ended: with false when it was killed. `realTime`: due triggers fire
   * by themselves.
   */
  constructor(
    private readonly host: Host,
    private readonly realTime: boolean,
    private readonly fire: (trigger: StoredTrigger, due: number) => Promise<boolean>,
  ) {
    this.schedule();
  }

  /**
   * Moves the clock. Forwards, triggers fire as `missed` says; backwards, none does. Throws `ClockMoveError` before
   * anything happens when too many runs would be due.
   */
  setClock(to: ClockMove | { advanceMs: number }): Promise<void> {
    return this.inOrder(async () => {
      const { clock, triggers } = this.host;
      const target = 'now' in to ? to.now : clock.now() + to.advanceMs;
      if (target < clock.now()) {
        clock.set(target);
        triggers.reschedule(target);
      } else if ('now' in to && to.missed === 'once') {
        clock.atLeast(target);
        await this.fireDue(target, false);
      } else {
        this.refuseTooFar(target);
        await this.fireDue(target, true);
        // Closed on the way: the clock stays where it has come to, so that what is still due fires after the next start.
        if (!this.closed) clock.atLeast(target);
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
      const ended = await this.fire(trigger, due);
      if (!ended && this.closed) triggers.putBack(trigger);
    }
  }

  private refuseTooFar(target: number): void {
    const due = this.host.triggers.dueTimes(target, mostRuns + 1);
    const firstTooMany = due[mostRuns];
    if (firstTooMany === undefined) return;
    const furthest = new Date(Math.floor((firstTooMany - 1) / 1000) * 1000).toISOString();
    throw new ClockMoveError(
      `More than ${mostRuns} runs of time triggers fall due on the way, and one move carries out at most ${mostRuns}: move to ${furthest} at most, or send missed: "once" to have each trigger fire only once.`,
    );
  }

  private inOrder(work: () => Promise<void>): Promise<void> {
    const done = this.work.then(work);
    this.work = done.catch(() => undefined).then(() => this.schedule());
    return done;
  }
}
