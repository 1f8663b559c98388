// The ledger: one hidden tab for each record tab; a record's row is its id's number + 1. Versions and the last known state
// live here, not in people's tabs, so that pastes, other programs, deletions and copies are noticed (DESIGN.md invariant 5).
import { formatId, parseId } from '../domain/ids';
import { isBlank } from '../domain/record';
import { ledgerTitle, type RecordTabKey, tabs } from '../domain/schema';
import { mostSpareRows } from '../domain/schema/grids';
import { rememberState } from './absent-columns';
import type { Sheet, Workbook } from './api';
import { readColumns } from './columns';
import { readIds } from './find-rows';
import { cellsOf, entriesOf, entryAt, type LedgerEntry, ledgerRow, plainColumns } from './ledger-cells';
import { readMeta } from './meta';
import { findInColumn, seenFields } from './rows';

export type { LedgerEntry } from './ledger-cells';

/** What the ledger knows of this record, null when nothing (1 read). */
export function readLedgerEntry(workbook: Workbook, tab: RecordTabKey, id: string): LedgerEntry | null {
  return readLedgerEntries(workbook, tab, [id]).get(id) ?? null;
}

/** The same for several records: one read for each stretch of ids near each other. */
export function readLedgerEntries(
  workbook: Workbook,
  tab: RecordTabKey,
  ids: readonly string[],
): Map<string, LedgerEntry> {
  const sheet = workbook.hidden(ledgerTitle(tab));
  const rows = ids.map(ledgerRow).filter((row) => row > 1);
  const found = new Map<string, LedgerEntry>();
  if (rows.length === 0) return found;
  const spans = together(rows);
  const read = new Map<number, readonly unknown[]>();
  for (const [from, end] of spans) {
    const to = Math.min(end, sheet.getMaxRows());
    if (to < from) continue;
    const cells = sheet.getRange(from, 1, to - from + 1, sheet.getMaxColumns()).getValues();
    for (const [id, entry] of entriesOf(tab, cells, from, isGiven(workbook))) found.set(id, entry);
    cells.forEach((row, index) => {
      read.set(from + index, row);
    });
  }
  for (const id of ids) {
    if (found.has(id) && !found.get(id)?.astray) continue;
    searchMoved(sheet, tab, id, found);
    // Its own row names another, and no row names it.
    const row = ledgerRow(id);
    const cells = read.get(row) ?? [];
    const standing = entryAt(tab, row, cells, 'row');
    if (standing) disorder(workbook).add(tab);
    if (standing && !found.has(id) && isGiven(workbook)(id) && !isMoved(sheet, tab, cells)) found.set(id, standing);
  }
  if ([...found.values()].some(({ astray }) => astray)) disorder(workbook).add(tab);
  for (const { id, state } of found.values()) rememberState(workbook, id, state);
  return found;
}

/** Between rows nearer than this, reading what lies between costs less than another call. */
const nearRows = 500;

/** Stretches of rows, first and last, that are read together. */
function together(rows: readonly number[]): (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const row of [...rows].sort((one, other) => one - other)) {
    const span = spans[spans.length - 1];
    if (span && row - span[1] < nearRows) span[1] = row;
    else spans.push([row, row]);
  }
  return spans;
}

/** Every entry of a tab (1 read). */
export function readLedger(workbook: Workbook, tab: RecordTabKey): Map<string, LedgerEntry> {
  const sheet = workbook.hidden(ledgerTitle(tab));
  const last = sheet.getLastRow();
  if (last < 2) return new Map();
  const entries = entriesOf(
    tab,
    sheet.getRange(2, 1, last - 1, sheet.getMaxColumns()).getValues(),
    2,
    isGiven(workbook),
  );
  if ([...entries.values()].some(({ astray }) => astray)) disorder(workbook).add(tab);
  for (const { id, state } of entries.values()) rememberState(workbook, id, state);
  return entries;
}

/** Ids of the records that the grid should hold (1 read, a small part of the ledger); none where people have moved its rows. */
export function liveIds(workbook: Workbook, tab: RecordTabKey): string[] {
  const sheet = workbook.hidden(ledgerTitle(tab));
  const last = sheet.getLastRow();
  const cells = last < 2 ? [] : sheet.getRange(2, 1, last - 1, 4).getValues();
  if (cells.some(([id], index) => id !== '' && id !== formatId(tab, index + 1))) return [];
  return cells.flatMap(([id, , hash, row]) => (id === '' || (hash === '' && Number(row) === 0) ? [] : [String(id)]));
}

/** Whether an id has ever been given, as far as the mark in `_Meta` tells; where there is none, any may have been. */
function isGiven(workbook: Workbook): (id: string) => boolean {
  return (id) => {
    const marks = readMeta(workbook, 'highWater') as { [prefix: string]: number } | null;
    const { tab, number } = parseId(id) ?? {};
    return tab !== undefined && Number(number) <= (marks?.[tabs[tab].idPrefix] ?? Number.POSITIVE_INFINITY);
  };
}

