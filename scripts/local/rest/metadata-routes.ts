// developerMetadata.get and developerMetadata.search.
import { z } from 'zod';
import type { MetadataEntry, Session } from '../engine/types';
import { notInStandIn, RestError } from './errors';
import { matchingMetadata, toMetadataJson } from './metadata-lookup';
import type { RestPath } from './path';
import { type DataFilter, dataFilterSchema, resolveFilter } from './ranges';
import { parse, type RestRequest } from './request';

export function metadataRoute(session: Session, path: RestPath, request: RestRequest): object {
  if (request.method === 'GET' && path.item !== '') {
    const entry = session.metadata().find(({ id }) => String(id) === path.item);
    if (!entry) throw new RestError(404);
    return toMetadataJson(entry);
  }
  if (request.method === 'POST' && path.verb === 'search') return search(session, request.body);
  throw notInStandIn(`${request.method} developerMetadata:${path.verb}`);
}

function search(session: Session, body: unknown): object {
  const { dataFilters } = parse(z.object({ dataFilters: z.array(dataFilterSchema).default([]) }), body);
  const found = new Map<number, { developerMetadata: object; dataFilters: DataFilter[] }>();
  for (const filter of dataFilters) {
    for (const entry of matches(session, filter)) {
      const known = found.get(entry.id);
      if (known) known.dataFilters.push(filter);
      else found.set(entry.id, { developerMetadata: toMetadataJson(entry), dataFilters: [filter] });
    }
  }
  return found.size > 0 ? { matchedDeveloperMetadata: [...found.values()] } : {};
}

/** A range as filter matches the metadata of rows and columns wholly inside it. */
export function matches(session: Session, filter: DataFilter): MetadataEntry[] {
  if (filter.developerMetadataLookup) return matchingMetadata(session.metadata(), filter.developerMetadataLookup);
  const rects = resolveFilter(session, filter);
  return session.metadata().filter(({ location }) =>
    rects.some((rect) => {
      if (location.type === 'SPREADSHEET' || location.sheetId !== rect.sheetId) return false;
      if (location.type === 'ROW') return location.row >= rect.row && location.row < rect.row + rect.rows;
      return (
        location.type === 'COLUMN' && location.column >= rect.column && location.column < rect.column + rect.columns
      );
    }),
  );
}
