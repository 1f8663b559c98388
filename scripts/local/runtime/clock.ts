// The stand-in's clock: the machine's plus an offset that people move. Durable.
import type { DurableMap } from '../engine/types';

export class Clock {
  private offset: number;
  private readonly listeners = new Set<(offsetMs: number) => void>();
  private readonly realNow: () => number;

  /** `frozen`: real time does not move it (lockstep). */
  constructor(
    private readonly store: DurableMap,
    realNow: () => number,
    frozen: boolean,
  ) {
    const start = realNow();
    this.realNow = frozen ? () => start : realNow;
    this.offset = Number(store.get('offset') ?? 0);
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.realNow() + this.offset;
  }

  /** Milliseconds that the machine's clock is behind. */
  get offsetMs(): number {
    return this.offset;
  }

  set(now: number): void {
    this.offset = now - this.realNow();
    this.store.set('offset', String(this.offset));
    for (const listener of this.listeners) listener(this.offset);
  }

  /** Told of every move, for what keeps the same time outside this process. */
  onMove(listener: (offsetMs: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Never earlier than this. An execution that would take three seconds on Google ends three seconds later here too,
   * however fast the machine is; otherwise what it wrote would bear times that are still to come.
   */
  atLeast(now: number): void {
    if (now > this.now()) this.set(now);
  }
}
