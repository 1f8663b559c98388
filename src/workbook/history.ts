// History: one row for each change set and record, appended, read by people. Also what undo and merges are made from.
import { type Author, type ChangeKind, type Delta, type How, sentence } from '../domain/change-set';
import { formatId } from '../domain/ids';
import { nameOf } from '../domain/record';
import { type AnyRecord, fieldsOf, type RecordTabKey, recordTabKeys, tabOf } from '../domain/schema';
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
    summary: sentence(change.tab, change.kind, change.delta, change.labels),
    delta: change.delta,
  };
}

/** What kind of change an entry tells of; its summary begins with a fixed word where the record came or went. */
export function kindOf({ summary }: HistoryEntry): ChangeKind {
  if (summary === 'Created') return 'create';
  if (summary === 'Deleted') return 'delete';
  return summary === 'Restored' ? 'restore' : 'update';
}

/** Whether an entry stands for many records at once (an import's block). */
export function isBlock({ id }: HistoryEntry): boolean {
  return id.includes('…');
}

/** How an entry names a block: `D-1…D-500`. */
export function blockId(tab: RecordTabKey, firstNumber: number, count: number): string {
  return `${formatId(tab, firstNumber)}…${formatId(tab, firstNumber + count - 1)}`;
}

/** `Ann Smith <ann@example.com>`, or the name or address alone. */
export function authorText({ email, name }: Author): string {
  if (email === '' || name === '' || name === email) return name === '' ? email : name;
  return `${name} <${email}>`;
}

const width = fieldsOf('history').length;

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
  const sheet = workbook.sheet('history');
  if (row > sheet.getMaxRows()) return true;
  const told = String(sheet.getRange(row, 1).getValue() ?? '');
  return told === '' || told === when;
}

/** Entries of one record, oldest first, blocks that contain it included only when `blocks` is set (2 reads). */
export function readHistoryOf(workbook: Workbook, id: string): HistoryEntry[] {
  return readMatching(workbook, columnOfField('id'), id);
}

/** Entries of one change set, oldest first (2 reads). */
export function readChangeSet(workbook: Workbook, changeSet: string): HistoryEntry[] {
  return readMatching(workbook, columnOfField('changeSet'), changeSet);
}

function readMatching(workbook: Workbook, column: number, text: string): HistoryEntry[] {
  const sheet = workbook.sheet('history');
  const last = sheet.getLastRow();
  if (last < 2) return [];
  const rows = sheet
    .getRange(2, column, last - 1, 1)
    .createTextFinder(text)
    .matchEntireCell(true)
    .findAll()
    .map((range) => range.getRow());
  if (rows.length === 0) return [];
  // One read from the first to the last match; History is appended, so a change set lies together and a record's recent past near the end.
  const first = Math.min(...rows);
  const cells = sheet.getRange(first, 1, Math.max(...rows) - first + 1, sheet.getMaxColumns()).getValues();
  return rows.flatMap((row) => entryOf(cells[row - first] ?? []) ?? []);
}

function columnOfField(key: string): number {
  return fieldsOf('history').findIndex(([name]) => name === key) + 1;
}

function rowOfEntry(entry: HistoryEntry): string[] {
  const parts = inCells(JSON.stringify(entry.delta));
  const { when, who, how, changeSet, tab, id, name, summary } = entry;
  return [...[when, who, how, changeSet, tabOf(tab).title, id, name, summary].map(guardText), ...parts];
}

function entryOf(cells: readonly unknown[]): HistoryEntry | null {
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
    delta: deltaOfText(cells.slice(width - 1).join('')),
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
