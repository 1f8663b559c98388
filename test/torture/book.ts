// The workbook that people torture: the compiled add-on over the stand-in's engine, small, prepared once and copied for each
// run. Three people, records of four tabs that refer to each other, columns of the team's own with values, notes and a formula.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { inProject } from '../../scripts/build/files';
import { openEngine } from '../../scripts/local/engine';
import type { CellInput, Engine } from '../../scripts/local/engine/types';
import { createRuntime, SharedWorkers, seededScheduler } from '../../scripts/local/runtime';
import type { Runtime, Scheduler } from '../../scripts/local/runtime/types';
import { fieldsOf, type RecordTabKey, tabs } from '../../src/domain/schema';
import type { Reply } from '../../src/rpc/contract';
import { type BookView, viewOf } from './view';

export const people = ['admin@example.com', 'ann@example.com', 'ben@example.com'] as const;
/** Before the hour of anybody's digest, so that an hourly run has no mail to send. */
const start = Date.parse('2026-11-23T03:00:00Z');

export interface Book extends BookView {
  readonly runtime: Runtime;
  close(): Promise<void>;
}

/** Threads and the prepared file: made once for many runs. */
export class Workshop {
  readonly workers = new SharedWorkers();
  private readonly folder = mkdtempSync(join(tmpdir(), 'rowbook-torture-'));
  private readonly source = join(this.folder, 'prepared.db');
  private prepared: Promise<void> | null = null;
  private count = 0;

  /** A copy of the prepared workbook. `addon`: folder with another build. */
  async open(scheduler: Scheduler, addon?: string): Promise<Book> {
    this.prepared ??= this.prepare();
    await this.prepared;
    this.count += 1;
    const file = join(this.folder, `run-${this.count}.db`);
    copyFileSync(this.source, file);
    const { engine, runtime } = this.on(file, scheduler, addon);
    return {
      ...viewOf(engine),
      runtime,
      close: async () => {
        await runtime.close();
        engine.close();
        for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
      },
    };
  }

  async close(): Promise<void> {
    await this.workers.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private on(file: string, scheduler: Scheduler, addon?: string): { engine: Engine; runtime: Runtime } {
    const engine = openEngine({
      id: 'local',
      title: 'Team',
      locale: 'en_US',
      timeZone: 'Europe/Berlin',
      owner: people[0],
      file,
    });
    const runtime = createRuntime({
      engine,
      addon: addon ?? inProject('dist/addon'),
      identityToken: async () => 'token',
      realNow: () => start,
      timers: false,
      workers: this.workers,
      scheduler,
    });
    return { engine, runtime };
  }

  private async prepare(): Promise<void> {
    const { engine, runtime } = this.on(this.source, seededScheduler(0));
    await fill(engine, runtime);
    await runtime.close();
    engine.close();
    // All of it in one small file, so that a copy costs next to nothing.
    const database = new Database(this.source);
    database.exec('pragma wal_checkpoint(truncate)');
    database.exec('vacuum');
    database.close();
  }
}

/** Custom columns of Contacts: one that people type into, one that counts by itself. */
export const scoreHeader = 'Score';
export const checkHeader = 'Check';

async function fill(engine: Engine, runtime: Runtime): Promise<void> {
  const ask = async <T>(name: string, input: unknown): Promise<T> => {
    const outcome = await runtime.run({ function: name, args: [input], user: people[0], source: 'client' });
    const answer = outcome.result as Reply<T> | undefined;
    if (!answer?.ok) throw new Error(`${name}: ${JSON.stringify(outcome.error ?? answer)}`);
    return answer.value;
  };
  const view = viewOf(engine);
  await ask('setUpWorkbook', {});
  const type = (title: string, row: number, column: number, text: string, note?: string) => {
    const session = engine.session(people[0], 'person');
    const input: CellInput = { kind: 'typed', text };
    const rect = { sheetId: view.sheet(title).sheetId, row, column, rows: 1, columns: 1 };
    session.write(rect, [[note === undefined ? { input } : { input, note }]]);
    session.flush();
  };
  const teamColumn = (key: string) => fieldsOf('team').findIndex(([name]) => name === key) + 1;
  people.forEach((email, index) => {
    if (index === 0) return;
    const values = { email, name: email.split('@')[0] ?? '', role: 'admin', active: 'TRUE' };
    for (const [key, text] of Object.entries(values)) type('Team', index + 2, teamColumn(key), text);
  });
  for (const [tab, records] of firstRecords) {
    await ask('saveRecords', { tab, records: records.map((changes) => ({ changes })) });
  }
  const { title } = tabs.contacts;
  const width = fieldsOf('contacts').length;
  engine.session(people[0], 'person').insertColumns(view.sheet(title).sheetId, width + 1, 2);
  type(title, 1, width + 1, scoreHeader);
  type(title, 1, width + 2, checkHeader);
  for (let row = 2; row <= 6; row++) {
    type(title, row, width + 1, `score ${row - 1}`, `kept for C-${row - 1}`);
    type(title, row, width + 2, `=LEN(B${row})`);
  }
  await runtime.fireChange({ user: people[0], changeType: 'REMOVE_ROW' });
  const hourly = await runtime.run({ function: 'hourly', args: [], user: people[0], source: 'timeTrigger' });
  if (hourly.error) throw new Error(hourly.error.message);
}

const firstRecords: readonly (readonly [RecordTabKey, readonly object[]])[] = [
  ['companies', [{ name: 'Acme' }, { name: 'Bolt', city: 'Bonn' }]],
  [
    'contacts',
    [
      { firstName: 'Ann', company: 'CO-1' },
      { firstName: 'Bert', company: 'CO-1', email: 'bert@example.org' },
      { firstName: 'Cecil', city: 'Rome' },
      { firstName: 'Dorothy', company: 'CO-2' },
      { firstName: 'Ed' },
    ],
  ],
  [
    'deals',
    [
      { name: 'Big', stage: 'Lead', amount: 10, company: 'CO-1', contact: 'C-1' },
      { name: 'Small', stage: 'Proposal', amount: 20, company: 'CO-1' },
      { name: 'Odd', stage: 'Lead', amount: 30, company: 'CO-2' },
    ],
  ],
  [
    'tasks',
    [
      { title: 'Call', due: '2026-12-01', contact: 'C-1' },
      { title: 'Write', due: '2026-12-02', contact: 'C-2', deal: 'D-1' },
      { title: 'Visit', due: '2026-12-03', company: 'CO-1' },
    ],
  ],
];
