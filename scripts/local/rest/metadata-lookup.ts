// Developer metadata in Google's JSON, and which entries a look-up matches.
import { z } from 'zod';
import type { MetadataEntry } from '../engine/types';

export const dimensionRangeSchema = z.object({
  sheetId: z.number().int().default(0),
  dimension: z.enum(['ROWS', 'COLUMNS']),
  startIndex: z.number().int().min(0).optional(),
  endIndex: z.number().int().min(0).optional(),
});
export type DimensionRange = z.infer<typeof dimensionRangeSchema>;

export const metadataLocationSchema = z.object({
  locationType: z.enum(['ROW', 'COLUMN', 'SHEET', 'SPREADSHEET']).optional(),
  spreadsheet: z.boolean().optional(),
  sheetId: z.number().int().optional(),
  dimensionRange: dimensionRangeSchema.optional(),
});
export type MetadataLocation = z.infer<typeof metadataLocationSchema>;

export const metadataLookupSchema = z.object({
  locationType: z.enum(['ROW', 'COLUMN', 'SHEET', 'SPREADSHEET']).optional(),
  metadataLocation: metadataLocationSchema.optional(),
  locationMatchingStrategy: z.enum(['EXACT_LOCATION', 'INTERSECTING_LOCATION']).optional(),
  metadataId: z.number().int().optional(),
  metadataKey: z.string().optional(),
  metadataValue: z.string().optional(),
  visibility: z.enum(['DOCUMENT', 'PROJECT']).optional(),
});
export type MetadataLookup = z.infer<typeof metadataLookupSchema>;

/** Entries for which every given field of the look-up holds. */
export function matchingMetadata(entries: readonly MetadataEntry[], lookup: MetadataLookup): MetadataEntry[] {
  const { metadataLocation: where } = lookup;
  return entries.filter(
    (entry) =>
      (lookup.metadataId === undefined || entry.id === lookup.metadataId) &&
      (lookup.metadataKey === undefined || entry.key === lookup.metadataKey) &&
      (lookup.metadataValue === undefined || entry.value === lookup.metadataValue) &&
      (lookup.visibility === undefined || entry.visibility === lookup.visibility) &&
      (lookup.locationType === undefined || entry.location.type === lookup.locationType) &&
      (!where || locationMatches(entry, where, lookup.locationMatchingStrategy === 'INTERSECTING_LOCATION')),
  );
}

function locationMatches({ location }: MetadataEntry, where: MetadataLocation, intersecting: boolean): boolean {
  if (where.spreadsheet) return intersecting || location.type === 'SPREADSHEET';
  if (where.sheetId !== undefined) {
    if (location.type === 'SPREADSHEET') return intersecting;
    return location.sheetId === where.sheetId && (intersecting || location.type === 'SHEET');
  }
  const band = where.dimensionRange;
  if (!band) return true;
  if (location.type === 'SPREADSHEET') return intersecting;
  if (location.sheetId !== band.sheetId) return false;
  if (location.type === 'SHEET') return intersecting;
  const position = location.type === 'ROW' ? location.row : location.column;
  const sameAxis = (location.type === 'ROW') === (band.dimension === 'ROWS');
  if (!sameAxis) return intersecting;
  const start = band.startIndex ?? 0;
  const end = band.endIndex ?? Number.POSITIVE_INFINITY;
  return intersecting ? position - 1 >= start && position - 1 < end : position - 1 === start && position === end;
}

/** The entry as Google writes it. */
export function toMetadataJson(entry: MetadataEntry): object {
  return {
    metadataId: entry.id,
    metadataKey: entry.key,
    metadataValue: entry.value,
    visibility: entry.visibility,
    location: locationJson(entry.location),
  };
}

function locationJson(location: MetadataEntry['location']): object {
  if (location.type === 'SPREADSHEET') return { locationType: 'SPREADSHEET', spreadsheet: true };
  if (location.type === 'SHEET') return { locationType: 'SHEET', sheetId: location.sheetId };
  const position = location.type === 'ROW' ? location.row : location.column;
  const dimension = location.type === 'ROW' ? 'ROWS' : 'COLUMNS';
  return {
    locationType: location.type,
    dimensionRange: { sheetId: location.sheetId, dimension, startIndex: position - 1, endIndex: position },
  };
}
