// LockService's locks: shared by all executions, first come first served, re-entrant, given back when an execution ends.

/** What a lock needs to know of an execution. */
export interface LockUser {
  readonly id: number;
  /** The execution's own time, milliseconds since 1970. */
  readonly clock: number;
  /** Moves its time forward: waiting costs time. */
  advanceTo(clock: number): void;
}

interface Waiter {
  user: LockUser;
  deadline: number;
  settle: (held: boolean) => void;
  timer: NodeJS.Timeout | null;
}

interface Lock {
  holder: LockUser | null;
  waiters: Waiter[];
}

export interface LockEvents {
  waits(execution: number): void;
  goesOn(execution: number): void;
}

export class Locks {
  private readonly locks = new Map<string, Lock>();

  /** `virtual`: deadlines are in the executions' own time, and `expire` must be called; else real timers run. */
  constructor(
    private readonly virtual: boolean,
    private readonly events: LockEvents,
  ) {}

  /** Resolves to whether the lock is held; false after `timeoutMs`. */
  acquire(name: string, user: LockUser, timeoutMs: number): boolean | Promise<boolean> {
    const lock = this.lock(name);
    if (lock.holder === null) {
      lock.holder = user;
      return true;
    }
    if (lock.holder.id === user.id) return true;
    if (timeoutMs <= 0) return false;
    this.events.waits(user.id);
    return new Promise((settle) => {
      const waiter: Waiter = { user, deadline: user.clock + timeoutMs, settle, timer: null };
      if (!this.virtual) waiter.timer = setTimeout(() => this.giveUp(lock, waiter), timeoutMs);
      lock.waiters.push(waiter);
    });
  }

  holds(name: string, user: LockUser): boolean {
    return this.lock(name).holder?.id === user.id;
  }

  release(name: string, user: LockUser): void {
    const lock = this.lock(name);
    if (lock.holder?.id !== user.id) return;
    const next = lock.waiters.shift();
    lock.holder = next ? next.user : null;
    if (!next) return;
    if (next.timer) clearTimeout(next.timer);
    next.user.advanceTo(user.clock);
    this.events.goesOn(next.user.id);
    next.settle(true);
  }

  /** The end of an execution: gives back what it holds and takes it out of every queue. */
  releaseAll(user: LockUser): void {
    for (const [name, lock] of this.locks) {
      for (const waiter of lock.waiters.filter((waiting) => waiting.user.id === user.id)) {
        if (waiter.timer) clearTimeout(waiter.timer);
        lock.waiters.splice(lock.waiters.indexOf(waiter), 1);
      }
      this.release(name, user);
    }
  }

  /** Virtual time: ends the waits whose deadline the holder's time has passed. */
  expire(): void {
    for (const lock of this.locks.values()) {
      const reached = lock.holder?.clock ?? Number.NEGATIVE_INFINITY;
      for (const waiter of lock.waiters.filter(({ deadline }) => deadline <= reached)) this.giveUp(lock, waiter);
    }
  }

  /** Virtual time, and nobody can go on: the earliest deadline comes. False when nobody waits. */
  expireEarliest(): boolean {
    let first: { lock: Lock; waiter: Waiter } | null = null;
    for (const lock of this.locks.values()) {
      for (const waiter of lock.waiters) {
        if (!first || waiter.deadline < first.waiter.deadline) first = { lock, waiter };
      }
    }
    if (first) this.giveUp(first.lock, first.waiter);
    return first !== null;
  }

  private giveUp(lock: Lock, waiter: Waiter): void {
    const index = lock.waiters.indexOf(waiter);
    if (index < 0) return;
    lock.waiters.splice(index, 1);
    waiter.user.advanceTo(waiter.deadline);
    this.events.goesOn(waiter.user.id);
    waiter.settle(false);
  }

  private lock(name: string): Lock {
    let lock = this.locks.get(name);
    if (!lock) {
      lock = { holder: null, waiters: [] };
      this.locks.set(name, lock);
    }
    return lock;
  }
}
