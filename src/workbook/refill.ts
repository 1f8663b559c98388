// Brings back from the ledger what set-up had to make anew: a deleted tab's records, a deleted column's values.
import { fieldOf } from '../domain/record';
import type { AnyRecord, RecordTabKey } from '../domain/schema';
import type { Workbook } from './api';
import { cellFor } from './cells';
import { columnOf, readColumns } from './columns';
import { computedRows, readComputed } from './computed';
import { ensureRows, isDeleted, type LedgerEntry, readLedger } from './ledger';
import { hashOf, rowOf } from './rows';

/** Fills a new tab with the ledger's records, or new columns with the ledger's values. Does nothing for a new workbook. */
export function refill(workbook: Workbook, tab: RecordTabKey, restored: readonly string[], isNew: boolean): void {
  const entries = [...readLedger(workbook, tab).values()].filter((entry) => !isDeleted(entry));
  if (entries.length === 0) return;
  if (isNew) refillTab(workbook, tab, entries);
  else refillColumns(workbook, tab, entries, restored);
}

function refillTab(workbook: Workbook, tab: RecordTabKey, entries: readonly LedgerEntry[]): void {
  const columns = readColumns(workbook, tab);
  const cells = entries.map((entry) =>
    columns.keys.map((key) => {
      const field = fieldOf(tab, key);
      return field ? cellFor(field, key === 'id' ? entry.id : entry.state.fields[key], {}) : '';
    }),
  );
  ensureRows(columns.sheet, cells.length + 1);
  columns.sheet.getRange(2, 1, cells.length, columns.keys.length).setValues(cells);
}

function refillColumns(
  workbook: Workbook,
  tab: RecordTabKey,
  entries: readonly LedgerEntry[],
  restored: readonly string[],
): void {
  const columns = readColumns(workbook, tab);
  const last = columns.sheet.getLastRow();
  if (last < 2) return;
  const read = columns.sheet
    .getRange(2, 1, last - 1, columns.keys.length)
    .getValues()
    .map((cells, index) => rowOf(workbook, tab, columns, index + 2, cells));
  const rows = computedRows(read, readComputed(columns, 1, last));
  const entryOf = restored.includes('id') ? byHash(entries, restored) : byId(entries);
  for (const key of restored) {
    const field = fieldOf(tab, key);
    if (!field) continue;
    const cells = rows.map((row) => {
      const entry = entryOf(restored.includes('id') ? hashOf(row) : row.id);
      return [cellFor(field, key === 'id' ? entry?.id : entry?.state.fields[key], {})];
    });
    columns.sheet.getRange(2, columnOf(columns, key), cells.length, 1).setValues(cells);
  }
}

function byId(entries: readonly LedgerEntry[]): (id: string) => LedgerEntry | undefined {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  return (id) => known.get(id);
}

/** Rows without an id are told by what they hold; two alike cannot be told apart, and get new ids later. */
function byHash(
  entries: readonly LedgerEntry[],
  restored: readonly string[],
): (hash: string) => LedgerEntry | undefined {
  const known = new Map<string, LedgerEntry | undefined>();
  for (const entry of entries) {
    const hash = hashOf({ fields: without(entry.state.fields, restored), raw: without(entry.state.raw, restored) });
    known.set(hash, known.has(hash) ? undefined : entry);
  }
  return (hash) => known.get(hash);
}

/** As a row looks while the columns brought back are still blank. */
function without(fields: AnyRecord, keys: readonly string[]): AnyRecord {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
}
