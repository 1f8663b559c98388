// History: one row for each change set and record, appended, read by people. Also what undo and merges are made from.
import {
  type Author,
  authorText,
  type ChangeKind,
  type Delta,
  type How,
  mergeTold,
  sentence,
} from '../domain/change-set';
import { formatId, parseId } from '../domain/ids';
import { nameOf } from '../domain/record';
import { type AnyRecord, fieldsOf, type RecordTabKey, recordTabKeys, tabOf, tabs } from '../domain/schema';
import type { Workbook } from './api';
import { guardText, inCells } from './cells';
import { ensureRows } from './ledger';

export interface HistoryEntry {
  /** UTC ISO. */
  readonly when: string;
  readonly who: string;
  readonly how: string;
  readonly changeSet: string;
  readonly tab: RecordTabKey;
  /** `D-7`, or `D-1…D-500` for a block. */
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly delta: Delta;
}

export interface RecordChange {
  readonly tab: RecordTabKey;
  readonly id: string;
  readonly kind: ChangeKind;
  readonly delta: Delta;
  /** The record afterwards (before, when deleted), for its name. */
  readonly fields: AnyRecord;
  readonly labels?: { readonly [id: string]: string };
  /** The other record, of two that became one. */
  readonly merge?: string | undefined;
}

/** The entry for one record's change. */
export function historyEntry(
  change: RecordChange,
  about: { readonly when: string; readonly author: Author; readonly how: How; readonly changeSet: string },
): HistoryEntry {
  return {
    when: about.when,
    who: authorText(about.author),
    how: about.how,
    changeSet: about.changeSet,
    tab: change.tab,
    id: change.id,
    name: nameOf(change.tab, change.fields),
    summary: sentence(change.tab, change.kind, change.delta, change.labels, change.merge),
    delta: change.delta,
  };
}

/** What kind of change an entry tells of; its summary begins with a fixed word where the record came or went. */
export function kindOf({ summary, delta }: Pick<HistoryEntry, 'summary' | 'delta'>): ChangeKind {
  if (summary === 'Created') return 'create';
  if (summary === 'Deleted' || mergeTold(summary, delta) !== null) return 'delete';
  return summary === 'Restored' ? 'restore' : 'update';
}

/** Whether an entry stands for many records at once (an import's block). */
export function isBlock({ id }: Pick<HistoryEntry, 'id'>): boolean {
  return id.includes('…');
}

/** What the id of every block of this tab has in it. */
export function blockMark(tab: RecordTabKey): string {
  return `…${tabs[tab].idPrefix}-`;
}

/** How an entry names a block: `D-1…D-500`. */
export function blockId(tab: RecordTabKey, firstNumber: number, count: number): string {
  return `${formatId(tab, firstNumber)}…${formatId(tab, firstNumber + count - 1)}`;
}

/** Columns of an entry whose delta fits one cell. */
export const historyWidth = fieldsOf('history').length;

/** The row where the next entry goes. */
export function nextHistoryRow(workbook: Workbook): number {
  return Math.max(1, workbook.sheet('history').getLastRow()) + 1;
}

/**
 * Puts entries into rows from `first` on, which nothing else uses while the lock is held (1 write). A delta that does not fit its
 * cell goes on in the cells to its right.
 */
export function writeHistory(workbook: Workbook, first: number, entries: readonly HistoryEntry[]): void {
  if (entries.length === 0) return;
  const sheet = workbook.sheet('history');
  const rows = entries.map(rowOfEntry);
  const columns = Math.max(...rows.map((row) => row.length));
  ensureRows(sheet, first + rows.length - 1);
  const have = sheet.getMaxColumns();
  if (columns > have) sheet.insertColumnsAfter(have, columns - have);
  sheet
    .getRange(first, 1, rows.length, columns)
    .setValues(rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => '')]));
}

/** Whether the row is blank, or was begun for the change set of this moment and cut off: then it may be written (again). */
export function isHistoryRowFree(workbook: Workbook, row: number, when: string): boolean {
  return ['', when].includes(whenAt(workbook, row));
}

/** Whether the commit of this moment had begun to tell of what it did (1 read). */
export function hasBegunToTell(
  workbook: Workbook,
  pending: { readonly historyRow: number; readonly when: string },
): boolean {
  return whenAt(workbook, pending.historyRow) === pending.when;
}

function whenAt(workbook: Workbook, row: number): string {
  const sheet = workbook.sheet('history');
  return row > sheet.getMaxRows() ? '' : String(sheet.getRange(row, 1).getValue() ?? '');
}

