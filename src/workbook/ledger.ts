// The ledger: one hidden tab for each record tab; a record's row is its id's number + 1. Versions and the last known state
// live here, not in people's tabs, so that pastes, other programs, deletions and copies are noticed (DESIGN.md invariant 5).
import { parseId } from '../domain/ids';
import { isBlank } from '../domain/record';
import { type AnyRecord, type FieldValue, ledgerTitle, type RecordTabKey } from '../domain/schema';
import { ledgerHeaders, mostSpareRows } from '../domain/schema/grids';
import { rememberState } from './absent-columns';
import type { Sheet, Workbook } from './api';
import { inCells } from './cells';
import { blankFields, filled, findInColumn } from './rows';

/** Columns before the state, which takes as many cells as it needs. */
const plainColumns = ledgerHeaders.length - 1;

/** What is known of a record. `hash` is blank when it is deleted. */
export interface LedgerEntry {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  /** Where the record stood when last seen. */
  readonly row: number;
  readonly changeSet: string;
  readonly state: LedgerState;
}

export interface LedgerState {
  readonly fields: AnyRecord;
  readonly raw: { readonly [field: string]: FieldValue };
  /** Fields whose cell held a person's formula when last seen. */
  readonly formulas: { readonly [field: string]: string };
  /** Fields whose cells carry Rowbook's note about a value that cannot be right. */
  readonly marks?: readonly string[];
}

interface StateJson {
  f: AnyRecord;
  r?: AnyRecord;
  x?: { readonly [field: string]: string };
  m?: readonly string[];
}

/** The ledger row of an id. */
function ledgerRow(id: string): number {
  return (parseId(id)?.number ?? 0) + 1;
}

/** What the ledger knows of this record, null when nothing (1 read). */
export function readLedgerEntry(workbook: Workbook, tab: RecordTabKey, id: string): LedgerEntry | null {
  return readLedgerEntries(workbook, tab, [id]).get(id) ?? null;
}

/** The same for several records: one read for ids near each other, else one for each. */
export function readLedgerEntries(
  workbook: Workbook,
  tab: RecordTabKey,
  ids: readonly string[],
): Map<string, LedgerEntry> {
  const sheet = workbook.hidden(ledgerTitle(tab));
  const rows = ids.map(ledgerRow).filter((row) => row > 1);
  const found = new Map<string, LedgerEntry>();
  if (rows.length === 0) return found;
  const last = Math.min(sheet.getMaxRows(), Math.max(...rows));
  const first = Math.min(...rows);
  const spans =
    last - first < rows.length * 50 + 500 ? [[first, last] as const] : rows.map((row) => [row, row] as const);
  for (const [from, to] of spans) {
    if (to < from || to > sheet.getMaxRows()) continue;
    for (const entry of entriesOf(tab, sheet.getRange(from, 1, to - from + 1, sheet.getMaxColumns()).getValues())) {
      found.set(entry.id, entry);
    }
  }
  for (const id of ids) {
    if (!found.has(id)) searchMoved(sheet, tab, id, found);
  }
  for (const { id, state } of found.values()) rememberState(workbook, id, state);
  return found;
}

/** Every entry of a tab (1 read). */
export function readLedger(workbook: Workbook, tab: RecordTabKey): Map<string, LedgerEntry> {
  const sheet = workbook.hidden(ledgerTitle(tab));
  const last = sheet.getLastRow();
  if (last < 2) return new Map();
  const cells = sheet.getRange(2, 1, last - 1, sheet.getMaxColumns()).getValues();
  const entries = new Map(entriesOf(tab, cells).map((entry) => [entry.id, entry]));
  for (const { id, state } of entries.values()) rememberState(workbook, id, state);
  return entries;
}

/** Writes entries: one write for each run of neighbouring ids. Grows the grid where needed. */
export function writeLedger(workbook: Workbook, tab: RecordTabKey, entries: readonly LedgerEntry[]): void {
  if (entries.length === 0) return;
  const sheet = workbook.hidden(ledgerTitle(tab));
  for (const { id, state } of entries) rememberState(workbook, id, state);
  const sorted = [...entries].sort((one, other) => ledgerRow(one.id) - ledgerRow(other.id));
  ensureRows(sheet, ledgerRow(sorted[sorted.length - 1]?.id ?? ''));
  const cells = new Map(sorted.map((entry) => [entry, cellsOf(entry)]));
  const width = ensureStateColumns(sheet, Math.max(...[...cells.values()].map((row) => row.length)));
  let run: LedgerEntry[] = [];
  const put = () => {
    if (run.length === 0) return;
    sheet
      .getRange(ledgerRow(run[0]?.id ?? ''), 1, run.length, width)
      .setValues(run.map((entry) => padded(cells.get(entry) ?? [], width)));
    run = [];
  };
  for (const entry of sorted) {
    const before = run[run.length - 1];
    if (before && ledgerRow(entry.id) !== ledgerRow(before.id) + 1) put();
    run.push(entry);
  }
  put();
}

