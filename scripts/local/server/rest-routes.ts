// Sheets REST behind the guard: who asks (a bearer token), and the faults that a test ordered.
import type { Hono } from 'hono';
import { restApp } from '../rest';
import type { LocalDeps } from './app';

/** Faults of the next REST request, each used once. */
export class RestFaults {
  private next: { restStatus?: number | undefined; restDelayMs?: number | undefined } = {};

  set(faults: { restStatus?: number | undefined; restDelayMs?: number | undefined }): void {
    this.next = faults;
  }

  take(): { restStatus?: number | undefined; restDelayMs?: number | undefined } {
    const taken = this.next;
    this.next = {};
    return taken;
  }
}

/** The service account's token of the local function stands for the system; any other must be a token of the local issuer. */
export function restRoutes({ engine, identity, restFaults }: LocalDeps): Hono {
  return restApp({
    engine,
    faults: restFaults,
    authorize: async (token) => (token === 'local' ? '' : identity.verify(token)),
  });
}
