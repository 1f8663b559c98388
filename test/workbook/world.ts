// The compiled add-on over the stand-in's engine, with a workbook that is set up: what the tests of src/workbook drive.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { inProject } from '../../scripts/build/files';
import { openEngine } from '../../scripts/local/engine';
import type { CellInput, CellValue, Engine, Rect, SheetView, Switches } from '../../scripts/local/engine/types';
import { createRuntime } from '../../scripts/local/runtime';
import type { RunOutcome, Runtime, Scheduler } from '../../scripts/local/runtime/types';
import type { Reply } from '../../src/rpc/contract';

export const admin = 'admin@example.com';
const start = Date.parse('2026-11-23T08:00:00Z');

export interface WorldOptions {
  switches?: Partial<Switches>;
  scheduler?: Scheduler;
  timeZone?: string;
  /** Folder with another build of the add-on. */
  addon?: string;
}

/** What stands in a workbook, read past all rights. */
export interface Book {
  sheet(title: string): SheetView;
  /** Values of a tab, header row included. */
  values(title: string): CellValue[][];
  /** Formulas of the same cells, null where there is none. */
  formulas(title: string): (string | null)[][];
  /** Rows below the header as objects by header, without blank rows. `row` is 1-based. */
  rows(title: string): { row: number; cells: { [header: string]: CellValue } }[];
  /** 1-based column of a header. */
  column(title: string, header: string): number;
}

export interface World extends Book {
  readonly engine: Engine;
  readonly runtime: Runtime;
  run(name: string, input?: unknown, user?: string): Promise<RunOutcome>;
  /** The value of a call that must go well. */
  ask<T>(name: string, input?: unknown, user?: string): Promise<T>;
  reply<T>(name: string, input?: unknown, user?: string): Promise<Reply<T>>;
  /** A person types texts into a block of cells; triggers fire unless `quiet`. */
  type(title: string, row: number, column: number | string, texts: string[][], quiet?: boolean): Promise<void>;
  close(): Promise<void>;
}

let prepared: { folder: string; file: string } | null = null;

/** A file with a workbook that was set up once; the tests work on copies of it. */
async function preparedFile(): Promise<string> {
  if (prepared) return prepared.file;
  const folder = mkdtempSync(join(tmpdir(), 'rowbook-set-up-'));
  const file = join(folder, 'book.db');
  const world = await worldOn(file, {});
  const reply = await world.reply('setUpWorkbook', {});
  expect(reply).toMatchObject({ ok: true });
  await world.close();
  prepared = { folder, file };
  return file;
}

/** Removes what `openWorld` prepared; for afterAll. */
export function forgetPrepared(): void {
  if (prepared) rmSync(prepared.folder, { recursive: true, force: true });
  prepared = null;
}

/** A workbook that is set up, in a file of its own. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const source = await preparedFile();
  const folder = mkdtempSync(join(tmpdir(), 'rowbook-'));
  const file = join(folder, 'book.db');
  // The database may keep its last writes in a file beside it.
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(source + ending)) copyFileSync(source + ending, file + ending);
  }
  const world = await worldOn(file, options);
  return {
    ...world,
    close: async () => {
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A workbook in which nothing has been set up. */
export async function openEmptyWorld(options: WorldOptions = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'rowbook-'));
  return worldOn(join(folder, 'book.db'), options);
}

export function bookOf(engine: Engine): Book {
  const sheet = (title: string): SheetView => {
    const found = engine
      .session('')
      .sheets()
      .find((one) => one.title === title);
    if (!found) throw new Error(`There is no tab “${title}”.`);
    return found;
  };
  const filled = (title: string): Rect | null => {
    const { sheetId, columns } = sheet(title);
    const rows = engine.session('').lastRow(sheetId);
    return rows === 0 ? null : { sheetId, row: 1, column: 1, rows, columns };
  };
  const values = (title: string): CellValue[][] => {
    const rect = filled(title);
    return rect ? engine.session('').values(rect) : [];
  };
  const formulas = (title: string): (string | null)[][] => {
    const rect = filled(title);
    return rect ? engine.session('').formulas(rect) : [];
  };
  const column = (title: string, header: string): number => {
    const at = (values(title)[0] ?? []).indexOf(header) + 1;
    if (at === 0) throw new Error(`${title} has no column “${header}”.`);
    return at;
  };
  const rows = (title: string) => {
    const [headers = [], ...below] = values(title);
    return below.flatMap((cells, index) =>
      cells.every((cell) => cell === null)
        ? []
        : [
            {
              row: index + 2,
              cells: Object.fromEntries(headers.map((header, at) => [String(header), cells[at] ?? null])),
            },
          ],
    );
  };
  return { sheet, values, formulas, rows, column };
}

async function worldOn(file: string, options: WorldOptions): Promise<World> {
  const engine = openEngine({
    id: 'local',
    title: 'Team',
    locale: 'en_US',
    timeZone: options.timeZone ?? 'Europe/Berlin',
    owner: admin,
    file,
    ...(options.switches ? { switches: options.switches } : {}),
  });
  const began = Date.now();
  const runtime = createRuntime({
    engine,
    addon: options.addon ?? inProject('dist/addon'),
    identityToken: async () => 'token',
    realNow: () => start + (Date.now() - began),
    timers: false,
    ...(options.scheduler ? { scheduler: options.scheduler } : {}),
  });

  const book = bookOf(engine);
  const { sheet, column } = book;
  const run: World['run'] = (name, input, user = admin) =>
    runtime.run({ function: name, args: input === undefined ? [] : [input], user, source: 'client' });
  const reply = async <T>(name: string, input?: unknown, user?: string): Promise<Reply<T>> => {
    const outcome = await run(name, input, user);
    expect(outcome.error).toBeUndefined();
    return outcome.result as Reply<T>;
  };
  return {
    ...book,
    engine,
    runtime,
    run,
    reply,
    ask: async <T>(name: string, input?: unknown, user?: string): Promise<T> => {
      const answer = await reply<T>(name, input, user);
      if (!answer.ok) throw new Error(`${name}: ${answer.code}: ${answer.message}`);
      return answer.value;
    },
    type: async (title, row, at, texts, quiet = false) => {
      const { sheetId } = sheet(title);
      const first = typeof at === 'number' ? at : column(title, at);
      const rect = { sheetId, row, column: first, rows: texts.length, columns: texts[0]?.length ?? 1 };
      const oldValue = engine.session('').values({ ...rect, rows: 1, columns: 1 })[0]?.[0] ?? null;
      await runtime.act(admin, `type ${title}`, () => {
        const session = engine.session(admin, 'person');
        session.write(
          rect,
          texts.map((line) => line.map((text) => ({ input: { kind: 'typed', text } satisfies CellInput }))),
        );
        session.flush();
      });
      if (quiet) return;
      const one = rect.rows === 1 && rect.columns === 1;
      await runtime.fireEdit({
        user: admin,
        ...rect,
        ...(one ? { value: texts[0]?.[0] ?? '' } : {}),
        ...(one && oldValue !== null ? { oldValue: String(oldValue) } : {}),
      });
    },
    close: async () => {
      await runtime.close();
      engine.close();
    },
  };
}
