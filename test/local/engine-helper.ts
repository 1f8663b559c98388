// A fresh workbook file per test, and short ways to write and read cells.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EngineOptions, openEngine } from '../../scripts/local/engine';
import { parseA1 } from '../../scripts/local/engine/a1';
import type { CellInput, CellPatch, CellValue, Engine, Rect, Session } from '../../scripts/local/engine/types';

export interface Book {
  engine: Engine;
  file: string;
  /** Closes and opens the same file again. */
  reopen(): Engine;
  close(): void;
}

/** 15 June 2025, noon UTC: the clock of every test workbook. */
export const NOW = Date.UTC(2025, 5, 15, 12);

export function openBook(options: Partial<EngineOptions> = {}): Book {
  const folder = mkdtempSync(join(tmpdir(), 'rowbook-engine-'));
  const file = join(folder, 'book.db');
  const open = () =>
    openEngine({
      file,
      id: 'local',
      title: 'Test book',
      locale: 'en_US',
      timeZone: 'Etc/UTC',
      owner: 'owner@example.com',
      now: () => NOW,
      ...options,
    });
  const book: Book = {
    engine: open(),
    file,
    reopen: () => {
      book.engine.close();
      book.engine = open();
      return book.engine;
    },
    close: () => {
      book.engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return book;
}

/** `A1:B2` as a rectangle of a tab. */
export function at(a1: string, sheetId = 0): Rect {
  const range = parseA1(a1);
  const { startRow = 1, endRow = startRow, startColumn = 1, endColumn = startColumn } = range ?? {};
  return {
    sheetId,
    row: startRow,
    column: startColumn,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  };
}

/** Texts are typed, other values written as they are. */
export function put(session: Session, a1: string, rows: readonly (readonly CellValue[])[], sheetId = 0): void {
  const start = at(a1, sheetId);
  session.write(
    { ...start, rows: rows.length, columns: rows[0]?.length ?? 0 },
    rows.map((row) => row.map((value): CellPatch => ({ input: input(value) }))),
  );
}

function input(value: CellValue): CellInput {
  return typeof value === 'string' ? { kind: 'typed', text: value } : { kind: 'value', value };
}

export function get(session: Session, a1: string, sheetId = 0): CellValue[][] {
  return session.values(at(a1, sheetId));
}
