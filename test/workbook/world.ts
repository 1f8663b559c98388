// The compiled add-on over the stand-in's engine, with a workbook that is set up: what the tests of src/workbook drive.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { inProject } from '../../scripts/build/files';
import { openEngine } from '../../scripts/local/engine';
import type { CellInput, Engine, Switches } from '../../scripts/local/engine/types';
import { createRuntime } from '../../scripts/local/runtime';
import type { RunOutcome, Runtime, RuntimeFacts, Scheduler } from '../../scripts/local/runtime/types';
import type { Reply } from '../../src/rpc/contract';
import { type BookView, viewOf } from '../torture/view';

export const admin = 'admin@example.com';
const start = Date.parse('2026-11-23T08:00:00Z');

export interface WorldOptions {
  switches?: Partial<Switches>;
  facts?: Partial<RuntimeFacts>;
  scheduler?: Scheduler;
  timeZone?: string;
  /** Folder with another build of the add-on. */
  addon?: string;
}

/** What stands in a workbook, read past all rights. */
/** A workbook's tabs as tests look at them. */
export interface Book extends BookView {
  /** 1-based column of a header. */
  column(title: string, header: string): number;
}

export interface World extends Book {
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
  const view = viewOf(engine);
  const column = (title: string, header: string): number => {
    const at = (view.values(title)[0] ?? []).indexOf(header) + 1;
    if (at === 0) throw new Error(`${title} has no column “${header}”.`);
    return at;
  };
  return { ...view, column };
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
    ...(options.facts ? { facts: options.facts } : {}),
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
