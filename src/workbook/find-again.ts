// Between announcing a change and writing it: are the rows still what the plan began from, and where do they stand now?
import { sameValue } from '../domain/record';
import type { RecordTabKey } from '../domain/schema';
import { columnsIfMoved } from './columns';
import { locateMany, readRowsAt } from './find-rows';
import { changedFields, deltaOfPlanned, type Planned } from './plan';
import { isOwn, type Row, seenFields, takenRows } from './rows';
import { asRecord, columnsOf, observedIn, type Work, withoutId } from './work';

/**
 * The rows of all records that stand in the grid, found again by id; null when one is gone or is not what the plan began from,
 * or when somebody typed where new records were to go: the plan must then be made anew.
 */
export function findAgain(work: Work, records: readonly Planned[]): Map<string, Row> | null {
  const rows = new Map<string, Row>();
  for (const [tab, group] of byTab(records)) {
    const columns = columnsOf(work, tab);
    const standing = group.filter((planned) => planned.stands !== null && !planned.needsId);
    const wanted = standing.map((planned) => ({ id: planned.id, hint: planned.row || null }));
    const found = locateMany(work.workbook, tab, columns, wanted);
    const nameless = group.filter((planned) => planned.stands !== null && planned.needsId);
    const places = readRowsAt(
      work.workbook,
      tab,
      columns,
      nameless.map((planned) => planned.row),
    );
    for (const planned of [...standing, ...nameless]) {
      const place = places.get(planned.row);
      const row = planned.needsId ? place && asRecord(work, place, planned.id) : found.get(planned.id);
      if (!row || !isAsPlanned(planned, row)) return null;
      // Its formulas may have been read from another row.
      if (row.row !== planned.row && Object.keys(planned.formulas).length > 0) return null;
      rows.set(planned.id, row);
    }
    const fresh = group.filter(isToBeMade);
    if (fresh.length > 0 && !isFree(work, tab, fresh)) return null;
    // After the rows: whoever moved a column since the header row was read has shifted what they seemed to hold.
    // A row that the ledger vouches for needs no such look.
    const wasRead = work.careful || group.some(({ trusted, stands }) => !trusted && stands !== null);
    if (wasRead && columnsIfMoved(work.workbook, columns)) return null;
  }
  return rows;
}

/** A record that has no row yet. */
export function isToBeMade({ kind, stands }: Planned): boolean {
  return stands === null && kind !== 'delete';
}

/** Records by their tab, tabs and records in the order they came in. */
export function byTab<T extends { readonly tab: RecordTabKey }>(records: readonly T[]): Map<RecordTabKey, T[]> {
  const groups = new Map<RecordTabKey, T[]>();
  for (const record of records) {
    const group = groups.get(record.tab) ?? [];
    groups.set(record.tab, group);
    group.push(record);
  }
  return groups;
}

function isAsPlanned(planned: Planned, row: Row): boolean {
  if (planned.trusted) return Object.keys(observedIn(planned.entry, row)).length === 0;
  const seen = seenFields(row);
  const stands = planned.stands ?? {};
  // A row without an id is known by all it holds, any other by its id; one that is to go must hold nothing that nobody has seen.
  const isWhole = planned.needsId || planned.kind === 'delete';
  // What is only told, because people changed it themselves, must stand as well: columns moved there and back show another row.
  const told = [...changedFields(planned), ...Object.keys(deltaOfPlanned(planned))];
  const keys = isWhole ? Object.keys({ ...withoutId(seen), ...stands }) : told;
  // A computed cell is another's doing whenever it is another.
  const isTyped = (key: string) => !isOwn(key) || planned.formulas[key] === undefined;
  return keys.filter(isTyped).every((key) => sameValue(seen[key], stands[key]));
}

/** The tab still ends above the new records' rows; where it goes on below, the rows themselves are still blank. */
function isFree(work: Work, tab: RecordTabKey, fresh: readonly Planned[]): boolean {
  const columns = columnsOf(work, tab);
  if (columns.sheet.getLastRow() < Math.min(...fresh.map((planned) => planned.row))) return true;
  const first = Math.min(...fresh.map((planned) => planned.row));
  const count = Math.max(...fresh.map((planned) => planned.row)) - first + 1;
  const cells = columns.sheet.getRange(first, 1, count, columns.keys.length).getValues();
  return !takenRows(columns, first, cells).includes(true);
}
