// Requests about protections, named ranges and developer metadata.
import { z } from 'zod';
import type { MetadataEntry, ProtectionView, Rect, Session } from '../../engine/types';
import { badRequest, RestError } from '../errors';
import { below, parseFields } from '../fields';
import { type MetadataLocation, metadataLocationSchema, toMetadataJson } from '../metadata-lookup';
import { matches } from '../metadata-routes';
import { dataFilterSchema, fromGridRange, gridRangeSchema, toGridRange } from '../ranges';
import { parse } from '../request';
import { protectionJson } from '../spreadsheet';
import type { RequestHandler } from './handler';

const protectedRangeSchema = z.object({
  protectedRangeId: z.number().int().optional(),
  range: gridRangeSchema.optional(),
  description: z.string().optional(),
  warningOnly: z.boolean().optional(),
  editors: z.object({ users: z.array(z.string()).optional() }).optional(),
});

/** A range without bounds is the whole tab. */
function protectedRect(session: Session, range: z.infer<typeof gridRangeSchema>): Rect | null {
  const bounds = [range.startRowIndex, range.endRowIndex, range.startColumnIndex, range.endColumnIndex];
  return bounds.every((bound) => bound === undefined) ? null : fromGridRange(session, range);
}

const addProtectedRange: RequestHandler = (body, session, engine) => {
  const { protectedRange } = parse(z.object({ protectedRange: protectedRangeSchema }), body);
  const { range, description = '', warningOnly = false, editors } = protectedRange;
  if (!range) throw badRequest('A protected range needs a range.');
  const added = session.addProtection({
    sheetId: range.sheetId,
    rect: protectedRect(session, range),
    description,
    warningOnly,
    editors: editors?.users ?? [],
    restricted: editors?.users !== undefined,
  });
  return { addProtectedRange: { protectedRange: protectionJson(added, session.user, engine.info.owner) } };
};

const updateProtectedRange: RequestHandler = (body, session) => {
  const schema = z.object({ protectedRange: protectedRangeSchema, fields: z.string() });
  const { protectedRange, fields } = parse(schema, body);
  const tree = parseFields(fields);
  const wants = (name: string): boolean => below(tree, name) !== undefined;
  const { range, description, warningOnly, editors, protectedRangeId } = protectedRange;
  const change: Partial<Omit<ProtectionView, 'id' | 'sheetId'>> = {
    ...(wants('description') ? { description: description ?? '' } : {}),
    ...(wants('warningOnly') ? { warningOnly: warningOnly ?? false } : {}),
    ...(wants('editors') ? { editors: editors?.users ?? [], restricted: true } : {}),
    ...(wants('range') && range ? { rect: protectedRect(session, range) } : {}),
  };
  session.updateProtection(protectedRangeId ?? 0, change);
  return {};
};

const deleteProtectedRange: RequestHandler = (body, session) => {
  session.removeProtection(parse(z.object({ protectedRangeId: z.number().int() }), body).protectedRangeId);
  return {};
};

const addNamedRange: RequestHandler = (body, session) => {
  const schema = z.object({ namedRange: z.object({ name: z.string().min(1), range: gridRangeSchema }) });
  const { namedRange } = parse(schema, body);
  const rect = fromGridRange(session, namedRange.range);
  const taken = session.namedRanges().some(({ name }) => name.toLowerCase() === namedRange.name.toLowerCase());
  if (taken) throw badRequest(`A named range with the name ${namedRange.name} already exists.`);
  session.setNamedRange(namedRange.name, rect);
  // A name is unique in the workbook, so it serves as its id.
  return {
    addNamedRange: { namedRange: { namedRangeId: namedRange.name, name: namedRange.name, range: toGridRange(rect) } },
  };
};

const deleteNamedRange: RequestHandler = (body, session) => {
  session.removeNamedRange(parse(z.object({ namedRangeId: z.string() }), body).namedRangeId);
  return {};
};

