// Is the process up, and can it do its work. Neither says anything of a workbook. (`/healthz` belongs to Cloud Run.)
import { createRoute, z } from '@hono/zod-openapi';
import type { App, Deps } from './deps';
import { RequestProblem } from './problem';
import { problemAnswer } from './routes';

const up = z.object({ status: z.literal('ok') });
const answer = { 200: { description: 'Yes', content: { 'application/json': { schema: up } } } };

/** Adds `GET /health` (always 200) and `GET /ready` (503 while `ready` throws). Neither asks for a token. */
export function healthRoutes(app: App, { ready }: Pick<Deps, 'ready'>): void {
  const health = createRoute({
    method: 'get',
    path: '/health',
    summary: 'The process is up',
    security: [],
    responses: answer,
  });
  app.openapi(health, (c) => c.json({ status: 'ok' as const }, 200));

  const readiness = createRoute({
    method: 'get',
    path: '/ready',
    summary: 'Identity tokens can be checked',
    security: [],
    responses: { ...answer, 503: problemAnswer },
  });
  app.openapi(readiness, async (c) => {
    await ready?.().catch((cause: unknown) => {
      throw new RequestProblem(503, 'not-ready', 'The function cannot check identity tokens yet.', {
        retryAfter: 5,
        cause,
      });
    });
    return c.json({ status: 'ok' as const }, 200);
  });
}
