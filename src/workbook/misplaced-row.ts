// A row that a person typed has no id to find it by: its id is written where the row was last seen. When rows are inserted or
// sorted in that very moment, the id lands in another row. That one gets back what it held; the typed row waits for the next compare.
import { fieldOf, isBlank, sameValue } from '../domain/record';
import type { AnyRecord, FieldValue } from '../domain/schema';
import { formulaIn } from './computed';
import { readIds } from './find-rows';
import { isDeleted, readLedger, readLedgerEntry } from './ledger';
import { isAlike, likeness } from './lost-ids';
import { type Planned, valuesToWrite } from './plan';
import { type Row, seenFields } from './rows';
import { columnsOf, labelsFor, type Work } from './work';
import { writeFields } from './write-cells';

/** Whether less than half of what stood in the typed row stands in this one; or anything, where nothing but an id stood there. */
export function isAnother(planned: Planned, row: Row): boolean {
  const seen = seenFields(row);
  const typedIn = (fields: AnyRecord) =>
    Object.entries(fields).filter(
      ([key, value]) =>
        !isBlank(value) &&
        value !== false &&
        fieldOf(row.tab, key)?.writer === 'person' &&
        formulaIn(key, value) === undefined,
    );
  const stood = typedIn(planned.stands ?? {});
  if (stood.length === 0) return typedIn(seen).some(([key, value]) => !sameValue(planned.after[key], value));
  const kept = stood.filter(([key, value]) => sameValue(seen[key], value) || sameValue(seen[key], planned.after[key]));
  return kept.length * 2 < stood.length;
}

/**
 * Whether the row is the record that was just written, with its id cleared or typed over in the same moment: of what was not
 * written it holds at least half, and more than of what the record has that its id names.
 */
export function hasOnlyOtherId(work: Work, planned: Planned, row: Row): boolean {
  if (planned.stands === null || planned.needsId) return false;
  const written = Object.keys(valuesToWrite(planned));
  const ours = likeness(row, { fields: planned.after, raw: {} }, written);
  if (ours < 0.5) return false;
  const named = row.id === '' ? null : readLedgerEntry(work.workbook, row.tab, row.id);
  return named === null || isDeleted(named) || likeness(row, named.state, written) < ours;
}

/**
 * Puts back what the row held where `written` still stands in it: the id and values of a record that no row carries now, else blank.
 * What people typed since stays. Flushes.
 */
export function restoreOverwritten(work: Work, row: Row, written: AnyRecord): void {
  const { tab } = row;
  const seen = seenFields(row);
  const keys = Object.keys(written).filter((key) => sameValue(seen[key], written[key]));
  const standing = new Set(readIds(columnsOf(work, tab)));
  const gone = [...readLedger(work.workbook, tab).values()].filter(
    (entry) => !isDeleted(entry) && !standing.has(entry.id),
  );
  const [hit] = gone
    .filter((entry) => isAlike(row, entry))
    .sort((one, other) => likeness(row, other.state) - likeness(row, one.state));
  const before: AnyRecord = hit ? { ...seenFields(hit.state), id: hit.id } : {};
  const values: { [field: string]: FieldValue } = {};
  for (const key of keys) values[key] = before[key] ?? null;
  writeFields(columnsOf(work, tab), tab, row.row, values, { ...labelsFor(work, tab, values), ...row.labels });
  SpreadsheetApp.flush();
}
