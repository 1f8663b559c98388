// Sheets REST v4 over the local workbook: who asks, which method, and Google's errors.
import { type Context, Hono } from 'hono';
import type { Engine } from '../engine/types';
import { batchUpdate } from './batch';
import { errorBody, RestError, toRestError } from './errors';
import { applyFields, parseFields } from './fields';
import { metadataRoute } from './metadata-routes';
import { parsePath, type RestPath } from './path';
import type { RestQuota } from './quota';
import { isDeeper, type RestRequest } from './request';
import { spreadsheetRoute } from './spreadsheet-routes';
import { valuesRoute } from './values-routes';

/** How deep Google's reader of JSON goes. */
const mostLevels = 100;

export interface RestFault {
  /** Answer this status instead of working. */
  restStatus?: number | undefined;
  /** Wait this long before answering. */
  restDelayMs?: number | undefined;
}

export interface RestOptions {
  engine: Engine;
  /** The user a bearer token stands for ('' for the service account); null: not a valid token. */
  authorize: (bearer: string) => Promise<string | null>;
  /** Taken once per request. */
  faults?: { take(): RestFault };
  /** Counts requests; left out: nobody does. */
  quota?: RestQuota;
}

/** A Hono app for `/v4/spreadsheets/…`. */
export function restApp({ engine, authorize, faults, quota }: RestOptions): Hono {
  const app = new Hono();
  app.all('/v4/*', async (context) => {
    try {
      await suffer(faults?.take() ?? {});
      const user = await whoAsks(context, authorize);
      const request = await readRequest(context);
      quota?.use(user, request.method, parsePath(request.url.pathname) ?? { verb: '' });
      return context.json(answer(engine, user, request));
    } catch (error) {
      const refused = asRestError(error);
      return new Response(JSON.stringify(errorBody(refused)), {
        status: refused.code,
        headers: { 'content-type': 'application/json; charset=UTF-8' },
      });
    }
  });
  return app;
}

async function suffer({ restDelayMs, restStatus }: RestFault): Promise<void> {
  if (restDelayMs) await new Promise((resolve) => setTimeout(resolve, restDelayMs));
  if (restStatus) throw new RestError(restStatus);
}

async function whoAsks(context: Context, authorize: RestOptions['authorize']): Promise<string> {
  const token = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  const user = token === undefined ? null : await authorize(token);
  if (user === null) throw new RestError(401);
  return user;
}

async function readRequest(context: Context): Promise<RestRequest> {
  const text = await context.req.text();
  let body: unknown = {};
  if (text !== '') {
    try {
      body = JSON.parse(text);
    } catch {
      throw new RestError(400, 'Invalid JSON payload received.');
    }
    if (isDeeper(body, mostLevels)) throw new RestError(400, 'Invalid JSON payload received. Message too deep.');
  }
  return { method: context.req.method, url: new URL(context.req.url), body };
}

function answer(engine: Engine, user: string, request: RestRequest): object {
  const path = parsePath(request.url.pathname);
  if (!path) {
    const creates = request.method === 'POST' && request.url.pathname === '/v4/spreadsheets';
    if (creates)
      throw new RestError(501, `spreadsheets.create is not in the stand-in: it is one workbook, “${engine.info.id}”.`);
    throw new RestError(404);
  }
  if (path.spreadsheetId !== engine.info.id) throw new RestError(404);
  const result = route(engine, user, path, request);
  const mask = request.url.searchParams.get('fields');
  return mask === null ? result : (applyFields(result, parseFields(mask)) as object);
}

function route(engine: Engine, user: string, path: RestPath, request: RestRequest): object {
  const session = engine.session(user);
  if (path.collection === 'values') return valuesRoute(engine, session, path, request);
  if (path.collection === 'developerMetadata') return metadataRoute(session, path, request);
  if (path.collection === '' && path.verb === 'batchUpdate' && request.method === 'POST') {
    return batchUpdate(engine, session, request.body);
  }
  return spreadsheetRoute(engine, session, path, request);
}

/** A bug of the stand-in is told apart from a refusal by its status, and its text goes to the log. */
function asRestError(error: unknown): RestError {
  try {
    return toRestError(error);
  } catch {
    console.error(error);
    return new RestError(500);
  }
}
