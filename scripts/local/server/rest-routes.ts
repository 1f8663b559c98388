// Sheets REST behind the guard: who asks (a bearer token), and the faults that a test ordered.
import { type Context, Hono } from 'hono';
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

export function restRoutes({ engine, identity, restFaults }: LocalDeps): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const { restStatus, restDelayMs } = restFaults.take();
    if (restDelayMs) await new Promise((resolve) => setTimeout(resolve, restDelayMs));
    if (restStatus) return googleError(context, restStatus, 'A fault ordered by /local/faults.');
    const token = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    if (!token || (token !== 'local' && (await identity.verify(token)) === null))
      return googleError(context, 401, 'Request had invalid authentication credentials.');
    await next();
  });
  app.route('/', restApp(engine));
  return app;
}

const statuses: { [code: number]: string } = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

function googleError(context: Context, code: number, message: string): Response {
  const body = { error: { code, message, status: statuses[code] ?? 'UNKNOWN' } };
  return new Response(JSON.stringify(body), {
    status: code,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': context.res.headers.get('Cache-Control') ?? 'no-store',
    },
  });
}
