// Many records of one tab that go together: rows, ledger, History, and what `_Meta` remembers of them.
import { authorText } from '../domain/change-set';
import { parseId } from '../domain/ids';
import { type RecordTabKey, tabs } from '../domain/schema';
import { deleteRecords } from './delete-rows';
import { blockId, nextHistoryRow, writeHistory } from './history';
import { beginJournal, endJournal } from './journal';
import { isDeleted, type LedgerEntry, tombstone, writeLedger } from './ledger';
import type { MetaKey } from './meta';
import { readMeta } from './meta';
import { type FollowUpSummary, summaryAfter } from './summary';
import type { Work } from './work';

/** Takes out records with neighbouring ids. Under the lock, whose release flushes what this wrote last. */
export function takeOut(work: Work, tab: RecordTabKey, gone: readonly LedgerEntry[]): void {
  const { workbook, changeSet, when, author, how } = work;
  const historyRow = nextHistoryRow(workbook);
  const block = { kind: 'delete', tab, firstNumber: numberOf(gone[0]), count: gone.length } as const;
  beginJournal(workbook, { changeSet, when, author, how, historyRow, records: [], block }, {});
  SpreadsheetApp.flush();
  deleteRecords(
    work,
    tab,
    gone.map(({ id }) => id),
  );
  endJournal(workbook, tellTakenOut(work, tab, gone, historyRow));
}

/**
 * Ledger and History of records whose rows are gone: one line for each run of neighbouring ids. Answers what `_Meta` is to
 * remember, to be written with the end of the journal.
 */
export function tellTakenOut(
  work: Work,
  tab: RecordTabKey,
  gone: readonly LedgerEntry[],
  historyRow: number,
): { readonly [key in MetaKey]?: unknown } {
  const { workbook, when, author, how, changeSet } = work;
  writeLedger(
    workbook,
    tab,
    gone.flatMap((entry) => (isDeleted(entry) ? [] : [tombstone(entry, changeSet)])),
  );
  const lines = runsOf(gone).map((run) => ({
    when,
    who: authorText(author),
    how,
    changeSet,
    tab,
    id: blockId(tab, numberOf(run[0]), run.length),
    name: `${run.length} ${tabs[tab].title.toLowerCase()}`,
    summary: `Deleted ${run.length}`,
    delta: { count: [run.length, 0] as const },
  }));
  writeHistory(workbook, historyRow, lines);
  const tails = { ...((readMeta(workbook, 'tails') ?? {}) as { [tab: string]: number }) };
  const summary = readMeta(workbook, 'summary') as FollowUpSummary | null;
  const tasks = gone.map((entry) => ({ before: entry.state.fields, after: {} }));
  return {
    tails: { ...tails, [tab]: Math.max(1, (tails[tab] ?? 1) - gone.length) },
    ...(tab === 'tasks' ? { summary: summaryAfter(summary, tasks, work.today) } : {}),
  };
}

/** Entries in runs of neighbouring ids, in order. */
export function runsOf(entries: readonly LedgerEntry[]): LedgerEntry[][] {
  const runs: LedgerEntry[][] = [];
  for (const entry of [...entries].sort((one, other) => numberOf(one) - numberOf(other))) {
    const run = runs[runs.length - 1];
    if (run && numberOf(run[run.length - 1]) + 1 === numberOf(entry)) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

function numberOf(entry: LedgerEntry | undefined): number {
  return parseId(entry?.id ?? '')?.number ?? 0;
}
