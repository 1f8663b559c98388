// The methods of the values collection.
import { z } from 'zod';
import type { Engine, Rect, Session } from '../engine/types';
import { badRequest, notInStandIn } from './errors';
import type { RestPath } from './path';
import { dataFilterSchema, rangeText, resolveA1, resolveFilter } from './ranges';
import { parse, query, type RestRequest } from './request';
import {
  appendRows,
  clearRange,
  dateRenderSchema,
  dimensionSchema,
  inputSchema,
  type RenderOptions,
  readRange,
  renderSchema,
  type ValueRange,
  valueRangeSchema,
  writeRange,
} from './values';

const renderQuery = z.object({
  majorDimension: dimensionSchema.optional(),
  valueRenderOption: renderSchema.optional(),
  dateTimeRenderOption: dateRenderSchema.optional(),
});

const echoQuery = z.object({
  includeValuesInResponse: z.stringbool().default(false),
  responseValueRenderOption: renderSchema.optional(),
  responseDateTimeRenderOption: dateRenderSchema.optional(),
});

const writeQuery = echoQuery.extend({
  valueInputOption: inputSchema,
  insertDataOption: z.enum(['OVERWRITE', 'INSERT_ROWS']).default('OVERWRITE'),
});

const batchWriteBody = z.strictObject({
  valueInputOption: inputSchema,
  includeValuesInResponse: z.boolean().default(false),
  responseValueRenderOption: renderSchema.optional(),
  responseDateTimeRenderOption: dateRenderSchema.optional(),
});

const filteredRange = valueRangeSchema.extend({ dataFilter: dataFilterSchema });

/** Answers one call. The session is flushed before a write is answered. */
export function valuesRoute(engine: Engine, session: Session, path: RestPath, request: RestRequest): object {
  const spreadsheetId = engine.info.id;
  switch (`${request.method} ${path.item === '' ? '' : '{range}'}:${path.verb}`) {
    case 'GET {range}:':
      return readRange(session, resolveA1(session, path.item).rect, parse(renderQuery, query(request)));
    case 'PUT {range}:':
      return update(spreadsheetId, session, path.item, request);
    case 'POST {range}:append':
      return append(spreadsheetId, session, path.item, request);
    case 'POST {range}:clear': {
      const { rect } = resolveA1(session, path.item);
      clearRange(session, rect);
      session.flush();
      return { spreadsheetId, clearedRange: rangeText(session, rect) };
    }
    case 'GET :batchGet': {
      const options = parse(renderQuery, query(request));
      const rects = request.url.searchParams.getAll('ranges').map((range) => resolveA1(session, range).rect);
      return { spreadsheetId, valueRanges: rects.map((rect) => readRange(session, rect, options)) };
    }
    case 'POST :batchUpdate': {
      const body = parse(batchWriteBody.extend({ data: z.array(valueRangeSchema).default([]) }), request.body);
      const writes = body.data.map((given) => ({ given, target: resolveA1(session, given.range ?? '') }));
      return batchWrite(spreadsheetId, session, writes, body);
    }
    case 'POST :batchClear': {
      const { ranges } = parse(z.object({ ranges: z.array(z.string()).default([]) }), request.body);
      const rects = ranges.map((range) => resolveA1(session, range).rect);
      return { spreadsheetId, clearedRanges: clearAll(session, rects) };
    }
    default:
      return filterRoute(spreadsheetId, session, path, request);
  }
}

