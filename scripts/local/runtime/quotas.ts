// Quotas per person that refill 24 hours after their first use (APPS_SCRIPT.md 4). Durable.
import type { DurableMap } from '../engine/types';

const dayMs = 86_400_000;

interface Usage {
  since: number;
  used: number;
}

/** One daily quota (mail recipients, fetches, milliseconds of triggers) for all people. */
export class DailyQuota {
  constructor(
    private readonly store: DurableMap,
    private readonly name: string,
    readonly limit: number,
    private readonly now: () => number,
  ) {}

  /** What is left to this person now; never below zero. */
  remaining(user: string): number {
    return Math.max(0, this.limit - this.usage(user).used);
  }

  use(user: string, amount: number): void {
    const usage = this.usage(user);
    const next: Usage = { since: usage.used === 0 ? this.now() : usage.since, used: usage.used + amount };
    this.store.set(this.key(user), JSON.stringify(next));
  }

  private usage(user: string): Usage {
    const text = this.store.get(this.key(user));
    const usage: Usage = text ? JSON.parse(text) : { since: this.now(), used: 0 };
    const age = this.now() - usage.since;
    // A clock that was turned back starts a new day too: there is no other way to wait for the refill.
    return age >= dayMs || age < 0 ? { since: this.now(), used: 0 } : usage;
  }

  private key(user: string): string {
    return `${this.name}:${user}`;
  }
}
