// Trying again what may be tried again: growing waits with jitter, never past the deadline.
import type { Deadline } from './deadline';

export interface RetryOptions {
  /** Whether this failure may pass when asked again. */
  readonly again: (error: unknown) => boolean;
  readonly attempts?: number;
  readonly firstWaitMs?: number;
  readonly sleep?: (ms: number) => Promise<void>;
  readonly random?: () => number;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Runs `work` until it succeeds, fails for good, or the next wait would end after the deadline; then throws the last
 * failure. Waits are "full jitter": anywhere between nothing and the doubled bound, so that many callers spread out
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
export async function withRetries<T>(deadline: Deadline, work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { again, attempts = 5, firstWaitMs = 400, sleep = pause, random = Math.random } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const wait = random() * firstWaitMs * 2 ** (attempt - 1);
      if (attempt >= attempts || !again(error) || wait >= deadline.remaining()) throw error;
      await sleep(wait);
    }
  }
}