/** Makes the grid at least this many rows high, growing by at most `mostSpareRows` beyond what is needed. */
export function ensureRows(sheet: Sheet, rows: number): void {
  const have = sheet.getMaxRows();
  if (rows > have) sheet.insertRowsAfter(have, Math.max(rows - have, Math.min(mostSpareRows, Math.max(200, have))));
}

/** Makes the ledger this wide, for a record with more text than any before; answers how wide it is. */
function ensureStateColumns(sheet: Sheet, columns: number): number {
  const have = sheet.getMaxColumns();
  if (columns <= have) return have;
  sheet.insertColumnsAfter(have, columns - have);
  const headers = Array.from({ length: columns - have }, (_, index) => `State ${have + index + 1 - plainColumns}`);
  sheet.getRange(1, have + 1, sheet.getMaxRows(), headers.length).setNumberFormat('@');
  sheet.getRange(1, have + 1, 1, headers.length).setValues([headers]);
  return columns;
}

function padded(cells: readonly (string | number)[], width: number): (string | number)[] {
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
}

function entriesOf(tab: RecordTabKey, rows: readonly (readonly unknown[])[]): LedgerEntry[] {
  return rows.flatMap((cells) => {
    const id = String(cells[0] ?? '');
    if (parseId(id)?.tab !== tab) return [];
    return [
      {
        id,
        version: Number(cells[1]) || 0,
        hash: String(cells[2] ?? ''),
        row: Number(cells[3]) || 0,
        changeSet: String(cells[4] ?? ''),
        state: stateOf(tab, cells.slice(plainColumns).join('')),
      },
    ];
  });
}

function stateOf(tab: RecordTabKey, text: string): LedgerState {
  let json: StateJson = { f: {} };
  try {
    if (text !== '') json = JSON.parse(text);
  } catch {
    // A person's edit of the hidden tab: the state is lost, the record in the grid is not.
  }
  return { fields: { ...blankFields(tab), ...json.f }, raw: json.r ?? {}, formulas: json.x ?? {}, marks: json.m ?? [] };
}

function stateJson({ fields, raw, formulas, marks = [] }: LedgerState): StateJson {
  const { id: _, ...rest } = filled(fields);
  return {
    f: rest,
    ...(Object.keys(raw).length > 0 ? { r: raw } : {}),
    ...(Object.keys(formulas).length > 0 ? { x: formulas } : {}),
    ...(marks.length > 0 ? { m: marks } : {}),
  };
}

function cellsOf(entry: LedgerEntry): (string | number)[] {
  const parts = inCells(JSON.stringify(stateJson(entry.state)));
  return [entry.id, entry.version, entry.hash, entry.row, entry.changeSet, ...parts];
}

function searchMoved(sheet: Sheet, tab: RecordTabKey, id: string, found: Map<string, LedgerEntry>): void {
  const row = findInColumn(sheet, 1, id)[0];
  if (row === undefined) return;
  for (const entry of entriesOf(tab, sheet.getRange(row, 1, 1, sheet.getMaxColumns()).getValues())) {
    found.set(entry.id, entry);
  }
}

/** An entry for a record that the grid no longer holds: its state stays, for undo and restore. */
export function tombstone(entry: LedgerEntry, changeSet: string): LedgerEntry {
  return { ...entry, version: entry.version + 1, hash: '', row: 0, changeSet };
}

/** Highest id number that the ledger knows of; a floor for the high-water mark. */
export function highestInLedger(workbook: Workbook, tab: RecordTabKey): number {
  return Math.max(0, workbook.hidden(ledgerTitle(tab)).getLastRow() - 1);
}

/** Whether the ledger knows the record as one that the grid no longer holds; an unused ledger row is none. */
export function isDeleted(entry: LedgerEntry): boolean {
  return entry.hash === '' && !isBlank(entry.id);
}

/** Where records stand, after a sort or deletions moved them (1 write, the whole column). `rows` is by id. */
export function writeRowHints(
  workbook: Workbook,
  tab: RecordTabKey,
  entries: ReadonlyMap<string, LedgerEntry>,
  rows: ReadonlyMap<string, number>,
): void {
  const stale = [...entries.values()].some((entry) => !isDeleted(entry) && rows.get(entry.id) !== entry.row);
  if (!stale) return;
  const sheet = workbook.hidden(ledgerTitle(tab));
  const last = sheet.getLastRow();
  const byRow = new Map([...entries.values()].map((entry) => [ledgerRow(entry.id), entry]));
  const cells = Array.from({ length: last - 1 }, (_, index) => {
    const entry = byRow.get(index + 2);
    return [entry ? (rows.get(entry.id) ?? entry.row) : ''];
  });
  sheet.getRange(2, 4, cells.length, 1).setValues(cells);
}
