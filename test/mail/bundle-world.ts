// The compiled add-on in the stand-in's runtime, with a workbook that is set up: what the hourly tests drive.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { inProject } from '../../scripts/build/files';
import { openEngine } from '../../scripts/local/engine';
import type { Engine, Switches } from '../../scripts/local/engine/types';
import { createRuntime } from '../../scripts/local/runtime';
import type { RunOutcome, Runtime, RuntimeOptions } from '../../scripts/local/runtime/types';

export const admin = 'admin@example.com';
/** A Monday. */
export const monday = Date.parse('2026-11-23T05:00:00Z');

export interface BundleWorld {
  readonly engine: Engine;
  readonly runtime: Runtime;
  /** Calls a public function as the sidebar would; answers the value of its reply. */
  ask<T>(name: string, input: object, user?: string): Promise<T>;
  run(name: string, user?: string): Promise<RunOutcome>;
  /** Moves the clock without firing what became due meanwhile, as if no trigger had come. */
  setNow(now: number): void;
  /** Types a row below the last one of a tab, by header. */
  add(title: string, row: { readonly [header: string]: string }): void;
  /** Types rows below the last one, all at once. */
  addAll(title: string, rows: readonly { readonly [header: string]: string }[]): void;
  /** A tab's rows as shown, by header. */
  rows(title: string): { [header: string]: string }[];
  /** Types into the cell of a row (0 is the first below the header). */
  type(title: string, index: number, header: string, text: string): void;
  /** The same as a person does it: the grid's triggers fire. */
  typeAs(user: string, title: string, index: number, header: string, text: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * A workbook made and set up in a folder of its own, or the one in `file` as it is. The clock stands on a Monday, 05:00 UTC,
 * unless `now` says otherwise.
 */
export async function bundleWorld(
  options: Partial<RuntimeOptions> & { now?: number; switches?: Partial<Switches>; file?: string } = {},
): Promise<BundleWorld> {
  const { now = monday, switches = {}, file, ...rest } = options;
  let clock = now;
  const folder = mkdtempSync(join(tmpdir(), 'rowbook-mail-'));
  const info = { id: 'local', title: 'Team', locale: 'en_US', timeZone: 'Etc/UTC', owner: admin };
  const engine = openEngine({ ...info, file: file ?? join(folder, 'book.db'), switches });
  const runtime = createRuntime({
    engine,
    addon: inProject('dist/addon'),
    identityToken: async (user) => `token of ${user}`,
    timers: false,
    realNow: () => clock,
    ...rest,
  });

  const sheetOf = (title: string) => {
    const sheet = engine
      .session('')
      .sheets()
      .find((one) => one.title === title);
    if (!sheet) throw new Error(`There is no tab “${title}”.`);
    return sheet;
  };
  const shown = (title: string) => {
    const { sheetId, columns } = sheetOf(title);
    const session = engine.session('');
    const rows = session.lastRow(sheetId);
    return rows === 0 ? [] : session.displayValues({ sheetId, row: 1, column: 1, rows, columns });
  };
  /** Answers the 1-based column. */
  const put = (title: string, row: number, header: string, text: string): number => {
    const column = (shown(title)[0] ?? []).indexOf(header) + 1;
    if (column === 0) throw new Error(`${title} has no column “${header}”.`);
    const session = engine.session('');
    const input = { kind: 'typed', text } as const;
    session.write({ sheetId: sheetOf(title).sheetId, row, column, rows: 1, columns: 1 }, [[{ input }]]);
    session.flush();
    return column;
  };

  const world: BundleWorld = {
    engine,
    runtime,
    ask: async <T>(name: string, input: object, user = admin): Promise<T> => {
      const outcome = await runtime.run({ function: name, args: [input], user, source: 'client' });
      expect(outcome.error).toBeUndefined();
      const reply = outcome.result as { ok: boolean; value: T };
      expect(reply).toMatchObject({ ok: true });
      return reply.value;
    },
    run: (name, user = admin) => runtime.run({ function: name, args: [], user, source: 'timeTrigger' }),
    setNow: (to) => {
      clock = to - (runtime.now() - clock);
    },
    add: (title, row) => world.addAll(title, [row]),
    addAll: (title, rows) => {
      const headers = shown(title)[0] ?? [];
      const unknown = rows.flatMap((row) => Object.keys(row)).find((header) => !headers.includes(header));
      if (unknown !== undefined) throw new Error(`${title} has no column “${unknown}”.`);
      const { sheetId, rows: height } = sheetOf(title);
      const session = engine.session('');
      const first = session.lastRow(sheetId) + 1;
      const missing = first + rows.length - 1 - height;
      if (missing > 0) session.insertRows(sheetId, height + 1, missing);
      const cells = rows.map((row) =>
        headers.map((header) => {
          const text = row[header];
          return text === undefined ? undefined : { input: { kind: 'typed', text } as const };
        }),
      );
      session.write({ sheetId, row: first, column: 1, rows: rows.length, columns: headers.length }, cells);
      session.flush();
    },
    rows: (title) => {
      const [headers = [], ...rows] = shown(title);
      return rows.map((cells) => Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ''])));
    },
    type: (title, index, header, text) => {
      put(title, index + 2, header, text);
    },
    typeAs: async (user, title, index, header, text) => {
      const column = put(title, index + 2, header, text);
      const { sheetId } = sheetOf(title);
      await runtime.fireEdit({ user, sheetId, row: index + 2, column, rows: 1, columns: 1, value: text });
    },
    close: async () => {
      await runtime.close();
      engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  if (file === undefined) await world.ask('setUpWorkbook', {});
  return world;
}