/** What a commit that was cut off has told already, whole, and the row where the rest of it goes (2 reads). */
export function toldBefore(
  workbook: Workbook,
  { historyRow, changeSet, when }: { readonly historyRow: number; readonly changeSet: string; readonly when: string },
): { readonly told: HistoryEntry[]; readonly next: number } {
  const sheet = workbook.sheet('history');
  const count = sheet.getLastRow() - historyRow + 1;
  const rows = count > 0 ? sheet.getRange(historyRow, 1, count, sheet.getMaxColumns()).getValues() : [];
  const told: HistoryEntry[] = [];
  for (const cells of rows) {
    const entry = entryOfRow(cells);
    const isWhole = cells
      .slice(historyWidth - 1)
      .join('')
      .endsWith('}');
    if (!entry || !isWhole || entry.changeSet !== changeSet) break;
    told.push(entry);
  }
  const next = historyRow + told.length;
  return { told, next: isHistoryRowFree(workbook, next, when) ? next : nextHistoryRow(workbook) };
}

/** Entries of one record, oldest first (2 reads). Those of a block that it was made in stand under the block: `readCreatingBlock`. */
export function readHistoryOf(workbook: Workbook, id: string): HistoryEntry[] {
  const sheet = workbook.sheet('history');
  const rows = findHistoryRows(workbook, 'id', id);
  if (rows.length === 0) return [];
  // One read from the first to the last match: what is older than the archive's limit lies there.
  const first = Math.min(...rows);
  const cells = sheet.getRange(first, 1, Math.max(...rows) - first + 1, sheet.getMaxColumns()).getValues();
  return rows.flatMap((row) => entryOfRow(cells[row - first] ?? []) ?? []);
}

/**
 * The entry of the block that this record was made in, null where it was made by itself. 1 read in a workbook without blocks of
 * this tab, else 3: how many blocks there are makes no difference.
 */
export function readCreatingBlock(
  workbook: Workbook,
  id: string,
): { readonly entry: HistoryEntry; readonly row: number } | null {
  const record = parseId(id);
  if (!record) return null;
  const sheet = workbook.sheet('history');
  const column = columnOfField('id');
  const rows = findHistoryRows(workbook, 'id', blockMark(record.tab), false);
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (first === undefined || last === undefined) return null;
  const ids = sheet.getRange(first, column, last - first + 1, 1).getValues();
  // An id is never used twice, so of its blocks the first has made it; a later one may have taken it out.
  const found = rows.find((row) => isInBlock(String(ids[row - first]?.[0] ?? ''), record.number));
  if (found === undefined) return null;
  const entry = entryOfRow(sheet.getRange(found, 1, 1, sheet.getMaxColumns()).getValues()[0] ?? []);
  return entry && { entry, row: found };
}

/** Whether a block's id (`D-1…D-500`) is that of a block with this number in it. */
export function isInBlock(block: string, number: number): boolean {
  const [from, to] = blockNumbers(block);
  return number >= from && number <= to;
}

/** The ids of all records that an entry tells of. */
export function idsOf(entry: Pick<HistoryEntry, 'tab' | 'id'>): string[] {
  return isBlock(entry) ? idsOfBlock(entry) : [entry.id];
}

/** The ids of all records of a block; none of what is no block. */
export function idsOfBlock({ tab, id }: Pick<HistoryEntry, 'tab' | 'id'>): string[] {
  const [from, to] = blockNumbers(id);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => formatId(tab, from + index));
}

/** The first and last number of a block's id; of any other text nothing lies between them. */
function blockNumbers(block: string): readonly [number, number] {
  const [first = '', last = ''] = block.split('…');
  return [parseId(first)?.number ?? 0, parseId(last)?.number ?? -1];
}

/** Rows of History with this text in a column, in the whole cell or in a part of it (1 read). */
export function findHistoryRows(workbook: Workbook, key: string, text: string, whole = true): number[] {
  const sheet = workbook.sheet('history');
  const last = sheet.getLastRow();
  if (last < 2) return [];
  return sheet
    .getRange(2, columnOfField(key), last - 1, 1)
    .createTextFinder(text)
    .matchEntireCell(whole)
    .findAll()
    .map((range) => range.getRow());
}

function columnOfField(key: string): number {
  return fieldsOf('history').findIndex(([name]) => name === key) + 1;
}

function rowOfEntry(entry: HistoryEntry): string[] {
  const parts = inCells(JSON.stringify(entry.delta));
  const { when, who, how, changeSet, tab, id, name, summary } = entry;
  return [...[when, who, how, changeSet, tabOf(tab).title, id, name, summary].map(guardText), ...parts];
}

/** The entry in a row's cells; null for a row that is none. */
export function entryOfRow(cells: readonly unknown[]): HistoryEntry | null {
  const [when, who, how, changeSet, title, id, name, summary] = cells.map((cell) => String(cell ?? ''));
  const tab = recordTabOf(title ?? '');
  if (!tab || when === undefined) return null;
  return {
    when,
    who: who ?? '',
    how: how ?? '',
    changeSet: changeSet ?? '',
    tab,
    id: id ?? '',
    name: name ?? '',
    summary: summary ?? '',
    delta: deltaOfText(cells.slice(historyWidth - 1).join('')),
  };
}

function recordTabOf(title: string): RecordTabKey | undefined {
  return recordTabKeys.find((key) => tabOf(key).title === title);
}

function deltaOfText(text: string): Delta {
  try {
    return text === '' ? {} : (JSON.parse(text) as Delta);
  } catch {
    return {};
  }
}
