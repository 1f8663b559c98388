// Google's quota of requests per minute and user (APPS_SCRIPT.md 6.4): off until a test sets it, as it is nothing to wait
// for beside one's own machine.
import { quotaExceeded } from './errors';
import type { RestPath } from './path';

export interface RestLimits {
  /** Requests per minute and user; null: no limit. */
  reads: number | null;
  writes: number | null;
}

const minuteMs = 60_000;
/** Reads that have a body and are POSTed for it. */
const postedReads = new Set(['batchGetByDataFilter', 'getByDataFilter', 'search']);

export class RestQuota {
  private limits: RestLimits = { reads: null, writes: null };
  private minute = 0;
  private readonly used = new Map<string, number>();

  /** `now`: milliseconds since 1970 on the stand-in's clock, whose minutes refill the quota. */
  constructor(private readonly now: () => number) {}

  /** Sets the limits that are named, null takes one off; counting begins anew. */
  change(limits: Partial<RestLimits>): void {
    this.limits = { ...this.limits, ...limits };
    this.used.clear();
  }

  /** Counts one request, a batch as one. Throws the 429 of a user who has none left in this minute. */
  use(user: string, method: string, path: Pick<RestPath, 'verb'>): void {
    const kind = method === 'GET' || postedReads.has(path.verb) ? 'reads' : 'writes';
    const most = this.limits[kind];
    if (most === null) return;
    const minute = Math.floor(this.now() / minuteMs);
    if (minute !== this.minute) this.used.clear();
    this.minute = minute;
    const count = (this.used.get(`${kind} ${user}`) ?? 0) + 1;
    if (count > most) throw quotaExceeded(kind, most);
    this.used.set(`${kind} ${user}`, count);
  }
}
