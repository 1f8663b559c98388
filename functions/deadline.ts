// The moment by which an answer is worth having, and waiting no longer than that.
import { RequestProblem } from './problem';

export interface Deadline {
  /** Whole milliseconds left; 0 when it has passed. */
  remaining(): number;
}

/** A deadline `ms` from now. Waiting is measured, not told: a clock that is set meanwhile moves no deadline. */
export function deadlineIn(ms: number, now: () => number = () => performance.now()): Deadline {
  const end = now() + ms;
  return { remaining: () => Math.max(0, Math.round(end - now())) };
}

/** Waits for `work` until the deadline, then throws `out-of-time` (504); the work itself goes on for whoever else waits. */
export async function within<T>(deadline: Deadline, work: Promise<T>): Promise<T> {
  const tooLate = () => new RequestProblem(504, 'out-of-time', 'The answer was not ready in time. Try again.');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    if (deadline.remaining() === 0) reject(tooLate());
    timer = setTimeout(() => reject(tooLate()), deadline.remaining());
  });
  try {
    return await Promise.race([late, work]);
  } finally {
    clearTimeout(timer);
  }
}
