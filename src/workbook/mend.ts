// Values that a commit wrote, and that a person's sort or edit in the very moment of writing let fall into the wrong row.
import { isBlank, sameValue } from '../domain/record';
import type { FieldValue } from '../domain/schema';
import { withComputed } from './computed';
import { readRowsAt } from './find-rows';
import { readLedgerEntry } from './ledger';
import { type Planned, valuesToWrite } from './plan';
import { type Row, seenFields } from './rows';
import { columnsOf, observedIn, type Work } from './work';
import { writeFields } from './write-cells';

/**
 * Our values in another record's row: put back what its ledger knows, when that explains the difference. Anything else is a
 * person's doing and is left to the next compare; what the other record was to get itself stays.
 */
export function mendOther(work: Work, planned: Planned, group: readonly Planned[], first: Row, own: Row | null): void {
  const columns = columnsOf(work, planned.tab);
  // Of two records that a sort has swapped, the first may have been settled meanwhile.
  const other = readRowsAt(work.workbook, planned.tab, columns, [first.row]).get(first.row);
  if (other?.id !== first.id) return;
  const wanted = valuesToWrite(planned);
  const seen = seenFields(other);
  const keys = Object.keys(wanted);
  const hit = keys.filter((key) => sameValue(seen[key], wanted[key]));
  if (own && keys.every((key) => sameValue(seenFields(own)[key], wanted[key]))) return;
  const entry = readLedgerEntry(work.workbook, planned.tab, other.id);
  if (!entry) return;
  const damage = observedIn(entry, withComputed(other, entry.state.formulas));
  // Of values that fell here and did not reach home, people may have written over some already: the others are ours all the same.
  const isOurs = own && hasNotCome(planned, group, own) && hit.some((key) => !isBlank(wanted[key]) && key in damage);
  if (hit.length < keys.length && !isOurs) return;
  const same = group.find(({ id }) => id === other.id);
  const theirs = same ? valuesToWrite(same) : {};
  const put = Object.fromEntries(
    hit.flatMap((key) => {
      const before = damage[key]?.[0];
      return before === undefined || (key in theirs && sameValue(theirs[key], seen[key]))
        ? []
        : [[key, before] as const];
    }),
  );
  if (Object.keys(put).length > 0) {
    writeFields(columns, planned.tab, other.row, put, other.labels);
    SpreadsheetApp.flush();
  }
}

/** Whether nothing that was written has come into the row: what it holds of that, it held before, or another of the group brought. */
export function hasNotCome(planned: Planned, group: readonly Planned[], row: Row): boolean {
  const seen = seenFields(row);
  const others = group.filter((one) => one !== planned).map(valuesToWrite);
  const isNoSign = (key: string, value: FieldValue) =>
    !sameValue(seen[key], value) ||
    sameValue(planned.stands?.[key], value) ||
    others.some((other) => key in other && sameValue(other[key], value));
  return Object.entries(valuesToWrite(planned)).every(([key, value]) => isNoSign(key, value));
}

/** Our values in a row that has no id: one that was just emptied or inserted. They must not become a record of their own. */
export function clearStray(work: Work, planned: Planned, row: Row): void {
  if (planned.stands === null || planned.needsId) return;
  const seen = seenFields(row);
  const ours = Object.entries(valuesToWrite(planned)).filter(
    ([key, value]) => !isBlank(value) && sameValue(seen[key], value),
  );
  if (ours.length === 0) return;
  const blanks = Object.fromEntries(ours.map(([key]) => [key, null]));
  writeFields(columnsOf(work, planned.tab), planned.tab, row.row, blanks, {});
  SpreadsheetApp.flush();
}
