// Brings back from the ledger what had to be made anew: a deleted tab's records, a deleted column's values.
import { fieldOf } from '../domain/record';
import { type AnyRecord, fieldsOf, type RecordTabKey } from '../domain/schema';
import type { ValueContext } from '../domain/values';
import type { Workbook } from './api';
import { cellFor } from './cells';
import { type Columns, columnOf, readColumns } from './columns';
import { ensureRows, isDeleted, type LedgerEntry, readLedger } from './ledger';
import { hashOf, type Row, rowOf } from './rows';
import { namesInLedgers } from './work';

/** Fills a new tab with the ledger's records, or new columns with the ledger's values. Does nothing for a new workbook. */
export function refill(workbook: Workbook, tab: RecordTabKey, restored: readonly string[], isNew: boolean): void {
  const entries = [...readLedger(workbook, tab).values()].filter((entry) => !isDeleted(entry));
  if (entries.length === 0) return;
  if (isNew) refillTab(workbook, tab, entries);
  else refillColumns(workbook, tab, entries, restored);
}

function refillTab(workbook: Workbook, tab: RecordTabKey, entries: readonly LedgerEntry[]): void {
  const columns = readColumns(workbook, tab);
  const context = namesInLedgers(workbook);
  const cells = entries.map((entry) => columns.keys.map((key) => cellOf(tab, key, entry, context)));
  ensureRows(columns.sheet, cells.length + 1);
  columns.sheet.getRange(2, 1, cells.length, columns.keys.length).setValues(cells);
}

/** Only blank cells are filled: somebody may have typed since the column was made. */
function refillColumns(
  workbook: Workbook,
  tab: RecordTabKey,
  entries: readonly LedgerEntry[],
  restored: readonly string[],
): void {
  const columns = readColumns(workbook, tab);
  const last = columns.sheet.getLastRow();
  if (last < 2) return;
  const cells = columns.sheet.getRange(2, 1, last - 1, columns.keys.length).getValues();
  const rows = cells.map((row, index) => rowOf(workbook, tab, columns, index + 2, row));
  const entryOf = restored.includes('id') ? byContents(tab, entries, rows, columns, restored) : byId(entries, rows);
  const context = namesInLedgers(workbook);
  for (const key of restored) {
    const column = columnOf(columns, key);
    const filled = rows.map((row, index) => {
      const stands = cells[index]?.[column - 1];
      const entry = entryOf(row);
      return [entry && (stands === '' || stands === false) ? cellOf(tab, key, entry, context) : stands];
    });
    columns.sheet.getRange(2, column, filled.length, 1).setValues(filled);
    rows.forEach((row) => {
      const formula = entryOf(row)?.state.formulas[key];
      if (formula !== undefined) columns.sheet.getRange(row.row, column).setFormulaR1C1(formula);
    });
  }
}

function cellOf(tab: RecordTabKey, key: string, { id, state }: LedgerEntry, context: ValueContext) {
  const field = fieldOf(tab, key);
  return field ? cellFor(field, key === 'id' ? id : (state.raw[key] ?? state.fields[key]), context) : '';
}

type EntryOf = (row: Row) => LedgerEntry | undefined;

/** Of rows that a fill or a paste gave one id, that one is the record which stands where it was last seen; else the first. */
function byId(entries: readonly LedgerEntry[], rows: readonly Row[]): EntryOf {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const own = new Map<string, Row>();
  for (const row of rows) if (!own.has(row.id) || known.get(row.id)?.row === row.row) own.set(row.id, row);
  return (row) => (own.get(row.id) === row ? known.get(row.id) : undefined);
}

/**
 * Rows without an id are told by what they hold: exactly what one record held, or, where several held the same, that of them
 * which was last seen in this very row. Never guessed: any other row is left to the compare.
 */
function byContents(
  tab: RecordTabKey,
  entries: readonly LedgerEntry[],
  rows: readonly Row[],
  columns: Columns,
  restored: readonly string[],
): EntryOf {
  const kept = new Set(fieldsOf(tab).flatMap(([key]) => (columns.at(key) && !restored.includes(key) ? [key] : [])));
  const alike = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const hash = hashOf({ fields: only(entry.state.fields, kept), raw: only(entry.state.raw, kept) });
    const same = alike.get(hash);
    if (same) same.push(entry);
    else alike.set(hash, [entry]);
  }
  const found = new Map<number, LedgerEntry>();
  const taken = new Set<string>();
  const hashes = new Map(
    rows.map((row) => [row, hashOf({ fields: only(row.fields, kept), raw: only(row.raw, kept) })]),
  );
  const take = (row: Row, entry: LedgerEntry | undefined) => {
    if (!entry || taken.has(entry.id)) return;
    taken.add(entry.id);
    found.set(row.row, entry);
  };
  for (const row of rows)
    take(
      row,
      alike.get(hashes.get(row) ?? '')?.find((entry) => entry.row === row.row),
    );
  const count = new Map<string, number>();
  for (const hash of hashes.values()) count.set(hash, (count.get(hash) ?? 0) + 1);
  for (const row of rows) {
    const same = alike.get(hashes.get(row) ?? '') ?? [];
    if (!found.has(row.row) && same.length === 1 && count.get(hashes.get(row) ?? '') === 1) take(row, same[0]);
  }
  return (row) => found.get(row.row);
}

/**
 * What a row and the ledger can be compared by while columns are missing: the schema's, since one of the team's own may have been
 * deleted as well, and its formulas name other columns.
 */
function only(fields: AnyRecord, keys: ReadonlySet<string>): AnyRecord {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => keys.has(key)));
}
