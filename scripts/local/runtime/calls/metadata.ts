// Calls on developer metadata: finding it, hanging it on the workbook, a tab, a whole row or a whole column.
import type { Session } from '../../engine/types';
import { ServiceError } from '../errors';
import type { Handlers } from '../host';
import type { MetadataEntry, MetadataFilter, MetadataTarget } from '../protocol';
import { sheetOf } from './sheet';

type MetadataCall = `DeveloperMetadata.${'find' | 'add' | 'update' | 'move' | 'remove'}`;

const arbitrary =
  'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.';

export const metadataCalls: Handlers<MetadataCall> = {
  'DeveloperMetadata.find': ({ execution }, filter) =>
    execution.session.metadata().filter((entry) => fits(execution.session, entry, filter)),
  'DeveloperMetadata.add': ({ execution }, { target, ...entry }) =>
    execution.session.addMetadata({ ...entry, location: locate(execution.session, target) }),
  'DeveloperMetadata.update': ({ execution }, id, change) => {
    execution.session.updateMetadata(id, change);
    return null;
  },
  'DeveloperMetadata.move': ({ execution }, id, target) => {
    const { session } = execution;
    const entry = session.metadata().find((candidate) => candidate.id === id);
    if (!entry) throw new ServiceError('The developer metadata does not exist.');
    const location = locate(session, target);
    session.removeMetadata(id);
    session.addMetadata({ ...entry, location });
    return null;
  },
  'DeveloperMetadata.remove': ({ execution }, id) => {
    execution.session.removeMetadata(id);
    return null;
  },
};

function locate(session: Session, target: MetadataTarget): MetadataEntry['location'] {
  if (target.on === 'spreadsheet') return { type: 'SPREADSHEET' };
  if (target.on === 'sheet') return { type: 'SHEET', sheetId: target.sheetId };
  const { sheetId, row, column, rows, columns } = target.rect;
  const sheet = sheetOf(session, sheetId);
  if (columns === 1 && row === 1 && rows === sheet.rows) return { type: 'COLUMN', sheetId, column };
  if (rows === 1 && column === 1 && columns === sheet.columns) return { type: 'ROW', sheetId, row };
  throw new ServiceError(arbitrary);
}

function fits(session: Session, entry: MetadataEntry, filter: MetadataFilter): boolean {
  return (
    (filter.id === undefined || entry.id === filter.id) &&
    (filter.key === undefined || entry.key === filter.key) &&
    (filter.value === undefined || entry.value === filter.value) &&
    (filter.visibility === undefined || entry.visibility === filter.visibility) &&
    (filter.locationType === undefined || entry.location.type === filter.locationType) &&
    (filter.within === undefined || isWithin(session, entry.location, filter.within)) &&
    (filter.on === undefined || isOn(entry.location, filter.on))
  );
}

/** "Wholly inside": a tab's metadata is inside the tab, a row's is inside a range that covers the whole row. */
function isWithin(
  session: Session,
  location: MetadataEntry['location'],
  { sheetId, rect }: NonNullable<MetadataFilter['within']>,
): boolean {
  if (location.type === 'SPREADSHEET' || location.sheetId !== sheetId) return false;
  if (!rect) return true;
  const sheet = sheetOf(session, sheetId);
  const allColumns = rect.column === 1 && rect.columns >= sheet.columns;
  const allRows = rect.row === 1 && rect.rows >= sheet.rows;
  switch (location.type) {
    case 'SHEET':
      return allColumns && allRows;
    case 'ROW':
      return allColumns && location.row >= rect.row && location.row < rect.row + rect.rows;
    case 'COLUMN':
      return allRows && location.column >= rect.column && location.column < rect.column + rect.columns;
  }
}

function isOn(location: MetadataEntry['location'], on: NonNullable<MetadataFilter['on']>): boolean {
  if (on === 'spreadsheet') return location.type === 'SPREADSHEET';
  return location.type === 'SHEET' && location.sheetId === on.sheetId;
}
