// The local server's Hono app: one guard in front, then the public interfaces, the page's own, and Sheets REST.
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { restApp } from '../rest';
import { ClockMoveError } from '../runtime/timetable';
import type { LocalDeps } from './deps';
import { guard, limitBody } from './guard';
import { mobile } from './mobile';
import { pageFiles } from './page-files';
import { pageRoutes } from './page-routes';
import { errorBody, RequestError } from './problem';
import { publicRoutes } from './public-routes';

/** The whole server as one app; opens no port. */
export function createLocalApp(deps: LocalDeps): Hono {
  const app = new Hono();
  app.onError((error, context) => {
    const status = statusOf(error);
    if (status === 500) console.error(error);
    return context.json(errorBody(error), status);
  });
  app.notFound((context) => context.json(errorBody(new Error(`There is nothing at ${context.req.path}.`)), 404));
  app.use(guard(deps.port));
  app.use(limitBody());
  app.use(async (context, next) => {
    await next();
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  });
  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.route('/local/page', pageRoutes(deps));
  app.route('/local', publicRoutes(deps));
  app.route(
    '/',
    restApp({
      engine: deps.engine,
      authorize: (token) => restUser(deps, token),
      faults: deps.restFaults,
      quota: deps.restQuota,
    }),
  );
  app.route('/', pageFiles(deps));
  app.route('/', mobile(deps));
  return app;
}

/** `local` is the service account, which may do anything; a token of the local issuer is its person. */
async function restUser({ identity }: LocalDeps, token: string): Promise<string | null> {
  return token === 'local' ? '' : identity.verify(token);
}

/** What the workbook itself refuses (a protected cell, a full grid) is the caller's matter, all else ours. */
function statusOf(error: unknown): ContentfulStatusCode {
  if (error instanceof RequestError) return error.status;
  if (error instanceof SyntaxError || error instanceof ClockMoveError) return 400;
  return error instanceof Error && error.name === 'EngineError' ? 409 : 500;
}
