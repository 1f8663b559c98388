// Developer metadata of the workbook, its tabs, rows and columns (APPS_SCRIPT.md 2.3).
import { metadataTooLong, notFound, outsideGrid } from './errors';
import type { MetadataEntry, Session } from './types';
import type { StoredMetadata, Workbook } from './workbook';

const MAX_CHARACTERS = 30_000;

type Methods = Pick<Session, 'metadata' | 'addMetadata' | 'updateMetadata' | 'removeMetadata'>;

/** `change` runs a structural change: it flushes the session first. */
export function metadataMethods(workbook: Workbook, change: <T>(work: () => T) => T): Methods {
  return {
    metadata: () => workbook.parts.metadata.map((entry) => toEntry(workbook, entry)),
    addMetadata: (entry) =>
      change(() => {
        const stored: StoredMetadata = {
          id: entry.id ?? freeId(workbook),
          key: entry.key,
          value: entry.value,
          visibility: entry.visibility,
          at: toStoredLocation(workbook, entry.location),
        };
        workbook.markPart('metadata');
        workbook.parts.metadata.push(stored);
        checkRoom(workbook, stored);
        return toEntry(workbook, stored);
      }),
    updateMetadata: (id, changed) =>
      change(() => {
        const entry = find(workbook, id);
        workbook.markPart('metadata');
        Object.assign(entry, changed);
        checkRoom(workbook, entry);
      }),
    removeMetadata: (id) =>
      change(() => {
        const entry = find(workbook, id);
        workbook.parts.metadata = workbook.parts.metadata.filter((other) => other !== entry);
        workbook.markPart('metadata');
      }),
  };
}

function find(workbook: Workbook, id: number): StoredMetadata {
  const entry = workbook.parts.metadata.find((each) => each.id === id);
  if (!entry) throw notFound(`Developer metadata ${id}`);
  return entry;
}

function freeId(workbook: Workbook): number {
  let id = workbook.nextId('metadata');
  while (workbook.parts.metadata.some((entry) => entry.id === id)) id = workbook.nextId('metadata');
  return id;
}

function toStoredLocation(workbook: Workbook, location: MetadataEntry['location']): StoredMetadata['at'] {
  if (location.type === 'SPREADSHEET') return location;
  const { grid } = workbook.sheet(location.sheetId);
  if (location.type === 'ROW' && (location.row < 1 || location.row > grid.rowCount)) throw outsideGrid();
  if (location.type !== 'COLUMN') return location;
  const columnKey = grid.columnKey(location.column);
  if (columnKey === 0) throw outsideGrid();
  return { type: 'COLUMN', sheetId: location.sheetId, columnKey };
}

function toEntry(workbook: Workbook, stored: StoredMetadata): MetadataEntry {
  const { id, key, value, visibility, at } = stored;
  if (at.type !== 'COLUMN') return { id, key, value, visibility, location: at };
  const column = workbook.sheet(at.sheetId).grid.columnPosition(at.columnKey);
  return { id, key, value, visibility, location: { type: 'COLUMN', sheetId: at.sheetId, column } };
}

/** Google counts keys and values, 30,000 characters per sheet and for the spreadsheet itself. */
function checkRoom(workbook: Workbook, changed: StoredMetadata): void {
  const owner = (entry: StoredMetadata): number | null => (entry.at.type === 'SPREADSHEET' ? null : entry.at.sheetId);
  const used = workbook.parts.metadata
    .filter((entry) => owner(entry) === owner(changed))
    .reduce((sum, entry) => sum + entry.key.length + entry.value.length, 0);
  if (used > MAX_CHARACTERS) throw metadataTooLong();
}
