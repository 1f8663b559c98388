// spreadsheets.batchUpdate: requests in order, all or nothing, one reply each.
import { z } from 'zod';
import type { Engine, Session } from '../engine/types';
import { badRequest, notInStandIn, RestError, toRestError } from './errors';
import { resolveA1 } from './ranges';
import { parse } from './request';
import { cellRequests } from './requests/cells';
import { dimensionRequests } from './requests/dimensions';
import { extrasRequests } from './requests/extras';
import type { RequestHandler } from './requests/handler';
import { ownRequests } from './requests/ownership';
import { sheetRequests } from './requests/sheets';
import { spreadsheetJson } from './spreadsheet';

const bodySchema = z.object({
  requests: z.array(z.record(z.string(), z.unknown())).default([]),
  includeSpreadsheetInResponse: z.boolean().default(false),
  responseRanges: z.array(z.string()).default([]),
  responseIncludeGridData: z.boolean().default(false),
});

const HANDLERS: { [name: string]: RequestHandler } = {
  ...sheetRequests,
  ...dimensionRequests,
  ...cellRequests,
  ...ownRequests,
  ...extrasRequests,
};

export function batchUpdate(engine: Engine, session: Session, body: unknown): object {
  const { requests, ...options } = parse(bodySchema, body);
  if (requests.length === 0) throw badRequest('Must specify at least one request.');
  const replies = engine.transaction(() => requests.map((request, index) => one(engine, session, request, index)));
  const spreadsheetId = engine.info.id;
  if (!options.includeSpreadsheetInResponse) return { spreadsheetId, replies };
  const rects = options.responseRanges.map((range) => resolveA1(session, range).rect);
  const includeGridData = options.responseIncludeGridData;
  const updatedSpreadsheet = spreadsheetJson(engine, session, { rects, includeGridData, fields: undefined });
  return { spreadsheetId, replies, updatedSpreadsheet };
}

function one(engine: Engine, session: Session, request: { [name: string]: unknown }, index: number): object {
  const [name, ...more] = Object.keys(request);
  if (name === undefined || more.length > 0)
    throw badRequest(`Invalid requests[${index}]: exactly one kind is expected.`);
  const handler = HANDLERS[name];
  if (!handler) throw notInStandIn(`The request ${name}`);
  try {
    const reply = handler(request[name], session, engine);
    session.flush();
    return reply;
  } catch (error) {
    const { code, message } = toRestError(error);
    throw new RestError(code, `Invalid requests[${index}].${name}: ${message}`);
  }
}
