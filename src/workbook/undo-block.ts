// Undoing an import's block: its records go, unless somebody has changed them since. A bounded number at a time.
import type { Author } from '../domain/change-set';
import { formatId, parseId } from '../domain/ids';
import { tabs } from '../domain/schema';
import type { Workbook } from './api';
import { readColumns } from './columns';
import { locateMany } from './find-rows';
import { authorText, type HistoryEntry, nextHistoryRow, writeHistory } from './history';
import { beginJournal, endJournal } from './journal';
import { isDeleted, type LedgerEntry, readLedgerEntries, tombstone, writeLedger } from './ledger';
import { withLock } from './lock';
import { readMeta } from './meta';
import { blockId, recover, spans } from './recover';
import { referredIds } from './referred';
import { hashOf } from './rows';
import { type FollowUpSummary, summaryAfter } from './summary';
import { newWork } from './work';

/** What an undo left alone. `field` is blank when the whole record is meant. */
export interface Kept {
  readonly tab: string;
  readonly id: string;
  readonly field: string;
  readonly reason: string;
}

const changedSince = 'It was changed since, so the record stays.';
const inUse = 'Another record refers to it, so it stays.';

/** Records taken out under one lock. */
const perStep = 500;

/** Takes out the next unchanged records of a block; nothing left to take out answers `undone: 0`, with what stays and why. */
export function undoBlock(
  workbook: Workbook,
  author: Author,
  block: HistoryEntry,
): { changeSet: string; undone: number; kept: Kept[] } {
  return withLock(workbook, () => {
    recover(workbook);
    const { tab } = block;
    const [from, to] = blockNumbers(block);
    const ids = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => formatId(tab, from + index));
    const known = readLedgerEntries(workbook, tab, ids);
    const standing = ids.flatMap((id): LedgerEntry[] => {
      const entry = known.get(id);
      return entry && !isDeleted(entry) ? [entry] : [];
    });
    const columns = readColumns(workbook, tab);
    const rows = locateMany(
      workbook,
      tab,
      columns,
      standing.map(({ id, row }) => ({ id, hint: row || null })),
    );
    const isUnchanged = (entry: LedgerEntry) => {
      const row = rows.get(entry.id);
      return entry.changeSet === block.changeSet && row !== undefined && hashOf(row) === entry.hash;
    };
    const unchanged = standing.filter(isUnchanged);
    const referred =
      unchanged.length === 0 ? new Set() : referredIds(workbook, tab, new Set(unchanged.map(({ id }) => id)));
    const mayGo = (entry: LedgerEntry) => isUnchanged(entry) && !referred.has(entry.id);
    const kept = standing
      .filter((entry) => !mayGo(entry))
      .map((entry) => ({ tab, id: entry.id, field: '', reason: isUnchanged(entry) ? inUse : changedSince }));
    // A run of neighbouring ids: what is announced must not hold a record that stays.
    const gone = firstRun(standing.filter(mayGo)).slice(0, perStep);
    const first = gone[0];
    if (!first) return { changeSet: '', undone: 0, kept };
    takeOut(workbook, author, block, gone, rowsOf(gone, rows));
    return { changeSet: block.changeSet, undone: gone.length, kept };
  });
}

function takeOut(
  workbook: Workbook,
  author: Author,
  { tab }: HistoryEntry,
  gone: readonly LedgerEntry[],
  rows: readonly number[],
): void {
  const work = newWork(workbook, author, 'undo', undefined, true);
  const { changeSet, when, how } = work;
  const firstNumber = numberOf(gone[0]);
  const pending = { tab, firstNumber, count: gone.length, firstRow: 0 };
  const historyRow = nextHistoryRow(workbook);
  beginJournal(workbook, { changeSet, when, author, how, historyRow, records: [], block: pending }, {});
  SpreadsheetApp.flush();
  const { sheet } = readColumns(workbook, tab);
  // From the bottom up, and never all rows that are not frozen: Google refuses that.
  if (rows.length >= sheet.getMaxRows() - 1) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
  for (const [first, count] of spans(rows)) sheet.deleteRows(first, count);
  SpreadsheetApp.flush();
  writeLedger(
    workbook,
    tab,
    gone.map((entry) => tombstone(entry, changeSet)),
  );
  writeHistory(workbook, historyRow, [
    {
      when,
      who: authorText(author),
      how,
      changeSet,
      tab,
      id: blockId(tab, firstNumber, gone.length),
      name: `${gone.length} ${tabs[tab].title.toLowerCase()}`,
      summary: `Deleted ${gone.length}`,
      delta: { count: [gone.length, 0] },
    },
  ]);
  const tails = { ...((readMeta(workbook, 'tails') ?? {}) as { [tab: string]: number }) };
  const summary = readMeta(workbook, 'summary') as FollowUpSummary | null;
  const tasks = gone.map((entry) => ({ before: entry.state.fields, after: {} }));
  endJournal(workbook, {
    tails: { ...tails, [tab]: Math.max(1, (tails[tab] ?? 1) - gone.length) },
    ...(tab === 'tasks' ? { summary: summaryAfter(summary, tasks, work.today) } : {}),
  });
}

function firstRun(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const run: LedgerEntry[] = [];
  for (const entry of entries) {
    if (run.length > 0 && numberOf(entry) !== numberOf(run[run.length - 1]) + 1) break;
    run.push(entry);
  }
  return run;
}

function rowsOf(entries: readonly LedgerEntry[], rows: ReadonlyMap<string, { readonly row: number }>): number[] {
  return entries.flatMap((entry) => rows.get(entry.id)?.row ?? []);
}

function numberOf(entry: LedgerEntry | undefined): number {
  return Number(entry?.id.split('-')[1] ?? 0);
}

/** The first and last id number of a block's entry. */
function blockNumbers(entry: HistoryEntry): readonly [number, number] {
  const [first = '', last = ''] = entry.id.split('…');
  return [parseId(first)?.number ?? 0, parseId(last)?.number ?? -1];
}
