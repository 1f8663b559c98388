// History and its archive as one past. An entry's place in it, from 0 for the first ever, stays the same when it is packed.
// Whoever must not miss the entries of a packing that was cut off calls `settleArchive` first.
import { parseId } from '../domain/ids';
import type { Workbook } from './api';
import { archiveState, findPacks, type Pack, readPackStarts, readPacks } from './archive';
import {
  blockMark,
  entryOfRow,
  findHistoryRows,
  type HistoryEntry,
  isInBlock,
  readCreatingBlock,
  readHistoryOf,
} from './history';

export interface PastEntry extends HistoryEntry {
  /** Its place in the whole past. */
  readonly at: number;
}

/** Packs read at once: about a thousand entries. */
const packsAtOnce = 10;
/** Rows this near to each other are read together. */
const nearRows = 50;

/** How many entries there are, packed ones included (no read of its own). */
export function countEntries(workbook: Workbook): number {
  return archiveState(workbook).entries + historyRows(workbook);
}

/**
 * The entries before a place (null: the newest), newest first: at most `count` of History (1 read), or of the archive about a
 * thousand (2 reads). `next` is the place to go on before, 0 when there is nothing older.
 */
export function readBefore(
  workbook: Workbook,
  before: number | null,
  count: number,
): { readonly entries: readonly PastEntry[]; readonly next: number } {
  const { entries: packed } = archiveState(workbook);
  const end = Math.min(before ?? Number.POSITIVE_INFINITY, countEntries(workbook));
  if (end > packed) {
    const first = Math.max(packed, end - count);
    const rows = Array.from({ length: end - first }, (_, index) => first - packed + 2 + index);
    return { entries: readRows(workbook, rows).reverse(), next: first };
  }
  const starts = readPackStarts(workbook);
  const last = starts.filter((start) => start < end).length;
  const from = Math.max(0, last - packsAtOnce);
  const entries = readPacks(workbook, from, last - from).flatMap(entriesOfPack);
  return { entries: entries.filter(({ at }) => at < end).reverse(), next: starts[from] ?? 0 };
}

/** The entries from a place on (1 read); null where they are more than `most`, or where the past does not reach back so far unpacked. */
export function readSince(workbook: Workbook, place: number, most: number): readonly PastEntry[] | null {
  const count = countEntries(workbook) - place;
  if (count < 0 || count > most || place < archiveState(workbook).entries) return null;
  return count === 0 ? [] : readBefore(workbook, null, count).entries;
}

/** Entries of one change set, oldest first (2 reads; 1 more for each time that packed ones lie apart). */
export function readChangeSet(workbook: Workbook, changeSet: string): PastEntry[] {
  const packed = readFoundPacks(workbook, findPacks(workbook, `"${changeSet}"`));
  const standing = readRows(workbook, findHistoryRows(workbook, 'changeSet', changeSet));
  return [...packed, ...standing].filter((entry) => entry.changeSet === changeSet);
}

/** Packs that one look at a record's packed past reads at most: some thousand entries of all records. */
const mostPacks = 20;

/**
 * The entries of one record before a place (null: the newest), newest first, at most `count`; those of the block that it came
 * with are told by `readOrigin`.
 */
export function readPastOf(workbook: Workbook, id: string, before: number | null, count: number): PastEntry[] {
  const { entries: packed } = archiveState(workbook);
  const isBefore = (at: number) => before === null || at < before;
  const rows = findHistoryRows(workbook, 'id', id).filter((row) => isBefore(packed + row - 2));
  const standing = readRows(workbook, rows.slice(-count)).reverse();
  if (standing.length >= count || packed === 0) return standing;
  const starts = readPackStarts(workbook);
  const places = findPacks(workbook, `"${id}"`).filter((place) => isBefore(starts[place] ?? 0));
  const older = readFoundPacks(workbook, places.slice(0, mostPacks))
    .filter((entry) => entry.id === id && isBefore(entry.at))
    .reverse();
  return [...standing, ...older].slice(0, count);
}

