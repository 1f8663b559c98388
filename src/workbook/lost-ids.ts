// Rows whose id a person cleared, typed over or filled over: which records they still are. Told from what the row holds, and
// where it stands; a row that could be anybody's gets an id of its own.

import { formatId, parseId } from '../domain/ids';
import { fieldOf, isBlank, newRecord, sameValue } from '../domain/record';
import type { RecordTabKey } from '../domain/schema';
import { ledgerTitle } from '../domain/schema';
import type { Workbook } from './api';
import { readIds } from './find-rows';
import { isDeleted, type LedgerEntry } from './ledger';
import { hashOf, type Row, seenFields } from './rows';
import { columnsOf, preloadEntries, type Work } from './work';

/**
 * Ids for rows that lost theirs. `gone`: records that no row carries the id of. A row is one of them when it holds exactly what
 * the record held, or stands where the record stood, or where its id was typed over, with at least half of what people had put
 * into it.
 */
export function idsLost(rows: readonly Row[], gone: readonly LedgerEntry[], typedOver?: string): Map<Row, string> {
  const lost = new Map<Row, string>();
  const byHash = new Map(gone.map((entry) => [entry.hash, entry]));
  const byRow = new Map(gone.map((entry) => [entry.row, entry]));
  const taken = new Set<string>();
  const take = (row: Row, entry: LedgerEntry | undefined) => {
    if (!entry || taken.has(entry.id) || lost.has(row)) return;
    lost.set(row, entry.id);
    taken.add(entry.id);
  };
  for (const row of rows) take(row, byHash.get(hashOf(row)));
  for (const row of rows) {
    for (const entry of [byRow.get(row.row), gone.find(({ id }) => id === typedOver)]) {
      if (entry && isAlike(row, entry)) take(row, entry);
    }
  }
  return lost;
}

/**
 * Rows that carry the id of another record, pasted or filled over their own: exactly what the ledger has of the record last seen
 * there, or of one in `gone`, and not what it has of the record whose id they carry. Where that one was last seen itself, a row that
 * has become like one in `gone` is no other.
 */
export function idsPastedOver(
  rows: readonly Row[],
  entries: ReadonlyMap<string, LedgerEntry | null>,
  seenAt: readonly LedgerEntry[],
  gone: readonly LedgerEntry[],
): Map<Row, string> {
  const byRow = new Map(seenAt.map((entry) => [entry.row, entry]));
  const byHash = new Map(gone.map((entry) => [entry.hash, entry]));
  const found = new Map<Row, string>();
  const taken = new Set<string>();
  const take = (row: Row, entry: LedgerEntry | undefined, hash: string) => {
    const own = row.id === '' ? null : entries.get(row.id);
    if (!own || own.hash === hash || entry?.hash !== hash) return;
    if (entry.id === row.id || found.has(row) || taken.has(entry.id)) return;
    found.set(row, entry.id);
    taken.add(entry.id);
  };
  const hashes = rows.map((row) => [row, hashOf(row)] as const);
  for (const [row, hash] of hashes) take(row, byRow.get(row.row), hash);
  for (const [row, hash] of hashes) if (entries.get(row.id)?.row !== row.row) take(row, byHash.get(hash), hash);
  return found;
}

/** Rows just edited that carry another record's id: see `idsPastedOver` (2 reads, only where a row is not where it was). */
export function idsPastedOverIn(work: Work, tab: RecordTabKey, rows: readonly Row[]): Map<Row, string> {
  const suspects = rows.filter((row) => {
    const entry = row.id === '' ? null : work.entries.get(row.id);
    return entry && entry.row !== row.row && entry.hash !== hashOf(row);
  });
  if (suspects.length === 0) return new Map();
  const seen = lastSeenIn(work.workbook, tab, new Set(suspects.map(({ row }) => row)));
  preloadEntries(work, tab, seen);
  const seenAt = seen.flatMap((id) => {
    const entry = work.entries.get(id);
    return entry && !isDeleted(entry) ? [entry] : [];
  });
  return idsPastedOver(suspects, work.entries, seenAt, []);
}

/** `idsLost` for rows that were just edited (`pasted`: those with another's id): records last seen in these rows whose id stands nowhere (2 reads, 1 more where there are any). */
export function idsLostIn(
  work: Work,
  tab: RecordTabKey,
  rows: readonly Row[],
  pasted: ReadonlyMap<Row, string>,
  typedOver?: string,
): Map<Row, string> {
  if (rows.length === 0) return new Map();
  const wanted = new Set(rows.map((row) => row.row));
  const seen = [...lastSeenIn(work.workbook, tab, wanted), ...(typedOver === undefined ? [] : [typedOver])];
  preloadEntries(work, tab, seen);
  const known = seen.flatMap((id): LedgerEntry[] => {
    const entry = work.entries.get(id);
    return !entry || isDeleted(entry) || (!wanted.has(entry.row) && id !== typedOver) ? [] : [entry];
  });
  if (known.length === 0) return new Map();
  const ids = readIds(columnsOf(work, tab));
  for (const [row, id] of pasted) ids[row.row - 2] = id;
  const standing = new Set(ids);
  const gone = known.filter(({ id }) => !standing.has(id));
  return idsLost(rows, gone, typedOver);
}

/** Ids of the records that the ledger last saw in these rows (1 read); its entries may have been moved as well. */
function lastSeenIn(workbook: Workbook, tab: RecordTabKey, wanted: ReadonlySet<number>): string[] {
  const sheet = workbook.hidden(ledgerTitle(tab));
  const last = sheet.getLastRow();
  if (last < 2) return [];
  const cells = sheet.getRange(2, 1, last - 1, 4).getValues();
  return cells.flatMap(([name, , , place], index) => {
    if (!wanted.has(Number(place))) return [];
    const id = parseId(String(name));
    const isAstray = id?.tab === tab && String(cells[id.number - 1]?.[0]) !== id.id;
    return [isAstray ? id.id : formatId(tab, index + 1)];
  });
}

/** Whether the row still holds at least half of what people had put into the record. */
export function isAlike(row: Row, { state }: LedgerEntry): boolean {
  return likeness(row, state) >= 0.5;
}

/**
 * How much of what people had put into the record the row holds, from 0 to 1. What every new record has does not count, nor do
 * the fields of `except`.
 */
export function likeness(row: Row, state: Pick<Row, 'fields' | 'raw'>, except: readonly string[] = []): number {
  const now = seenFields(row);
  const usual = newRecord(row.tab);
  const filled = Object.entries(seenFields(state)).filter(
    ([key, value]) =>
      !isBlank(value) &&
      value !== false &&
      !sameValue(usual[key], value) &&
      fieldOf(row.tab, key)?.writer === 'person' &&
      !except.includes(key),
  );
  const kept = filled.filter(([key, value]) => sameValue(now[key], value));
  return filled.length === 0 ? 0 : kept.length / filled.length;
}

/**
 * Which of two rows with one id is its record's: the one that holds more of it, else the one where it was last
 * seen: there another may stand by now, once a row above has gone.
 */
export function isRather(row: Row, other: Row, entry: LedgerEntry | null | undefined): boolean {
  if (!entry) return false;
  const more = likeness(row, entry.state) - likeness(other, entry.state);
  return more > 0 || (more === 0 && entry.row === row.row);
}
