// Requests about rows and columns, and sorting.
import { z } from 'zod';
import type { Session } from '../../engine/types';
import { badRequest, notInStandIn } from '../errors';
import { below, parseFields } from '../fields';
import { type DimensionRange, dimensionRangeSchema } from '../metadata-lookup';
import { fromGridRange, gridRangeSchema, sheetOf } from '../ranges';
import { parse } from '../request';
import type { RequestHandler } from './handler';

/** A dimension range as first position (1-based) and count. */
function span(session: Session, range: DimensionRange): { first: number; count: number } {
  const sheet = sheetOf(session, range.sheetId);
  const first = (range.startIndex ?? 0) + 1;
  const last = range.endIndex ?? (range.dimension === 'ROWS' ? sheet.rows : sheet.columns);
  if (last < first) throw badRequest('The dimension range is empty.');
  return { first, count: last - first + 1 };
}

function insert(session: Session, sheetId: number, dimension: 'ROWS' | 'COLUMNS', before: number, count: number): void {
  if (dimension === 'ROWS') session.insertRows(sheetId, before, count);
  else session.insertColumns(sheetId, before, count);
}

const appendDimension: RequestHandler = (body, session) => {
  const schema = z.object({
    sheetId: z.number().int().default(0),
    dimension: z.enum(['ROWS', 'COLUMNS']),
    length: z.number().int().min(1),
  });
  const { sheetId, dimension, length } = parse(schema, body);
  const sheet = sheetOf(session, sheetId);
  insert(session, sheetId, dimension, (dimension === 'ROWS' ? sheet.rows : sheet.columns) + 1, length);
  return {};
};

const insertDimension: RequestHandler = (body, session) => {
  const { range } = parse(z.object({ range: dimensionRangeSchema }), body);
  const { first, count } = span(session, range);
  insert(session, range.sheetId, range.dimension, first, count);
  return {};
};

const deleteDimension: RequestHandler = (body, session) => {
  const { range } = parse(z.object({ range: dimensionRangeSchema }), body);
  const { first, count } = span(session, range);
  if (range.dimension === 'ROWS') session.deleteRows(range.sheetId, first, count);
  else session.deleteColumns(range.sheetId, first, count);
  return {};
};

const moveDimension: RequestHandler = (body, session) => {
  const schema = z.object({ source: dimensionRangeSchema, destinationIndex: z.number().int().min(0).default(0) });
  const { source, destinationIndex } = parse(schema, body);
  if (source.dimension === 'ROWS') throw notInStandIn('Moving rows');
  const { first, count } = span(session, source);
  session.moveColumns(source.sheetId, first, count, destinationIndex + 1);
  return {};
};

const updateDimensionProperties: RequestHandler = (body, session) => {
  const schema = z.object({
    range: dimensionRangeSchema,
    properties: z.object({ pixelSize: z.number().int().optional(), hiddenByUser: z.boolean().optional() }),
    fields: z.string(),
  });
  const { range, properties, fields } = parse(schema, body);
  const wants = (name: string): boolean => below(parseFields(fields), name) !== undefined;
  const { first, count } = span(session, range);
  if (wants('hiddenByUser')) hide(session, range, first, count, properties.hiddenByUser ?? false);
  if (wants('pixelSize') && properties.pixelSize !== undefined && range.dimension === 'COLUMNS') {
    for (let column = first; column < first + count; column += 1) {
      session.setColumnWidth(range.sheetId, column, properties.pixelSize);
    }
  }
  return {};
};

function hide(session: Session, range: DimensionRange, first: number, count: number, hidden: boolean): void {
  if (range.dimension === 'COLUMNS') {
    session.setHiddenColumns(range.sheetId, first, count, hidden);
    return;
  }
  const rows = new Set(session.layout(range.sheetId).hiddenRows);
  for (let row = first; row < first + count; row += 1) {
    if (hidden) rows.add(row);
    else rows.delete(row);
  }
  session.setHiddenRows(range.sheetId, [...rows]);
}

const sortRange: RequestHandler = (body, session) => {
  const schema = z.object({
    range: gridRangeSchema,
    sortSpecs: z.array(
      z.object({
        dimensionIndex: z.number().int().min(0).default(0),
        sortOrder: z.enum(['ASCENDING', 'DESCENDING']).default('ASCENDING'),
      }),
    ),
  });
  const { range, sortSpecs } = parse(schema, body);
  session.sort(
    fromGridRange(session, range),
    sortSpecs.map((spec) => ({ column: spec.dimensionIndex + 1, ascending: spec.sortOrder === 'ASCENDING' })),
  );
  return {};
};

export const dimensionRequests = {
  appendDimension,
  insertDimension,
  deleteDimension,
  moveDimension,
  updateDimensionProperties,
  sortRange,
};