/** Every entry of one record, oldest first, as far as one look reaches; see `readPastOf`. */
export function readWholeHistoryOf(workbook: Workbook, id: string): HistoryEntry[] {
  if (archiveState(workbook).entries === 0) return readHistoryOf(workbook, id);
  return readPastOf(workbook, id, null, Number.MAX_SAFE_INTEGER).reverse();
}

/** The entry of the block that this record was made in, packed or not; null where it was made by itself. See `readCreatingBlock`. */
export function readOrigin(workbook: Workbook, id: string): PastEntry | null {
  const standing = readCreatingBlock(workbook, id);
  const record = parseId(id);
  if (!record) return null;
  if (standing) return { ...standing.entry, at: archiveState(workbook).entries + standing.row - 2 };
  // An id is never used twice, so the oldest block with it has made it.
  for (const place of findPacks(workbook, blockMark(record.tab)).reverse()) {
    const entries = readFoundPacks(workbook, [place]);
    const block = entries.find((entry) => entry.tab === record.tab && isInBlock(entry.id, record.number));
    if (block) return block;
  }
  return null;
}

/** Entries with this text as their summary (“Deleted”), newest first, at most `count`, from the newest on. */
export function readBySummary(workbook: Workbook, summary: string, count: number): PastEntry[] {
  const standing = readRows(workbook, findHistoryRows(workbook, 'summary', summary).slice(-count)).reverse();
  if (standing.length >= count) return standing;
  const packed = readFoundPacks(workbook, findPacks(workbook, `"${summary}"`).slice(0, mostPacks));
  return [...standing, ...packed.filter((entry) => entry.summary === summary).reverse()].slice(0, count);
}

/** When, by whom and how the entries from a place on were made, and in which change set (1 read; of History alone). */
export function readOutlines(
  workbook: Workbook,
  from: number,
): { readonly when: string; readonly who: string; readonly how: string; readonly changeSet: string }[] {
  const first = Math.max(0, from - archiveState(workbook).entries) + 2;
  const count = historyRows(workbook) + 2 - first;
  if (count < 1) return [];
  const cells = workbook.sheet('history').getRange(first, 1, count, 4).getValues();
  return cells.map((row) => {
    const [when = '', who = '', how = '', changeSet = ''] = row.map((cell) => String(cell ?? ''));
    return { when, who, how, changeSet };
  });
}

function historyRows(workbook: Workbook): number {
  return Math.max(0, workbook.sheet('history').getLastRow() - 1);
}

/** Rows of History in ascending order: those near each other in one read. */
function readRows(workbook: Workbook, rows: readonly number[]): PastEntry[] {
  const sheet = workbook.sheet('history');
  const { entries: packed } = archiveState(workbook);
  const runs: number[][] = [];
  for (const row of rows) {
    const run = runs[runs.length - 1];
    if (run && row - (run[run.length - 1] ?? 0) <= nearRows) run.push(row);
    else runs.push([row]);
  }
  return runs.flatMap((run) => {
    const first = run[0] ?? 2;
    const count = (run[run.length - 1] ?? first) - first + 1;
    const cells = sheet.getRange(first, 1, count, sheet.getMaxColumns()).getValues();
    return run.flatMap((row) => placed(cells[row - first] ?? [], packed + row - 2));
  });
}

/** Packs at these places (any order), oldest first: neighbours in one read. */
function readFoundPacks(workbook: Workbook, places: readonly number[]): PastEntry[] {
  const runs: [number, number][] = [];
  for (const place of [...places].sort((one, other) => one - other)) {
    const run = runs[runs.length - 1];
    if (run && run[0] + run[1] === place && run[1] < packsAtOnce) run[1] += 1;
    else runs.push([place, 1]);
  }
  return runs.flatMap(([from, count]) => readPacks(workbook, from, count)).flatMap(entriesOfPack);
}

function entriesOfPack({ first, entries }: Pack): PastEntry[] {
  return entries.flatMap((cells, index) => placed(cells, first + index));
}

function placed(cells: readonly unknown[], at: number): PastEntry[] {
  const entry = entryOfRow(cells);
  return entry ? [{ ...entry, at }] : [];
}
