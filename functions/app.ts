// The function as a Hono app: what holds for every request, and the routes. Opens no port and reads no environment.
import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { timeout } from 'hono/timeout';
import { deadlineHeader } from '../src/domain/validation-exchange';
import { deadlineIn } from './deadline';
import type { App, Deps, Env } from './deps';
import { healthRoutes } from './health';
import { bearerToken } from './identity';
import { loggedPath } from './log';
import { problemPage } from './pages/problem';
import { styleHash } from './pages/style';
import { problemResponse, RequestProblem } from './problem';
import { reportRoutes } from './report-routes';
import { validateRoutes } from './validate-routes';

const mostBytes = 4 * 1024 * 1024;
const mostMs = 30_000;
/** What a request may take where the caller says nothing; below the hard limit, so that the answer says why. */
const usualMs = 25_000;

const info = {
  openapi: '3.1.0',
  info: {
    title: 'Rowbook function',
    version: '0.1.0',
    description: 'Checks changes against a Rowbook workbook as it is now, and makes reports that a manager can open.',
  },
  security: [{ identity: [] }],
};

/** Builds the app. Every answer that is no 2xx is `application/problem+json`, but for a person’s browser on a page link. */
export function createApp(deps: Deps): App {
  const app: App = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      const issue = result.error.issues[0];
      const field = issue?.path.map(String).join('.') || undefined;
      const message = issue ? `${field ? `${field}: ` : ''}${issue.message}` : 'The request is not valid.';
      throw new RequestProblem(422, 'invalid', message, field === undefined ? {} : { field });
    },
  });

  app.use(requestId());
  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    deps.log(c.res.status >= 500 ? 'ERROR' : 'INFO', `${c.req.method} ${loggedPath(c.req.path)} ${c.res.status}`, {
      requestId: c.get('requestId'),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    });
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [styleHash],
        imgSrc: ['data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
    }),
  );
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  });
  app.use(methodNotAllowed({ app, onMethodNotAllowed: (c, methods) => notAllowed(c.get('requestId'), methods) }));
  app.use(
    bodyLimit({
      maxSize: mostBytes,
      onError: () => {
        throw new RequestProblem(413, 'too-large', `A request may hold at most ${mostBytes / 1024 / 1024} MB.`);
      },
    }),
  );
  app.use(
    timeout(mostMs, () => {
      throw new RequestProblem(504, 'out-of-time', 'The answer was not ready in time. Try again.');
    }),
  );
  app.use(async (c, next) => {
    c.set('deadline', deadlineIn(wantedMs(c.req.header(deadlineHeader))));
    await next();
  });
  app.use('/v1/*', async (c, next) => {
    // Before anything of the request is looked at, so that nobody unknown learns what would be valid.
    c.set('caller', await deps.verify(bearerToken(c.req.header('authorization'))));
    if (c.req.method === 'POST' && !/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
      throw new RequestProblem(415, 'not-json', 'Send JSON: Content-Type: application/json.');
    }
    await next();
  });
  app.use('/v1/workbooks/:id/*', async (c, next) => {
    if (deps.workbooks && !deps.workbooks.has(c.req.param('id'))) {
      throw new RequestProblem(404, 'workbook-not-found', 'There is no workbook with this id.');
    }
    await next();
  });

  healthRoutes(app, deps);
  validateRoutes(app, deps);
  reportRoutes(app, deps);
  app.openAPIRegistry.registerComponent('securitySchemes', 'identity', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'Google identity token of the add-on’s user.',
  });
  app.doc31('/openapi.json', info);

  app.notFound((c) => {
    const what = `There is nothing at ${c.req.method} ${loggedPath(c.req.path)}.`;
    // Returned, not thrown: only so can a path that knows another method become a 405.
    return problemResponse(new RequestProblem(404, 'not-found', what), c.get('requestId'));
  });
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.status >= 500) deps.log('ERROR', problem.message, { requestId: c.get('requestId'), ...causeOf(error) });
    const browser = c.req.path.startsWith('/r/') && (c.req.header('accept') ?? '').includes('text/html');
    return browser ? problemPage(problem) : problemResponse(problem, c.get('requestId'));
  });
  return app;
}

/** Milliseconds the caller will wait, from `x-deadline-ms`; the usual where it says nothing readable. */
function wantedMs(header: string | undefined): number {
  const wanted = /^\d{1,9}$/.test(header ?? '') ? Number(header) : usualMs;
  return Math.min(wanted, usualMs);
}

function notAllowed(id: string, methods: readonly string[]): Response {
  const problem = new RequestProblem(405, 'method', `Only ${methods.join(', ')} can be used here.`);
  const response = problemResponse(problem, id);
  response.headers.set('allow', methods.join(', '));
  return response;
}

function problemOf(error: unknown): RequestProblem {
  if (error instanceof RequestProblem) return error;
  if (error instanceof HTTPException && error.status < 500) {
    return new RequestProblem(400, 'malformed', 'The request cannot be read. Is the JSON complete?', { cause: error });
  }
  return new RequestProblem(500, 'internal', 'Something went wrong in the function. The log has this request’s id.', {
    cause: error,
  });
}

/** What the log may know of a failure: its own words and Google's, never a request's content. */
function causeOf(error: unknown): { [key: string]: string } {
  const cause = error instanceof RequestProblem ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return { cause: String(cause).slice(0, 300) };
  return { cause: `${cause.name}: ${cause.message}`.slice(0, 500), stack: (cause.stack ?? '').slice(0, 2000) };
}
