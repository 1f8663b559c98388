// A record's entry in its ledger tab: version and last good state. Its row is computed from the id's number and verified.
import type { ParsedId } from '../src/domain/ids';
import { type AnyRecord, ledgerTitle, type RecordTabKey } from '../src/domain/schema';
import type { Snapshot } from './workbook-reader';

export interface LedgerEntry {
  readonly version: number;
  readonly state: AnyRecord;
}

/** The entry, or null when the record never was, or is deleted. Its state may stand in several cells. */
export function ledgerEntry(snapshot: Snapshot, tab: RecordTabKey, id: ParsedId): LedgerEntry | null {
  const row = snapshot.row(ledgerTitle(tab), id.number + 1);
  if (!row || String(row.ID ?? '') !== id.id) return null;
  const version = Number(row.Version);
  const text = ['State', 'State 2', 'State 3'].map((header) => String(row[header] ?? '')).join('');
  if (!Number.isInteger(version) || version < 1 || text === '') return null;
  try {
    const state: unknown = JSON.parse(text);
    return typeof state === 'object' && state !== null ? { version, state: state as AnyRecord } : null;
  } catch {
    return null;
  }
}