const disorders = new WeakMap<Workbook, Set<RecordTabKey>>();

/** Tabs in whose ledger this execution has found entries that do not stand in their own rows: people can sort it, too. */
function disorder(workbook: Workbook): Set<RecordTabKey> {
  const known = disorders.get(workbook) ?? new Set();
  disorders.set(workbook, known);
  return known;
}

/** Puts every entry into its own row, where they were found astray (1 read, 1 write); else does nothing. Under the lock. */
export function straightenLedger(workbook: Workbook, tab: RecordTabKey): void {
  if (!disorder(workbook).delete(tab)) return;
  const entries = [...readLedger(workbook, tab).values()];
  disorder(workbook).delete(tab);
  const sheet = workbook.hidden(ledgerTitle(tab));
  const last = Math.max(sheet.getLastRow(), ...entries.map(({ id }) => ledgerRow(id)));
  ensureRows(sheet, last);
  const cells = new Map(entries.map((entry) => [ledgerRow(entry.id), cellsOf(entry)]));
  const width = sheet.getMaxColumns();
  const rows = Array.from({ length: last - 1 }, (_, index) => padded(cells.get(index + 2) ?? [], width));
  sheet.getRange(2, 1, rows.length, width).setValues(rows);
}

/** Writes entries: one write for each run of neighbouring ids. Grows the grid where needed. */
export function writeLedger(workbook: Workbook, tab: RecordTabKey, entries: readonly LedgerEntry[]): void {
  if (entries.length === 0) return;
  straightenLedger(workbook, tab);
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

/**
 * Whether these cells are another record's, moved here: it stands nowhere else, or was saved since, as the one that stands in the
 * same row of its tab (1 read, 1 more, where they name one).
 */
function isMoved(sheet: Sheet, tab: RecordTabKey, cells: readonly unknown[]): boolean {
  const named = parseId(String(cells[0] ?? ''));
  if (named?.tab !== tab) return false;
  const home = ledgerRow(named.id);
  if (!findInColumn(sheet, 1, named.id).includes(home)) return true;
  const place = Number(cells[3]);
  return place > 0 && Number(sheet.getRange(home, 4).getValue()) === place;
}

function searchMoved(sheet: Sheet, tab: RecordTabKey, id: string, found: Map<string, LedgerEntry>): void {
  const rows = findInColumn(sheet, 1, id);
  const row = rows.find((one) => one === ledgerRow(id)) ?? rows[0];
  if (row === undefined) return;
  const entry = entryAt(tab, row, sheet.getRange(row, 1, 1, sheet.getMaxColumns()).getValues()[0] ?? [], 'cell');
  if (entry?.id === id) found.set(id, entry);
}

/** An entry for a record that the grid no longer holds: its state stays, for undo and restore. */
export function tombstone(entry: LedgerEntry, changeSet: string): LedgerEntry {
  return { ...entry, version: entry.version + 1, hash: '', row: 0, changeSet };
}

/** How far the mark may be ahead of the ledger, which knows deleted records too: creations that were taken back. */
const mostAhead = 100_000;
/** Rows pasted at once that the ledger does not know yet. */
const mostPasted = 10_000;

/**
 * The highest number ever given to a record: the mark in `_Meta`, or the ledger's in case the mark was lost. A mark far above a
 * ledger that was not lost itself, since it has about as many rows as the tab, was typed by somebody, and counts for nothing.
 */
export function highestGiven(workbook: Workbook, tab: RecordTabKey): number {
  const marks = readMeta(workbook, 'highWater') as { [prefix: string]: number } | null;
  const mark = Number(marks?.[tabs[tab].idPrefix]) || 0;
  const known = Math.max(0, workbook.hidden(ledgerTitle(tab)).getLastRow() - 1);
  if (mark < known) {
    // The mark was lost, or edited: of a ledger that was edited as well the grid may know more.
    const numbers = readIds(readColumns(workbook, tab)).map((id) => (parseId(id)?.tab === tab ? ledgerRow(id) - 1 : 0));
    return Math.max(known, ...numbers.filter((number) => number < known + mostPasted));
  }
  const isTyped = mark > known + mostAhead && known + mostPasted >= workbook.sheet(tab).getLastRow();
  return isTyped ? known : mark;
}

/** Whether the ledger knows the record as one that the grid no longer holds: not by a hash alone, which a person may have blanked. */
export function isDeleted(entry: LedgerEntry): boolean {
  return entry.hash === '' && entry.row === 0;
}

/** Whether it is one that was deleted, and something is known of it by which it can be brought back. */
export function isKept(entry: LedgerEntry): boolean {
  return isDeleted(entry) && Object.values(seenFields(entry.state)).some((value) => !isBlank(value));
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
