// `_Archive`: the oldest part of History, about a hundred entries to a cell. What `_Meta` does not count yet is not there:
// packing writes first and counts afterwards (archive-pack.ts).
import { mostInPack } from '../domain/schema/grids';
import type { Workbook } from './api';
import { inCells, maxCellText } from './cells';
import { historyWidth } from './history';
import { ensureRows } from './ledger';
import { readMeta } from './meta';

const archiveTitle = '_Archive';

/** What `_Meta` knows of the archive. */
export interface ArchiveState {
  /** Entries that stand in it: the place, from 0, of History's first row in the whole past. */
  readonly entries: number;
  /** Rows of `_Archive` that hold them. */
  readonly rows: number;
  /** Packs that are written, and whose rows are being taken out of History. */
  readonly moving?: { readonly rows: number; readonly entries: number };
  /** Until this instant nothing is old enough to be packed. */
  readonly nextDue?: string;
}

/** A row of `_Archive`. */
export interface Pack {
  /** Place of its first entry in the whole past, from 0. */
  readonly first: number;
  /** History rows as they were, the parts of a long delta joined. */
  readonly entries: readonly (readonly string[])[];
}

const firstRow = 2;
const contentColumn = 3;

/** What stands in the archive (no read of its own). */
export function archiveState(workbook: Workbook): ArchiveState {
  return (readMeta(workbook, 'archive') as ArchiveState | null) ?? { entries: 0, rows: 0 };
}

/** A History row as a pack holds it. */
export function packedRow(cells: readonly unknown[]): string[] {
  const texts = cells.map((cell) => String(cell ?? ''));
  return [...texts.slice(0, historyWidth - 1), texts.slice(historyWidth - 1).join('')];
}

/**
 * Writes rows of History into `_Archive` below what it holds (1 write); answers how many rows of it they take. A pack is as long
 * as fits one cell, so that a search for an id finds it; one entry that is longer has its id in the first of its cells.
 */
export function writePacks(workbook: Workbook, { rows, entries }: ArchiveState, packed: readonly string[][]): number {
  const packs: { first: number; entries: string[][] }[] = [];
  let length = 0;
  packed.forEach((entry, index) => {
    const pack = packs[packs.length - 1];
    const more = JSON.stringify(entry).length + 1;
    if (pack && pack.entries.length < mostInPack && length + more < maxCellText) {
      pack.entries.push(entry);
      length += more;
    } else {
      packs.push({ first: entries + index, entries: [entry] });
      length = more + 2;
    }
  });
  const cells = packs.map((pack) => [
    pack.entries[pack.entries.length - 1]?.[0] ?? '',
    `History ${pack.first + 1}…${pack.first + pack.entries.length}`,
    ...inCells(JSON.stringify(pack.entries)),
  ]);
  const width = Math.max(...cells.map((row) => row.length));
  const sheet = workbook.hidden(archiveTitle);
  ensureRows(sheet, firstRow + rows + packs.length - 1);
  const have = sheet.getMaxColumns();
  if (width > have) sheet.insertColumnsAfter(have, width - have);
  sheet
    .getRange(firstRow + rows, 1, packs.length, width)
    .setValues(cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]));
  return packs.length;
}

/** Packs from the one at this place (from 0) on, in order (1 read). One that cannot be read is empty. */
export function readPacks(workbook: Workbook, from: number, count: number): Pack[] {
  if (count < 1) return [];
  const sheet = workbook.hidden(archiveTitle);
  const cells = sheet.getRange(firstRow + from, 1, count, sheet.getMaxColumns()).getValues();
  return cells.map(([, what, ...content]) => ({ first: firstIn(what), entries: entriesIn(content) }));
}

/** Where each pack begins in the whole past, in order (1 read). */
export function readPackStarts(workbook: Workbook): number[] {
  const { rows } = archiveState(workbook);
  if (rows === 0) return [];
  const cells = workbook.hidden(archiveTitle).getRange(firstRow, 2, rows, 1).getValues();
  return cells.map(([what]) => firstIn(what));
}

/** Places of the packs with this text in them, the newest first (1 read; none while nothing is packed). */
export function findPacks(workbook: Workbook, text: string): number[] {
  const { rows } = archiveState(workbook);
  if (rows === 0) return [];
  return workbook
    .hidden(archiveTitle)
    .getRange(firstRow, contentColumn, rows, 1)
    .createTextFinder(text)
    .findAll()
    .map((range) => range.getRow() - firstRow)
    .reverse();
}

function firstIn(what: unknown): number {
  return Number(/\d+/.exec(String(what ?? ''))?.[0] ?? 1) - 1;
}

function entriesIn(content: readonly unknown[]): string[][] {
  try {
    return JSON.parse(content.map((part) => String(part ?? '')).join('')) as string[][];
  } catch {
    return [];
  }
}
