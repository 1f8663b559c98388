// Waiting for what a page will show: longer than vitest's own second, because the machine may be busy.
import { expect } from 'vitest';

/** Reads again and again until the matcher holds. */
export function eventually<T>(read: () => T, timeout = 20_000) {
  return expect.poll(read, { timeout });
}
