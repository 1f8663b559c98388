// A field whose column a team has deleted is not blank in every record: it is what the ledger last knew. So no compare records
// the loss, no save drops the value, and the column can be brought back with all it held.
import type { AnyRecord } from '../domain/schema';
import type { Workbook } from './api';

interface Known {
  readonly fields: AnyRecord;
  readonly raw: AnyRecord;
}

const known = new WeakMap<Workbook, Map<string, Known>>();

/** Keeps what the ledger was just read or written to say of a record. */
export function rememberState(workbook: Workbook, id: string, state: Known): void {
  const states = known.get(workbook) ?? new Map<string, Known>();
  known.set(workbook, states.set(id, state));
}

/** Forgets what was read before the lock was taken. */
export function forgetStates(workbook: Workbook): void {
  known.delete(workbook);
}

/** Gives a row's fields that have no column what the ledger knows, as far as it was read in this execution. */
export function fillAbsent(
  workbook: Workbook,
  id: string,
  absent: readonly string[],
  row: { fields: { [field: string]: AnyRecord[string] }; raw: { [field: string]: AnyRecord[string] } },
): void {
  const state = known.get(workbook)?.get(id);
  for (const key of state ? absent : []) {
    row.fields[key] = state?.fields[key] ?? null;
    const raw = state?.raw[key];
    if (raw === undefined) delete row.raw[key];
    else row.raw[key] = raw;
  }
}
