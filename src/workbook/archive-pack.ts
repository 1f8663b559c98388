// Packing the oldest of History into `_Archive`. An entry is written and flushed there before its row is taken out of History,
// and counted only when the row is gone; a run that is cut off in between is finished by the next, from what both tabs hold.
import { keptDays, keptRows, mostRows } from '../domain/schema/grids';
import type { Workbook } from './api';
import { type ArchiveState, archiveState, packedRow, readPacks, writePacks } from './archive';
import { spans } from './delete-rows';
import { withLock } from './lock';
import { writeMeta } from './meta';
import { recover } from './recover';

/** Rows moved under one lock: about two modelled seconds. */
const perStep = 1_000;
/** Fewer are not worth a step. */
const fewest = 100;

/** Packs what is due, step by step while `hasTime` says so. Nothing due: no read (the count of rows is none). */
export function packHistory(workbook: Workbook, hasTime: () => boolean): void {
  while (isDue(workbook) && hasTime()) {
    withLock(workbook, () => {
      recover(workbook);
      if (archiveState(workbook).moving) finishMoving(workbook);
      else if (isDue(workbook)) packStep(workbook);
    });
  }
}

/** Finishes a packing that was cut off, so that no entry stands in both tabs. Costs nothing when none was. */
export function settleArchive(workbook: Workbook): void {
  if (!archiveState(workbook).moving) return;
  withLock(workbook, () => {
    recover(workbook);
    if (archiveState(workbook).moving) finishMoving(workbook);
  });
}

/** Reads History and archive while nothing is packed, so that no entry is missed on its way. Takes the lock. */
export function withPast<T>(workbook: Workbook, read: () => T): T {
  return withLock(workbook, () => {
    settleArchive(workbook);
    return read();
  });
}

function isDue(workbook: Workbook): boolean {
  const state = archiveState(workbook);
  const rows = rowsOf(workbook);
  return (
    state.moving !== undefined ||
    rows > mostRows ||
    (rows >= keptRows + fewest && (state.nextDue ?? '') <= workbook.now())
  );
}

/** The oldest rows that are due, or else the instant from which some are. Under the lock, with no change set pending. */
function packStep(workbook: Workbook): void {
  const state = archiveState(workbook);
  const rows = rowsOf(workbook);
  const count = Math.min(perStep, rows - keptRows);
  const packed = readRows(workbook, count);
  const keptMs = keptDays * 86_400_000;
  const before = new Date(Date.parse(workbook.now()) - keptMs).toISOString();
  // What is no entry of ours, a person's note, goes with those around it.
  const young = packed.findIndex(([when = '']) => /^\d{4}-/.test(when) && when > before);
  const old = young < 0 ? count : young;
  const due = rows > mostRows ? count : old;
  if (due < fewest) {
    const nextAt = Date.parse(packed[fewest - 1]?.[0] ?? '');
    const nextDue = new Date((Number.isNaN(nextAt) ? Date.parse(workbook.now()) : nextAt) + keptMs).toISOString();
    writeMeta(workbook, { archive: { ...state, nextDue } satisfies ArchiveState });
    return;
  }
  const moved = packed.slice(0, due);
  const packs = writePacks(workbook, state, moved);
  SpreadsheetApp.flush();
  writeMeta(workbook, { archive: { ...state, moving: { rows: packs, entries: due } } satisfies ArchiveState });
  SpreadsheetApp.flush();
  finishMoving(workbook);
}

/** A person may have sorted History since: how far down moved rows are looked for. */
const searched = 10_000;

/** Takes the rows that the last packs hold out of History, wherever they stand, and counts them as archived. */
function finishMoving(workbook: Workbook): void {
  const { moving, entries, rows } = archiveState(workbook);
  if (!moving) return;
  const packed = readPacks(workbook, rows, moving.rows).flatMap((pack) => pack.entries);
  let found = rowsHolding(packed, readRows(workbook, moving.entries));
  if (found.length < packed.length) found = rowsHolding(packed, readRows(workbook, moving.entries + searched));
  const sheet = workbook.sheet('history');
  for (const [first, count] of spans(found)) sheet.deleteRows(first, count);
  SpreadsheetApp.flush();
  writeMeta(workbook, {
    archive: { entries: entries + moving.entries, rows: rows + moving.rows } satisfies ArchiveState,
  });
  SpreadsheetApp.flush();
}

function rowsOf(workbook: Workbook): number {
  return Math.max(0, workbook.sheet('history').getLastRow() - 1);
}

/** The first rows below the header, as packs hold them (1 read). */
function readRows(workbook: Workbook, count: number): string[][] {
  const rows = Math.min(count, rowsOf(workbook));
  if (rows < 1) return [];
  const sheet = workbook.sheet('history');
  return sheet.getRange(2, 1, rows, sheet.getMaxColumns()).getValues().map(packedRow);
}

/** Rows of History that hold what was packed, each entry once. */
function rowsHolding(packed: readonly (readonly string[])[], rows: readonly (readonly string[])[]): number[] {
  const wanted = new Map<string, number>();
  for (const entry of packed) {
    const key = JSON.stringify(entry);
    wanted.set(key, (wanted.get(key) ?? 0) + 1);
  }
  return rows.flatMap((row, index) => {
    const key = JSON.stringify(row);
    const left = wanted.get(key) ?? 0;
    if (left === 0) return [];
    wanted.set(key, left - 1);
    return [index + 2];
  });
}
