// spreadsheets.get, spreadsheets.getByDataFilter and sheets.copyTo (inside this one workbook).
import { z } from 'zod';
import type { Engine, Session } from '../engine/types';
import { notInStandIn } from './errors';
import { parseFields } from './fields';
import type { RestPath } from './path';
import { dataFilterSchema, resolveA1, resolveFilter } from './ranges';
import { parse, query, type RestRequest } from './request';
import { sheetProperties, spreadsheetJson } from './spreadsheet';

const getQuery = z.object({ includeGridData: z.stringbool().default(false), fields: z.string().optional() });

export function spreadsheetRoute(engine: Engine, session: Session, path: RestPath, request: RestRequest): object {
  const { fields: mask, includeGridData } = parse(getQuery, query(request));
  const fields = mask === undefined ? undefined : parseFields(mask);
  switch (`${request.method} ${path.collection}:${path.verb}`) {
    case 'GET :': {
      const rects = request.url.searchParams.getAll('ranges').map((range) => resolveA1(session, range).rect);
      return spreadsheetJson(engine, session, { rects, includeGridData, fields });
    }
    case 'POST :getByDataFilter': {
      const body = z.object({
        dataFilters: z.array(dataFilterSchema).default([]),
        includeGridData: z.boolean().default(false),
      });
      const given = parse(body, request.body);
      const rects = given.dataFilters.flatMap((filter) => resolveFilter(session, filter));
      return spreadsheetJson(engine, session, { rects, includeGridData: given.includeGridData, fields });
    }
    case 'POST sheets:copyTo': {
      const { destinationSpreadsheetId } = parse(z.object({ destinationSpreadsheetId: z.string() }), request.body);
      if (destinationSpreadsheetId !== engine.info.id) throw notInStandIn('sheets.copyTo another spreadsheet');
      const sheetId = Number(path.item);
      return sheetProperties(session.duplicateSheet(sheetId, undefined, session.sheets().length));
    }
    default:
      throw notInStandIn(`${request.method} ${path.collection}:${path.verb}`);
  }
}
