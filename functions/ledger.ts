// A record's entry in its ledger tab: version and last good state. Its row is computed from the id's number and verified.
import type { ParsedId } from '../src/domain/ids';
import { type AnyRecord, ledgerTitle, type RecordTabKey } from '../src/domain/schema';
import { completeRecord } from '../src/domain/validate';
import type { Snapshot } from './snapshot';

export interface LedgerEntry {
  readonly version: number;
  /** The record was deleted; its state is what it was before. */
  readonly deleted: boolean;
  readonly state: AnyRecord;
}

/** The entry, or null when the ledger knows nothing of this id. The state may stand in several cells. */
export function ledgerEntry(snapshot: Snapshot, tab: RecordTabKey, id: ParsedId): LedgerEntry | null {
  const row = snapshot.row(ledgerTitle(tab), id.number + 1);
  if (!row || String(row.ID ?? '') !== id.id) return null;
  // As many cells as the state takes, in the columns' order.
  const text = Object.keys(row)
    .filter((header) => /^State( \d+)?$/.test(header))
    .map((header) => String(row[header] ?? ''))
    .join('');
  const fields = fieldsIn(text);
  return {
    version: Number(row.Version) || 0,
    deleted: String(row.Hash ?? '') === '',
    state: completeRecord(tab, { ...fields, id: id.id }),
  };
}

/** The filled fields in a state's JSON, `{"f":{…}}`; none where a person has written in the hidden tab. */
function fieldsIn(text: string): AnyRecord {
  try {
    const json: unknown = JSON.parse(text);
    const fields = typeof json === 'object' && json !== null && 'f' in json ? json.f : null;
    return typeof fields === 'object' && fields !== null ? (fields as AnyRecord) : {};
  } catch {
    return {};
  }
}
