// Values that a commit wrote, and that a person's sort or edit in the very moment of writing let fall into the wrong row.
import type { Delta } from '../domain/change-set';
import { isBlank, sameValue } from '../domain/record';
import type { FieldValue } from '../domain/schema';
import { withComputed } from './computed';
import { readRowsAt } from './find-rows';
import { readLedgerEntry } from './ledger';
import { type Planned, valuesToWrite } from './plan';
import { type Row, seenFields } from './rows';
import { columnsOf, labelsFor, observedIn, type Work } from './work';
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
  const damage = damageIn(work, other);
  if (!damage) return;
  // Of values that fell here and did not reach home, people may have written over some already: the others are ours all the same.
  const isOurs = own && hasNotCome(planned, group, own) && hit.some((key) => !isBlank(wanted[key]) && key in damage);
  if (hit.length < keys.length && !isOurs) return;
  const same = group.find(({ id }) => id === other.id);
  const theirs = same ? valuesToWrite(same) : {};
  const isTheirs = (key: string) => key in theirs && sameValue(theirs[key], seen[key]);
  const fallen = hit.filter((key) => !isTheirs(key));
  mendDamage(work, other, damage, fallen);
}

/** How a record's row differs from what its ledger knows; null where that knows nothing of it. */
export function damageIn(work: Work, row: Row): Delta | null {
  const entry = readLedgerEntry(work.workbook, row.tab, row.id);
  return entry && observedIn(entry, withComputed(row, entry.state.formulas));
}

/** Puts back what the row held in those of the fields that are damaged. Flushes when it writes. */
export function mendDamage(work: Work, row: Row, damage: Delta, keys: readonly string[]): void {
  const before: { [field: string]: FieldValue } = {};
  for (const key of keys) if (damage[key]) before[key] = damage[key][0];
  if (Object.keys(before).length === 0) return;
  const labels = { ...labelsFor(work, row.tab, before), ...row.labels };
  writeFields(columnsOf(work, row.tab), row.tab, row.row, before, labels);
  SpreadsheetApp.flush();
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