const metadataSchema = z.object({
  metadataId: z.number().int().positive().optional(),
  metadataKey: z.string().min(1).optional(),
  metadataValue: z.string().optional(),
  location: metadataLocationSchema.optional(),
  visibility: z.enum(['DOCUMENT', 'PROJECT']).optional(),
});

const createDeveloperMetadata: RequestHandler = (body, session) => {
  const { developerMetadata } = parse(z.object({ developerMetadata: metadataSchema }), body);
  const { metadataId, metadataKey, metadataValue = '', location, visibility } = developerMetadata;
  if (!metadataKey || !visibility || !location) throw badRequest('metadataKey, location and visibility are required.');
  if (session.metadata().some(({ id }) => id === metadataId)) throw new RestError(409, 'The metadata id is taken.');
  const added = session.addMetadata({
    ...(metadataId === undefined ? {} : { id: metadataId }),
    key: metadataKey,
    value: metadataValue,
    visibility,
    location: toLocation(location),
  });
  return { createDeveloperMetadata: { developerMetadata: toMetadataJson(added) } };
};

function toLocation(given: MetadataLocation): MetadataEntry['location'] {
  if (given.spreadsheet) return { type: 'SPREADSHEET' };
  if (given.sheetId !== undefined) return { type: 'SHEET', sheetId: given.sheetId };
  const { dimensionRange } = given;
  const { startIndex = 0, endIndex = startIndex + 1 } = dimensionRange ?? {};
  if (!dimensionRange || endIndex !== startIndex + 1) {
    throw badRequest('Developer metadata may only be added to the spreadsheet, a sheet, or one row or column.');
  }
  const { sheetId } = dimensionRange;
  return dimensionRange.dimension === 'ROWS'
    ? { type: 'ROW', sheetId, row: startIndex + 1 }
    : { type: 'COLUMN', sheetId, column: startIndex + 1 };
}

const updateDeveloperMetadata: RequestHandler = (body, session) => {
  const schema = z.object({
    dataFilters: z.array(dataFilterSchema),
    developerMetadata: metadataSchema,
    fields: z.string(),
  });
  const { dataFilters, developerMetadata, fields } = parse(schema, body);
  const tree = parseFields(fields);
  const wants = (name: string): boolean => below(tree, name) !== undefined;
  if (tree.location) throw badRequest('Moving developer metadata is not supported.');
  const { metadataKey, metadataValue, visibility } = developerMetadata;
  const ids = found(session, dataFilters).map(({ id }) => id);
  for (const id of ids) {
    session.updateMetadata(id, {
      ...(wants('metadataKey') && metadataKey !== undefined ? { key: metadataKey } : {}),
      ...(wants('metadataValue') ? { value: metadataValue ?? '' } : {}),
      ...(wants('visibility') && visibility !== undefined ? { visibility } : {}),
    });
  }
  const changed = session.metadata().filter(({ id }) => ids.includes(id));
  return { updateDeveloperMetadata: { developerMetadata: changed.map(toMetadataJson) } };
};

const deleteDeveloperMetadata: RequestHandler = (body, session) => {
  const { dataFilter } = parse(z.object({ dataFilter: dataFilterSchema }), body);
  const gone = matches(session, dataFilter);
  for (const { id } of gone) session.removeMetadata(id);
  return { deleteDeveloperMetadata: { deletedDeveloperMetadata: gone.map(toMetadataJson) } };
};

function found(session: Session, filters: readonly z.infer<typeof dataFilterSchema>[]): MetadataEntry[] {
  const entries = filters.flatMap((filter) => matches(session, filter));
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

export const ownRequests = {
  addProtectedRange,
  updateProtectedRange,
  deleteProtectedRange,
  addNamedRange,
  deleteNamedRange,
  createDeveloperMetadata,
  updateDeveloperMetadata,
  deleteDeveloperMetadata,
};