function filterRoute(spreadsheetId: string, session: Session, path: RestPath, request: RestRequest): object {
  const filters = z.object({ dataFilters: z.array(dataFilterSchema).default([]) });
  switch (`${request.method} ${path.verb}`) {
    case 'POST batchGetByDataFilter': {
      const { dataFilters, ...options } = parse(filters.extend(renderQuery.shape), request.body);
      const valueRanges = dataFilters.flatMap((filter) =>
        resolveFilter(session, filter).map((rect) => ({
          valueRange: readRange(session, rect, options),
          dataFilters: [filter],
        })),
      );
      return { spreadsheetId, ...(valueRanges.length > 0 ? { valueRanges } : {}) };
    }
    case 'POST batchUpdateByDataFilter': {
      const body = parse(batchWriteBody.extend({ data: z.array(filteredRange).default([]) }), request.body);
      const writes = body.data.flatMap((given) =>
        resolveFilter(session, given.dataFilter).map((rect) => ({ given, target: { rect, anchor: false } })),
      );
      return batchWrite(spreadsheetId, session, writes, body);
    }
    case 'POST batchClearByDataFilter': {
      const { dataFilters } = parse(filters, request.body);
      const rects = dataFilters.flatMap((filter) => resolveFilter(session, filter));
      return { spreadsheetId, clearedRanges: clearAll(session, rects) };
    }
    default:
      throw notInStandIn(`${request.method} values:${path.verb}`);
  }
}

type Echo = z.infer<typeof echoQuery>;

/** One write's answer; `updatedData` when the caller wants to see what became of it. */
function updateJson(
  spreadsheetId: string,
  session: Session,
  written: { rect: Rect; cells: number },
  echo: Echo,
): object {
  const { rect, cells } = written;
  const options: RenderOptions = {
    valueRenderOption: echo.responseValueRenderOption,
    dateTimeRenderOption: echo.responseDateTimeRenderOption,
  };
  return {
    spreadsheetId,
    updatedRange: rangeText(session, rect),
    ...(cells > 0 ? { updatedRows: rect.rows, updatedColumns: rect.columns, updatedCells: cells } : {}),
    ...(echo.includeValuesInResponse ? { updatedData: readRange(session, rect, options) } : {}),
  };
}

function update(spreadsheetId: string, session: Session, range: string, request: RestRequest): object {
  const options = parse(writeQuery, query(request));
  const given = parse(valueRangeSchema, request.body);
  const target = resolveA1(session, range);
  if (
    given.range !== undefined &&
    rangeText(session, resolveA1(session, given.range).rect) !== rangeText(session, target.rect)
  )
    throw badRequest(`Request range[${range}] does not match value's range[${given.range}].`);
  const written = writeRange(session, target, given, options);
  session.flush();
  return updateJson(spreadsheetId, session, written, options);
}

function append(spreadsheetId: string, session: Session, range: string, request: RestRequest): object {
  const options = parse(writeQuery, query(request));
  const given = parse(valueRangeSchema, request.body);
  const insertRows = options.insertDataOption === 'INSERT_ROWS';
  const { table, written } = appendRows(session, resolveA1(session, range).rect, given, { ...options, insertRows });
  session.flush();
  return {
    spreadsheetId,
    ...(table ? { tableRange: rangeText(session, table) } : {}),
    updates: updateJson(spreadsheetId, session, written, options),
  };
}

interface PlannedWrite {
  given: ValueRange;
  target: { rect: Rect; anchor: boolean };
}

/** All writes wait until the last one is accepted: all or nothing. */
function batchWrite(
  spreadsheetId: string,
  session: Session,
  writes: readonly PlannedWrite[],
  options: z.infer<typeof batchWriteBody>,
): object {
  const written = writes.map(({ given, target }) => writeRange(session, target, given, options));
  session.flush();
  const total = (count: (write: { rect: Rect; cells: number }) => number): number =>
    written.reduce((sum, write) => sum + count(write), 0);
  return {
    spreadsheetId,
    totalUpdatedRows: total(({ rect }) => rect.rows),
    totalUpdatedColumns: total(({ rect }) => rect.columns),
    totalUpdatedCells: total(({ cells }) => cells),
    totalUpdatedSheets: new Set(written.map(({ rect }) => rect.sheetId)).size,
    responses: written.map((write) => updateJson(spreadsheetId, session, write, options)),
  };
}

function clearAll(session: Session, rects: readonly Rect[]): string[] {
  for (const rect of rects) clearRange(session, rect);
  session.flush();
  return rects.map((rect) => rangeText(session, rect));
}
